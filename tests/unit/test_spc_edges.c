/* SPDX-License-Identifier: MIT */
/*
 * What a control chart makes of the odd series: one row a decision, with the sentence that says it,
 * which layouts/SPC.md has too (tests/spc.sh).
 *
 * A series is written as its values: "5*3" three times 5, "1:7" 1 to 7, "3/50" numerator and
 * denominator, "-" a gap, "(9)" a ghost, "|" a rebase, "@8" the target from here, "@" none.
 *
 * What is expected are words: mean=, lower=, upper= (of the last point; "no" when there are none),
 * range= (its mean moving range), outside=, shift=, trend=, two= (the numbers of the points, from
 * 1, that break the rule), good=, bad=, special= (the points that are improvement, concern,
 * neutral), variation=, assurance=, base= (first-last:points), counted=, segments=, rebase=, runs=
 * (useful points, longest run and its most, crossings and their fewest), signal= (of the runs).
 */
#include "metric/spc.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/number.h"

enum { MOST = 300 };

/* 12 calm points round 5 with a moving range of 2: limits at 5 ± 5.32 when nothing else is there.
 */
#define CALM "4 6 4 6 4 6 4 6 4 6 4 6 "
/* 14 wild ones round 10, under limits that nothing else here passes */
#define WILD "0 20 0 20 0 20 0 20 0 20 0 20 0 20 "
/* 14 points, so that the mean is 5 and there are enough */
#define CALM14 CALM "4 6 "

#define MDC  .profile = BP_SPC_MDC
#define DOTS .profile = BP_SPC_PLOTTHEDOTS
#define ANH  .profile = BP_SPC_ANHOEJ
#define UP   .better = BP_BETTER_HIGHER
#define DOWN .better = BP_BETTER_LOWER

struct row {
    const char *decision;
    struct bp_spc_options options;
    const char *series;
    const char *expected;
};

