/* SPDX-License-Identifier: MIT */
#include "chart/pyramid.h"

#include <glib.h>
#include <string.h>

#include "chart/axis.h"
#include "chart/key.h"

/* Points. */
#define PARTING    1.5  /* white between two bars */
#define WORDS_PART 0.3  /* of the width that the bands' names may take */
#define WORDS_GAP  6.0  /* from them to both sides */
#define MIDDLE     26.0 /* between the sides, at least: two zeros stand below it */
#define HEAD_GAP   3.0
#define KEY_GAP    8.0
#define NAMES_DROP 4.0
#define TICK_APART 42.0 /* from one tick to the next, about */
#define LEAST_SIDE 28.0
#define OUTLINE    1.25
#define SLACK      0.01

enum { SIDES = 2 };

struct pyramid {
    const struct bp_chart *chart;
    struct bp_pen *pen;
    const struct bp_type *word;
    const struct bp_type *value;
    const struct bp_style *axis_style;
    struct bp_pen_lines *words; /* the bands' names */
    double *heights;            /* of the bands */
    struct bp_pen_lines heads[SIDES];
    struct bp_value_axis axes[SIDES]; /* of the same values, from the middle on */
    double side;                      /* width of a side */
    struct bp_key key;
    double width, height, top, foot;
    struct bp_canvas *canvas;
};

static double value_of(const struct pyramid *pyramid, int band, int group)
{
    const struct bp_chart_bar *bar = &pyramid->chart->bars[band];
    return bar->there[group] ? bp_decimal_double(bar->values[group]) : 0;
}

static double place(const struct pyramid *pyramid, int side, double value)
{
    return bp_value_axis_place(&pyramid->axes[side], value);
}

/* Half of the last tick's words reaches over the side's edge. */
static void set_sides(struct pyramid *pyramid, double middle)
{
    const struct bp_value_axis *axis = &pyramid->axes[0];
    double over = bp_value_axis_label_width(axis, axis->fit.ticks.n - 1) / 2;
    double high = axis->fit.high, left = (pyramid->width - middle) / 2;
    double right = pyramid->width - left;
    pyramid->side = left - over;
    pyramid->axes[0].scale = (struct bp_scale){0, high, left, over};
    pyramid->axes[1].scale = (struct bp_scale){0, high, right, pyramid->width - over};
}

static void set_axis(struct pyramid *pyramid, double middle)
{
    struct bp_axis_wish wish = {.zero = true};
    for (int i = 0; i < pyramid->chart->n_bars; i++)
        for (int k = 0; k < pyramid->chart->n_groups; k++)
            wish.most = MAX(wish.most, value_of(pyramid, i, k));
    int most = (int)((pyramid->width - middle) / SIDES / TICK_APART) + 1;
    for (wish.wanted = MAX(most, 2); wish.wanted >= 2; wish.wanted--) {
        for (int side = 0; side < SIDES; side++)
            pyramid->axes[side] = (struct bp_value_axis){
                .pen = pyramid->pen, .unit = pyramid->chart->unit.text, .fit = bp_axis_fit(&wish)};
        set_sides(pyramid, middle);
        if (bp_value_axis_is_clear(&pyramid->axes[1]))
            return;
    }
}

/* Returns the width of the bands' names. */
static double set_words(struct pyramid *pyramid)
{
    const struct bp_chart *chart = pyramid->chart;
    double widest = 0;
    for (int i = 0; i < chart->n_bars; i++) {
        pyramid->words[i] = bp_pen_wrap(pyramid->pen, pyramid->word, chart->bars[i].label.text,
                                        pyramid->width * WORDS_PART);
        pyramid->heights[i] = pyramid->words[i].n_lines * bp_pen_leading(pyramid->word) + PARTING;
        widest = MAX(widest, pyramid->words[i].width);
    }
    return widest;
}

static const char *outline_name(const struct pyramid *pyramid, int side)
{
    const struct bp_chart *chart = pyramid->chart;
    const char *name = chart->n_groups > SIDES ? chart->groups[SIDES + side].text : NULL;
    bool twice = side > 0 && name && strcmp(name, chart->groups[SIDES].text) == 0;
    return twice ? NULL : name;
}

static struct bp_stroke outline_stroke(const struct pyramid *pyramid)
{
    return (struct bp_stroke){pyramid->word->colour, OUTLINE, 0};
}

/* Outlines of two names stand on two sides, which are told by their order. */
static void set_key(struct pyramid *pyramid)
{
    pyramid->key = bp_key_new(pyramid->pen, pyramid->width, KEY_GAP);
    for (int side = 0; side < SIDES; side++)
        bp_key_add(&pyramid->key, (struct bp_key_sign){.kind = BP_KEY_STEP,
                                                       .words = outline_name(pyramid, side),
                                                       .stroke = outline_stroke(pyramid),
                                                       .left = side == 0});
}

/* The groups' names over their sides. */
static double head_height(const struct pyramid *pyramid)
{
    int n_lines = MAX(pyramid->heads[0].n_lines, pyramid->heads[1].n_lines);
    return n_lines * bp_pen_leading(pyramid->value) + HEAD_GAP;
}

