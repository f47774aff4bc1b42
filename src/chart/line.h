/* SPDX-License-Identifier: MIT */
/*
 * Line charts: one to four series, told apart by the words at their ends; of one series also its
 * target, the same periods of last year, or the range of its baseline. Gaps are gaps; a provisional
 * point is hollow.
 */
#ifndef BP_CHART_LINE_H
#define BP_CHART_LINE_H

#include "chart/canvas.h"
#include "model/chart.h"

/* NULL when it has no room or no values, which the caller tells, or when something failed that is
 * reported. */
struct bp_drawing *bp_line_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                struct bp_spot room);

#endif
