/* SPDX-License-Identifier: MIT */
#include "chart/slope.h"

#include <glib.h>
#include <math.h>

#include "chart/scale.h"

/* Points. */
#define USUAL_HEIGHT 170.0
#define HEAD_GAP     6.0 /* from the groups' names to the plot */
#define GAP          6.0 /* from a line's end to its label, */
#define LEAD         2.0 /* and from what leads there to both */
#define APART        2.0 /* between two labels */
#define MARK         5.0
#define WORDS_PART   0.36 /* of the width that the names may take */
#define LEAST_PLOT   30.0
#define NAMED_PLOT   0.4 /* of the width, where names stand at both ends */
#define SLACK        0.01

/* One end of a line. */
struct end {
    struct bp_pen_lines words; /* its name */
    const char *figure;
    double value;
};

struct slope {
    const struct bp_chart *chart;
    struct bp_pen *pen;
    const struct bp_type *word;
    const struct bp_type *value;
    int *bars; /* those with two values: n of them */
    int n;
    struct end *ends[2];
    struct bp_beside *labels[2];
    double figures[2]; /* width of the widest figure of each side */
    double words;      /* and of the widest name */
    bool named;        /* names stand at the right ends too */
    double x[2];       /* where the lines begin and end */
    double width, height, top;
    struct bp_scale scale;
    struct bp_canvas *canvas;
};

static double leading(const struct slope *slope)
{
    return MAX(bp_pen_leading(slope->word), bp_pen_leading(slope->value));
}

static void find_bars(struct slope *slope)
{
    const struct bp_chart *chart = slope->chart;
    size_t most = (size_t)MAX(chart->n_bars, 1);
    slope->bars = bp_arena_new(slope->pen->scratch, most * sizeof *slope->bars);
    for (int i = 0; i < chart->n_bars; i++)
        if (chart->bars[i].there[0] && chart->bars[i].there[1])
            slope->bars[slope->n++] = i;
    for (int side = 0; side < 2; side++) {
        slope->ends[side] = bp_arena_new(slope->pen->scratch, most * sizeof *slope->ends[side]);
        slope->labels[side] = bp_arena_new(slope->pen->scratch, most * sizeof *slope->labels[side]);
    }
}

static void measure_ends(struct slope *slope)
{
    double most = slope->width * WORDS_PART;
    for (int i = 0; i < slope->n; i++) {
        int bar = slope->bars[i];
        for (int side = 0; side < 2; side++) {
            struct end *end = &slope->ends[side][i];
            end->figure = slope->chart->rows[bar].values[side];
            end->value = bp_decimal_double(slope->chart->bars[bar].values[side]);
            slope->figures[side] =
                MAX(slope->figures[side], bp_pen_measure(slope->pen, slope->value, end->figure));
        }
        const struct bp_pen_lines words =
            bp_pen_wrap(slope->pen, slope->word, slope->chart->bars[bar].label.text, most + SLACK);
        slope->ends[0][i].words = slope->ends[1][i].words = words;
        slope->words = MAX(slope->words, words.width);
    }
}

/* Where the lines begin and end: names stand at both ends where they leave room for the lines. */
static void set_sides(struct slope *slope)
{
    slope->x[0] = slope->words + GAP + slope->figures[0] + GAP;
    slope->x[1] = slope->width - slope->figures[1] - GAP;
    double named = slope->x[1] - GAP - slope->words;
    slope->named = named - slope->x[0] >= NAMED_PLOT * slope->width;
    if (slope->named)
        slope->x[1] = named;
}

/* All names of a side stand clear of each other, or the chart grows. */
static double needed_height(const struct slope *slope)
{
    double height = slope->top;
    for (int i = 0; i < slope->n; i++)
        height += MAX(slope->ends[0][i].words.n_lines, 1) * leading(slope) + APART;
    return height;
}

static bool set_out(struct slope *slope, struct bp_spot room)
{
    double least = G_MAXDOUBLE, most = -G_MAXDOUBLE;
    slope->width = room.x;
    measure_ends(slope);
    for (int side = 0; side < 2; side++)
        for (int i = 0; i < slope->n; i++) {
            least = MIN(least, slope->ends[side][i].value);
            most = MAX(most, slope->ends[side][i].value);
        }
    set_sides(slope);
    slope->top = leading(slope) + HEAD_GAP;
    double wanted =
        (slope->chart->height > 0 ? slope->chart->height : USUAL_HEIGHT) * bp_pen_scale(slope->pen);
    slope->height = MAX(wanted, needed_height(slope));
    double edge = leading(slope) / 2;
    if (most <= least)
        most = least + 1;
    slope->scale = (struct bp_scale){least, most, slope->height - edge, slope->top + edge};
    return slope->height <= room.y && slope->x[1] - slope->x[0] >= LEAST_PLOT;
}

