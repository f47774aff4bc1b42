/* SPDX-License-Identifier: MIT */
#include "chart/line.h"

#include <glib.h>
#include <math.h>

#include "metric/amount.h"
#include "chart/plot.h"

/* Points. */
#define USUAL_HEIGHT 170.0
#define MARK         5.0  /* a point, */
#define LAST_MARK    6.5  /* and the latest */
#define MARKS_APART  16.0 /* from mark to mark, at least */
#define LONG_DASH    6.0  /* a target */
#define SHORT_DASH   2.0  /* last year */

enum { MOST_ENDS = BP_CHART_MOST_GROUPS + 3 };

struct line {
    const struct bp_chart *chart;
    struct bp_pen *pen;
    struct bp_track tracks[BP_CHART_MOST_GROUPS];
    struct bp_track before; /* last year's */
    bool has_before, has_target, has_band;
    double band_low, band_high; /* of the baseline */
    struct bp_plot_end ends[MOST_ENDS];
    int n_ends;
    struct bp_plot plot;
};

static const char *label_of(const struct line *line, struct bp_period period)
{
    return bp_period_label(period, line->pen->look->short_months, line->pen->arena);
}

/* Series differ by the shape of their marks too. */
static struct bp_mark_look mark_of(const struct line *line, int index)
{
    static const enum bp_mark shapes[] = {BP_MARK_DISC, BP_MARK_SQUARE, BP_MARK_DIAMOND,
                                          BP_MARK_TRIANGLE};
    return (struct bp_mark_look){.shape = shapes[index],
                                 .size = LAST_MARK,
                                 .colour = bp_pen_series(line->pen, index)->type.colour};
}

static void add_end(struct line *line, int index, int slot, const char *words)
{
    const struct bp_track *track = &line->tracks[index];
    const struct bp_mark_look mark = mark_of(line, index);
    const struct bp_amount_form form = bp_amount_form(track->series);
    line->ends[line->n_ends++] = (struct bp_plot_end){
        .figure = bp_amount_print(&form, track->slots[slot].point->value, line->pen->arena),
        .words = words,
        .value = track->slots[slot].value,
        .slot = slot,
        .colour = mark.colour,
        .sign = {.kind = BP_KEY_MARK, .mark = mark},
    };
}

/* One series is told apart by its latest period, several by their names. */
static void add_ends(struct line *line)
{
    for (int i = 0; i < line->chart->n_series; i++) {
        const struct bp_track *track = &line->tracks[i];
        int last = bp_track_last(track);
        if (last < 0)
            continue;
        const char *words = line->chart->n_series > 1 ? track->series->title.text
                                                      : label_of(line, track->slots[last].period);
        add_end(line, i, last, words);
    }
}

static struct bp_stroke base_stroke(const struct line *line, double dash)
{
    const struct bp_style *base = bp_pen_style(line->pen, BP_STYLE_CHART_BASE);
    return (struct bp_stroke){base->rule_colour, 1.5 * base->rule, dash};
}

static void add_value_end(struct line *line, const char *wording, struct bp_decimal value, int slot,
                          double dash)
{
    const struct bp_amount_form form = bp_amount_form(line->tracks[0].series);
    const char *name = bp_look_literal(line->pen->look, wording);
    line->ends[line->n_ends++] = (struct bp_plot_end){
        .words = bp_arena_printf(line->pen->arena, "%s %s", name ? name : "",
                                 bp_amount_print(&form, value, line->pen->arena)),
        .value = bp_decimal_double(value),
        .slot = slot,
        .colour = bp_pen_style(line->pen, BP_STYLE_CHART_BASE)->rule_colour,
        .sign = {.kind = BP_KEY_LINE, .stroke = base_stroke(line, dash)},
    };
}

static void add_target(struct line *line, double *least, double *most)
{
    const struct bp_track *track = &line->tracks[0];
    const struct bp_series *series = track->series;
    const struct bp_step *latest = NULL;
    for (int i = 0; i < track->n_slots; i++) {
        const struct bp_step *step =
            bp_track_step(series->targets, series->n_targets, track->slots[i].period);
        if (!step)
            continue;
        latest = step;
        *least = MIN(*least, bp_decimal_double(step->value));
        *most = MAX(*most, bp_decimal_double(step->value));
    }
    line->has_target = latest != NULL;
    if (latest)
        add_value_end(line, "chart-target", latest->value, track->n_slots - 1, LONG_DASH);
}

static void add_before(struct line *line, double *least, double *most)
{
    line->before = bp_track_year_before(&line->tracks[0], line->pen->scratch);
    int last = bp_track_last(&line->before);
    line->has_before = last >= 0;
    if (!line->has_before)
        return;
    bp_track_extend(&line->before, least, most);
    add_value_end(line, "chart-last-year", line->before.slots[last].point->value, last, SHORT_DASH);
}

