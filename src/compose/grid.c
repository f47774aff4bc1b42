/* SPDX-License-Identifier: MIT */
#include "compose/grid.h"

struct bp_block *bp_grid_row(struct bp_composer *composer, struct bp_block *table, bool head,
                             struct bp_source source)
{
    const struct bp_style *style =
        bp_composer_style(composer, head ? BP_STYLE_HEAD_ROW : BP_STYLE_ROW);
    return bp_block_at(composer, table, BP_BLOCK_ROW, style, source);
}

struct bp_block *bp_grid_cell(struct bp_composer *composer, struct bp_block *row, bool head,
                              struct bp_source source)
{
    struct bp_block *block = bp_block_at(composer, row, BP_BLOCK_CELL,
                                         bp_composer_style(composer, BP_STYLE_CELL), source);
    block->scope = head ? BP_SCOPE_COLUMN : BP_SCOPE_NONE;
    return block;
}

const struct bp_style *bp_grid_style(const struct bp_composer *composer, bool head,
                                     enum bp_align align)
{
    switch (align) {
    case BP_ALIGN_END:
        return bp_composer_style(composer, head ? BP_STYLE_HEAD_TEXT_END : BP_STYLE_CELL_TEXT_END);
    case BP_ALIGN_CENTRE:
        return bp_composer_style(composer,
                                 head ? BP_STYLE_HEAD_TEXT_CENTRE : BP_STYLE_CELL_TEXT_CENTRE);
    default:
        return bp_composer_style(composer, head ? BP_STYLE_HEAD_TEXT : BP_STYLE_CELL_TEXT);
    }
}
