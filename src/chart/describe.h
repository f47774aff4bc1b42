/* SPDX-License-Identifier: MIT */
/* What is said of a chart besides its figures: how many there are, how they went, and whether all
 * of it fits into the one sentence that stands for the chart. */
#ifndef BP_CHART_DESCRIBE_H
#define BP_CHART_DESCRIBE_H

#include "base/arena.h"
#include "model/chart.h"
#include "model/look.h"

/* The longest alternative text: screen readers and their users lose the thread of longer ones. */
enum { BP_CHART_LONGEST_ALT = 150 };

/* Fills in the chart's counts, its change from first to latest and, of several series, what is said
 * of each; shortens its measure to the room that the sentence has. The chart has been told. */
void bp_chart_describe(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena);

#endif
