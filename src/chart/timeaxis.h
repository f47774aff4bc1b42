/* SPDX-License-Identifier: MIT */
/*
 * Which periods an axis of time names, and where the names stand. Names are level, whole, inside
 * the axis and apart; where not all fit, every nth period has one, at natural places: Mondays, the
 * firsts of months, of quarters, of halves and of years, years that 2, 5 or 10 divide. Below them a
 * second row says the year, or of days the month, under the first name that is in it.
 *
 *     Apr   Jul   Oct   Jan   Apr          Q1   Q2   Q3   Q4   Q1
 *     2021              2022               2025/26             2026/27
 *
 * The first and the last period are named where that costs no more than their neighbours' names.
 */
#ifndef BP_CHART_TIMEAXIS_H
#define BP_CHART_TIMEAXIS_H

#include "base/arena.h"
#include "model/period.h"

struct bp_timeaxis_wish {
    struct bp_period first;
    int n;                     /* periods, at least 1 */
    double x;                  /* of the first period, in points */
    double step;               /* from one period to the next; above 0 when n > 1 */
    double left, right;        /* names stay between; the periods are */
    double gap;                /* at least this much between two names of a row */
    bool april;                /* days, weeks and months: years begin in April */
    const char *const *months; /* 12 short names */
    double (*measure)(const char *text, void *user); /* the width of a name, in points */
    void *user;
};

/* A name in a row, from `left` to `right`: centred on its period, or as near as the axis' ends let
 * it, so that it always spans `x`. */
struct bp_time_name {
    double x;
    double left, right;
    const char *text;
};

struct bp_time_row {
    struct bp_time_name *names;
    int n;
};

struct bp_time_tick {
    double x;
    bool named;
};

struct bp_timeaxis {
    struct bp_time_tick *ticks; /* of every period, or of the named ones when they are too close */
    int n_ticks;
    struct bp_time_row rows[2]; /* the second may be empty; both are when not even one name fits */
};

/* In the arena. */
struct bp_timeaxis *bp_timeaxis_new(const struct bp_timeaxis_wish *wish, struct bp_arena *arena);

#endif
