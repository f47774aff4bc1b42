/* SPDX-License-Identifier: MIT */
#include "load/miskey.h"

#include <string.h>

#include "load/keys.h"

/* libyaml takes no longer one, in characters. */
enum { MOST_ROWS_UP = 200, LONGEST_KEY = 1024 };

static struct bp_source place(struct bp_lines *lines, const struct bp_row *row, int byte)
{
    return (struct bp_source){lines->file, row->line,
                              bp_lines_column(lines, row->line, (size_t)byte)};
}

static bool is_ours(const char *word, int length)
{
    char *key = g_strndup(word, (gsize)length);
    bool ours = bp_keys_elsewhere(BP_N_PARTS, key) < BP_N_PARTS;
    g_free(key);
    return ours;
}

int bp_miskey_find_dash(const char *text)
{
    static const char *const dashes[] = {"–", "—", "•", "·", "−", "‐", "‑"};
    for (size_t i = 0; i < G_N_ELEMENTS(dashes); i++) {
        size_t length = strlen(dashes[i]);
        if (g_str_has_prefix(text, dashes[i]))
            return (int)(length + strspn(text + length, " "));
    }
    return *text == '-' && text[1] && !strchr("- ", text[1]) ? 1 : 0;
}

bool bp_miskey_long(struct bp_lines *lines, int line, struct bp_report *report)
{
    struct bp_row row;
    bp_row_init(&row, lines, line);
    struct bp_source at = {lines->file, line, row.body + 1};
    const char *words = row.text + row.body;
    const char *colon = strchr(words, ':');
    while (colon && colon[1] && !g_ascii_isspace(colon[1]))
        colon = strchr(colon + 1, ':');
    bool found = colon && g_utf8_strlen(words, colon - words) > LONGEST_KEY;
    if (found)
        bp_report_error(report, &at, "long-key",
                        "the words before the colon are too long for a key; put a text with a "
                        "colon in quotes, or write its key, “|” and the text below, indented");
    bp_row_finish(&row);
    return found;
}

bool bp_miskey_dash(struct bp_lines *lines, const struct bp_row *row, struct bp_report *report)
{
    const char *text = row->text + row->start;
    int length = bp_miskey_find_dash(text);
    if (!length)
        return false;
    const char *rest = text + length;
    int word = (int)strcspn(rest, ":");
    if (rest[word] != ':' || !is_ours(rest, word))
        return false;
    struct bp_source at = place(lines, row, row->start);
    const char *shown = strlen(rest) < 60 ? rest : "…";
    if (*text == '-')
        bp_report_error(report, &at, "no-space", "there is no space after the “-”; write - %s",
                        shown);
    else
        bp_report_error(report, &at, "word-dash",
                        "this “%.*s” is not the dash of the keyboard; write - %s",
                        (int)(g_utf8_next_char(text) - text), text, shown);
    return true;
}

bool bp_miskey_colon(struct bp_lines *lines, const struct bp_row *row, struct bp_report *report)
{
    const char *body = row->text + row->body;
    int word = (int)strspn(body, "abcdefghijklmnopqrstuvwxyz");
    if (!row->line || row->key_length || (body[word] && !strchr(" ;", body[word])) ||
        !is_ours(body, word))
        return false;
    const char *rest = body + word + strspn(body + word, " ;");
    struct bp_source at = place(lines, row, row->body + word);
    bp_report_error(report, &at, "no-colon", "there is no colon after “%.*s”; write %s%.*s:%s%s",
                    word, body, row->dash ? "- " : "", word, body, *rest ? " " : "",
                    strlen(rest) < 60 ? rest : "…");
    return true;
}

/* Keys whose text may have several lines. */
static bool is_of_text(const char *key)
{
    static const char *const keys[] = {
        "minutes", "text",     "action",   "update", "decision", "motion",  "event",   "reason",
        "closing", "resolved", "interest", "did",    "public",   "contact", "summary", NULL};
    return g_strv_contains(keys, key);
}

static bool report_bar(struct bp_lines *lines, const struct bp_row *row, struct bp_report *report)
{
    char *key = g_strndup(row->text + row->body, (gsize)row->key_length);
    bool found = is_of_text(key) && !bp_row_has_bar(row);
    struct bp_source at = place(lines, row, row->body);
    if (found)
        bp_report_error(
            report, &at, "no-bar",
            "“%s” has several lines of text, which need a “|”; write “%s: |” and all the "
            "text below it, indented by %d",
            key, key, row->body + 2);
    g_free(key);
    return found;
}

bool bp_miskey_bar(struct bp_lines *lines, const struct bp_row *row, struct bp_report *report)
{
    bool found = false;
    bool ended = row->dash || is_ours(row->text + row->body, row->key_length);
    for (int line = row->line - 1; !ended && line > 0 && line > row->line - MOST_ROWS_UP; line--) {
        struct bp_row above;
        bp_row_init(&above, lines, line);
        if (!bp_row_is_blank(&above)) {
            ended = above.dash || above.body < row->start;
            found =
                above.key_length && above.body < row->start && report_bar(lines, &above, report);
        }
        bp_row_finish(&above);
    }
    return found;
}

/* The line of the file's top level that says its kind. */
static bool is_report(const struct bp_lines *lines)
{
    bool found = false;
    for (int line = 1; !found && line <= bp_lines_count(lines); line++) {
        size_t length;
        const char *text = bp_lines_find(lines, line, &length);
        found = length >= strlen("report:") && strncmp(text, "report:", strlen("report:")) == 0;
    }
    return found;
}

bool bp_miskey_level(struct bp_lines *lines, const struct bp_row *row, struct bp_report *report)
{
    bool found = false;
    bool ended = row->start == 0 || row->dash || !row->key_length;
    enum bp_part file = is_report(lines) ? BP_PART_REPORT_FILE : BP_PART_FILE;
    enum bp_part front = bp_keys_front(file);
    char *own = g_strndup(row->text + row->body, (gsize)row->key_length);
    for (int line = row->line - 1; !ended && line > 0 && line > row->line - MOST_ROWS_UP; line--) {
        struct bp_row above;
        bp_row_init(&above, lines, line);
        ended = !bp_row_is_blank(&above) && above.start < row->start;
        char *key = g_strndup(above.text + above.body, (gsize)above.key_length);
        if (ended && above.start == 0 && bp_keys_has(front, key) && !bp_keys_has(file, key) &&
            bp_keys_has(front, own)) {
            struct bp_source at = place(lines, &above, 0);
            bp_report_error(report, &at, "indentation",
                            "“%s” belongs under %s; indent it by %d, like “%s” in line %d", key,
                            bp_keys_noun(front), row->start, own, row->line);
            found = true;
        }
        g_free(key);
        bp_row_finish(&above);
    }
    g_free(own);
    return found;
}
