/* SPDX-License-Identifier: MIT */
/* The charts of a report's body and of minutes: what stands below "chart:". */
#ifndef BP_LOAD_CHART_H
#define BP_LOAD_CHART_H

#include "load/reader.h"
#include "model/chart.h"

/* Reads the map below "chart:" of `node`, and puts the chart among the reader's. What is wrong of
 * it is reported; never NULL. */
struct bp_chart *bp_chart_read(struct bp_reader *reader, const struct bp_yaml *node);

/* Reports keys of a chart that stand beside its "chart:" instead of below it; true when some do. */
bool bp_chart_report_beside(struct bp_reader *reader, const struct bp_yaml *node);

#endif
