/* SPDX-License-Identifier: MIT */
/* What charts over time say: the part of chart/tell.h that is about series. */
#ifndef BP_CHART_TELLSERIES_H
#define BP_CHART_TELLSERIES_H

#include "model/chart.h"
#include "model/look.h"

/* Of MULTIPLES, each of which has told what it says by itself. */
void bp_multiples_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena);
void bp_series_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena);

#endif
