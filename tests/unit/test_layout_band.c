/* SPDX-License-Identifier: MIT */
/* Pages of two columns of text, 150 pt wide and 20 pt apart; 15 lines of 14 pt fill one. */
#include "laid.h"

#include <math.h>

enum { SECOND = LAID_SIDE + 170 };

static int two_columns(void **state)
{
    int failed = laid_setup(state);
    struct laid *laid = *state;
    laid->document.sheet.columns = 2;
    laid->document.sheet.gutter = 20;
    return failed;
}

static const struct bp_style across = {.name = "across",
                                       .type = LAID_TYPE(10),
                                       .leading = 14,
                                       .column = BP_COLUMN_FULL,
                                       .space_before = 6,
                                       .orphans = 1,
                                       .widows = 1};

static void assert_at(const struct laid *laid, const char *words, int page, double x, int line)
{
    struct laid_box first = laid_find(laid, "a1"), found = laid_find(laid, words);
    if (found.page != page || fabs(found.box->x - x) > 0.01 ||
        fabs(found.box->y - first.box->y - 14 * line) > 0.02)
        fail_msg("\"%s\" stands on page %d at %.2f, line %.2f", words, found.page, found.box->x,
                 (found.box->y - first.box->y) / 14);
}

static void columns_fill_one_after_the_other(void **state)
{
    struct laid *laid = *state;
    laid_lines(laid, &laid_plain, "a", 34);
    laid_out(laid);
    assert_at(laid, "a15", 0, LAID_SIDE, 14);
    assert_at(laid, "a16", 0, SECOND, 0);
    assert_at(laid, "a30", 0, SECOND, 14);
    assert_at(laid, "a31", 1, LAID_SIDE, 0);
    assert_string_equal(strstr(laid_pages(laid), "a29"), "a29 a30 / a31 a32 a33 a34");
}

static void the_last_columns_are_of_equal_height(void **state)
{
    struct laid *laid = *state;
    laid_lines(laid, &laid_plain, "a", 7);
    laid_out(laid);
    assert_at(laid, "a4", 0, LAID_SIDE, 3);
    assert_at(laid, "a5", 0, SECOND, 0);
    laid->document.sheet.columns = 3;
    laid->document.sheet.gutter = 10;
    laid->root->first = laid->root->last = NULL;
    laid_lines(laid, &laid_plain, "a", 4);
    laid_out(laid);
    assert_at(laid, "a3", 0, LAID_SIDE + 110, 0);
    assert_at(laid, "a4", 0, LAID_SIDE + 220, 0);
}

static void what_stands_above_a_block_across_is_balanced_first(void **state)
{
    struct laid *laid = *state;
    laid_lines(laid, &laid_plain, "a", 6);
    laid_lines(laid, &across, "b", 2);
    laid_lines(laid, &laid_plain, "c", 4);
    laid_out(laid);
    assert_at(laid, "a4", 0, SECOND, 0);
    double line = laid_find(laid, "a1").box->y;
    assert_near(laid_find(laid, "b1").box->y, line + 42 + 6, 0.02);
    assert_near(laid_find(laid, "b1").box->x, LAID_SIDE, 0.01);
    assert_near(laid_find(laid, "c1").box->y, line + 42 + 6 + 28, 0.02);
    assert_near(laid_find(laid, "c3").box->y, line + 42 + 6 + 28, 0.02);
    assert_near(laid_find(laid, "c3").box->x, SECOND, 0.01);
    assert_string_equal(laid_pages(laid), "a1 a2 a3 a4 a5 a6 b1 b2 c1 c2 c3 c4");
}

static void a_page_break_ends_the_columns(void **state)
{
    struct laid *laid = *state;
    laid_lines(laid, &laid_plain, "a", 4);
    bp_block_new(laid->arena, laid->root, BP_BLOCK_PAGE_BREAK, &laid_plain);
    laid_lines(laid, &laid_plain, "b", 2);
    laid_out(laid);
    assert_at(laid, "a3", 0, SECOND, 0);
    assert_at(laid, "b1", 1, LAID_SIDE, 0);
    assert_at(laid, "b2", 1, SECOND, 0);
}

