/* SPDX-License-Identifier: MIT */
#include "metric/spc.h"

#include <math.h>
#include <string.h>

#include "metric/signal.h"

#define MDC_FEWEST 13
#define FEWEST     2

/* Of a moving range: d2 of two values is 1.128, 3 / d2 is 2.66 in the tools that round it, and D4
 * is 3.267. */
#define LIMIT_ROUNDED 2.66
#define LIMIT         (3 / 1.128)
#define SCREEN        3.267

/* Doubles made from decimals by a few sums and quotients are nearer to the truth than this. */
#define SLACK 1e-12

static bool is_shared(const struct bp_spc_options *options)
{
    return options->chart == BP_SPC_P || options->chart == BP_SPC_U;
}

static double scale_of(const struct bp_spc_options *options)
{
    return is_shared(options) && options->scale > 0 ? options->scale : 1;
}

static bool is_valid(const struct bp_spc_options *options, const struct bp_spc_input *input)
{
    if (input->gap)
        return false;
    if (!is_shared(options))
        return isfinite(input->value) && !(options->chart == BP_SPC_C && input->value < 0);
    return isfinite(input->numerator) && isfinite(input->denominator) && input->denominator > 0 &&
           input->numerator >= 0 &&
           !(options->chart == BP_SPC_P && input->numerator > input->denominator);
}

static void read_point(const struct bp_spc_options *options, const struct bp_spc_input *input,
                       struct bp_spc_point *point)
{
    if (!is_valid(options, input))
        return;
    double value = is_shared(options) ? input->numerator / input->denominator * scale_of(options)
                                      : input->value;
    /* a rate by a denominator next to nothing */
    if (!isfinite(value))
        return;
    point->has_value = true;
    point->counted = !input->ghost;
    point->value = value;
}

static bool is_base(const struct bp_spc *spc, const struct bp_spc_segment *segment, int i)
{
    return spc->points[i].counted && i >= segment->base_first && i <= segment->base_last;
}

/* The frozen baseline as far as it has counted points of the segment, or all that it has. */
static void find_base(const struct bp_spc_options *options, struct bp_spc *spc,
                      struct bp_spc_segment *segment)
{
    segment->base_first = segment->base_last = -1;
    for (int pass = options->has_baseline ? 0 : 1; pass < 2 && segment->n_base == 0; pass++)
        for (int i = segment->first; i <= segment->last; i++) {
            bool frozen = i >= options->baseline_first && i <= options->baseline_last;
            if (!spc->points[i].counted || !(frozen || pass))
                continue;
            if (segment->n_base++ == 0)
                segment->base_first = i;
            segment->base_last = i;
        }
}

/* In two passes, so that the mean of a constant is the constant, and by shares of the values, so
 * that no sum is too large. */
static double mean_value(const struct bp_spc *spc, const struct bp_spc_segment *segment)
{
    double mean = 0;
    for (int pass = 0; pass < 2; pass++) {
        double more = 0;
        for (int i = segment->base_first; i <= segment->base_last; i++)
            if (is_base(spc, segment, i))
                more += spc->points[i].value / segment->n_base - mean / segment->n_base;
        mean += more;
    }
    return mean;
}

/* All numerators by all denominators. */
static double mean_share(const struct bp_spc *spc, const struct bp_spc_segment *segment,
                         const struct bp_spc_input *inputs)
{
    double numerators = 0, denominators = 0;
    for (int i = segment->base_first; i <= segment->base_last; i++)
        if (is_base(spc, segment, i)) {
            numerators += inputs[i].numerator;
            denominators += inputs[i].denominator;
        }
    return numerators / denominators;
}

/* The mean of the moving ranges under `most`; -1 when there are none. */
static double mean_range(const struct bp_spc *spc, const struct bp_spc_segment *segment,
                         double most)
{
    double sum = 0;
    int n = 0, before = -1;
    for (int i = segment->base_first; i <= segment->base_last; i++) {
        if (!spc->points[i].has_value)
            before = -1;
        if (!is_base(spc, segment, i))
            continue;
        double range = before < 0 ? 0 : fabs(spc->points[i].value - spc->points[before].value);
        if (before >= 0 && range < most) {
            sum += range;
            n++;
        }
        before = i;
    }
    return n ? sum / n : -1;
}

