/* SPDX-License-Identifier: MIT */
/* Tables as blocks: a GRID is built row by row, cell by cell. */
#ifndef BP_COMPOSE_GRID_H
#define BP_COMPOSE_GRID_H

#include "compose/phrase.h"

struct bp_grid_cell {
    bool head;                 /* in a header row */
    enum bp_scope scope;       /* NONE in a header row means COLUMN */
    enum bp_prose_align align; /* of the text */
    struct bp_source source;
};

/* A TABLE without rows; `full`: over the page's whole width. */
struct bp_block *bp_grid_new(struct bp_composer *composer, struct bp_block *parent, int n_columns,
                             bool full, struct bp_source source);

struct bp_block *bp_grid_row(struct bp_composer *composer, struct bp_block *table, bool head,
                             struct bp_source source);

/* A cell, its phrase begun; the cell is whole when bp_grid_cell_end() has been called. */
struct bp_block *bp_grid_cell(struct bp_composer *composer, struct bp_block *row,
                              const struct bp_grid_cell *cell, struct bp_phrase *phrase);
void bp_grid_cell_end(struct bp_block *block, const struct bp_grid_cell *cell,
                      struct bp_phrase *phrase);

/* A row of column heads, and a cell of words, joined as in "A, B and C", or of own words in bold;
 * `scope` ROW makes it the row's header. */
void bp_grid_heads(struct bp_composer *composer, struct bp_block *table, const enum bp_word *heads,
                   int n_heads);
void bp_grid_words(struct bp_composer *composer, struct bp_block *row, const struct bp_words *list,
                   int n_words, enum bp_scope scope);
void bp_grid_bold(struct bp_composer *composer, struct bp_block *row, const char *words);

/* A cell of prose; NULL is printed as a dash. */
void bp_grid_prose(struct bp_composer *composer, struct bp_block *row, const struct bp_prose *prose,
                   enum bp_scope scope);

#endif
