/* SPDX-License-Identifier: MIT */
#include "model/anchor.h"

#include <stdbool.h>

/* Appends to the stem. */
static void append_words(GString *anchor, const char *words)
{
    bool gap = true;
    for (const char *c = words; *c != '\0'; c++) {
        if (!g_ascii_isalnum(*c) && *c != '.') {
            gap = true;
            continue;
        }
        if (gap)
            g_string_append_c(anchor, '-');
        gap = false;
        g_string_append_c(anchor, g_ascii_tolower(*c));
    }
}

const char *bp_anchor_new(GHashTable *taken, const char *stem, const char *words,
                          struct bp_arena *arena)
{
    GString *anchor = g_string_new(stem);
    append_words(anchor, words);
    const char *wanted = bp_arena_string(arena, anchor->str, anchor->len);
    const char *only = wanted;
    int n = GPOINTER_TO_INT(g_hash_table_lookup(taken, wanted));
    if (n > 0) {
        do
            g_string_printf(anchor, "%s-%d", wanted, ++n);
        while (g_hash_table_contains(taken, anchor->str));
        only = bp_arena_string(arena, anchor->str, anchor->len);
    }
    g_hash_table_insert(taken, (gpointer)wanted, GINT_TO_POINTER(MAX(n, 1)));
    if (only != wanted)
        g_hash_table_insert(taken, (gpointer)only, GINT_TO_POINTER(1));
    g_string_free(anchor, TRUE);
    return only;
}
