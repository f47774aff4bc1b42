/* SPDX-License-Identifier: MIT */
/* Matrices of risks: likelihood upwards, impact to the right, in bands by their product, each with
 * its letter; a risk is its number, round within its appetite and square above it. */
#ifndef BP_CHART_RISKS_H
#define BP_CHART_RISKS_H

#include "chart/canvas.h"
#include "model/chart.h"

struct bp_drawing *bp_risks_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                 struct bp_spot room);

#endif
