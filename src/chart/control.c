/* SPDX-License-Identifier: MIT */
#include "chart/control.h"

#include <glib.h>

const struct bp_note_at *bp_control_rebase(const struct bp_track *track, int slot)
{
    const struct bp_series *series = track->series;
    for (int i = 0; i < series->n_rebases; i++)
        if (series->rebases[i].at.index == track->slots[slot].period.index)
            return &series->rebases[i];
    return NULL;
}

static struct bp_spc_input input_of(const struct bp_track *track, int index)
{
    const struct bp_slot *slot = &track->slots[index];
    const struct bp_series *series = track->series;
    const struct bp_step *target = bp_track_step(series->targets, series->n_targets, slot->period);
    struct bp_spc_input input = {.gap = !slot->point,
                                 .value = slot->value,
                                 .rebase = bp_control_rebase(track, index) != NULL,
                                 .has_target = target != NULL};
    if (target)
        input.target = bp_decimal_double(target->value);
    if (slot->point) {
        input.ghost = slot->point->ghost;
        input.numerator = bp_decimal_double(slot->point->numerator);
        input.denominator = bp_decimal_double(slot->point->denominator);
    }
    return input;
}

/* The series' baseline as slots; false when none of it is shown. */
static bool find_baseline(const struct bp_track *track, struct bp_spc_options *options)
{
    const struct bp_series *series = track->series;
    if (!series->has_baseline || track->n_slots == 0)
        return false;
    int start = track->slots[0].period.index;
    options->baseline_first = MAX(series->baseline_from.index - start, 0);
    options->baseline_last = MIN(series->baseline_until.index - start, track->n_slots - 1);
    return options->baseline_first <= options->baseline_last;
}

/* Of shares in percent and of rates. */
static double scale_of(const struct bp_series *series)
{
    if (series->unit == BP_METRIC_PERCENT)
        return 100;
    return series->unit == BP_METRIC_RATE && series->per > 0 ? series->per : 1;
}

struct bp_spc *bp_control_new(const struct bp_chart *chart, const struct bp_track *track,
                              struct bp_arena *arena)
{
    struct bp_spc_options options = {.profile = (enum bp_spc_profile)chart->profile,
                                     .chart = (enum bp_spc_chart)chart->control,
                                     .better = track->series->better,
                                     .scale = scale_of(track->series)};
    struct bp_spc_input *inputs =
        bp_arena_new(arena, (size_t)MAX(track->n_slots, 1) * sizeof *inputs);
    options.has_baseline = find_baseline(track, &options);
    for (int i = 0; i < track->n_slots; i++)
        inputs[i] = input_of(track, i);
    return bp_spc_new(&options, inputs, track->n_slots, arena);
}
