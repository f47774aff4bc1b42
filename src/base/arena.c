/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <glib.h>
#include <glib/gprintf.h>
#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define ALIGNMENT   _Alignof(max_align_t)
#define FIRST_CHUNK ((size_t)64 << 10)
#define LAST_CHUNK  ((size_t)1 << 20)

struct chunk {
    struct chunk *next;
    size_t size; /* bytes after the header */
    size_t used;
    max_align_t bytes[];
};

struct bp_arena {
    struct chunk *chunks; /* the one in use first */
    size_t next_size;
};

static struct chunk *chunk_create(size_t size)
{
    /* calloc'ed pages of a fresh mapping are zero without being touched */
    struct chunk *chunk = g_malloc0(sizeof *chunk + size);

    chunk->size = size;
    return chunk;
}

static void *new_in_own_chunk(struct bp_arena *arena, size_t size)
{
    struct chunk *chunk = chunk_create(size);

    chunk->used = size;
    if (arena->chunks) {
        chunk->next = arena->chunks->next;
        arena->chunks->next = chunk;
    } else {
        arena->chunks = chunk;
    }
    return chunk->bytes;
}

static locale_t c_locale(void)
{
    static gsize made;

    if (g_once_init_enter(&made)) {
        locale_t locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);

        if (!locale)
            g_error("no C locale");
        g_once_init_leave(&made, (gsize)locale);
    }
    return (locale_t)made;
}

struct bp_arena *bp_arena_create(void)
{
    struct bp_arena *arena = g_new0(struct bp_arena, 1);

    arena->next_size = FIRST_CHUNK;
    return arena;
}

void bp_arena_destroy(struct bp_arena *arena)
{
    if (!arena)
        return;
    while (arena->chunks) {
        struct chunk *next = arena->chunks->next;

        g_free(arena->chunks);
        arena->chunks = next;
    }
    g_free(arena);
}

void bp_arena_reset(struct bp_arena *arena)
{
    struct chunk *kept = NULL, *next;

    for (struct chunk *chunk = arena->chunks; chunk; chunk = next) {
        next = chunk->next;
        if (!kept && chunk->size <= LAST_CHUNK)
            kept = chunk;
        else
            g_free(chunk);
    }
    arena->chunks = kept;
    if (!kept)
        return;
    memset(kept->bytes, 0, kept->used);
    kept->used = 0;
    kept->next = NULL;
}

void *bp_arena_new(struct bp_arena *arena, size_t size)
{
    struct chunk *chunk = arena->chunks;
    void *memory;

    if (size > SIZE_MAX / 2)
        g_error("an allocation of %zu bytes", size);
    size = (MAX(size, 1) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (size > FIRST_CHUNK / 4)
        return new_in_own_chunk(arena, size);
    if (!chunk || chunk->size - chunk->used < size) {
        chunk = chunk_create(arena->next_size);
        arena->next_size = MIN(arena->next_size * 2, LAST_CHUNK);
        chunk->next = arena->chunks;
        arena->chunks = chunk;
    }
    memory = (char *)chunk->bytes + chunk->used;
    chunk->used += size;
    return memory;
}

void *bp_arena_copy(struct bp_arena *arena, const void *from, size_t count, size_t size)
{
    void *memory;

    if (size && count > SIZE_MAX / size)
        g_error("an allocation of %zu elements of %zu bytes", count, size);
    memory = bp_arena_new(arena, count * size);
    if (count && size)
        memcpy(memory, from, count * size);
    return memory;
}

char *bp_arena_string(struct bp_arena *arena, const char *text, size_t length)
{
    char *copy;

    if (length > SIZE_MAX / 2)
        g_error("a string of %zu bytes", length);
    copy = bp_arena_new(arena, length + 1);
    if (length)
        memcpy(copy, text, length);
    return copy;
}

char *bp_arena_printf(struct bp_arena *arena, const char *format, ...)
{
    locale_t before = uselocale(c_locale());
    va_list arguments;
    char *text, *copy;
    int length;

    va_start(arguments, format);
    length = g_vasprintf(&text, format, arguments);
    va_end(arguments);
    uselocale(before);
    if (length < 0)
        g_error("a format that printf refuses: %s", format);
    copy = bp_arena_string(arena, text, (size_t)length);
    g_free(text);
    return copy;
}
