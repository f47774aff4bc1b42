/* SPDX-License-Identifier: MIT */
/* Heat maps: a cell for each row and column, shaded in five steps. Its value is printed in it, or
 * where not all have room its step's number, which the key below explains. */
#ifndef BP_CHART_HEAT_H
#define BP_CHART_HEAT_H

#include "chart/canvas.h"
#include "model/chart.h"

struct bp_drawing *bp_heat_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                struct bp_spot room);

#endif
