/* SPDX-License-Identifier: MIT */
/*
 * The frame of a chart over time: the axis of values with its light grid, the axis of time, and the
 * labels at the ends of its lines, which take the place of a legend. Lines are drawn between
 * bp_plot_begin() and bp_plot_end().
 */
#ifndef BP_CHART_PLOT_H
#define BP_CHART_PLOT_H

#include "chart/axis.h"
#include "chart/key.h"
#include "chart/track.h"

/* Points: from the last point to the words beside it, and from the plot to the names of periods. */
#define BP_PLOT_END_GAP    8.0
#define BP_PLOT_NAMES_DROP 5.0

/* What stands beside the end of a line: a figure, and words below it or alone. */
struct bp_plot_end {
    const char *figure; /* NULL: none */
    const char *words;  /* NULL: none */
    double value;       /* where the line ends, */
    int slot;
    bp_colour colour;        /* and that of what leads from it to the label */
    struct bp_key_sign sign; /* in a key; its words are the end's */
};

/* The ends come in the order of their weight, which is that of a key. */
struct bp_plot_wish {
    const struct bp_track *track; /* for its periods and its unit */
    double least, most;           /* of all that is drawn */
    struct bp_plot_end *ends;
    int n_ends;
    const struct bp_chart_event *events; /* drawn behind all else */
    int n_events;
    struct bp_spot room;
    struct bp_spot size; /* set by bp_plot_size(), */
    bool fixed;          /* as the file asks for it: no higher without need */
};

struct bp_plot {
    struct bp_pen *pen;
    struct bp_canvas *canvas;
    const struct bp_plot_wish *wish;
    struct bp_value_axis values;
    const struct bp_timeaxis *time;
    double left, right, top, foot;
    double start, step; /* x of the first slot, and from one to the next */
    double height;      /* of the whole */
    double ends_width;
    double events_foot; /* of the first row of marks, */
    int event_rows;     /* and how many there are above each other */
    struct bp_pen_lines *end_words;
    struct bp_key key; /* of the ends, where they have no room beside the plot */
};

/* Says how high such a chart is in its room: `asked` points, or where that is 0 `usual`; more where
 * words are larger than usual. */
void bp_plot_size(struct bp_plot_wish *wish, const struct bp_pen *pen, double asked, double usual);

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
