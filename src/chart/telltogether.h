/* SPDX-License-Identifier: MIT */
/* The figures of several measures side by side: one data table instead of one a measure. */
#ifndef BP_CHART_TELLTOGETHER_H
#define BP_CHART_TELLTOGETHER_H

#include "model/chart.h"
#include "model/look.h"

/* Fills in the rows of a chart from those of its measures, which have been told: a row a period, a
 * column a measure. Leaves it without rows where they are of different kinds of period or more than
 * a table has columns for, which are fewer in large print. */
void bp_measures_tell_together(struct bp_chart *chart, const struct bp_look *look,
                               struct bp_arena *arena);

#endif
