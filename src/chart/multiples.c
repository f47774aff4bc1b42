/* SPDX-License-Identifier: MIT */
#include "chart/multiples.h"

#include <glib.h>

#include "metric/amount.h"
#include "chart/plot.h"

/* In sizes of the words: a chart's width beside others, at least, and a plot's height unless the
 * chart says its own. */
#define LEAST_WIDTH 10.0
#define PLOT        6.0

/* Points. */
#define APART       18.0 /* between two columns, */
#define BELOW       16.0 /* and between two lines of charts */
#define LEAST_PLOT  24.0
#define UNDER_TITLE 0.75 /* of a page, where headings stand above */
#define PLOT_GAP    8.0  /* from the latest value to the plot */
#define AXIS_GAP    4.0  /* from a tick's words to the plot */
#define NAMES_DROP  3.0  /* from the plot to its periods */
#define NAME_GAP    6.0  /* between the first and the last */
#define VALUE_GAP   4.0  /* from the latest value to its period */
#define MARGIN      4.0  /* from the plot's edges to the first and the last point */
#define MARK        5.0
#define DASH        4.0
#define LEAST_SPAN  20.0 /* of a plot's width */

struct small {
    const struct bp_chart *chart; /* a SPARK */
    struct bp_track track;
    int last; /* slot with the latest value; -1: none */
    struct bp_pen_lines title;
    struct bp_pen_lines latest; /* the period, where it has no room behind the value */
    double period_x;            /* of the period, from the chart's left; 0: it stands below */
    struct bp_pen_lines target; /* what the dashed line is */
    struct bp_value_axis values;
};

struct multiples {
    const struct bp_chart *chart;
    struct bp_pen *pen;
    const struct bp_type *value;
    const struct bp_style *axis_style;
    struct small *all;
    int n, n_columns, n_lines;
    int first, n_slots; /* periods of all */
    double width, height;
    double column; /* width of a chart, with its ticks' words where it has its own */
    double gutter; /* before the first column, for the words of a common scale */
    double plot;   /* height */
    double *heads; /* of each line of charts: titles and latest values */
    struct bp_canvas *canvas;
};

static const struct bp_type *axis_type(const struct multiples *multiples)
{
    return &multiples->axis_style->type;
}

static const struct bp_series *series_of(const struct small *small)
{
    return small->chart->series[0];
}

static const char *period_label(const struct multiples *multiples, struct bp_period period)
{
    return bp_period_label(period, multiples->pen->look->short_months, multiples->pen->arena);
}

/* The periods that any of the charts shows. */
static bool find_periods(struct multiples *multiples)
{
    int first = G_MAXINT, last = G_MININT;
    for (int i = 0; i < multiples->n; i++) {
        struct small *small = &multiples->all[i];
        small->chart = &multiples->chart->measures[i];
        small->track = bp_track_new(small->chart, 0, multiples->pen->scratch);
        small->last = bp_track_last(&small->track);
        if (small->track.n_slots == 0)
            continue;
        first = MIN(first, small->track.slots[0].period.index);
        last = MAX(last, small->track.slots[small->track.n_slots - 1].period.index);
    }
    multiples->first = first;
    multiples->n_slots = last >= first ? last - first + 1 : 0;
    return multiples->n_slots > 0;
}

static const struct bp_step *target_of(const struct small *small)
{
    const struct bp_series *series = series_of(small);
    int n = small->track.n_slots;
    return small->chart->target && n > 0
               ? bp_track_step(series->targets, series->n_targets, small->track.slots[n - 1].period)
               : NULL;
}

/* Into what is there: all that is drawn, so that one with steps takes them all. */
static void extend(const struct small *small, double *least, double *most)
{
    bp_track_extend(&small->track, least, most);
    for (int i = 0; i < series_of(small)->n_targets && target_of(small); i++) {
        double value = bp_decimal_double(series_of(small)->targets[i].value);
        *least = MIN(*least, value);
        *most = MAX(*most, value);
    }
}

static void set_axes(struct multiples *multiples)
{
    double least = G_MAXDOUBLE, most = -G_MAXDOUBLE;
    for (int i = 0; i < multiples->n; i++)
        extend(&multiples->all[i], &least, &most);
    for (int i = 0; i < multiples->n; i++) {
        struct small *small = &multiples->all[i];
        double one_least = least, one_most = most;
        if (multiples->chart->own_scales) {
            one_least = G_MAXDOUBLE;
            one_most = -G_MAXDOUBLE;
            extend(small, &one_least, &one_most);
        }
        if (one_least > one_most)
            one_least = one_most = 0;
        const struct bp_axis_wish wish = {.least = one_least,
                                          .most = one_most,
                                          .wanted = 3,
                                          .whole = series_of(small)->unit == BP_METRIC_COUNT};
        small->values = (struct bp_value_axis){.pen = multiples->pen,
                                               .unit = bp_amount_form(series_of(small)).unit,
                                               .fit = bp_axis_fit(&wish)};
    }
}

/* The widest words of an axis, with the gap after them. */
static double axis_width(const struct multiples *multiples)
{
    double width = 0;
    for (int i = 0; i < multiples->n; i++)
        width = MAX(width, bp_value_axis_width(&multiples->all[i].values));
    return width + AXIS_GAP;
}

