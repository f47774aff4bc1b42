/* SPDX-License-Identifier: MIT */
/* Plans: a bar for each task, of which the part that is done is dark, diamonds for milestones, and
 * a dashed line on the day of the report. What is late has a triangle and says so. */
#ifndef BP_CHART_GANTT_H
#define BP_CHART_GANTT_H

#include "chart/canvas.h"
#include "model/chart.h"

struct bp_drawing *bp_gantt_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                 struct bp_spot room);

#endif
