/* SPDX-License-Identifier: MIT */
/* The hand that writes on charts: it measures words in the faces that layout will set them in, and
 * knows the look. */
#ifndef BP_CHART_PEN_H
#define BP_CHART_PEN_H

#include "model/look.h"
#include "text/text.h"

/* Of a label's size: what its letters reach above and below the baseline. */
#define BP_PEN_ABOVE 0.8
#define BP_PEN_BELOW 0.24

struct bp_pen {
    const struct bp_look *look;
    struct bp_text_service *text;
    const char *language;
    struct bp_arena *arena;   /* what is drawn */
    struct bp_arena *scratch; /* what is measured */
    struct bp_report *report;
    int first_row; /* of a chart of rows: where what is drawn begins (chart/part.h) */
    bool failed;   /* a character has no face: reported */
};

/* Words in lines no wider than asked. */
struct bp_pen_lines {
    const char **lines;
    int n_lines;
    double width; /* of the widest */
};

const struct bp_style *bp_pen_style(const struct bp_pen *pen, enum bp_style_key key);

/* The style of a group or series, from 0 on. */
const struct bp_style *bp_pen_series(const struct bp_pen *pen, int index);

/* Points from the first letter's start to the last one's end. */
double bp_pen_measure(struct bp_pen *pen, const struct bp_type *type, const char *words);

/* Breaks at spaces, and within a word that is wider than the width. At least one line. */
struct bp_pen_lines bp_pen_wrap(struct bp_pen *pen, const struct bp_type *type, const char *words,
                                double width);

/* The type as it is on a ground: in its own colour, or in white or black where that does not have
 * a contrast of 4.5 to 1 and one of them has more. */
const struct bp_type *bp_pen_on(struct bp_pen *pen, const struct bp_type *type, bp_colour ground);

/* How much larger the words of charts are than usual, as in large print: 1 or more. */
double bp_pen_scale(const struct bp_pen *pen);
double bp_pen_scale_of(const struct bp_look *look);

/* From one line's top to the next one's. */
double bp_pen_leading(const struct bp_type *type);

/* Whether lines of the width hold the words without one of them being broken. */
bool bp_pen_holds(struct bp_pen *pen, const struct bp_type *type, const char *words, double width);

/* From the top of a line to its baseline so that capitals stand in the middle of `height`. */
double bp_pen_middle(struct bp_pen *pen, const struct bp_type *type, double height);

#endif
