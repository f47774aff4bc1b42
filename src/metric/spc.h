/* SPDX-License-Identifier: MIT */
/*
 * Statistical process control: which values of a series are the process's own common variation and
 * which have a special cause. Takes plain doubles and gives, a point, the mean, the limits and the
 * rules that it breaks, and for the whole the names of the two icons. Nothing that it gives is ever
 * infinite or not a number.
 *
 * A series falls into segments: one begins at the first point and one at each rebase. Limits, runs
 * and trends never reach over a segment's end. A segment's limits come from its base: those of its
 * counted points that are in the frozen baseline, or all of them when none is.
 *
 * A point is counted when it has a value and is no ghost. A ghost is shown, with the limits of its
 * place, and otherwise passed over: the points beside it are neighbours. A gap is unknown: no
 * moving range spans it, and it ends a shift, a trend and a two of three (only ANHOEJ passes over
 * it). A value that the chart can't have (no number, a denominator of zero, a share over one, a
 * count below zero) is a gap.
 */
#ifndef BP_METRIC_SPC_H
#define BP_METRIC_SPC_H

#include "base/arena.h"
#include "model/series.h"

/* Bits of `rules`. SHIFT of ANHOEJ: in a run longer than chance gives. */
enum bp_spc_rule {
    BP_SPC_OUTSIDE = 1,
    BP_SPC_SHIFT = 2,
    BP_SPC_TREND = 4,
    BP_SPC_TWO_OF_THREE = 8,
};

enum bp_spc_kind { BP_SPC_COMMON, BP_SPC_IMPROVEMENT, BP_SPC_CONCERN, BP_SPC_NEUTRAL };

/* HIGH and LOW say where the latest value went, not whether that is good. */
enum bp_spc_variation {
    BP_SPC_VARIATION_NONE, /* too few points */
    BP_SPC_VARIATION_COMMON,
    BP_SPC_VARIATION_IMPROVEMENT_HIGH,
    BP_SPC_VARIATION_IMPROVEMENT_LOW,
    BP_SPC_VARIATION_CONCERN_HIGH,
    BP_SPC_VARIATION_CONCERN_LOW,
    BP_SPC_VARIATION_NEUTRAL_HIGH,
    BP_SPC_VARIATION_NEUTRAL_LOW,
};

enum bp_spc_assurance {
    BP_SPC_ASSURANCE_NONE, /* no target, no limits or no better way */
    BP_SPC_ASSURANCE_PASS, /* the target is met whatever the common variation does */
    BP_SPC_ASSURANCE_FAIL,
    BP_SPC_ASSURANCE_INCONSISTENT,
};

struct bp_spc_options {
    enum bp_spc_profile profile; /* model/judging.h tells them */
    enum bp_spc_chart chart;
    int shift; /* MDC: points in a shift and in a trend, 6 or 7; 0: 7 */
    int trend;
    enum bp_better better;
    bool has_baseline; /* first and last point, counted from 0, of the frozen baseline */
    int baseline_first;
    int baseline_last;
    double scale; /* P and U: what a share or rate is told in: 100 for percent; 0: 1 */
};

struct bp_spc_input {
    double value;                  /* XMR and C */
    double numerator, denominator; /* P and U */
    bool gap;
    bool ghost;
    bool rebase; /* a segment begins here */
    bool has_target;
    double target; /* told as the values are */
};

struct bp_spc_point {
    bool has_value, counted, has_mean, has_limits;
    double value;
    double mean;
    double lower, upper;
    double lower_near, upper_near; /* two thirds of the way to the limits */
    unsigned rules;                /* of enum bp_spc_rule */
    enum bp_spc_kind kind;
    int direction; /* of a special cause: 1 up, -1 down; else 0 */
};

struct bp_spc_segment {
    int first, last;
    int n_counted;
    bool has_limits;
    int n_base;                /* the points that its limits come from, 0 when there are none, */
    int base_first, base_last; /* and their span; -1 */
    double mean;
    double mean_range; /* XMR: the mean moving range, screened where the profile does; else 0 */
    double slack;      /* nearer to a line than this is on it */
    /* ANHOEJ */
    int n_useful; /* not on the mean */
    int longest_run, longest_run_most;
    int crossings, crossings_fewest;
    bool runs_signal; /* one of the two is beyond chance */
};

struct bp_spc {
    struct bp_spc_point *points;
    int n_points;
    struct bp_spc_segment
        *segments; /* at least one when there is a point; the last is the present */
    int n_segments;
    int n_counted;
    int last_rebase; /* the point where the last segment begins, or -1 */
    enum bp_spc_variation variation;
    enum bp_spc_assurance assurance;
};

/* In the arena. Rebases at the first point and baselines beyond the series' ends change nothing. */
struct bp_spc *bp_spc_new(const struct bp_spc_options *options, const struct bp_spc_input *inputs,
                          int n_inputs, struct bp_arena *arena);

/* "none", "common-cause", "improvement-high" and so on; "none", "consistent-pass",
 * "consistent-fail", "inconsistent". */
const char *bp_spc_variation_name(enum bp_spc_variation variation);
const char *bp_spc_assurance_name(enum bp_spc_assurance assurance);

#endif
