/* SPDX-License-Identifier: MIT */
/* tests/hostile/meetings.txt, reports.txt: wrong files and what is said of each, without the file's
 * name. */
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glib.h>

#include "loaded.h"
#include "wrong.h"

/* The files of cases, and how many each has at least. */
static const struct {
    const char *path;
    int fewest;
} lists[] = {{"tests/hostile/meetings.txt", 200}, {"tests/hostile/reports.txt", 25}};

static char *without_name(const char *said)
{
    char **lines = g_strsplit(said, "meeting.yaml:", -1);
    char *text = g_strjoinv("", lines);
    g_strfreev(lines);
    return text;
}

static bool holds(const struct wrong *wrong)
{
    struct loaded loaded = loaded_bytes(wrong->file->str, wrong->file->len);
    char *said = without_name(loaded.said);
    bool loads = loaded.meeting || loaded.data.narrative;
    bool good = wrong_is_said(wrong, said) && loads == (bp_report_errors(loaded.report) == 0);
    g_free(said);
    loaded_finish(&loaded);
    return good;
}

static void each_wrong_file_gets_its_message(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        wrong_check_list(lists[i].path, lists[i].fewest, holds);
}

static void no_message_speaks_yaml(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        wrong_find_yaml_words(lists[i].path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_wrong_file_gets_its_message),
        cmocka_unit_test(no_message_speaks_yaml),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