static void set_limits(struct bp_spc_point *point, double distance, double least, double most)
{
    double near = distance * (2.0 / 3);
    point->lower = fmax(point->mean - distance, least);
    point->upper = fmin(point->mean + distance, most);
    point->lower_near = fmax(point->mean - near, least);
    point->upper_near = fmin(point->mean + near, most);
    point->has_limits = isfinite(point->lower) && isfinite(point->upper);
    if (!point->has_limits)
        point->lower = point->upper = point->lower_near = point->upper_near = 0;
}

static void limit_values(const struct bp_spc_options *options, struct bp_spc *spc,
                         struct bp_spc_segment *segment)
{
    double range = mean_range(spc, segment, INFINITY);
    double factor = options->profile == BP_SPC_ANHOEJ ? LIMIT : LIMIT_ROUNDED;

    if (range > 0 && options->profile != BP_SPC_MDC)
        range = mean_range(spc, segment, SCREEN * range);
    if (range < 0 || !isfinite(range))
        return;
    segment->mean_range = range;
    segment->has_limits = true;
    for (int i = segment->first; i <= segment->last; i++)
        set_limits(&spc->points[i], factor * range, -INFINITY, INFINITY);
}

/* Limits of P and U are as wide as their denominators let them, and a point without one has none.
 */
static void limit_shares(const struct bp_spc_options *options, struct bp_spc *spc,
                         struct bp_spc_segment *segment, const struct bp_spc_input *inputs)
{
    double scale = scale_of(options), mean = segment->mean / scale;
    double most = options->chart == BP_SPC_P ? scale : INFINITY;
    double variance = options->chart == BP_SPC_P ? mean * (1 - mean) : mean;
    segment->has_limits = true;
    for (int i = segment->first; i <= segment->last; i++) {
        double by = options->chart == BP_SPC_C ? 1 : inputs[i].denominator;
        if (options->chart == BP_SPC_C || (isfinite(by) && by > 0))
            set_limits(&spc->points[i], 3 * sqrt(fmax(variance, 0) / by) * scale, 0, most);
    }
}

static void measure_segment(const struct bp_spc_options *options, struct bp_spc *spc,
                            struct bp_spc_segment *segment, const struct bp_spc_input *inputs)
{
    double largest = 0;
    if (segment->n_base == 0)
        return;
    segment->mean = is_shared(options) ? mean_share(spc, segment, inputs) * scale_of(options)
                                       : mean_value(spc, segment);
    if (!isfinite(segment->mean)) {
        segment->mean = 0;
        return;
    }
    for (int i = segment->first; i <= segment->last; i++) {
        spc->points[i].has_mean = true;
        spc->points[i].mean = segment->mean;
        largest = fmax(largest, fabs(spc->points[i].value));
    }
    segment->slack = SLACK * largest;
    if (segment->n_counted < (options->profile == BP_SPC_MDC ? MDC_FEWEST : FEWEST))
        return;
    if (options->chart == BP_SPC_XMR)
        limit_values(options, spc, segment);
    else
        limit_shares(options, spc, segment, inputs);
}

static void find_segments(const struct bp_spc_input *inputs, struct bp_spc *spc,
                          struct bp_arena *arena)
{
    int n = spc->n_points > 0;
    for (int i = 1; i < spc->n_points; i++)
        n += inputs[i].rebase;
    spc->segments = bp_arena_new(arena, (size_t)n * sizeof *spc->segments);
    for (int i = 0; i < spc->n_points; i++) {
        if (i == 0 || inputs[i].rebase)
            spc->segments[spc->n_segments++].first = i;
        struct bp_spc_segment *segment = &spc->segments[spc->n_segments - 1];
        segment->last = i;
        segment->n_counted += spc->points[i].counted;
        spc->n_counted += spc->points[i].counted;
    }
    spc->last_rebase = n > 1 ? spc->segments[n - 1].first : -1;
}

/* The latest counted point of the last segment, if the segment has limits. */
static const struct bp_spc_point *latest(const struct bp_spc *spc)
{
    const struct bp_spc_segment *segment = &spc->segments[spc->n_segments - 1];
    for (int i = segment->last; i >= segment->first; i--)
        if (spc->points[i].counted)
            return spc->points[i].has_limits ? &spc->points[i] : NULL;
    return NULL;
}

