/* SPDX-License-Identifier: MIT */
#include "chart/heat.h"

#include <glib.h>

#include "chart/key.h"

/* Points. */
#define NARROW     260.0 /* below it the rows' names stand above their cells */
#define WORDS_PART 0.34  /* of the width that they may take beside them, */
#define WORDS_GAP  8.0   /* and from them to the cells */
#define CELL       17.0  /* height, at least */
#define LEAST_CELL 2.0   /* width */
#define PARTING    1.0   /* white between cells */
#define INSIDE     2.0   /* free on both sides of a figure */
#define HEAD_GAP   3.0   /* from a column's name to its cells, and between two names */
#define KEY_GAP    7.0
#define SLACK      0.01

enum { MOST_HEAD_LINES = 3 };

/* What is printed in the cells: of all the same. */
enum inside { INSIDE_FIGURES, INSIDE_STEPS, INSIDE_NOTHING };

struct heat {
    const struct bp_chart *chart;
    const struct bp_heat *map;
    struct bp_pen *pen;
    const struct bp_type *word;
    const struct bp_type *axis;
    struct bp_spot size;
    bool above;
    enum inside inside;
    double start; /* left edge of the cells */
    double step;  /* from one column to the next */
    double head;  /* height of the columns' names */
    double cell;  /* height */
    int every;    /* of so many columns one is named */
    struct bp_pen_lines *heads;
    struct bp_pen_lines *words; /* of each row */
    struct bp_key key;
    struct bp_canvas *canvas;
};

static const struct bp_style *shade(const struct heat *heat, int step)
{
    return bp_pen_style(heat->pen, (enum bp_style_key)(BP_STYLE_SHADE_1 + step));
}

static void set_words(struct heat *heat)
{
    double most = heat->above ? heat->size.x : heat->size.x * WORDS_PART, width = 0;
    for (int i = 0; i < heat->map->n_rows; i++) {
        heat->words[i] =
            bp_pen_wrap(heat->pen, heat->word, heat->map->rows[i].label.text, most + SLACK);
        width = MAX(width, heat->words[i].width);
    }
    heat->start = heat->above ? 0 : width + WORDS_GAP;
    heat->step = (heat->size.x - heat->start) / heat->map->n_columns;
}

static double widest_figure(struct heat *heat)
{
    double width = 0;
    for (int i = 0; i < heat->map->n_rows * heat->map->n_columns; i++)
        if (heat->map->figures[i])
            width = MAX(width, bp_pen_measure(heat->pen, heat->word, heat->map->figures[i]));
    return width;
}

static void set_inside(struct heat *heat)
{
    double room = heat->step - PARTING - 2 * INSIDE;
    heat->inside = widest_figure(heat) <= room                          ? INSIDE_FIGURES
                   : bp_pen_measure(heat->pen, heat->word, "5") <= room ? INSIDE_STEPS
                                                                        : INSIDE_NOTHING;
}

static bool goes(struct heat *heat, const char *name, double width)
{
    return bp_pen_holds(heat->pen, heat->axis, name, width) &&
           bp_pen_wrap(heat->pen, heat->axis, name, width + SLACK).n_lines <= MOST_HEAD_LINES;
}

/* As many columns are named as their names have room for: all, every second, every third. */
static void set_heads(struct heat *heat)
{
    int n = heat->map->n_columns;
    bool all = false;
    for (heat->every = 1; !all && heat->every <= n; heat->every += !all) {
        double width = heat->every * heat->step - HEAD_GAP;
        all = true;
        for (int i = 0; i < n && all; i += heat->every)
            all = goes(heat, heat->map->columns[i].text, width);
    }
    heat->every = MIN(heat->every, n);
    for (int i = 0; i < n; i += heat->every) {
        double width = MIN(heat->every * heat->step, heat->size.x) - HEAD_GAP;
        heat->heads[i] =
            bp_pen_wrap(heat->pen, heat->axis, heat->map->columns[i].text, width + SLACK);
        heat->head =
            MAX(heat->head, heat->heads[i].n_lines * bp_pen_leading(heat->axis) + HEAD_GAP);
    }
}

/* A swatch for each step that has a range, and one for missing values. */
static void set_key(struct heat *heat)
{
    static const char *const digits[] = {"1", "2", "3", "4", "5"};
    const struct bp_look *look = heat->pen->look;
    bool missing = false, used[BP_HEAT_N_SHADES] = {false}, flat = true;
    for (int i = 0; i < heat->map->n_rows * heat->map->n_columns; i++) {
        missing = missing || heat->map->steps[i] < 0;
        if (heat->map->steps[i] >= 0)
            used[(int)heat->map->steps[i]] = true;
    }
    for (int i = 1; i < BP_HEAT_N_SHADES; i++)
        flat = flat && !used[i];
    heat->key = bp_key_new(heat->pen, heat->size.x, KEY_GAP);
    for (int i = 0; i < (flat ? 1 : BP_HEAT_N_SHADES) && (!flat || used[0]); i++) {
        bp_key_add(&heat->key,
                   (struct bp_key_sign){.kind = BP_KEY_FRAMED,
                                        .words = heat->map->ranges[i],
                                        .colour = shade(heat, i)->fill,
                                        .inside = heat->inside == INSIDE_STEPS ? digits[i] : NULL});
    }
    if (missing)
        bp_key_add(&heat->key,
                   (struct bp_key_sign){.kind = BP_KEY_HATCH,
                                        .words = bp_look_literal(look, "chart-missing")});
}

