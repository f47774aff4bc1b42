/* SPDX-License-Identifier: MIT */
#include "metric/control.h"

#include <glib.h>

struct bp_period bp_control_period(const struct bp_control *control, int index)
{
    return (struct bp_period){control->first.kind, control->first.index + index};
}

static const struct bp_note_at *find_rebase(const struct bp_series *series, struct bp_period period)
{
    for (int i = 0; i < series->n_rebases; i++)
        if (series->rebases[i].at.index == period.index)
            return &series->rebases[i];
    return NULL;
}

static struct bp_spc_input input_of(const struct bp_series *series, struct bp_period period)
{
    const struct bp_point *point = bp_series_point(series, period);
    struct bp_spc_input input = {.gap = !point || point->state != BP_POINT_PRESENT,
                                 .rebase = find_rebase(series, period) != NULL};
    struct bp_decimal target;

    input.has_target = bp_series_step(series->targets, series->n_targets, period, &target);
    if (input.has_target)
        input.target = bp_decimal_double(target);
    if (input.gap)
        return input;
    input.value = bp_decimal_double(point->value);
    input.ghost = point->ghost;
    if (point->has_parts) {
        input.numerator = bp_decimal_double(point->numerator);
        input.denominator = bp_decimal_double(point->denominator);
    }
    return input;
}

static struct bp_spc_options options_of(const struct bp_control *control)
{
    const struct bp_series *series = control->series;

    return (struct bp_spc_options){
        .profile = control->judging.profile,
        .chart = control->judging.limits,
        .shift = control->judging.shift,
        .trend = control->judging.trend,
        .better = series->better,
        .has_baseline = series->has_baseline,
        .baseline_first = series->baseline_from.index - control->first.index,
        .baseline_last = series->baseline_until.index - control->first.index,
        .scale = bp_series_factor(series)};
}

struct bp_control bp_spc_of_series(const struct bp_series *series, const struct bp_judging *judging,
                                   const struct bp_period *until, struct bp_arena *arena)
{
    struct bp_control control = {.series = series,
                                 .judging = judging ? *judging : series->judging,
                                 .first = {series->period_kind, 0}};
    int n = 0;

    if (series->n_points > 0) {
        int last = series->points[series->n_points - 1].period.index;
        last = until ? MIN(last, until->index) : last;
        control.first.index = MAX(series->points[0].period.index, last - BP_CONTROL_MOST + 1);
        n = MAX(last - control.first.index + 1, 0);
    }
    struct bp_spc_options options = options_of(&control);
    struct bp_spc_input *inputs = bp_arena_new(arena, (size_t)MAX(n, 1) * sizeof *inputs);
    for (int i = 0; i < n; i++)
        inputs[i] = input_of(series, bp_control_period(&control, i));
    control.spc = bp_spc_new(&options, inputs, n, arena);
    return control;
}

const struct bp_spc_point *bp_control_point(const struct bp_control *control,
                                            struct bp_period period)
{
    int at = period.index - control->first.index;

    return at >= 0 && at < control->spc->n_points ? &control->spc->points[at] : NULL;
}

const struct bp_note_at *bp_control_rebase(const struct bp_control *control)
{
    int at = control->spc->last_rebase;

    return at >= 0 ? find_rebase(control->series, bp_control_period(control, at)) : NULL;
}
