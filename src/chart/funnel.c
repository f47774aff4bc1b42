/* SPDX-License-Identifier: MIT */
#include "chart/funnel.h"

#include <glib.h>
#include <math.h>

#include "chart/axis.h"
#include "chart/callout.h"
#include "chart/key.h"
#include "metric/funnel.h"

/* Points. */
#define USUAL_HEIGHT 230.0
#define LEAST_HEIGHT 150.0
#define TICK_APART   36.0 /* about, from one value to the next upwards, */
#define TICKS_APART  70.0 /* and to the right */
#define AXIS_GAP     6.0
#define NAMES_DROP   4.0
#define NAME_GAP     8.0 /* between two denominators */
#define KEY_GAP      6.0
#define MARK         5.0
#define OUT_MARK     7.5
#define RADIUS       5.0  /* that names keep clear of */
#define LONG_DASH    6.0  /* outer limits */
#define SHORT_DASH   2.0  /* inner ones */
#define HEADROOM     1.08 /* of the largest denominator */
#define LEAST_PLOT   60.0
#define ALL          100.0

#define MOST_LIST    160.0 /* height of the list of names that have no room */
#define LEAST_BESIDE 320.0 /* of the width, for the lines' names at their ends */
#define LEAD         3.0
#define TURNED       0.97 /* of how far a limit was from the overall rate */

enum { N_STEPS = 90, N_LINES = 3 };

struct funnel {
    const struct bp_chart *chart;
    const struct bp_funnel *data;
    struct bp_pen *pen;
    const struct bp_style *axis;
    struct bp_spot size;
    bool share;
    double factor; /* of a rate as it is printed */
    double most;   /* the largest denominator */
    struct bp_value_axis across, upwards;
    double left, right, top, foot;
    bool beside;                /* the lines are named at their ends */
    struct bp_key key;          /* first of them, unless they are, then of the marks */
    double key_height;          /* with what parts it from the plot */
    const char *names[N_LINES]; /* overall, inner and outer limits */
    struct bp_spot *spots;
    struct bp_callout *callouts;
    int *named; /* the point of each callout */
    int n_callouts;
    struct bp_key unnamed; /* those whose names have no room: numbers, explained below */
    double list;
    struct bp_canvas *canvas;
};

static double leading(const struct funnel *funnel)
{
    return bp_pen_leading(&funnel->axis->type);
}

static double limit(const struct funnel *funnel, int which, double denominator)
{
    return funnel->factor * bp_funnel_limit((enum bp_funnel_limit)which, funnel->share,
                                            funnel->data->overall, denominator);
}

/* The values hold all points, and the outer limits where half of the largest denominator is. */
static void set_axes(struct funnel *funnel)
{
    double least = limit(funnel, BP_FUNNEL_OUTER_LOWER, ceil(funnel->most / 4));
    double most = limit(funnel, BP_FUNNEL_OUTER_UPPER, ceil(funnel->most / 4));
    double height = funnel->foot - funnel->top;
    for (int i = 0; i < funnel->data->n_points; i++) {
        least = MIN(least, funnel->data->points[i].rate * funnel->factor);
        most = MAX(most, funnel->data->points[i].rate * funnel->factor);
    }
    const struct bp_axis_wish upwards = {
        .least = least, .most = most, .wanted = CLAMP((int)(height / TICK_APART) + 1, 2, 8)};
    funnel->upwards = (struct bp_value_axis){
        .pen = funnel->pen, .unit = funnel->share ? "%" : NULL, .fit = bp_axis_fit(&upwards)};
    struct bp_axis *fit = &funnel->upwards.fit;
    fit->low = MAX(fit->low, MIN(0, least));
    if (funnel->share)
        fit->high = MIN(fit->high, MAX(ALL, most));
    funnel->across = (struct bp_value_axis){.pen = funnel->pen};
    funnel->across.fit.high = funnel->most * HEADROOM;
}

