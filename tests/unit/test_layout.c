/* SPDX-License-Identifier: MIT */
/* Layout of text: headings, runs, links, alignment, tabs, long words, figures. */
#include "laid.h"

static const char paragraph[] =
    "The board heard that the force had made good progress on the plan, and that the figures for "
    "the last quarter would be published before the next meeting of the board in the summer.";

static void headings_are_tagged_by_their_level(void **state)
{
    struct laid *laid = *state;
    for (int i = 1; i <= 6; i++) {
        const char *words = bp_arena_printf(laid->arena, "h%d", i);
        laid_add(laid, laid->root, BP_BLOCK_HEADING, &laid_plain, words)->level = i;
    }
    laid_add(laid, laid->root, BP_BLOCK_HEADING, &laid_plain, "low")->level = 9;
    laid_out(laid);
    assert_string_equal(laid_tags(laid), "(H1 'h1')(H2 'h2')(H3 'h3')(H4 'h4')(H5 'h5')(H6 'h6')"
                                         "(H6 'low')");
}

static void sections_and_quotations_are_tagged_and_groups_are_not(void **state)
{
    struct laid *laid = *state;
    struct bp_block *section = bp_block_new(laid->arena, laid->root, BP_BLOCK_SECTION, &laid_plain);
    struct bp_block *group = bp_block_new(laid->arena, section, BP_BLOCK_GROUP, &laid_plain);
    struct bp_block *quote = bp_block_new(laid->arena, group, BP_BLOCK_QUOTE, &laid_plain);
    section->language = "cy";
    laid_paragraph(laid, quote, "said");
    laid_paragraph(laid, group, "done");
    laid_out(laid);
    assert_string_equal(laid_tags(laid), "(Sect cy (BlockQuote (P 'said')) (P 'done'))");
}

static void places_and_bookmarks_are_where_their_blocks_begin(void **state)
{
    struct laid *laid = *state;
    laid_lines(laid, &laid_plain, "a", 15);
    struct bp_block *heading =
        laid_add(laid, laid->root, BP_BLOCK_HEADING, &laid_plain, "Second page");
    heading->id = "item-2";
    heading->bookmark = "2 Second page";
    heading->level = 2;
    laid_paragraph(laid, laid->root, "text")->id = "text-1";
    laid_out(laid);
    const struct bp_place *place = laid->pages.places;
    assert_string_equal(place->id, "item-2");
    assert_string_equal(place->bookmark, "2 Second page");
    assert_int_equal(place->level, 2);
    assert_int_equal(place->page, 1);
    assert_near(place->y, LAID_TOP, 0.001);
    assert_string_equal(place->next->id, "text-1");
    assert_near(place->next->y, LAID_TOP + 14, 0.001);
    assert_null(place->next->next);
}

static void a_place_in_a_cell_and_one_in_a_note_are_on_their_page(void **state)
{
    struct laid *laid = *state;
    laid_lines(laid, &laid_plain, "a", 15);
    struct bp_block *table = laid_grid(laid, 2), *row = laid_row(laid, table);
    laid_cell(laid, row, "one");
    struct bp_block *second = laid_cell(laid, row, "first\nsecond");
    laid_paragraph(laid, second, "third")->id = "third";
    struct bp_block *note = laid_note(laid, "1", "below");
    note->first->id = "below";
    struct bp_block *call = laid_paragraph(laid, laid->root, "called");
    laid_run(laid, &call->text, &laid_plain, "1")->note = note;
    laid_out(laid);
    const struct bp_place *place = laid->pages.places;
    assert_string_equal(place->id, "third");
    assert_int_equal(place->page, 1);
    assert_near(place->y, LAID_TOP + 28, 0.01);
    assert_string_equal(place->next->id, "below");
    assert_int_equal(place->next->page, 1);
    assert_near(place->next->y, LAID_FOOT - 14, 0.01);
}

