/* SPDX-License-Identifier: MIT */
/* Layout of tables: columns, heads, tall rows, spans, tags. */
#include "laid.h"

static const char filler[] =
    "the board heard that the force had made good progress on all parts of the plan and that ";

static struct bp_block *head_row(struct laid *laid, struct bp_block *table, const char *first,
                                 const char *second)
{
    struct bp_block *row = laid_row(laid, table);
    laid_cell(laid, row, first)->scope = BP_SCOPE_COLUMN;
    laid_cell(laid, row, second)->scope = BP_SCOPE_COLUMN;
    table->header_rows++;
    return row;
}

static struct bp_block *two_cells(struct laid *laid, struct bp_block *table, const char *first,
                                  const char *second)
{
    struct bp_block *row = laid_row(laid, table);
    laid_cell(laid, row, first);
    laid_cell(laid, row, second);
    return row;
}

static void columns_are_as_wide_as_their_words_and_share_the_rest(void **state)
{
    struct laid *laid = *state;
    struct bp_block *table = laid_grid(laid, 3);
    for (int i = 0; i < 2; i++) {
        struct bp_block *row = laid_row(laid, table);
        laid_cell(laid, row, i ? "1,250" : "7");
        laid_cell(laid, row, bp_arena_printf(laid->arena, "words %s%s", filler, filler));
        laid_cell(laid, row, i ? "due" : "06/2022");
    }
    laid_out(laid);
    struct laid_box number = laid_find(laid, "1,250"), words = laid_find(laid, "words");
    struct laid_box due = laid_find(laid, "due");
    assert_near(number.x0, LAID_TEXT, 0.01);
    assert_near(words.x0, number.x1 + 10, 0.5);
    assert_near(laid_find(laid, "06/2022").x1, LAID_END, 0.5);
    assert_true(words.x1 <= due.x0 - 10 + 0.05);
}

static void fixed_columns_keep_their_widths(void **state)
{
    static const double widths[] = {100, 40, 0};
    struct laid *laid = *state;
    struct bp_block *table = laid_grid(laid, 3), *row = laid_row(laid, table);
    table->column_widths = widths;
    laid_cell(laid, row, "one");
    laid_cell(laid, row, "two");
    laid_cell(laid, row, "three");
    laid_out(laid);
    assert_near(laid_find(laid, "two").x0, LAID_TEXT + 110, 0.01);
    assert_near(laid_find(laid, "three").x0, LAID_TEXT + 160, 0.01);
}

static void a_fixed_column_too_narrow_for_a_word_takes_its_width(void **state)
{
    static const double widths[] = {20, 0};
    struct laid *laid = *state;
    struct bp_block *table = laid_grid(laid, 2);
    table->column_widths = widths;
    struct bp_block *row = laid_row(laid, table);
    laid_cell(laid, row, "the Pemberton");
    laid_cell(laid, row, filler);
    laid_out(laid);
    struct laid_box name = laid_find(laid, "Pemberton");
    assert_string_equal(laid_words(laid, name.box), "Pemberton");
    assert_near(name.x0, LAID_TEXT, 0.01);
    assert_true(laid_find(laid, "the ").box->y < name.box->y);
}

static void numbers_end_at_their_columns_edge(void **state)
{
    static const struct bp_style at_end = {
        .name = "end", .type = LAID_TYPE(10), .leading = 14, .align = BP_ALIGN_END};
    static const char *const numbers[] = {"1,200", "35", "7"};
    struct laid *laid = *state;
    struct bp_block *table = laid_grid(laid, 2);
    for (guint i = 0; i < G_N_ELEMENTS(numbers); i++) {
        struct bp_block *row = laid_row(laid, table);
        laid_add(laid, laid_cell(laid, row, NULL), BP_BLOCK_PARAGRAPH, &at_end, numbers[i]);
        laid_cell(laid, row, "text");
    }
    laid_out(laid);
    assert_near(laid_find(laid, "35").x1, laid_find(laid, "1,200").x1, 0.05);
    assert_near(laid_find(laid, "7").x1, laid_find(laid, "1,200").x1, 0.05);
}

static void a_table_of_one_column_takes_the_whole_measure(void **state)
{
    static const struct bp_style at_end = {
        .name = "end", .type = LAID_TYPE(10), .leading = 14, .align = BP_ALIGN_END};
    struct laid *laid = *state;
    struct bp_block *row = laid_row(laid, laid_grid(laid, 1));
    laid_add(laid, laid_cell(laid, row, NULL), BP_BLOCK_PARAGRAPH, &at_end, "alone");
    laid_out(laid);
    assert_near(laid_find(laid, "alone").x1, LAID_END, 0.05);
}

