/* SPDX-License-Identifier: MIT */
#include "chart/pareto.h"

#include <glib.h>

/* Of a chart, in sizes of its words: from here on the line has its panel, which is this wide; and
 * what the head is wrapped to without one. */
#define WIDE       36.0
#define PANEL      7.6
#define HEAD_LEAST 6.0

/* Points. */
#define GAP        16.0 /* from the bars' values */
#define FIGURE_GAP 6.0  /* from the panel to the figures */
#define HEAD_GAP   3.0  /* from the head to the rows */
#define MARK       5.0
#define DASH       3.0
#define MOST       0.8 /* Pareto's share */

static const struct bp_type *axis_type(const struct bp_pareto *pareto)
{
    return &bp_pen_style(pareto->pen, BP_STYLE_CHART_AXIS)->type;
}

static const struct bp_type *figure_type(const struct bp_pareto *pareto)
{
    return &bp_pen_style(pareto->pen, BP_STYLE_CHART_LABEL)->type;
}

static const char *figure_of(const struct bp_pareto *pareto, int index)
{
    return pareto->chart->rows[index].values[1];
}

struct bp_pareto bp_pareto_make(const struct bp_chart *chart, struct bp_pen *pen, double width)
{
    struct bp_pareto pareto = {.chart = chart, .pen = pen};
    if (chart->type != BP_CHART_PARETO)
        return pareto;
    for (int i = 0; i < chart->n_bars; i++)
        if (figure_of(&pareto, i))
            pareto.figures = MAX(pareto.figures,
                                 bp_pen_measure(pen, figure_type(&pareto), figure_of(&pareto, i)));
    double size = axis_type(&pareto)->size;
    pareto.panel = width >= WIDE * size ? PANEL * size : 0;
    double inner = pareto.figures + (pareto.panel > 0 ? pareto.panel + FIGURE_GAP : 0);
    const char *words = chart->heads[1] ? chart->heads[1] : "";
    pareto.head = bp_pen_wrap(pen, axis_type(&pareto), words, MAX(inner, HEAD_LEAST * size));
    pareto.width = GAP + MAX(inner, pareto.head.width);
    return pareto;
}

double bp_pareto_head(const struct bp_pareto *pareto)
{
    if (pareto->width <= 0)
        return 0;
    int n_lines = pareto->head.n_lines + (pareto->panel > 0 ? 1 : 0);
    return n_lines * bp_pen_leading(axis_type(pareto)) + HEAD_GAP;
}

/* A line after all bars would part nothing. */
static bool is_marked(const struct bp_pareto *pareto, int index)
{
    return pareto->width > 0 && index + 1 == pareto->chart->n_few &&
           index + 1 < pareto->chart->n_bars && figure_of(pareto, index + 1);
}

double bp_pareto_below(const struct bp_pareto *pareto, int index)
{
    return is_marked(pareto, index) ? bp_pen_leading(axis_type(pareto)) : 0;
}

static void draw_head(const struct bp_pareto *pareto, struct bp_canvas *canvas, double right,
                      double head)
{
    bp_canvas_lines(canvas, axis_type(pareto), &pareto->head,
                    (struct bp_spot){right, head - bp_pareto_head(pareto)}, BP_ALIGN_END);
}

