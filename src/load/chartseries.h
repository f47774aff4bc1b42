/* SPDX-License-Identifier: MIT */
/* Of a chart in a report: which series it shows, over what time, and beside what. */
#ifndef BP_LOAD_CHARTSERIES_H
#define BP_LOAD_CHARTSERIES_H

#include "load/reader.h"
#include "model/chart.h"

/* Reads the keys of a LINE or SPC chart; reader->metrics has been read. */
void bp_chart_series_read(struct bp_reader *reader, const struct bp_yaml *node,
                          struct bp_chart *chart);

/* Adds the series whose id the node is; nothing, with a report, when there is none or when it is
 * not of the unit and period of those that the chart has. */
void bp_chart_series_add(struct bp_reader *reader, const struct bp_yaml *node,
                         struct bp_chart *chart);

#endif
