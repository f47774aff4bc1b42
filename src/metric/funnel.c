/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* lgamma_r() */
#include "metric/funnel.h"

#include <glib.h>
#include <math.h>

#define LARGEST_EXACT 1e6   /* a variance */
#define NOTHING       1e-18 /* a probability */

/* Of what lies beyond: half of 0.2 % and of 5 %. */
static const double tails[BP_FUNNEL_N_LIMITS] = {0.001, 0.025, 0.025, 0.001};
static const double deviations[BP_FUNNEL_N_LIMITS] = {-3.090232306167814, -1.959963984540054,
                                                      1.959963984540054, 3.090232306167814};

/* Of how many there are: `size` trials for shares, where `mean` is below it. */
struct law {
    bool share;
    double mean;
    double size;
};

static double log_factorial(double number)
{
    int sign;
    return lgamma_r(number + 1, &sign);
}

static double mass(const struct law *law, double count)
{
    double part = law->mean / law->size;
    if (!law->share)
        return exp(count * log(law->mean) - law->mean - log_factorial(count));
    return exp(log_factorial(law->size) - log_factorial(count) - log_factorial(law->size - count) +
               count * log(part) + (law->size - count) * log1p(-part));
}

/* From the mass at `count` to that at the next one. */
static double growth(const struct law *law, double count)
{
    if (!law->share)
        return law->mean / (count + 1);
    return (law->size - count) / (count + 1) * law->mean / (law->size - law->mean);
}

/* The chance of as many as `count`, or fewer, whose own is `at`. */
static double sum_to(const struct law *law, double count, double at)
{
    double sum = 0;
    for (; count >= 0 && at > NOTHING; count--) {
        sum += at;
        at /= count > 0 ? growth(law, count - 1) : 1;
    }
    return sum;
}

/* The smallest count of which chance brings as many or fewer more often than `tail`, less the part
 * of its own mass that goes beyond. */
static double lower(const struct law *law, double tail)
{
    double count = floor(law->mean), at = mass(law, count), sum = sum_to(law, count, at);
    while (count > 0 && sum - at > tail) {
        sum -= at;
        at /= growth(law, --count);
    }
    return count - (sum - tail) / at;
}

/* Its mirror: the largest count of which chance brings as many or more, and a part of its mass. */
static double upper(const struct law *law, double tail)
{
    double count = floor(law->mean), at = mass(law, count), sum = 1 - sum_to(law, count, at) + at;
    while (sum - at > tail && (!law->share || count + 1 <= law->size)) {
        sum -= at;
        at *= growth(law, count++);
    }
    return count + (sum - tail) / at;
}

static double near_normal(const struct law *law, double variance, double deviation)
{
    double skew = law->share ? 1 - 2 * law->mean / law->size : 1;
    double whole = deviation < 0 ? -0.5 : 0.5; /* counts are whole */
    return law->mean + sqrt(variance) * deviation + skew * (deviation * deviation - 1) / 6 + whole;
}

double bp_funnel_limit(enum bp_funnel_limit limit, bool share, double overall, double denominator)
{
    const struct law law = {share, overall * denominator, denominator};
    double variance = share ? law.mean * (1 - overall) : law.mean, count;
    if (variance <= 0)
        return overall;
    if (variance > LARGEST_EXACT)
        count = near_normal(&law, variance, deviations[limit]);
    else
        count =
            limit < BP_FUNNEL_INNER_UPPER ? lower(&law, tails[limit]) : upper(&law, tails[limit]);
    return CLAMP(count, 0, share ? denominator : G_MAXDOUBLE) / denominator;
}
