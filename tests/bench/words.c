/* SPDX-License-Identifier: MIT */
#include "words.h"

static const char *const onsets[] = {
    "b",  "br", "c",  "cl", "d", "dr", "f", "g",  "gr",  "h", "j",  "k",  "l", "m", "n", "p",
    "pl", "pr", "qu", "r",  "s", "sh", "s", "st", "str", "t", "th", "tr", "v", "w", "y", "z"};
static const char *const vowels[] = {"a", "e", "i", "o", "u", "ai", "ea", "ee", "ie", "ou"};
static const char *const codas[] = {"", "", "", "", "", "", "l", "m", "n", "r", "s", "t"};

static const char *pick(struct bp_random *random, const char *const *parts, gsize count)
{
    return parts[bp_random_below(random, (int)count)];
}

static void append_word(struct bp_random *random, GString *word)
{
    for (int left = 2 + bp_random_below(random, 2); left > 0; left--) {
        g_string_append(word, pick(random, onsets, G_N_ELEMENTS(onsets)));
        g_string_append(word, pick(random, vowels, G_N_ELEMENTS(vowels)));
        g_string_append(word, pick(random, codas, G_N_ELEMENTS(codas)));
    }
}

GPtrArray *bp_words_new(struct bp_random *random, int count)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    GHashTable *known = g_hash_table_new(g_str_hash, g_str_equal);
    GString *word = g_string_new(NULL);

    while ((int)words->len < count) {
        g_string_truncate(word, 0);
        append_word(random, word);
        if (g_hash_table_contains(known, word->str))
            continue;
        g_ptr_array_add(words, g_strdup(word->str));
        g_hash_table_add(known, g_ptr_array_index(words, words->len - 1));
    }
    g_string_free(word, TRUE);
    g_hash_table_destroy(known);
    return words;
}
