/* SPDX-License-Identifier: MIT */
/* Sparklines: a series without axes, as high as a line of text, for the cells of tables. Its target
 * is a dashed line; its figures stand in the other cells. */
#ifndef BP_CHART_SPARK_H
#define BP_CHART_SPARK_H

#include "chart/canvas.h"
#include "model/chart.h"

/* NULL when it has no values, which the caller tells, or when something failed that is reported. */
struct bp_drawing *bp_spark_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                 struct bp_spot room);

#endif
