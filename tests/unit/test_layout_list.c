/* SPDX-License-Identifier: MIT */
/* Layout of lists and labels. */
#include "laid.h"

static struct bp_block *list_new(struct laid *laid, struct bp_block *parent,
                                 enum bp_numbering numbering)
{
    struct bp_block *list = bp_block_new(laid->arena, parent, BP_BLOCK_LIST, &laid_plain);
    list->numbering = numbering;
    return list;
}

static struct bp_block *item_new(struct laid *laid, struct bp_block *list, const char *label,
                                 const char *words)
{
    struct bp_block *item = bp_block_new(laid->arena, list, BP_BLOCK_ITEM, &laid_hanging);
    laid_run(laid, &item->label, &laid_hanging, label);
    if (words)
        laid_paragraph(laid, item, words);
    return item;
}

static void a_mark_hangs_beside_the_first_line(void **state)
{
    struct laid *laid = *state;
    item_new(laid, list_new(laid, laid->root, BP_NUMBERING_DISC), "•", "first\nsecond");
    laid_out(laid);
    struct laid_box mark = laid_find(laid, "•"), first = laid_find(laid, "first");
    assert_near(mark.box->y, first.box->y, 0.01);
    assert_near(mark.box->x, LAID_TEXT, 0.01);
    assert_near(first.x0, LAID_TEXT + 20, 0.05);
    assert_near(laid_find(laid, "second").x0, LAID_TEXT + 20, 0.05);
    assert_string_equal(laid_tags(laid), "(L Disc (LI (Lbl '•') (LBody 'first second')))");
}

static void an_item_of_more_than_a_paragraph_has_them_tagged(void **state)
{
    struct laid *laid = *state;
    struct bp_block *list = list_new(laid, laid->root, BP_NUMBERING_DECIMAL);
    struct bp_block *item = item_new(laid, list, "1.", "one");
    item_new(laid, list_new(laid, item, BP_NUMBERING_ALPHA), "a)", "inner");
    laid_out(laid);
    assert_string_equal(laid_tags(laid), "(L Decimal (LI (Lbl '1.') (LBody (P 'one') "
                                         "(L LowerAlpha (LI (Lbl 'a)') (LBody 'inner'))))))");
    assert_near(laid_find(laid, "inner").x0, LAID_TEXT + 40, 0.05);
}

static void an_item_without_words_keeps_its_mark(void **state)
{
    struct laid *laid = *state;
    struct bp_block *list = list_new(laid, laid->root, BP_NUMBERING_NONE);
    item_new(laid, list, "1.", NULL);
    item_new(laid, list, "2.", "two");
    laid_out(laid);
    assert_near(laid_find(laid, "2.").box->y, laid_find(laid, "1.").box->y + 14, 0.01);
    assert_string_equal(laid_tags(laid),
                        "(L (LI (Lbl '1.') (LBody)) (LI (Lbl '2.') (LBody 'two')))");
}

static void marks_wider_than_their_room_move_the_whole_list(void **state)
{
    struct laid *laid = *state;
    struct bp_block *list = list_new(laid, laid->root, BP_NUMBERING_DECIMAL);
    item_new(laid, list, "99.", "short");
    item_new(laid, list, "1000.", "long");
    laid_out(laid);
    struct laid_box label = laid_find(laid, "1000.");
    assert_string_equal(laid_words(laid, label.box), "1000.");
    assert_near(laid_find(laid, "long").box->y, label.box->y, 0.01);
    assert_true(laid_find(laid, "long").x0 > label.x1 + 2);
    assert_near(laid_find(laid, "short").x0, laid_find(laid, "long").x0, 0.6);
}

static void a_lists_mark_stands_beside_the_first_line_of_a_table(void **state)
{
    struct laid *laid = *state;
    struct bp_block *item =
        item_new(laid, list_new(laid, laid->root, BP_NUMBERING_DISC), "•", NULL);
    struct bp_block *table = bp_block_new(laid->arena, item, BP_BLOCK_TABLE, &laid_table);
    table->n_columns = 1;
    laid_cell(laid, laid_row(laid, table), "first\nsecond\nthird");
    laid_out(laid);
    assert_near(laid_find(laid, "•").box->y, laid_find(laid, "first").box->y, 0.01);
}