/* As many ticks as their words have room for, from zero on. */
static void set_across(struct funnel *funnel)
{
    double room = funnel->right - funnel->left;
    for (int wanted = MAX((int)(room / TICKS_APART) + 1, 2); wanted >= 2; wanted--) {
        struct bp_ticks *ticks = &funnel->across.fit.ticks;
        double widest = 0;
        *ticks = bp_ticks_extended(0, funnel->most, wanted, false);
        for (int i = 0; i < ticks->n; i++)
            widest = MAX(widest, bp_value_axis_label_width(&funnel->across, i));
        if (widest + NAME_GAP <= ticks->step / funnel->across.fit.high * room)
            return;
    }
}

static struct bp_stroke line_stroke(const struct funnel *funnel, int line)
{
    static const double dashes[N_LINES] = {0, SHORT_DASH, LONG_DASH};
    const struct bp_style *base = bp_pen_style(funnel->pen, BP_STYLE_CHART_BASE);
    return (struct bp_stroke){base->rule_colour, 1.5 * base->rule, dashes[line]};
}

static void set_names_of_lines(struct funnel *funnel)
{
    const struct bp_look *look = funnel->pen->look;
    const char *overall = bp_look_literal(look, "chart-overall");
    funnel->names[0] =
        bp_arena_printf(funnel->pen->arena, "%s %s", overall ? overall : "", funnel->chart->latest);
    funnel->names[1] = bp_look_literal(look, "chart-inner-limits");
    funnel->names[2] = bp_look_literal(look, "chart-outer-limits");
    funnel->beside = funnel->size.x >= LEAST_BESIDE;
}

static void set_key(struct funnel *funnel)
{
    const struct bp_look *look = funnel->pen->look;
    const struct bp_mark_look near = {BP_MARK_TRIANGLE, OUT_MARK,
                                      bp_pen_series(funnel->pen, 0)->type.colour, false};
    const struct bp_mark_look beyond = {
        BP_MARK_DIAMOND, OUT_MARK, bp_pen_style(funnel->pen, BP_STYLE_CHART_SIGNAL)->type.colour,
        false};
    funnel->key = bp_key_new(funnel->pen, funnel->size.x, KEY_GAP);
    for (int i = 0; i < N_LINES && !funnel->beside; i++)
        bp_key_add(&funnel->key, (struct bp_key_sign){.kind = BP_KEY_LINE,
                                                      .words = funnel->names[i],
                                                      .stroke = line_stroke(funnel, i)});
    if (funnel->chart->n_near > 0)
        bp_key_add(&funnel->key, (struct bp_key_sign){.kind = BP_KEY_MARK,
                                                      .words = bp_look_literal(look, "chart-near"),
                                                      .mark = near});
    if (funnel->chart->n_beyond > 0)
        bp_key_add(&funnel->key,
                   (struct bp_key_sign){.kind = BP_KEY_MARK,
                                        .words = bp_look_literal(look, "chart-beyond"),
                                        .mark = beyond});
    funnel->key_height = bp_key_height(&funnel->key);
}

/* What the widest of the lines' names takes beside the plot. */
static double names_width(struct funnel *funnel)
{
    double width = 0;
    for (int i = 0; i < N_LINES && funnel->beside; i++)
        if (funnel->names[i])
            width = MAX(width, bp_pen_measure(funnel->pen, &funnel->axis->type, funnel->names[i]));
    return width > 0 ? width + AXIS_GAP : 0;
}

static bool set_out(struct funnel *funnel)
{
    funnel->top = funnel->key_height + leading(funnel) / 2;
    funnel->foot = funnel->size.y - NAMES_DROP - 2 * leading(funnel) - funnel->list;
    if (funnel->foot - funnel->top < LEAST_PLOT)
        return false;
    set_axes(funnel);
    funnel->left = bp_value_axis_width(&funnel->upwards) + AXIS_GAP;
    funnel->right = funnel->size.x - names_width(funnel);
    if (funnel->right - funnel->left < LEAST_PLOT)
        return false;
    set_across(funnel);
    funnel->across.scale =
        (struct bp_scale){0, funnel->across.fit.high, funnel->left, funnel->right};
    funnel->upwards.scale = (struct bp_scale){funnel->upwards.fit.low, funnel->upwards.fit.high,
                                              funnel->foot, funnel->top};
    for (int i = 0; i < funnel->data->n_points; i++) {
        const struct bp_funnel_point *point = &funnel->data->points[i];
        funnel->spots[i] = (struct bp_spot){
            bp_value_axis_place(&funnel->across, bp_decimal_double(point->denominator)),
            bp_value_axis_place(&funnel->upwards, point->rate * funnel->factor)};
    }
    return true;
}

