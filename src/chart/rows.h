/* SPDX-License-Identifier: MIT */
/*
 * Charts of rows: words at the start of each, bars from a common zero line, values at their ends.
 * Bars of every kind lie: horizontal text then always has room. Where the room is narrow the words
 * stand above their bars.
 */
#ifndef BP_CHART_ROWS_H
#define BP_CHART_ROWS_H

#include "chart/canvas.h"
#include "model/chart.h"

/* NULL when it has no room, which the caller tells, or when something failed that is reported. */
struct bp_drawing *bp_rows_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                struct bp_spot room);

#endif