/* Its ends and Pareto's share, with words over them, behind the line. */
static void draw_grid(const struct bp_pareto *pareto, struct bp_canvas *canvas, double left,
                      double top, double foot)
{
    static const struct {
        const char *words;
        double share;
    } ticks[] = {{"0%", 0}, {"80%", MOST}, {NULL, 1}};
    const struct bp_style *base = bp_pen_style(pareto->pen, BP_STYLE_CHART_BASE);
    const struct bp_style *axis = bp_pen_style(pareto->pen, BP_STYLE_CHART_AXIS);
    double y = top - HEAD_GAP - bp_pen_leading(&axis->type) +
               bp_pen_middle(pareto->pen, &axis->type, bp_pen_leading(&axis->type));
    for (size_t i = 0; i < G_N_ELEMENTS(ticks); i++) {
        const struct bp_style *style = i < 2 ? base : axis;
        const struct bp_stroke stroke = {style->rule_colour, style->rule,
                                         ticks[i].share == MOST ? DASH : 0};
        double x = left + ticks[i].share * pareto->panel;
        bp_canvas_line(canvas, &stroke, (struct bp_spot){x, top}, (struct bp_spot){x, foot});
        if (ticks[i].words)
            bp_canvas_label(canvas, &axis->type, ticks[i].words, (struct bp_spot){x, y},
                            BP_ALIGN_CENTRE);
    }
}

/* From zero at the head on, as the bars add up. */
static void draw_line(const struct bp_pareto *pareto, struct bp_canvas *canvas, double left,
                      double head, const double *middles)
{
    const struct bp_style *style = bp_pen_series(pareto->pen, 0);
    const struct bp_stroke stroke = {style->type.colour, style->rule, 0};
    const struct bp_mark_look mark = {BP_MARK_DISC, MARK, style->type.colour, false};
    const struct bp_chart *chart = pareto->chart;
    struct bp_spot *spots =
        bp_arena_new(pareto->pen->scratch, (size_t)(chart->n_bars + 1) * sizeof *spots);
    double sum = 0, so_far = 0;
    int n = 1;
    for (int i = 0; i < chart->n_bars; i++)
        sum += chart->bars[i].there[0] ? bp_decimal_double(chart->bars[i].values[0]) : 0;
    spots[0] = (struct bp_spot){left, head};
    for (int i = 0; i < chart->n_bars && figure_of(pareto, i); i++) {
        so_far += bp_decimal_double(chart->bars[i].values[0]);
        spots[n++] = (struct bp_spot){left + so_far / sum * pareto->panel, middles[i]};
    }
    bp_canvas_path(canvas, &stroke, spots, n);
    for (int i = 1; i < n; i++)
        bp_canvas_mark(canvas, &mark, spots[i]);
}

void bp_pareto_draw(const struct bp_pareto *pareto, struct bp_canvas *canvas, double right,
                    double head, const struct bp_part *part, const double *middles)
{
    const struct bp_type *type = figure_type(pareto);
    double left = right - pareto->figures - FIGURE_GAP - pareto->panel, line = bp_pen_leading(type);
    if (pareto->width <= 0 || pareto->chart->n_bars == 0)
        return;
    draw_head(pareto, canvas, right, head);
    if (pareto->panel > 0) {
        draw_grid(pareto, canvas, left, head, middles[pareto->chart->n_bars - 1] + line / 2);
        draw_line(pareto, canvas, left, head, middles);
    }
    for (int i = part->first; i < part->end; i++)
        if (figure_of(pareto, i))
            bp_canvas_label(canvas, type, figure_of(pareto, i),
                            (struct bp_spot){right, middles[i] - line / 2 +
                                                        bp_pen_middle(pareto->pen, type, line)},
                            BP_ALIGN_END);
}

void bp_pareto_mark(const struct bp_pareto *pareto, struct bp_canvas *canvas, double right,
                    double y)
{
    const struct bp_style *base = bp_pen_style(pareto->pen, BP_STYLE_CHART_BASE);
    const struct bp_stroke stroke = {base->rule_colour, base->rule, DASH};
    const struct bp_type *type = axis_type(pareto);
    const char *words = bp_look_literal(pareto->pen->look, "chart-most");
    bp_canvas_line(canvas, &stroke, (struct bp_spot){0, y}, (struct bp_spot){right, y});
    if (words)
        bp_canvas_label(
            canvas, type, words,
            (struct bp_spot){right, y + bp_pen_middle(pareto->pen, type, bp_pen_leading(type))},
            BP_ALIGN_END);
}
