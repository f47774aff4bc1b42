/* SPDX-License-Identifier: MIT */
/*
 * A drawing with words: vectors, and beside them the words that stand on them as text of the page,
 * so that they are set in the document's faces and can be found and copied. Points, origin top
 * left, y down. Lives in the run's arena.
 */
#ifndef BP_MODEL_DRAWING_H
#define BP_MODEL_DRAWING_H

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

struct bp_drawing {
    double width;
    double height;
    struct bp_picture picture;             /* a DRAWING of that size */
    const struct bp_drawing_label *labels; /* in the order of reading */
    int n_labels;
};

#endif
