/* SPDX-License-Identifier: MIT */
/*
 * A canvas: vectors go to a Cairo PDF surface in memory, words are gathered for the page
 * (model/drawing.h). A label is taken only where it overlaps no other and stays within the canvas,
 * so that this always holds of a drawing. Cairo is loaded with the first canvas; its types stay in
 * canvas.c. The first failure is latched and told by bp_canvas_finish().
 */
#ifndef BP_CHART_CANVAS_H
#define BP_CHART_CANVAS_H

#include "chart/pen.h"
#include "model/drawing.h"

#define BP_CANVAS_PAPER 0xFFFFFF

struct bp_canvas;

struct bp_spot {
    double x, y;
};

struct bp_stroke {
    bp_colour colour;
    double width;
    double dash; /* length of dashes and gaps; 0: none */
};

/* Shapes that differ without colour: of about the same area. */
enum bp_mark { BP_MARK_DISC, BP_MARK_SQUARE, BP_MARK_DIAMOND, BP_MARK_TRIANGLE };

struct bp_mark_look {
    enum bp_mark shape;
    double size;
    bp_colour colour;
    bool hollow;
};

/* NULL, with a report, when Cairo is missing. */
struct bp_canvas *bp_canvas_create(struct bp_pen *pen, double width, double height);

void bp_canvas_line(struct bp_canvas *canvas, const struct bp_stroke *stroke, struct bp_spot from,
                    struct bp_spot to);
void bp_canvas_path(struct bp_canvas *canvas, const struct bp_stroke *stroke,
                    const struct bp_spot *spots, int n_spots);

/* A path with `rim` points of white on both sides, so that it stands off from what is behind it. */
void bp_canvas_rimmed(struct bp_canvas *canvas, const struct bp_stroke *stroke, double rim,
                      const struct bp_spot *spots, int n_spots);

void bp_canvas_area(struct bp_canvas *canvas, bp_colour colour, const struct bp_spot *spots,
                    int n_spots);
void bp_canvas_rectangle(struct bp_canvas *canvas, bp_colour colour, struct bp_spot corner,
                         struct bp_spot other);

/* A rectangle's outline, and one filled with slanted strokes. */
void bp_canvas_frame(struct bp_canvas *canvas, const struct bp_stroke *stroke,
                     struct bp_spot corner, struct bp_spot other);
void bp_canvas_hatch(struct bp_canvas *canvas, const struct bp_stroke *stroke,
                     struct bp_spot corner, struct bp_spot other);

/* A mark with a white rim, so that it stands off from a line behind it. */
void bp_canvas_mark(struct bp_canvas *canvas, const struct bp_mark_look *look, struct bp_spot at);

/* Words whose start, end or middle is at `at.x` and whose baseline at `at.y`. False, and nothing
 * is written, where there is no room. */
bool bp_canvas_label(struct bp_canvas *canvas, const struct bp_type *type, const char *words,
                     struct bp_spot at, enum bp_align align);

/* Lines below each other, from the first one's top at `top.y` on; each as bp_canvas_label(). */
void bp_canvas_lines(struct bp_canvas *canvas, const struct bp_type *type,
                     const struct bp_pen_lines *lines, struct bp_spot top, enum bp_align align);

/* Ends the canvas. NULL, with a report, when something failed. The drawing is in the pen's arena;
 * `name` is what faults call it. */
struct bp_drawing *bp_canvas_finish(struct bp_canvas *canvas, const char *name);

#endif
