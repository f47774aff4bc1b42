/* SPDX-License-Identifier: MIT */
#include "chart/rows.h"

#include <glib.h>
#include <math.h>

#include "chart/bar.h"
#include "chart/key.h"
#include "chart/pareto.h"
#include "chart/part.h"
#include "chart/span.h"

/* Points. */
#define THICK      10.0  /* a bar alone */
#define THIN       7.0   /* one of a cluster; none has less beside it than its own value's height */
#define STACKED    14.0  /* one with its values inside */
#define GAP        11.0  /* between rows, */
#define LEAST_GAP  3.0   /* and where room is short */
#define NARROW     260.0 /* below it the words stand above the bars */
#define WORDS_PART 0.4   /* of the width that the words may take beside the bars, */
#define WORDS_GAP  10.0  /* and from them to the bars */
#define VALUE_GAP  4.0   /* from a bar to its value */
#define MARK       8.0   /* a total without a length */
#define PARTING    0.75  /* white between the parts of a stack */
#define TARGET     1.5   /* thickness of its stroke, */
#define OVER       2.5   /* and how far it reaches over its bar */
#define BAND       19.0  /* what stands behind a bar, */
#define ON_BAND    8.0   /* which is then this thick, */
#define OVER_BAND  4.0   /* and its target reaches over it */
#define LEAST_PLOT 40.0  /* of the width, for all bars beside their words, */
#define LEAST_BARS 1.0   /* and where nothing can be done */
#define SLACK      0.01  /* what adding up may lose */
#define ARROW      0.5   /* of the thickness: how far a step's tip is drawn out */

struct rows {
    const struct bp_chart *chart;
    struct bp_pen *pen;
    const struct bp_type *word;
    const struct bp_type *value;
    const struct bp_style *base;
    struct bp_row *rows;
    int n_rows;
    struct bp_part part;     /* what is drawn of them */
    bool above;              /* the words stand above the bars */
    struct bp_pareto pareto; /* what stands beside the bars */
    struct bp_key key;
    double width;
    double right; /* edge of the bars and their values */
    double height;
    double room; /* for the height */
    double size; /* how much larger all is than usual */
    double words_width;
    double thick;
    double pitch; /* from one bar's top to the next's, in a row */
    double gap;
    double head;  /* height of the key */
    double start; /* left edge of the plot */
    double zero;  /* x of the zero line */
    double scale; /* points a unit */
    struct bp_canvas *canvas;
};

static const struct bp_type *word_type(const struct rows *rows, const struct bp_row *row)
{
    return row->strong ? rows->value : rows->word;
}

static void set_words(struct rows *rows, bool above)
{
    double natural = 0, most = rows->right * WORDS_PART;
    for (int i = 0; i < rows->n_rows; i++)
        natural = MAX(natural, bp_pen_measure(rows->pen, word_type(rows, &rows->rows[i]),
                                              rows->chart->bars[i].label.text));
    rows->above = above;
    rows->words_width = rows->above ? rows->right : MIN(natural, most);
    for (int i = 0; i < rows->n_rows; i++)
        rows->rows[i].words =
            bp_pen_wrap(rows->pen, word_type(rows, &rows->rows[i]), rows->chart->bars[i].label.text,
                        rows->words_width + SLACK);
    rows->start = rows->above ? 0 : rows->words_width + WORDS_GAP;
}

static double bars_height(const struct rows *rows, const struct bp_row *row)
{
    return (rows->chart->stack ? 1 : MAX(row->n_bars, 1)) * rows->pitch;
}

