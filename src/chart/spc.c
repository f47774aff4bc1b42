/* SPDX-License-Identifier: MIT */
#include "chart/spc.h"

#include <glib.h>
#include <math.h>

#include "metric/amount.h"
#include "chart/control.h"
#include "chart/plot.h"

/* Points. */
#define USUAL_HEIGHT 190.0
#define MARK         4.5 /* a point with a common cause, */
#define SIGNAL_MARK  6.5 /* and one with a special cause */
#define LEAST_MARK   3.5 /* where they are close */
#define LIMIT_DASH   3.0
#define TARGET_DASH  8.0
#define TARGET       1.5 /* how much thicker it is than the others */

enum { MOST_ENDS = 5 };

struct spc {
    const struct bp_chart *chart;
    struct bp_pen *pen;
    struct bp_track track;
    const struct bp_spc *result;
    struct bp_plot_end ends[MOST_ENDS];
    int n_ends;
    struct bp_plot plot;
};

static enum bp_mark mark_of(enum bp_spc_kind kind)
{
    static const enum bp_mark marks[] = {[BP_SPC_COMMON] = BP_MARK_DISC,
                                         [BP_SPC_IMPROVEMENT] = BP_MARK_SQUARE,
                                         [BP_SPC_CONCERN] = BP_MARK_DIAMOND,
                                         [BP_SPC_NEUTRAL] = BP_MARK_TRIANGLE};
    return marks[kind];
}

static bp_colour colour_of(const struct spc *spc, enum bp_spc_kind kind)
{
    static const int series[] = {
        [BP_SPC_COMMON] = 0, [BP_SPC_IMPROVEMENT] = 1, [BP_SPC_NEUTRAL] = 4};
    if (kind == BP_SPC_CONCERN)
        return bp_pen_style(spc->pen, BP_STYLE_CHART_SIGNAL)->type.colour;
    return bp_pen_series(spc->pen, series[kind])->type.colour;
}

/* A computed line has one decimal more than the values are printed with. */
static const char *print(const struct spc *spc, double value, int more)
{
    struct bp_amount_form form = bp_amount_form(spc->track.series);
    form.decimals = MIN(form.decimals + more, BP_DECIMAL_MOST_SCALE);
    return bp_amount_print(&form, bp_amount_rounded(value, form.decimals), spc->pen->arena);
}

/* Of a line that belongs to the values: thin, or as thick as a target. */
static struct bp_stroke base_stroke(const struct spc *spc, double thick, double dash)
{
    const struct bp_style *base = bp_pen_style(spc->pen, BP_STYLE_CHART_BASE);
    return (struct bp_stroke){base->rule_colour, thick * base->rule, dash};
}

static void add_line_end(struct spc *spc, const char *wording, double value, int more,
                         struct bp_stroke stroke)
{
    const char *name = bp_look_literal(spc->pen->look, wording);
    spc->ends[spc->n_ends++] = (struct bp_plot_end){
        .words =
            bp_arena_printf(spc->pen->arena, "%s %s", name ? name : "", print(spc, value, more)),
        .value = value,
        .slot = spc->track.n_slots - 1,
        .colour = stroke.colour,
        .sign = {.kind = BP_KEY_LINE, .stroke = stroke},
    };
}