static void emphasis_and_other_languages_are_spans(void **state)
{
    struct laid *laid = *state;
    struct bp_block *block = laid_paragraph(laid, laid->root, "The ");
    laid_run(laid, &block->text, &laid_plain, "force")->emphasis = true;
    laid_run(laid, &block->text, &laid_plain, " met ");
    laid_run(laid, &block->text, &laid_plain, "Heddlu")->language = "cy";
    struct bp_run *run = laid_run(laid, &block->text, &laid_plain, " De");
    run->language = "cy";
    run->emphasis = true;
    laid_run(laid, &block->text, &laid_plain, "in English")->language = "en-GB";
    laid_out(laid);
    assert_string_equal(laid_tags(laid), "(P 'The ' (Span 'force') ' met ' (Span cy 'Heddlu') "
                                         "(Span cy ' De') 'in English')");
}

static void runs_that_differ_in_colour_alone_are_one_piece_of_content(void **state)
{
    static const struct bp_style red = {
        .name = "red",
        .type = {.family = "Open Sans", .weight = 700, .size = 10, .colour = 0xFF0000}};
    struct laid *laid = *state;
    struct bp_block *block = laid_paragraph(laid, laid->root, "Black ");
    laid_run(laid, &block->text, &red, "red");
    laid_out(laid);
    assert_string_equal(laid_tags(laid), "(P 'Black red')");
    assert_int_equal(laid_find(laid, "red").box->line.colour, 0xFF0000);
    assert_ptr_equal(laid_find(laid, "red").box->kid, laid_find(laid, "Black").box->kid);
}

static void a_link_has_an_annotation_and_an_underline_a_line(void **state)
{
    struct laid *laid = *state;
    struct bp_block *block = laid_paragraph(laid, laid->root, "See ");
    laid_run(laid, &block->text, &laid_plain,
             "the long words of a link that go on over the line's end")
        ->link = "https://example.org/";
    laid_run(laid, &block->text, &laid_plain, ".");
    laid_out(laid);
    const struct bp_link *first = laid->pages.pages[0].links, *second = first->next;
    assert_null(second->next);
    assert_string_equal(first->target, "https://example.org/");
    assert_string_equal(second->contents,
                        "the long words of a link that go on over the line's end");
    struct laid_box words = laid_find(laid, "the long words");
    const struct bp_box *line = laid_rectangle(laid, 0, 0);
    assert_near(line->x, words.x0, 0.02);
    assert_near(line->x + line->width, words.x1, 0.02);
    assert_true(line->y > words.box->y && line->y < words.box->y + 2);
    assert_true(first->x0 <= words.x0 + 0.01 && first->x1 >= words.x1 - 0.01);
    assert_true(first->y0 < words.box->y - 7 && first->y1 > words.box->y + 2);
    assert_true(second->y0 >= first->y0 + 13);
    assert_ptr_equal(first->tag, second->tag);
    assert_non_null(strstr(laid_tags(laid), "@https://example.org/ @https://example.org/)"));
}

static void links_to_two_places_are_two(void **state)
{
    struct laid *laid = *state;
    struct bp_block *block = bp_block_new(laid->arena, laid->root, BP_BLOCK_PARAGRAPH, &laid_plain);
    laid_run(laid, &block->text, &laid_plain, "one")->link = "#a";
    laid_run(laid, &block->text, &laid_plain, "two")->link = "#b";
    laid_out(laid);
    assert_string_equal(laid_tags(laid), "(P (Link alt=one 'one' @#a) (Link alt=two 'two' @#b))");
}

static void struck_words_have_a_line_through_them(void **state)
{
    struct laid *laid = *state;
    struct bp_block *block = laid_paragraph(laid, laid->root, "old ");
    laid_run(laid, &block->text, &laid_plain, "gone")->strike = true;
    laid_out(laid);
    struct laid_box words = laid_find(laid, "gone");
    const struct bp_box *line = laid_rectangle(laid, 0, 0);
    assert_near(line->x, words.x0, 0.02);
    assert_near(line->width, words.x1 - words.x0, 0.02);
    assert_true(line->y < words.box->y - 2 && line->y > words.box->y - 4);
    assert_null(line->kid);
}

