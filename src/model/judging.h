/* SPDX-License-Identifier: MIT */
/*
 * How a control chart judges a series, as a file says it. Nothing said is all zero: Making Data
 * Count's rules, limits from moving ranges, seven points in a shift and in a trend.
 */
#ifndef BP_MODEL_JUDGING_H
#define BP_MODEL_JUDGING_H

/* Whose rules; published tools differ.
 * MDC: NHS England's Making Data Count. XmR limits at 2.66 mean moving ranges, nothing screened;
 *   two of three beyond two thirds of the limit on one side, those past the limit too; no limits,
 *   rules or icons under 13 counted points of a segment; a target on a limit is outside it; where
 *   two rules meet, improvement wins.
 * PLOTTHEDOTS: the R package NHSRplotthedots. Moving ranges of 3.267 times their mean or more are
 *   screened out, once; shifts and trends of 7; two of three leaves out those past the limit, and
 *   all three are on one side of the mean; a target on a limit is inside; where two rules meet, the
 *   first of outside, trend, two of three, shift says the kind.
 * ANHOEJ: the R package qicharts2. XmR limits at 3 / 1.128 mean moving ranges, screened in the same
 *   way; instead of shift, trend and two of three the longest run and the crossings of the mean
 *   (Anhøj and Olesen 2014): a run longer than round(log2(n)) + 3 (Schilling 2012), or fewer
 *   crossings than the lower 5 % of a binomial of n - 1 and one half (Chen 2010), n being the
 *   points that are not on the mean. */
enum bp_spc_profile { BP_SPC_MDC, BP_SPC_PLOTTHEDOTS, BP_SPC_ANHOEJ };

/* XMR of values; P of shares, U of rates (numerator by denominator); C of counts. */
enum bp_spc_chart { BP_SPC_XMR, BP_SPC_P, BP_SPC_U, BP_SPC_C };

struct bp_judging {
    enum bp_spc_profile profile;
    enum bp_spc_chart limits;
    int shift; /* MDC: 6 or 7; 0: 7 */
    int trend;
};

/* The words of files, by the enums, ending with NULL. */
extern const char *const bp_spc_profiles[];
extern const char *const bp_spc_charts[];

#endif
