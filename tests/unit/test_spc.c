/* SPDX-License-Identifier: MIT */
/*
 * Control charts as others published them: their data, and their results to 1e-6 or to as many
 * digits as they print.
 *
 * Montgomery: D. C. Montgomery, Introduction to Statistical Quality Control, 6th edition, Wiley
 *   2009, examples 6.5, 7.1, 7.3, 7.4 and 7.5 and table 7.4; the data and all digits of the results
 *   are those of qicharts2's own tests (github.com/anhoej/qicharts2, 1b9487e, tests/testthat).
 * NHSRplotthedots: github.com/nhs-r-community/NHSRplotthedots, 050b07d,
 *   tests/testthat/_snaps/ptd_spc_standard.md and test-ptd_*.R, vignettes/deviations.Rmd.
 * PowerBI-SPC: github.com/AUS-DOH-Safety-and-Quality/PowerBI-SPC, 478773a and, where a golden file
 *   is named, 662780f, test/.
 */
#include "metric/spc.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "metric/signal.h"

enum { MOST = 100 };

#define FINE 1e-6

static struct bp_arena *arena;
static struct bp_spc_input inputs[MOST];

static int values(const double *from, int n)
{
    memset(inputs, 0, sizeof inputs);
    for (int i = 0; i < n; i++)
        inputs[i].value = from[i];
    return n;
}

static int parts(const double *numerators, const double *denominators, int n)
{
    memset(inputs, 0, sizeof inputs);
    for (int i = 0; i < n; i++) {
        inputs[i].numerator = numerators[i];
        inputs[i].denominator = denominators[i];
    }
    return n;
}

static struct bp_spc *chart(struct bp_spc_options options, int n)
{
    bp_arena_reset(arena);
    return bp_spc_new(&options, inputs, n, arena);
}

static void expect_near(double value, double expected, double fine)
{
    if (!(fabs(value - expected) <= fine))
        fail_msg("%.10g is not %.10g", value, expected);
}

static void expect_lines(const struct bp_spc_point *point, double mean, double lower, double upper,
                         double fine)
{
    assert_true(point->has_mean && point->has_limits);
    expect_near(point->mean, mean, fine);
    expect_near(point->lower, lower, fine);
    expect_near(point->upper, upper, fine);
}

#define N(array) ((int)(sizeof(array) / sizeof *(array)))

static const double loans[] = {310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299,
                               314, 295, 293, 306, 301, 304, 305, 282, 305, 296, 314, 295, 287, 301,
                               298, 311, 310, 292, 305, 299, 304, 310, 304, 305, 333, 328};

/* Example 6.5: printed are 300.5, 7.79, 279.78 and 321.22; weeks 39 and 40 are outside. */
static void montgomery_charts_the_cost_of_loans(void **state)
{
    struct bp_spc_options options = {.profile = BP_SPC_ANHOEJ,
                                     .better = BP_BETTER_LOWER,
                                     .has_baseline = true,
                                     .baseline_last = 19};
    (void)state;
    struct bp_spc *spc = chart(options, values(loans, N(loans)));
    for (int i = 0; i < 40; i++) {
        expect_lines(&spc->points[i], 300.5, 279.78331466965284, 321.21668533034716, FINE);
        assert_int_equal(spc->points[i].rules, i < 38 ? 0 : BP_SPC_OUTSIDE);
    }
    struct bp_spc_segment *whole = &spc->segments[0];
    expect_near(whole->mean_range, 7.79, 0.005);
    assert_int_equal(whole->n_base, 20);
    assert_int_equal(whole->n_useful, 40);
    assert_int_equal(whole->longest_run, 6);
    assert_int_equal(whole->longest_run_most, 8);
    assert_int_equal(whole->crossings, 20);
    assert_int_equal(whole->crossings_fewest, 14);
    assert_false(whole->runs_signal);
    assert_int_equal(spc->variation, BP_SPC_VARIATION_CONCERN_HIGH);
}

/* The same with 2.66, the 3 / 1.128 that Making Data Count rounds. */
static void the_rounded_factor_widens_the_limits_a_little(void **state)
{
    struct bp_spc_options options = {.has_baseline = true, .baseline_last = 19};
    double range = 148.0 / 19;
    (void)state;
    struct bp_spc *spc = chart(options, values(loans, N(loans)));
    expect_near(spc->segments[0].mean_range, range, 1e-12);
    expect_lines(&spc->points[0], 300.5, 300.5 - 2.66 * range, 300.5 + 2.66 * range, FINE);
    expect_near(spc->points[0].upper_near, 300.5 + 2 * 2.66 / 3 * range, FINE);
}

