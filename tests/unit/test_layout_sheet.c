/* SPDX-License-Identifier: MIT */
/* Pages of a duplex document, and pages that are turned. */
#include "laid.h"

/* The margins are 30 at the start and 50 at the end: left-hand pages stand 20 to the right. */
static void left_hand_pages_have_the_inner_margin_at_the_other_side(void **state)
{
    struct laid *laid = *state;
    laid->document.sheet.duplex = true;
    for (int i = 0; i < 3; i++)
        laid_run(laid, &laid->document.footer[i].texts[BP_RUNNING_START], &laid_plain, "foot");
    laid_lines(laid, &laid_plain, "a", 40);
    laid_out(laid);
    const double shifts[] = {0, 20, 0};
    for (int i = 0; i < 3; i++) {
        assert_near(laid_seek(laid, i, "a").x0, LAID_TEXT + shifts[i], 0.5);
        assert_near(laid_seek(laid, i, "foot").x0, LAID_SIDE + shifts[i], 0.5);
    }
    assert_near(laid_find(laid, "a16").box->x, LAID_TEXT + 20, 0.001);
}

static void grounds_notes_and_links_move_with_their_page(void **state)
{
    struct laid *laid = *state;
    struct bp_style tint = laid_plain;
    tint.has_fill = true;
    tint.new_page = true;
    laid->document.sheet.duplex = true;
    laid_paragraph(laid, laid->root, "one");
    struct bp_block *panel = bp_block_new(laid->arena, laid->root, BP_BLOCK_PANEL, &tint);
    struct bp_block *words = laid_paragraph(laid, panel, "two");
    struct bp_run *run = laid_run(laid, &words->text, &laid_plain, "linked");
    run->link = "https://example.org";
    run->note = laid_note(laid, "1", "note");
    laid_out(laid);
    assert_near(laid_rectangle(laid, 1, 0)->x, LAID_TEXT + 20, 0.01);
    const struct bp_link *link = laid->pages.pages[1].links;
    assert_near(link->x0, laid_find(laid, "linked").box->x, 0.01);
    assert_near(laid_find(laid, "note").x0, LAID_TEXT + 20 + 20, 0.7);
}

static void a_mirrored_document_is_bound_at_the_right(void **state)
{
    struct laid *laid = *state;
    laid->document.sheet.duplex = laid->document.right_to_left = true;
    laid_run(laid, &laid->document.footer[BP_PAGE_LEFT].texts[BP_RUNNING_START], &laid_plain,
             "foot");
    laid_lines(laid, &laid_plain, "א", 20);
    laid_out(laid);
    assert_near(laid_seek(laid, 0, "א").x1, 400 - LAID_TEXT, 0.7);
    assert_near(laid_seek(laid, 1, "א").x1, 400 - LAID_TEXT - 20, 0.7);
    assert_near(laid_seek(laid, 1, "foot").x1, 400 - LAID_SIDE - 20, 0.7);
}

static void a_panel_of_the_page_reaches_the_edges_of_a_left_hand_page(void **state)
{
    struct laid *laid = *state;
    struct bp_style style = laid_plain;
    style.column = BP_COLUMN_PAGE;
    style.has_fill = style.new_page = true;
    laid->document.sheet.duplex = true;
    laid_paragraph(laid, laid->root, "one");
    struct bp_block *panel = bp_block_new(laid->arena, laid->root, BP_BLOCK_PANEL, &style);
    laid_paragraph(laid, panel, "two");
    laid_out(laid);
    assert_near(laid_rectangle(laid, 1, 0)->x, 0, 0.01);
    assert_near(laid_rectangle(laid, 1, 0)->width, 400, 0.01);
    assert_near(laid_find(laid, "two").x0, LAID_SIDE + 20, 0.5);
}

static void the_watermark_stands_in_the_middle_of_every_paper(void **state)
{
    struct laid *laid = *state;
    laid->document.sheet.duplex = true;
    laid->document.watermark = "Draft";
    laid_lines(laid, &laid_plain, "a", 20);
    laid_out(laid);
    assert_near(laid_seek(laid, 0, "Draft").box->x, laid_seek(laid, 1, "Draft").box->x, 0.01);
}

/* A portrait page, 300 by 400: text is 160 wide, and 320 on a page that is turned. */
static void stand_upright(struct laid *laid)
{
    laid->document.sheet.width = 300;
    laid->document.sheet.height = 400;
    for (int i = 0; i < BP_N_PAGE_KINDS; i++)
        laid_run(laid, &laid->document.footer[i].texts[BP_RUNNING_END], &laid_plain, "foot");
}

/* A table of one row, five columns of 50 pt and gutters of 10 pt: 290 pt wide. */
static struct bp_block *wide_table(struct laid *laid, const char *stem)
{
    static const double widths[] = {50, 50, 50, 50, 50};
    struct bp_block *table = laid_grid(laid, 5), *row = laid_row(laid, table);
    table->column_widths = widths;
    table->may_turn = true;
    for (int i = 1; i <= 5; i++)
        laid_cell(laid, row, bp_arena_printf(laid->arena, "%s%d", stem, i));
    return table;
}

static void assert_size(const struct laid *laid, int page, double width, double height)
{
    assert_near(laid->pages.pages[page].width, width, 0.001);
    assert_near(laid->pages.pages[page].height, height, 0.001);
}

