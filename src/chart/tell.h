/* SPDX-License-Identifier: MIT */
/* What a chart's numbers say, in figures as they are printed: for the data table, the sentence that
 * is read out in the chart's place, and its title where the file gives none. */
#ifndef BP_CHART_TELL_H
#define BP_CHART_TELL_H

#include "model/data.h"
#include "model/look.h"

/* Fills in what is derived of each chart of the data. Bars are put into the chart's order. */
void bp_charts_tell(const struct bp_data *data, const struct bp_look *look, struct bp_arena *arena);

/* Of one chart. What each type says is in files of their own: chart/tellbars.h and others. */
void bp_chart_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena);

/* For these files: an empty data table, */
void bp_chart_rows_new(struct bp_chart *chart, int n_rows, struct bp_arena *arena);

/* and the heads of its first columns, by the names of their wording. */
void bp_chart_heads_set(struct bp_chart *chart, const char *const *wordings, size_t n,
                        const struct bp_look *look);

#endif
