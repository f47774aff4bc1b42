/* SPDX-License-Identifier: MIT */
/*
 * The points of a series, from "values:" or from the cells of a CSV file. A value comes alone, or
 * as numerator and denominator, from which it is computed; where both are given they must agree.
 */
#ifndef BP_LOAD_POINT_H
#define BP_LOAD_POINT_H

#include "load/series.h"

/* Of all series of a file. */
enum { BP_MOST_POINTS = 200000 };

enum { BP_CELL_VALUE, BP_CELL_NUMERATOR, BP_CELL_DENOMINATOR, BP_N_CELLS };

/* What is written for a part of a point; text NULL: it has none. */
struct bp_cell {
    const char *text;
    struct bp_source source;
};

/* Adds the point that the cells make, or reports what is wrong with them; `comma`: decimals stand
 * after one. The state of the point tells what became of them. */
enum bp_point_state bp_point_add(struct bp_series_draft *draft, struct bp_period period,
                                 const struct bp_cell cells[BP_N_CELLS], bool comma);

/* Reads "values:". */
void bp_points_read(struct bp_series_draft *draft, const struct bp_yaml *map);

/* Puts the points in order and into the series; reports periods that are there twice. */
void bp_points_sort(struct bp_series_draft *draft);

/* A single number of our file: a target. False, with a report, when it is none. */
bool bp_point_number(struct bp_series_draft *draft, const struct bp_yaml *node, const char *key,
                     struct bp_decimal *value);

#endif
