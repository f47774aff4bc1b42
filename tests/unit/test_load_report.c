/* SPDX-License-Identifier: MIT */
/* Report files, and how the kinds of file are told apart. */
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glib.h>

#include "load/length.h"
#include "loaded.h"

#define FRONT "report:\n  title: Performance\n  date: 2022-03-16\n"

static struct loaded load(const char *text)
{
    struct loaded loaded = loaded_bytes(text, strlen(text));
    assert_string_equal(loaded.said, "");
    assert_non_null(loaded.data.narrative);
    assert_null(loaded.meeting);
    return loaded;
}

static void the_front_of_a_report_is_read(void **state)
{
    struct loaded loaded = load(FRONT "  subtitle: In brief\n"
                                      "  period: October to January\n"
                                      "  author: Ann Lee\n"
                                      "  status: final\n"
                                      "  version: 1.10\n"
                                      "  issued: 2022-03-09\n"
                                      "  language: cy\n"
                                      "  layout: report\n"
                                      "  house: kent\n"
                                      "  contact: Ask *Ann*.\n"
                                      "  summary: All is well.\n"
                                      "closing: The end.\n");
    const struct bp_narrative *narrative = loaded.data.narrative;
    (void)state;
    assert_string_equal(narrative->subtitle.text, "In brief");
    assert_string_equal(narrative->period.text, "October to January");
    assert_string_equal(narrative->author.text, "Ann Lee");
    assert_int_equal(narrative->status, BP_NARRATIVE_FINAL);
    assert_string_equal(narrative->version.text, "1.10");
    assert_int_equal(narrative->issued.day, 9);
    assert_string_equal(narrative->language, "cy");
    assert_string_equal(narrative->layout.text, "report");
    assert_string_equal(narrative->house.text, "kent");
    assert_non_null(narrative->contact);
    assert_non_null(narrative->summary);
    assert_non_null(narrative->closing);
    assert_int_equal(narrative->n_sections, 0);
    loaded_finish(&loaded);
}

static void a_heading_begins_a_section(void **state)
{
    struct loaded loaded = load(FRONT "body:\n"
                                      "  - Words before any heading.\n"
                                      "  - heading: Victims\n"
                                      "  - text: |\n      Words.\n\n      | a | b |\n"
                                      "      |---|---|\n      | 1 | 2 |\n"
                                      "  - chart:\n      description: A line that rises.\n"
                                      "  - heading: Victims\n"
                                      "  - text: More.\n");
    const struct bp_narrative_section *sections = loaded.data.narrative->sections;
    (void)state;
    assert_int_equal(loaded.data.narrative->n_sections, 3);
    assert_null(sections[0].heading.text);
    assert_null(sections[0].anchor);
    assert_int_equal(sections[0].n_entries, 1);
    assert_string_equal(sections[1].heading.text, "Victims");
    assert_string_equal(sections[1].anchor, "section-victims");
    assert_int_equal(sections[1].n_entries, 2);
    assert_int_equal(sections[1].entries[0].kind, BP_NARRATIVE_TEXT);
    assert_int_equal(sections[1].entries[0].text->first->next->kind, BP_PROSE_TABLE);
    assert_int_equal(sections[1].entries[1].kind, BP_NARRATIVE_CHART);
    assert_string_equal(sections[2].anchor, "section-victims-2");
    loaded_finish(&loaded);
}

static void a_chart_has_its_height_and_description(void **state)
{
    struct loaded loaded = load(FRONT "body:\n"
                                      "  - chart:\n"
                                      "      title: Satisfaction\n"
                                      "      description: |\n"
                                      "        A line that\n        rises.\n"
                                      "      height: 50.8 mm\n"
                                      "  - chart:\n"
                                      "      description: Another.\n");
    const struct bp_narrative_entry *entries = loaded.data.narrative->sections[0].entries;
    (void)state;
    assert_string_equal(entries[0].chart->title.text, "Satisfaction");
    assert_string_equal(entries[0].chart->alt.text, "A line that rises.");
    assert_int_equal(entries[0].chart->alt.source.line, 8);
    assert_true(entries[0].chart->height > 143.999 && entries[0].chart->height < 144.001);
    assert_true(entries[1].chart->height > 198.42 && entries[1].chart->height < 198.43);
    assert_int_equal(entries[1].chart->source.line, 11);
    loaded_finish(&loaded);
}

static void lengths_have_units(void **state)
{
    static const struct {
        const char *words;
        double points;
    } good[] = {{"72", 72},  {"72pt", 72}, {"25.4mm", 72}, {"2.54 cm", 72},
                {"1in", 72}, {"1\"", 72},  {"0", 0},       {"25.4 MM", 72}};
    static const char *const bad[] = {"",     "mm",  "1.mm", ".5cm",    "-1",   "1e3",
                                      "1 px", "0x1", "nan",  "1234567", "1 2mm"};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
        double points = -1;
        assert_true(bp_length_parse(good[i].words, &points));
        assert_true(points > good[i].points - 1e-9 && points < good[i].points + 1e-9);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        double points;
        if (bp_length_parse(bad[i], &points))
            fail_msg("“%s” is a length", bad[i]);
    }
}

static void the_example_report_is_right(void **state)
{
    const char path[] = "layouts/new/report/report.yaml";
    struct bp_arena *arena = bp_arena_create();
    struct bp_report *report = bp_report_create();
    struct bp_data data;
    (void)state;
    assert_true(bp_load_data(path, path, ".", &data, arena, report));
    assert_int_equal(bp_report_errors(report), 0);
    assert_int_equal(data.narrative->n_sections, 5);
    assert_int_equal(data.metrics->n_series, 2);
    bp_report_destroy(report);
    bp_arena_destroy(arena);
}

static void where_only_a_meeting_will_do_a_report_is_none(void **state)
{
    struct bp_arena *arena = bp_arena_create();
    struct bp_report *report = bp_report_create();
    struct bp_bytes bytes = {FRONT, strlen(FRONT)};
    (void)state;
    assert_null(bp_load_meeting_bytes(&bytes, "report.yaml", ".", arena, report));
    assert_true(bp_report_has(report, "no-meeting"));
    bp_report_destroy(report);
    bp_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_front_of_a_report_is_read),
        cmocka_unit_test(a_heading_begins_a_section),
        cmocka_unit_test(a_chart_has_its_height_and_description),
        cmocka_unit_test(lengths_have_units),
        cmocka_unit_test(the_example_report_is_right),
        cmocka_unit_test(where_only_a_meeting_will_do_a_report_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
