/* SPDX-License-Identifier: MIT */
/*
 * A drawing with words: vectors, and beside them the words that stand on them as text of the page,
 * so that they are set in the document's faces and can be found and copied. Points, origin top
 * left, y down. Lives in the run's arena.
 */
#ifndef BP_MODEL_DRAWING_H
#define BP_MODEL_DRAWING_H

#include "model/period.h"
#include "model/picture.h"
#include "model/style.h"

/* Words on one line. No two of a drawing overlap, and none reaches over its edges. */
struct bp_drawing_label {
    const char *words;
    const struct bp_type *type;
    double x; /* left edge */
    double y; /* baseline */
    double width;
};

/* What stands at a tick, and where that is on its axis. */
struct bp_drawing_tick {
    double value;            /* of an axis of values */
    struct bp_period period; /* of an axis of time */
    const char *label;
};

/* A chart's axes as they were drawn, for who checks them. */
struct bp_drawing_axes {
    double least, most; /* the values that the ticks were asked for, */
    int wanted;         /* and how many; 0: they are whole numbers by another way */
    const struct bp_drawing_tick *ticks;
    int n_ticks;
    const struct bp_drawing_tick *periods; /* those that are named */
    int n_periods;
};

struct bp_drawing {
    double width;
    double height;
    struct bp_picture picture;             /* a DRAWING of that size */
    const struct bp_drawing_label *labels; /* in the order of reading */
    int n_labels;
    const struct bp_drawing_axes *axes; /* NULL: it has none */
    int next_row; /* of a chart that goes on on the next page: the row it goes on with; else 0 */
};

#endif
