/* SPDX-License-Identifier: MIT */
#include "chart/plot.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "chart/plotends.h"
#include "chart/plotevents.h"
#include "metric/amount.h"

/* Points. */
#define TICK_APART   36.0 /* from one value's tick to the next, about */
#define AXIS_GAP     6.0  /* from a tick's words to the grid */
#define TICK         3.0  /* length of a period's tick */
#define INDENT       6.0  /* from the plot's edges to the first and the last slot, at most */
#define LEAST_PLOT   40.0
#define KEYED_PLOT   80.0  /* high, below a key, even if the whole is to be lower */
#define LEAST_HEIGHT 100.0 /* of the whole, when another is asked for */

double bp_plot_x(const struct bp_plot *plot, int slot)
{
    return plot->start + plot->step * slot;
}

double bp_plot_y(const struct bp_plot *plot, double value)
{
    return bp_value_axis_place(&plot->values, value);
}

static const struct bp_type *axis_type(const struct bp_plot *plot)
{
    return &bp_pen_style(plot->pen, BP_STYLE_CHART_AXIS)->type;
}

static const struct bp_type *figure_type(const struct bp_plot *plot)
{
    return &bp_pen_style(plot->pen, BP_STYLE_CHART_VALUE)->type;
}

/* The axis of values for a plot that reaches from its top to its foot, and the plot's left edge
 * beside it. */
static void set_out_values(struct bp_plot *plot)
{
    const struct bp_plot_wish *wish = plot->wish;
    double height = plot->foot - plot->top;
    const struct bp_axis_wish values = {.least = wish->least,
                                        .most = wish->most,
                                        .wanted = CLAMP((int)(height / TICK_APART) + 1, 2, 8),
                                        .whole = wish->track->series->unit == BP_METRIC_COUNT};
    plot->values = (struct bp_value_axis){.pen = plot->pen,
                                          .unit = bp_amount_form(wish->track->series).unit,
                                          .fit = bp_axis_fit(&values)};
    plot->values.scale =
        (struct bp_scale){plot->values.fit.low, plot->values.fit.high, plot->foot, plot->top};
    plot->left = bp_value_axis_width(&plot->values) + AXIS_GAP;
}

static void set_out_slots(struct bp_plot *plot)
{
    int n = plot->wish->track->n_slots;
    double indent = MIN(INDENT, (plot->right - plot->left) / (2.0 * n));
    plot->start = n > 1 ? plot->left + indent : (plot->left + plot->right) / 2;
    plot->step = n > 1 ? (plot->right - indent - plot->start) / (n - 1) : 1;
}

/* Above the plot, as far as it stays high enough. */
static void set_out_events(struct bp_plot *plot)
{
    double line = bp_pen_leading(figure_type(plot)), over = bp_pen_leading(axis_type(plot)) / 2;
    int most = (int)floor((plot->foot - plot->top - LEAST_PLOT) / line);
    set_out_slots(plot);
    plot->event_rows = bp_plot_event_rows(plot, most);
    plot->top += plot->event_rows * line;
    plot->events_foot = plot->top - over;
    set_out_values(plot);
}

/* Its foot, for its height, and what depends on that. */
static void set_height(struct bp_plot *plot, double height)
{
    plot->height = MIN(height, plot->wish->room.y);
    plot->foot = plot->height - BP_PLOT_NAMES_DROP - 2 * bp_pen_leading(axis_type(plot));
    set_out_values(plot);
}

/* Beside the plot, which may become higher for them; false when they have no room there. */
static bool set_ends_beside(struct bp_plot *plot)
{
    double missing = bp_plot_ends_height(plot) - plot->foot - BP_PLOT_NAMES_DROP;
    plot->right -= plot->ends_width > 0 ? plot->ends_width + BP_PLOT_END_GAP : 0;
    if (!bp_plot_ends_hold(plot) || (missing > 0 && plot->wish->fixed) ||
        plot->height + missing > plot->wish->room.y)
        return false;
    if (missing > 0)
        set_height(plot, plot->height + missing);
    return plot->right - plot->left >= LEAST_PLOT;
}

/* In a key; what this takes from a low plot is given back. */
static void set_ends_above(struct bp_plot *plot)
{
    double key = bp_plot_ends_to_key(plot), height = plot->wish->size.y;
    double least = MIN(plot->foot - plot->top, KEYED_PLOT);
    plot->right = plot->wish->size.x;
    plot->top += key;
    set_height(plot, plot->wish->fixed ? height : height + key);
    if (plot->foot - plot->top < least)
        set_height(plot, plot->height + least - (plot->foot - plot->top));
}

static bool set_out(struct bp_plot *plot)
{
    const struct bp_plot_wish *wish = plot->wish;
    plot->top = bp_pen_leading(axis_type(plot)) / 2;
    plot->right = wish->size.x;
    set_height(plot, wish->size.y);
    bp_plot_ends_measure(plot);
    if (!set_ends_beside(plot))
        set_ends_above(plot);
    if (wish->n_events > 0)
        set_out_events(plot);
    if (plot->right - plot->left < LEAST_PLOT || plot->foot - plot->top < LEAST_PLOT)
        return false;
    set_out_slots(plot);
    return true;
}

