/* SPDX-License-Identifier: MIT */
/* What charts of bars and of steps say: the part of chart/tell.h that is about tables. */
#ifndef BP_CHART_TELLBARS_H
#define BP_CHART_TELLBARS_H

#include "model/chart.h"
#include "model/look.h"

void bp_bars_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena);
void bp_pareto_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena);
void bp_steps_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena);

#endif
