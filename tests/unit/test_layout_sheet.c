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

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAID(left_hand_pages_have_the_inner_margin_at_the_other_side),
        LAID(grounds_notes_and_links_move_with_their_page),
        LAID(a_mirrored_document_is_bound_at_the_right),
        LAID(a_panel_of_the_page_reaches_the_edges_of_a_left_hand_page),
        LAID(the_watermark_stands_in_the_middle_of_every_paper),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