static void draw_time(struct bp_plot *plot)
{
    const struct bp_style *base = bp_pen_style(plot->pen, BP_STYLE_CHART_BASE);
    const struct bp_stroke stroke = {base->rule_colour, base->rule, 0};
    const struct bp_track *track = plot->wish->track;
    const struct bp_timeaxis_wish wish = {.first = track->slots[0].period,
                                          .n = track->n_slots,
                                          .x = plot->start,
                                          .step = plot->step,
                                          .left = 0,
                                          .right = plot->wish->size.x};
    const struct bp_timeaxis *axis = bp_time_axis_new(wish, plot->pen);
    plot->time = axis;
    for (int i = 0; i < axis->n_ticks; i++)
        if (axis->ticks[i].named)
            bp_canvas_line(plot->canvas, &stroke, (struct bp_spot){axis->ticks[i].x, plot->foot},
                           (struct bp_spot){axis->ticks[i].x, plot->foot + TICK});
    bp_time_axis_write(axis, plot->pen, plot->canvas, plot->foot + BP_PLOT_NAMES_DROP);
}

void bp_plot_size(struct bp_plot_wish *wish, const struct bp_pen *pen, double asked, double usual)
{
    double height = (asked > 0 ? MAX(asked, LEAST_HEIGHT) : usual) * bp_pen_scale(pen);
    wish->size = (struct bp_spot){wish->room.x, MIN(height, wish->room.y)};
    wish->fixed = asked > 0;
}

bool bp_plot_begin(struct bp_plot *plot, struct bp_pen *pen, const struct bp_plot_wish *wish)
{
    *plot = (struct bp_plot){.pen = pen, .wish = wish};
    if (set_out(plot))
        plot->canvas = bp_canvas_create(pen, wish->size.x, plot->height);
    return plot->canvas != NULL;
}

void bp_plot_grid(struct bp_plot *plot)
{
    bp_value_axis_grid(&plot->values, plot->canvas, plot->left, plot->right);
    bp_value_axis_write_beside(&plot->values, plot->canvas, plot->left - AXIS_GAP);
    draw_time(plot);
    bp_plot_events(plot);
}

/* What was drawn of the axes. A name spans the x of its period. */
static const struct bp_drawing_axes *tell_axes(struct bp_plot *plot)
{
    struct bp_arena *arena = plot->pen->arena;
    const struct bp_axis *fit = &plot->values.fit;
    const struct bp_ticks *from = &fit->ticks;
    const struct bp_time_row *names = &plot->time->rows[0];
    const struct bp_period first = plot->wish->track->slots[0].period;
    struct bp_drawing_axes *axes = bp_arena_new(arena, sizeof *axes);
    struct bp_drawing_tick *ticks = bp_arena_new(arena, (size_t)from->n * sizeof *ticks);
    struct bp_drawing_tick *periods =
        bp_arena_new(arena, (size_t)MAX(names->n, 1) * sizeof *periods);
    for (int i = 0; i < from->n; i++)
        ticks[i] = (struct bp_drawing_tick){.value = bp_ticks_value(from, i),
                                            .label = bp_value_axis_label(&plot->values, i)};
    for (int i = 0; i < names->n; i++) {
        int slot = (int)lround((names->names[i].x - plot->start) / plot->step);
        periods[i] = (struct bp_drawing_tick){.period = {first.kind, first.index + slot},
                                              .label = names->names[i].text};
    }
    *axes = (struct bp_drawing_axes){fit->least, fit->most, fit->wanted, ticks,
                                     from->n,    periods,   names->n};
    return axes;
}

struct bp_drawing *bp_plot_end(struct bp_plot *plot, const char *name)
{
    bp_plot_ends_draw(plot);
    struct bp_drawing *drawing = bp_canvas_finish(plot->canvas, name);
    if (drawing)
        drawing->axes = tell_axes(plot);
    return drawing;
}

void bp_plot_line(struct bp_plot *plot, const struct bp_stroke *stroke,
                  const struct bp_track *track)
{
    struct bp_spot *spots =
        bp_arena_new(plot->pen->scratch, (size_t)MAX(track->n_slots, 1) * sizeof *spots);
    int n = 0;
    for (int i = 0; i <= track->n_slots; i++) {
        if (i < track->n_slots && track->slots[i].passed)
            continue;
        if (i < track->n_slots && track->slots[i].point) {
            spots[n++] =
                (struct bp_spot){bp_plot_x(plot, i), bp_plot_y(plot, track->slots[i].value)};
            continue;
        }
        bp_canvas_path(plot->canvas, stroke, spots, n);
        n = 0;
    }
}

void bp_plot_steps(struct bp_plot *plot, const struct bp_stroke *stroke, const double *values,
                   int first, int n)
{
    struct bp_spot *spots = bp_arena_new(plot->pen->scratch, (size_t)(2 * n + 1) * sizeof *spots);
    int n_spots = 0;
    for (int i = 0; i <= n; i++) {
        if (i == n || isnan(values[i])) {
            bp_canvas_path(plot->canvas, stroke, spots, n_spots);
            n_spots = 0;
            continue;
        }
        double x = bp_plot_x(plot, first + i), y = bp_plot_y(plot, values[i]);
        struct bp_spot from = {MAX(x - plot->step / 2, plot->left), y};
        struct bp_spot to = {MIN(x + plot->step / 2, plot->right), y};
        if (n_spots > 1 && spots[n_spots - 1].y == y) {
            spots[n_spots - 1] = to;
            continue;
        }
        spots[n_spots++] = from;
        spots[n_spots++] = to;
    }
}

double *bp_plot_target(const struct bp_plot *plot, const struct bp_track *track)
{
    double *values =
        bp_arena_new(plot->pen->scratch, (size_t)MAX(track->n_slots, 1) * sizeof *values);
    for (int i = 0; i < track->n_slots; i++) {
        const struct bp_step *step =
            bp_track_step(track->series->targets, track->series->n_targets, track->slots[i].period);
        values[i] = step ? bp_decimal_double(step->value) : NAN;
    }
    return values;
}