static void no_heading_is_last_in_a_column(void **state)
{
    struct laid *laid = *state;
    struct bp_style heading = laid_plain;
    heading.keep_with_next = true;
    laid_lines(laid, &laid_plain, "a", 14);
    laid_add(laid, laid->root, BP_BLOCK_HEADING, &heading, "Title")->level = 1;
    laid_lines(laid, &laid_plain, "b", 20);
    laid_out(laid);
    assert_at(laid, "a14", 0, LAID_SIDE, 13);
    assert_at(laid, "Title", 0, SECOND, 0);
    assert_at(laid, "b1", 0, SECOND, 1);
}

static void a_heading_goes_with_the_block_across_to_the_next_page(void **state)
{
    struct laid *laid = *state;
    struct bp_style heading = laid_plain, whole = across;
    heading.keep_with_next = whole.keep_together = true;
    laid_lines(laid, &laid_plain, "a", 20);
    laid_add(laid, laid->root, BP_BLOCK_HEADING, &heading, "Title")->level = 1;
    laid_lines(laid, &whole, "b", 6);
    laid_out(laid);
    assert_at(laid, "a10", 0, LAID_SIDE, 9);
    assert_at(laid, "a20", 0, SECOND, 9);
    assert_at(laid, "Title", 1, LAID_SIDE, 0);
    assert_int_equal(laid_find(laid, "b1").page, 1);
}

static void a_chain_that_has_no_room_beside_a_block_goes_to_the_next_page(void **state)
{
    struct laid *laid = *state;
    struct bp_style whole = laid_plain;
    whole.keep_together = true;
    laid_lines(laid, &across, "a", 10);
    laid_lines(laid, &whole, "b", 8);
    laid_out(laid);
    assert_int_equal(laid_find(laid, "a10").page, 0);
    assert_at(laid, "b1", 1, LAID_SIDE, 0);
    assert_at(laid, "b8", 1, LAID_SIDE, 7);
}

static void a_chain_higher_than_a_column_is_cut(void **state)
{
    struct laid *laid = *state;
    struct bp_style whole = laid_plain;
    whole.keep_together = true;
    laid_lines(laid, &whole, "a", 40);
    laid_out(laid);
    assert_at(laid, "a16", 0, SECOND, 0);
    assert_at(laid, "a31", 1, LAID_SIDE, 0);
}

static void notes_stand_under_all_columns(void **state)
{
    struct laid *laid = *state;
    laid_lines(laid, &laid_plain, "a", 20);
    struct bp_block *block = laid_paragraph(laid, laid->root, "called");
    laid_run(laid, &block->text, &laid_plain, "1")->note =
        laid_note(laid, "1", "a note that is longer than a column is wide and has one line");
    laid_lines(laid, &laid_plain, "b", 20);
    laid_out(laid);
    struct laid_box note = laid_find(laid, "a note");
    assert_int_equal(note.page, 0);
    assert_int_equal(laid_find(laid, "called").page, 0);
    assert_near(note.box->x, LAID_SIDE + 20, 0.01);
    assert_true(note.box->y > LAID_FOOT - 14 && note.x1 > SECOND);
    assert_at(laid, "a14", 0, SECOND, 0);
    assert_int_equal(laid_find(laid, "b5").page, 0);
    assert_int_equal(laid_find(laid, "b6").page, 1);
}