static void a_table_with_more_columns_than_fit_is_an_error(void **state)
{
    struct laid *laid = *state;
    struct bp_block *table = laid_grid(laid, 40), *row = laid_row(laid, table);
    table->source.line = 12;
    for (int i = 0; i < 40; i++)
        laid_cell(laid, row, "x");
    assert_false(
        bp_layout_document(&laid->document, laid->text, &laid->pages, laid->arena, laid->report));
    assert_true(bp_report_has(laid->report, "table-too-wide"));
    assert_int_equal(bp_report_errors(laid->report), 1);
}

static void as_many_columns_as_have_room_do_fit(void **state)
{
    struct laid *laid = *state;
    struct bp_block *table = laid_grid(laid, 12), *row = laid_row(laid, table);
    for (int i = 0; i < 12; i++)
        laid_cell(laid, row, "x");
    laid_out(laid);
    assert_int_equal(laid->pages.pages[0].n_boxes, 12);
}

/* A table of one row of `n` cells with the same words. */
static void make_row(struct laid *laid, int n, const char *words)
{
    struct bp_block *row = laid_row(laid, laid_grid(laid, n));
    for (int i = 0; i < n; i++)
        laid_cell(laid, row, words);
}

static void columns_come_nearer_before_a_word_is_split(void **state)
{
    struct laid *laid = *state;
    make_row(laid, 9, "1234");
    laid_out(laid);
    assert_string_equal(laid_pages(laid), "1234 1234 1234 1234 1234 1234 1234 1234 1234");
}

static void figures_are_never_split(void **state)
{
    struct laid *laid = *state;
    make_row(laid, 8, "1,234,567");
    assert_false(
        bp_layout_document(&laid->document, laid->text, &laid->pages, laid->arena, laid->report));
    assert_true(bp_report_has(laid->report, "table-too-wide"));
}

static void a_long_address_is_split_and_leaves_the_figures_whole(void **state)
{
    struct laid *laid = *state;
    struct bp_block *row = laid_row(laid, laid_grid(laid, 3));
    laid_cell(laid, row,
              "https_example_org_a_long_address_without_any_place_where_it_may_end_so_long");
    laid_cell(laid, row, "1,250,000");
    laid_cell(laid, row, "committee");
    laid_out(laid);
    assert_string_equal(laid_words(laid, laid_find(laid, "1,2").box), "1,250,000");
    assert_string_equal(laid_words(laid, laid_find(laid, "com").box), "committee");
    assert_near(laid_find(laid, "committee").x1, LAID_END, 0.1);
}

static void tags_name_head_body_spans_and_empty_cells(void **state)
{
    struct laid *laid = *state;
    struct bp_block *table = laid_grid(laid, 3), *row = laid_row(laid, table);
    struct bp_block *caption = bp_block_new(laid->arena, NULL, BP_BLOCK_CAPTION, &laid_plain);
    laid_run(laid, &caption->text, &laid_plain, "Costs");
    caption->next = table->first;
    caption->parent = table;
    table->first = caption;
    table->header_rows = 1;
    struct bp_block *wide = laid_cell(laid, row, "wide");
    wide->column_span = 2;
    wide->scope = BP_SCOPE_COLUMN;
    laid_cell(laid, row, "c");
    row = laid_row(laid, table);
    struct bp_block *tall = laid_cell(laid, row, "tall");
    tall->row_span = 2;
    tall->scope = BP_SCOPE_ROW;
    laid_cell(laid, row, "b1");
    laid_cell(laid, row, NULL);
    row = laid_row(laid, table);
    laid_cell(laid, row, "b2");
    laid_cell(laid, row, "c2");
    laid_out(laid);
    assert_string_equal(laid_tags(laid),
                        "(Table (Caption 'Costs') (THead (TR (TH column 2x1 'wide') (TD 'c'))) "
                        "(TBody (TR (TH row 1x2 'tall') (TD 'b1') (TD)) "
                        "(TR (TD 'b2') (TD 'c2'))))");
    assert_near(laid_find(laid, "b2").x0, laid_find(laid, "b1").x0, 0.01);
    assert_near(laid_find(laid, "c2").x0, laid_find(laid, "c").x0, 0.01);
}

