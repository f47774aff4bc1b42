/* SPDX-License-Identifier: MIT */
/* What a heat map shows: “columns:” and “rows:” with a value for each column. */
#ifndef BP_LOAD_HEAT_H
#define BP_LOAD_HEAT_H

#include "load/reader.h"
#include "model/chart.h"

void bp_chart_heat_read(struct bp_reader *reader, const struct bp_yaml *node,
                        struct bp_chart *chart);

#endif
