/* SPDX-License-Identifier: MIT */
/*
 * Lists of wrong files, tests/hostile: a case is "=== NAME", the file, "==>" and, exactly, the
 * messages. What a case prints when it differs can be put in the place of what it expects, once it
 * has been read and found good. In a case whose name ends with (bytes), \xHH is one byte.
 */
#ifndef TESTS_UNIT_WRONG_H
#define TESTS_UNIT_WRONG_H

#include <glib.h>
#include <string.h>

struct wrong {
    const char *name;
    GString *file;
    GString *expected;
};

/* "\xHH" becomes one byte. */
static inline void wrong_unescape(GString *text)
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

/* Whether what was said is what the case expects, and something; prints where it differs. */
static inline bool wrong_is_said(const struct wrong *wrong, const char *said)
{
    bool good = *said && strcmp(said, wrong->expected->str) == 0;
    if (!good)
        print_error("=== %s\nsays\n%sand should say\n%s\n", wrong->name, said,
                    wrong->expected->str);
    return good;
}

/* Holds each case of the list; there are `fewest` at least. */
static inline void wrong_check_list(const char *path, int fewest,
                                    bool (*holds)(const struct wrong *wrong))
{
    char *text = NULL;
    int cases = 0, bad = 0;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
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
        if (g_str_has_suffix(wrong.name, "(bytes)"))
            wrong_unescape(wrong.file);
        bad += !holds(&wrong);
        cases++;
        g_string_free(wrong.file, TRUE);
        g_string_free(wrong.expected, TRUE);
    }
    g_strfreev(parts);
    g_free(text);
    assert_true(cases >= fewest);
    assert_int_equal(bad, 0);
}

/* No message of the list speaks of YAML as its makers do. */
static inline void wrong_find_yaml_words(const char *path)
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

#endif