/* As many as have room, and no more than leave the last line nearly full. */
static void set_columns(struct multiples *multiples)
{
    double axis = axis_width(multiples);
    bool own = multiples->chart->own_scales;
    multiples->gutter = own ? 0 : axis;
    double least = LEAST_WIDTH * multiples->value->size + (own ? axis : 0),
           room = multiples->width - multiples->gutter;
    int most = CLAMP((int)((room + APART) / (least + APART)), 1, multiples->n);
    multiples->n_lines = (multiples->n + most - 1) / most;
    multiples->n_columns = (multiples->n + multiples->n_lines - 1) / multiples->n_lines;
    multiples->column = (room + APART) / multiples->n_columns - APART;
}

static const char *latest_of(const struct small *small)
{
    return small->chart->latest ? small->chart->latest : "";
}

static void set_target(struct multiples *multiples, struct small *small)
{
    const struct bp_amount_form form = bp_amount_form(series_of(small));
    const char *name = bp_look_literal(multiples->pen->look, "chart-target");
    if (!target_of(small))
        return;
    const char *words =
        bp_arena_printf(multiples->pen->arena, "%s %s", name ? name : "",
                        bp_amount_print(&form, target_of(small)->value, multiples->pen->arena));
    small->target = bp_pen_wrap(multiples->pen, axis_type(multiples), words, multiples->column);
}

/* Title and latest value; the period stands behind the value, or below it. */
static double head_height(struct multiples *multiples, struct small *small)
{
    struct bp_pen *pen = multiples->pen;
    const struct bp_type *axis = axis_type(multiples);
    double height = 0;
    small->title =
        bp_pen_wrap(pen, multiples->value, series_of(small)->title.text, multiples->column);
    height += small->title.n_lines * bp_pen_leading(multiples->value);
    if (small->last < 0)
        return height;
    const char *period = period_label(multiples, small->track.slots[small->last].period);
    double used = bp_pen_measure(pen, multiples->value, latest_of(small)) + VALUE_GAP;
    small->latest = bp_pen_wrap(pen, axis, period, multiples->column);
    small->period_x = used + small->latest.width <= multiples->column ? used : 0;
    set_target(multiples, small);
    int n_lines = small->target.n_lines + (small->period_x > 0 ? 0 : small->latest.n_lines);
    return height + bp_pen_leading(multiples->value) + n_lines * bp_pen_leading(axis);
}

static bool set_heights(struct multiples *multiples, double room)
{
    double names = NAMES_DROP + bp_pen_leading(axis_type(multiples)), rest = 0;
    multiples->heads =
        bp_arena_new(multiples->pen->scratch, (size_t)multiples->n_lines * sizeof(double));
    for (int line = 0; line < multiples->n_lines; line++) {
        multiples->heads[line] = 0;
        for (int i = line * multiples->n_columns;
             i < MIN((line + 1) * multiples->n_columns, multiples->n); i++)
            multiples->heads[line] =
                MAX(multiples->heads[line], head_height(multiples, &multiples->all[i]));
        rest += multiples->heads[line] + PLOT_GAP + names + (line > 0 ? BELOW : 0);
    }
    double wanted =
        MAX(rest + multiples->n_lines * PLOT * multiples->value->size, multiples->chart->height);
    double titled = MAX(room * UNDER_TITLE, rest + multiples->n_lines * LEAST_PLOT);
    multiples->height = MIN(wanted, MIN(titled, room));
    multiples->plot = (multiples->height - rest) / multiples->n_lines;
    return multiples->plot >= LEAST_PLOT;
}

static void draw_head(struct multiples *multiples, const struct small *small, double x, double top)
{
    const struct bp_type *value = multiples->value, *axis = axis_type(multiples);
    double line = bp_pen_leading(value);
    bp_canvas_lines(multiples->canvas, value, &small->title, (struct bp_spot){x, top},
                    BP_ALIGN_START);
    top += small->title.n_lines * line;
    if (small->last < 0)
        return;
    bp_canvas_label(multiples->canvas, value, latest_of(small),
                    (struct bp_spot){x, top + bp_pen_middle(multiples->pen, value, line)},
                    BP_ALIGN_START);
    top += small->period_x > 0 ? 0 : line;
    bp_canvas_lines(multiples->canvas, axis, &small->latest,
                    (struct bp_spot){x + small->period_x, top}, BP_ALIGN_START);
    top += small->period_x > 0 ? line : small->latest.n_lines * bp_pen_leading(axis);
    bp_canvas_lines(multiples->canvas, axis, &small->target, (struct bp_spot){x, top},
                    BP_ALIGN_START);
}

