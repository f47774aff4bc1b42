/* SPDX-License-Identifier: MIT */
/* Whole meetings that strain what the stages do together: once slow, or refused. */
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

enum { SECONDS = 20 };

static char folder[] = "/tmp/bp-strain-XXXXXX";

static int enter(void **state)
{
    (void)state;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int leave(void **state)
{
    (void)state;
    return g_remove("meeting.yaml") || chdir("/") || g_rmdir(folder);
}

/* A meeting of one item, whose minutes follow. */
static GString *minutes_new(void)
{
    return g_string_new("meeting:\n  title: Board\n  date: 2022-03-16\n"
                        "items:\n  - title: One\n    minutes: |\n");
}

static void save(GString *text)
{
    assert_true(g_file_set_contents("meeting.yaml", text->str, (gssize)text->len, NULL));
    g_string_free(text, TRUE);
}

/* What layout prints, to be freed; there must be no fault. */
static char *lay_out(void)
{
    struct bp_report *report = bp_report_create();
    char *printed = NULL;
    size_t size;
    FILE *out = open_memstream(&printed, &size);

    assert_int_equal(bp_dump("meeting.yaml", "layout", out, NULL, report), BP_STATUS_DONE);
    assert_int_equal(bp_report_errors(report), 0);
    fclose(out);
    bp_report_destroy(report);
    return printed;
}

static void a_row_of_three_hundred_words_keeps_them_all(void **state)
{
    GString *text = minutes_new();
    char *printed;

    (void)state;
    g_string_append(text, "      | Who | What |\n      |---|---|\n      | Ann | ");
    for (int i = 100; i < 400; i++)
        g_string_append_printf(text, "word%d ", i);
    g_string_append(text, "|\n");
    save(text);
    printed = lay_out();
    for (int i = 100; i < 400; i++) {
        char word[16];

        g_snprintf(word, sizeof word, "word%d", i);
        assert_non_null(strstr(printed, word));
    }
    free(printed);
}

static void labels_of_three_and_four_digits_are_whole(void **state)
{
    GString *text = minutes_new();
    char *printed;

    (void)state;
    for (int i = 98; i <= 1002; i++)
        g_string_append_printf(text, "      %d. entry\n", i);
    save(text);
    printed = lay_out();
    assert_non_null(strstr(printed, "\"98.\""));
    assert_non_null(strstr(printed, "\"100.\""));
    assert_non_null(strstr(printed, "\"1002.\""));
    free(printed);
}

static void a_flood_of_characters_without_a_font_is_told_once_each(void **state)
{
    GString *text = minutes_new();
    struct bp_report *report = bp_report_create();
    gint64 start;

    (void)state;
    g_string_append(text, "     ");
    for (int word = 0; word < 200; word++) {
        g_string_append_c(text, ' ');
        for (int i = 0; i < 666; i++)
            g_string_append_unichar(text, 0x4E00 + (gunichar)((word * 7 + i) % 666));
    }
    g_string_append_c(text, '\n');
    save(text);
    start = g_get_monotonic_time();
    assert_int_equal(bp_check("meeting.yaml", NULL, report), BP_STATUS_INPUT);
    assert_int_equal(bp_report_errors(report), 666);
    assert_true(g_get_monotonic_time() - start < SECONDS * G_USEC_PER_SEC);
    bp_report_destroy(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_of_three_hundred_words_keeps_them_all),
        cmocka_unit_test(labels_of_three_and_four_digits_are_whole),
        cmocka_unit_test(a_flood_of_characters_without_a_font_is_told_once_each),
    };

    return cmocka_run_group_tests(tests, enter, leave);
}
