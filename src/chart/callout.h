/* SPDX-License-Identifier: MIT */
/* Names beside the points of a plot that stand out: each as near its point as there is room. */
#ifndef BP_CHART_CALLOUT_H
#define BP_CHART_CALLOUT_H

#include "chart/canvas.h"

struct bp_callout {
    struct bp_spot at; /* the point */
    const char *words;
    /* set by bp_callouts_place() */
    bool placed;
    struct bp_pen_lines lines;
    struct bp_spot corner, other; /* of the words */
};

/* What names keep clear of: the plot's edges and its marks. */
struct bp_callout_field {
    struct bp_spot corner, other;
    const struct bp_spot *marks;
    int n_marks;
    double radius; /* of a mark */
    const struct bp_type *type;
};

/* Places the names in their order, the weightiest first; one for which there is no room is left
 * without. None overlaps another, a mark or the field's edge. */
void bp_callouts_place(struct bp_callout *callouts, int n_callouts,
                       const struct bp_callout_field *field, struct bp_pen *pen);

/* Draws those that are placed, each on white, and a thin line to a point that is not next to it. */
void bp_callouts_draw(struct bp_canvas *canvas, const struct bp_callout *callouts, int n_callouts,
                      const struct bp_callout_field *field, struct bp_pen *pen);

#endif