/* The latest value, the target, then the lines of the present segment. */
static void add_ends(struct spc *spc)
{
    const struct bp_track *track = &spc->track;
    int last = bp_track_last(track);
    enum bp_spc_kind kind = spc->result->points[last].kind;
    const struct bp_stroke limit = base_stroke(spc, 1, LIMIT_DASH);
    const struct bp_spc_point *end = &spc->result->points[track->n_slots - 1];
    const struct bp_step *target = bp_track_step(track->series->targets, track->series->n_targets,
                                                 track->slots[track->n_slots - 1].period);
    spc->ends[spc->n_ends++] = (struct bp_plot_end){
        .figure = print(spc, track->slots[last].value, 0),
        .words = bp_period_label(track->slots[last].period, spc->pen->look->short_months,
                                 spc->pen->arena),
        .value = track->slots[last].value,
        .slot = last,
        .colour = bp_pen_series(spc->pen, 0)->type.colour,
        .sign = {.kind = BP_KEY_MARK,
                 .mark = {mark_of(kind), SIGNAL_MARK, colour_of(spc, kind), false}},
    };
    if (spc->chart->target && target)
        add_line_end(spc, "chart-target", bp_decimal_double(target->value), 0,
                     base_stroke(spc, TARGET, TARGET_DASH));
    if (end->has_mean)
        add_line_end(spc, "chart-mean", end->mean, 1, base_stroke(spc, 1, 0));
    if (end->has_limits) {
        add_line_end(spc, "chart-upper-limit", end->upper, 1, limit);
        add_line_end(spc, "chart-lower-limit", end->lower, 1, limit);
    }
}

static void find_range(const struct spc *spc, double *least, double *most)
{
    bp_track_extend(&spc->track, least, most);
    for (int i = 0; i < spc->result->n_points; i++) {
        const struct bp_spc_point *point = &spc->result->points[i];
        if (point->has_mean) {
            *least = MIN(*least, point->mean);
            *most = MAX(*most, point->mean);
        }
        if (point->has_limits) {
            *least = MIN(*least, point->lower);
            *most = MAX(*most, point->upper);
        }
        const struct bp_step *target = bp_track_step(
            spc->track.series->targets, spc->track.series->n_targets, spc->track.slots[i].period);
        if (spc->chart->target && target) {
            *least = MIN(*least, bp_decimal_double(target->value));
            *most = MAX(*most, bp_decimal_double(target->value));
        }
    }
}

/* Where slot `i` of a segment begins or ends on the page. */
static double edge(const struct spc *spc, int slot, double side)
{
    double x = bp_plot_x(&spc->plot, slot) + side * spc->plot.step / 2;
    return CLAMP(x, spc->plot.left, spc->plot.right);
}

static void draw_band(struct spc *spc, const struct bp_spc_segment *segment)
{
    struct bp_plot *plot = &spc->plot;
    bp_colour fill = bp_pen_style(spc->pen, BP_STYLE_CHART_BAND)->fill;
    for (int i = segment->first, end; i <= segment->last; i = end) {
        const struct bp_spc_point *point = &spc->result->points[i];
        for (end = i + 1; end <= segment->last; end++) {
            const struct bp_spc_point *next = &spc->result->points[end];
            if (next->has_limits != point->has_limits || next->upper != point->upper ||
                next->lower != point->lower)
                break;
        }
        if (point->has_limits)
            bp_canvas_rectangle(
                plot->canvas, fill,
                (struct bp_spot){edge(spc, i, -1), bp_plot_y(plot, point->upper)},
                (struct bp_spot){edge(spc, end - 1, 1), bp_plot_y(plot, point->lower)});
    }
}

enum which { MEAN, UPPER, LOWER };

static void draw_limit(struct spc *spc, const struct bp_spc_segment *segment, enum which which)
{
    const struct bp_stroke stroke = base_stroke(spc, 1, which == MEAN ? 0 : LIMIT_DASH);
    int n = segment->last - segment->first + 1;
    double *values = bp_arena_new(spc->pen->scratch, (size_t)n * sizeof *values);
    for (int i = 0; i < n; i++) {
        const struct bp_spc_point *point = &spc->result->points[segment->first + i];
        bool there = which == MEAN ? point->has_mean : point->has_limits;
        double value = which == MEAN ? point->mean : which == UPPER ? point->upper : point->lower;
        values[i] = there ? value : NAN;
    }
    bp_plot_steps(&spc->plot, &stroke, values, segment->first, n);
}

/* Smaller where points are close. */
static double size_of(const struct spc *spc, bool signal)
{
    double step = spc->track.n_slots > 1 ? spc->plot.step : SIGNAL_MARK;
    return signal ? CLAMP(step * 1.1, LEAST_MARK, SIGNAL_MARK)
                  : CLAMP(step * 0.8, LEAST_MARK * 0.6, MARK);
}