static void aligned_lines_reach_their_edge(void **state)
{
    static const struct {
        enum bp_align align;
        double x0, x1; /* negative: not asked */
    } cases[] = {
        {BP_ALIGN_START, LAID_TEXT, -1},
        {BP_ALIGN_END, -1, LAID_END},
        {BP_ALIGN_JUSTIFY, LAID_TEXT, LAID_END},
    };
    struct laid *laid = *state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct bp_style *style = bp_arena_copy(laid->arena, &laid_plain, 1, sizeof laid_plain);
        style->align = cases[i].align;
        laid->root->first = laid->root->last = NULL;
        laid_add(laid, laid->root, BP_BLOCK_PARAGRAPH, style, paragraph);
        laid_out(laid);
        struct laid_box first = laid_find(laid, "The board heard");
        if (cases[i].x0 >= 0)
            assert_near(first.x0, cases[i].x0, 0.05);
        if (cases[i].x1 >= 0)
            assert_near(first.x1, cases[i].x1, 0.05);
    }
}

static void centred_lines_have_the_same_room_on_both_sides(void **state)
{
    static const struct bp_style centred = {
        .name = "centred", .type = LAID_TYPE(10), .leading = 14, .align = BP_ALIGN_CENTRE};
    struct laid *laid = *state;
    laid_add(laid, laid->root, BP_BLOCK_PARAGRAPH, &centred, paragraph);
    laid_out(laid);
    int lines = 0;
    for (int i = 0; i < laid->pages.pages[0].n_boxes; i++, lines++) {
        struct laid_box line = {.box = &laid->pages.pages[0].boxes[i]};
        laid_measure(&line);
        assert_near(line.x0 - LAID_TEXT, LAID_END - line.x1, 0.05);
    }
    assert_true(lines > 2);
}

static void the_last_line_of_a_justified_paragraph_is_not_stretched(void **state)
{
    static const struct bp_style justified = {
        .name = "justified", .type = LAID_TYPE(10), .leading = 14, .align = BP_ALIGN_JUSTIFY};
    struct laid *laid = *state;
    laid_add(laid, laid->root, BP_BLOCK_PARAGRAPH, &justified, "two words\nand two");
    laid_out(laid);
    assert_near(laid_find(laid, "two words").box->line.stretch, 0, 0);
    assert_near(laid_find(laid, "and two").box->line.stretch, 0, 0);
}

static void a_soft_hyphen_is_seen_at_a_lines_end_and_has_room_there(void **state)
{
    static const struct bp_style justified = {
        .name = "justified", .type = LAID_TYPE(10), .leading = 14, .align = BP_ALIGN_JUSTIFY};
    struct laid *laid = *state;
    laid_add(laid, laid->root, BP_BLOCK_PARAGRAPH, &justified,
             "Constitu\u00adtionally and institu\u00adtionally the same constitu\u00adtionally.");
    laid_out(laid);
    struct laid_box hyphen = laid_find(laid, "-");
    assert_string_equal(hyphen.box->line.actual, "\u00ad");
    assert_near(hyphen.x1, LAID_END, 0.05);
    assert_non_null(hyphen.box->kid);
    assert_near(laid_find(laid, "Constitu").box->y, hyphen.box->y, 0.001);
}

static void a_word_longer_than_the_page_is_cut_and_lost_nowhere(void **state)
{
    struct laid *laid = *state;
    GString *word = g_string_new(NULL);
    for (int i = 0; i < 3000; i++)
        g_string_append_c(word, (char)('a' + i % 26));
    laid_paragraph(laid, laid->root, word->str);
    laid_out(laid);
    assert_true(laid->pages.n_pages > 2);
    GString *found = g_string_new(NULL);
    for (int i = 0; i < laid->pages.n_pages; i++)
        for (int k = 0; k < laid->pages.pages[i].n_boxes; k++) {
            struct laid_box line = {.box = &laid->pages.pages[i].boxes[k]};
            laid_measure(&line);
            assert_true(line.x1 <= LAID_END + 0.05);
            bp_box_append_text(line.box, found);
        }
    assert_string_equal(found->str, word->str);
    g_string_free(found, TRUE);
    g_string_free(word, TRUE);
}

