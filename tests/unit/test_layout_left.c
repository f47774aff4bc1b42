/* SPDX-License-Identifier: MIT */
/* Layout from right to left: the page is turned over, and directions mix. */
#include "laid.h"

static int turned_setup(void **state)
{
    int failed = laid_setup(state);
    struct laid *laid = *state;
    laid->document.right_to_left = true;
    laid->document.language = "he";
    return failed;
}

#define TURNED(test) cmocka_unit_test_setup_teardown(test, turned_setup, laid_teardown)

/* Distances from the right edge of the page, where everything starts. */
static double from_right(double x)
{
    return 400 - x;
}

static void text_starts_at_the_right(void **state)
{
    struct laid *laid = *state;
    laid_paragraph(laid, laid->root, "שלום לכולם");
    laid_out(laid);
    assert_near(from_right(laid_find(laid, "שלום").x1), LAID_TEXT, 0.05);
}

static void labels_and_marks_stand_at_the_right(void **state)
{
    struct laid *laid = *state;
    struct bp_block *heading = laid_add(laid, laid->root, BP_BLOCK_HEADING, &laid_plain, "כותרת");
    heading->label_place = BP_LABEL_SIDE;
    heading->level = 1;
    laid_run(laid, &heading->label, &laid_plain, "3");
    struct bp_block *list = bp_block_new(laid->arena, laid->root, BP_BLOCK_LIST, &laid_plain);
    struct bp_block *item = bp_block_new(laid->arena, list, BP_BLOCK_ITEM, &laid_hanging);
    laid_run(laid, &item->label, &laid_hanging, "•");
    laid_paragraph(laid, item, "סעיף");
    laid_out(laid);
    assert_near(from_right(laid_find(laid, "3").x1), LAID_SIDE, 0.05);
    assert_near(from_right(laid_find(laid, "•").x1), LAID_TEXT, 0.05);
    assert_near(from_right(laid_find(laid, "סעיף").x1), LAID_TEXT + 20, 0.05);
    assert_string_equal(laid_tags(laid), "(H1 '3 כותרת')(L (LI (Lbl '•') (LBody 'סעיף')))");
}

static void columns_run_from_the_right(void **state)
{
    struct laid *laid = *state;
    struct bp_block *row = laid_row(laid, laid_grid(laid, 2));
    laid_cell(laid, row, "אחד");
    laid_cell(laid, row, "שתיים");
    laid_out(laid);
    assert_near(from_right(laid_find(laid, "אחד").x1), LAID_TEXT, 0.05);
    assert_true(laid_find(laid, "שתיים").x1 < laid_find(laid, "אחד").x0);
}

static void a_justified_line_reaches_both_edges(void **state)
{
    static const struct bp_style justified = {
        .name = "justified", .type = LAID_TYPE(10), .leading = 14, .align = BP_ALIGN_JUSTIFY};
    struct laid *laid = *state;
    struct bp_block *block =
        laid_add(laid, laid->root, BP_BLOCK_PARAGRAPH, &justified,
                 "המועצה שמעה כי הכוח התקדם היטב בתוכנית וכי הנתונים לרבעון האחרון יפורסמו לפני "
                 "הישיבה הבאה של המועצה בקיץ הקרוב");
    (void)block;
    laid_out(laid);
    struct laid_box first = laid_find(laid, "המועצה");
    assert_near(from_right(first.x1), LAID_TEXT, 0.05);
    assert_near(from_right(first.x0), LAID_END, 0.05);
}

static void a_run_over_two_lines_is_one_piece_of_content(void **state)
{
    struct laid *laid = *state;
    struct bp_block *block = laid_paragraph(laid, laid->root, "המועצה שמעה כי ");
    laid_run(laid, &block->text, &laid_plain,
             "הכוח התקדם היטב בתוכנית של Smith & Co. וכי הנתונים לרבעון האחרון יפורסמו")
        ->emphasis = true;
    laid_run(laid, &block->text, &laid_plain, " לפני הישיבה הבאה");
    laid_out(laid);
    assert_string_equal(laid_tags(laid),
                        "(P 'המועצה שמעה כי ' (Span 'הכוח התקדם היטב בתוכנית של Smith & Co. וכי "
                        "הנתונים לרבעון האחרון יפורסמו') ' לפני הישיבה הבאה')");
    const struct bp_page *page = &laid->pages.pages[0];
    int changes = 0;
    for (int i = 1; i < page->n_boxes; i++)
        changes += page->boxes[i].kid != page->boxes[i - 1].kid;
    assert_int_equal(changes, 2);
}

static void an_underline_ends_with_the_words_it_is_under(void **state)
{
    struct laid *laid = *state;
    struct bp_block *block = laid_paragraph(laid, laid->root, "ראו ");
    laid_run(laid, &block->text, &laid_plain, "את האתר הרשמי של המועצה ושל כל הועדות שלה באינטרנט")
        ->link = "https://example.org/";
    laid_out(laid);
    struct laid_box words = laid_find(laid, "את האתר");
    const struct bp_box *line = laid_rectangle(laid, 0, 0);
    assert_near(line->x, words.x0, 0.02);
    assert_near(line->x + line->width, words.x1, 0.02);
}

static void a_paragraph_keeps_its_own_direction_on_a_page_of_the_other(void **state)
{
    struct laid *laid = *state;
    laid->document.right_to_left = false;
    laid_paragraph(laid, laid->root, "שלום (Board) לכולם 12");
    laid_paragraph(laid, laid->root, "The word שלום is Hebrew");
    laid_out(laid);
    assert_near(laid_find(laid, "שלום").x1, LAID_END, 0.05);
    assert_near(laid_find(laid, "The word").x0, LAID_TEXT, 0.05);
    assert_string_equal(laid_tags(laid),
                        "(P 'שלום (Board) לכולם 12')(P 'The word שלום is Hebrew')");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TURNED(text_starts_at_the_right),
        TURNED(labels_and_marks_stand_at_the_right),
        TURNED(columns_run_from_the_right),
        TURNED(a_justified_line_reaches_both_edges),
        TURNED(a_run_over_two_lines_is_one_piece_of_content),
        TURNED(an_underline_ends_with_the_words_it_is_under),
        TURNED(a_paragraph_keeps_its_own_direction_on_a_page_of_the_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