static void draw_marks(struct spc *spc)
{
    struct bp_plot *plot = &spc->plot;
    for (int i = 0; i < spc->track.n_slots; i++) {
        const struct bp_slot *slot = &spc->track.slots[i];
        const struct bp_spc_point *point = &spc->result->points[i];
        if (!slot->point)
            continue;
        bool hollow = slot->point->ghost || slot->point->provisional;
        const struct bp_mark_look look = {mark_of(point->kind),
                                          size_of(spc, hollow || point->kind != BP_SPC_COMMON),
                                          colour_of(spc, point->kind), hollow};
        bp_canvas_mark(plot->canvas, &look,
                       (struct bp_spot){bp_plot_x(plot, i), bp_plot_y(plot, slot->value)});
    }
}

/* The values' line passes over ghosts, which are no part of it. */
static struct bp_track without_ghosts(const struct spc *spc)
{
    struct bp_track track = spc->track;
    struct bp_slot *slots =
        bp_arena_copy(spc->pen->scratch, track.slots, (size_t)track.n_slots, sizeof *slots);
    for (int i = 0; i < track.n_slots; i++)
        slots[i].passed = slots[i].point && slots[i].point->ghost;
    track.slots = slots;
    return track;
}

/* An upright line where limits are counted anew. */
static void draw_rebases(struct spc *spc)
{
    const struct bp_stroke stroke = base_stroke(spc, 1, 0);
    for (int i = 1; i < spc->result->n_segments; i++) {
        double x = edge(spc, spc->result->segments[i].first, -1);
        bp_canvas_line(spc->plot.canvas, &stroke, (struct bp_spot){x, spc->plot.top},
                       (struct bp_spot){x, spc->plot.foot});
    }
}

static void draw(struct spc *spc)
{
    const struct bp_style *style = bp_pen_series(spc->pen, 0);
    const struct bp_stroke target = base_stroke(spc, TARGET, TARGET_DASH);
    const struct bp_stroke stroke = {style->type.colour, style->rule, 0};
    const struct bp_track track = without_ghosts(spc);
    for (int i = 0; i < spc->result->n_segments; i++)
        draw_band(spc, &spc->result->segments[i]);
    bp_plot_grid(&spc->plot);
    for (int i = 0; i < spc->result->n_segments; i++)
        for (int which = MEAN; which <= LOWER; which++)
            draw_limit(spc, &spc->result->segments[i], (enum which)which);
    draw_rebases(spc);
    if (spc->chart->target)
        bp_plot_steps(&spc->plot, &target, bp_plot_target(&spc->plot, &spc->track), 0,
                      spc->track.n_slots);
    bp_plot_line(&spc->plot, &stroke, &track);
    draw_marks(spc);
}

struct bp_drawing *bp_spc_draw(const struct bp_chart *chart, struct bp_pen *pen,
                               struct bp_spot room)
{
    struct spc spc = {.chart = chart, .pen = pen, .track = bp_track_new(chart, 0, pen->scratch)};
    double least = G_MAXDOUBLE, most = -G_MAXDOUBLE;
    if (bp_track_last(&spc.track) < 0)
        return NULL;
    const struct bp_control control = bp_control_of_chart(chart, &spc.track, pen->scratch);
    spc.result = bp_control_shown(&control, &spc.track, pen->scratch);
    add_ends(&spc);
    find_range(&spc, &least, &most);
    struct bp_plot_wish wish = {
        .track = &spc.track,
        .least = least,
        .most = most,
        .ends = spc.ends,
        .n_ends = spc.n_ends,
        .events = chart->events,
        .n_events = chart->n_events,
        .room = room,
    };
    bp_plot_size(&wish, pen, chart->height, USUAL_HEIGHT);
    if (!bp_plot_begin(&spc.plot, pen, &wish))
        return NULL;
    draw(&spc);
    return bp_plot_end(&spc.plot, chart->anchor);
}
