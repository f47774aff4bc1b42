/* SPDX-License-Identifier: MIT */
/* What a block's style asks of the page: rules, panels to the paper's edges, new pages, labels. */
#include "laid.h"

static int rectangles(const struct laid *laid, int page)
{
    int n = 0;
    for (int i = 0; i < laid->pages.pages[page].n_boxes; i++)
        n += laid->pages.pages[page].boxes[i].kind == BP_BOX_RECTANGLE;
    return n;
}

static struct bp_style ruled(void)
{
    struct bp_style style = laid_plain;
    style.rule_above = 2;
    style.rule_below = 1;
    style.rule_gap = 3;
    style.rule_colour = 0x123456;
    return style;
}

static void assert_rule(const struct bp_box *rule, double x, double y, double width, double height)
{
    assert_near(rule->x, x, 0.01);
    assert_near(rule->y, y, 0.01);
    assert_near(rule->width, width, 0.01);
    assert_near(rule->height, height, 0.01);
    assert_int_equal(rule->fill.colour, 0x123456);
    assert_null(rule->kid);
}

static void rules_stand_over_and_under_a_paragraph(void **state)
{
    struct laid *laid = *state;
    const struct bp_style style = ruled();
    laid_lines(laid, &laid_plain, "a", 1);
    laid_lines(laid, &style, "b", 2);
    laid_lines(laid, &laid_plain, "c", 1);
    laid_out(laid);
    double top = LAID_TOP + 14;
    assert_rule(laid_rectangle(laid, 0, 0), LAID_TEXT, top, 260, 2);
    assert_rule(laid_rectangle(laid, 0, 1), LAID_TEXT, top + 5 + 28 + 3, 260, 1);
    double line = laid_find(laid, "a1").box->y;
    assert_near(laid_find(laid, "b1").box->y, line + 14 + 5, 0.01);
    assert_near(laid_find(laid, "b2").box->y, line + 28 + 5, 0.01);
    assert_near(laid_find(laid, "c1").box->y, line + 42 + 9, 0.01);
}

static void rules_of_a_group_go_around_all_of_it(void **state)
{
    struct laid *laid = *state;
    struct bp_style style = ruled();
    style.indent = 10;
    struct bp_block *group = bp_block_new(laid->arena, laid->root, BP_BLOCK_GROUP, &style);
    laid_paragraph(laid, group, "one");
    laid_paragraph(laid, group, "two");
    laid_out(laid);
    assert_int_equal(rectangles(laid, 0), 2);
    assert_rule(laid_rectangle(laid, 0, 0), LAID_TEXT + 10, LAID_TOP, 250, 2);
    assert_rule(laid_rectangle(laid, 0, 1), LAID_TEXT + 10, LAID_TOP + 5 + 28 + 3, 250, 1);
}

static void rules_of_a_panel_lie_on_its_ground(void **state)
{
    struct laid *laid = *state;
    struct bp_style style = ruled();
    style.has_fill = true;
    style.padding_y = 6;
    struct bp_block *panel = bp_block_new(laid->arena, laid->root, BP_BLOCK_PANEL, &style);
    laid_paragraph(laid, panel, "one");
    laid_out(laid);
    assert_near(laid_rectangle(laid, 0, 0)->height, 14 + 12 + 9, 0.01);
    assert_rule(laid_rectangle(laid, 0, 1), LAID_TEXT, LAID_TOP, 260, 2);
    assert_rule(laid_rectangle(laid, 0, 2), LAID_TEXT, LAID_TOP + 5 + 26 + 3, 260, 1);
}

static void a_rule_over_a_heading_covers_its_number(void **state)
{
    struct laid *laid = *state;
    const struct bp_style style = ruled();
    struct bp_block *heading = laid_add(laid, laid->root, BP_BLOCK_HEADING, &style, "Title");
    laid_run(laid, &heading->label, &style, "7");
    heading->label_place = BP_LABEL_SIDE;
    heading->level = 1;
    laid_out(laid);
    assert_rule(laid_rectangle(laid, 0, 0), LAID_SIDE, LAID_TOP, 320, 2);
    assert_rule(laid_rectangle(laid, 0, 1), LAID_TEXT, LAID_TOP + 5 + 14 + 3, 260, 1);
    assert_near(laid_find(laid, "7").box->y, laid_find(laid, "Title").box->y, 0.01);
}

/* Whether an item has a number or none, the rule over its heading is as long. */
static void a_rule_over_a_heading_beside_the_side_column_covers_that_too(void **state)
{
    struct laid *laid = *state;
    const struct bp_style style = ruled();
    struct bp_block *heading = laid_add(laid, laid->root, BP_BLOCK_HEADING, &style, "Title");
    heading->label_place = BP_LABEL_SIDE;
    heading->level = 1;
    laid_out(laid);
    assert_rule(laid_rectangle(laid, 0, 0), LAID_SIDE, LAID_TOP, 320, 2);
}

