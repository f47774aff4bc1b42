/* SPDX-License-Identifier: MIT */
/* Layout on pages: what stays together, panels, footnotes, running heads. */
#include "laid.h"

static struct bp_style *style_new(struct laid *laid)
{
    return bp_arena_copy(laid->arena, &laid_plain, 1, sizeof laid_plain);
}

static struct bp_block *panel_new(struct laid *laid, struct bp_style *style, const char *words)
{
    style->has_fill = true;
    style->fill = 0xEEEEEE;
    style->bar = 3;
    style->padding_x = 10;
    style->padding_y = 5;
    struct bp_block *panel = bp_block_new(laid->arena, laid->root, BP_BLOCK_PANEL, style);
    laid_paragraph(laid, panel, words);
    return panel;
}

static void no_heading_is_last_on_a_page(void **state)
{
    struct laid *laid = *state;
    struct bp_style *style = style_new(laid);
    style->keep_with_next = true;
    for (int before = 10; before <= 15; before++) {
        laid->root->first = laid->root->last = NULL;
        laid_lines(laid, &laid_plain, "a", before);
        laid_add(laid, laid->root, BP_BLOCK_HEADING, style, "One")->level = 1;
        laid_add(laid, laid->root, BP_BLOCK_HEADING, style, "Two")->level = 2;
        laid_lines(laid, &laid_plain, "b", 3);
        laid_out(laid);
        assert_int_equal(laid_find(laid, "One").page, laid_find(laid, "b1").page);
        assert_int_equal(laid_find(laid, "One").page, before > 12);
    }
}

static void no_line_of_a_paragraph_is_left_alone(void **state)
{
    static const struct bp_style kept = {.name = "kept", .type = LAID_TYPE(10), .leading = 14};
    struct laid *laid = *state;
    for (int before = 10; before <= 14; before++) {
        laid->root->first = laid->root->last = NULL;
        laid_lines(laid, &laid_plain, "a", before);
        laid_lines(laid, &kept, "b", 4);
        laid_out(laid);
        int on_first = 0;
        for (int i = 1; i <= 4; i++)
            on_first += laid_find(laid, bp_arena_printf(laid->arena, "b%d", i)).page == 0;
        assert_int_equal(on_first, before < 12 ? 4 : before < 14 ? 2 : 0);
    }
}

static void a_style_says_how_many_lines_stay_together(void **state)
{
    struct laid *laid = *state;
    struct bp_style *style = style_new(laid);
    style->orphans = 3;
    style->widows = 4;
    laid_lines(laid, &laid_plain, "a", 9);
    laid_lines(laid, style, "b", 8);
    laid_out(laid);
    assert_int_equal(laid_find(laid, "b4").page, 0);
    assert_int_equal(laid_find(laid, "b5").page, 1);
}

static void a_paragraph_that_ends_in_a_colon_is_not_parted_from_its_list(void **state)
{
    struct laid *laid = *state;
    laid_lines(laid, &laid_plain, "a", 14);
    laid_paragraph(laid, laid->root, "We agreed:");
    struct bp_block *list = bp_block_new(laid->arena, laid->root, BP_BLOCK_LIST, &laid_plain);
    for (int i = 0; i < 3; i++)
        laid_paragraph(laid, bp_block_new(laid->arena, list, BP_BLOCK_ITEM, &laid_hanging),
                       "point");
    laid_out(laid);
    assert_int_equal(laid_find(laid, "We agreed:").page, 1);
}

static void a_panel_lies_behind_its_lines_and_stays_with_what_raised_it(void **state)
{
    struct laid *laid = *state;
    struct bp_style *style = style_new(laid);
    style->keep_with_previous = style->keep_together = true;
    laid_lines(laid, &laid_plain, "a", 14);
    panel_new(laid, style, "Action\nwords");
    laid_out(laid);
    assert_int_equal(laid_find(laid, "a13").page, 0);
    assert_int_equal(laid_find(laid, "a14").page, 1);
    const struct bp_box *ground = laid_rectangle(laid, 1, 0), *bar = laid_rectangle(laid, 1, 1);
    struct laid_box first = laid_find(laid, "Action"), last = laid_find(laid, "words");
    assert_near(ground->x, LAID_TEXT, 0.01);
    assert_near(ground->width, 260, 0.01);
    assert_near(ground->height, 28 + 10, 0.01);
    assert_near(first.x0, LAID_TEXT + 13, 0.5);
    assert_true(ground->y < first.box->y - 10);
    assert_true(ground->y + ground->height > last.box->y + 3);
    assert_near(bar->width, 3, 0.01);
    assert_near(bar->height, ground->height, 0.01);
    assert_null(ground->kid);
    assert_string_equal(laid_tags(laid) + strlen(laid_tags(laid)) - strlen("(P 'Action words')"),
                        "(P 'Action words')");
}

