/* SPDX-License-Identifier: MIT */
/* The points of a funnel plot: “points:”, or “series:” with their numerators and denominators. */
#ifndef BP_LOAD_FUNNEL_H
#define BP_LOAD_FUNNEL_H

#include "load/reader.h"
#include "model/chart.h"

void bp_chart_funnel_read(struct bp_reader *reader, const struct bp_yaml *node,
                          struct bp_chart *chart);

#endif
