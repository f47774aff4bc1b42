/* SPDX-License-Identifier: MIT */
/*
 * The levels of a series: its value at a period, over several, on average. Everything that is
 * printed of a series is made of these, so that a text, a table and a chart say the same.
 *
 * Counts and money are summed. A percentage, a rate, a ratio, a duration or an average is not: over
 * several periods it is the sum of its numerators over that of its denominators, and without them
 * there is no level, which says so. Neither is there one where a period has no value.
 */
#ifndef BP_METRIC_LEVEL_H
#define BP_METRIC_LEVEL_H

#include "model/series.h"

struct bp_level {
    const char *fault; /* why there is none, as the end of a message; NULL: there is one */
    struct bp_period from;
    struct bp_period until; /* included; equal to `from` for one period */
    struct bp_decimal value;
    bool has_denominator;
    struct bp_decimal numerator;   /* of which it is made, */
    struct bp_decimal denominator; /* and that it was divided by */
    bool provisional;              /* it is, or something in it */
};

/* The value at a period. Faults are in the arena. */
struct bp_level bp_level_at(const struct bp_series *series, struct bp_period period,
                            struct bp_arena *arena);

/* The latest value. */
struct bp_level bp_level_latest(const struct bp_series *series, struct bp_arena *arena);

/* The level over the periods from `from` to `until`. */
struct bp_level bp_level_over(const struct bp_series *series, struct bp_period from,
                              struct bp_period until, struct bp_arena *arena);

/* The mean of the values that are there, but ghosts, as a chart draws it. */
struct bp_level bp_level_baseline(const struct bp_series *series);

/* The twelve months that end with the period: 52 weeks, four quarters, one year. */
struct bp_level bp_level_rolling(const struct bp_series *series, struct bp_period until,
                                 struct bp_arena *arena);

/* From the beginning of the financial year to the period. */
struct bp_level bp_level_to_date(const struct bp_series *series, struct bp_period until,
                                 struct bp_arena *arena);

/* The same periods `years` years before. */
struct bp_level bp_level_before(const struct bp_series *series, const struct bp_level *level,
                                int years, struct bp_arena *arena);

#endif
