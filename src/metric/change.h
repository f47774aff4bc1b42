/* SPDX-License-Identifier: MIT */
/*
 * How two levels of a series differ, and in what that is told: counts, rates, money and durations
 * in their own unit and in percent, percentages in percentage points. There is no percentage on a
 * base that is zero or negative, nor on one below the series' small base.
 */
#ifndef BP_METRIC_CHANGE_H
#define BP_METRIC_CHANGE_H

#include "metric/level.h"

enum bp_change_kind {
    BP_CHANGE_PERCENT,
    BP_CHANGE_POINTS,  /* the difference is in percentage points */
    BP_CHANGE_NO_BASE, /* a percentage on zero or less */
    BP_CHANGE_SMALL,   /* or on a base below the threshold */
};

struct bp_change {
    const char *fault; /* why there is none; NULL: there is one */
    struct bp_level from;
    struct bp_level to;
    enum bp_change_kind kind;
    struct bp_decimal difference; /* exact */
    struct bp_decimal percent;    /* PERCENT: signed, one decimal */
    int direction;                /* -1, 0, 1: of the difference as it is printed */
    int good;                     /* -1 worse, 1 better, 0 neither or not said */
    bool small;                   /* a percentage's denominator is below the threshold */
    bool provisional;
};

/* From one level to another; a fault of either is the change's. */
struct bp_change bp_change_between(const struct bp_series *series, const struct bp_level *from,
                                   const struct bp_level *to);

/* With how many decimals a difference is printed: at least one for percentage points. */
int bp_change_decimals(const struct bp_series *series);

#endif
