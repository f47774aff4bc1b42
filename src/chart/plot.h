/* SPDX-License-Identifier: MIT */
/*
 * The frame of a chart over time: the axis of values with its light grid, the axis of time, and the
 * labels at the ends of its lines, which take the place of a legend. Lines are drawn between
 * bp_plot_begin() and bp_plot_end().
 */
#ifndef BP_CHART_PLOT_H
#define BP_CHART_PLOT_H

#include "chart/axis.h"
#include "chart/track.h"

/* What stands beside the end of a line: a figure, and words below it or alone. */
struct bp_plot_end {
    const char *figure; /* NULL: none */
    const char *words;  /* NULL: none */
    double value;       /* where the line ends, */
    int slot;
    bp_colour colour; /* and that of what leads from it to the label */
};

/* The ends come in the order of their weight: where not all have room, the last ones have none. */
struct bp_plot_wish {
    const struct bp_track *track; /* for its periods and its unit */
    double least, most;           /* of all that is drawn */
    struct bp_plot_end *ends;
    int n_ends;
    const struct bp_chart_event *events; /* drawn behind all else */
    int n_events;
    struct bp_spot size;
};

struct bp_plot {
    struct bp_pen *pen;
    struct bp_canvas *canvas;
    const struct bp_plot_wish *wish;
    struct bp_value_axis values;
    const struct bp_timeaxis *time;
    double left, right, top, foot;
    double start, step; /* x of the first slot, and from one to the next */
    double ends_width;
    double events_foot; /* of the first row of marks, */
    int event_rows;     /* and how many there are above each other */
    bool above;         /* the first end stands above the plot, and the others nowhere */
    struct bp_pen_lines *end_words;
};

/* The size of such a chart in its room: `asked` points high, or `usual` where that is 0. */
struct bp_spot bp_plot_size(double asked, double usual, struct bp_spot room);

/* False when it has no room, or when something failed that is reported. */
bool bp_plot_begin(struct bp_plot *plot, struct bp_pen *pen, const struct bp_plot_wish *wish);

/* The grid and the axes, once what lies behind them is drawn. */
void bp_plot_grid(struct bp_plot *plot);

struct bp_drawing *bp_plot_end(struct bp_plot *plot, const char *name);

double bp_plot_x(const struct bp_plot *plot, int slot);
double bp_plot_y(const struct bp_plot *plot, double value);

/* A line through the slots that have values, broken at gaps. */
void bp_plot_line(struct bp_plot *plot, const struct bp_stroke *stroke,
                  const struct bp_track *track);

/* A level line through the middle of each slot, that steps between slots; NAN has none. */
void bp_plot_steps(struct bp_plot *plot, const struct bp_stroke *stroke, const double *values,
                   int first, int n);

/* The target at each slot, as bp_plot_steps() takes it; in the pen's arena. */
double *bp_plot_target(const struct bp_plot *plot, const struct bp_track *track);

#endif
