/* SPDX-License-Identifier: MIT */
#include "chart/track.h"

#include <glib.h>

static struct bp_track make(const struct bp_series *series, struct bp_period first, int n,
                            struct bp_arena *arena)
{
    struct bp_track track = {.series = series, .n_slots = CLAMP(n, 0, BP_CHART_MOST_PERIODS)};
    track.slots = bp_arena_new(arena, (size_t)MAX(track.n_slots, 1) * sizeof *track.slots);
    for (int i = 0; i < track.n_slots; i++)
        track.slots[i].period = (struct bp_period){first.kind, first.index + i};
    return track;
}

static void fill(struct bp_slot *slot, const struct bp_point *point)
{
    if (point->state != BP_POINT_PRESENT)
        return;
    slot->point = point;
    slot->value = bp_decimal_double(point->value);
}

struct bp_track bp_track_new(const struct bp_chart *chart, int index, struct bp_arena *arena)
{
    const struct bp_series *series = chart->series[index];
    struct bp_period first = {series->period_kind, G_MAXINT};
    int last = G_MININT;
    for (int i = 0; i < chart->n_series; i++)
        if (chart->series[i]->n_points > 0) {
            const struct bp_series *one = chart->series[i];
            first.index = MIN(first.index, one->points[0].period.index);
            last = MAX(last, one->points[one->n_points - 1].period.index);
        }
    if (chart->has_from)
        first.index = MAX(first.index, chart->from.index);
    if (chart->has_until)
        last = MIN(last, chart->until.index);
    if (last >= first.index && last - first.index >= BP_CHART_MOST_PERIODS)
        first.index = last - BP_CHART_MOST_PERIODS + 1;
    struct bp_track track =
        make(series, first, last >= first.index ? last - first.index + 1 : 0, arena);
    for (int i = 0; i < series->n_points; i++) {
        int at = series->points[i].period.index - first.index;
        if (at >= 0 && at < track.n_slots)
            fill(&track.slots[at], &series->points[i]);
    }
    return track;
}

static const struct bp_point *find_point(const struct bp_series *series, struct bp_period period)
{
    int low = 0, high = series->n_points;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (series->points[middle].period.index < period.index)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < series->n_points && series->points[low].period.index == period.index;
    return found ? &series->points[low] : NULL;
}

struct bp_track bp_track_year_before(const struct bp_track *track, struct bp_arena *arena)
{
    const struct bp_period none = {track->series->period_kind, 0};
    struct bp_period first = track->n_slots > 0 ? track->slots[0].period : none;
    struct bp_track before = make(track->series, first, track->n_slots, arena);
    for (int i = 0; i < before.n_slots; i++) {
        const struct bp_point *point =
            find_point(track->series, bp_period_year_before(before.slots[i].period));
        if (point)
            fill(&before.slots[i], point);
    }
    return before;
}

int bp_track_last(const struct bp_track *track)
{
    int last = track->n_slots - 1;
    while (last >= 0 && !track->slots[last].point)
        last--;
    return last;
}

const struct bp_step *bp_track_step(const struct bp_step *steps, int n_steps,
                                    struct bp_period period)
{
    const struct bp_step *found = NULL;
    for (int i = 0; i < n_steps && steps[i].from.index <= period.index; i++)
        found = &steps[i];
    return found;
}

void bp_track_extend(const struct bp_track *track, double *least, double *most)
{
    for (int i = 0; i < track->n_slots; i++)
        if (track->slots[i].point) {
            *least = MIN(*least, track->slots[i].value);
            *most = MAX(*most, track->slots[i].value);
        }
}
