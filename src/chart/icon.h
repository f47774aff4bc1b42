/* SPDX-License-Identifier: MIT */
/*
 * Icons of a measure, as high as a line of text, for the cells of tables. A family of our own, made
 * of the marks of control charts: a square is good, a diamond bad, a triangle neither, a disc
 * chance. Shape, letter and filling each tell them apart, without colour too.
 *
 * Variation: the shape with H or L and an arrow beside it that says where the values went.
 * Assurance: an upright line is the target; P stands beyond it, F before it, and ? on it. Status: a
 * word on a round, a pointed or a square ground. Letters and words are the layout's.
 */
#ifndef BP_CHART_ICON_H
#define BP_CHART_ICON_H

#include "chart/canvas.h"
#include "model/chart.h"

/* As wide as it likes, and smaller where the room is less. NULL when something failed that is
 * reported. */
struct bp_drawing *bp_icon_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                struct bp_spot room);

/* How wide it likes to be, in points. */
double bp_icon_width(const struct bp_chart *chart, struct bp_pen *pen);

#endif
