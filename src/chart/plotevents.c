/* SPDX-License-Identifier: MIT */
#include "chart/plotevents.h"

#include <glib.h>

/* Points. */
#define DOT      1.2 /* dots and gaps of an event's line */
#define MARK_GAP 3.0 /* between two marks */

enum { MOST_ROWS = 4 };

static const struct bp_type *mark_type(const struct bp_plot *plot)
{
    return &bp_pen_style(plot->pen, BP_STYLE_CHART_VALUE)->type;
}

/* Where rows end, as they are filled from the first. */
struct rows {
    double ends[MOST_ROWS];
    int n;
};

/* The first row, up to `most`, that has room for the mark; -1: none has. */
static int place(struct bp_plot *plot, struct rows *rows, const struct bp_chart_event *event,
                 int most)
{
    double width = bp_pen_measure(plot->pen, mark_type(plot), event->mark);
    double x = bp_plot_x(plot, event->slot);
    for (int row = 0; row < MIN(most, MOST_ROWS); row++) {
        if (row < rows->n && rows->ends[row] + MARK_GAP > x - width / 2)
            continue;
        rows->n = MAX(rows->n, row + 1);
        rows->ends[row] = x + width / 2;
        return row;
    }
    return -1;
}

int bp_plot_event_rows(struct bp_plot *plot, int most)
{
    const struct bp_plot_wish *wish = plot->wish;
    struct rows rows = {.n = 0};
    for (int i = 0; i < wish->n_events; i++)
        place(plot, &rows, &wish->events[i], most);
    return rows.n;
}

/* On a ground of its own: the line of a mark further up may pass behind it. */
static void draw_mark(struct bp_plot *plot, const struct bp_chart_event *event, int row)
{
    const struct bp_type *type = mark_type(plot);
    double line = bp_pen_leading(type), x = bp_plot_x(plot, event->slot);
    double half = bp_pen_measure(plot->pen, type, event->mark) / 2 + MARK_GAP / 3;
    double foot = plot->events_foot - row * line;
    bp_canvas_rectangle(plot->canvas, BP_CANVAS_PAPER, (struct bp_spot){x - half, foot - line},
                        (struct bp_spot){x + half, foot});
    bp_canvas_label(plot->canvas, type, event->mark,
                    (struct bp_spot){x, foot - line + bp_pen_middle(plot->pen, type, line)},
                    BP_ALIGN_CENTRE);
}

void bp_plot_events(struct bp_plot *plot)
{
    const struct bp_plot_wish *wish = plot->wish;
    const struct bp_style *base = bp_pen_style(plot->pen, BP_STYLE_CHART_BASE);
    const struct bp_stroke stroke = {base->rule_colour, base->rule, DOT};
    double line = bp_pen_leading(mark_type(plot));
    int *places = bp_arena_new(plot->pen->scratch, (size_t)MAX(wish->n_events, 1) * sizeof *places);
    struct rows rows = {.n = 0};
    for (int i = 0; i < wish->n_events; i++) {
        double x = bp_plot_x(plot, wish->events[i].slot);
        places[i] = place(plot, &rows, &wish->events[i], plot->event_rows);
        bp_canvas_line(plot->canvas, &stroke,
                       (struct bp_spot){x, plot->events_foot - MAX(places[i], 0) * line},
                       (struct bp_spot){x, plot->foot});
    }
    for (int i = 0; i < wish->n_events; i++)
        if (places[i] >= 0)
            draw_mark(plot, &wish->events[i], places[i]);
}
