/* SPDX-License-Identifier: MIT */
#include "chart/scale.h"

#include <assert.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>

/*
 * Each label's wish less what stands before it when all are packed is a number that may not fall
 * from one label to the next: the least squares of such numbers is isotonic regression. Labels that
 * would overlap are pooled and share the mean of their numbers, and the bounds cut what is left.
 */

struct pool {
    double mean;
    int n;
};

double bp_scale_place(const struct bp_scale *scale, double value)
{
    double part = (value - scale->low) / (scale->high - scale->low);
    assert(scale->low != scale->high);
    return scale->at_low + part * (scale->at_high - scale->at_low);
}

double bp_scale_value(const struct bp_scale *scale, double place)
{
    double part = (place - scale->at_low) / (scale->at_high - scale->at_low);
    assert(scale->at_low != scale->at_high);
    return scale->low + part * (scale->high - scale->low);
}

static int by_wish(const void *a, const void *b)
{
    const struct bp_beside *first = *(struct bp_beside *const *)a;
    const struct bp_beside *second = *(struct bp_beside *const *)b;
    if (first->wish != second->wish)
        return first->wish < second->wish ? -1 : 1;
    return first < second ? -1 : 1;
}

/* Appends a number and pools backwards until the means rise. */
static int add_pooled(struct pool *pools, int n_pools, double number)
{
    pools[n_pools++] = (struct pool){number, 1};
    for (; n_pools > 1 && pools[n_pools - 2].mean > pools[n_pools - 1].mean; n_pools--) {
        struct pool *into = &pools[n_pools - 2], *last = &pools[n_pools - 1];
        int n = into->n + last->n;
        into->mean += (last->mean - into->mean) * last->n / n;
        into->n = n;
    }
    return n_pools;
}

static void settle(struct bp_beside **sorted, int n, double from, double slack, double gap)
{
    struct pool *pools = g_new(struct pool, (gsize)n);
    double packed = from;
    int n_pools = 0;
    for (int i = 0; i < n; i++) {
        double middle = packed + sorted[i]->size / 2;
        n_pools = add_pooled(pools, n_pools, sorted[i]->wish - middle);
        sorted[i]->centre = middle;
        packed += sorted[i]->size + gap;
    }
    for (int k = 0, i = 0; k < n_pools; k++)
        for (int left = pools[k].n; left > 0; left--)
            sorted[i++]->centre += fmax(0, fmin(pools[k].mean, slack));
    g_free(pools);
}

bool bp_beside_spread(struct bp_beside *labels, int n, double from, double to, double gap)
{
    double slack = to - from + gap;
    for (int i = 0; i < n; i++)
        slack -= labels[i].size + gap;
    if (n <= 0 || slack < 0)
        return n <= 0;
    struct bp_beside **sorted = g_new(struct bp_beside *, (gsize)n);
    for (int i = 0; i < n; i++)
        sorted[i] = &labels[i];
    qsort(sorted, (size_t)n, sizeof(struct bp_beside *), by_wish);
    settle(sorted, n, from, slack, gap);
    g_free(sorted);
    return true;
}
