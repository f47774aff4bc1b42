/* SPDX-License-Identifier: MIT */
/*
 * What a pareto chart has beside its bars: the share of the sum that each makes with all above it,
 * in figures and, where there is room, as a line in a panel of its own, which has no second axis
 * over the bars. A dashed line stands at 80%, and below the bars that make it.
 */
#ifndef BP_CHART_PARETO_H
#define BP_CHART_PARETO_H

#include "chart/canvas.h"
#include "chart/part.h"
#include "model/chart.h"

struct bp_pareto {
    const struct bp_chart *chart;
    struct bp_pen *pen;
    struct bp_pen_lines head;
    double width;   /* of all, with the gap before it; 0: the chart is none */
    double panel;   /* of the line; 0: there is none */
    double figures; /* of the widest figure */
};

/* What stands beside the bars of a chart `width` points wide. */
struct bp_pareto bp_pareto_make(const struct bp_chart *chart, struct bp_pen *pen, double width);

/* Of the words over the figures. */
double bp_pareto_head(const struct bp_pareto *pareto);

/* Room below row `index` for the words at its line; 0: it has none. */
double bp_pareto_below(const struct bp_pareto *pareto, int index);

/* `right` is the chart's right edge, `head` where its head ends, `part` says which bars are drawn,
 * and `middles` are those of the bars. Without a panel the part may be one of several. */
void bp_pareto_draw(const struct bp_pareto *pareto, struct bp_canvas *canvas, double right,
                    double head, const struct bp_part *part, const double *middles);

/* The line below the last of the few: at `y`, with its words above `foot`. */
void bp_pareto_mark(const struct bp_pareto *pareto, struct bp_canvas *canvas, double right,
                    double y);

#endif
