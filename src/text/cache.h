/* SPDX-License-Identifier: MIT */
/*
 * The word cache: every distinct word once, with all that placing it needs, so that an occurrence
 * costs one lookup. words.c fills it.
 */
#ifndef BP_TEXT_CACHE_H
#define BP_TEXT_CACHE_H

#include <glib.h>

#include "text/paragraph.h"

/* A word up to a place inside it where a line may end, or up to its end. */
struct bp_word_part {
    const struct bp_shape *shape; /* NULL in a word that runs over several looks */
    int end;                      /* byte in the word */
    enum bp_piece_end ends;
};

struct bp_word {
    const char *text;
    int length;
    uint32_t key; /* look, script and neighbouring spaces */
    struct bp_word_part *parts;
    int n_parts;
    int lead;              /* width of a space in front, in font units; INT_MIN: as ever */
    GUnicodeScript script; /* COMMON: of any; INVALID_CODE: not for the fast way */
    uint8_t first;         /* line-break class of the first and of the last character (breaks.h) */
    uint8_t last;
};

struct bp_cache_slot {
    uint32_t hash;
    struct bp_word *word; /* NULL: free */
};

struct bp_cache {
    struct bp_cache_slot *slots;
    uint32_t mask;
    uint32_t n_words;
};

void bp_cache_init(struct bp_cache *cache);
void bp_cache_finish(struct bp_cache *cache);

/*
 * The word of this key and text. A new one is zeroed but for these, and `fresh` is set:
 * the caller fills it. Words and copies of their text live in `arena`.
 */
struct bp_word *bp_cache_word(struct bp_cache *cache, uint32_t key, const char *text, int length,
                              struct bp_arena *arena, bool *fresh);

#endif
