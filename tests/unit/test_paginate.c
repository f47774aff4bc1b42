/* SPDX-License-Identifier: MIT */
/* Pagination on strips made by hand: the text area is 100 pt high, strips are 10 pt unless said. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/paginate.h"

static const struct bp_style running = {.name = "running", .leading = 10};
static const struct bp_document document = {
    .sheet = {.width = 200, .height = 140, .margin_top = 20, .margin_bottom = 20},
    .header_style = &running,
    .footer_style = &running,
    .note_rule = &running,
};

struct fixture {
    struct bp_layout layout;
    struct bp_flow flow;
    struct bp_pages pages;
};

static struct bp_fragment mark(void)
{
    return (struct bp_fragment){.box = {.kind = BP_BOX_TEXT, .y = 8}};
}

static void add(struct fixture *fixture, double height, bool keep)
{
    const struct bp_frame frame = {.width = 160};
    struct bp_fragment fragment = mark();
    const struct bp_strip_parts parts = {height, 8, &fragment, 1};
    bp_flow_strip(&fixture->flow, &frame, &parts)->keep = keep;
}

static int setup(void **state)
{
    struct fixture *fixture = g_new0(struct fixture, 1);
    fixture->layout = (struct bp_layout){.document = &document, .arena = bp_arena_create()};
    bp_flow_init(&fixture->flow, &fixture->layout);
    *state = fixture;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *fixture = *state;
    bp_flow_finish(&fixture->flow);
    bp_arena_destroy(fixture->layout.arena);
    g_free(fixture);
    return 0;
}

/* How many text boxes each page holds. */
static void assert_pages(struct fixture *fixture, int n_pages, const int *texts)
{
    bp_flow_paginate(&fixture->flow, &fixture->pages);
    assert_int_equal(fixture->pages.n_pages, n_pages);
    for (int i = 0; i < n_pages; i++) {
        int found = 0;
        for (int k = 0; k < fixture->pages.pages[i].n_boxes; k++)
            found += fixture->pages.pages[i].boxes[k].kind == BP_BOX_TEXT;
        assert_int_equal(found, texts[i]);
    }
}

static void strips_fill_a_page_before_the_next_begins(void **state)
{
    for (int i = 0; i < 25; i++)
        add(*state, 10, false);
    assert_pages(*state, 3, (const int[]){10, 10, 5});
}

static void an_empty_flow_is_one_empty_page(void **state)
{
    assert_pages(*state, 1, (const int[]){0});
}

static void a_kept_strip_takes_the_ones_before_it_along(void **state)
{
    for (int i = 0; i < 12; i++)
        add(*state, 10, i == 9 || i == 10);
    assert_pages(*state, 2, (const int[]){8, 4});
}

static void a_chain_longer_than_a_page_is_cut_where_the_page_is_full(void **state)
{
    for (int i = 0; i < 25; i++)
        add(*state, 10, i > 0);
    assert_pages(*state, 3, (const int[]){10, 10, 5});
}

static void a_strip_higher_than_the_page_has_a_page_to_itself(void **state)
{
    add(*state, 10, false);
    add(*state, 300, false);
    add(*state, 10, false);
    assert_pages(*state, 3, (const int[]){1, 1, 1});
}

static void space_above_a_pages_first_strip_is_dropped(void **state)
{
    struct fixture *fixture = *state;
    for (int i = 0; i < 11; i++) {
        bp_flow_space(&fixture->flow, i == 10 ? 30 : 0);
        add(fixture, 10, false);
    }
    assert_pages(fixture, 2, (const int[]){10, 1});
    assert_float_equal(fixture->pages.pages[1].boxes[0].y, 28, 0.001);
}

static void spaces_collapse_to_the_larger(void **state)
{
    struct fixture *fixture = *state;
    add(fixture, 10, false);
    bp_flow_space(&fixture->flow, 12);
    bp_flow_space(&fixture->flow, 7);
    add(fixture, 10, false);
    bp_flow_paginate(&fixture->flow, &fixture->pages);
    assert_float_equal(fixture->pages.pages[0].boxes[1].y, 20 + 10 + 12 + 8, 0.001);
}

