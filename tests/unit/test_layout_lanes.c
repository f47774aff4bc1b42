/* SPDX-License-Identifier: MIT */
/* Groups side by side: 122 pt wide each, 16 pt between them. */
#include "laid.h"

enum { SECOND = LAID_TEXT + 138 };

static const struct bp_style spaced = {.name = "spaced",
                                       .type = LAID_TYPE(10),
                                       .leading = 14,
                                       .space_after = 5,
                                       .orphans = 1,
                                       .widows = 1};

/* Columns with `n` groups, whose `first` group is the first child. */
static struct bp_block *columns_new(struct laid *laid, struct bp_block *parent, int n)
{
    struct bp_block *columns = bp_block_new(laid->arena, parent, BP_BLOCK_COLUMNS, &laid_plain);
    for (int i = 0; i < n; i++)
        bp_block_new(laid->arena, columns, BP_BLOCK_GROUP, &laid_plain);
    return columns;
}

/* `n` paragraphs of one line, "a1", "a2", … */
static void fill(struct laid *laid, struct bp_block *group, const struct bp_style *style,
                 const char *stem, int n)
{
    for (int i = 1; i <= n; i++)
        laid_add(laid, group, BP_BLOCK_PARAGRAPH, style,
                 bp_arena_printf(laid->arena, "%s%d", stem, i));
}

static double y_of(const struct laid *laid, const char *words)
{
    return laid_find(laid, words).box->y;
}

static void groups_stand_side_by_side_and_are_read_one_after_the_other(void **state)
{
    struct laid *laid = *state;
    struct bp_block *columns = columns_new(laid, laid->root, 2);
    fill(laid, columns->first, &laid_plain, "a", 2);
    fill(laid, columns->last, &laid_plain, "b", 3);
    laid_paragraph(laid, laid->root, "after");
    laid_out(laid);
    assert_near(laid_find(laid, "a1").box->x, LAID_TEXT, 0.01);
    assert_near(laid_find(laid, "b1").box->x, SECOND, 0.01);
    assert_near(y_of(laid, "a1"), y_of(laid, "b1"), 0.01);
    assert_near(y_of(laid, "after"), y_of(laid, "b1") + 42, 0.01);
    assert_string_equal(laid_pages(laid), "a1 a2 b1 b2 b3 after");
    assert_string_equal(laid_tags(laid), "(P 'a1')(P 'a2')(P 'b1')(P 'b2')(P 'b3')(P 'after')");
}

static void the_style_says_how_far_apart_groups_are(void **state)
{
    struct laid *laid = *state;
    struct bp_block *columns = columns_new(laid, laid->root, 3);
    columns->style = &laid_table;
    fill(laid, columns->first, &laid_plain, "a", 1);
    fill(laid, columns->first->next, &laid_plain, "b", 1);
    fill(laid, columns->last, &laid_plain, "c", 1);
    laid_out(laid);
    assert_near(laid_find(laid, "b1").box->x, LAID_TEXT + 90, 0.01);
    assert_near(laid_find(laid, "c1").box->x, LAID_TEXT + 180, 0.01);
    laid->document.right_to_left = true;
    laid_out(laid);
    assert_near(laid_find(laid, "c1").x1, 400 - LAID_TEXT - 180, 0.7);
}

static void space_in_one_group_does_not_part_the_lines_of_the_other(void **state)
{
    struct laid *laid = *state;
    struct bp_block *columns = columns_new(laid, laid->root, 2);
    fill(laid, columns->first, &spaced, "a", 8);
    fill(laid, columns->last, &laid_plain, "b", 8);
    laid_paragraph(laid, laid->root, "after");
    laid_out(laid);
    for (int i = 2; i <= 8; i++) {
        const char *a = bp_arena_printf(laid->arena, "a%d", i);
        const char *b = bp_arena_printf(laid->arena, "b%d", i);
        assert_near(y_of(laid, a), y_of(laid, "a1") + (i - 1) * 19, 0.02);
        assert_near(y_of(laid, b), y_of(laid, "b1") + (i - 1) * 14, 0.02);
    }
    assert_near(y_of(laid, "after"), y_of(laid, "a8") + 19, 0.02);
}

/* 220 pt hold 11 lines of 19 pt, and 15 of 14. */
static void groups_go_on_on_the_next_page_in_line(void **state)
{
    struct laid *laid = *state;
    struct bp_block *columns = columns_new(laid, laid->root, 2);
    fill(laid, columns->first, &spaced, "a", 20);
    fill(laid, columns->last, &laid_plain, "b", 28);
    laid_paragraph(laid, laid->root, "after");
    laid_out(laid);
    assert_int_equal(laid->pages.n_pages, 2);
    assert_int_equal(laid_find(laid, "a11").page, 0);
    assert_int_equal(laid_find(laid, "a12").page, 1);
    assert_int_equal(laid_find(laid, "b15").page, 0);
    assert_int_equal(laid_find(laid, "b16").page, 1);
    assert_near(y_of(laid, "a12"), y_of(laid, "a1"), 0.02);
    assert_near(y_of(laid, "b16"), y_of(laid, "b1"), 0.02);
    assert_near(y_of(laid, "b28"), y_of(laid, "b1") + 12 * 14, 0.02);
    assert_non_null(strstr(laid_pages(laid), "a11 b1 b2"));
    assert_non_null(strstr(laid_pages(laid), "b15 / a12 a13"));
    for (int i = 0; i < laid->pages.pages[0].n_boxes; i++)
        assert_true(laid->pages.pages[0].boxes[i].y <= LAID_FOOT);
}

