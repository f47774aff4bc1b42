/* SPDX-License-Identifier: MIT */
#include "load/note.h"

#include <string.h>

enum { LONGEST_LABEL = 200 };

static void clear_note(void *data)
{
    struct bp_note *note = data;
    g_free(note->label);
    g_free(note->key);
}

/* The label between "[" and "]" at `text`; NULL when there is none. */
static char *read_label(const char *text, size_t length)
{
    size_t end = 1;
    while (end < length && end < LONGEST_LABEL && text[end] != ']' && text[end] != '[')
        end++;
    if (end >= length || text[end] != ']' || end == 1)
        return NULL;
    return g_strndup(text + 1, end - 1);
}

/* "[^1]: words", or "[a]: target" with no more than a title after it. */
static bool defines(const char *text, size_t length)
{
    const char *close = memchr(text, ']', length);
    const char *end = text + length;
    if (!close || close + 1 >= end || close[1] != ':')
        return false;
    if (text[1] == '^')
        return true;
    const char *target = close + 2;
    while (target < end && (*target == ' ' || *target == '\t'))
        target++;
    const char *rest = target;
    while (rest < end && *rest != ' ' && *rest != '\t')
        rest++;
    while (rest < end && (*rest == ' ' || *rest == '\t'))
        rest++;
    return target < end && (rest == end || strchr("\"'(", *rest));
}

static void read_line(const char *bytes, size_t length, int line, GArray *notes, GHashTable *calls)
{
    size_t indent = strspn(bytes, " >");
    for (size_t i = 0; i + 1 < length; i++) {
        char *label = bytes[i] == '[' ? read_label(bytes + i, length - i) : NULL;
        if (!label)
            continue;
        char *key = g_utf8_casefold(label, -1);
        if (i == indent && defines(bytes + i, length - i)) {
            struct bp_note note = {.label = label, .key = key, .line = line, .byte = i};
            g_array_append_val(notes, note);
        } else {
            g_hash_table_add(calls, key);
            g_free(label);
        }
    }
}

GArray *bp_note_find_lost(const struct bp_lines *text)
{
    GArray *notes = g_array_new(FALSE, FALSE, sizeof(struct bp_note));
    GHashTable *calls = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    GArray *lost = g_array_new(FALSE, FALSE, sizeof(struct bp_note));
    g_array_set_clear_func(lost, clear_note);
    for (int line = 1; line <= bp_lines_count(text); line++) {
        size_t length;
        const char *bytes = bp_lines_find(text, line, &length);
        if (memchr(bytes, '[', length))
            read_line(bytes, length, line, notes, calls);
    }
    for (guint i = 0; i < notes->len; i++) {
        struct bp_note *note = &g_array_index(notes, struct bp_note, i);
        note->repeated = !g_hash_table_add(seen, note->key);
        if (note->repeated || !g_hash_table_contains(calls, note->key)) {
            struct bp_note copy = *note;
            copy.label = g_strdup(note->label);
            copy.key = g_strdup(note->key);
            g_array_append_val(lost, copy);
        }
    }
    g_hash_table_destroy(seen);
    g_hash_table_destroy(calls);
    for (guint i = 0; i < notes->len; i++)
        clear_note(&g_array_index(notes, struct bp_note, i));
    g_array_free(notes, TRUE);
    return lost;
}
