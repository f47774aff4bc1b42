/* SPDX-License-Identifier: MIT */
#include "compose/grid.h"

#include "compose/prose.h"

static enum bp_style_key text_style(const struct bp_grid_cell *cell)
{
    switch (cell->align) {
    case BP_PROSE_ALIGN_RIGHT:
        return cell->head ? BP_STYLE_HEAD_TEXT_END : BP_STYLE_CELL_TEXT_END;
    case BP_PROSE_ALIGN_CENTRE:
        return cell->head ? BP_STYLE_HEAD_TEXT_CENTRE : BP_STYLE_CELL_TEXT_CENTRE;
    default:
        return cell->head ? BP_STYLE_HEAD_TEXT : BP_STYLE_CELL_TEXT;
    }
}

static struct bp_block *cell_new(struct bp_composer *composer, struct bp_block *row,
                                 const struct bp_grid_cell *cell)
{
    struct bp_block *block = bp_block_at(composer, row, BP_BLOCK_CELL, BP_STYLE_CELL, cell->source);
    block->scope = cell->head ? BP_SCOPE_COLUMN : cell->scope;
    return block;
}

struct bp_block *bp_grid_new(struct bp_composer *composer, struct bp_block *parent, int n_columns,
                             bool full, struct bp_source source)
{
    struct bp_block *table = bp_block_at(composer, parent, BP_BLOCK_TABLE,
                                         full ? BP_STYLE_FULL_TABLE : BP_STYLE_TABLE, source);
    table->n_columns = n_columns;
    return table;
}

struct bp_block *bp_grid_row(struct bp_composer *composer, struct bp_block *table, bool head,
                             struct bp_source source)
{
    return bp_block_at(composer, table, BP_BLOCK_ROW, head ? BP_STYLE_HEAD_ROW : BP_STYLE_ROW,
                       source);
}

struct bp_block *bp_grid_cell(struct bp_composer *composer, struct bp_block *row,
                              const struct bp_grid_cell *cell, struct bp_phrase *phrase)
{
    bp_phrase_begin(phrase, composer, text_style(cell), cell->source);
    return cell_new(composer, row, cell);
}

void bp_grid_cell_end(struct bp_block *block, const struct bp_grid_cell *cell,
                      struct bp_phrase *phrase)
{
    bp_phrase_paragraph(phrase, block, text_style(cell));
}

void bp_grid_heads(struct bp_composer *composer, struct bp_block *table, const enum bp_word *heads,
                   int n_heads)
{
    struct bp_block *row = bp_grid_row(composer, table, true, table->source);
    table->header_rows = 1;
    for (int i = 0; i < n_heads; i++) {
        struct bp_grid_cell cell = {true, BP_SCOPE_COLUMN, BP_PROSE_ALIGN_NONE, table->source};
        struct bp_phrase phrase;
        struct bp_block *block = bp_grid_cell(composer, row, &cell, &phrase);
        bp_phrase_add(&phrase, bp_wording(heads[i]));
        bp_grid_cell_end(block, &cell, &phrase);
    }
}

void bp_grid_words(struct bp_composer *composer, struct bp_block *row, const struct bp_words *list,
                   int n_words, enum bp_scope scope)
{
    struct bp_grid_cell cell = {false, scope, BP_PROSE_ALIGN_NONE, row->source};
    struct bp_phrase phrase;
    struct bp_block *block = bp_grid_cell(composer, row, &cell, &phrase);
    bp_phrase_join(&phrase, list, n_words);
    bp_grid_cell_end(block, &cell, &phrase);
}

void bp_grid_bold(struct bp_composer *composer, struct bp_block *row, const char *words)
{
    struct bp_grid_cell cell = {false, BP_SCOPE_NONE, BP_PROSE_ALIGN_NONE, row->source};
    struct bp_phrase phrase;
    struct bp_block *block = bp_grid_cell(composer, row, &cell, &phrase);
    bp_phrase_bold(&phrase, words);
    bp_grid_cell_end(block, &cell, &phrase);
}

void bp_grid_prose(struct bp_composer *composer, struct bp_block *row, const struct bp_prose *prose,
                   enum bp_scope scope)
{
    struct bp_source source = prose != NULL ? prose->source : row->source;
    struct bp_grid_cell cell = {false, scope, BP_PROSE_ALIGN_NONE, source};
    struct bp_block *block = cell_new(composer, row, &cell);
    struct bp_prose_setting setting = bp_prose_in(BP_STYLE_CELL_TEXT, NULL);
    if (prose != NULL && prose->first != NULL)
        bp_prose_compose(composer, block, prose, &setting);
    else
        bp_paragraph_plain(composer, block, BP_STYLE_CELL_TEXT, bp_wording(BP_WORD_NOTHING),
                           source);
}