static const struct row rows[] = {
    /* few points */
    {"a series without a point has nothing", {MDC}, "", "segments=0 variation=none assurance=none"},
    {"one point has a mean and no limits", {DOTS}, "5", "mean=5 lower=no variation=none"},
    {"two points have limits where the profile asks for no more",
     {DOTS},
     "4 6",
     "mean=5 range=2 lower=-0.32 upper=10.32 variation=common-cause"},
    {"mdc gives 12 points no limits, rules or icons, even when all rise",
     {MDC, UP},
     "1:12 @3",
     "mean=6.5 lower=no trend= shift= variation=none assurance=none"},
    {"mdc gives 13 points limits",
     {MDC, UP},
     "4 6 4 6 4 6 4 6 4 6 4 6 5",
     "lower=-0.098333 upper=10.098333"},
    {"gaps don't count towards the 13", {MDC}, CALM "- -", "counted=12 lower=no"},
    {"ghosts don't count towards the 13", {MDC}, CALM "(5) (5)", "counted=12 lower=no"},
    {"mdc asks each segment for 13 points, so that a fresh rebase has no icon",
     {MDC, UP},
     CALM14 "| 8 9 8 9",
     "segments=2 rebase=15 mean=8.5 lower=no variation=none"},
    {"a series of gaps has no mean", {MDC}, "- - -", "counted=0 mean=no lower=no variation=none"},
    {"a series of ghosts has no mean",
     {MDC},
     "(5) (6) (5)",
     "counted=0 mean=no lower=no variation=none"},
    /* no variation */
    {"the limits of a constant are the constant, and nothing is a signal",
     {MDC, UP},
     "0.1*15",
     "mean=0.1 lower=0.1 upper=0.1 outside= shift= variation=common-cause"},
    {"a constant's moving ranges of 0 are not screened out",
     {DOTS},
     "7*9",
     "mean=7 range=0 lower=7 upper=7 variation=common-cause"},
    {"a constant has no useful point, so no run and no crossing",
     {ANH},
     "7*20",
     "runs=0/0/0/0/0 variation=common-cause"},
    {"a constant that equals its target meets it",
     {MDC, UP},
     "7*15 @7 7",
     "assurance=consistent-pass"},
    {"a value off a frozen baseline without variation is outside",
     {MDC, UP, .has_baseline = true, .baseline_last = 12},
     "7*13 8",
     "lower=7 upper=7 outside=14 variation=improvement-high"},
    /* on the lines */
    {"a value on the mean ends a shift",
     {MDC, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "7*5 5 7*6",
     "mean=5 shift="},
    {"a value on a limit is not outside it",
     {MDC, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "10.32 10.33",
     "upper=10.32 outside=16"},
    {"a value on two thirds of the limit is not beyond it",
     {DOTS, UP, .has_baseline = true, .baseline_last = 10},
     "3.5 6.5 3.5 6.5 3.5 6.5 3.5 6.5 3.5 6.5 5 10.08 10.08",
     "mean=5 upper=12.581 two="},
    {"a rounding error is no distance from the mean",
     {MDC, UP},
     "0.3 0.1 0.2*13",
     "mean=0.2 shift="},
    /* shift and trend */
    {"seven above the mean are a shift",
     {MDC, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "7 6 7 6 7 6",
     "shift=14-20 good=14-20"},
    {"a shift may be 6 by option",
     {MDC, UP, .shift = 6, .has_baseline = true, .baseline_last = 13},
     CALM14 "4 7 6 7 6 7 6",
     "shift=16-21"},
    {"six points are no shift when seven are asked",
     {MDC, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "4 7 6 7 6 7 6",
     "shift="},
    {"a trend of seven points takes six steps",
     {MDC, UP},
     CALM14 "3.5 3.6 3.7 3.8 3.9 4.1",
     "trend="},
    {"the point that a trend starts from is in it",
     {MDC, UP},
     CALM14 "3.5 3.6 3.7 3.8 3.9 4.1 4.2",
     "trend=15-21 good=15-21"},
    {"a trend may be 6 by option",
     {MDC, UP, .trend = 6},
     CALM14 "3.5 3.6 3.7 3.8 3.9 4.1",
     "trend=15-20"},
    {"two equal values end a trend", {MDC, UP}, CALM14 "3.5 3.6 3.7 3.7 3.8 3.9 4.1 4.2", "trend="},
    {"plotthedots asks for 7 whatever the options say",
     {DOTS, UP, .trend = 6, .shift = 6},
     CALM14 "3.5 3.6 3.7 3.8 3.9 4.1",
     "trend= shift="},
    /* two of three */
    {"mdc counts a point past the limit among two of three",
     {MDC, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "9 5 11",
     "two=15,17 outside=17"},
    {"plotthedots leaves a point past the limit out of two of three",
     {DOTS, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "9 6 11",
     "two= outside=17 good=17"},
    {"mdc lets the third point be on the other side of the mean",
     {MDC, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "9 4 9",
     "two=15,17"},
    {"plotthedots wants all three on one side",
     {DOTS, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "9 4 9",
     "two="},
    {"the point between the two is no signal itself",
     {DOTS, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "9 6 9",
     "two=15,17 good=15,17"},
    {"one near each limit is no two of three",
     {MDC, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "9 1 5",
     "two="},
    {"two near points that end the series have a third before them",
     {MDC, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "9 9",
     "two=15-16"},
    /* where rules meet */
    {"mdc lets improvement win: low, but rising",
     {MDC, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "-1 1 2 3 4 4.5 4.8",
     "outside=15 shift=15-21 trend=15-21 good=15-21 bad= variation=improvement-high"},
    {"plotthedots lets outside win over a trend, and a trend over a shift",
     {DOTS, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "-1 1 2 3 4 4.5 4.8",
     "good=16-21 bad=15"},
    {"at a peak between two trends mdc sees the better one",
     {MDC, UP, .has_baseline = true, .baseline_last = 13},
     WILD "7 8 9 9.5 12 13 14 13.5 12.5 9.7 9 8 7",
     "trend=15-27 good=15-21 bad=22-27"},
    {"at a peak between two trends plotthedots sees the one to come",
     {DOTS, UP, .has_baseline = true, .baseline_last = 13},
     WILD "7 8 9 9.5 12 13 14 13.5 12.5 9.7 9 8 7",
     "trend=15-27 good=15-20 bad=21-27"},
    {"where neither way is better a signal is neutral and says where it went",
     {MDC, .better = BP_BETTER_NEITHER},
     CALM14 "20",
     "special=15 variation=neutral-high"},
    {"a better way unsaid is taken for neither", {MDC}, CALM14 "-20", "variation=neutral-low"},
    {"when lower is better, high is a concern", {MDC, DOWN}, CALM14 "20", "variation=concern-high"},
    {"when lower is better, low is an improvement",
     {MDC, DOWN},
     CALM14 "-20",
     "variation=improvement-low"},
    /* gaps and ghosts */
    {"no moving range spans a gap", {DOTS}, "1 3 - 9 11", "mean=6 range=2"},
    {"a ghost's neighbours are neighbours", {DOTS}, "1 3 (50) 5 7", "mean=4 range=2"},
    {"a ghost is never a signal", {MDC, UP}, CALM14 "(99) 5", "outside= counted=15"},
    {"a ghost in a shift neither ends nor lengthens it",
     {MDC, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "4 7 6 7 (1) 6 7 6 7",
     "shift=16-18,20-23"},
    {"a gap ends a shift, for what it hides is unknown",
     {MDC, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "4 7 6 7 - 6 7 6 7",
     "shift="},
    {"a gap ends a trend", {MDC, UP}, CALM14 "3.5 3.6 3.7 - 3.8 3.9 4.1 4.2", "trend="},
    {"a gap parts two of three",
     {MDC, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "9 - 9 4 4",
     "two="},
    {"a gap at the end leaves the icon to the point before it",
     {MDC, UP},
     CALM14 "20 -",
     "variation=improvement-high"},
    {"a ghost at the end leaves the icon to the point before it",
     {MDC, UP},
     CALM14 "20 (5)",
     "variation=improvement-high"},
    {"isolated points between gaps have a mean and no limits",
     {DOTS},
     "4 - 6 - 5",
     "mean=5 lower=no variation=none"},
    {"a value that is no number is a gap", {DOTS}, "4 nan 6 inf 4 6", "counted=4 mean=5 range=2"},
    /* rebases and baselines */
    {"each segment has its own limits",
     {DOTS},
     "4 6 4 6 | 14 16 14",
     "mean=14.666667 range=2 rebase=5"},
    {"a shift ends with its segment", {DOTS, UP}, "1 1 1 1 9 9 9 9 | 9 9 9 9 1 1 1 1", "shift="},
    {"no moving range spans a rebase", {DOTS}, "4 4 4 | 9 9 9", "range=0 mean=9"},
    {"a rebase at the first point is none", {DOTS}, "| 4 6 4", "segments=1 rebase=no"},
    {"a rebase at a gap begins there", {DOTS}, "4 6 4 | - 14 16", "segments=2 rebase=4 mean=15"},
    {"a segment of gaps has no icon, whatever was before",
     {MDC, UP},
     CALM14 "20 | - -",
     "segments=2 mean=no variation=none"},
    {"a frozen baseline judges all points of its segment",
     {DOTS, UP, .has_baseline = true, .baseline_last = 3},
     "4 6 4 6 40 60",
     "mean=5 base=1-4:4 outside=5-6"},
    {"a baseline in the middle judges the points before it too",
     {DOTS, UP, .has_baseline = true, .baseline_first = 2, .baseline_last = 5},
     "40 60 4 6 4 6",
     "mean=5 base=3-6:4 outside=1-2"},
    {"a baseline holds until the next rebase",
     {DOTS, .has_baseline = true, .baseline_last = 3},
     "4 6 4 6 | 40 60 40 60",
     "mean=50 base=5-8:4"},
    {"a rebase cuts a baseline in two",
     {DOTS, .has_baseline = true, .baseline_first = 2, .baseline_last = 5},
     "1 1 4 6 | 10 12 90 90",
     "mean=11 base=5-6:2"},
    {"a baseline of ghosts and gaps is none",
     {DOTS, .has_baseline = true, .baseline_last = 1},
     "(9) - 4 6 4 6",
     "mean=5 base=3-6:4"},
    {"a baseline beyond the series' end is cut to it",
     {DOTS, .has_baseline = true, .baseline_first = 2, .baseline_last = 99},
     "1 1 4 6 4 6",
     "mean=5 base=3-6:4"},
    {"a baseline of one point has a mean and no limits",
     {DOTS, .has_baseline = true, .baseline_last = 0},
     "4 6 4 6",
     "mean=4 lower=no"},
    /* targets */
    {"mdc: a target on the upper limit is outside it",
     {MDC, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "@10.32 6",
     "assurance=consistent-fail"},
    {"mdc: a target on the lower limit is outside it",
     {MDC, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "@-0.32 6",
     "assurance=consistent-pass"},
    {"plotthedots: a target on a limit is inside",
     {DOTS, UP, .has_baseline = true, .baseline_last = 13},
     CALM14 "@10.32 6",
     "assurance=inconsistent"},
    {"when lower is better a target over the upper limit is always met",
     {DOTS, DOWN},
     CALM14 "@11 6",
     "assurance=consistent-pass"},
    {"when lower is better a target under the lower limit never is",
     {DOTS, DOWN},
     CALM14 "@-1 6",
     "assurance=consistent-fail"},
    {"the latest step of a target counts",
     {MDC, UP},
     "@20 " CALM14 "@-3 5",
     "assurance=consistent-pass"},
    {"a target that has ended leaves the last one told",
     {MDC, UP},
     "@20 " CALM14 "@ 5",
     "assurance=consistent-fail"},
    {"a target of an earlier segment is no target",
     {DOTS, UP},
     "@20 4 6 4 6 | @ 4 6 4 6",
     "assurance=none"},
    {"where neither way is better a target gives no icon",
     {MDC, .better = BP_BETTER_NEITHER},
     CALM14 "@20 6",
     "assurance=none"},
    /* screening */
    {"mdc screens no moving range", {MDC}, "4 6 4 6 4 6 4 6 4 6 4 6 4 40 6", "range=6.714286"},
    {"plotthedots screens those of 3.267 times the mean, once",
     {DOTS},
     "4 6 4 6 4 6 4 6 4 6 4 6 4 40 6",
     "range=2"},
    {"a moving range just under 3.267 times the mean is kept",
     {DOTS},
     "0 1 0 1 0 7.3",
     "range=2.26"},
    {"a screened point still counts for the mean", {DOTS}, "0*9 10", "mean=1 range=0 outside=1-10"},
    /* shares, rates and counts */
    {"a denominator of zero is a gap and has no limits",
     {ANH, .chart = BP_SPC_P},
     "5/10 6/10 0/0",
     "counted=2 mean=0.55 lower=no"},
    {"a first point without denominator takes no limits from the others",
     {ANH, .chart = BP_SPC_P},
     "0/0 5/10 5/10",
     "counted=2 mean=0.5 lower=0.025658 upper=0.974342"},
    {"the mean of shares weighs by denominators",
     {ANH, .chart = BP_SPC_P},
     "1/1 0/99",
     "mean=0.01"},
    {"limits of a share end at 0 and 1",
     {ANH, .chart = BP_SPC_P},
     "9/10 5/10 1/10 10/10",
     "lower=0.165721 upper=1"},
    {"a share told in percent has limits in percent",
     {ANH, .chart = BP_SPC_P, .scale = 100},
     "90/100 50/100 10/100 100/100",
     "mean=62.5 lower=47.976312 upper=77.023688 outside=1,3-4"},
    {"shares of all or nothing have no width",
     {ANH, .chart = BP_SPC_P},
     "9/9 8/8 7/7",
     "mean=1 lower=1 upper=1 outside="},
    {"a numerator over its denominator is a gap in a p chart",
     {ANH, .chart = BP_SPC_P},
     "11/10 5/10 5/10",
     "counted=2 mean=0.5"},
    {"a numerator over its denominator is a rate like others in a u chart",
     {ANH, .chart = BP_SPC_U},
     "11/10 5/10 5/10",
     "counted=3 mean=0.7"},
    {"a rate's lower limit ends at zero, its upper nowhere",
     {ANH, .chart = BP_SPC_U},
     "4/1 9/1 0/1",
     "mean=4.333333 lower=0 upper=10.578331"},
    {"a count below zero is a gap",
     {ANH, .chart = BP_SPC_C},
     "4 -1 4",
     "counted=2 mean=4 upper=10"},
    {"a gap in a c chart has limits all the same",
     {ANH, .chart = BP_SPC_C},
     "4 4 -",
     "mean=4 lower=0 upper=10"},
    {"counts of nothing have no width",
     {ANH, .chart = BP_SPC_C},
     "0*9",
     "mean=0 lower=0 upper=0 outside= variation=common-cause"},
    {"mdc asks for 13 points of any chart", {MDC, .chart = BP_SPC_C}, "4*12", "mean=4 lower=no"},
    /* runs */
    {"anhoej passes over points on the mean", {ANH}, "4 6 5 5 4 6 5", "runs=4/1/5/3/0"},
    {"anhoej passes over gaps", {ANH}, "4 6 - 6 4", "runs=4/2/5/2/0"},
    {"a run longer than chance gives is a shift, all of it",
     {ANH, UP},
     "1 2 1 2 1 2 1 2 1 8 9 8 9 8 9 8 9 8",
     "shift=1-18 good=10-18 bad=1-9 variation=improvement-high"},
    {"too few crossings alone give the icon of the latest point's side",
     {ANH, DOWN},
     "6 9 6 9 6 9 6 1 4 1 4 1 4 1 6 9 6 9 6 9",
     "runs=20/7/7/2/6 signal=yes outside= shift= bad= variation=concern-high"},
    {"a long run before the latest point is a signal, but not of the latest point",
     {ANH, UP},
     "6*8 4 6 4 6 4 6 4 6 4 6 4 4",
     "runs=20/8/7/11/6 signal=yes shift=1-8 variation=common-cause"},
    {"more crossings than the fewest are no signal",
     {ANH, DOWN},
     "4 6 6 4 4 6 6 6 4 4",
     "runs=10/3/6/4/2 signal=no"},
    {"just the fewest crossings that chance gives are no signal",
     {ANH},
     "4 4 4 6 6 6 6 4 4 4",
     "runs=10/4/6/2/2 signal=no"},
    {"anhoej has no trend and no two of three", {ANH, UP}, "1:9", "trend= two="},
    /* large and small */
    {"values too large for limits have none",
     {DOTS},
     "1e308 -1e308 1e308",
     "lower=no variation=none"},
    {"small values vary as large ones do",
     {MDC, UP},
     "4e-9 6e-9 4e-9 6e-9 4e-9 6e-9 4e-9 6e-9 4e-9 6e-9 4e-9 6e-9 4e-9 6e-9 4e-8",
     "outside=15"},
};

static struct bp_spc_input inputs[MOST];
static int n_inputs;

static struct bp_spc_input *append(struct bp_spc_input carried)
{
    assert_true(n_inputs < MOST);
    inputs[n_inputs] = carried;
    return &inputs[n_inputs++];
}

/* One word of a series; `next` carries target and rebase to the next point. */
static void read_word(const char *word, struct bp_spc_input *next)
{
    char *end;
    if (g_str_equal(word, "|")) {
        next->rebase = true;
        return;
    }
    if (*word == '@') {
        next->has_target = word[1];
        next->target = g_ascii_strtod(word + 1, NULL);
        return;
    }
    next->gap = g_str_equal(word, "-");
    next->ghost = *word == '(';
    next->value = next->numerator = g_ascii_strtod(word + next->ghost, &end);
    next->denominator = *end == '/' ? g_ascii_strtod(end + 1, &end) : 1;
    int times = *end == '*' ? atoi(end + 1) : 1;
    int to = *end == ':' ? atoi(end + 1) : INT_MIN;
    for (int i = 0; i < times; i++) {
        append(*next);
        next->rebase = false;
    }
    for (int value = (int)next->value + 1; value <= to; value++)
        append(*next)->value = value;
}

static void read_series(const char *series)
{
    struct bp_spc_input next = {0};
    char **words = g_strsplit(series, " ", -1);
    n_inputs = 0;
    for (int i = 0; words[i]; i++)
        if (*words[i])
            read_word(words[i], &next);
    g_strfreev(words);
}

/* "1-7,9" of the points of which `is` is true. */
static void append_points(GString *out, const struct bp_spc *spc, unsigned rule, int kind)
{
    size_t start = out->len;
    for (int i = 0, end; i < spc->n_points; i = end + 1) {
        for (end = i; end < spc->n_points && (rule ? (spc->points[end].rules & rule) != 0
                                                   : (int)spc->points[end].kind == kind);)
            end++;
        if (end > i)
            g_string_append_printf(out, out->len > start ? ",%d" : "%d", i + 1);
        if (end > i + 1)
            g_string_append_printf(out, "-%d", end);
    }
}

static void append_line(GString *out, bool has, double value)
{
    if (has)
        bp_number_append(out, value, 6);
    else
        g_string_append(out, "no");
}

static bool append_of_last(GString *out, const struct bp_spc *spc, const char *key)
{
    const struct bp_spc_point *point = &spc->points[spc->n_points - 1];
    const struct bp_spc_segment *segment = &spc->segments[spc->n_segments - 1];
    if (g_str_equal(key, "mean"))
        append_line(out, point->has_mean, point->mean);
    else if (g_str_equal(key, "lower"))
        append_line(out, point->has_limits, point->lower);
    else if (g_str_equal(key, "upper"))
        append_line(out, point->has_limits, point->upper);
    else if (g_str_equal(key, "range"))
        append_line(out, segment->has_limits, segment->mean_range);
    else if (g_str_equal(key, "base"))
        g_string_append_printf(out, "%d-%d:%d", segment->base_first + 1, segment->base_last + 1,
                               segment->n_base);
    else if (g_str_equal(key, "signal"))
        g_string_append(out, segment->runs_signal ? "yes" : "no");
    else if (g_str_equal(key, "runs"))
        g_string_append_printf(out, "%d/%d/%d/%d/%d", segment->n_useful, segment->longest_run,
                               segment->longest_run_most, segment->crossings,
                               segment->crossings_fewest);
    else
        return false;
    return true;
}

static void append_told(GString *out, const struct bp_spc *spc, const char *key)
{
    static const char *const rules[] = {"outside", "shift", "trend", "two"};
    static const char *const kinds[] = {"", "good", "bad", "special"};
    for (int i = 0; i < 4; i++)
        if (g_str_equal(key, rules[i]))
            append_points(out, spc, 1U << i, 0);
        else if (g_str_equal(key, kinds[i]))
            append_points(out, spc, 0, i);
    if (g_str_equal(key, "variation"))
        g_string_append(out, bp_spc_variation_name(spc->variation));
    else if (g_str_equal(key, "assurance"))
        g_string_append(out, bp_spc_assurance_name(spc->assurance));
    else if (g_str_equal(key, "counted"))
        g_string_append_printf(out, "%d", spc->n_counted);
    else if (g_str_equal(key, "segments"))
        g_string_append_printf(out, "%d", spc->n_segments);
    else if (g_str_equal(key, "rebase"))
        append_line(out, spc->last_rebase >= 0, spc->last_rebase + 1);
}

/* What the chart says of the keys that the row asks for. */
static char *describe(const struct bp_spc *spc, const char *expected)
{
    GString *out = g_string_new(NULL);
    char **words = g_strsplit(expected, " ", -1);
    for (int i = 0; words[i]; i++) {
        *strchr(words[i], '=') = 0;
        g_string_append_printf(out, "%s%s=", i ? " " : "", words[i]);
        if (spc->n_points == 0 || !append_of_last(out, spc, words[i]))
            append_told(out, spc, words[i]);
    }
    g_strfreev(words);
    return g_string_free(out, FALSE);
}

static void every_decision_holds(void **state)
{
    struct bp_arena *arena = bp_arena_create();
    int wrong = 0;
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        read_series(rows[i].series);
        char *told =
            describe(bp_spc_new(&rows[i].options, inputs, n_inputs, arena), rows[i].expected);
        if (!g_str_equal(told, rows[i].expected)) {
            print_error("%s:\n  expected %s\n  got      %s\n", rows[i].decision, rows[i].expected,
                        told);
            wrong++;
        }
        g_free(told);
    }
    bp_arena_destroy(arena);
    assert_int_equal(wrong, 0);
    assert_true(G_N_ELEMENTS(rows) >= 40);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_decision_holds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
