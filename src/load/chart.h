/* SPDX-License-Identifier: MIT */
/* The charts of a report's body: what stands below "chart:". */
#ifndef BP_LOAD_CHART_H
#define BP_LOAD_CHART_H

#include "load/reader.h"
#include "model/chart.h"

/* Reads the map below "chart:" of `node`. What is wrong of it is reported; never NULL. */
struct bp_chart *bp_chart_read(struct bp_reader *reader, const struct bp_yaml *node);

#endif