/* The latest point's kind. When too few crossings say that the values are of more than one process
 * and the latest point alone is no signal, the side on which it is. */
static enum bp_spc_variation vary(const struct bp_spc_options *options, const struct bp_spc *spc)
{
    const struct bp_spc_segment *segment = &spc->segments[spc->n_segments - 1];
    const struct bp_spc_point *point = latest(spc);
    if (!point)
        return BP_SPC_VARIATION_NONE;
    int direction = point->direction;
    if (segment->crossings < segment->crossings_fewest)
        for (int i = segment->last; !direction && i >= segment->first; i--)
            if (spc->points[i].counted)
                direction = bp_signal_side(spc->points[i].value, segment->mean, segment->slack);
    switch (bp_signal_kind(options->better, direction)) {
    case BP_SPC_IMPROVEMENT:
        return direction > 0 ? BP_SPC_VARIATION_IMPROVEMENT_HIGH : BP_SPC_VARIATION_IMPROVEMENT_LOW;
    case BP_SPC_CONCERN:
        return direction > 0 ? BP_SPC_VARIATION_CONCERN_HIGH : BP_SPC_VARIATION_CONCERN_LOW;
    case BP_SPC_NEUTRAL:
        return direction > 0 ? BP_SPC_VARIATION_NEUTRAL_HIGH : BP_SPC_VARIATION_NEUTRAL_LOW;
    default:
        return BP_SPC_VARIATION_COMMON;
    }
}

/* The latest target against the latest limits. What lies on both limits of a constant is met. */
static enum bp_spc_assurance assure(const struct bp_spc_options *options, const struct bp_spc *spc,
                                    const struct bp_spc_input *inputs)
{
    const struct bp_spc_segment *segment = &spc->segments[spc->n_segments - 1];
    const struct bp_spc_point *point = latest(spc);
    bool higher = options->better == BP_BETTER_HIGHER;
    int last = segment->last;
    while (last >= segment->first && !inputs[last].has_target)
        last--;
    if (!point || last < segment->first || !isfinite(inputs[last].target) ||
        (!higher && options->better != BP_BETTER_LOWER))
        return BP_SPC_ASSURANCE_NONE;
    int over = bp_signal_side(inputs[last].target, point->upper, segment->slack);
    int under = -bp_signal_side(inputs[last].target, point->lower, segment->slack);
    int outside = options->profile == BP_SPC_MDC ? 0 : 1;
    if ((higher ? under : over) >= outside)
        return BP_SPC_ASSURANCE_PASS;
    if ((higher ? over : under) >= outside)
        return BP_SPC_ASSURANCE_FAIL;
    return BP_SPC_ASSURANCE_INCONSISTENT;
}

const char *bp_spc_variation_name(enum bp_spc_variation variation)
{
    static const char *const names[] = {
        "none",         "common-cause", "improvement-high", "improvement-low",
        "concern-high", "concern-low",  "neutral-high",     "neutral-low",
    };
    return names[variation];
}

const char *bp_spc_assurance_name(enum bp_spc_assurance assurance)
{
    static const char *const names[] = {"none", "consistent-pass", "consistent-fail",
                                        "inconsistent"};
    return names[assurance];
}

struct bp_spc *bp_spc_new(const struct bp_spc_options *options, const struct bp_spc_input *inputs,
                          int n_inputs, struct bp_arena *arena)
{
    struct bp_spc *spc = bp_arena_new(arena, sizeof *spc);
    spc->points = bp_arena_new(arena, (size_t)n_inputs * sizeof *spc->points);
    spc->n_points = n_inputs;
    for (int i = 0; i < n_inputs; i++)
        read_point(options, &inputs[i], &spc->points[i]);
    find_segments(inputs, spc, arena);
    for (int i = 0; i < spc->n_segments; i++) {
        find_base(options, spc, &spc->segments[i]);
        measure_segment(options, spc, &spc->segments[i], inputs);
        if (spc->segments[i].has_limits)
            bp_signal_find(options, &spc->segments[i], spc->points);
    }
    if (spc->n_segments > 0) {
        spc->variation = vary(options, spc);
        spc->assurance = assure(options, spc, inputs);
    }
    return spc;
}
