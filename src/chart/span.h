/* SPDX-License-Identifier: MIT */
/* How long a level scale may be when words stand beside its places: the longest at which all of
 * them have room. */
#ifndef BP_CHART_SPAN_H
#define BP_CHART_SPAN_H

#include <glib.h>

#include "base/arena.h"

/* A place, from 0 to 1 of the scale, and how far words reach to both sides of it, in points. */
struct bp_span_place {
    double at;
    double before, after;
};

struct bp_span {
    struct bp_arena *arena;
    struct bp_span_place *places;
    int n;
};

struct bp_span bp_span_new(struct bp_arena *arena);

void bp_span_add(struct bp_span *span, double at, double before, double after);

/* The ends of the scale, so that nothing reaches over `left` or `right`; `least` points long where
 * that can't be. */
void bp_span_fit(const struct bp_span *span, double left, double right, double least, double *from,
                 double *to);

#endif