/* Points outside the limits, those outside the outer ones first. */
static void find_callouts(struct funnel *funnel)
{
    funnel->n_callouts = 0;
    for (int far = 1; far >= 0; far--)
        for (int i = 0; i < funnel->data->n_points; i++) {
            enum bp_funnel_side side = funnel->data->points[i].side;
            if (side == BP_FUNNEL_INSIDE || (side >= BP_FUNNEL_FAR_ABOVE) != far)
                continue;
            funnel->named[funnel->n_callouts] = i;
            funnel->callouts[funnel->n_callouts++] = (struct bp_callout){
                .at = funnel->spots[i], .words = funnel->data->points[i].label.text};
        }
}

static struct bp_callout_field field_of(const struct funnel *funnel)
{
    return (struct bp_callout_field){{funnel->left + 1, funnel->top - leading(funnel) / 2},
                                     {funnel->right, funnel->foot - 1},
                                     funnel->spots,
                                     funnel->data->n_points,
                                     RADIUS,
                                     &bp_pen_style(funnel->pen, BP_STYLE_CHART_VALUE)->type};
}

/* Names that have no room at their points become numbers, which a list below the plot explains. */
static void number_unplaced(struct funnel *funnel)
{
    for (int i = 0; i < funnel->n_callouts; i++) {
        struct bp_callout *callout = &funnel->callouts[i];
        if (callout->placed)
            continue;
        callout->words = bp_arena_printf(funnel->pen->arena, "%d", funnel->unnamed.n + 1);
        bp_key_add(&funnel->unnamed, (struct bp_key_sign){
                                         .kind = BP_KEY_FRAMED,
                                         .words = funnel->data->points[funnel->named[i]].label.text,
                                         .colour = BP_CANVAS_PAPER,
                                         .inside = callout->words,
                                     });
    }
}

/* Where the height that is asked for leaves no plot, what stands `around` it is added. */
static bool set_out_within(struct funnel *funnel, struct bp_spot room, double around)
{
    if (set_out(funnel))
        return true;
    funnel->size.y = MIN(funnel->size.y + around, room.y);
    return set_out(funnel);
}

/* A number that the list doesn't explain says nothing. The last in number are the least outside. */
static void drop_unlisted(struct funnel *funnel)
{
    int n = 0, numbers = 0;
    for (int i = 0; i < funnel->n_callouts; i++) {
        if (!funnel->callouts[i].placed && ++numbers > funnel->unnamed.n)
            continue;
        funnel->named[n] = funnel->named[i];
        funnel->callouts[n++] = funnel->callouts[i];
    }
    funnel->n_callouts = n;
}

/* The list takes from the plot's height, or is added to it where that was not asked for. */
static bool set_names(struct funnel *funnel, struct bp_spot room)
{
    find_callouts(funnel);
    struct bp_callout_field field = field_of(funnel);
    bp_callouts_place(funnel->callouts, funnel->n_callouts, &field, funnel->pen);
    number_unplaced(funnel);
    if (funnel->unnamed.n == 0)
        return true;
    while (bp_key_height(&funnel->unnamed) > MOST_LIST) /* the data table has all */
        funnel->unnamed.n--;
    funnel->list = bp_key_height(&funnel->unnamed);
    if (funnel->chart->height <= 0)
        funnel->size.y = MIN(funnel->size.y + funnel->list, room.y);
    if (!set_out_within(funnel, room, funnel->list))
        return false;
    drop_unlisted(funnel);
    for (int i = 0; i < funnel->n_callouts; i++)
        funnel->callouts[i].at = funnel->spots[funnel->named[i]];
    field = field_of(funnel);
    bp_callouts_place(funnel->callouts, funnel->n_callouts, &field, funnel->pen);
    return true;
}