static void set_heights(struct rows *rows)
{
    bool cluster = rows->chart->n_groups > 1;
    double inside = MAX(STACKED, bp_pen_leading(rows->word));
    rows->thick = rows->chart->stack ? inside : (cluster ? THIN : THICK) * rows->size;
    if (rows->chart->n_bands > 0)
        rows->thick = ON_BAND * rows->size;
    rows->pitch = MAX(rows->thick, bp_pen_leading(rows->value));
    if (rows->chart->n_bands > 0)
        rows->pitch = MAX(rows->pitch, BAND * rows->size);
    rows->gap = GAP;
    for (int i = 0; i < rows->n_rows; i++) {
        struct bp_row *row = &rows->rows[i];
        double words = row->words.n_lines * bp_pen_leading(rows->word);
        double bars = bars_height(rows, row);
        row->height = rows->above ? words + bars : MAX(words, bars);
        row->below = bp_pareto_below(&rows->pareto, i);
    }
}

/* From the row's top to its first bar's. */
static double bars_top(const struct rows *rows, const struct bp_row *row)
{
    return rows->above ? row->words.n_lines * bp_pen_leading(rows->word)
                       : (row->height - bars_height(rows, row)) / 2;
}

/* How far it, its target and its bands reach to both sides of the zero line. */
static double lowest(const struct bp_bar *bar)
{
    double low = MIN(MIN(bar->from, bar->to), 0);
    return bar->has_target ? MIN(low, bar->target) : low;
}

static double highest(const struct bp_bar *bar)
{
    double high = MAX(MAX(MAX(bar->from, bar->to), 0), bar->band);
    return bar->has_target ? MAX(high, bar->target) : high;
}

static bool is_left(const struct bp_bar *bar)
{
    return highest(bar) <= 0 && lowest(bar) < 0;
}

/* From a bar's end to its value. */
static double away(const struct bp_bar *bar)
{
    return VALUE_GAP + (bar->kind == BP_BAR_MARK ? MARK / 2 : 0);
}

/* From the lowest end of all bars to the highest. */
static void find_range(const struct rows *rows, double *low, double *high)
{
    *low = *high = 0;
    for (int i = 0; i < rows->n_rows; i++)
        for (int k = 0; k < rows->rows[i].n_bars; k++) {
            *low = MIN(*low, lowest(&rows->rows[i].bars[k]));
            *high = MAX(*high, highest(&rows->rows[i].bars[k]));
        }
}

/* The largest scale at which every value has room beyond its bar. False when the values leave
 * hardly any room for their bars. */
static bool set_scale(struct rows *rows)
{
    struct bp_span span = bp_span_new(rows->pen->scratch);
    double low, high, before = 0, after = 0, from, to;
    find_range(rows, &low, &high);
    double length = high > low ? high - low : 1;
    bp_span_add(&span, -low / length, 0, 0);
    for (int i = 0; i < rows->n_rows; i++)
        for (int k = 0; k < rows->rows[i].n_bars; k++) {
            const struct bp_bar *bar = &rows->rows[i].bars[k];
            double mark = bar->kind == BP_BAR_MARK ? MARK : 0;
            double value = bar->kind != BP_BAR_PART ? away(bar) + bar->width : mark;
            double left = is_left(bar) ? value : mark, right = is_left(bar) ? mark : value;
            bp_span_add(&span, (lowest(bar) - low) / length, left, 0);
            bp_span_add(&span, (highest(bar) - low) / length, 0, right);
            before = MAX(before, left);
            after = MAX(after, right);
        }
    bp_span_fit(&span, rows->start, rows->right, LEAST_BARS, &from, &to);
    rows->scale = high > low ? (to - from) / length : 0;
    rows->zero = from - low * rows->scale;
    return rows->right - rows->start - before - after >= LEAST_PLOT;
}

static bp_colour band_fill(const struct rows *rows, int band)
{
    return bp_pen_style(rows->pen, (enum bp_style_key)(BP_STYLE_CHART_BAND_1 + band))->fill;
}

static struct bp_stroke target_stroke(const struct rows *rows)
{
    return (struct bp_stroke){rows->word->colour, TARGET, 0};
}

