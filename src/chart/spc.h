/* SPDX-License-Identifier: MIT */
/*
 * Control charts: the values, their mean and limits, and the points that have a special cause,
 * which differ by shape: a diamond is a concern, a square an improvement, a triangle neither. A
 * ghost is a ring that no line leads to. What metric/spc.h finds is drawn, and nothing found here.
 */
#ifndef BP_CHART_SPC_H
#define BP_CHART_SPC_H

#include "chart/canvas.h"
#include "model/chart.h"

/* NULL when it has no room or no values, which the caller tells, or when something failed that is
 * reported. */
struct bp_drawing *bp_spc_draw(const struct bp_chart *chart, struct bp_pen *pen,
                               struct bp_spot room);

#endif
