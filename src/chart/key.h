/* SPDX-License-Identifier: MIT */
/* The key over a chart: signs, each with its words behind it, in as many lines as they need. */
#ifndef BP_CHART_KEY_H
#define BP_CHART_KEY_H

#include "chart/canvas.h"

enum { BP_KEY_MOST = 8 };

struct bp_key {
    struct bp_pen *pen;
    double width; /* of all, in points */
    const char *words[BP_KEY_MOST];
    int n;
    /* Draws sign `index` into the square of `size` points whose upper left corner is `at`. */
    void (*sign)(void *user, int index, struct bp_spot at, double size);
    void *user;
};

/* Returns the height, from the canvas's top; only measures with NULL. */
double bp_key_set(const struct bp_key *key, struct bp_canvas *canvas);

#endif
