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

struct bp_spc *bp_control_shown(const struct bp_control *control, const struct bp_track *track,
                                struct bp_arena *arena)
{
    struct bp_spc *shown = bp_arena_copy(arena, control->spc, 1, sizeof *shown);
    int from = track->slots[0].period.index - control->first.index;
    g_assert(from >= 0 && from + track->n_slots == shown->n_points);
    shown->points += from;
    shown->n_points = track->n_slots;
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
