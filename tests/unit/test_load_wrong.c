/* SPDX-License-Identifier: MIT */
/* tests/hostile/meetings.txt, reports.txt, metrics.txt: wrong files and what is said of each,
 * without the file's name. After a line "--- NAME" a case has a further file. */
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glib.h>
#include <glib/gstdio.h>

#include "loaded.h"
#include "wrong.h"

/* The files of cases, and how many each has at least. */
static const struct {
    const char *path;
    int fewest;
} lists[] = {{"tests/hostile/meetings.txt", 200},
             {"tests/hostile/reports.txt", 25},
             {"tests/hostile/metrics.txt", 80}};

static char *without_name(const char *said)
{
    char **lines = g_strsplit(said, "meeting.yaml:", -1);
    char *text = g_strjoinv("", lines);
    g_strfreev(lines);
    return text;
}

/* Writes the case's further files into the folder; returns the first one's size. */
static gsize write_others(const GString *file)
{
    static const char mark[] = "\n--- ";
    char *at = g_strstr_len(file->str, (gssize)file->len, mark);
    gsize size = at ? (gsize)(at - file->str) + 1 : file->len;
    if (!at)
        return size;
    for (at = file->str + size - 1; at;) {
        char *name = at + strlen(mark), *text = strchr(name, '\n') + 1;
        char *next = strstr(text - 1, mark), *end = file->str + file->len;
        text[-1] = '\0';
        assert_true(g_file_set_contents(name, text, (next ? next + 1 : end) - text, NULL));
        at = next;
    }
    return size;
}

static void remove_others(void)
{
    GDir *folder = g_dir_open(".", 0, NULL);
    for (const char *name; (name = g_dir_read_name(folder));)
        assert_int_equal(g_unlink(name), 0);
    g_dir_close(folder);
}

static bool holds(const struct wrong *wrong)
{
    gsize size = write_others(wrong->file);
    struct loaded loaded = loaded_bytes(wrong->file->str, size);
    char *said = without_name(loaded.said);
    bool loads = loaded.meeting || loaded.data.narrative || loaded.data.metrics;
    bool good = wrong_is_said(wrong, said) && loads == (bp_report_errors(loaded.report) == 0);
    g_free(said);
    loaded_finish(&loaded);
    remove_others();
    return good;
}

/* Holds the list's cases in a folder of their own, for their further files. */
static void check_list(const char *path, int fewest)
{
    char *top = g_get_current_dir(), *folder = g_dir_make_tmp(NULL, NULL);
    char *list = g_build_filename(top, path, NULL);
    assert_int_equal(g_chdir(folder), 0);
    wrong_check_list(list, fewest, holds);
    assert_int_equal(g_chdir(top) + g_rmdir(folder), 0);
    g_free(list);
    g_free(folder);
    g_free(top);
}

static void each_wrong_file_gets_its_message(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        check_list(lists[i].path, lists[i].fewest);
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