static void a_cell_over_rows_gives_the_last_of_them_its_height(void **state)
{
    struct laid *laid = *state;
    struct bp_block *table = laid_grid(laid, 2), *row = laid_row(laid, table);
    laid_cell(laid, row, "1\n2\n3\n4\n5")->row_span = 2;
    laid_cell(laid, row, "top");
    laid_cell(laid, laid_row(laid, table), "below");
    laid_paragraph(laid, laid->root, "after");
    laid_out(laid);
    double top = laid_find(laid, "top").box->y;
    assert_near(laid_find(laid, "below").box->y, top + 14, 0.02);
    assert_near(laid_find(laid, "after").box->y, top + 5 * 14, 0.02);
}

static void rows_that_a_cell_spans_are_not_parted(void **state)
{
    struct laid *laid = *state;
    laid_lines(laid, &laid_plain, "a", 13);
    struct bp_block *table = laid_grid(laid, 2), *row = laid_row(laid, table);
    laid_cell(laid, row, "tall")->row_span = 3;
    laid_cell(laid, row, "r1");
    laid_cell(laid, laid_row(laid, table), "r2");
    laid_cell(laid, laid_row(laid, table), "r3");
    laid_out(laid);
    assert_int_equal(laid_find(laid, "r1").page, 1);
    assert_int_equal(laid_find(laid, "r3").page, 1);
    assert_int_equal(laid_find(laid, "a13").page, 0);
}

static void the_head_is_repeated_as_an_artifact_and_tagged_once(void **state)
{
    struct laid *laid = *state;
    struct bp_block *table = laid_grid(laid, 2);
    head_row(laid, table, "Action", "Owner");
    for (int i = 1; i <= 30; i++)
        two_cells(laid, table, bp_arena_printf(laid->arena, "row%d", i), "force");
    laid_out(laid);
    assert_int_equal(laid->pages.n_pages, 3);
    struct laid_box first = laid_find(laid, "Action");
    assert_non_null(first.box->kid);
    for (int i = 1; i < 3; i++) {
        struct laid_box again = laid_seek(laid, i, "Action");
        assert_int_equal(again.page, i);
        assert_null(again.box->kid);
        assert_int_equal(again.box->artifact, BP_ARTIFACT_LAYOUT);
        assert_near(again.box->y, first.box->y, 0.01);
        assert_near(again.box->x, first.box->x, 0.01);
    }
    assert_ptr_equal(strstr(strstr(laid_tags(laid), "Action") + 1, "Action"), NULL);
    assert_int_equal(laid_find(laid, "row14").page, 0);
    assert_int_equal(laid_find(laid, "row15").page, 1);
    assert_near(laid_find(laid, "row15").box->y - laid_seek(laid, 1, "Action").box->y, 14, 0.01);
}

static void a_head_higher_than_a_third_of_the_page_is_not_repeated(void **state)
{
    struct laid *laid = *state;
    struct bp_block *table = laid_grid(laid, 2);
    head_row(laid, table, "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18", "Owner");
    for (int i = 1; i <= 20; i++)
        two_cells(laid, table, bp_arena_printf(laid->arena, "row%d", i), "force");
    laid_out(laid);
    assert_null(laid_seek(laid, 1, "Owner").box);
    assert_int_equal(laid->pages.n_pages, 3);
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < laid->pages.pages[i].n_boxes; k++)
            assert_true(laid->pages.pages[i].boxes[k].y < LAID_FOOT);
}

static void no_row_stands_alone_under_the_head_or_on_the_next_page(void **state)
{
    struct laid *laid = *state;
    laid_lines(laid, &laid_plain, "a", 13);
    struct bp_block *table = laid_grid(laid, 2);
    head_row(laid, table, "Action", "Owner");
    for (int i = 1; i <= 16; i++)
        two_cells(laid, table, bp_arena_printf(laid->arena, "row%d", i), "force");
    laid_out(laid);
    assert_int_equal(laid_find(laid, "Action").page, 1);
    assert_int_equal(laid_find(laid, "row14").page, 1);
    assert_int_equal(laid_find(laid, "row15").page, 2);
    laid->root->first = laid->root->last = NULL;
    table = laid_grid(laid, 2);
    for (int i = 1; i <= 16; i++)
        two_cells(laid, table, bp_arena_printf(laid->arena, "row%d", i), "force");
    laid_out(laid);
    assert_int_equal(laid_find(laid, "row14").page, 0);
    assert_int_equal(laid_find(laid, "row15").page, 1);
}

/* Thirty rows, the last that fits on a page a heading over those after it. */
static void grouped_rows(struct laid *laid, struct bp_block *table)
{
    head_row(laid, table, "Action", "Owner");
    for (int i = 1; i <= 30; i++) {
        if (i == 14) {
            struct bp_block *cell = laid_cell(laid, laid_row(laid, table), "group");
            cell->scope = BP_SCOPE_COLUMN;
            cell->column_span = 2;
        }
        two_cells(laid, table, bp_arena_printf(laid->arena, "row%d", i), "force");
    }
}