static bool place_labels(struct slope *slope)
{
    bool good = true;
    for (int side = 0; side < 2; side++) {
        for (int i = 0; i < slope->n; i++) {
            const struct end *end = &slope->ends[side][i];
            int n_lines = side == 0 || slope->named ? end->words.n_lines : 1;
            double size = MAX(n_lines, 1) * leading(slope);
            slope->labels[side][i] =
                (struct bp_beside){bp_scale_place(&slope->scale, end->value), size, 0};
        }
        good = good && bp_beside_spread(slope->labels[side], slope->n, slope->top, slope->height,
                                        APART / 2);
    }
    return good;
}

static double baseline(const struct slope *slope, const struct bp_type *type, double centre)
{
    double line = leading(slope);
    return centre - line / 2 + bp_pen_middle(slope->pen, type, line);
}

/* From a line's end to its label, where that was moved away from it. */
static void draw_lead(struct slope *slope, int side, int index)
{
    const struct bp_style *base = bp_pen_style(slope->pen, BP_STYLE_CHART_BASE);
    const struct bp_stroke stroke = {base->rule_colour, base->rule, 0};
    double y = bp_scale_place(&slope->scale, slope->ends[side][index].value);
    double away = side == 0 ? -1 : 1, centre = slope->labels[side][index].centre;
    if (fabs(centre - y) > LEAD)
        bp_canvas_line(slope->canvas, &stroke, (struct bp_spot){slope->x[side] + away * LEAD, y},
                       (struct bp_spot){slope->x[side] + away * (GAP - LEAD / 2), centre});
}

static void draw_name(struct slope *slope, int side, int index)
{
    const struct bp_pen_lines *words = &slope->ends[side][index].words;
    double centre = slope->labels[side][index].centre, line = leading(slope);
    double x = side == 0 ? 0 : slope->x[1] + GAP + slope->figures[1] + GAP;
    for (int i = 0; i < words->n_lines; i++) {
        double middle = centre + (i - (words->n_lines - 1) / 2.0) * line;
        bp_canvas_label(slope->canvas, slope->word, words->lines[i],
                        (struct bp_spot){x, baseline(slope, slope->word, middle)}, BP_ALIGN_START);
    }
}

static void draw_labels(struct slope *slope, int index)
{
    for (int side = 0; side < 2; side++) {
        if (side == 0 || slope->named)
            draw_name(slope, side, index);
        double x = slope->x[side] + (side == 0 ? -GAP : GAP);
        bp_canvas_label(
            slope->canvas, slope->value, slope->ends[side][index].figure,
            (struct bp_spot){x, baseline(slope, slope->value, slope->labels[side][index].centre)},
            side == 0 ? BP_ALIGN_END : BP_ALIGN_START);
        draw_lead(slope, side, index);
    }
}

static void draw_line(struct slope *slope, int index)
{
    const struct bp_style *style = bp_pen_series(slope->pen, 0);
    const struct bp_stroke stroke = {style->type.colour, style->rule, 0};
    const struct bp_mark_look mark = {BP_MARK_DISC, MARK, style->type.colour, false};
    struct bp_spot spots[2];
    for (int side = 0; side < 2; side++)
        spots[side] = (struct bp_spot){
            slope->x[side], bp_scale_place(&slope->scale, slope->ends[side][index].value)};
    bp_canvas_path(slope->canvas, &stroke, spots, 2);
    for (int side = 0; side < 2; side++)
        bp_canvas_mark(slope->canvas, &mark, spots[side]);
}

/* The groups' names over the two ends. */
static void draw_heads(struct slope *slope)
{
    const struct bp_style *axis = bp_pen_style(slope->pen, BP_STYLE_CHART_AXIS);
    const struct bp_stroke grid = {axis->rule_colour, axis->rule, 0};
    double y = bp_pen_middle(slope->pen, &axis->type, leading(slope));
    for (int side = 0; side < 2; side++) {
        const char *name = slope->chart->groups[side].text;
        double width = bp_pen_measure(slope->pen, &axis->type, name);
        bool start = side == 1 && width <= slope->width - slope->x[1];
        double x = side == 0 || start ? slope->x[side] : slope->width;
        bp_canvas_line(slope->canvas, &grid, (struct bp_spot){slope->x[side], slope->top},
                       (struct bp_spot){slope->x[side], slope->height});
        bp_canvas_label(slope->canvas, &axis->type, name, (struct bp_spot){x, y},
                        start ? BP_ALIGN_START : BP_ALIGN_END);
    }
}

struct bp_drawing *bp_slope_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                 struct bp_spot room)
{
    struct slope slope = {.chart = chart,
                          .pen = pen,
                          .word = &bp_pen_style(pen, BP_STYLE_CHART_LABEL)->type,
                          .value = &bp_pen_style(pen, BP_STYLE_CHART_VALUE)->type};
    find_bars(&slope);
    if (slope.n == 0 || !set_out(&slope, room) || !place_labels(&slope))
        return NULL;
    slope.canvas = bp_canvas_create(pen, slope.width, slope.height);
    if (!slope.canvas)
        return NULL;
    draw_heads(&slope);
    for (int i = 0; i < slope.n; i++)
        draw_line(&slope, i);
    for (int i = 0; i < slope.n; i++)
        draw_labels(&slope, i);
    return bp_canvas_finish(slope.canvas, chart->anchor);
}
