/* SPDX-License-Identifier: MIT */
/* The rules by which points of a control chart are signals: the second half of metric/spc.h, which
 * has made the means and limits. */
#ifndef BP_METRIC_SIGNAL_H
#define BP_METRIC_SIGNAL_H

#include "metric/spc.h"

/* 1 when `value` is above `line`, -1 below, 0 when it is on it or nearer than `slack`. */
int bp_signal_side(double value, double line, double slack);

/* Finds the signals of one segment that has limits: sets `rules`, `kind` and `direction` of its
 * points, and the segment's runs for ANHOEJ. */
void bp_signal_find(const struct bp_spc_options *options, struct bp_spc_segment *segment,
                    struct bp_spc_point *points);

/* The kind that a special cause in `direction` is. */
enum bp_spc_kind bp_signal_kind(enum bp_better better, int direction);

/* The fewest crossings of the mean that chance gives `n_useful` points in 19 of 20 series, and the
 * longest run. */
int bp_signal_crossings_fewest(int n_useful);
int bp_signal_longest_run_most(int n_useful);

#endif