static void a_tab_leads_to_the_column_or_to_its_end(void **state)
{
    static const struct bp_style tab = {
        .name = "tab", .type = LAID_TYPE(10), .leading = 14, .tab = 100};
    static const struct bp_style end_tab = {
        .name = "end-tab", .type = LAID_TYPE(10), .leading = 14, .end_tab = 1};
    struct laid *laid = *state;
    laid_add(laid, laid->root, BP_BLOCK_PARAGRAPH, &tab, "Name\tRole");
    laid_add(laid, laid->root, BP_BLOCK_PARAGRAPH, &end_tab, "Action\tDue");
    laid_out(laid);
    assert_near(laid_find(laid, "Role").x0, LAID_TEXT + 100, 0.05);
    assert_near(laid_find(laid, "Name").box->y, laid_find(laid, "Role").box->y, 0.001);
    assert_near(laid_find(laid, "Due").x1, LAID_END, 0.05);
    assert_string_equal(laid_tags(laid), "(P 'Name Role')(P 'Action Due')");
}

static void what_has_no_room_after_the_tab_begins_the_next_line_there(void **state)
{
    static const struct bp_style tab = {
        .name = "tab", .type = LAID_TYPE(10), .leading = 14, .tab = 100};
    struct laid *laid = *state;
    laid_add(laid, laid->root, BP_BLOCK_PARAGRAPH, &tab,
             "A name that is longer than its room is\tRole of many words");
    laid_add(laid, laid->root, BP_BLOCK_PARAGRAPH, &tab, "A name longer than that\tChair");
    laid_out(laid);
    struct laid_box name = laid_find(laid, "A name that"), role = laid_find(laid, "Role");
    assert_near(role.x0, LAID_TEXT + 100, 0.05);
    assert_near(role.box->y, name.box->y + 14, 0.01);
    assert_near(laid_find(laid, "Chair").box->y, laid_find(laid, "A name longer").box->y, 0.01);
    assert_string_equal(laid_tags(laid),
                        "(P 'A name that is longer than its room is Role of many words')"
                        "(P 'A name longer than that Chair')");
}

static void a_figure_is_scaled_to_its_column(void **state)
{
    struct laid *laid = *state;
    struct bp_block *figure = laid_add(laid, laid->root, BP_BLOCK_FIGURE, &laid_plain, NULL);
    figure->width = 520;
    figure->height = 100;
    figure->alt = "A chart";
    laid_paragraph(laid, laid->root, "after");
    laid_out(laid);
    const struct bp_box *box = &laid->pages.pages[0].boxes[0];
    assert_int_equal(box->kind, BP_BOX_FIGURE);
    assert_near(box->x, LAID_TEXT, 0.001);
    assert_near(box->width, 260, 0.01);
    assert_near(box->height, 50, 0.01);
    assert_string_equal(laid_tags(laid), "(Figure alt=A chart '')(P 'after')");
    const struct bp_tag *tag = laid->pages.tags->first->tag;
    assert_near(tag->box[2], LAID_END, 0.01);
    assert_near(tag->box[3], LAID_TOP + 50, 0.01);
}

static void a_figure_higher_than_the_page_is_scaled_to_it(void **state)
{
    struct laid *laid = *state;
    struct bp_block *figure = laid_add(laid, laid->root, BP_BLOCK_FIGURE, &laid_plain, NULL);
    figure->width = 100;
    figure->height = 2200;
    laid_out(laid);
    const struct bp_box *box = &laid->pages.pages[0].boxes[0];
    assert_near(box->height, LAID_FOOT - LAID_TOP, 0.01);
    assert_near(box->width, 10, 0.01);
}

static const struct bp_picture crest = {.path = "crest.svg", .width = 80, .height = 40};

/* A figure with the crest in it, laid out alone. */
static const struct bp_box *picture_at(struct laid *laid, const struct bp_style *style,
                                       double width, double height)
{
    laid->root->first = laid->root->last = NULL;
    struct bp_block *figure = laid_add(laid, laid->root, BP_BLOCK_FIGURE, style, NULL);
    figure->picture = &crest;
    figure->width = width;
    figure->height = height;
    laid_out(laid);
    return &laid->pages.pages[0].boxes[0];
}

static void a_picture_keeps_its_shape(void **state)
{
    static const double sizes[][4] = {{0, 0, 80, 40},
                                      {100, 0, 100, 50},
                                      {0, 100, 200, 100},
                                      {520, 0, 260, 130},
                                      {30, 60, 30, 60}};
    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
        const struct bp_box *box = picture_at(*state, &laid_plain, sizes[i][0], sizes[i][1]);
        assert_near(box->width, sizes[i][2], 0.01);
        assert_near(box->height, sizes[i][3], 0.01);
        assert_ptr_equal(box->picture, &crest);
    }
}

