/* SPDX-License-Identifier: MIT */
/* A matrix of risks: “risks:” with likelihood and impact. */
#ifndef BP_LOAD_RISKS_H
#define BP_LOAD_RISKS_H

#include "load/reader.h"
#include "model/chart.h"

void bp_chart_risks_read(struct bp_reader *reader, const struct bp_yaml *node,
                         struct bp_chart *chart);

#endif
