/* SPDX-License-Identifier: MIT */
/* The key of a chart: signs, each with what it stands for behind it, in as many lines as they need;
 * where labels at the data have no room, or would be the same at each. */
#ifndef BP_CHART_KEY_H
#define BP_CHART_KEY_H

#include "chart/canvas.h"

/* How a sign is drawn. The comment of a member of struct bp_key_sign says who reads it. */
enum bp_key_kind {
    BP_KEY_FILL,   /* a square, */
    BP_KEY_FRAMED, /* and one with an outline, and perhaps a letter on it, */
    BP_KEY_HATCH,
    BP_KEY_MARK,
    BP_KEY_LINE,   /* a level one */
    BP_KEY_TARGET, /* an upright one, as it crosses a bar */
    BP_KEY_STEP    /* the ends of two bars below each other */
};

struct bp_key_sign {
    enum bp_key_kind kind;
    const char *words;
    bp_colour colour;         /* FILL, FRAMED */
    const char *inside;       /* FRAMED: a letter or figure on it; NULL: none */
    struct bp_mark_look mark; /* MARK */
    struct bp_stroke stroke;  /* LINE, TARGET, STEP */
    bool left;                /* STEP: the bars go to the left */
};

struct bp_key {
    struct bp_pen *pen;
    double width; /* of all, in points */
    double gap;   /* what parts it from the chart */
    struct bp_key_sign *signs;
    int n;
};

/* A key without signs. */
struct bp_key bp_key_new(struct bp_pen *pen, double width, double gap);

/* A sign without words is left out. */
void bp_key_add(struct bp_key *key, struct bp_key_sign sign);

/* Of its lines and the gap; 0 without signs. */
double bp_key_height(const struct bp_key *key);

/* From the canvas' left edge and from `top` down. */
void bp_key_draw(const struct bp_key *key, struct bp_canvas *canvas, double top);

#endif
