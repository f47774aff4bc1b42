/* SPDX-License-Identifier: MIT */
/* Running lines: three slots, several lines, pictures, rules. */
#include "laid.h"

#include "text/paragraph.h"

enum { MIDDLE = (LAID_SIDE + LAID_END) / 2 };

static struct bp_text *slot_of(struct laid *laid, bool foot, int index)
{
    struct bp_running_line *lines = foot ? laid->document.footer : laid->document.header;
    return &lines[BP_PAGE_FIRST].texts[index];
}

/* The baseline below the top of a line of 14 points. */
static double baseline_of(struct laid *laid)
{
    const struct bp_font font = {.family = "Open Sans", .weight = 400, .language = "en-GB"};
    struct bp_metrics metrics = bp_text_metrics(laid->text, &font, 10);
    return (14 - metrics.ascent - metrics.descent) / 2 + metrics.ascent;
}

static void the_middle_is_centred_on_the_text_area(void **state)
{
    struct laid *laid = *state;
    laid_run(laid, slot_of(laid, true, BP_RUNNING_START), &laid_plain, "a start that is longer");
    laid_run(laid, slot_of(laid, true, BP_RUNNING_CENTRE), &laid_plain, "Middle");
    laid_run(laid, slot_of(laid, true, BP_RUNNING_END), &laid_plain, "End");
    laid_out(laid);
    struct laid_box start = laid_find(laid, "a start"), middle = laid_find(laid, "Middle");
    assert_near((middle.x0 + middle.x1) / 2, MIDDLE, 0.1);
    assert_near(start.x0, LAID_SIDE, 0.1);
    assert_near(laid_find(laid, "End").x1, LAID_END, 0.1);
    assert_near(middle.box->y, 300 - (40 + 14) / 2.0 + baseline_of(laid), 0.1);
    assert_near(start.box->y, middle.box->y, 0.01);
}

static void texts_too_long_for_their_slots_take_three_lines_and_end_in_an_ellipsis(void **state)
{
    static const char words[] = "words and words and words and words and words and words and more";
    struct laid *laid = *state;
    for (int i = 0; i < BP_N_RUNNING; i++)
        laid_run(laid, slot_of(laid, true, i), &laid_plain,
                 bp_arena_printf(laid->arena, "%c %s %s %s last", 'a' + i, words, words, words));
    laid_out(laid);
    struct laid_box boxes[] = {laid_find(laid, "a words"), laid_find(laid, "b words"),
                               laid_find(laid, "c words")};
    int cut = 0, lines = 0;
    for (int i = 0; i < laid->pages.pages[0].n_boxes; i++) {
        const struct bp_box *box = &laid->pages.pages[0].boxes[i];
        if (box->kind != BP_BOX_TEXT || box->artifact != BP_ARTIFACT_FOOTER || box->kid)
            continue;
        lines++;
        cut += g_str_has_suffix(laid_words(laid, box), "…");
    }
    assert_int_equal(lines, 9);
    assert_int_equal(cut, 3);
    assert_true(bp_report_has(laid->report, "cut"));
    assert_true(boxes[0].x1 + 5 < boxes[1].x0 && boxes[1].x1 + 5 < boxes[2].x0);
    assert_near((boxes[1].x0 + boxes[1].x1) / 2, MIDDLE, 0.1);
}

static void a_text_that_fits_in_two_lines_loses_no_word(void **state)
{
    static const char words[] = "words and words and words and words and words and words and more";
    struct laid *laid = *state;
    laid_run(laid, slot_of(laid, true, BP_RUNNING_START), &laid_plain, words);
    laid_run(laid, slot_of(laid, true, BP_RUNNING_END), &laid_plain, "and at the end some others");
    laid_out(laid);
    const struct bp_box *last = NULL;
    for (int i = 0; i < laid->pages.pages[0].n_boxes; i++) {
        const struct bp_box *box = &laid->pages.pages[0].boxes[i];
        if (box->kind == BP_BOX_TEXT && g_str_has_suffix(laid_words(laid, box), "more"))
            last = box;
    }
    assert_non_null(last);
    assert_false(bp_report_has(laid->report, "cut"));
    assert_near(last->y - laid_find(laid, "words and").box->y, 14, 0.1);
}

static void an_end_takes_what_the_other_leaves(void **state)
{
    static const char words[] = "words and words and words and words and words and more";
    struct laid *laid = *state;
    laid_run(laid, slot_of(laid, true, BP_RUNNING_START), &laid_plain, "S");
    laid_run(laid, slot_of(laid, true, BP_RUNNING_END), &laid_plain, words);
    laid_out(laid);
    assert_string_equal(laid_words(laid, laid_find(laid, "words").box), words);
}

static void lines_of_a_header_stand_in_the_middle_of_its_margin(void **state)
{
    struct laid *laid = *state;
    laid_run(laid, slot_of(laid, false, BP_RUNNING_START), &laid_plain, "One\nTwo");
    laid_run(laid, slot_of(laid, false, BP_RUNNING_END), &laid_plain, "Other");
    laid_out(laid);
    double top = (40 - 2 * 14) / 2.0 + baseline_of(laid);
    assert_near(laid_find(laid, "One").box->y, top, 0.1);
    assert_near(laid_find(laid, "Two").box->y, top + 14, 0.1);
    assert_near(laid_find(laid, "Other").box->y, top, 0.1);
    assert_near(laid_find(laid, "Two").x0, LAID_SIDE, 0.1);
}

