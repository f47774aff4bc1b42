/* SPDX-License-Identifier: MIT */
/* A table with a label and one or more numbers a row: "groups:" and "bars:". */
#ifndef BP_LOAD_BARS_H
#define BP_LOAD_BARS_H

#include "load/reader.h"
#include "model/chart.h"

void bp_chart_bars_read(struct bp_reader *reader, const struct bp_yaml *node,
                        struct bp_chart *chart);

#endif