static void a_heading_over_rows_stays_with_the_next_of_them(void **state)
{
    struct laid *laid = *state;
    struct bp_block *table = laid_grid(laid, 2);
    grouped_rows(laid, table);
    laid_out(laid);
    assert_int_equal(laid_find(laid, "row13").page, 0);
    assert_int_equal(laid_find(laid, "group").page, 1);
    assert_int_equal(laid_find(laid, "row14").page, 1);
}

static void what_would_stay_together_and_fits_on_no_page_breaks_where_it_may(void **state)
{
    struct laid *laid = *state;
    struct bp_style whole = laid_plain;
    struct bp_block *table = laid_grid(laid, 2);
    whole.keep_together = true;
    table->style = &whole;
    grouped_rows(laid, table);
    laid_out(laid);
    assert_int_equal(laid_find(laid, "group").page, 1);
}

static void heads_are_broken_before_the_rows_below_them(void **state)
{
    struct laid *laid = *state;
    struct bp_block *table = laid_grid(laid, 4), *row = laid_row(laid, table);
    table->header_rows = 1;
    laid_cell(laid, row, "Period");
    laid_cell(laid, row, "Of all calls those");
    laid_cell(laid, row, "Of others the most");
    laid_cell(laid, row, "Of letters the rest");
    for (int i = 0; i < 4; i++) {
        row = laid_row(laid, table);
        laid_cell(laid, row, bp_arena_printf(laid->arena, "September the %dth", i + 10));
        for (int k = 0; k < 3; k++)
            laid_cell(laid, row, "123");
    }
    laid_out(laid);
    assert_string_equal(laid_words(laid, laid_find(laid, "September the 10th").box),
                        "September the 10th");
    assert_true(laid_find(laid, "those").box->y > laid_find(laid, "Period").box->y);
}

static void an_amount_too_wide_is_parted_from_its_unit(void **state)
{
    struct laid *laid = *state;
    struct bp_block *table = laid_grid(laid, 5), *row = laid_row(laid, table);
    for (int i = 0; i < 5; i++)
        laid_cell(laid, row, "30.8\u00A0minutes");
    laid_out(laid);
    assert_string_equal(laid_words(laid, laid_find(laid, "30.8").box), "30.8\u00A0");
    assert_string_equal(laid_words(laid, laid_find(laid, "minutes").box), "minutes");
}

static void a_row_higher_than_a_third_of_a_page_goes_on_on_the_next(void **state)
{
    struct laid *laid = *state;
    laid_lines(laid, &laid_plain, "a", 10);
    struct bp_block *table = laid_grid(laid, 2), *row = laid_row(laid, table);
    laid_cell(laid, row, "l1\nl2\nl3\nl4\nl5\nl6\nl7\nl8");
    struct bp_block *cell = laid_cell(laid, row, "r1\nr2\nr3");
    struct bp_run *run = laid_run(laid, &cell->first->text, &laid_plain, " r4\nr5\nr6\nr7");
    run->emphasis = true;
    laid_out(laid);
    assert_int_equal(laid_find(laid, "l5").page, 0);
    assert_int_equal(laid_find(laid, "l6").page, 1);
    assert_int_equal(laid_seek(laid, 1, "r7").page, 1);
    assert_string_equal(strstr(laid_tags(laid), "(Table"),
                        "(Table (TBody (TR (TD 'l1 ' 'l2 ' 'l3 ' 'l4 ' 'l5 ' 'l6 ' 'l7 ' 'l8') "
                        "(TD 'r1 ' 'r2 ' 'r3' (Span ' r4 ' 'r5 ' 'r6 ' 'r7')))))");
}

static void a_low_row_is_not_parted(void **state)
{
    struct laid *laid = *state;
    laid_lines(laid, &laid_plain, "a", 12);
    two_cells(laid, laid_grid(laid, 2), "l1\nl2\nl3\nl4", "r1\nr2");
    laid_out(laid);
    assert_int_equal(laid_find(laid, "l1").page, 1);
    assert_int_equal(laid_find(laid, "r1").page, 1);
}