static void a_table_too_wide_for_its_page_stands_on_a_landscape_one(void **state)
{
    struct laid *laid = *state;
    stand_upright(laid);
    laid_paragraph(laid, laid->root, "before");
    wide_table(laid, "x");
    wide_table(laid, "y");
    laid_paragraph(laid, laid->root, "after");
    laid_out(laid);
    assert_string_equal(laid_pages(laid), "before / x1 x2 x3 x4 x5 y1 y2 y3 y4 y5 / after");
    assert_size(laid, 0, 300, 400);
    assert_size(laid, 1, 400, 300);
    assert_size(laid, 2, 300, 400);
    assert_near(laid_find(laid, "x1").x0, 30, 0.6);
    assert_near(laid_find(laid, "x5").x0, 30 + 240, 0.6);
    assert_near(laid_seek(laid, 0, "foot").x1, 250, 0.1);
    assert_near(laid_seek(laid, 1, "foot").x1, 350, 0.1);
    double up = laid_seek(laid, 0, "foot").box->y, across = laid_seek(laid, 1, "foot").box->y;
    assert_near(up - across, 100, 0.01);
    assert_near(laid_find(laid, "x1").box->y, laid_find(laid, "before").box->y, 0.01);
}

static void a_heading_goes_with_its_table_to_the_landscape_page(void **state)
{
    struct bp_style style = laid_plain;
    struct laid *laid = *state;
    style.keep_with_next = true;
    stand_upright(laid);
    laid_paragraph(laid, laid->root, "before");
    struct bp_block *heading = laid_add(laid, laid->root, BP_BLOCK_HEADING, &style, "Title");
    heading->level = 1;
    wide_table(laid, "x");
    laid_out(laid);
    assert_string_equal(laid_pages(laid), "before / Title x1 x2 x3 x4 x5");
    laid->document.right_to_left = true;
    laid_out(laid);
    assert_near(laid_find(laid, "Title").x1, 400 - 90, 0.6);
    assert_near(laid_find(laid, "x1").x1, 400 - 30, 0.6);
}

static void a_table_that_fits_is_not_turned(void **state)
{
    static const double widths[] = {20, 20, 20, 20, 20};
    struct laid *laid = *state;
    stand_upright(laid);
    wide_table(laid, "x")->column_widths = widths;
    laid_out(laid);
    assert_size(laid, 0, 300, 400);
}

static const char *report_of(const struct laid *laid)
{
    char *printed = NULL;
    size_t size;
    FILE *file = open_memstream(&printed, &size);
    bp_report_print(laid->report, file);
    fclose(file);
    const char *copy = bp_arena_string(laid->arena, printed, strlen(printed));
    free(printed);
    return copy;
}

static void assert_too_wide(struct laid *laid, const char *message)
{
    assert_false(
        bp_layout_document(&laid->document, laid->text, &laid->pages, laid->arena, laid->report));
    if (!strstr(report_of(laid), message))
        fail_msg("“%s” is not in “%s”", message, report_of(laid));
}

/* 290 pt in 160 pt: 130 pt are 45.9 mm. */
static void the_message_says_by_how_much_a_table_is_too_wide(void **state)
{
    struct laid *laid = *state;
    stand_upright(laid);
    wide_table(laid, "x")->may_turn = false;
    assert_too_wide(laid, "this table is 45.9 mm wider than the page; write “landscape: yes” for "
                          "it in the layout, or make its column widths smaller, or split it into "
                          "several tables");
}

static void a_table_that_fits_neither_way_is_an_error(void **state)
{
    static const double widths[] = {100, 100, 100, 100, 100};
    struct laid *laid = *state;
    stand_upright(laid);
    wide_table(laid, "x")->column_widths = widths;
    assert_too_wide(laid, "this table is 77.6 mm wider than the landscape page; make its");
}

static void a_sheet_that_is_landscape_is_not_turned(void **state)
{
    static const double widths[] = {100, 100, 100, 100, 100};
    struct laid *laid = *state;
    wide_table(laid, "x")->column_widths = widths;
    assert_too_wide(laid, "this table is 98.8 mm wider than the page; make its column widths "
                          "smaller, or split");
}

static void notes_of_a_landscape_page_begin_with_its_text(void **state)
{
    struct laid *laid = *state;
    stand_upright(laid);
    struct bp_block *table = wide_table(laid, "x");
    struct bp_block *words = table->first->first->first;
    laid_run(laid, &words->text, &laid_plain, "1")->note = laid_note(laid, "1", "note");
    for (int turned = 0; turned < 2; turned++) {
        laid->document.right_to_left = turned;
        laid_out(laid);
        struct laid_box note = laid_find(laid, "note");
        assert_true(note.box->y > 300 - 40 - 14 && note.box->y < 300 - 40);
        if (turned)
            assert_near(note.x1, 400 - 30 - 20, 0.6);
        else
            assert_near(note.x0, 30 + 20, 0.6);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAID(left_hand_pages_have_the_inner_margin_at_the_other_side),
        LAID(grounds_notes_and_links_move_with_their_page),
        LAID(a_mirrored_document_is_bound_at_the_right),
        LAID(a_panel_of_the_page_reaches_the_edges_of_a_left_hand_page),
        LAID(a_table_too_wide_for_its_page_stands_on_a_landscape_one),
        LAID(a_heading_goes_with_its_table_to_the_landscape_page),
        LAID(a_table_that_fits_is_not_turned),
        LAID(the_message_says_by_how_much_a_table_is_too_wide),
        LAID(a_table_that_fits_neither_way_is_an_error),
        LAID(a_sheet_that_is_landscape_is_not_turned),
        LAID(notes_of_a_landscape_page_begin_with_its_text),
        LAID(the_watermark_stands_in_the_middle_of_every_paper),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