static void a_tables_head_is_repeated_in_the_next_column(void **state)
{
    struct laid *laid = *state;
    struct bp_block *table = laid_grid(laid, 1);
    for (int i = 0; i < 20; i++)
        laid_cell(laid, laid_row(laid, table), i ? bp_arena_printf(laid->arena, "r%d", i) : "Head");
    table->header_rows = 1;
    laid_out(laid);
    int heads = 0;
    for (int i = 0; i < laid->pages.pages[0].n_boxes; i++) {
        const struct bp_box *box = &laid->pages.pages[0].boxes[i];
        if (box->kind != BP_BOX_TEXT || strcmp(laid_words(laid, box), "Head") != 0)
            continue;
        assert_near(box->x, heads ? SECOND : LAID_SIDE, 0.01);
        assert_true((box->kid == NULL) == (heads > 0));
        heads++;
    }
    assert_int_equal(heads, 2);
    assert_int_equal(laid->pages.n_pages, 1);
}

static void columns_are_mirrored_and_move_with_left_hand_pages(void **state)
{
    struct laid *laid = *state;
    laid->document.right_to_left = laid->document.sheet.duplex = true;
    laid_lines(laid, &laid_plain, "א", 60);
    laid_out(laid);
    assert_near(laid_find(laid, "א1").x1, 400 - LAID_SIDE, 0.7);
    assert_near(laid_find(laid, "א16").x1, 400 - SECOND, 0.7);
    assert_near(laid_find(laid, "א46").x1, 400 - SECOND - 20, 0.7);
}

static void baselines_of_two_columns_are_numbered_once(void **state)
{
    struct laid *laid = *state;
    laid->document.line_numbers = &across;
    laid_lines(laid, &laid_plain, "a", 20);
    laid_out(laid);
    assert_non_null(laid_seek(laid, 0, "10").box);
    assert_null(laid_seek(laid, 0, "11").box);
}

static void the_first_columns_lines_have_the_numbers(void **state)
{
    struct laid *laid = *state;
    struct bp_style small = across;
    small.type.size = 8;
    laid->document.line_numbers = &small;
    struct bp_style low = laid_plain;
    low.leading = 11;
    laid_lines(laid, &laid_plain, "a", 15);
    laid_lines(laid, &low, "b", 40);
    laid_out(laid);
    assert_near(laid_seek(laid, 0, "10").box->y, laid_find(laid, "a10").box->y, 0.01);
}

static void lists_in_columns_have_their_labels_in_front(void **state)
{
    struct laid *laid = *state;
    struct bp_block *list = bp_block_new(laid->arena, laid->root, BP_BLOCK_LIST, &laid_plain);
    struct bp_block *item = bp_block_new(laid->arena, list, BP_BLOCK_ITEM, &laid_hanging);
    laid_run(laid, &item->label, &laid_hanging, "7.1");
    item->label_place = BP_LABEL_SIDE;
    laid_paragraph(laid, item, "point");
    laid_out(laid);
    assert_near(laid_find(laid, "7.1").x0, LAID_SIDE, 0.6);
    assert_true(laid_find(laid, "point").x0 > LAID_SIDE + 18);
}

int main(void)
{
#define TWO(test) cmocka_unit_test_setup_teardown(test, two_columns, laid_teardown)
    const struct CMUnitTest tests[] = {
        TWO(columns_fill_one_after_the_other),
        TWO(the_last_columns_are_of_equal_height),
        TWO(what_stands_above_a_block_across_is_balanced_first),
        TWO(a_page_break_ends_the_columns),
        TWO(no_heading_is_last_in_a_column),
        TWO(a_heading_goes_with_the_block_across_to_the_next_page),
        TWO(a_chain_that_has_no_room_beside_a_block_goes_to_the_next_page),
        TWO(a_chain_higher_than_a_column_is_cut),
        TWO(notes_stand_under_all_columns),
        TWO(a_tables_head_is_repeated_in_the_next_column),
        TWO(columns_are_mirrored_and_move_with_left_hand_pages),
        TWO(baselines_of_two_columns_are_numbered_once),
        TWO(the_first_columns_lines_have_the_numbers),
        TWO(lists_in_columns_have_their_labels_in_front),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
