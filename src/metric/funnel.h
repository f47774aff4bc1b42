/* SPDX-License-Identifier: MIT */
/*
 * Control limits of funnel plots: D. J. Spiegelhalter, "Funnel plots for comparing institutional
 * performance", Statistics in Medicine 24, 2005, appendix A.1. They are exact quantiles of the
 * binomial (shares) or the Poisson distribution (rates) about the overall value, interpolated
 * between whole counts. The upper ones mirror the lower ones, where the paper takes one formula for
 * both: so a count lies outside exactly when chance brings it, or one more extreme, less often than
 * the limit says, and 1 of 1 is not outside where that is likely. Over-dispersion is left out:
 * where many points lie outside, the plot says that they differ by more than chance, and not that
 * so many stand out.
 */
#ifndef BP_METRIC_FUNNEL_H
#define BP_METRIC_FUNNEL_H

#include <stdbool.h>

/* Their probabilities: the inner two hold 95 %, the outer two 99.8 % of what chance brings. */
enum bp_funnel_limit {
    BP_FUNNEL_OUTER_LOWER,
    BP_FUNNEL_INNER_LOWER,
    BP_FUNNEL_INNER_UPPER,
    BP_FUNNEL_OUTER_UPPER,
    BP_FUNNEL_N_LIMITS
};

/* The limit, as numerator over denominator, where `overall` is that of all (0 to 1 for shares, from
 * 0 on for rates) and the denominator is above zero. With a variance above a million counts the
 * distribution is taken for a normal one of the same skewness. */
double bp_funnel_limit(enum bp_funnel_limit limit, bool share, double overall, double denominator);

#endif
