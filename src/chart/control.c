/* SPDX-License-Identifier: MIT */
#include "chart/control.h"

#include <glib.h>

struct bp_control bp_control_of_chart(const struct bp_chart *chart, const struct bp_track *track,
                                      struct bp_arena *arena)
{
    const struct bp_period *until =
        track->n_slots > 0 ? &track->slots[track->n_slots - 1].period : NULL;
    return bp_spc_of_series(track->series, &chart->judging, until, arena);
}

enum { WHOLE = 100 };

/* Whether all values are parts of something: between none and all of it. */
static bool is_share(const struct bp_series *series)
{
    for (int i = 0; i < series->n_points; i++) {
        const struct bp_point *point = &series->points[i];
        if (point->state == BP_POINT_PRESENT &&
            (!point->has_parts || bp_decimal_sign(point->numerator) < 0 ||
             bp_decimal_compare(point->numerator, point->denominator) > 0))
            return false;
    }
    return series->unit == BP_METRIC_PERCENT || series->unit == BP_METRIC_RATIO;
}

/* Money and differences may be below zero, and so may what has been. */
static bool is_never_negative(const struct bp_series *series)
{
    for (int i = 0; i < series->n_points; i++)
        if (series->points[i].state == BP_POINT_PRESENT &&
            bp_decimal_sign(series->points[i].value) < 0)
            return false;
    return series->unit == BP_METRIC_COUNT || series->unit == BP_METRIC_RATE ||
           series->unit == BP_METRIC_DURATION;
}

static void bound_limits(struct bp_spc *shown, const struct bp_series *series)
{
    bool share = is_share(series), least = share || is_never_negative(series);
    double whole = series->unit == BP_METRIC_PERCENT ? WHOLE : 1;
    for (int i = 0; i < shown->n_points; i++) {
        struct bp_spc_point *point = &shown->points[i];
        point->lower = least ? MAX(point->lower, 0) : point->lower;
        point->upper = share ? MIN(point->upper, whole) : point->upper;
    }
}

struct bp_spc *bp_control_shown(const struct bp_control *control, const struct bp_track *track,
                                struct bp_arena *arena)
{
    struct bp_spc *shown = bp_arena_copy(arena, control->spc, 1, sizeof *shown);
    int from = track->slots[0].period.index - control->first.index;
    g_assert(from >= 0 && from + track->n_slots == shown->n_points);
    shown->n_points = track->n_slots;
    shown->points =
        bp_arena_copy(arena, shown->points + from, (size_t)shown->n_points, sizeof *shown->points);
    bound_limits(shown, track->series);
    shown->last_rebase = shown->last_rebase > from ? shown->last_rebase - from : -1;
    shown->segments =
        bp_arena_copy(arena, shown->segments, (size_t)shown->n_segments, sizeof *shown->segments);
    while (shown->segments[0].last < from) {
        shown->segments++;
        shown->n_segments--;
    }
    for (int i = 0; i < shown->n_segments; i++) {
        shown->segments[i].first = MAX(shown->segments[i].first - from, 0);
        shown->segments[i].last -= from;
    }
    return shown;
}
