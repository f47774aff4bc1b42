/* SPDX-License-Identifier: MIT */
/* Signs with what they stand for, one after the other in as many lines as they need: where labels
 * at the data have no room, or would be the same at each. */
#ifndef BP_CHART_LEGEND_H
#define BP_CHART_LEGEND_H

#include "chart/canvas.h"

enum bp_legend_kind { BP_LEGEND_FILL, BP_LEGEND_HATCH, BP_LEGEND_MARK, BP_LEGEND_STROKE };

struct bp_legend_sign {
    enum bp_legend_kind kind;
    bp_colour colour;         /* FILL, HATCH */
    const char *inside;       /* FILL: a letter or figure on it; NULL: none */
    struct bp_mark_look mark; /* MARK */
    struct bp_stroke stroke;  /* STROKE */
    const char *words;
};

/* Draws the signs from the canvas' left edge to `width` and from `top` down, or only measures with
 * a canvas of NULL. Returns the height, 0 without signs. */
double bp_legend_draw(struct bp_canvas *canvas, struct bp_pen *pen,
                      const struct bp_legend_sign *signs, int n_signs, double width, double top);

/* Slanted strokes that fill a rectangle. */
void bp_legend_hatch(struct bp_canvas *canvas, const struct bp_stroke *stroke,
                     struct bp_spot corner, struct bp_spot other);

/* A rectangle's outline. */
void bp_legend_frame(struct bp_canvas *canvas, const struct bp_stroke *stroke,
                     struct bp_spot corner, struct bp_spot other);

#endif