static void a_page_break_begins_a_page(void **state)
{
    struct fixture *fixture = *state;
    add(fixture, 10, false);
    fixture->flow.break_next = true;
    add(fixture, 10, false);
    assert_pages(fixture, 2, (const int[]){1, 1});
}

static void a_tables_head_is_painted_again_on_the_next_page(void **state)
{
    struct fixture *fixture = *state;
    struct bp_fragment fragment = mark();
    const struct bp_strip row = {.height = 10, .fragments = &fragment, .n_fragments = 1};
    const struct bp_head head = {&row, 1, 10};
    add(fixture, 10, false);
    for (int i = 0; i < 14; i++) {
        add(fixture, 10, false);
        bp_flow_at(&fixture->flow, i + 1)->head = &head;
    }
    assert_pages(fixture, 2, (const int[]){10, 1 + 5});
}

static void notes_stand_at_the_foot_of_the_page_that_calls_them(void **state)
{
    struct fixture *fixture = *state;
    struct bp_fragment fragment = mark();
    struct bp_strip line = {.height = 10, .fragments = &fragment, .n_fragments = 1};
    struct bp_flow_note note = {&line, 1, 10};
    struct bp_flow_note *notes[] = {&note};
    for (int i = 0; i < 10; i++)
        add(fixture, 10, false);
    bp_flow_at(&fixture->flow, 2)->notes = notes;
    bp_flow_at(&fixture->flow, 2)->n_notes = 1;
    assert_pages(fixture, 2, (const int[]){7 + 1, 3});
    const struct bp_page *page = &fixture->pages.pages[0];
    assert_float_equal(page->boxes[page->n_boxes - 1].y, 120 - 10 + 8, 0.001);
}

static void a_note_longer_than_its_page_goes_on_on_the_next(void **state)
{
    struct fixture *fixture = *state;
    struct bp_fragment fragment = mark();
    struct bp_strip lines[20];
    for (int i = 0; i < 20; i++)
        lines[i] = (struct bp_strip){.height = 10, .fragments = &fragment, .n_fragments = 1};
    struct bp_flow_note note = {lines, 20, 200};
    struct bp_flow_note *notes[] = {&note};
    add(fixture, 10, false);
    bp_flow_at(&fixture->flow, 0)->notes = notes;
    bp_flow_at(&fixture->flow, 0)->n_notes = 1;
    bp_flow_paginate(&fixture->flow, &fixture->pages);
    int found = 0;
    for (int i = 0; i < fixture->pages.n_pages; i++)
        for (int k = 0; k < fixture->pages.pages[i].n_boxes; k++)
            found += fixture->pages.pages[i].boxes[k].kind == BP_BOX_TEXT;
    assert_int_equal(found, 21);
}

static void a_panels_ground_is_drawn_on_every_page_that_it_reaches(void **state)
{
    struct fixture *fixture = *state;
    static const struct bp_style tint = {.name = "tint", .has_fill = true, .fill = 0xEEEEEE};
    const struct bp_ground ground = {.style = &tint, .width = 160};
    for (int i = 0; i < 15; i++) {
        add(fixture, 10, false);
        if (i > 4)
            bp_flow_at(&fixture->flow, i)->ground = &ground;
    }
    bp_flow_paginate(&fixture->flow, &fixture->pages);
    assert_int_equal(fixture->pages.n_pages, 2);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(fixture->pages.pages[i].boxes[0].kind, BP_BOX_RECTANGLE);
        assert_float_equal(fixture->pages.pages[i].boxes[0].height, 50, 0.001);
    }
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(strips_fill_a_page_before_the_next_begins),
        TEST(an_empty_flow_is_one_empty_page),
        TEST(a_kept_strip_takes_the_ones_before_it_along),
        TEST(a_chain_longer_than_a_page_is_cut_where_the_page_is_full),
        TEST(a_strip_higher_than_the_page_has_a_page_to_itself),
        TEST(space_above_a_pages_first_strip_is_dropped),
        TEST(spaces_collapse_to_the_larger),
        TEST(a_page_break_begins_a_page),
        TEST(a_tables_head_is_painted_again_on_the_next_page),
        TEST(notes_stand_at_the_foot_of_the_page_that_calls_them),
        TEST(a_note_longer_than_its_page_goes_on_on_the_next),
        TEST(a_panels_ground_is_drawn_on_every_page_that_it_reaches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