/* An upright stroke that stands off from the bar behind it. */
static void draw_target(struct rows *rows, double x, double top, double foot)
{
    const struct bp_stroke stroke = target_stroke(rows);
    const struct bp_spot spots[] = {{x, top}, {x, foot}};
    bp_canvas_rimmed(rows->canvas, &stroke, TARGET / 2, spots, 2);
}

/* The groups' names behind their colours, in the order of the bars, and what else is on them. */
static void set_key(struct rows *rows)
{
    const struct bp_chart *chart = rows->chart;
    rows->key = bp_key_new(rows->pen, rows->width, GAP);
    for (int i = 0; i < chart->n_groups && chart->n_groups > 1; i++)
        bp_key_add(&rows->key,
                   (struct bp_key_sign){.kind = BP_KEY_FILL,
                                        .words = chart->groups[i].text,
                                        .colour = bp_pen_series(rows->pen, i)->type.colour});
    if (chart->has_targets)
        bp_key_add(&rows->key,
                   (struct bp_key_sign){.kind = BP_KEY_TARGET,
                                        .words = bp_look_literal(rows->pen->look, "chart-target"),
                                        .stroke = target_stroke(rows)});
    for (int i = 0; i < chart->n_bands; i++)
        bp_key_add(&rows->key, (struct bp_key_sign){.kind = BP_KEY_FILL,
                                                    .words = chart->bands[i].text,
                                                    .colour = band_fill(rows, i)});
}

/* From the lowest up, each with white before it. */
static void draw_bands(struct rows *rows, int index, double middle)
{
    const struct bp_chart *chart = rows->chart;
    double from = rows->zero;
    for (int i = 0; i < chart->n_bands; i++) {
        double to = rows->zero + bp_decimal_double(chart->bars[index].bands[i]) * rows->scale;
        bp_canvas_rectangle(
            rows->canvas, band_fill(rows, i),
            (struct bp_spot){from, middle - BAND * rows->size / 2},
            (struct bp_spot){MAX(to - PARTING, from), middle + BAND * rows->size / 2});
        from = to;
    }
}

/* The words stand beside the bars where both have room, else above them. */
static void set_out(struct rows *rows)
{
    bool beside = rows->right >= NARROW;
    if (beside) {
        set_words(rows, false);
        beside = set_scale(rows);
    }
    if (!beside) {
        set_words(rows, true);
        set_scale(rows);
    }
    set_heights(rows);
    set_key(rows);
    rows->head = bp_key_height(&rows->key) + bp_pareto_head(&rows->pareto);
}

static double natural_height(const struct rows *rows)
{
    double height = rows->head;
    for (int i = rows->part.first; i < rows->part.end; i++)
        height +=
            rows->rows[i].height + rows->rows[i].below + (i > rows->part.first ? rows->gap : 0);
    return height;
}

/* A chart that is asked to be higher has its rows further apart, one that is higher than its room
 * less so. False when that is not enough. */
static bool set_height(struct rows *rows)
{
    double natural = natural_height(rows);
    double wanted = MIN(MAX(rows->chart->height, natural), rows->room);
    if (rows->n_rows > 1)
        rows->gap += (wanted - natural) / (rows->n_rows - 1);
    rows->height = natural_height(rows);
    return rows->gap >= LEAST_GAP && rows->height <= rows->room + SLACK;
}

/* As many rows as there is room for, without the line beside them that goes over all. False when
 * that is not one. */
static bool set_part(struct rows *rows)
{
    double *heights =
        bp_arena_new(rows->pen->scratch, (size_t)MAX(rows->n_rows, 1) * sizeof *heights);
    rows->pareto.width -= rows->pareto.panel;
    rows->pareto.panel = 0;
    rows->right = rows->width - rows->pareto.width;
    set_out(rows);
    for (int i = 0; i < rows->n_rows; i++)
        heights[i] = rows->rows[i].height + rows->rows[i].below + rows->gap;
    rows->part = bp_part_find(rows->pen, heights, rows->n_rows, rows->room - rows->head);
    rows->height = natural_height(rows);
    return rows->part.end > rows->part.first;
}

