/* SPDX-License-Identifier: MIT */
#include "chart/bar.h"

#include <glib.h>
#include <math.h>

#define DWARFED 0.2 /* of a total: steps that come to less are told alone */

static const struct bp_type *word_type(const struct bp_pen *pen)
{
    return &bp_pen_style(pen, BP_STYLE_CHART_LABEL)->type;
}

static const struct bp_type *value_type(const struct bp_pen *pen)
{
    return &bp_pen_style(pen, BP_STYLE_CHART_VALUE)->type;
}

static double level_of(const struct bp_chart *chart, int index)
{
    double level = 0;
    for (int i = 0; i <= index; i++) {
        double value = bp_decimal_double(chart->bars[i].values[0]);
        level = chart->bars[i].total ? value : level + value;
    }
    return level;
}

/* Where totals would dwarf all steps, bars tell the change alone: they begin where the first total
 * stands, and totals are marks without a length. */
static double origin_of(const struct bp_chart *chart)
{
    double first = level_of(chart, 0), largest = 0, furthest = 0;
    for (int i = 0; i < chart->n_bars; i++) {
        largest = MAX(largest, fabs(level_of(chart, i)));
        furthest = MAX(furthest, fabs(level_of(chart, i) - first));
    }
    return furthest > 0 && furthest < largest * DWARFED ? first : 0;
}

static void make_step(struct bp_row *row, const struct bp_chart *chart, int index,
                      struct bp_pen *pen)
{
    double origin = origin_of(chart);
    struct bp_bar *bar = &row->bars[row->n_bars++];
    double level = level_of(chart, index) - origin;
    *bar = (struct bp_bar){.to = level, .type = value_type(pen), .style = bp_pen_series(pen, 0)};
    row->strong = chart->bars[index].total;
    if (row->strong) {
        bar->value = chart->rows[index].values[1];
        bar->kind = origin != 0 ? BP_BAR_MARK : BP_BAR_PLAIN;
        return;
    }
    bar->from = level_of(chart, index - 1) - origin;
    bar->value = chart->rows[index].values[0];
    bar->kind = BP_BAR_ARROW;
    bar->style = bp_pen_series(pen, bar->to < bar->from ? 2 : 1);
}

/* One for each group that has a value there; the first group's figures are the ones that stand
 * out. */
static void make_cluster(struct bp_row *row, const struct bp_chart *chart, int index,
                         struct bp_pen *pen)
{
    const struct bp_chart_bar *from = &chart->bars[index];
    for (int i = 0; i < MAX(chart->n_groups, 1); i++)
        if (from->there[i])
            row->bars[row->n_bars++] =
                (struct bp_bar){.to = bp_decimal_double(from->values[i]),
                                .value = chart->rows[index].values[i],
                                .type = i == 0 ? value_type(pen) : word_type(pen),
                                .style = bp_pen_series(pen, i)};
}

/* Words on a colour. */
static const struct bp_type *inside_type(struct bp_pen *pen, bp_colour ground)
{
    return bp_pen_on(pen, word_type(pen), ground);
}

/* What the parts are shares of, or else 1. */
static double whole_of(const struct bp_chart *chart, const struct bp_chart_bar *bar)
{
    double sum = 0;
    if (chart->stack != BP_CHART_SHARES)
        return 1;
    for (int i = 0; i < chart->n_groups; i++)
        sum += bar->there[i] ? bp_decimal_double(bar->values[i]) : 0;
    return sum > 0 ? sum : 1;
}

/* Parts one after the other, and their sum unless it is always 100%. */
static void make_stack(struct bp_row *row, const struct bp_chart *chart, int index,
                       struct bp_pen *pen)
{
    const struct bp_chart_bar *from = &chart->bars[index];
    int n_groups = chart->n_groups;
    double level = 0, whole = whole_of(chart, from);
    for (int i = 0; i < n_groups; i++) {
        double value = from->there[i] ? bp_decimal_double(from->values[i]) / whole : 0;
        if (value > 0)
            row->bars[row->n_bars++] =
                (struct bp_bar){.kind = BP_BAR_PART,
                                .from = level,
                                .to = level + value,
                                .value = chart->rows[index].values[i],
                                .type = inside_type(pen, bp_pen_series(pen, i)->type.colour),
                                .style = bp_pen_series(pen, i)};
        level += value;
    }
    if (chart->stack == BP_CHART_SUMS && chart->rows[index].values[n_groups])
        row->bars[row->n_bars++] = (struct bp_bar){.kind = BP_BAR_SUM,
                                                   .to = level,
                                                   .value = chart->rows[index].values[n_groups],
                                                   .type = value_type(pen),
                                                   .style = bp_pen_series(pen, 0)};
}

/* What the bar is measured against. */
static void set_target(struct bp_bar *bar, const struct bp_chart_bar *from)
{
    bar->has_target = from->has_target;
    bar->target = from->has_target ? bp_decimal_double(from->target) : 0;
}

void bp_row_make(struct bp_row *row, const struct bp_chart *chart, int index, struct bp_pen *pen)
{
    *row = (struct bp_row){0};
    if (chart->type == BP_CHART_WATERFALL)
        make_step(row, chart, index, pen);
    else if (chart->stack)
        make_stack(row, chart, index, pen);
    else
        make_cluster(row, chart, index, pen);
    if (row->n_bars > 0 && chart->n_bands > 0)
        row->bars[0].band = bp_decimal_double(chart->bars[index].bands[chart->n_bands - 1]);
    if (row->n_bars > 0)
        set_target(&row->bars[0], &chart->bars[index]);
    for (int i = 0; i < row->n_bars; i++)
        row->bars[i].width = bp_pen_measure(pen, row->bars[i].type, row->bars[i].value);
}
