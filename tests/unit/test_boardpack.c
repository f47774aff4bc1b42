/* SPDX-License-Identifier: MIT */
#include "boardpack.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#define RIGHT                                                                                      \
    "meeting:\n  title: Board\n  date: 2026-01-20\nitems:\n"                                       \
    "  - title: Welcome\n    minutes: The Chair welcomed everyone, in *two* lines or in one.\n"

static char folder[] = "/tmp/bp-whole-XXXXXX";

static int enter(void **state)
{
    (void)state;
    return mkdtemp(folder) && chdir(folder) == 0 &&
                   g_file_set_contents("right.yaml", RIGHT, -1, NULL) &&
                   g_file_set_contents("wrong.yaml", "meeting:\n  titel: Board\n", -1, NULL)
               ? 0
               : -1;
}

static int leave(void **state)
{
    char *command = g_strdup_printf("rm -r %s", folder);
    int status = chdir("/") || system(command);

    (void)state;
    g_free(command);
    return status;
}

static void the_status_is_of_the_call_not_of_the_report(void **state)
{
    struct bp_report *report = bp_report_create();

    (void)state;
    assert_int_equal(bp_check("wrong.yaml", NULL, report), BP_STATUS_INPUT);
    assert_true(bp_report_errors(report) > 0);
    assert_int_equal(bp_check("wrong.yaml", NULL, report), BP_STATUS_INPUT);
    assert_int_equal(bp_render("right.yaml", "none/a.pdf", NULL, report), BP_STATUS_SYSTEM);
    assert_int_equal(bp_check("right.yaml", NULL, report), BP_STATUS_DONE);
    bp_report_destroy(report);
}

static void a_wrong_call_is_told_from_wrong_input(void **state)
{
    struct bp_options options = {.root = "none"};
    struct bp_report *report = bp_report_create();
    FILE *out = fopen("/dev/null", "w");

    (void)state;
    assert_int_equal(bp_check("right.yaml", &options, report), BP_STATUS_USAGE);
    assert_int_equal(bp_dump("right.yaml", "model", out, &options, report), BP_STATUS_USAGE);
    assert_int_equal(bp_dump("right.yaml", "shapes", out, NULL, report), BP_STATUS_USAGE);
    assert_int_equal(bp_render("right.yaml", "right.yaml", NULL, report), BP_STATUS_USAGE);
    assert_int_equal(bp_report_errors(report), 3);
    assert_int_equal(bp_check("none.yaml", NULL, report), BP_STATUS_INPUT);
    fclose(out);
    bp_report_destroy(report);
}

static void a_dump_that_cannot_be_written_is_the_systems_fault(void **state)
{
    struct bp_report *report = bp_report_create();
    FILE *full = fopen("/dev/full", "w");

    (void)state;
    for (const char *const *stage = bp_stage_names(); *stage; stage++)
        assert_int_equal(bp_dump("right.yaml", *stage, full, NULL, report), BP_STATUS_SYSTEM);
    fclose(full);
    bp_report_destroy(report);
}

static void timings_are_printed_where_asked(void **state)
{
    static const char *const words[] = {"load",  "compose", "fonts", "layout",
                                        "write", "file",    "total", "memory"};
    struct bp_report *report = bp_report_create();
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    struct bp_options options = {.timings = out};

    (void)state;
    assert_int_equal(bp_render("right.yaml", "timed.pdf", &options, report), BP_STATUS_DONE);
    fclose(out);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        assert_non_null(strstr(text, words[i]));
    free(text);
    bp_report_destroy(report);
}

static void *render_often(void *data)
{
    const char *output = data;
    bool done = true;

    for (int i = 0; i < 10; i++) {
        struct bp_report *report = bp_report_create();

        done = done && bp_render("right.yaml", output, NULL, report) == BP_STATUS_DONE &&
               bp_check("wrong.yaml", NULL, report) == BP_STATUS_INPUT;
        bp_report_destroy(report);
    }
    return GINT_TO_POINTER(done);
}

static void calls_on_different_threads_do_not_disturb_one_another(void **state)
{
    static const char *const names[] = {"a.pdf", "b.pdf", "c.pdf", "d.pdf"};
    GThread *threads[G_N_ELEMENTS(names)];
    char *first = NULL, *other = NULL;
    gsize first_size, other_size;

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        threads[i] = g_thread_new(names[i], render_often, (char *)names[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        assert_true(GPOINTER_TO_INT(g_thread_join(threads[i])));
    assert_true(g_file_get_contents(names[0], &first, &first_size, NULL));
    for (size_t i = 1; i < G_N_ELEMENTS(names); i++) {
        assert_true(g_file_get_contents(names[i], &other, &other_size, NULL));
        assert_int_equal(first_size, other_size);
        assert_memory_equal(first, other, first_size);
        g_free(other);
    }
    g_free(first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_status_is_of_the_call_not_of_the_report),
        cmocka_unit_test(a_wrong_call_is_told_from_wrong_input),
        cmocka_unit_test(a_dump_that_cannot_be_written_is_the_systems_fault),
        cmocka_unit_test(timings_are_printed_where_asked),
        cmocka_unit_test(calls_on_different_threads_do_not_disturb_one_another),
    };

    return cmocka_run_group_tests(tests, enter, leave);
}