static void draw_across(struct funnel *funnel)
{
    const struct bp_type *type = &funnel->axis->type;
    const struct bp_stroke grid = {funnel->axis->rule_colour, funnel->axis->rule, 0};
    const struct bp_ticks *ticks = &funnel->across.fit.ticks;
    const char *title = funnel->chart->heads[BP_FUNNEL_DENOMINATOR];
    double line = leading(funnel), y = funnel->foot + NAMES_DROP;
    double baseline = y + bp_pen_middle(funnel->pen, type, line);
    for (int i = 0; i < ticks->n; i++) {
        double x = bp_value_axis_place(&funnel->across, bp_ticks_value(ticks, i));
        double half = bp_value_axis_label_width(&funnel->across, i) / 2;
        if (x > funnel->right + 0.01)
            continue;
        bp_canvas_line(funnel->canvas, &grid, (struct bp_spot){x, funnel->foot},
                       (struct bp_spot){x, funnel->foot + NAMES_DROP - 1});
        bp_canvas_label(funnel->canvas, type, bp_value_axis_label(&funnel->across, i),
                        (struct bp_spot){MIN(x, funnel->size.x - half), baseline}, BP_ALIGN_CENTRE);
    }
    bp_canvas_line(funnel->canvas, &grid, (struct bp_spot){funnel->left, funnel->foot},
                   (struct bp_spot){funnel->right, funnel->foot});
    if (title)
        bp_canvas_label(funnel->canvas, type, title,
                        (struct bp_spot){funnel->right, baseline + line}, BP_ALIGN_END);
}

/* From the largest denominator down to where it leaves the plot, or turns back to the overall rate:
 * of so few even the most that can happen is within chance. More densely where it bends. */
static void draw_limit(struct funnel *funnel, int which, int line)
{
    const struct bp_stroke stroke = line_stroke(funnel, line);
    struct bp_spot spots[N_STEPS];
    double before = G_MAXDOUBLE, away = 0;
    int n = 0;
    for (int i = N_STEPS; i >= 1; i--) {
        double part = (double)i / N_STEPS;
        double denominator = floor(funnel->across.fit.high * part * part);
        if (denominator < 1 || denominator >= before)
            continue;
        double value = limit(funnel, which, denominator);
        double distance = fabs(value - funnel->data->overall * funnel->factor);
        if (value <= funnel->upwards.fit.low || value >= funnel->upwards.fit.high ||
            distance < away * TURNED)
            break;
        before = denominator;
        away = MAX(away, distance);
        spots[n++] = (struct bp_spot){bp_value_axis_place(&funnel->across, denominator),
                                      bp_value_axis_place(&funnel->upwards, value)};
    }
    bp_canvas_path(funnel->canvas, &stroke, spots, n);
}

/* Of the upper limits: their lower ones have the same dashes. */
static void draw_names(struct funnel *funnel)
{
    static const int limits[N_LINES] = {0, BP_FUNNEL_INNER_UPPER, BP_FUNNEL_OUTER_UPPER};
    const struct bp_style *base = bp_pen_style(funnel->pen, BP_STYLE_CHART_BASE);
    const struct bp_stroke lead = {base->rule_colour, base->rule, 0};
    const struct bp_type *type = &funnel->axis->type;
    double line = leading(funnel), ends[N_LINES];
    struct bp_beside labels[N_LINES];
    for (int i = 0; i < N_LINES; i++) {
        double value = i == 0 ? funnel->data->overall * funnel->factor
                              : limit(funnel, limits[i], floor(funnel->across.fit.high));
        ends[i] = CLAMP(bp_value_axis_place(&funnel->upwards, value), funnel->top, funnel->foot);
        labels[i] = (struct bp_beside){ends[i], line, 0};
    }
    if (!bp_beside_spread(labels, N_LINES, funnel->top - line / 2, funnel->foot, 0))
        return;
    for (int i = 0; i < N_LINES; i++) {
        double y = labels[i].centre - line / 2 + bp_pen_middle(funnel->pen, type, line);
        if (funnel->names[i])
            bp_canvas_label(funnel->canvas, type, funnel->names[i],
                            (struct bp_spot){funnel->right + AXIS_GAP, y}, BP_ALIGN_START);
        if (fabs(labels[i].centre - ends[i]) > LEAD)
            bp_canvas_line(funnel->canvas, &lead, (struct bp_spot){funnel->right + 1, ends[i]},
                           (struct bp_spot){funnel->right + AXIS_GAP - 1, labels[i].centre});
    }
}