static void a_footer_of_several_lines_keeps_from_the_papers_edge(void **state)
{
    struct laid *laid = *state;
    laid_run(laid, slot_of(laid, true, BP_RUNNING_END), &laid_plain, "One\nTwo");
    laid_out(laid);
    assert_near(laid_find(laid, "One").box->y, 300 - 18 - 2 * 14 + baseline_of(laid), 0.1);
    assert_near(laid_find(laid, "Two").x1, LAID_END, 0.1);
    laid->document.sheet.margin_bottom = 120;
    laid_out(laid);
    assert_near(laid_find(laid, "One").box->y, 300 - (120 + 14) / 2.0 + baseline_of(laid), 0.1);
}

static const struct bp_box *picture_of(const struct laid *laid, int index)
{
    const struct bp_page *page = &laid->pages.pages[0];
    for (int i = 0; i < page->n_boxes; i++)
        if (page->boxes[i].kind == BP_BOX_FIGURE && index-- == 0)
            return &page->boxes[i];
    fail_msg("there are too few pictures");
    return NULL;
}

static void pictures_keep_their_shape_and_are_centred_on_the_line(void **state)
{
    static const struct bp_picture logo = {.path = "logo.svg", .width = 300, .height = 100};
    struct laid *laid = *state;
    struct bp_running_line *header = &laid->document.header[BP_PAGE_FIRST];
    for (int i = 0; i < BP_N_RUNNING; i++) {
        header->pictures[i] = &logo;
        header->heights[i] = 20;
    }
    laid_out(laid);
    static const double starts[] = {LAID_SIDE, MIDDLE - 30, LAID_END - 60};
    for (int i = 0; i < BP_N_RUNNING; i++) {
        const struct bp_box *box = picture_of(laid, i);
        assert_near(box->x, starts[i], 0.01);
        assert_near(box->width, 60, 0.01);
        assert_near(box->height, 20, 0.01);
        assert_near(box->y, 10, 0.01);
        assert_null(box->kid);
        assert_int_equal(box->artifact, BP_ARTIFACT_HEADER);
        assert_ptr_equal(box->picture, &logo);
    }
}

static void a_picture_wider_than_its_slot_is_made_smaller(void **state)
{
    static const struct bp_picture banner = {.path = "banner.png", .width = 2000, .height = 100};
    struct laid *laid = *state;
    struct bp_running_line *header = &laid->document.header[BP_PAGE_FIRST];
    header->pictures[BP_RUNNING_START] = &banner;
    header->heights[BP_RUNNING_START] = 32;
    laid_out(laid);
    assert_near(picture_of(laid, 0)->width, 320, 0.01);
    assert_near(picture_of(laid, 0)->height, 16, 0.01);
}

static int rectangles(const struct laid *laid)
{
    int n = 0;
    for (int i = 0; i < laid->pages.pages[0].n_boxes; i++)
        n += laid->pages.pages[0].boxes[i].kind == BP_BOX_RECTANGLE;
    return n;
}

static void a_rule_stands_under_a_header_of_its_own_style(void **state)
{
    struct laid *laid = *state;
    struct bp_style ruled = laid_plain;
    ruled.rule = 0.5;
    laid_run(laid, slot_of(laid, false, BP_RUNNING_START), &laid_plain, "Header");
    laid_run(laid, slot_of(laid, true, BP_RUNNING_START), &laid_plain, "Footer");
    laid->document.header_style = laid->document.footer_style = &ruled;
    laid_out(laid);
    assert_int_equal(rectangles(laid), 1);
    assert_near(laid_rectangle(laid, 0, 0)->y, 300 - (40 + 14) / 2.0 - 4 - 0.5, 0.01);
    laid->document.footer_style = &laid_plain;
    laid_out(laid);
    assert_int_equal(rectangles(laid), 1);
    const struct bp_box *rule = laid_rectangle(laid, 0, 0);
    assert_near(rule->y, (40 - 14) / 2.0 + 14 + 4, 0.01);
    assert_near(rule->x, LAID_SIDE, 0.01);
    assert_near(rule->width, LAID_END - LAID_SIDE, 0.01);
    assert_int_equal(rule->artifact, BP_ARTIFACT_HEADER);
}

static void running_lines_of_a_right_to_left_document_are_mirrored(void **state)
{
    struct laid *laid = *state;
    laid->document.right_to_left = true;
    laid_run(laid, slot_of(laid, true, BP_RUNNING_START), &laid_plain, "Start");
    laid_run(laid, slot_of(laid, true, BP_RUNNING_CENTRE), &laid_plain, "Middle");
    laid_out(laid);
    struct laid_box middle = laid_find(laid, "Middle");
    assert_near((middle.x0 + middle.x1) / 2, 400 - MIDDLE, 0.1);
    assert_true(laid_find(laid, "Start").x0 > middle.x1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAID(the_middle_is_centred_on_the_text_area),
        LAID(texts_too_long_for_their_slots_take_three_lines_and_end_in_an_ellipsis),
        LAID(a_text_that_fits_in_two_lines_loses_no_word),
        LAID(an_end_takes_what_the_other_leaves),
        LAID(lines_of_a_header_stand_in_the_middle_of_its_margin),
        LAID(a_footer_of_several_lines_keeps_from_the_papers_edge),
        LAID(pictures_keep_their_shape_and_are_centred_on_the_line),
        LAID(a_picture_wider_than_its_slot_is_made_smaller),
        LAID(a_rule_stands_under_a_header_of_its_own_style),
        LAID(running_lines_of_a_right_to_left_document_are_mirrored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