static void cells_hold_lists_and_tables(void **state)
{
    struct laid *laid = *state;
    struct bp_block *row = laid_row(laid, laid_grid(laid, 2));
    struct bp_block *list =
        bp_block_new(laid->arena, laid_cell(laid, row, NULL), BP_BLOCK_LIST, &laid_plain);
    struct bp_block *item = bp_block_new(laid->arena, list, BP_BLOCK_ITEM, &laid_hanging);
    laid_run(laid, &item->label, &laid_hanging, "-");
    laid_paragraph(laid, item, "point");
    struct bp_block *inner =
        bp_block_new(laid->arena, laid_cell(laid, row, NULL), BP_BLOCK_TABLE, &laid_table);
    inner->n_columns = 2;
    two_cells(laid, inner, "in", "side");
    laid_out(laid);
    assert_string_equal(laid_tags(laid),
                        "(Table (TBody (TR (TD (L (LI (Lbl '-') (LBody 'point')))) "
                        "(TD (Table (TBody (TR (TD 'in') (TD 'side'))))))))");
    assert_near(laid_find(laid, "point").box->y, laid_find(laid, "in").box->y, 0.01);
    assert_near(laid_find(laid, "point").x0, LAID_TEXT + 20, 0.01);
}

static void a_note_that_a_cell_calls_stands_on_the_page_of_its_row(void **state)
{
    struct laid *laid = *state;
    laid_lines(laid, &laid_plain, "a", 14);
    struct bp_block *row = two_cells(laid, laid_grid(laid, 2), "left", "right");
    laid_run(laid, &row->last->first->text, &laid_plain, "1")->note = laid_note(laid, "1", "below");
    laid_out(laid);
    assert_int_equal(laid_find(laid, "right").page, 1);
    assert_int_equal(laid_find(laid, "below").page, 1);
    assert_non_null(strstr(laid_tags(laid), "(TD 'right1' (Note #note-1 (Lbl '1') 'below'))"));
}

static void grounds_and_rules_of_rows_are_artifacts_as_wide_as_the_table(void **state)
{
    static const struct bp_style ruled = {.name = "row",
                                          .type = LAID_TYPE(10),
                                          .leading = 14,
                                          .padding_y = 3,
                                          .has_fill = true,
                                          .fill = 0xEEEEEE,
                                          .rule = 0.5};
    struct laid *laid = *state;
    struct bp_block *row = two_cells(laid, laid_grid(laid, 2), "left", "right");
    row->style = &ruled;
    laid_out(laid);
    const struct bp_box *fill = laid_rectangle(laid, 0, 0), *rule = laid_rectangle(laid, 0, 1);
    assert_near(fill->x, LAID_TEXT, 0.01);
    assert_near(fill->width, 260, 0.01);
    assert_near(fill->height, 14 + 6 + 0.5, 0.01);
    assert_near(rule->y + rule->height, fill->y + fill->height, 0.01);
    assert_near(rule->width, 260, 0.01);
    assert_null(fill->kid);
    assert_null(rule->kid);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAID(columns_are_as_wide_as_their_words_and_share_the_rest),
        LAID(fixed_columns_keep_their_widths),
        LAID(a_fixed_column_too_narrow_for_a_word_takes_its_width),
        LAID(numbers_end_at_their_columns_edge),
        LAID(a_table_of_one_column_takes_the_whole_measure),
        LAID(a_table_with_more_columns_than_fit_is_an_error),
        LAID(as_many_columns_as_have_room_do_fit),
        LAID(columns_come_nearer_before_a_word_is_split),
        LAID(figures_are_never_split),
        LAID(a_long_address_is_split_and_leaves_the_figures_whole),
        LAID(tags_name_head_body_spans_and_empty_cells),
        LAID(a_cell_over_rows_gives_the_last_of_them_its_height),
        LAID(rows_that_a_cell_spans_are_not_parted),
        LAID(the_head_is_repeated_as_an_artifact_and_tagged_once),
        LAID(a_head_higher_than_a_third_of_the_page_is_not_repeated),
        LAID(no_row_stands_alone_under_the_head_or_on_the_next_page),
        LAID(a_heading_over_rows_stays_with_the_next_of_them),
        LAID(what_would_stay_together_and_fits_on_no_page_breaks_where_it_may),
        LAID(heads_are_broken_before_the_rows_below_them),
        LAID(an_amount_too_wide_is_parted_from_its_unit),
        LAID(a_row_higher_than_a_third_of_a_page_goes_on_on_the_next),
        LAID(a_low_row_is_not_parted),
        LAID(cells_hold_lists_and_tables),
        LAID(a_note_that_a_cell_calls_stands_on_the_page_of_its_row),
        LAID(grounds_and_rules_of_rows_are_artifacts_as_wide_as_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