/* Example 7.1: p chart of juice cans, samples 15 and 23 left out, a new base from sample 31.
 * Printed are .2150, .0407 and .3893. */
static void montgomery_charts_the_share_of_bad_cans(void **state)
{
    static const double bad[] = {
        12, 15, 8, 10, 4,  7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15,
        9,  12, 7, 13, 9,  6, 9,  6, 12, 5,  6, 4, 6,  3,  7,  6, 2,  4, 3,  6,  5,  4,  8,  5,
        6,  7,  5, 6,  3,  5, 8,  7, 5,  6,  4, 5, 2,  3,  4,  7, 6,  5, 5,  3,  7,  9,  6,  10,
        4,  3,  5, 8,  11, 9, 7,  3, 5,  2,  1, 4, 5,  3,  7,  6, 4,  4, 6,  8,  5,  6};
    struct bp_spc_options options = {.profile = BP_SPC_ANHOEJ, .chart = BP_SPC_P};
    double fifty[N(bad)];
    (void)state;
    for (int i = 0; i < N(bad); i++)
        fifty[i] = 50;
    int n = parts(bad, fifty, N(bad));
    inputs[14].ghost = inputs[22].ghost = inputs[30].rebase = true;
    struct bp_spc *spc = chart(options, n);
    for (int i = 0; i < 30; i++)
        expect_lines(&spc->points[i], 0.215, 0.040702839954289555, 0.38929716004571047, FINE);
    for (int i = 30; i < n; i++)
        expect_lines(&spc->points[i], 0.1096875, 0, 0.24226995518120034, FINE);
    assert_int_equal(spc->n_segments, 2);
    assert_int_equal(spc->last_rebase, 30);
    assert_int_equal(spc->n_counted, 92);
    static const int runs[2][5] = {{28, 5, 8, 13, 9}, {64, 7, 9, 30, 25}};
    for (int i = 0; i < 2; i++) {
        assert_int_equal(spc->segments[i].n_useful, runs[i][0]);
        assert_int_equal(spc->segments[i].longest_run, runs[i][1]);
        assert_int_equal(spc->segments[i].longest_run_most, runs[i][2]);
        assert_int_equal(spc->segments[i].crossings, runs[i][3]);
        assert_int_equal(spc->segments[i].crossings_fewest, runs[i][4]);
    }
}

/* Table 7.4: purchase orders, the limits change with the size of the sample. */
static void montgomery_charts_samples_of_many_sizes(void **state)
{
    static const double sizes[] = {100, 80,  80, 100, 110, 110, 100, 100, 90,  90,  110, 120, 120,
                                   120, 110, 80, 80,  80,  90,  100, 100, 100, 100, 90,  90};
    static const double bad[] = {12, 8, 6, 9,  10, 12, 11, 16, 10, 6,  20, 15, 9,
                                 8,  6, 8, 10, 7,  5,  8,  5,  8,  10, 6,  9};
    static const struct {
        double size, lower, upper;
    } limits[] = {{80, 0, 0.19409342051458195},
                  {90, 0.0025650562804066107, 0.18845535188285867},
                  {100, 0.0073346947277730667, 0.18368571343549223},
                  {110, 0.0114381546250527516, 0.17958225353821256},
                  {120, 0.0150173449272715392, 0.17600306323599374}};
    struct bp_spc_options options = {.profile = BP_SPC_ANHOEJ, .chart = BP_SPC_P};
    (void)state;
    struct bp_spc *spc = chart(options, parts(bad, sizes, N(bad)));
    for (int i = 0; i < N(bad); i++) {
        int k = 0;
        while (limits[k].size < sizes[i])
            k++;
        expect_lines(&spc->points[i], 0.095510204081632646, limits[k].lower, limits[k].upper, FINE);
        assert_int_equal(spc->points[i].rules, i == 10 ? BP_SPC_OUTSIDE : 0);
    }
}