static void a_group_that_stays_together_moves_as_a_whole(void **state)
{
    struct laid *laid = *state;
    struct bp_style *style = style_new(laid);
    style->keep_together = true;
    laid_lines(laid, &laid_plain, "a", 13);
    struct bp_block *group = bp_block_new(laid->arena, laid->root, BP_BLOCK_GROUP, style);
    for (int i = 1; i <= 3; i++)
        laid_paragraph(laid, group, bp_arena_printf(laid->arena, "g%d", i));
    laid_out(laid);
    assert_int_equal(laid_find(laid, "a13").page, 0);
    assert_int_equal(laid_find(laid, "g1").page, 1);
}

static void a_page_break_begins_a_page_and_is_not_tagged(void **state)
{
    struct laid *laid = *state;
    laid_paragraph(laid, laid->root, "one");
    bp_block_new(laid->arena, laid->root, BP_BLOCK_PAGE_BREAK, &laid_plain);
    laid_paragraph(laid, laid->root, "two");
    laid_out(laid);
    assert_string_equal(laid_pages(laid), "one / two");
    assert_string_equal(laid_tags(laid), "(P 'one')(P 'two')");
}

static void a_paragraph_over_two_pages_is_one_with_two_pieces(void **state)
{
    struct laid *laid = *state;
    laid_lines(laid, &laid_plain, "a", 14);
    laid_lines(laid, &laid_plain, "b", 3);
    laid_out(laid);
    assert_string_equal(strstr(laid_tags(laid), "(P 'b1"), "(P 'b1 ' 'b2 b3')");
    assert_string_equal(laid->pages.pages[1].label, "2");
}

static void call(struct laid *laid, struct bp_block *block, const char *number, const char *words)
{
    laid_run(laid, &block->text, &laid_plain, number)->note = laid_note(laid, number, words);
}

static void notes_stand_at_the_foot_of_their_page_in_order(void **state)
{
    struct laid *laid = *state;
    struct bp_block *block = laid_paragraph(laid, laid->root, "Several");
    call(laid, block, "1", "first note");
    laid_run(laid, &block->text, &laid_plain, " on a line");
    call(laid, block, "2", "second note");
    laid_out(laid);
    struct laid_box first = laid_find(laid, "first note"), second = laid_find(laid, "second note");
    assert_true(first.box->y < second.box->y);
    assert_true(second.box->y > LAID_FOOT - 14 && second.box->y < LAID_FOOT);
    assert_near(first.x0, LAID_TEXT + 20, 0.05);
    const struct bp_box *rule = laid_rectangle(laid, 0, 0);
    assert_true(rule->y < first.box->y - 10 && rule->y > first.box->y - 24);
    assert_string_equal(laid_tags(laid), "(P 'Several1' (Note #note-1 (Lbl '1') 'first note') "
                                         "' on a line2' (Note #note-2 (Lbl '2') 'second note'))");
}

static void a_line_goes_with_its_note_to_the_next_page(void **state)
{
    struct laid *laid = *state;
    laid_lines(laid, &laid_plain, "a", 13);
    call(laid, laid_paragraph(laid, laid->root, "called"), "1", "note");
    laid_out(laid);
    assert_int_equal(laid_find(laid, "a13").page, 0);
    assert_int_equal(laid_find(laid, "called").page, 1);
    assert_int_equal(laid_find(laid, "note").page, 1);
}

static void a_note_in_a_heading_is_laid_out_too(void **state)
{
    struct laid *laid = *state;
    struct bp_block *heading = laid_add(laid, laid->root, BP_BLOCK_HEADING, &laid_plain, "Title");
    heading->level = 1;
    call(laid, heading, "1", "note");
    laid_out(laid);
    assert_string_equal(laid_tags(laid), "(H1 'Title1' (Note #note-1 (Lbl '1') 'note'))");
}

/* A part's heading, which the running head repeats, and `n` lines. */
static void part(struct laid *laid, const char *title, const char *stem, int n)
{
    struct bp_block *heading = laid_add(laid, laid->root, BP_BLOCK_HEADING, &laid_plain, title);
    heading->bookmark = title;
    heading->level = 2;
    laid_lines(laid, &laid_plain, stem, n);
}

static void the_running_head_names_the_part_that_goes_on(void **state)
{
    struct laid *laid = *state;
    struct bp_running_line *header = laid->document.header;
    laid_run(laid, &header[BP_PAGE_LEFT].texts[BP_RUNNING_START], &laid_plain, "")->field =
        BP_FIELD_SECTION;
    header[BP_PAGE_RIGHT] = header[BP_PAGE_LEFT];
    part(laid, "One", "a", 20);
    part(laid, "Two", "b", 8);
    part(laid, "Three", "c", 3);
    laid_out(laid);
    assert_int_equal(laid->pages.n_pages, 3);
    struct laid_box head = laid_seek(laid, 1, "One");
    assert_int_equal(head.page, 1);
    assert_true(head.box->y < LAID_TOP);
    assert_null(head.box->kid);
    assert_int_equal(head.box->artifact, BP_ARTIFACT_HEADER);
    assert_int_equal(laid_find(laid, "Three").page, 2);
    assert_null(laid_seek(laid, 2, "Two").box);
    assert_null(laid_seek(laid, 2, "One").box);
}