static bool set_out(struct pyramid *pyramid, struct bp_spot room)
{
    const struct bp_chart *chart = pyramid->chart;
    double names = NAMES_DROP + bp_pen_leading(&pyramid->axis_style->type);
    pyramid->width = room.x;
    double middle = MAX(set_words(pyramid) + 2 * WORDS_GAP, MIDDLE);
    set_axis(pyramid, middle);
    for (int side = 0; side < SIDES; side++)
        pyramid->heads[side] = bp_pen_wrap(pyramid->pen, pyramid->value, chart->groups[side].text,
                                           (room.x - MIDDLE) / SIDES);
    set_key(pyramid);
    pyramid->top = bp_key_height(&pyramid->key) + head_height(pyramid);
    double natural = pyramid->top + names;
    for (int i = 0; i < chart->n_bars; i++)
        natural += pyramid->heights[i];
    pyramid->height = MIN(MAX(chart->height, natural), room.y);
    for (int i = 0; i < chart->n_bars; i++)
        pyramid->heights[i] += (pyramid->height - natural) / chart->n_bars;
    pyramid->foot = pyramid->height - names;
    return natural <= room.y + SLACK && pyramid->side >= LEAST_SIDE;
}

static void draw_heads(struct pyramid *pyramid)
{
    double line = bp_pen_leading(pyramid->value);
    for (int side = 0; side < SIDES; side++) {
        const struct bp_pen_lines *head = &pyramid->heads[side];
        double y = pyramid->top - HEAD_GAP - head->n_lines * line;
        double x = place(pyramid, side, 0);
        bool wide = head->width > pyramid->side;
        if (wide)
            x = pyramid->width / 2 + (side == 0 ? -MIDDLE : MIDDLE) / 2;
        bp_canvas_lines(pyramid->canvas, pyramid->value, head, (struct bp_spot){x, y},
                        side == 0 ? BP_ALIGN_END : BP_ALIGN_START);
    }
}

static void draw_axis(struct pyramid *pyramid)
{
    const struct bp_style *style = pyramid->axis_style;
    const struct bp_stroke grid = {style->rule_colour, style->rule, 0};
    for (int side = 0; side < SIDES; side++) {
        const struct bp_ticks *ticks = &pyramid->axes[side].fit.ticks;
        for (int i = 0; i < ticks->n; i++) {
            double x = place(pyramid, side, bp_ticks_value(ticks, i));
            bp_canvas_line(pyramid->canvas, &grid, (struct bp_spot){x, pyramid->top},
                           (struct bp_spot){x, pyramid->foot});
        }
        bp_value_axis_write_below(&pyramid->axes[side], pyramid->canvas,
                                  pyramid->foot + NAMES_DROP);
    }
}

static void draw_band(struct pyramid *pyramid, int band, double top)
{
    double height = pyramid->heights[band], line = bp_pen_leading(pyramid->word);
    const struct bp_pen_lines *words = &pyramid->words[band];
    double x = (place(pyramid, 0, 0) + place(pyramid, 1, 0)) / 2;
    double y = top + (height - words->n_lines * line) / 2;
    for (int side = 0; side < SIDES; side++)
        bp_canvas_rectangle(pyramid->canvas, bp_pen_series(pyramid->pen, side)->type.colour,
                            (struct bp_spot){place(pyramid, side, 0), top + PARTING / 2},
                            (struct bp_spot){place(pyramid, side, value_of(pyramid, band, side)),
                                             top + height - PARTING / 2});
    bp_canvas_lines(pyramid->canvas, pyramid->word, words, (struct bp_spot){x, y}, BP_ALIGN_CENTRE);
}

/* Down the ends of its bars, broken where one is missing; with white around it, as it lies on both
 * dark and light. */
static void draw_outline(struct pyramid *pyramid, int side)
{
    const struct bp_chart *chart = pyramid->chart;
    const struct bp_stroke stroke = outline_stroke(pyramid);
    struct bp_spot *spots =
        bp_arena_new(pyramid->pen->scratch, (size_t)(2 * chart->n_bars + 1) * sizeof *spots);
    double y = pyramid->top;
    int n = 0;
    for (int i = 0; i <= chart->n_bars; i++) {
        if (i == chart->n_bars || !chart->bars[i].there[SIDES + side]) {
            bp_canvas_rimmed(pyramid->canvas, &stroke, OUTLINE, spots, n);
            n = 0;
        } else {
            double x = place(pyramid, side, value_of(pyramid, i, SIDES + side));
            spots[n++] = (struct bp_spot){x, y};
            spots[n++] = (struct bp_spot){x, y + pyramid->heights[i]};
        }
        y += i < chart->n_bars ? pyramid->heights[i] : 0;
    }
}

struct bp_drawing *bp_pyramid_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                   struct bp_spot room)
{
    size_t n = (size_t)MAX(chart->n_bars, 1);
    struct pyramid pyramid = {
        .chart = chart,
        .pen = pen,
        .word = &bp_pen_style(pen, BP_STYLE_CHART_LABEL)->type,
        .value = &bp_pen_style(pen, BP_STYLE_CHART_VALUE)->type,
        .axis_style = bp_pen_style(pen, BP_STYLE_CHART_AXIS),
        .words = bp_arena_new(pen->scratch, n * sizeof *pyramid.words),
        .heights = bp_arena_new(pen->scratch, n * sizeof *pyramid.heights),
    };
    if (chart->n_bars == 0 || !set_out(&pyramid, room) ||
        !(pyramid.canvas = bp_canvas_create(pen, pyramid.width, pyramid.height)))
        return NULL;
    bp_key_draw(&pyramid.key, pyramid.canvas, 0);
    draw_heads(&pyramid);
    draw_axis(&pyramid);
    double y = pyramid.top;
    for (int i = 0; i < chart->n_bars; i++) {
        draw_band(&pyramid, i, y);
        y += pyramid.heights[i];
    }
    for (int side = 0; side < SIDES && chart->n_groups > SIDES; side++)
        draw_outline(&pyramid, side);
    return bp_canvas_finish(pyramid.canvas, chart->anchor);
}
