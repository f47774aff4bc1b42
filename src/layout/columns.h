/* SPDX-License-Identifier: MIT */
/* The widths of a table's columns, by its cells' content. */
#ifndef BP_LAYOUT_COLUMNS_H
#define BP_LAYOUT_COLUMNS_H

#include "layout/flow.h"

/* A column: where it starts within the table and how wide its text may be, in points. */
struct bp_column_place {
    double start;
    double width;
};

/*
 * Places the columns of `table` in `width` points, its style's padding_x between them, or less
 * where words would be split. Narrow columns get what they ask for, wide ones share the rest; what
 * is left goes to the one that asks for most. False, with a report, when the columns or the figures
 * in them can't fit. `places` has room for the table's n_columns.
 */
bool bp_columns_place(struct bp_layout *layout, const struct bp_block *table, double width,
                      struct bp_column_place *places);

#endif
