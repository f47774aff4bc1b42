/* SPDX-License-Identifier: MIT */
/* What charts with data of their own form say (model/chartform.h). */
#ifndef BP_CHART_TELLFORMS_H
#define BP_CHART_TELLFORMS_H

#include "chart/tell.h"

/* The overall rate, each point's side of its limits, and which is farthest outside. */
void bp_funnel_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena);

/* Cells, their steps of shade and the steps' bounds. The table's columns are the map's rows where
 * these are fewer than its columns. */
void bp_heat_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena);

/* How each task stands on the day of `as_of`. */
void bp_gantt_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena);

/* Puts the risks in order, the highest score first. */
void bp_risks_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena);

#endif