static struct bp_style bleeding(void)
{
    struct bp_style style = laid_plain;
    style.column = BP_COLUMN_PAGE;
    style.has_fill = true;
    style.bar = 4;
    style.padding_x = 20;
    style.padding_y = 5;
    return style;
}

static void a_panel_of_the_page_reaches_the_papers_edges(void **state)
{
    struct laid *laid = *state;
    const struct bp_style style = bleeding();
    for (int i = 0; i < 2; i++) {
        struct bp_block *panel = bp_block_new(laid->arena, laid->root, BP_BLOCK_PANEL, &style);
        laid_paragraph(laid, panel, i ? "two" : "one");
        laid_paragraph(laid, laid->root, i ? "after two" : "after one");
    }
    laid_out(laid);
    const struct bp_box *first = laid_rectangle(laid, 0, 0), *second = laid_rectangle(laid, 0, 2);
    assert_near(first->x, 0, 0.01);
    assert_near(first->width, 400, 0.01);
    assert_near(first->y, 0, 0.01);
    assert_near(first->height, LAID_TOP + 24, 0.01);
    assert_near(second->x, 0, 0.01);
    assert_near(second->y, LAID_TOP + 24 + 14, 0.01);
    assert_near(second->height, 24, 0.01);
    assert_near(laid_rectangle(laid, 0, 1)->x, 0, 0.01);
    assert_near(laid_find(laid, "one").x0, LAID_SIDE, 0.7);
    assert_near(laid_find(laid, "two").x0, LAID_SIDE, 0.7);
}

static void a_panel_that_goes_on_does_not_reach_the_next_pages_top(void **state)
{
    struct laid *laid = *state;
    const struct bp_style style = bleeding();
    struct bp_block *panel = bp_block_new(laid->arena, laid->root, BP_BLOCK_PANEL, &style);
    for (int i = 0; i < 20; i++)
        laid_paragraph(laid, panel, "line");
    laid_out(laid);
    assert_int_equal(laid->pages.n_pages, 2);
    assert_near(laid_rectangle(laid, 1, 0)->y, LAID_TOP, 0.01);
    assert_near(laid_rectangle(laid, 1, 0)->width, 400, 0.01);
}

static void a_panel_narrower_than_its_padding_is_laid_out(void **state)
{
    struct laid *laid = *state;
    struct bp_style style = laid_plain;
    style.padding_x = 200;
    struct bp_block *panel = bp_block_new(laid->arena, laid->root, BP_BLOCK_PANEL, &style);
    laid_paragraph(laid, panel, "words in no room");
    laid_out(laid);
    assert_non_null(strstr(laid_tags(laid), "(P 'words in no room')"));
}

static void a_block_may_begin_a_page(void **state)
{
    struct laid *laid = *state;
    struct bp_style style = laid_plain;
    style.new_page = true;
    laid_add(laid, laid->root, BP_BLOCK_HEADING, &style, "One")->level = 1;
    laid_paragraph(laid, laid->root, "words");
    laid_add(laid, laid->root, BP_BLOCK_HEADING, &style, "Two")->level = 1;
    laid_out(laid);
    assert_string_equal(laid_pages(laid), "One words / Two");
}

static void items_have_their_labels_aside_only_where_a_page_has_a_side(void **state)
{
    struct laid *laid = *state;
    struct bp_block *list = bp_block_new(laid->arena, laid->root, BP_BLOCK_LIST, &laid_plain);
    for (int i = 0; i < 2; i++) {
        struct bp_block *item = bp_block_new(laid->arena, list, BP_BLOCK_ITEM, &laid_hanging);
        laid_run(laid, &item->label, &laid_hanging, i ? "10.2" : "7.1");
        item->label_place = BP_LABEL_SIDE;
        laid_paragraph(laid, item, i ? "second" : "first");
    }
    laid_out(laid);
    assert_near(laid_find(laid, "7.1").x0, LAID_SIDE, 0.5);
    assert_near(laid_find(laid, "first").x0, LAID_TEXT, 0.5);
    laid->document.sheet.side = 0;
    laid_out(laid);
    struct laid_box label = laid_find(laid, "10.2"), words = laid_find(laid, "second");
    assert_near(label.x0, LAID_SIDE, 0.5);
    assert_near(laid_find(laid, "first").x0, words.x0, 1);
    assert_true(words.x0 > label.x1 + 4 && words.x0 < label.x1 + 8);
    assert_near(label.box->y, words.box->y, 0.01);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAID(rules_stand_over_and_under_a_paragraph),
        LAID(rules_of_a_group_go_around_all_of_it),
        LAID(rules_of_a_panel_lie_on_its_ground),
        LAID(a_rule_over_a_heading_covers_its_number),
        LAID(a_rule_over_a_heading_beside_the_side_column_covers_that_too),
        LAID(a_panel_of_the_page_reaches_the_papers_edges),
        LAID(a_panel_that_goes_on_does_not_reach_the_next_pages_top),
        LAID(a_panel_narrower_than_its_padding_is_laid_out),
        LAID(a_block_may_begin_a_page),
        LAID(items_have_their_labels_aside_only_where_a_page_has_a_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
