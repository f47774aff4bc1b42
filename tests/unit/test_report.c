/* SPDX-License-Identifier: MIT */
#include "base/report.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <glib.h>

static void expect(const struct bp_report *report, const char *text)
{
    char *printed = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&printed, &size);

    bp_report_print(report, out);
    fclose(out);
    assert_string_equal(printed, text);
    free(printed);
}

static void an_empty_report_prints_nothing(void **state)
{
    struct bp_report *report = bp_report_create();

    (void)state;
    expect(report, "");
    assert_int_equal(bp_report_errors(report), 0);
    assert_int_equal(bp_report_warnings(report), 0);
    bp_report_destroy(report);
    bp_report_destroy(NULL);
}

static void faults_are_printed_by_file_line_and_column(void **state)
{
    struct bp_report *report = bp_report_create();

    (void)state;
    bp_report_error(report, &(struct bp_source){"b.yaml", 9, 1}, "x", "four");
    bp_report_warning(report, &(struct bp_source){"b.yaml", 2, 7}, "x", "three");
    bp_report_error(report, &(struct bp_source){"a.yaml", 1, 1}, "x", "five");
    bp_report_error(report, &(struct bp_source){"b.yaml", 2, 3}, "x", "%s", "two");
    bp_report_error(report, &(struct bp_source){"b.yaml", 0, 0}, "x", "one");
    expect(report, "b.yaml: error: one\n"
                   "b.yaml:2:3: error: two\n"
                   "b.yaml:2:7: warning: three\n"
                   "b.yaml:9:1: error: four\n"
                   "a.yaml:1:1: error: five\n");
    assert_int_equal(bp_report_errors(report), 4);
    assert_int_equal(bp_report_warnings(report), 1);
    bp_report_destroy(report);
}

static void faults_at_one_place_keep_their_order(void **state)
{
    struct bp_report *report = bp_report_create();

    (void)state;
    bp_report_error(report, &(struct bp_source){"a", 1, 1}, "x", "zebra");
    bp_report_error(report, &(struct bp_source){"a", 1, 1}, "x", "ant");
    expect(report, "a:1:1: error: zebra\na:1:1: error: ant\n");
    bp_report_destroy(report);
}

static void the_same_fault_is_told_once(void **state)
{
    struct bp_report *report = bp_report_create();

    (void)state;
    for (int i = 0; i < 3; i++) {
        bp_report_error(report, &(struct bp_source){"a", 1, 1}, "x", "twice");
        bp_report_system(report, "b", "y", "twice");
    }
    expect(report, "a:1:1: error: twice\nb: error: twice\n");
    assert_int_equal(bp_report_errors(report), 2);
    assert_int_equal(bp_report_tally(report).errors, 6);
    assert_int_equal(bp_report_tally(report).systems, 3);
    assert_true(bp_report_has(report, "x"));
    assert_false(bp_report_has(report, "z"));
    bp_report_destroy(report);
}

static void a_hundred_are_printed_and_the_rest_is_counted(void **state)
{
    struct bp_report *report = bp_report_create();
    GString *text = g_string_new(NULL);

    (void)state;
    for (int i = 1; i <= 101; i++)
        bp_report_warning(report, &(struct bp_source){"a", i, 1}, "x", "odd");
    for (int i = 1; i <= 130; i++)
        bp_report_error(report, &(struct bp_source){"a", 1000 + i, 1}, "x", "wrong");
    for (int i = 1; i <= 100; i++)
        g_string_append_printf(text, "a:%d:1: warning: odd\n", i);
    for (int i = 1; i <= 100; i++)
        g_string_append_printf(text, "a:%d:1: error: wrong\n", 1000 + i);
    g_string_append(text, "and 30 more errors\nand 1 more warning\n");
    expect(report, text->str);
    assert_int_equal(bp_report_errors(report), 130);
    g_string_free(text, TRUE);
    bp_report_destroy(report);
}

static void texts_and_names_are_made_safe(void **state)
{
    struct bp_report *report = bp_report_create();

    (void)state;
    bp_report_error(report, &(struct bp_source){"a\nb\033[2J", 1, 2}, "x", "%s",
                    "one\ntwo\033]0;x\007 \xff \xe2\x80\xae Zoë");
    expect(report, "a b<U+001B>[2J:1:2: error: one two<U+001B>]0;x<U+0007> \xef\xbf\xbd <U+202E> "
                   "Zoë\n");
    bp_report_destroy(report);
}

static void a_fault_without_a_file_is_the_programs(void **state)
{
    struct bp_report *report = bp_report_create();

    (void)state;
    bp_report_system(report, NULL, "x", "no fonts");
    bp_report_error(report, NULL, "x", "no place");
    expect(report, "boardpack: error: no fonts\nboardpack: error: no place\n");
    bp_report_destroy(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_report_prints_nothing),
        cmocka_unit_test(faults_are_printed_by_file_line_and_column),
        cmocka_unit_test(faults_at_one_place_keep_their_order),
        cmocka_unit_test(the_same_fault_is_told_once),
        cmocka_unit_test(a_hundred_are_printed_and_the_rest_is_counted),
        cmocka_unit_test(texts_and_names_are_made_safe),
        cmocka_unit_test(a_fault_without_a_file_is_the_programs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