/* Example 7.3: c chart of circuit boards; printed are 19.67, 6.36 and 32.97. */
static void montgomery_counts_faults_of_circuit_boards(void **state)
{
    static const double faults[] = {21, 24, 16, 12, 15, 5,  28, 20, 31, 25, 20, 24, 16, 19, 10, 17,
                                    13, 22, 18, 39, 30, 24, 16, 19, 17, 15, 16, 18, 12, 15, 24, 21,
                                    28, 20, 25, 19, 18, 21, 16, 22, 19, 12, 14, 9,  16, 21};
    struct bp_spc_options options = {
        .profile = BP_SPC_ANHOEJ, .chart = BP_SPC_C, .has_baseline = true, .baseline_last = 25};
    (void)state;
    int n = values(faults, N(faults));
    inputs[5].ghost = inputs[19].ghost = true;
    struct bp_spc *spc = chart(options, n);
    for (int i = 0; i < n; i++)
        expect_lines(&spc->points[i], 19.666666666666668, 6.3625319710165975, 32.970801362316735,
                     FINE);
    assert_int_equal(spc->segments[0].n_base, 24);
    assert_int_equal(spc->segments[0].longest_run, 8);
    assert_int_equal(spc->segments[0].crossings, 14);
    assert_int_equal(spc->segments[0].crossings_fewest, 16);
    assert_true(spc->segments[0].runs_signal);
}

/* Examples 7.4 (shipments) and 7.5 (cloth, faults a 50 square metres). */
static void montgomery_charts_faults_a_unit(void **state)
{
    static const double errors[] = {2, 3, 8, 1, 1, 4, 1, 4, 5, 1, 8, 2, 4, 3, 4, 1, 8, 3, 7, 4};
    static const double metres[] = {500, 400, 650, 500, 475, 500, 600, 525, 600, 625};
    static const double faults[] = {14, 12, 20, 11, 7, 10, 21, 16, 19, 23};
    static const double limits[][2] = {
        {0.29147393012686534, 2.5550376977801110}, {0.15788519998393874, 2.6886264279230376},
        {0.43061743663693214, 2.4158941912700445}, {0.29147393012686534, 2.5550376977801110},
        {0.26207210186521834, 2.5844395260417583}, {0.29147393012686534, 2.5550376977801110},
        {0.39008503404093370, 2.4564265938660430}, {0.31874979096525868, 2.5277618369417181},
        {0.39008503404093370, 2.4564265938660430}, {0.41095932277784886, 2.4355523051291277}};
    struct bp_spc_options options = {.profile = BP_SPC_ANHOEJ, .chart = BP_SPC_U};
    double fifty[N(errors)];
    (void)state;
    for (int i = 0; i < N(errors); i++)
        fifty[i] = 50;
    struct bp_spc *spc = chart(options, parts(errors, fifty, N(errors)));
    for (int i = 0; i < N(errors); i++)
        expect_lines(&spc->points[i], 0.074, 0, 0.1894123043700281, FINE);
    options.scale = 50;
    spc = chart(options, parts(faults, metres, N(faults)));
    for (int i = 0; i < N(faults); i++)
        expect_lines(&spc->points[i], 1.4232558139534883, limits[i][0], limits[i][1], FINE);
    expect_near(spc->points[0].value, 1.4, 1e-12);
    assert_int_equal(spc->segments[0].crossings_fewest, 2);
}

/* The first 20 numbers of R's rnorm() after set.seed(123), as the snapshot test has them. */
static const double normal[] = {
    -0.560475646552212603, -0.230177489483279957, 1.558708314149124030,  0.070508391424576003,
    0.129287735160946243,  1.715064986883281017,  0.460916205989202299,  -1.265061234606533969,
    -0.686852851893526073, -0.445661970099958060, 1.224081797439461550,  0.359813827057363811,
    0.400771450594052170,  0.110682715945119706,  -0.555841134754074928, 1.786913136803078173,
    0.497850478229239390,  -1.966617156629638208, 0.701355901563685546,  -0.472791407727934043};

static void plotthedots_screens_moving_ranges_as_its_snapshots_do(void **state)
{
    struct bp_spc_options options = {.profile = BP_SPC_PLOTTHEDOTS};
    (void)state;
    int n = values(normal, N(normal));
    expect_lines(chart(options, n)->points, 0.1416238, -3.01138, 3.294627, FINE);
    inputs[14].value = 10;
    expect_lines(chart(options, n)->points, 0.6694159, -2.383666, 3.722497, FINE);
    options.profile = BP_SPC_MDC; /* its screen_outliers = FALSE */
    expect_lines(chart(options, n)->points, 0.6694159, -4.596625, 5.935457, FINE);
}

/* Two charts of one series in the vignette on deviations from Making Data Count's spreadsheet: the
 * captions have two decimals. */
