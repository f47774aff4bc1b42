/* SPDX-License-Identifier: MIT */
/* Drawings drawn again, straight to Cairo: what a chart costs whoever knows already where all of it
 * stands. */
#ifndef BP_BENCH_REPLAY_H
#define BP_BENCH_REPLAY_H

#include <cairo.h>
#include <glib.h>

#include "model/drawing.h"

/* One path operation or change of what paths are drawn with, as in PDF's content streams. */
struct bp_replay_step {
    char verb[3];
    double numbers[6];
};

struct bp_replay {
    GArray *steps; /* struct bp_replay_step */
    const struct bp_drawing *drawing;
};

/* Reads the vectors of a drawing's own PDF. False, with a message, when they hold what no chart
 * draws. */
bool bp_replay_init(struct bp_replay *replay, const struct bp_drawing *drawing);
void bp_replay_finish(struct bp_replay *replay);

/* One page: the vectors by Cairo, the words by Pango in the faces' own names and sizes. */
void bp_replay_draw(const struct bp_replay *replay, cairo_surface_t *surface, cairo_t *context);

#endif
