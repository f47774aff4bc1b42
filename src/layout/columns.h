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

/* What a table's columns ask for. */
struct bp_columns {
    struct bp_table_column *columns; /* n of them */
    int n;
    double gutter; /* between two, where there is room */
    double least;  /* points that the table needs: widths that are fixed, figures, no word; */
    double whole;  /* and with all words whole */
};

/* Measures the columns of `table`. Finish them. */
void bp_columns_init(struct bp_columns *columns, struct bp_layout *layout,
                     const struct bp_block *table);
void bp_columns_finish(struct bp_columns *columns);

/*
 * Places the columns, once, in `width` points, which are at least what they need: its style's
 * padding_x between them, or less where words would be split. Columns of fixed width have it.
 * Narrow ones get what they ask for, wide ones share the rest; what is left goes to the one that
 * asks for most. `places` has room for all.
 */
void bp_columns_place(struct bp_columns *columns, double width, struct bp_column_place *places);

#endif