static void plotthedots_and_the_spreadsheet_differ_as_the_vignette_says(void **state)
{
    static const double data[] = {1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};
    struct bp_spc_options options = {.profile = BP_SPC_PLOTTHEDOTS, .better = BP_BETTER_HIGHER};
    (void)state;
    int n = values(data, N(data));
    for (int unscreened = 0; unscreened < 2; unscreened++) {
        options.profile = unscreened ? BP_SPC_MDC : BP_SPC_PLOTTHEDOTS;
        struct bp_spc *spc = chart(options, n);
        expect_lines(spc->points, 1.94, unscreened ? -3.06 : -0.72, unscreened ? 6.95 : 4.6,
                     0.0051);
        for (int i = 0; i < n; i++)
            assert_int_equal(spc->points[i].kind, i == 4 ? BP_SPC_IMPROVEMENT : BP_SPC_COMMON);
    }
}

/* test-ptd_spc_standard.R: near the limits on opposite sides is no two of three. */
static void plotthedots_wants_two_of_three_on_one_side(void **state)
{
    static const double data[] = {1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 5.5, -5.5};
    struct bp_spc_options options = {.profile = BP_SPC_PLOTTHEDOTS, .better = BP_BETTER_HIGHER};
    (void)state;
    struct bp_spc *spc = chart(options, values(data, N(data)));
    assert_int_equal(spc->points[14].kind, BP_SPC_COMMON);
    assert_int_equal(spc->points[15].kind, BP_SPC_COMMON);
}

/* test/fixtures/golden/i/basic-ratio.qicharts2.json; limits of three sigma and (ul95) of two.
 * Below, test/Chart Types/p.test.ts and c.test.ts. */
static void power_bi_charts_have_the_same_limits(void **state)
{
    static const double harms[] = {5, 7, 5, 7, 7, 5, 4, 9, 8, 13, 8, 7, 8, 7, 12, 11, 8};
    static const double stays[] = {113, 132, 121, 134, 116, 131, 93,  138, 182,
                                   157, 100, 103, 146, 108, 153, 141, 134};
    struct bp_spc_options options = {.profile = BP_SPC_ANHOEJ};
    double ratios[N(harms)];
    (void)state;
    for (int i = 0; i < N(harms); i++)
        ratios[i] = harms[i] / stays[i];
    struct bp_spc *spc = chart(options, values(ratios, N(harms)));
    for (int i = 0; i < N(harms); i++) {
        expect_lines(&spc->points[i], 0.059297, 0.022858, 0.095737, FINE);
        expect_near(spc->points[i].upper_near, 0.083591, FINE);
        expect_near(spc->points[i].lower_near, 0.035004, FINE);
    }
}

static void power_bi_charts_shares_and_counts_alike(void **state)
{
    static const double ill[] = {14, 12, 15, 8,  16, 11, 12, 14, 16, 17, 5,  11,
                                 13, 10, 14, 5,  12, 10, 11, 5,  10, 8,  11, 12,
                                 11, 18, 18, 21, 14, 15, 18, 22, 17, 16, 20, 15};
    static const double all[] = {52, 64, 70, 60, 67, 69, 67, 54, 79, 59, 49, 61,
                                 41, 51, 56, 43, 57, 48, 69, 41, 40, 46, 59, 62,
                                 57, 65, 75, 70, 76, 69, 64, 67, 84, 67, 69, 78};
    static const double upper[] = {38.76, 37.07, 36.4, 37.58, 36.72, 36.5};
    static const double lower_near[] = {10.21, 11.34, 11.79, 11, 11.57, 11.72};
    static const double cases[] = {17, 12, 27, 20, 20, 18, 22, 19, 19, 24, 17, 16,
                                   24, 19, 19, 22, 25, 19, 17, 6,  25, 17, 11, 14,
                                   9,  11, 7,  13, 5,  5,  3,  5,  9,  4,  5,  9};
    struct bp_spc_options options = {.profile = BP_SPC_ANHOEJ, .chart = BP_SPC_P, .scale = 100};
    (void)state;
    struct bp_spc *spc = chart(options, parts(ill, all, N(ill)));
    for (int i = 0; i < N(upper); i++) {
        expect_near(spc->points[i].upper, upper[i], 0.005);
        expect_near(spc->points[i].lower_near, lower_near[i], 0.005);
    }
    options = (struct bp_spc_options){.profile = BP_SPC_ANHOEJ, .chart = BP_SPC_C};
    int n = values(cases, N(cases));
    inputs[24].rebase = true;
    spc = chart(options, n);
    expect_near(spc->points[0].upper, 31.68, 0.005);
    expect_near(spc->points[23].lower, 5.73, 0.005);
    expect_near(spc->points[24].upper_near, 12.41, 0.005);
    expect_near(spc->points[35].lower, 0, 0);
}

