/* SPDX-License-Identifier: MIT */
/* What the types of charts that are made of bars need of them: parts of a whole, sides, sums. */
#ifndef BP_LOAD_BARFORM_H
#define BP_LOAD_BARFORM_H

#include "load/reader.h"
#include "model/chart.h"

/* Reports what is wrong of the bars of `chart`, which have been read from `node`. */
void bp_chart_form_check(struct bp_reader *reader, const struct bp_yaml *node,
                         const struct bp_chart *chart);

/* Reads the bands of a bar, as many as the chart names. False, with a report, when they are wrong;
 * `node` is the bar's map. */
bool bp_chart_bands_read(struct bp_reader *reader, const struct bp_yaml *node,
                         const struct bp_chart *chart, struct bp_chart_bar *bar);

#endif
