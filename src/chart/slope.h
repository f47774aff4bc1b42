/* SPDX-License-Identifier: MIT */
/* Slope charts: bars of two groups as lines from the first to the second, named and labelled at
 * both ends. What matters is which way each goes, so that the scale need not begin at zero. */
#ifndef BP_CHART_SLOPE_H
#define BP_CHART_SLOPE_H

#include "chart/canvas.h"
#include "model/chart.h"

/* NULL when it has no room or no values, which the caller tells, or when something failed that is
 * reported. */
struct bp_drawing *bp_slope_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                 struct bp_spot room);

#endif
