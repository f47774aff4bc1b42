/* SPDX-License-Identifier: MIT */
/* From values to places on the page, and labels beside the places. */
#ifndef BP_CHART_SCALE_H
#define BP_CHART_SCALE_H

#include <stdbool.h>

/* A straight scale: `low` stands at `at_low` points and `high` at `at_high`, which may be the
 * smaller one, as on an axis that goes up a page whose y goes down. `low` and `high` differ. */
struct bp_scale {
    double low, high;
    double at_low, at_high;
};

/* Where `value` stands; beyond the ends where it is beyond low or high. */
double bp_scale_place(const struct bp_scale *scale, double value);

/* What stands at `place`; `at_low` and `at_high` differ. */
double bp_scale_value(const struct bp_scale *scale, double place);

/* A label beside a place of a scale, as those at the ends of lines: `size` points long, wished to
 * be centred on `wish`. */
struct bp_beside {
    double wish;
    double size;
    double centre; /* set by bp_beside_spread() */
};

/* Moves labels apart so that they lie between `from` and `to` and at least `gap` from one another,
 * in the order of their wishes (of equal ones, in the order given), and so that the squares of
 * their moves sum to the least possible: pooled neighbours (Ayer and others 1955). False when there
 * is no room; then no centre is set. */
bool bp_beside_spread(struct bp_beside *labels, int n, double from, double to, double gap);

#endif
