/* SPDX-License-Identifier: MIT */
#include "chart/dots.h"

#include <glib.h>
#include <math.h>

#include "chart/axis.h"
#include "chart/key.h"
#include "chart/part.h"
#include "chart/span.h"

/* A mark, of the words' size; and of a mark, from it to one that hides it, at most, and how far it
 * then stands below it. */
#define MARK   0.8
#define HIDDEN 0.45
#define PEEP   0.8

/* Points. */
#define GAP        7.0   /* between rows, */
#define LEAST_GAP  2.0   /* and where room is short */
#define KEY_GAP    9.0   /* below the key */
#define NARROW     260.0 /* below it the words stand above the marks */
#define WORDS_PART 0.4   /* of the width that the words may take beside the marks, */
#define WORDS_GAP  10.0  /* and from them to the marks */
#define VALUE_GAP  4.0   /* from a mark to its value */
#define BETWEEN    2.0   /* thickness of the stroke between marks */
#define LEAST_PLOT 60.0  /* of the width, beside words, */
#define LEAST_SPAN 12.0  /* and where nothing can be done */
#define NAMES_DROP 4.0   /* from the plot to the axis' words */
#define TICK_APART 55.0  /* from one tick to the next, about */
#define SLACK      0.01

/* A row: its outermost marks, and what is said of them. */
struct dots_row {
    struct bp_pen_lines words;
    int least, most; /* groups; -1: the row has no value */
    double height;
    double y; /* of the marks */
};

struct dots {
    const struct bp_chart *chart;
    struct bp_pen *pen;
    const struct bp_type *word;
    const struct bp_type *value;
    const struct bp_style *axis_style;
    struct dots_row *rows;
    struct bp_part part; /* what is drawn of them */
    struct bp_value_axis axis;
    bool above;
    double width, height, room;
    struct bp_key key;
    double head, gap;
    double start; /* left edge of the plot and of the values in it */
    double top, foot;
    struct bp_canvas *canvas;
};

static int n_groups(const struct dots *dots)
{
    return MAX(dots->chart->n_groups, 1);
}

static double mark_size(const struct dots *dots)
{
    return MARK * dots->word->size;
}

static double value_of(const struct dots *dots, int row, int group)
{
    return bp_decimal_double(dots->chart->bars[row].values[group]);
}

/* The first group's figures are the ones that stand out. */
static const struct bp_type *figure_type(const struct dots *dots, int group)
{
    return group == 0 ? dots->value : dots->word;
}

static double figure_width(struct dots *dots, int row, int group)
{
    const char *figure = dots->chart->rows[row].values[group];
    return mark_size(dots) / 2 + VALUE_GAP +
           bp_pen_measure(dots->pen, figure_type(dots, group), figure);
}

/* False when there is no value at all. */
static bool find_values(struct dots *dots, struct bp_axis_wish *wish)
{
    wish->least = G_MAXDOUBLE;
    wish->most = -G_MAXDOUBLE;
    wish->whole = true;
    for (int i = 0; i < dots->chart->n_bars; i++) {
        struct dots_row *row = &dots->rows[i];
        row->least = row->most = -1;
        for (int k = 0; k < n_groups(dots); k++) {
            if (!dots->chart->bars[i].there[k])
                continue;
            double value = value_of(dots, i, k);
            wish->whole = wish->whole && fmod(value, 1) == 0;
            row->least = row->least >= 0 && value_of(dots, i, row->least) <= value ? row->least : k;
            row->most = row->most >= 0 && value_of(dots, i, row->most) >= value ? row->most : k;
            wish->least = MIN(wish->least, value);
            wish->most = MAX(wish->most, value);
        }
    }
    return wish->least <= wish->most;
}

static double place(const struct dots *dots, double value)
{
    return bp_value_axis_place(&dots->axis, value);
}

/* Gives figures and ticks their room; false when that leaves hardly any to the marks. */
static bool set_scale(struct dots *dots)
{
    struct bp_span span = bp_span_new(dots->pen->scratch);
    double low = dots->axis.fit.low, high = dots->axis.fit.high;
    for (int i = 0; i < dots->axis.fit.ticks.n; i++) {
        double at = (bp_ticks_value(&dots->axis.fit.ticks, i) - low) / (high - low);
        double half = MAX(bp_value_axis_label_width(&dots->axis, i), mark_size(dots)) / 2;
        bp_span_add(&span, at, half, half);
    }
    for (int i = 0; i < dots->chart->n_bars; i++) {
        const struct dots_row *row = &dots->rows[i];
        if (row->most < 0)
            continue;
        bp_span_add(&span, (value_of(dots, i, row->most) - low) / (high - low), 0,
                    figure_width(dots, i, row->most));
        if (value_of(dots, i, row->least) < value_of(dots, i, row->most))
            bp_span_add(&span, (value_of(dots, i, row->least) - low) / (high - low),
                        figure_width(dots, i, row->least), 0);
    }
    double from, to;
    bp_span_fit(&span, dots->start, dots->width, LEAST_SPAN, &from, &to);
    dots->axis.scale = (struct bp_scale){low, high, from, to};
    return to - from >= LEAST_PLOT;
}

