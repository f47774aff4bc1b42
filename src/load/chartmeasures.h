/* SPDX-License-Identifier: MIT */
/* Of a table or matrix of measures in a report: which series are in it, below which headings, and
 * what is told of each. */
#ifndef BP_LOAD_CHARTMEASURES_H
#define BP_LOAD_CHARTMEASURES_H

#include "load/reader.h"
#include "model/chart.h"

/* Reads the keys of a TABLE or MATRIX; reader->metrics has been read. */
void bp_chart_measures_read(struct bp_reader *reader, const struct bp_yaml *node,
                            struct bp_chart *chart);

#endif
