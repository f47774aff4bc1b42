/* SPDX-License-Identifier: MIT */
/* The cells of a Markdown table that cmark tells too little of. */
#ifndef BP_LOAD_CELL_H
#define BP_LOAD_CELL_H

#include <cmark-gfm.h>

#include "load/lines.h"
#include "model/prose.h"

/* How many cells a row's line has, from byte `start` on. cmark drops those that the header has no
 * column for. */
int bp_cell_count(const struct bp_lines *text, int line, size_t start);

/* How the cell's column is aligned. */
enum bp_prose_align bp_cell_align(cmark_node *cell);

#endif
