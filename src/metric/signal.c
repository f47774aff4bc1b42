/* SPDX-License-Identifier: MIT */
#include "metric/signal.h"

#include <math.h>

#define USUAL_LENGTH 7

/* A counted point beside its lines, in the order of the counted points. */
struct sight {
    struct bp_spc_point *point;
    bool joined; /* no gap between it and the one before */
    int side;    /* of the mean */
    int near;    /* 1 or -1 beyond two thirds of the limit */
    int past;    /* beyond the limit */
    int step;    /* up or down from the one before; 0 when not joined */
    bool rises, falls;
};

int bp_signal_side(double value, double line, double slack)
{
    double above = value - line;
    if (fabs(above) <= slack)
        return 0;
    return above > 0 ? 1 : -1;
}

enum bp_spc_kind bp_signal_kind(enum bp_better better, int direction)
{
    if (direction == 0)
        return BP_SPC_COMMON;
    if (better != BP_BETTER_HIGHER && better != BP_BETTER_LOWER)
        return BP_SPC_NEUTRAL;
    return (direction > 0) == (better == BP_BETTER_HIGHER) ? BP_SPC_IMPROVEMENT : BP_SPC_CONCERN;
}

int bp_signal_crossings_fewest(int n_useful)
{
    int trials = n_useful - 1, successes = 0;
    double log_chance = -trials * log(2), sum;
    if (n_useful < 2)
        return 0;
    for (sum = exp(log_chance); sum < 0.05; sum += exp(log_chance)) {
        log_chance += log((double)(trials - successes) / (successes + 1));
        successes++;
    }
    return successes;
}

int bp_signal_longest_run_most(int n_useful)
{
    return n_useful < 1 ? 0 : (int)lround(log2(n_useful)) + 3;
}

static int look(const struct bp_spc_segment *segment, struct bp_spc_point *points,
                struct sight *sights)
{
    bool joined = false;
    int n = 0;
    for (int i = segment->first; i <= segment->last; i++) {
        struct bp_spc_point *point = &points[i];
        joined = joined && point->has_value;
        if (!point->counted)
            continue;
        struct sight *sight = &sights[n];
        *sight = (struct sight){.point = point, .joined = joined};
        sight->side = bp_signal_side(point->value, point->mean, segment->slack);
        if (point->has_limits) {
            int over = bp_signal_side(point->value, point->upper, segment->slack);
            int under = bp_signal_side(point->value, point->lower, segment->slack);
            int above = bp_signal_side(point->value, point->upper_near, segment->slack);
            int below = bp_signal_side(point->value, point->lower_near, segment->slack);
            sight->past = over > 0 ? 1 : under < 0 ? -1 : 0;
            sight->near = above > 0 ? 1 : below < 0 ? -1 : 0;
        }
        if (joined)
            sight->step = bp_signal_side(point->value, sights[n - 1].point->value, 0);
        joined = true;
        n++;
    }
    return n;
}

static void mark_outside(struct sight *sights, int n)
{
    for (int i = 0; i < n; i++)
        if (sights[i].past)
            sights[i].point->rules |= BP_SPC_OUTSIDE;
}

static void mark_shifts(struct sight *sights, int n, int length)
{
    for (int first = 0, end; first < n; first = end) {
        for (end = first + 1;
             end < n && sights[end].joined && sights[end].side == sights[first].side;)
            end++;
        for (int i = first; sights[first].side && end - first >= length && i < end; i++)
            sights[i].point->rules |= BP_SPC_SHIFT;
    }
}

/* A trend of `length` points has one step fewer. */
static void mark_trends(struct sight *sights, int n, int length)
{
    for (int first = 1, end; first < n; first = end) {
        int step = sights[first].step;
        for (end = first + 1; end < n && sights[end].step == step;)
            end++;
        for (int i = first - 1; step && end - first >= length - 1 && i < end; i++) {
            sights[i].point->rules |= BP_SPC_TREND;
            sights[i].rises |= step > 0;
            sights[i].falls |= step < 0;
        }
    }
}

/* Those of three neighbours that are beyond two thirds of the limit on the side `side`, if two are.
 */