static void a_figure_without_words_is_an_artifact(void **state)
{
    const struct bp_box *box = picture_at(*state, &laid_plain, 0, 0);
    assert_null(box->kid);
    assert_int_equal(box->artifact, BP_ARTIFACT_LAYOUT);
    assert_string_equal(laid_tags(*state), "");
}

static void a_figure_stands_where_its_style_says(void **state)
{
    struct bp_style style = laid_plain;
    static const double left[] = {[BP_ALIGN_START] = LAID_TEXT,
                                  [BP_ALIGN_CENTRE] = LAID_TEXT + 90,
                                  [BP_ALIGN_END] = LAID_END - 80};
    for (style.align = BP_ALIGN_START; style.align <= BP_ALIGN_CENTRE; style.align++)
        assert_near(picture_at(*state, &style, 0, 0)->x, left[style.align], 0.01);
    ((struct laid *)*state)->document.right_to_left = true;
    style.align = BP_ALIGN_END;
    assert_near(picture_at(*state, &style, 0, 0)->x, 400 - LAID_END, 0.01);
}

static void a_character_that_no_face_has_is_reported(void **state)
{
    struct laid *laid = *state;
    laid_paragraph(laid, laid->root, "fine");
    laid_paragraph(laid, laid->root, "\U00012000");
    assert_false(
        bp_layout_document(&laid->document, laid->text, &laid->pages, laid->arena, laid->report));
    assert_int_equal(bp_report_errors(laid->report), 1);
}

static void every_position_is_rounded_to_hundredths(void **state)
{
    static const struct bp_style odd = {.name = "odd",
                                        .type = LAID_TYPE(9.37),
                                        .leading = 13.333,
                                        .indent = 3.3333,
                                        .align = BP_ALIGN_JUSTIFY};
    struct laid *laid = *state;
    struct bp_block *block = laid_add(laid, laid->root, BP_BLOCK_PARAGRAPH, &odd, paragraph);
    laid_run(laid, &block->text, &odd, " a link")->link = "#x";
    laid_run(laid, &block->text, &odd, paragraph)->emphasis = true;
    laid_out(laid);
    for (int i = 0; i < laid->pages.pages[0].n_boxes; i++) {
        const struct bp_box *box = &laid->pages.pages[0].boxes[i];
        assert_near(box->x * 100, (double)(long)(box->x * 100 + 0.5), 1e-6);
        assert_near(box->y * 100, (double)(long)(box->y * 100 + 0.5), 1e-6);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAID(headings_are_tagged_by_their_level),
        LAID(sections_and_quotations_are_tagged_and_groups_are_not),
        LAID(places_and_bookmarks_are_where_their_blocks_begin),
        LAID(a_place_in_a_cell_and_one_in_a_note_are_on_their_page),
        LAID(emphasis_and_other_languages_are_spans),
        LAID(runs_that_differ_in_colour_alone_are_one_piece_of_content),
        LAID(a_link_has_an_annotation_and_an_underline_a_line),
        LAID(links_to_two_places_are_two),
        LAID(struck_words_have_a_line_through_them),
        LAID(aligned_lines_reach_their_edge),
        LAID(centred_lines_have_the_same_room_on_both_sides),
        LAID(the_last_line_of_a_justified_paragraph_is_not_stretched),
        LAID(a_soft_hyphen_is_seen_at_a_lines_end_and_has_room_there),
        LAID(a_word_longer_than_the_page_is_cut_and_lost_nowhere),
        LAID(a_tab_leads_to_the_column_or_to_its_end),
        LAID(what_has_no_room_after_the_tab_begins_the_next_line_there),
        LAID(a_figure_is_scaled_to_its_column),
        LAID(a_figure_higher_than_the_page_is_scaled_to_it),
        LAID(a_picture_keeps_its_shape),
        LAID(a_figure_without_words_is_an_artifact),
        LAID(a_figure_stands_where_its_style_says),
        LAID(a_character_that_no_face_has_is_reported),
        LAID(every_position_is_rounded_to_hundredths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