/* A bar that points where it goes, unless it is shorter than its tip. */
static void draw_arrow(struct rows *rows, double from, double to, double top, bp_colour colour)
{
    double tip = MIN(rows->thick * ARROW, fabs(to - from)) * (to < from ? -1 : 1);
    double foot = top + rows->thick;
    const struct bp_spot spots[] = {
        {from, top}, {to - tip, top}, {to, (top + foot) / 2}, {to - tip, foot}, {from, foot}};
    bp_canvas_area(rows->canvas, colour, spots, 5);
}

static void draw_value(struct rows *rows, const struct bp_bar *bar, double top)
{
    double x = is_left(bar) ? lowest(bar) : highest(bar);
    double y = top + bp_pen_middle(rows->pen, bar->type, rows->thick);
    double aside = is_left(bar) ? -away(bar) : away(bar);
    bp_canvas_label(rows->canvas, bar->type, bar->value,
                    (struct bp_spot){rows->zero + x * rows->scale + aside, y},
                    is_left(bar) ? BP_ALIGN_END : BP_ALIGN_START);
}

/* In the middle of its part, where that is wide enough. */
static void draw_inside(struct rows *rows, const struct bp_bar *bar, double from, double to,
                        double top)
{
    double y = top + bp_pen_middle(rows->pen, bar->type, rows->thick);
    if (to - from >= bar->width + VALUE_GAP)
        bp_canvas_label(rows->canvas, bar->type, bar->value, (struct bp_spot){(from + to) / 2, y},
                        BP_ALIGN_CENTRE);
}

static void draw_bar(struct rows *rows, const struct bp_bar *bar, double top)
{
    double from = rows->zero + bar->from * rows->scale, to = rows->zero + bar->to * rows->scale;
    double over = bar->band > 0 ? OVER_BAND : OVER;
    bp_colour colour = bar->style->type.colour;
    if (bar->kind == BP_BAR_MARK)
        bp_canvas_mark(rows->canvas, &(struct bp_mark_look){BP_MARK_DIAMOND, MARK, colour, false},
                       (struct bp_spot){to, top + rows->thick / 2});
    else if (bar->kind == BP_BAR_ARROW && bar->from != bar->to)
        draw_arrow(rows, from, to, top, colour);
    else if (bar->kind == BP_BAR_PART)
        bp_canvas_rectangle(rows->canvas, colour, (struct bp_spot){from, top},
                            (struct bp_spot){MAX(to - PARTING, from), top + rows->thick});
    else if (bar->kind == BP_BAR_PLAIN && bar->from != bar->to)
        bp_canvas_rectangle(rows->canvas, colour, (struct bp_spot){from, top},
                            (struct bp_spot){to, top + rows->thick});
    if (bar->has_target)
        draw_target(rows, rows->zero + bar->target * rows->scale, top - over,
                    top + rows->thick + over);
    if (bar->kind == BP_BAR_PART)
        draw_inside(rows, bar, from, to, top);
    else
        draw_value(rows, bar, top);
}

/* From a step to the next. */
static void draw_joint(struct rows *rows, int index, double top, double bars)
{
    const struct bp_row *row = &rows->rows[index], *next = row + 1;
    const struct bp_stroke stroke = {rows->base->rule_colour, rows->base->rule, 0};
    double x = rows->zero + row->bars[0].to * rows->scale;
    double below = top + row->height + rows->gap + bars_top(rows, next);
    bp_canvas_line(rows->canvas, &stroke, (struct bp_spot){x, bars + rows->thick},
                   (struct bp_spot){x, below});
}

