/* SPDX-License-Identifier: MIT */
/* The bars of a row: from which value to which, with what beside or inside them. */
#ifndef BP_CHART_BAR_H
#define BP_CHART_BAR_H

#include "chart/pen.h"
#include "model/chart.h"

/* A step is an arrow that points where it goes, a total without a length a mark. A PART of a stack
 * has its value inside, and the SUM is that of all at the end. */
enum bp_bar_kind { BP_BAR_PLAIN, BP_BAR_ARROW, BP_BAR_MARK, BP_BAR_PART, BP_BAR_SUM };

struct bp_bar {
    enum bp_bar_kind kind;
    double from, to;
    const char *value;
    const struct bp_type *type; /* of the value, */
    double width;               /* and its width */
    const struct bp_style *style;
    bool has_target;
    double target;
    double band; /* where the last band behind it ends; 0: there is none */
};

struct bp_row {
    struct bp_pen_lines words;
    struct bp_bar bars[BP_CHART_MOST_GROUPS + 1]; /* all parts of a stack in one place */
    int n_bars;
    bool strong;
    double height;
    double below; /* room beneath it, before the gap */
};

/* Fills in row `index` of a BAR, PARETO or WATERFALL chart, but for its words and heights. */
void bp_row_make(struct bp_row *row, const struct bp_chart *chart, int index, struct bp_pen *pen);

#endif