static void mark_three(struct sight *three, int side, bool strict)
{
    bool beyond[3];
    int n_beyond = 0;
    for (int i = 0; i < 3; i++) {
        if (strict && three[i].side != side)
            return;
        beyond[i] = three[i].near == side && !(strict && three[i].past);
        n_beyond += beyond[i];
    }
    for (int i = 0; i < 3 && n_beyond >= 2; i++)
        if (beyond[i])
            three[i].point->rules |= BP_SPC_TWO_OF_THREE;
}

static void mark_two_of_three(struct sight *sights, int n, bool strict)
{
    for (int i = 2; i < n; i++)
        if (sights[i].joined && sights[i - 1].joined) {
            mark_three(&sights[i - 2], 1, strict);
            mark_three(&sights[i - 2], -1, strict);
        }
}

/* The points of one side between two crossings are a run, whether or not a gap or a point on the
 * mean is among them. */
static void mark_runs(struct bp_spc_segment *segment, struct sight *sights, int n)
{
    int run = 0, side = 0;
    for (int i = 0; i < n; i++)
        segment->n_useful += sights[i].side != 0;
    segment->longest_run_most = bp_signal_longest_run_most(segment->n_useful);
    segment->crossings_fewest = bp_signal_crossings_fewest(segment->n_useful);
    for (int i = 0, first = 0; i < n; i++) {
        if (!sights[i].side)
            continue;
        if (sights[i].side != side) {
            segment->crossings += side != 0;
            side = sights[i].side;
            run = 0;
            first = i;
        }
        run++;
        segment->longest_run = MAX(segment->longest_run, run);
        for (int k = first; run > segment->longest_run_most && k <= i; k++)
            if (sights[k].side)
                sights[k].point->rules |= BP_SPC_SHIFT;
    }
    segment->runs_signal = segment->longest_run > segment->longest_run_most ||
                           segment->crossings < segment->crossings_fewest;
}

/* The way that the first of the rules says, in the order in which NHSRplotthedots asks them. Of two
 * trends that meet in a point it goes by the step to the next. */
static int first_direction(const struct sight *sight, bool last)
{
    unsigned rules = sight->point->rules;
    if (rules & BP_SPC_OUTSIDE)
        return sight->past;
    if (rules & BP_SPC_TREND)
        return !last && sight[1].joined && sight[1].point->rules & BP_SPC_TREND ? sight[1].step
                                                                                : sight->step;
    return rules ? sight->side : 0;
}

/* The better way, if any of the rules says it. */
static int best_direction(const struct sight *sight, enum bp_better better)
{
    unsigned rules = sight->point->rules;
    int sided = rules & (BP_SPC_OUTSIDE | BP_SPC_SHIFT | BP_SPC_TWO_OF_THREE) ? sight->side : 0;
    bool up = sided > 0 || sight->rises;
    bool down = sided < 0 || sight->falls;
    if (up && down)
        return better == BP_BETTER_LOWER ? -1 : 1;
    return up - down;
}

static void tell(const struct bp_spc_options *options, const struct sight *sights, int n)
{
    bool neither = options->better != BP_BETTER_HIGHER && options->better != BP_BETTER_LOWER;
    for (int i = 0; i < n; i++) {
        struct bp_spc_point *point = sights[i].point;
        if (options->profile == BP_SPC_PLOTTHEDOTS || neither)
            point->direction = first_direction(&sights[i], i + 1 == n);
        else
            point->direction = best_direction(&sights[i], options->better);
        point->kind = bp_signal_kind(options->better, point->direction);
    }
}

void bp_signal_find(const struct bp_spc_options *options, struct bp_spc_segment *segment,
                    struct bp_spc_point *points)
{
    struct sight *sights = g_new(struct sight, (gsize)(segment->last - segment->first + 1));
    bool mdc = options->profile == BP_SPC_MDC;
    int n = look(segment, points, sights);

    mark_outside(sights, n);
    if (options->profile == BP_SPC_ANHOEJ) {
        mark_runs(segment, sights, n);
    } else {
        mark_shifts(sights, n, mdc && options->shift ? options->shift : USUAL_LENGTH);
        mark_trends(sights, n, mdc && options->trend ? options->trend : USUAL_LENGTH);
        mark_two_of_three(sights, n, !mdc);
    }
    tell(options, sights, n);
    g_free(sights);
}
