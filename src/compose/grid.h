/* SPDX-License-Identifier: MIT */
/* The parts of tables, from Markdown and from a look alike: a row, a cell, the style of its words.
 */
#ifndef BP_COMPOSE_GRID_H
#define BP_COMPOSE_GRID_H

#include "compose/phrase.h"

struct bp_block *bp_grid_row(struct bp_composer *composer, struct bp_block *table, bool head,
                             struct bp_source source);

/* In a header row a cell is the header of its column. */
struct bp_block *bp_grid_cell(struct bp_composer *composer, struct bp_block *row, bool head,
                              struct bp_source source);

/* Of the words in a cell. */
const struct bp_style *bp_grid_style(const struct bp_composer *composer, bool head,
                                     enum bp_align align);

#endif
