/* SPDX-License-Identifier: MIT */
/*
 * Memory that lives as long as a run. Everything that the stages make from the input (model,
 * document, boxes, tags) comes from one arena and is freed with it, never singly.
 * Out of memory aborts, as in GLib.
 */
#ifndef BP_BASE_ARENA_H
#define BP_BASE_ARENA_H

#include <stddef.h>

struct bp_arena;

struct bp_arena *bp_arena_create(void);

/* NULL is allowed. */
void bp_arena_destroy(struct bp_arena *arena);

/* Forgets all that was allocated and keeps some memory for what comes: for scratch used again and
 * again. */
void bp_arena_reset(struct bp_arena *arena);

/* `size` bytes of zeroed memory, aligned for any type; size 0 gives a valid pointer. */
void *bp_arena_new(struct bp_arena *arena, size_t size);

/* A copy of `count` elements of `size` bytes: how a growing array becomes a final one. */
void *bp_arena_copy(struct bp_arena *arena, const void *from, size_t count, size_t size);

/* A NUL-terminated copy of the first `length` bytes of `text`. */
char *bp_arena_string(struct bp_arena *arena, const char *text, size_t length);

/* printf into the arena, in the C locale. */
char *bp_arena_printf(struct bp_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