/* Only the first and the last period are named, the last one alone where there is no room. */
static void draw_periods(struct multiples *multiples, const struct small *small,
                         const struct bp_plot *plot)
{
    const struct bp_type *type = axis_type(multiples);
    const struct bp_period last = {series_of(small)->period_kind,
                                   multiples->first + multiples->n_slots - 1};
    const struct bp_period first = {last.kind, multiples->first};
    double y = plot->foot + NAMES_DROP + bp_pen_middle(multiples->pen, type, bp_pen_leading(type));
    const char *names[] = {period_label(multiples, first), period_label(multiples, last)};
    double widths[] = {bp_pen_measure(multiples->pen, type, names[0]),
                       bp_pen_measure(multiples->pen, type, names[1])};
    if (multiples->n_slots > 1 && widths[0] + NAME_GAP + widths[1] <= plot->right - plot->left)
        bp_canvas_label(multiples->canvas, type, names[0], (struct bp_spot){plot->left, y},
                        BP_ALIGN_START);
    bp_canvas_label(multiples->canvas, type, names[1], (struct bp_spot){plot->right, y},
                    BP_ALIGN_END);
}

static void draw_line(struct multiples *multiples, const struct small *small, struct bp_plot *plot)
{
    const struct bp_style *style = bp_pen_series(multiples->pen, 0);
    const struct bp_style *base = bp_pen_style(multiples->pen, BP_STYLE_CHART_BASE);
    const struct bp_stroke target = {base->rule_colour, base->rule, DASH};
    const struct bp_stroke stroke = {style->type.colour, style->rule, 0};
    const struct bp_track *track = &small->track;
    if (target_of(small))
        bp_plot_steps(plot, &target, bp_plot_target(plot, track), 0, track->n_slots);
    bp_plot_line(plot, &stroke, track);
    for (int i = 0; i < track->n_slots; i++) {
        const struct bp_slot *slot = &track->slots[i];
        bool lone = (i == 0 || !track->slots[i - 1].point) &&
                    (i + 1 == track->n_slots || !track->slots[i + 1].point);
        if (!slot->point || !(i == small->last || lone || slot->point->provisional))
            continue;
        const struct bp_mark_look mark = {BP_MARK_DISC, MARK, style->type.colour,
                                          slot->point->provisional};
        bp_canvas_mark(plot->canvas, &mark,
                       (struct bp_spot){bp_plot_x(plot, i), bp_plot_y(plot, slot->value)});
    }
}

/* The frame is this file's: of a plot only what lines need of it is filled in. */
static struct bp_plot frame(const struct multiples *multiples, const struct small *small, double x,
                            double top)
{
    struct bp_plot plot = {.pen = multiples->pen, .canvas = multiples->canvas};
    int n = multiples->n_slots;
    int offset =
        small->track.n_slots > 0 ? small->track.slots[0].period.index - multiples->first : 0;
    plot.left = x + (multiples->chart->own_scales ? axis_width(multiples) : 0);
    plot.right = x + multiples->column;
    plot.top = top;
    plot.foot = top + multiples->plot;
    double start = n > 1 ? plot.left + MARGIN : (plot.left + plot.right) / 2;
    plot.step = n > 1 ? (plot.right - MARGIN - start) / (n - 1) : 1;
    plot.start = start + offset * plot.step;
    plot.values = small->values;
    plot.values.scale =
        (struct bp_scale){plot.values.fit.low, plot.values.fit.high, plot.foot, plot.top};
    return plot;
}

static void draw(struct multiples *multiples)
{
    double names = NAMES_DROP + bp_pen_leading(axis_type(multiples)), y = 0;
    for (int line = 0; line < multiples->n_lines; line++) {
        for (int column = 0; column < multiples->n_columns; column++) {
            int index = line * multiples->n_columns + column;
            if (index >= multiples->n)
                break;
            const struct small *small = &multiples->all[index];
            double x = multiples->gutter + column * (multiples->column + APART);
            struct bp_plot plot = frame(multiples, small, x, y + multiples->heads[line] + PLOT_GAP);
            draw_head(multiples, small, x, y);
            bp_value_axis_grid(&plot.values, plot.canvas, plot.left, plot.right);
            if (column == 0 || multiples->chart->own_scales)
                bp_value_axis_write_beside(&plot.values, plot.canvas, plot.left - AXIS_GAP);
            draw_periods(multiples, small, &plot);
            draw_line(multiples, small, &plot);
        }
        y += multiples->heads[line] + PLOT_GAP + multiples->plot + names + BELOW;
    }
}

struct bp_drawing *bp_multiples_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                     struct bp_spot room)
{
    size_t n = (size_t)MAX(chart->n_measures, 1);
    struct multiples multiples = {
        .chart = chart,
        .pen = pen,
        .value = &bp_pen_style(pen, BP_STYLE_CHART_VALUE)->type,
        .axis_style = bp_pen_style(pen, BP_STYLE_CHART_AXIS),
        .n = chart->n_measures,
        .all = bp_arena_new(pen->scratch, n * sizeof(struct small)),
        .width = room.x,
    };
    if (!find_periods(&multiples))
        return NULL;
    set_axes(&multiples);
    set_columns(&multiples);
    if (multiples.column < LEAST_SPAN || !set_heights(&multiples, room.y) ||
        !(multiples.canvas = bp_canvas_create(pen, multiples.width, multiples.height)))
        return NULL;
    draw(&multiples);
    return bp_canvas_finish(multiples.canvas, chart->anchor);
}
