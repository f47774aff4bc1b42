/* SPDX-License-Identifier: MIT */
/* The line numbers of a draft. */
#include "laid.h"

static const struct bp_style numbers = {.name = "line-number", .type = LAID_TYPE(8), .leading = 14};

/* The baselines of a page's line numbers, by number; returns how many there are. */
static int find_numbers(const struct laid *laid, int page, double *baselines)
{
    int n = 0;
    for (int i = 0; i < laid->pages.pages[page].n_boxes; i++) {
        struct laid_box found = {.box = &laid->pages.pages[page].boxes[i]};
        if (found.box->kind != BP_BOX_TEXT || found.box->kid || found.box->line.size != 8)
            continue;
        assert_string_equal(laid_words(laid, found.box), bp_arena_printf(laid->arena, "%d", n + 1));
        baselines[n++] = found.box->y;
    }
    return n;
}

static void lines_are_numbered_from_one_on_each_page(void **state)
{
    struct laid *laid = *state;
    double baselines[99];
    laid->document.line_numbers = &numbers;
    laid_run(laid, &laid->document.footer[BP_PAGE_FIRST].texts[BP_RUNNING_START], &laid_plain,
             "foot");
    laid_lines(laid, &laid_plain, "a", 18);
    laid_out(laid);
    assert_int_equal(find_numbers(laid, 0, baselines), 15);
    assert_near(baselines[0], laid_find(laid, "a1").box->y, 0.01);
    assert_near(baselines[14], laid_find(laid, "a15").box->y, 0.01);
    assert_int_equal(find_numbers(laid, 1, baselines), 3);
    assert_near(baselines[2], laid_find(laid, "a18").box->y, 0.01);
}

/* The text area begins at 30 pt: numbers end 8 pt before it, and 12 pt from the edge at least. */
static void numbers_stand_in_the_margin(void **state)
{
    struct laid *laid = *state;
    laid->document.line_numbers = &numbers;
    laid_lines(laid, &laid_plain, "a", 12);
    laid_out(laid);
    assert_near(laid_find(laid, "7").x1, LAID_SIDE - 8, 0.01);
    assert_near(laid_find(laid, "12").x1, LAID_SIDE - 8, 0.7);
    assert_near(laid_find(laid, "12").x0, 12.9, 0.2);
    laid->document.sheet.margin_start = 20;
    laid_out(laid);
    assert_near(laid_find(laid, "12").x0, 12, 0.01);
    laid->document.right_to_left = true;
    laid_out(laid);
    assert_near(laid_find(laid, "12").x1, 400 - 12, 0.01);
}

static void words_on_one_baseline_are_one_line(void **state)
{
    struct laid *laid = *state;
    struct bp_style raised = laid_plain;
    double baselines[9];
    raised.type.rise = 4;
    laid->document.line_numbers = &numbers;
    struct bp_block *words = laid_paragraph(laid, laid->root, "called");
    laid_run(laid, &words->text, &raised, "1")->note = laid_note(laid, "1", "note");
    struct bp_block *table = laid_grid(laid, 2), *row = laid_row(laid, table);
    laid_cell(laid, row, "left");
    laid_cell(laid, row, "right");
    laid_out(laid);
    assert_int_equal(find_numbers(laid, 0, baselines), 2);
    assert_near(baselines[0], laid_find(laid, "called").box->y, 0.01);
    assert_near(baselines[1], laid_find(laid, "left").box->y, 0.01);
}

static void a_label_makes_no_line(void **state)
{
    struct laid *laid = *state;
    double baselines[9];
    laid->document.line_numbers = &numbers;
    struct bp_block *list = bp_block_new(laid->arena, laid->root, BP_BLOCK_LIST, &laid_plain);
    struct bp_block *item = bp_block_new(laid->arena, list, BP_BLOCK_ITEM, &laid_hanging);
    laid_run(laid, &item->label, &laid_hanging, "A long label\nof two lines");
    item->label_place = BP_LABEL_SIDE;
    laid_paragraph(laid, item, "point");
    laid_out(laid);
    assert_int_equal(find_numbers(laid, 0, baselines), 1);
}

static void numbers_stand_in_the_outer_margin_of_left_hand_pages_too(void **state)
{
    struct laid *laid = *state;
    laid->document.line_numbers = &numbers;
    laid->document.sheet.duplex = true;
    laid_lines(laid, &laid_plain, "a", 18);
    laid_out(laid);
    assert_near(laid_seek(laid, 1, "3").x1, 50 - 8, 0.01);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAID(lines_are_numbered_from_one_on_each_page),
        LAID(numbers_stand_in_the_margin),
        LAID(words_on_one_baseline_are_one_line),
        LAID(a_label_makes_no_line),
        LAID(numbers_stand_in_the_outer_margin_of_left_hand_pages_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
