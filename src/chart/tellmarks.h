/* SPDX-License-Identifier: MIT */
/* What the data table says beside its values: that they are provisional, revised or suppressed. */
#ifndef BP_CHART_TELLMARKS_H
#define BP_CHART_TELLMARKS_H

#include "model/chart.h"
#include "model/look.h"

/* Sets the mark of each row that is of a period, from the series that its values come from. What
 * all their values have in common is said once, anything else with the name of its series. */
void bp_marks_tell(struct bp_chart *chart, const struct bp_series *const *series, int n_series,
                   const struct bp_look *look, struct bp_arena *arena);

#endif