/* test/fixtures/golden/u/basic.qicharts2.json has eight decimals. */
static void power_bi_charts_rates_alike(void **state)
{
    static const double infections[] = {575, 521, 585, 528, 507, 519, 457, 505, 494, 512, 543, 506,
                                        509, 521, 549, 531, 509, 528, 419, 512, 495, 513, 454, 490};
    static const double days[] = {310466.8333, 282346.7917, 309089.7083, 287977.3333, 297743.375,
                                  286988.25,   261120.3333, 268720.75,   284437.875,  290449.5,
                                  288104.4583, 279961.375,  289803.9583, 275950.5833, 290824.4583,
                                  285495.75,   282515.2083, 273927.875,  253085.625,  262410.7083,
                                  275529.25,   282405.0833, 259530.7917, 256235.4583};
    static const double upper[] = {0.00205349, 0.00206467, 0.00205401, 0.0020623,  0.00205836,
                                   0.00206271, 0.00207428, 0.00207071, 0.00206378, 0.00206129,
                                   0.00206225, 0.0020657,  0.00206155, 0.00206745, 0.00206113,
                                   0.00206334, 0.0020646,  0.00206835, 0.00207823, 0.00207366,
                                   0.00206764, 0.00206465, 0.00207505, 0.00207666};
    static const double lower[] = {0.00159366, 0.00158248, 0.00159314, 0.00158485, 0.00158879,
                                   0.00158444, 0.00157287, 0.00157644, 0.00158337, 0.00158586,
                                   0.0015849,  0.00158145, 0.0015856,  0.0015797,  0.00158602,
                                   0.00158381, 0.00158255, 0.0015788,  0.00156892, 0.00157349,
                                   0.00157951, 0.0015825,  0.0015721,  0.00157049};
    struct bp_spc_options options = {.profile = BP_SPC_ANHOEJ, .chart = BP_SPC_U};
    (void)state;
    struct bp_spc *spc = chart(options, parts(infections, days, N(infections)));
    for (int i = 0; i < N(infections); i++)
        expect_lines(&spc->points[i], 0.00182358, lower[i], upper[i], 0.6e-8);
}

/* The most points in a run, as unaettie.com/en-us/faq.php tabulates round(log2(n)) + 3, and the
 * fewest crossings, as R 4.2's qbinom(0.05, n - 1, 0.5) gives them. */
static void the_limits_of_runs_are_the_published_ones(void **state)
{
    static const int table[][3] = {
        {10, 6, 2},     {11, 6, 2},     {12, 7, 3},      {13, 7, 3},      {14, 7, 4},  {15, 7, 4},
        {16, 7, 4},     {17, 7, 5},     {18, 7, 5},      {19, 7, 6},      {20, 7, 6},  {21, 7, 6},
        {22, 7, 7},     {23, 8, 7},     {24, 8, 8},      {25, 8, 8},      {30, 8, 10}, {36, 8, 13},
        {40, 8, 14},    {50, 9, 19},    {60, 9, 23},     {100, 10, 41},   {74, 9, 29}, {96, 10, 39},
        {231, 11, 103}, {380, 12, 173}, {1000, 13, 474}, {3650, 15, 1775}};
    (void)state;
    for (int i = 0; i < N(table); i++) {
        assert_int_equal(bp_signal_longest_run_most(table[i][0]), table[i][1]);
        assert_int_equal(bp_signal_crossings_fewest(table[i][0]), table[i][2]);
    }
}

static int set_up(void **state)
{
    (void)state;
    arena = bp_arena_create();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    bp_arena_destroy(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(montgomery_charts_the_cost_of_loans),
        cmocka_unit_test(the_rounded_factor_widens_the_limits_a_little),
        cmocka_unit_test(montgomery_charts_the_share_of_bad_cans),
        cmocka_unit_test(montgomery_charts_samples_of_many_sizes),
        cmocka_unit_test(montgomery_counts_faults_of_circuit_boards),
        cmocka_unit_test(montgomery_charts_faults_a_unit),
        cmocka_unit_test(plotthedots_screens_moving_ranges_as_its_snapshots_do),
        cmocka_unit_test(plotthedots_and_the_spreadsheet_differ_as_the_vignette_says),
        cmocka_unit_test(plotthedots_wants_two_of_three_on_one_side),
        cmocka_unit_test(power_bi_charts_have_the_same_limits),
        cmocka_unit_test(power_bi_charts_shares_and_counts_alike),
        cmocka_unit_test(power_bi_charts_rates_alike),
        cmocka_unit_test(the_limits_of_runs_are_the_published_ones),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