static void draw_lines(struct funnel *funnel)
{
    const struct bp_stroke stroke = line_stroke(funnel, 0);
    double y = bp_value_axis_place(&funnel->upwards, funnel->data->overall * funnel->factor);
    bp_canvas_line(funnel->canvas, &stroke, (struct bp_spot){funnel->left, y},
                   (struct bp_spot){funnel->right, y});
    for (int i = 0; i < BP_FUNNEL_N_LIMITS; i++) {
        bool inner = i == BP_FUNNEL_INNER_LOWER || i == BP_FUNNEL_INNER_UPPER;
        draw_limit(funnel, i, inner ? 1 : 2);
    }
}

static void draw_points(struct funnel *funnel)
{
    const bp_colour signal = bp_pen_style(funnel->pen, BP_STYLE_CHART_SIGNAL)->type.colour;
    const bp_colour dark = bp_pen_series(funnel->pen, 0)->type.colour;
    const struct bp_mark_look looks[] = {{BP_MARK_DISC, MARK, dark, false},
                                         {BP_MARK_TRIANGLE, OUT_MARK, dark, false},
                                         {BP_MARK_DIAMOND, OUT_MARK, signal, false}};
    for (int kind = 0; kind < 3; kind++)
        for (int i = 0; i < funnel->data->n_points; i++) {
            enum bp_funnel_side side = funnel->data->points[i].side;
            int its = side == BP_FUNNEL_INSIDE ? 0 : side >= BP_FUNNEL_FAR_ABOVE ? 2 : 1;
            if (its == kind)
                bp_canvas_mark(funnel->canvas, &looks[kind], funnel->spots[i]);
        }
}

static void draw(struct funnel *funnel)
{
    const struct bp_callout_field field = field_of(funnel);
    bp_key_draw(&funnel->key, funnel->canvas, 0);
    bp_value_axis_grid(&funnel->upwards, funnel->canvas, funnel->left, funnel->right);
    bp_value_axis_write_beside(&funnel->upwards, funnel->canvas, funnel->left - AXIS_GAP);
    draw_across(funnel);
    draw_lines(funnel);
    if (funnel->beside)
        draw_names(funnel);
    bp_callouts_draw(funnel->canvas, funnel->callouts, funnel->n_callouts, &field, funnel->pen);
    draw_points(funnel);
    bp_key_draw(&funnel->unnamed, funnel->canvas, funnel->size.y - funnel->list + KEY_GAP);
}

struct bp_drawing *bp_funnel_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                  struct bp_spot room)
{
    size_t n = (size_t)chart->funnel->n_points;
    struct funnel funnel = {.chart = chart,
                            .data = chart->funnel,
                            .pen = pen,
                            .axis = bp_pen_style(pen, BP_STYLE_CHART_AXIS),
                            .share = chart->funnel->per == 0,
                            .factor = chart->funnel->per == 0 ? ALL : chart->funnel->per};
    double height = chart->height > 0 ? MAX(chart->height, LEAST_HEIGHT) : USUAL_HEIGHT;
    height *= bp_pen_scale(pen);
    funnel.size = (struct bp_spot){room.x, height};
    for (size_t i = 0; i < n; i++)
        funnel.most = MAX(funnel.most, bp_decimal_double(chart->funnel->points[i].denominator));
    if (n == 0)
        return NULL;
    funnel.spots = bp_arena_new(pen->scratch, n * sizeof *funnel.spots);
    funnel.callouts = bp_arena_new(pen->scratch, n * sizeof *funnel.callouts);
    funnel.named = bp_arena_new(pen->scratch, n * sizeof *funnel.named);
    funnel.unnamed = bp_key_new(pen, room.x, KEY_GAP);
    set_names_of_lines(&funnel);
    set_key(&funnel);
    if (chart->height <= 0)
        funnel.size.y += funnel.key_height;
    funnel.size.y = MIN(funnel.size.y, room.y);
    if (!set_out_within(&funnel, room, funnel.key_height) || !set_names(&funnel, room))
        return NULL;
    funnel.canvas = bp_canvas_create(pen, funnel.size.x, funnel.size.y);
    if (!funnel.canvas)
        return NULL;
    draw(&funnel);
    return bp_canvas_finish(funnel.canvas, chart->anchor);
}