static bool set_axis(struct dots *dots, struct bp_axis_wish *wish)
{
    bool good = false;
    for (wish->wanted = MAX((int)((dots->width - dots->start) / TICK_APART), 2); wish->wanted >= 2;
         wish->wanted--) {
        dots->axis = (struct bp_value_axis){
            .pen = dots->pen, .unit = dots->chart->unit.text, .fit = bp_axis_fit(wish)};
        good = set_scale(dots);
        if (bp_value_axis_is_clear(&dots->axis))
            return good;
    }
    return good;
}

static void set_words(struct dots *dots, bool above)
{
    const struct bp_chart *chart = dots->chart;
    double natural = 0;
    for (int i = 0; i < chart->n_bars; i++)
        natural = MAX(natural, bp_pen_measure(dots->pen, dots->word, chart->bars[i].label.text));
    double words = above ? dots->width : MIN(natural, dots->width * WORDS_PART);
    dots->above = above;
    for (int i = 0; i < chart->n_bars; i++) {
        struct dots_row *row = &dots->rows[i];
        row->words = bp_pen_wrap(dots->pen, dots->word, chart->bars[i].label.text, words + SLACK);
        double lines = row->words.n_lines * bp_pen_leading(dots->word),
               marks = bp_pen_leading(dots->value);
        row->height = above ? lines + marks : MAX(lines, marks);
    }
    dots->start = above ? 0 : words + WORDS_GAP;
}

/* Shapes that differ without colour, in the order of the groups. */
static struct bp_mark_look mark_of(const struct dots *dots, int group)
{
    static const enum bp_mark shapes[] = {BP_MARK_DISC, BP_MARK_SQUARE, BP_MARK_DIAMOND,
                                          BP_MARK_TRIANGLE};
    return (struct bp_mark_look){shapes[group], mark_size(dots),
                                 bp_pen_series(dots->pen, group)->type.colour, false};
}

static void set_key(struct dots *dots)
{
    dots->key = bp_key_new(dots->pen, dots->width, KEY_GAP);
    for (int i = 0; i < dots->chart->n_groups && dots->chart->n_groups > 1; i++)
        bp_key_add(&dots->key, (struct bp_key_sign){.kind = BP_KEY_MARK,
                                                    .words = dots->chart->groups[i].text,
                                                    .mark = mark_of(dots, i)});
}

static double foot_height(const struct dots *dots)
{
    return NAMES_DROP + bp_pen_leading(&dots->axis_style->type);
}

/* The rows of a chart that is asked to be higher stand further apart. */
static bool set_height(struct dots *dots)
{
    int n = dots->part.end - dots->part.first;
    double natural = dots->head + n * GAP + foot_height(dots);
    for (int i = dots->part.first; i < dots->part.end; i++)
        natural += dots->rows[i].height;
    dots->height = MIN(MAX(dots->chart->height, natural), dots->room);
    dots->gap = GAP + (dots->height - natural) / MAX(n, 1);
    double y = dots->head;
    for (int i = dots->part.first; i < dots->part.end; i++) {
        struct dots_row *row = &dots->rows[i];
        y += dots->gap / 2;
        row->y =
            dots->above ? y + row->height - bp_pen_leading(dots->value) / 2 : y + row->height / 2;
        y += row->height + dots->gap / 2;
    }
    dots->top = dots->head;
    dots->foot = y;
    return dots->gap >= LEAST_GAP;
}

/* As many rows as there is room for. False when that is not one. */
static bool set_part(struct dots *dots)
{
    int n = dots->chart->n_bars;
    double *heights = bp_arena_new(dots->pen->scratch, (size_t)MAX(n, 1) * sizeof *heights);
    for (int i = 0; i < n; i++)
        heights[i] = dots->rows[i].height + GAP;
    dots->part = bp_part_find(dots->pen, heights, n, dots->room - dots->head - foot_height(dots));
    return dots->part.end > dots->part.first && set_height(dots);
}

static bool set_out(struct dots *dots)
{
    struct bp_axis_wish wish = {0};
    if (!find_values(dots, &wish))
        return false;
    bool beside = dots->width >= NARROW;
    if (beside) {
        set_words(dots, false);
        beside = set_axis(dots, &wish);
    }
    if (!beside) {
        set_words(dots, true);
        set_axis(dots, &wish);
    }
    set_key(dots);
    dots->head = bp_key_height(&dots->key);
    dots->part = bp_part_whole(dots->chart->n_bars);
    return (!bp_part_goes_on(dots->pen) && set_height(dots)) || set_part(dots);
}

