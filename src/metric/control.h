/* SPDX-License-Identifier: MIT */
/*
 * A series as a control chart: the one place where its points, baseline, rebases, ghosts and
 * targets become what metric/spc.h takes, so that a chart, a table and the dump never differ. Its
 * limits come from the whole series, whatever part of it a chart shows.
 */
#ifndef BP_METRIC_CONTROL_H
#define BP_METRIC_CONTROL_H

#include "metric/spc.h"

/* Periods: of a longer series the latest so many are judged. */
enum { BP_CONTROL_MOST = 20000 };

struct bp_control {
    const struct bp_series *series;
    struct bp_judging judging; /* by which it was judged */
    struct bp_period first;    /* of points[0]; the next point is of the next period */
    struct bp_spc *spc;        /* a point a period; never NULL, but without points when the series
                                  has none */
};

/* Judges the series up to the period `until` (NULL: its last) by `judging` (NULL: its own). In the
 * arena. */
struct bp_control bp_spc_of_series(const struct bp_series *series, const struct bp_judging *judging,
                                   const struct bp_period *until, struct bp_arena *arena);

/* The period of points[index]; of an index beyond them the period that is so far away. */
struct bp_period bp_control_period(const struct bp_control *control, int index);

/* What was found of the period; NULL: it was not judged. */
const struct bp_spc_point *bp_control_point(const struct bp_control *control,
                                            struct bp_period period);

/* The rebase that begins the last segment; NULL: there is one segment. */
const struct bp_note_at *bp_control_rebase(const struct bp_control *control);

#endif
