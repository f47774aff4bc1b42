/* SPDX-License-Identifier: MIT */
#include "chart/axis.h"

#include <glib.h>
#include <math.h>

#include "metric/amount.h"

/* Points between two names, of values and of periods. */
#define VALUES_APART  8.0
#define PERIODS_APART 6.0

#define BRIEF_FROM 1e6

static const struct bp_style *style_of(const struct bp_pen *pen)
{
    return bp_pen_style(pen, BP_STYLE_CHART_AXIS);
}

/* Whether numbers are better told in thousands or millions: "1m". */
static bool is_brief(const struct bp_ticks *ticks, const char *unit)
{
    double most = MAX(fabs(bp_ticks_value(ticks, 0)), fabs(bp_ticks_value(ticks, ticks->n - 1)));
    return most >= BRIEF_FROM && !(unit && *unit == '%');
}

const char *bp_value_axis_label(const struct bp_value_axis *axis, int tick)
{
    const struct bp_ticks *ticks = &axis->fit.ticks;
    const struct bp_amount_signs signs = bp_amount_signs(axis->unit, axis->pen->arena);
    const struct bp_tick_style style = {
        .before = signs.before, .after = signs.after, .brief = is_brief(ticks, axis->unit)};
    GString *out = g_string_new(NULL);
    bp_ticks_label(ticks, tick, &style, out);
    const char *words = bp_arena_string(axis->pen->arena, out->str, out->len);
    g_string_free(out, TRUE);
    return words;
}

double bp_value_axis_label_width(const struct bp_value_axis *axis, int tick)
{
    return bp_pen_measure(axis->pen, &style_of(axis->pen)->type, bp_value_axis_label(axis, tick));
}

/* A tick may lie off the axis, where values can't be. */
static bool is_shown(const struct bp_axis *axis, int tick)
{
    double slack = (axis->high - axis->low) * 1e-9, value = bp_ticks_value(&axis->ticks, tick);
    return value >= axis->low - slack && value <= axis->high + slack;
}

double bp_value_axis_width(const struct bp_value_axis *axis)
{
    double width = 0;
    for (int i = 0; i < axis->fit.ticks.n; i++)
        if (is_shown(&axis->fit, i))
            width = MAX(width, bp_value_axis_label_width(axis, i));
    return width;
}

double bp_value_axis_place(const struct bp_value_axis *axis, double value)
{
    return bp_scale_place(&axis->scale, value);
}

static double tick_place(const struct bp_value_axis *axis, int tick)
{
    return bp_value_axis_place(axis, bp_ticks_value(&axis->fit.ticks, tick));
}

bool bp_value_axis_is_clear(const struct bp_value_axis *axis)
{
    double last = -G_MAXDOUBLE;
    for (int i = 0; i < axis->fit.ticks.n; i++) {
        double x = tick_place(axis, i), half = bp_value_axis_label_width(axis, i) / 2;
        if (x - half < last + VALUES_APART)
            return false;
        last = x + half;
    }
    return true;
}

void bp_value_axis_write_below(const struct bp_value_axis *axis, struct bp_canvas *canvas,
                               double top)
{
    const struct bp_type *type = &style_of(axis->pen)->type;
    double y = top + bp_pen_middle(axis->pen, type, bp_pen_leading(type));
    for (int i = 0; i < axis->fit.ticks.n; i++)
        bp_canvas_label(canvas, type, bp_value_axis_label(axis, i),
                        (struct bp_spot){tick_place(axis, i), y}, BP_ALIGN_CENTRE);
}

void bp_value_axis_write_beside(const struct bp_value_axis *axis, struct bp_canvas *canvas,
                                double right)
{
    const struct bp_type *type = &style_of(axis->pen)->type;
    double line = bp_pen_leading(type), middle = bp_pen_middle(axis->pen, type, line);
    for (int i = 0; i < axis->fit.ticks.n; i++)
        if (is_shown(&axis->fit, i))
            bp_canvas_label(canvas, type, bp_value_axis_label(axis, i),
                            (struct bp_spot){right, tick_place(axis, i) - line / 2 + middle},
                            BP_ALIGN_END);
}

void bp_value_axis_grid(const struct bp_value_axis *axis, struct bp_canvas *canvas, double left,
                        double right)
{
    const struct bp_style *style = style_of(axis->pen);
    const struct bp_stroke grid = {style->rule_colour, style->rule, 0};
    for (int i = 0; i < axis->fit.ticks.n; i++) {
        double y = tick_place(axis, i);
        if (is_shown(&axis->fit, i))
            bp_canvas_line(canvas, &grid, (struct bp_spot){left, y}, (struct bp_spot){right, y});
    }
}

static double measure_name(const char *text, void *user)
{
    struct bp_pen *pen = user;
    return bp_pen_measure(pen, &style_of(pen)->type, text);
}

const struct bp_timeaxis *bp_time_axis_new(struct bp_timeaxis_wish wish, struct bp_pen *pen)
{
    wish.gap = PERIODS_APART;
    wish.april = true;
    wish.months = pen->look->short_months;
    wish.measure = measure_name;
    wish.user = pen;
    return bp_timeaxis_new(&wish, pen->arena);
}

void bp_time_axis_write(const struct bp_timeaxis *axis, struct bp_pen *pen,
                        struct bp_canvas *canvas, double top)
{
    const struct bp_type *type = &style_of(pen)->type;
    double line = bp_pen_leading(type), middle = bp_pen_middle(pen, type, line);
    for (size_t row = 0; row < G_N_ELEMENTS(axis->rows); row++)
        for (int i = 0; i < axis->rows[row].n; i++)
            bp_canvas_label(
                canvas, type, axis->rows[row].names[i].text,
                (struct bp_spot){axis->rows[row].names[i].left, top + (double)row * line + middle},
                BP_ALIGN_START);
}
