/* SPDX-License-Identifier: MIT */
/* Funnel plots: each point's rate over its denominator, the overall rate, and the limits of
 * metric/funnel.h, told apart by their dashes. Points outside have other shapes and their names. */
#ifndef BP_CHART_FUNNEL_H
#define BP_CHART_FUNNEL_H

#include "chart/canvas.h"
#include "model/chart.h"

struct bp_drawing *bp_funnel_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                  struct bp_spot room);

#endif
