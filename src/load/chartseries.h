/* SPDX-License-Identifier: MIT */
/* Of a chart in a report: which series it shows, over what time, and beside what. */
#ifndef BP_LOAD_CHARTSERIES_H
#define BP_LOAD_CHARTSERIES_H

#include "load/reader.h"
#include "model/chart.h"

/* Reads the keys of a LINE or SPC chart; reader->metrics has been read. */
void bp_chart_series_read(struct bp_reader *reader, const struct bp_yaml *node,
                          struct bp_chart *chart);

/* For other charts of series. The series whose id stands here; NULL, with a report, when there is
 * none such. */
const struct bp_series *bp_chart_series_find(struct bp_reader *reader, const struct bp_yaml *node);

/* Reports that the series stands in one chart twice. */
void bp_chart_series_twice(struct bp_reader *reader, const struct bp_series *series,
                           const struct bp_source *at);

/* Whether one of the chart's measures is of the series. */
bool bp_chart_measures_have(const struct bp_chart *chart, const struct bp_series *series);

/* Whether both have one unit and one kind of period, as a chart has one axis for each; reported,
 * of `at`, when not, with the mend for SMALL charts, which may each have their own. */
bool bp_chart_series_alike(struct bp_reader *reader, const struct bp_series *first,
                           const struct bp_series *other, const struct bp_source *at, bool small);

/* Whether no more periods are shown than a chart has room for; reported, of `at` and with the mend,
 * when not. */
bool bp_chart_series_fit(struct bp_reader *reader, const struct bp_chart *chart,
                         const struct bp_source *at, const char *mend);

/* Adds the series whose id the node is; nothing, with a report, when there is none or when it is
 * not of the unit and period of those that the chart has. */
void bp_chart_series_add(struct bp_reader *reader, const struct bp_yaml *node,
                         struct bp_chart *chart);

#endif
