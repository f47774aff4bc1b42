/* SPDX-License-Identifier: MIT */
/*
 * Dot plots: a line a row, with a mark for each group, which differ by shape, and a stroke between
 * the outermost. Their values stand outside of these two. Places tell the values, not lengths, so
 * that the axis, which stands at the foot, need not begin at zero.
 */
#ifndef BP_CHART_DOTS_H
#define BP_CHART_DOTS_H

#include "chart/canvas.h"
#include "model/chart.h"

/* NULL when it has no room or no values, which the caller tells, or when something failed that is
 * reported. */
struct bp_drawing *bp_dots_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                struct bp_spot room);

#endif
