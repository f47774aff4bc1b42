/* SPDX-License-Identifier: MIT */
/* A plan: “tasks:” with start and end, milestones with a date. */
#ifndef BP_LOAD_GANTT_H
#define BP_LOAD_GANTT_H

#include "load/reader.h"
#include "model/chart.h"

void bp_chart_gantt_read(struct bp_reader *reader, const struct bp_yaml *node,
                         struct bp_chart *chart);

#endif