static void the_footer_counts_the_pages(void **state)
{
    struct laid *laid = *state;
    struct bp_running_line *feet = laid->document.footer;
    struct bp_text *footer = &feet[BP_PAGE_FIRST].texts[BP_RUNNING_END];
    laid_run(laid, footer, &laid_plain, "Page ");
    laid_run(laid, footer, &laid_plain, "")->field = BP_FIELD_PAGE;
    laid_run(laid, footer, &laid_plain, " of ");
    laid_run(laid, footer, &laid_plain, "")->field = BP_FIELD_PAGES;
    feet[BP_PAGE_LEFT] = feet[BP_PAGE_RIGHT] = feet[BP_PAGE_FIRST];
    laid_lines(laid, &laid_plain, "a", 40);
    laid_out(laid);
    for (int i = 0; i < 3; i++) {
        GString *words = g_string_new(NULL);
        double end = 0;
        for (int k = 0; k < laid->pages.pages[i].n_boxes; k++) {
            struct laid_box box = {.box = &laid->pages.pages[i].boxes[k]};
            if (box.box->kid || box.box->kind != BP_BOX_TEXT)
                continue;
            laid_measure(&box);
            end = MAX(end, box.x1);
            bp_box_append_text(box.box, words);
            assert_true(box.box->y > LAID_FOOT);
            assert_int_equal(box.box->artifact, BP_ARTIFACT_FOOTER);
        }
        assert_string_equal(words->str, bp_arena_printf(laid->arena, "Page %d of 3", i + 1));
        assert_near(end, LAID_END, 0.05);
        g_string_free(words, TRUE);
    }
}

static void the_watermark_is_an_artifact_under_all_else(void **state)
{
    struct laid *laid = *state;
    laid->document.watermark = "Draft";
    laid_lines(laid, &laid_plain, "a", 20);
    laid_out(laid);
    for (int i = 0; i < 2; i++) {
        const struct bp_box *box = &laid->pages.pages[i].boxes[0];
        assert_string_equal(laid_words(laid, box), "Draft");
        assert_null(box->kid);
        assert_int_equal(box->artifact, BP_ARTIFACT_WATERMARK);
        assert_true(box->angle > 30 && box->angle < 60);
    }
    assert_null(strstr(laid_tags(laid), "Draft"));
}

static void a_style_without_a_face_is_told_where_the_layout_names_it(void **state)
{
    struct laid *laid = *state;
    struct bp_style light = laid_plain, foreign = laid_plain;
    light.type.weight = 300;
    light.source = (struct bp_source){"house.yaml", 12, 5};
    foreign.type.family = "Times";
    foreign.source = (struct bp_source){"house.yaml", 20, 5};
    const struct bp_style *styles[] = {&laid_plain, &light, &foreign};
    laid->document.styles = styles;
    laid->document.n_styles = 3;
    laid_paragraph(laid, laid->root, "words");
    assert_false(
        bp_layout_document(&laid->document, laid->text, &laid->pages, laid->arena, laid->report));
    assert_int_equal(bp_report_errors(laid->report), 2);
    assert_true(bp_report_has(laid->report, "no-face"));
}

static void an_empty_document_has_a_page(void **state)
{
    struct laid *laid = *state;
    laid_out(laid);
    assert_int_equal(laid->pages.n_pages, 1);
    assert_int_equal(laid->pages.pages[0].n_boxes, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAID(no_heading_is_last_on_a_page),
        LAID(no_line_of_a_paragraph_is_left_alone),
        LAID(a_style_says_how_many_lines_stay_together),
        LAID(a_paragraph_that_ends_in_a_colon_is_not_parted_from_its_list),
        LAID(a_panel_lies_behind_its_lines_and_stays_with_what_raised_it),
        LAID(a_group_that_stays_together_moves_as_a_whole),
        LAID(a_page_break_begins_a_page_and_is_not_tagged),
        LAID(a_paragraph_over_two_pages_is_one_with_two_pieces),
        LAID(notes_stand_at_the_foot_of_their_page_in_order),
        LAID(a_line_goes_with_its_note_to_the_next_page),
        LAID(a_note_in_a_heading_is_laid_out_too),
        LAID(the_running_head_names_the_part_that_goes_on),
        LAID(the_footer_counts_the_pages),
        LAID(the_watermark_is_an_artifact_under_all_else),
        LAID(a_style_without_a_face_is_told_where_the_layout_names_it),
        LAID(an_empty_document_has_a_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
