/* SPDX-License-Identifier: MIT */
/* A series as a chart shows it: one slot a period from the first that is shown to the last, so that
 * a gap is an empty slot. */
#ifndef BP_CHART_TRACK_H
#define BP_CHART_TRACK_H

#include "base/arena.h"
#include "model/chart.h"

struct bp_slot {
    struct bp_period period;
    const struct bp_point *point; /* NULL: there is none, or no value of it */
    double value;
    bool passed; /* lines go past it, as if it were not there */
};

struct bp_track {
    const struct bp_series *series;
    struct bp_slot *slots;
    int n_slots; /* at most BP_CHART_MOST_PERIODS, which the loader sees to */
};

/* Of series `index` of the chart, over the periods of all its series that are shown. In the arena;
 * no slots when no period is. */
struct bp_track bp_track_new(const struct bp_chart *chart, int index, struct bp_arena *arena);

/* The same periods' values of a year before. */
struct bp_track bp_track_year_before(const struct bp_track *track, struct bp_arena *arena);

/* The last slot with a value; -1 when there is none. */
int bp_track_last(const struct bp_track *track);

/* The step that holds at the period; NULL before the first. */
const struct bp_step *bp_track_step(const struct bp_step *steps, int n_steps,
                                    struct bp_period period);

/* The least and the most value, into what is already there. */
void bp_track_extend(const struct bp_track *track, double *least, double *most);

#endif
