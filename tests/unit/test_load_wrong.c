/* SPDX-License-Identifier: MIT */
/*
 * tests/hostile/meetings.txt, reports.txt, metrics.txt: wrong files and, exactly, what is said of
 * each. A case is "=== NAME", the file, further files after lines "--- NAME", "==>" and the
 * messages without the file's name. What a case prints when it differs can be put in the place of
 * what it expects, once it has been read and found good.
 */
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glib.h>
#include <glib/gstdio.h>

#include "loaded.h"

/* The files of cases, and how many each has at least. */
static const struct {
    const char *path;
    int fewest;
} lists[] = {{"tests/hostile/meetings.txt", 200},
             {"tests/hostile/reports.txt", 25},
             {"tests/hostile/metrics.txt", 80}};

struct wrong {
    const char *name;
    GString *file;
    GString *expected;
};

/* "\xHH" becomes one byte. */
static void unescape(GString *text)
{
    GString *bytes = g_string_new(NULL);
    for (gsize i = 0; i < text->len; i++) {
        if (i + 3 < text->len && text->str[i] == '\\' && text->str[i + 1] == 'x') {
            g_string_append_c(bytes, (char)(g_ascii_xdigit_value(text->str[i + 2]) * 16 +
                                            g_ascii_xdigit_value(text->str[i + 3])));
            i += 3;
        } else {
            g_string_append_c(bytes, text->str[i]);
        }
    }
    g_string_assign(text, "");
    g_string_append_len(text, bytes->str, (gssize)bytes->len);
    g_string_free(bytes, TRUE);
}

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
    if (g_str_has_suffix(wrong->name, "(bytes)"))
        unescape(wrong->file);
    gsize size = write_others(wrong->file);
    struct loaded loaded = loaded_bytes(wrong->file->str, size);
    char *said = without_name(loaded.said);
    bool good = strcmp(said, wrong->expected->str) == 0 && *said &&
                (!loaded.meeting && !loaded.data.narrative && !loaded.data.metrics) ==
                    (bp_report_errors(loaded.report) > 0);
    if (!good)
        print_error("=== %s\nsays\n%sand should say\n%s\n", wrong->name, said,
                    wrong->expected->str);
    g_free(said);
    loaded_finish(&loaded);
    remove_others();
    return good;
}

static void check_list(const char *path, int fewest)
{
    char *text = NULL;
    int cases = 0, bad = 0;
    char *top = g_get_current_dir(), *folder = g_dir_make_tmp(NULL, NULL);
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    assert_int_equal(g_chdir(folder), 0);
    char **parts = g_strsplit(text, "\n=== ", -1);
    for (char **part = parts + 1; *part; part++) {
        char *end = strchr(*part, '\n');
        char *arrow = strstr(end, "\n==>\n");
        assert_non_null(arrow);
        *end = '\0';
        struct wrong wrong = {*part, g_string_new_len(end + 1, MAX(arrow - end, 0)),
                              g_string_new(arrow + strlen("\n==>\n"))};
        if (wrong.expected->len && wrong.expected->str[wrong.expected->len - 1] != '\n')
            g_string_append_c(wrong.expected, '\n');
        bad += !holds(&wrong);
        cases++;
        g_string_free(wrong.file, TRUE);
        g_string_free(wrong.expected, TRUE);
    }
    g_strfreev(parts);
    g_free(text);
    assert_int_equal(g_chdir(top) + g_rmdir(folder), 0);
    g_free(folder);
    g_free(top);
    assert_true(cases >= fewest);
    assert_int_equal(bad, 0);
}

static void each_wrong_file_gets_its_message(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        check_list(lists[i].path, lists[i].fewest);
}

static void find_yaml_words(const char *path)
{
    static const char *const words[] = {"scalar", "mapping", "sequence",  "token", "node",
                                        "alias",  "anchor",  "directive", "parse", "syntax"};
    char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    char **lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++)
        for (size_t i = 0; strstr(*line, ": error: ") && i < G_N_ELEMENTS(words); i++)
            if (strstr(*line, words[i]))
                fail_msg("“%s” in: %s", words[i], *line);
    g_strfreev(lines);
    g_free(text);
}

static void no_message_speaks_yaml(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        find_yaml_words(lists[i].path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_wrong_file_gets_its_message),
        cmocka_unit_test(no_message_speaks_yaml),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
