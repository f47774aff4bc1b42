/* SPDX-License-Identifier: MIT */
#include "chart/plotends.h"

#include <glib.h>
#include <math.h>

/* Points. */
#define KEY_GAP    6.0  /* from the key to the plot */
#define LEAD       3.0  /* left free on both sides of what leads to the words */
#define ENDS_PART  0.27 /* of the width that words at ends may take */
#define ENDS_LEAST 52.0

static const struct bp_type *axis_type(const struct bp_plot *plot)
{
    return &bp_pen_style(plot->pen, BP_STYLE_CHART_AXIS)->type;
}

static const struct bp_type *figure_type(const struct bp_plot *plot)
{
    return &bp_pen_style(plot->pen, BP_STYLE_CHART_VALUE)->type;
}

static double words_width(const struct bp_plot *plot)
{
    return MAX(plot->wish->size.x * ENDS_PART, ENDS_LEAST);
}

void bp_plot_ends_measure(struct bp_plot *plot)
{
    const struct bp_plot_wish *wish = plot->wish;
    double width = 0;
    plot->end_words =
        bp_arena_new(plot->pen->scratch, (size_t)MAX(wish->n_ends, 1) * sizeof *plot->end_words);
    for (int i = 0; i < wish->n_ends; i++) {
        const struct bp_plot_end *end = &wish->ends[i];
        if (end->figure)
            width = MAX(width, bp_pen_measure(plot->pen, figure_type(plot), end->figure));
        if (end->words)
            plot->end_words[i] =
                bp_pen_wrap(plot->pen, axis_type(plot), end->words, words_width(plot));
        width = MAX(width, plot->end_words[i].width);
    }
    plot->ends_width = wish->n_ends > 0 ? width : 0;
}

/* Its first line. */
static const struct bp_type *first_type(const struct bp_plot *plot, int index)
{
    return plot->wish->ends[index].figure ? figure_type(plot) : axis_type(plot);
}

static double end_height(const struct bp_plot *plot, int index)
{
    double figure = plot->wish->ends[index].figure ? bp_pen_leading(figure_type(plot)) : 0;
    return figure + plot->end_words[index].n_lines * bp_pen_leading(axis_type(plot));
}

double bp_plot_ends_height(const struct bp_plot *plot)
{
    double height = 0;
    for (int i = 0; i < plot->wish->n_ends; i++)
        height += end_height(plot, i);
    return height;
}

bool bp_plot_ends_hold(const struct bp_plot *plot)
{
    for (int i = 0; i < plot->wish->n_ends; i++) {
        const char *words = plot->wish->ends[i].words;
        if (words && !bp_pen_holds(plot->pen, axis_type(plot), words, words_width(plot)))
            return false;
    }
    return true;
}

/* "Housing 2,540" */
static const char *said_of(const struct bp_plot *plot, const struct bp_plot_end *end)
{
    if (!end->figure || !end->words)
        return end->figure ? end->figure : end->words;
    return bp_arena_printf(plot->pen->scratch, "%s %s", end->words, end->figure);
}

double bp_plot_ends_to_key(struct bp_plot *plot)
{
    plot->key = bp_key_new(plot->pen, plot->wish->size.x, KEY_GAP);
    for (int i = 0; i < plot->wish->n_ends; i++) {
        struct bp_key_sign sign = plot->wish->ends[i].sign;
        sign.words = said_of(plot, &plot->wish->ends[i]);
        bp_key_add(&plot->key, sign);
    }
    return bp_key_height(&plot->key);
}

/* Between the line's end and its words, which may have been moved away from it. */
static void draw_lead(struct bp_plot *plot, const struct bp_plot_end *end, double y)
{
    const struct bp_stroke stroke = {end->colour,
                                     bp_pen_style(plot->pen, BP_STYLE_CHART_BASE)->rule, 0};
    double from = bp_plot_y(plot, end->value);
    const struct bp_spot spots[] = {{bp_plot_x(plot, end->slot) + LEAD, from},
                                    {plot->right, from},
                                    {plot->right + BP_PLOT_END_GAP - LEAD, y}};
    if (fabs(from - y) > LEAD)
        bp_canvas_path(plot->canvas, &stroke, spots, 3);
}

static void draw_end(struct bp_plot *plot, int index, double centre)
{
    const struct bp_plot_end *end = &plot->wish->ends[index];
    const struct bp_pen_lines *words = &plot->end_words[index];
    double x = plot->right + BP_PLOT_END_GAP, y = centre - end_height(plot, index) / 2;
    double first = bp_pen_leading(first_type(plot, index));
    draw_lead(plot, end, y + first / 2);
    if (end->figure) {
        bp_canvas_label(plot->canvas, figure_type(plot), end->figure,
                        (struct bp_spot){x, y + bp_pen_middle(plot->pen, figure_type(plot), first)},
                        BP_ALIGN_START);
        y += first;
    }
    bp_canvas_lines(plot->canvas, axis_type(plot), words, (struct bp_spot){x, y}, BP_ALIGN_START);
}

/* The places of the ends from the highest value down; equal ones as they were given. */
static int *order_of(const struct bp_plot *plot)
{
    int n = plot->wish->n_ends;
    int *order = bp_arena_new(plot->pen->scratch, (size_t)MAX(n, 1) * sizeof *order);
    for (int i = 0; i < n; i++) {
        int k = i;
        for (; k > 0 && plot->wish->ends[order[k - 1]].value < plot->wish->ends[i].value; k--)
            order[k] = order[k - 1];
        order[k] = i;
    }
    return order;
}

/* The first line of each label stands at the end of its line, as far as it can. A label of more
 * lines is none the lower for them, so that labels keep the order of their values. */
static void draw_beside(struct bp_plot *plot)
{
    int n = plot->wish->n_ends, *order = order_of(plot);
    struct bp_beside *labels = bp_arena_new(plot->pen->scratch, (size_t)MAX(n, 1) * sizeof *labels);
    for (int i = 0; i < n; i++) {
        double size = end_height(plot, order[i]);
        double first = bp_pen_leading(first_type(plot, order[i]));
        double wish = bp_plot_y(plot, plot->wish->ends[order[i]].value) + (size - first) / 2;
        labels[i] = (struct bp_beside){i > 0 ? MAX(wish, labels[i - 1].wish) : wish, size, 0};
    }
    bp_beside_spread(labels, n, 0, plot->foot + BP_PLOT_NAMES_DROP, 0);
    for (int i = 0; i < n; i++)
        draw_end(plot, order[i], labels[i].centre);
}

void bp_plot_ends_draw(struct bp_plot *plot)
{
    if (plot->key.n > 0)
        bp_key_draw(&plot->key, plot->canvas, 0);
    else
        draw_beside(plot);
}
