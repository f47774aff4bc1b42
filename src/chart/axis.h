/* SPDX-License-Identifier: MIT */
/* The axes of a chart as they stand on the page, in the axis' style: which values have ticks is
 * chart/ticks.h, which periods have names is chart/timeaxis.h, and here are their words and lines.
 */
#ifndef BP_CHART_AXIS_H
#define BP_CHART_AXIS_H

#include "chart/canvas.h"
#include "chart/scale.h"
#include "chart/ticks.h"
#include "chart/timeaxis.h"

/* An axis of values. Of its unit a sign of money stands before each number and "%" after it; other
 * words stand nowhere, as the sub-title says them. Where numbers go to a million or more they are
 * told as "0.5m". */
struct bp_value_axis {
    struct bp_pen *pen;
    const char *unit; /* may be NULL */
    struct bp_axis fit;
    struct bp_scale scale; /* to x or y; of those functions that say so */
};

/* The words at a tick, in the pen's arena, */
const char *bp_value_axis_label(const struct bp_value_axis *axis, int tick);

/* how wide they are, */
double bp_value_axis_label_width(const struct bp_value_axis *axis, int tick);

/* and how wide the widest of those that are shown are. */
double bp_value_axis_width(const struct bp_value_axis *axis);

/* By the scale: where a value stands; */
double bp_value_axis_place(const struct bp_value_axis *axis, double value);

/* whether the words below a level axis stand clear of each other; */
bool bp_value_axis_is_clear(const struct bp_value_axis *axis);

/* the words of a level axis, below `top`; */
void bp_value_axis_write_below(const struct bp_value_axis *axis, struct bp_canvas *canvas,
                               double top);

/* the words of an upright axis, which end at `right`; */
void bp_value_axis_write_beside(const struct bp_value_axis *axis, struct bp_canvas *canvas,
                                double right);

/* and its light level grid. */
void bp_value_axis_grid(const struct bp_value_axis *axis, struct bp_canvas *canvas, double left,
                        double right);

/* An axis of time with names in the look's short months, in the pen's arena. Of the wish, periods
 * and places are asked for. */
const struct bp_timeaxis *bp_time_axis_new(struct bp_timeaxis_wish wish, struct bp_pen *pen);

/* Both rows of its names, below `top`. */
void bp_time_axis_write(const struct bp_timeaxis *axis, struct bp_pen *pen,
                        struct bp_canvas *canvas, double top);

#endif