/* From the least to the most value of the baseline, whether or not its periods are shown. */
static void add_band(struct line *line, double *least, double *most)
{
    const struct bp_series *series = line->tracks[0].series;
    double low = G_MAXDOUBLE, high = -G_MAXDOUBLE;
    const char *words = bp_look_literal(line->pen->look, "chart-baseline");
    for (int i = 0; series->has_baseline && i < series->n_points; i++) {
        const struct bp_point *point = &series->points[i];
        if (point->state != BP_POINT_PRESENT || point->period.index < series->baseline_from.index ||
            point->period.index > series->baseline_until.index)
            continue;
        low = MIN(low, bp_decimal_double(point->value));
        high = MAX(high, bp_decimal_double(point->value));
    }
    line->has_band = low <= high;
    if (!line->has_band)
        return;
    line->band_low = low;
    line->band_high = high;
    *least = MIN(*least, low);
    *most = MAX(*most, high);
    line->ends[line->n_ends++] = (struct bp_plot_end){
        .words = words,
        .value = (low + high) / 2,
        .slot = line->tracks[0].n_slots - 1,
        .colour = bp_pen_style(line->pen, BP_STYLE_CHART_BASE)->rule_colour,
        .sign = {.kind = BP_KEY_FRAMED,
                 .colour = bp_pen_style(line->pen, BP_STYLE_CHART_BAND)->fill}};
}

/* From one marked slot to the next: each, or fewer where they would run together. */
static int marks_every(const struct line *line)
{
    return MAX((int)ceil(MARKS_APART / line->plot.step), 1);
}

/* The last, a lone and a provisional point are always marked. */
static void draw_marks(struct line *line, int index)
{
    const struct bp_track *track = &line->tracks[index];
    struct bp_mark_look look = mark_of(line, index);
    int last = bp_track_last(track), every = marks_every(line);
    bool sparse = line->chart->n_series > 1 || every == 1;
    for (int i = 0; i < track->n_slots; i++) {
        const struct bp_slot *slot = &track->slots[i];
        bool lone = slot->point && (i == 0 || !track->slots[i - 1].point) &&
                    (i + 1 == track->n_slots || !track->slots[i + 1].point);
        bool regular = sparse && (last - i + index) % every == 0; /* beside those of other lines */
        if (!slot->point || !(regular || lone || i == last || slot->point->provisional))
            continue;
        look.hollow = slot->point->provisional;
        look.size = i == last || look.hollow ? LAST_MARK : MARK;
        bp_canvas_mark(
            line->plot.canvas, &look,
            (struct bp_spot){bp_plot_x(&line->plot, i), bp_plot_y(&line->plot, slot->value)});
    }
}

static void draw_band(struct line *line)
{
    struct bp_plot *plot = &line->plot;
    bp_canvas_rectangle(plot->canvas, bp_pen_style(line->pen, BP_STYLE_CHART_BAND)->fill,
                        (struct bp_spot){plot->left, bp_plot_y(plot, line->band_high)},
                        (struct bp_spot){plot->right, bp_plot_y(plot, line->band_low)});
}

static void draw(struct line *line)
{
    const struct bp_stroke target = base_stroke(line, LONG_DASH);
    const struct bp_stroke before = base_stroke(line, SHORT_DASH);
    struct bp_plot *plot = &line->plot;
    if (line->has_band)
        draw_band(line);
    bp_plot_grid(plot);
    if (line->has_target)
        bp_plot_steps(plot, &target, bp_plot_target(plot, &line->tracks[0]), 0,
                      line->tracks[0].n_slots);
    if (line->has_before)
        bp_plot_line(plot, &before, &line->before);
    for (int i = line->chart->n_series - 1; i >= 0; i--) {
        const struct bp_style *style = bp_pen_series(line->pen, i);
        const struct bp_stroke stroke = {style->type.colour, style->rule, 0};
        bp_plot_line(plot, &stroke, &line->tracks[i]);
        draw_marks(line, i);
    }
}

struct bp_drawing *bp_line_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                struct bp_spot room)
{
    struct line line = {.chart = chart, .pen = pen};
    double least = G_MAXDOUBLE, most = -G_MAXDOUBLE;
    for (int i = 0; i < chart->n_series; i++) {
        line.tracks[i] = bp_track_new(chart, i, pen->scratch);
        bp_track_extend(&line.tracks[i], &least, &most);
    }
    if (least > most)
        return NULL;
    add_ends(&line);
    if (chart->n_series == 1 && chart->target)
        add_target(&line, &least, &most);
    if (chart->n_series == 1 && chart->compare == BP_CHART_LAST_YEAR)
        add_before(&line, &least, &most);
    if (chart->n_series == 1 && chart->compare == BP_CHART_BASELINE)
        add_band(&line, &least, &most);
    struct bp_plot_wish wish = {
        .track = &line.tracks[0],
        .least = least,
        .most = most,
        .ends = line.ends,
        .n_ends = line.n_ends,
        .events = chart->events,
        .n_events = chart->n_events,
        .room = room,
    };
    bp_plot_size(&wish, pen, chart->height, USUAL_HEIGHT);
    if (!bp_plot_begin(&line.plot, pen, &wish))
        return NULL;
    draw(&line);
    return bp_plot_end(&line.plot, chart->anchor);
}