static double row_height(const struct heat *heat, int row)
{
    double words = heat->words[row].n_lines * bp_pen_leading(heat->word);
    return heat->above ? words + heat->cell : MAX(words + PARTING, heat->cell);
}

static double natural_height(const struct heat *heat)
{
    double height = heat->head + bp_key_height(&heat->key);
    for (int i = 0; i < heat->map->n_rows; i++)
        height += row_height(heat, i);
    return height;
}

/* A map that is asked to be higher has higher cells. */
static bool set_out(struct heat *heat, struct bp_spot room)
{
    int n = heat->map->n_rows;
    heat->above = room.x < NARROW;
    set_words(heat);
    set_inside(heat);
    set_heads(heat);
    set_key(heat);
    heat->cell = MAX(CELL, bp_pen_leading(heat->word) + 2 * INSIDE);
    double wanted = MIN(heat->chart->height, room.y) - natural_height(heat);
    if (wanted > 0)
        heat->cell += wanted / n;
    heat->size.y = natural_height(heat);
    return heat->step >= LEAST_CELL && heat->size.y <= room.y + SLACK;
}

/* In the middle of its column; where not all are named, from its left edge over the next ones. */
static void draw_heads(struct heat *heat)
{
    double line = bp_pen_leading(heat->axis);
    bool all = heat->every == 1;
    for (int i = 0; i < heat->map->n_columns; i += heat->every) {
        const struct bp_pen_lines *words = &heat->heads[i];
        double x = heat->start + (all ? i + 0.5 : i) * heat->step - (all ? PARTING / 2 : 0);
        double first = heat->head - HEAD_GAP - words->n_lines * line;
        if (!all && x + words->width > heat->size.x)
            break;
        bp_canvas_lines(heat->canvas, heat->axis, words, (struct bp_spot){x, first},
                        all ? BP_ALIGN_CENTRE : BP_ALIGN_START);
    }
}

static void draw_cell(struct heat *heat, int cell, double top, double height)
{
    const struct bp_style *base = bp_pen_style(heat->pen, BP_STYLE_CHART_BASE);
    const struct bp_stroke slant = {base->rule_colour, 0.5, 0};
    double x = heat->start + cell % heat->map->n_columns * heat->step;
    int step = heat->map->steps[cell];
    struct bp_spot corner = {x, top};
    struct bp_spot other = {x + heat->step - MIN(PARTING, heat->step / 4), top + height - PARTING};
    if (step < 0) {
        bp_canvas_hatch(heat->canvas, &slant, corner, other);
        return;
    }
    bp_canvas_rectangle(heat->canvas, shade(heat, step)->fill, corner, other);
    if (heat->inside == INSIDE_NOTHING)
        return;
    const char *words = heat->inside == INSIDE_FIGURES
                            ? heat->map->figures[cell]
                            : bp_arena_printf(heat->pen->arena, "%d", step + 1);
    const struct bp_type *type = bp_pen_on(heat->pen, heat->word, shade(heat, step)->fill);
    bp_canvas_label(heat->canvas, type, words,
                    (struct bp_spot){(corner.x + other.x) / 2,
                                     top + bp_pen_middle(heat->pen, type, height - PARTING)},
                    BP_ALIGN_CENTRE);
}

static void draw_row(struct heat *heat, int row, double top)
{
    const struct bp_pen_lines *words = &heat->words[row];
    double line = bp_pen_leading(heat->word), height = row_height(heat, row);
    double all = words->n_lines * line;
    double first = heat->above ? top : top + (height - PARTING - all) / 2;
    bp_canvas_lines(heat->canvas, heat->word, words, (struct bp_spot){0, first}, BP_ALIGN_START);
    for (int i = 0; i < heat->map->n_columns; i++)
        draw_cell(heat, row * heat->map->n_columns + i, heat->above ? top + all : top,
                  heat->above ? heat->cell : height);
}

static void draw(struct heat *heat)
{
    double y = heat->head;
    draw_heads(heat);
    for (int i = 0; i < heat->map->n_rows; i++) {
        draw_row(heat, i, y);
        y += row_height(heat, i);
    }
    bp_key_draw(&heat->key, heat->canvas, y + KEY_GAP);
}

struct bp_drawing *bp_heat_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                struct bp_spot room)
{
    const struct bp_heat *map = chart->heat;
    struct heat heat = {.chart = chart,
                        .map = map,
                        .pen = pen,
                        .size = {room.x, 0},
                        .word = &bp_pen_style(pen, BP_STYLE_CHART_LABEL)->type,
                        .axis = &bp_pen_style(pen, BP_STYLE_CHART_AXIS)->type};
    heat.heads = bp_arena_new(pen->scratch, (size_t)map->n_columns * sizeof *heat.heads);
    heat.words = bp_arena_new(pen->scratch, (size_t)map->n_rows * sizeof *heat.words);
    if (!set_out(&heat, room))
        return NULL;
    heat.canvas = bp_canvas_create(pen, heat.size.x, heat.size.y);
    if (!heat.canvas)
        return NULL;
    draw(&heat);
    return bp_canvas_finish(heat.canvas, chart->anchor);
}