static void draw_axis(struct dots *dots)
{
    const struct bp_style *base = bp_pen_style(dots->pen, BP_STYLE_CHART_BASE);
    bp_value_axis_write_below(&dots->axis, dots->canvas, dots->foot + NAMES_DROP);
    for (int i = 0; i < dots->axis.fit.ticks.n; i++) {
        double value = bp_ticks_value(&dots->axis.fit.ticks, i), x = place(dots, value);
        const struct bp_style *style = value == 0 ? base : dots->axis_style;
        const struct bp_stroke stroke = {style->rule_colour, style->rule, 0};
        for (int k = dots->part.first; k < dots->part.end; k++) {
            const struct dots_row *row = &dots->rows[k];
            double half = (bp_pen_leading(dots->value) + dots->gap) / 2;
            if (dots->above)
                bp_canvas_line(dots->canvas, &stroke, (struct bp_spot){x, row->y - half},
                               (struct bp_spot){x, row->y + half});
        }
        if (!dots->above)
            bp_canvas_line(dots->canvas, &stroke, (struct bp_spot){x, dots->top},
                           (struct bp_spot){x, dots->foot});
    }
}

/* With the grid broken behind it. */
static void draw_figure(struct dots *dots, int index, int group, enum bp_align align)
{
    const struct bp_type *type = figure_type(dots, group);
    double x = place(dots, value_of(dots, index, group)), away = mark_size(dots) / 2 + VALUE_GAP;
    double line = bp_pen_leading(type);
    double y = dots->rows[index].y - line / 2 + bp_pen_middle(dots->pen, type, line);
    double width = bp_pen_measure(dots->pen, type, dots->chart->rows[index].values[group]);
    double left = align == BP_ALIGN_END ? x - away - width : x + away;
    bp_canvas_rectangle(dots->canvas, BP_CANVAS_PAPER,
                        (struct bp_spot){left, y - type->size * BP_PEN_ABOVE},
                        (struct bp_spot){left + width, y + type->size * BP_PEN_BELOW});
    bp_canvas_label(dots->canvas, type, dots->chart->rows[index].values[group],
                    (struct bp_spot){align == BP_ALIGN_END ? x - away : x + away, y}, align);
}

/* How far down a mark stands: one that an earlier group's would hide looks out below it. */
static double aside(const struct dots *dots, int index, int group)
{
    double x = place(dots, value_of(dots, index, group)), down = 0;
    for (int k = 0; k < group; k++)
        if (dots->chart->bars[index].there[k] &&
            fabs(place(dots, value_of(dots, index, k)) - x) < HIDDEN * mark_size(dots))
            down = PEEP * mark_size(dots);
    return down;
}

static void draw_marks(struct dots *dots, int index)
{
    const struct dots_row *row = &dots->rows[index];
    const struct bp_style *base = bp_pen_style(dots->pen, BP_STYLE_CHART_BASE);
    const struct bp_stroke between = {base->rule_colour, BETWEEN * base->rule, 0};
    if (row->most < 0)
        return;
    double least = value_of(dots, index, row->least), most = value_of(dots, index, row->most);
    bp_canvas_line(dots->canvas, &between, (struct bp_spot){place(dots, least), row->y},
                   (struct bp_spot){place(dots, most), row->y});
    for (int k = n_groups(dots) - 1; k >= 0; k--) {
        const struct bp_mark_look mark = mark_of(dots, k);
        if (dots->chart->bars[index].there[k])
            bp_canvas_mark(dots->canvas, &mark,
                           (struct bp_spot){place(dots, value_of(dots, index, k)),
                                            row->y + aside(dots, index, k)});
    }
    if (least < most)
        draw_figure(dots, index, row->least, BP_ALIGN_END);
    draw_figure(dots, index, row->most, BP_ALIGN_START);
}

static void draw_words(struct dots *dots, int index)
{
    const struct dots_row *row = &dots->rows[index];
    double line = bp_pen_leading(dots->word);
    double top = dots->above ? row->y + bp_pen_leading(dots->value) / 2 - row->height
                             : row->y - row->words.n_lines * line / 2;
    bp_canvas_lines(dots->canvas, dots->word, &row->words, (struct bp_spot){0, top},
                    BP_ALIGN_START);
}

struct bp_drawing *bp_dots_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                struct bp_spot room)
{
    struct dots dots = {
        .chart = chart,
        .pen = pen,
        .width = room.x,
        .room = bp_part_room(pen, room.y),
        .word = &bp_pen_style(pen, BP_STYLE_CHART_LABEL)->type,
        .value = &bp_pen_style(pen, BP_STYLE_CHART_VALUE)->type,
        .axis_style = bp_pen_style(pen, BP_STYLE_CHART_AXIS),
        .rows = bp_arena_new(pen->scratch, (size_t)MAX(chart->n_bars, 1) * sizeof(struct dots_row)),
    };
    if (!set_out(&dots) || !(dots.canvas = bp_canvas_create(pen, dots.width, dots.height)))
        return NULL;
    bp_key_draw(&dots.key, dots.canvas, 0);
    draw_axis(&dots);
    for (int i = dots.part.first; i < dots.part.end; i++) {
        draw_words(&dots, i);
        draw_marks(&dots, i);
    }
    struct bp_drawing *drawing = bp_canvas_finish(dots.canvas, chart->anchor);
    if (drawing)
        drawing->next_row = bp_part_next(dots.part, chart->n_bars);
    return drawing;
}
