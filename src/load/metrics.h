/* SPDX-License-Identifier: MIT */
/*
 * The metric series of a report, in a list below "metrics:": in the report's file, or in one of
 * their own that the report names.
 */
#ifndef BP_LOAD_METRICS_H
#define BP_LOAD_METRICS_H

#include "load/reader.h"
#include "model/series.h"

/* Reads a list of series; what is wrong is reported and left out. */
struct bp_metrics *bp_metrics_read(struct bp_reader *reader, const struct bp_yaml *list);

/* Reads the value of a report's "metrics:", a list or the path of a metrics file below the root;
 * NULL, with a report, when it is neither. */
struct bp_metrics *bp_metrics_find(struct bp_reader *reader, const struct bp_yaml *node);

#endif
