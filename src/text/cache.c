/* SPDX-License-Identifier: MIT */
#include "text/cache.h"

#include <string.h>

void bp_cache_init(struct bp_cache *cache)
{
    cache->mask = (1u << 10) - 1;
    cache->n_words = 0;
    cache->slots = g_new0(struct bp_cache_slot, cache->mask + 1);
}

void bp_cache_finish(struct bp_cache *cache)
{
    g_free(cache->slots);
}

/* Eight bytes at a time; the last eight may overlap those before. */
static uint32_t hash_of(uint32_t key, const char *text, int length)
{
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = (key + (uint64_t)length) * factor;
    uint64_t word = 0;
    for (int i = 0; i + 8 < length; i += 8) {
        memcpy(&word, text + i, 8);
        hash = (hash ^ word) * factor;
        hash ^= hash >> 29;
    }
    if (length >= 8)
        memcpy(&word, text + length - 8, 8);
    for (int i = 0; i < length && length < 8; i++)
        word = word << 8 | (uint8_t)text[i];
    hash = (hash ^ word) * factor;
    return (uint32_t)(hash >> 32);
}

static void grow(struct bp_cache *cache)
{
    uint32_t mask = cache->mask * 2 + 1;
    struct bp_cache_slot *slots = g_new0(struct bp_cache_slot, mask + 1);
    for (uint32_t i = 0; i <= cache->mask; i++) {
        const struct bp_cache_slot *slot = &cache->slots[i];
        if (!slot->word)
            continue;
        uint32_t at = slot->hash & mask;
        while (slots[at].word)
            at = (at + 1) & mask;
        slots[at] = *slot;
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
    for (struct bp_word *word; (word = cache->slots[at].word); at = (at + 1) & cache->mask)
        if (cache->slots[at].hash == hash && word->key == key && word->length == length &&
            memcmp(word->text, text, (size_t)length) == 0) {
            *fresh = false;
            return word;
        }
    struct bp_word *word = bp_arena_new(arena, sizeof *word);
    word->text = bp_arena_string(arena, text, (size_t)length);
    word->length = length;
    word->key = key;
    cache->slots[at] = (struct bp_cache_slot){hash, word};
    if (++cache->n_words > cache->mask / 2)
        grow(cache);
    *fresh = true;
    return word;
}
