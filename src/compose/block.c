/* SPDX-License-Identifier: MIT */
#include "compose/document.h"

struct bp_block *bp_block_new(struct bp_arena *arena, struct bp_block *parent,
                              enum bp_block_kind kind, const struct bp_style *style)
{
    struct bp_block *block = bp_arena_new(arena, sizeof *block);
    block->kind = kind;
    block->style = style;
    block->parent = parent;
    block->column_span = 1;
    block->row_span = 1;
    if (parent == NULL)
        return block;
    if (parent->last == NULL)
        parent->first = block;
    else
        parent->last->next = block;
    parent->last = block;
    return block;
}
