/* SPDX-License-Identifier: MIT */
/*
 * Population pyramids: two groups back to back on one scale, a band of ages a row, whose names
 * stand between them. The third and the fourth group, if any, are outlines over the first and the
 * second: another place or year to compare with.
 */
#ifndef BP_CHART_PYRAMID_H
#define BP_CHART_PYRAMID_H

#include "chart/canvas.h"
#include "model/chart.h"

/* NULL when it has no room or no values, which the caller tells, or when something failed that is
 * reported. */
struct bp_drawing *bp_pyramid_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                   struct bp_spot room);

#endif
