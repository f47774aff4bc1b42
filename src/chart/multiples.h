/* SPDX-License-Identifier: MIT */
/*
 * Small multiples: a line chart for each series, all of one size and over the same periods, in as
 * many columns as the width allows. Each has its title and its latest value over it. On one scale
 * the axis' words stand at the first chart of each line, else at every chart.
 */
#ifndef BP_CHART_MULTIPLES_H
#define BP_CHART_MULTIPLES_H

#include "chart/canvas.h"
#include "model/chart.h"

/* NULL when it has no room or no values, which the caller tells, or when something failed that is
 * reported. */
struct bp_drawing *bp_multiples_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                     struct bp_spot room);

#endif