/* The zero line, behind all rows, or where words stand above the bars beside each. */
static void draw_zero(struct rows *rows)
{
    const struct bp_stroke stroke = {rows->base->rule_colour, rows->base->rule, 0};
    double y = rows->head;
    if (!rows->above) {
        bp_canvas_line(rows->canvas, &stroke, (struct bp_spot){rows->zero, y},
                       (struct bp_spot){rows->zero, rows->height});
        return;
    }
    for (int i = rows->part.first; i < rows->part.end; i++) {
        const struct bp_row *row = &rows->rows[i];
        double top = y + bars_top(rows, row);
        bp_canvas_line(rows->canvas, &stroke, (struct bp_spot){rows->zero, top},
                       (struct bp_spot){rows->zero, top + bars_height(rows, row)});
        y += row->height + row->below + rows->gap;
    }
}

static void draw_row(struct rows *rows, int index, double top)
{
    const struct bp_row *row = &rows->rows[index];
    double words = row->words.n_lines * bp_pen_leading(rows->word),
           bars = top + bars_top(rows, row);
    bp_canvas_lines(rows->canvas, word_type(rows, row), &row->words,
                    (struct bp_spot){0, rows->above ? top : top + (row->height - words) / 2},
                    BP_ALIGN_START);
    if (rows->chart->type == BP_CHART_WATERFALL && index + 1 < rows->part.end && !rows->above)
        draw_joint(rows, index, top, bars);
    if (row->n_bars > 0)
        draw_bands(rows, index, bars + rows->pitch / 2);
    for (int k = 0; k < row->n_bars; k++)
        draw_bar(rows, &row->bars[k],
                 bars + (rows->chart->stack ? 0 : k) * rows->pitch +
                     (rows->pitch - rows->thick) / 2);
}

static bool draw(struct rows *rows)
{
    double y = rows->head;
    rows->canvas = bp_canvas_create(rows->pen, rows->width, rows->height);
    if (!rows->canvas)
        return false;
    double *middles =
        bp_arena_new(rows->pen->scratch, (size_t)MAX(rows->n_rows, 1) * sizeof *middles);
    bp_key_draw(&rows->key, rows->canvas, 0);
    draw_zero(rows);
    for (int i = rows->part.first; i < rows->part.end; i++) {
        const struct bp_row *row = &rows->rows[i];
        draw_row(rows, i, y);
        middles[i] = y + bars_top(rows, row) + rows->pitch / 2;
        y += row->height + rows->gap;
        if (row->below > 0)
            bp_pareto_mark(&rows->pareto, rows->canvas, rows->right, y - rows->gap / 2);
        y += row->below;
    }
    bp_pareto_draw(&rows->pareto, rows->canvas, rows->width, rows->head, &rows->part, middles);
    return true;
}

struct bp_drawing *bp_rows_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                struct bp_spot room)
{
    struct rows rows = {
        .chart = chart,
        .pen = pen,
        .size = bp_pen_scale(pen),
        .width = room.x,
        .room = bp_part_room(pen, room.y),
        .word = &bp_pen_style(pen, BP_STYLE_CHART_LABEL)->type,
        .value = &bp_pen_style(pen, BP_STYLE_CHART_VALUE)->type,
        .base = bp_pen_style(pen, BP_STYLE_CHART_BASE),
        .n_rows = chart->n_bars,
        .rows = bp_arena_new(pen->scratch, (size_t)MAX(chart->n_bars, 1) * sizeof(struct bp_row)),
    };
    for (int i = 0; i < rows.n_rows; i++)
        bp_row_make(&rows.rows[i], chart, i, pen);
    rows.pareto = bp_pareto_make(chart, pen, room.x);
    rows.right = room.x - rows.pareto.width;
    set_out(&rows);
    rows.part = bp_part_whole(rows.n_rows);
    bool whole = !bp_part_goes_on(pen) && set_height(&rows);
    if ((!whole && !set_part(&rows)) || !draw(&rows))
        return NULL;
    struct bp_drawing *drawing = bp_canvas_finish(rows.canvas, chart->anchor);
    if (drawing)
        drawing->next_row = bp_part_next(rows.part, rows.n_rows);
    return drawing;
}