static void a_paragraph_is_one_piece_of_content_on_each_page(void **state)
{
    struct laid *laid = *state;
    struct bp_block *columns = columns_new(laid, laid->root, 2);
    laid_paragraph(laid, columns->first, "one\ntwo\nthree");
    laid_paragraph(laid, columns->last, "four\nfive\nsix");
    laid_out(laid);
    assert_string_equal(laid_tags(laid), "(P 'one two three')(P 'four five six')");
}

static void a_heading_in_a_group_is_not_left_at_the_foot(void **state)
{
    struct laid *laid = *state;
    struct bp_style heading = laid_plain;
    heading.keep_with_next = true;
    struct bp_block *columns = columns_new(laid, laid->root, 2);
    fill(laid, columns->first, &laid_plain, "a", 14);
    laid_add(laid, columns->first, BP_BLOCK_HEADING, &heading, "Title")->level = 2;
    fill(laid, columns->first, &laid_plain, "c", 1);
    fill(laid, columns->last, &laid_plain, "b", 15);
    laid_out(laid);
    assert_int_equal(laid_find(laid, "Title").page, 1);
    assert_int_equal(laid_find(laid, "a14").page, 0);
    assert_near(y_of(laid, "Title"), y_of(laid, "a1"), 0.02);
}

static void labels_of_groups_stand_in_front_of_their_words(void **state)
{
    struct laid *laid = *state;
    struct bp_block *columns = columns_new(laid, laid->root, 2);
    for (int i = 0; i < 2; i++) {
        struct bp_block *group = i ? columns->last : columns->first;
        struct bp_block *heading =
            laid_add(laid, group, BP_BLOCK_HEADING, &laid_hanging, i ? "Teitl" : "Title");
        laid_run(laid, &heading->label, &laid_hanging, i ? "B7" : "A7");
        heading->label_place = BP_LABEL_SIDE;
        heading->level = 2;
    }
    laid_out(laid);
    assert_near(laid_find(laid, "A7").x0, LAID_TEXT, 0.6);
    assert_near(laid_find(laid, "B7").x0, SECOND, 1.2);
    assert_near(laid_find(laid, "Teitl").x0, SECOND + 20, 1);
}

static void a_panel_in_a_group_has_its_ground(void **state)
{
    struct laid *laid = *state;
    struct bp_style tint = laid_plain;
    tint.has_fill = true;
    tint.fill = 0xEEEEEE;
    tint.padding_x = 6;
    struct bp_block *columns = columns_new(laid, laid->root, 2);
    fill(laid, columns->first, &laid_plain, "a", 2);
    struct bp_block *panel = bp_block_new(laid->arena, columns->last, BP_BLOCK_PANEL, &tint);
    fill(laid, panel, &spaced, "b", 2);
    laid_out(laid);
    const struct bp_box *first = laid_rectangle(laid, 0, 0), *second = laid_rectangle(laid, 0, 1);
    assert_near(first->x, SECOND, 0.01);
    assert_near(first->width, 122, 0.01);
    assert_near(first->y, LAID_TOP, 0.01);
    assert_near(second->y + second->height, LAID_TOP + 33, 0.01);
    assert_true(second->y <= first->y + first->height);
}

static void a_group_tells_its_language(void **state)
{
    struct laid *laid = *state;
    struct bp_block *columns = columns_new(laid, laid->root, 2);
    columns->last->language = "cy";
    fill(laid, columns->first, &laid_plain, "a", 1);
    fill(laid, columns->last, &laid_plain, "b", 2);
    laid_out(laid);
    assert_string_equal(laid_tags(laid), "(P 'a1')(P cy 'b1')(P cy 'b2')");
}

static void groups_in_a_cell_stand_under_one_another(void **state)
{
    struct laid *laid = *state;
    struct bp_block *row = laid_row(laid, laid_grid(laid, 2));
    struct bp_block *columns = columns_new(laid, laid_cell(laid, row, NULL), 2);
    laid_cell(laid, row, "other");
    fill(laid, columns->first, &laid_plain, "a", 1);
    fill(laid, columns->last, &laid_plain, "b", 1);
    laid_out(laid);
    assert_near(y_of(laid, "b1"), y_of(laid, "a1") + 14, 0.01);
}

static void an_empty_group_keeps_its_room(void **state)
{
    struct laid *laid = *state;
    struct bp_block *columns = columns_new(laid, laid->root, 2);
    fill(laid, columns->last, &laid_plain, "b", 2);
    columns_new(laid, laid->root, 2);
    laid_out(laid);
    assert_near(laid_find(laid, "b1").box->x, SECOND, 0.01);
    assert_string_equal(laid_pages(laid), "b1 b2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAID(groups_stand_side_by_side_and_are_read_one_after_the_other),
        LAID(the_style_says_how_far_apart_groups_are),
        LAID(space_in_one_group_does_not_part_the_lines_of_the_other),
        LAID(groups_go_on_on_the_next_page_in_line),
        LAID(a_paragraph_is_one_piece_of_content_on_each_page),
        LAID(a_heading_in_a_group_is_not_left_at_the_foot),
        LAID(labels_of_groups_stand_in_front_of_their_words),
        LAID(a_panel_in_a_group_has_its_ground),
        LAID(a_group_tells_its_language),
        LAID(groups_in_a_cell_stand_under_one_another),
        LAID(an_empty_group_keeps_its_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
