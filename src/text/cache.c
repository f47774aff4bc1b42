/* SPDX-License-Identifier: MIT */
#include "text/cache.h"

#include <string.h>

void bp_cache_init(struct bp_cache *cache)
{
    cache->mask = (1u << 10) - 1;
    cache->n_words = 0;
    cache->slots = g_new0(struct bp_word *, cache->mask + 1);
}

void bp_cache_finish(struct bp_cache *cache)
{
    g_free(cache->slots);
}

static uint32_t hash_of(uint32_t key, const char *text, int length)
{
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = (key + (uint64_t)length) * factor;
    for (int i = 0; i < length; i += 8) {
        uint64_t word = 0;
        memcpy(&word, text + i, (size_t)MIN(8, length - i));
        hash = (hash ^ word) * factor;
        hash ^= hash >> 29;
    }
    return (uint32_t)(hash ^ hash >> 32);
}

static void grow(struct bp_cache *cache)
{
    uint32_t mask = cache->mask * 2 + 1;
    struct bp_word **slots = g_new0(struct bp_word *, mask + 1);
    for (uint32_t i = 0; i <= cache->mask; i++) {
        struct bp_word *word = cache->slots[i];
        if (!word)
            continue;
        uint32_t at = word->hash & mask;
        while (slots[at])
            at = (at + 1) & mask;
        slots[at] = word;
    }
    g_free(cache->slots);
    cache->slots = slots;
    cache->mask = mask;
}

struct bp_word *bp_cache_word(struct bp_cache *cache, uint32_t key, const char *text, int length,
                              struct bp_arena *arena, bool *fresh)
{
    uint32_t hash = hash_of(key, text, length);
    uint32_t at = hash & cache->mask;
    for (struct bp_word *word; (word = cache->slots[at]); at = (at + 1) & cache->mask)
        if (word->hash == hash && word->key == key && word->length == length &&
            memcmp(word->text, text, (size_t)length) == 0) {
            *fresh = false;
            return word;
        }
    struct bp_word *word = bp_arena_new(arena, sizeof *word);
    word->text = bp_arena_string(arena, text, (size_t)length);
    word->length = length;
    word->hash = hash;
    word->key = key;
    cache->slots[at] = word;
    if (++cache->n_words > cache->mask / 2)
        grow(cache);
    *fresh = true;
    return word;
}