static struct bp_block *side_labelled(struct laid *laid, const char *label, const char *words)
{
    struct bp_block *heading = laid_add(laid, laid->root, BP_BLOCK_HEADING, &laid_plain, words);
    heading->label_place = BP_LABEL_SIDE;
    heading->level = 2;
    laid_run(laid, &heading->label, &laid_plain, label);
    return heading;
}

static void a_side_label_shares_the_first_lines_baseline(void **state)
{
    static const struct bp_style small = {.name = "small", .type = LAID_TYPE(7), .leading = 9};
    static const struct bp_style large = {.name = "large", .type = LAID_TYPE(18), .leading = 24};
    struct laid *laid = *state;
    struct bp_block *heading = laid_add(laid, laid->root, BP_BLOCK_HEADING, &large, "Title");
    heading->label_place = BP_LABEL_SIDE;
    heading->label_style = &small;
    heading->level = 1;
    laid_run(laid, &heading->label, &small, "3.1");
    laid_out(laid);
    assert_near(laid_find(laid, "3.1").box->y, laid_find(laid, "Title").box->y, 0.01);
    assert_near(laid_find(laid, "3.1").x0, LAID_SIDE, 0.5);
    assert_string_equal(laid_tags(laid), "(H1 '3.1 Title')");
}

static void a_label_higher_than_its_words_keeps_the_next_block_away(void **state)
{
    struct laid *laid = *state;
    side_labelled(laid, "a long label of lines", "Title");
    laid_paragraph(laid, laid->root, "after");
    laid_out(laid);
    double last = 0;
    for (int i = 0; i < laid->pages.pages[0].n_boxes; i++)
        if (laid->pages.pages[0].boxes[i].x < LAID_TEXT - 1)
            last = MAX(last, laid->pages.pages[0].boxes[i].y);
    assert_true(last > laid_find(laid, "Title").box->y + 13);
    assert_near(laid_find(laid, "after").box->y, last + 14, 0.02);
}

static void two_labels_of_one_line_both_stand_before_it(void **state)
{
    struct laid *laid = *state;
    struct bp_block *outer =
        item_new(laid, list_new(laid, laid->root, BP_NUMBERING_DECIMAL), "1.", NULL);
    item_new(laid, list_new(laid, outer, BP_NUMBERING_ALPHA), "a)", "words");
    laid_out(laid);
    assert_near(laid_find(laid, "1.").box->y, laid_find(laid, "words").box->y, 0.01);
    assert_near(laid_find(laid, "a)").box->y, laid_find(laid, "words").box->y, 0.01);
    assert_true(laid_find(laid, "a)").x0 > laid_find(laid, "1.").x1);
}

static void a_mark_is_never_parted_from_its_words(void **state)
{
    struct laid *laid = *state;
    laid_lines(laid, &laid_plain, "a", 14);
    struct bp_block *list = list_new(laid, laid->root, BP_NUMBERING_DECIMAL);
    item_new(laid, list, "1.", "one\nmore");
    laid_out(laid);
    assert_int_equal(laid_find(laid, "1.").page, laid_find(laid, "one").page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAID(a_mark_hangs_beside_the_first_line),
        LAID(an_item_of_more_than_a_paragraph_has_them_tagged),
        LAID(an_item_without_words_keeps_its_mark),
        LAID(marks_wider_than_their_room_move_the_whole_list),
        LAID(a_lists_mark_stands_beside_the_first_line_of_a_table),
        LAID(a_side_label_shares_the_first_lines_baseline),
        LAID(a_label_higher_than_its_words_keeps_the_next_block_away),
        LAID(two_labels_of_one_line_both_stand_before_it),
        LAID(a_mark_is_never_parted_from_its_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
