/* SPDX-License-Identifier: MIT */
/*
 * Where the ticks of an axis of values stand, and what they say. Ticks are evenly spaced; their
 * places are chosen by J. Talbot, S. Lin and P. Hanrahan, "An Extension of Wilkinson's Algorithm
 * for Positioning Tick Labels on Axes", IEEE InfoVis 2010, and equal those of the authors' own
 * code, R's package labeling.
 */
#ifndef BP_CHART_TICKS_H
#define BP_CHART_TICKS_H

#include <glib.h>
#include <stdbool.h>

struct bp_ticks {
    double first;
    double step;
    int n;
};

/* From `least` to `most` about `wanted` (at least 2) ticks: of all spacings by 1, 5, 2, 2.5, 4 and
 * 3 times a power of ten and their multiples the one that scores best, simplicity, coverage and
 * density weighing .25, .2 and .5. `loose`: the ticks enclose the range. A range of next to
 * nothing, or one too large for squares, is cut in equal parts. */
struct bp_ticks bp_ticks_extended(double least, double most, int wanted, bool loose);

/* The value of tick `i`, of 0 to n - 1. */
double bp_ticks_value(const struct bp_ticks *ticks, int i);

/* What an axis of values must hold. */
struct bp_axis_wish {
    double least, most; /* of the data */
    int wanted;         /* how many ticks, at least 2 */
    bool zero;          /* of bars: zero is on the axis */
    bool whole;         /* of counts: every tick is a whole number */
};

/* An axis from `low` to `high`, each a tick; at least two ticks, of different values. */
struct bp_axis {
    struct bp_ticks ticks;
    double low, high;
    double least, most; /* what bp_ticks_extended() was asked for, loose */
    int wanted;         /* 0: it has no whole ticks for these counts, and was not taken */
};

/* Encloses the data. Of one value only, the axis is about it, or from zero to it with `zero`. */
struct bp_axis bp_axis_fit(const struct bp_axis_wish *wish);

/* How numbers are written. NULL is nothing, but in `minus`, which is then U+2212, and in
 * `thousands`, which is then a comma. */
struct bp_tick_style {
    const char *before; /* "£" */
    const char *after;  /* "%" */
    const char *minus;
    const char *thousands;
    bool brief; /* "1.2m" for 1,200,000, in one unit for all ticks of an axis */
    const char *thousand, *million, *billion; /* words of `brief`; NULL: "k", "m", "bn" */
};

/* Appends the label of tick `i`: "−£1.2m", "1,250", "0.25%". All labels of an axis have as many
 * decimals as are needed to write its ticks exactly, but zero has none. */
void bp_ticks_label(const struct bp_ticks *ticks, int i, const struct bp_tick_style *style,
                    GString *out);

#endif
