/* SPDX-License-Identifier: MIT */
/* All figures that can be read off a chart, and what they are: for chart/verify.h. */
#ifndef BP_CHART_FIGURES_H
#define BP_CHART_FIGURES_H

#include <glib.h>

#include "base/arena.h"
#include "model/chart.h"
#include "model/look.h"

enum bp_figure_kind {
    BP_FIGURE_VALUE,
    BP_FIGURE_DIFFERENCE, /* between two rows, or two columns of one */
    BP_FIGURE_CHANGE,     /* likewise, in percent */
    BP_FIGURE_SHARE,      /* of the total, in percent */
    BP_FIGURE_TOTAL,
    BP_FIGURE_AVERAGE,
};

struct bp_figure {
    enum bp_figure_kind kind;
    struct bp_decimal value; /* of a percentage: rounded only as far as must be */
    bool percent;            /* "%" may stand after it */
    bool points;             /* it is one of percentage points */
    const char *from;        /* the label of the row; of two, the first; NULL: of none */
    const char *to;
    int way;        /* DIFFERENCE and CHANGE of a series: 1 forward in time, -1 backward; else 0 */
    bool from_mark; /* of these, from one that goes without saying: the first, the highest, the
                     * lowest, the one before, or a year before */
    bool to_latest; /* and to the latest */
};

/* Appends the chart's to an array of struct bp_figure, and of a table of charts those of all. */
void bp_chart_figures(const struct bp_chart *chart, const struct bp_look *look,
                      struct bp_arena *arena, GArray *figures);

#endif
