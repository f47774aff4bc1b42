/* SPDX-License-Identifier: MIT */
#include <glib.h>
#include <math.h>

#include "metric/amount.h"
#include "chart/tellforms.h"
#include "metric/funnel.h"
#include "metric/level.h"

enum { USUAL_DECIMALS = 1, PERCENT = 100 };

/* Columns of the data table. */
enum { NUMERATOR, DENOMINATOR = BP_FUNNEL_DENOMINATOR, RATE, LOWER, UPPER, FINDING };

/* The points of series are the levels over its periods; one that has none stays without. */
static void find_points(struct bp_funnel *funnel, struct bp_arena *arena)
{
    int n = 0;
    for (int i = 0; funnel->series && i < funnel->n_points; i++) {
        const struct bp_series *series = funnel->series[i];
        const struct bp_level level = bp_level_over(series, funnel->from, funnel->until, arena);
        if (level.fault || !level.has_denominator || bp_decimal_sign(level.denominator) <= 0)
            continue;
        funnel->points[n++] = (struct bp_funnel_point){
            .label = series->title, .numerator = level.numerator, .denominator = level.denominator};
    }
    if (funnel->series)
        funnel->n_points = n;
}

static void judge(struct bp_funnel_point *point, bool share, double overall)
{
    double limits[BP_FUNNEL_N_LIMITS], denominator = bp_decimal_double(point->denominator);
    for (int i = 0; i < BP_FUNNEL_N_LIMITS; i++)
        limits[i] = bp_funnel_limit((enum bp_funnel_limit)i, share, overall, denominator);
    point->rate = bp_decimal_double(point->numerator) / denominator;
    point->outer[0] = limits[BP_FUNNEL_OUTER_LOWER];
    point->outer[1] = limits[BP_FUNNEL_OUTER_UPPER];
    point->side = point->rate > limits[BP_FUNNEL_OUTER_UPPER]   ? BP_FUNNEL_FAR_ABOVE
                  : point->rate < limits[BP_FUNNEL_OUTER_LOWER] ? BP_FUNNEL_FAR_BELOW
                  : point->rate > limits[BP_FUNNEL_INNER_UPPER] ? BP_FUNNEL_ABOVE
                  : point->rate < limits[BP_FUNNEL_INNER_LOWER] ? BP_FUNNEL_BELOW
                                                                : BP_FUNNEL_INSIDE;
}

static struct bp_amount_form form_of(const struct bp_chart *chart)
{
    return (struct bp_amount_form){.unit = chart->funnel->per == 0 ? "%" : NULL,
                                   .decimals =
                                       chart->decimals >= 0 ? chart->decimals : USUAL_DECIMALS};
}

static int factor_of(const struct bp_chart *chart)
{
    return chart->funnel->per == 0 ? PERCENT : chart->funnel->per;
}

/* A limit, which is reckoned in binary. */
static const char *print_limit(const struct bp_chart *chart, double limit, struct bp_arena *arena)
{
    const struct bp_amount_form form = form_of(chart);
    return bp_amount_print(&form, bp_amount_rounded(limit * factor_of(chart), form.decimals),
                           arena);
}

/* A rate from its decimals, so that it is rounded as everywhere else; NULL: it has more digits than
 * fit. */
static const char *print_rate(const struct bp_chart *chart, struct bp_decimal numerator,
                              struct bp_decimal denominator, struct bp_arena *arena)
{
    const struct bp_amount_form form = form_of(chart);
    struct bp_decimal rate;
    if (!bp_decimal_quotient(numerator, denominator, factor_of(chart), &rate))
        return NULL;
    return bp_amount_print(&form, rate, arena);
}

static void tell_point(struct bp_chart *chart, int index, const struct bp_look *look,
                       struct bp_arena *arena)
{
    static const char *const findings[] = {
        [BP_FUNNEL_INSIDE] = "funnel-inside",       [BP_FUNNEL_ABOVE] = "funnel-above",
        [BP_FUNNEL_BELOW] = "funnel-below",         [BP_FUNNEL_FAR_ABOVE] = "funnel-far-above",
        [BP_FUNNEL_FAR_BELOW] = "funnel-far-below",
    };
    const struct bp_amount_form whole = {0};
    const struct bp_funnel_point *point = &chart->funnel->points[index];
    struct bp_chart_row *row = &chart->rows[index];
    row->label = point->label.text;
    row->values[NUMERATOR] = bp_amount_print(&whole, point->numerator, arena);
    row->values[DENOMINATOR] = bp_amount_print(&whole, point->denominator, arena);
    row->values[RATE] = print_rate(chart, point->numerator, point->denominator, arena);
    row->values[LOWER] = print_limit(chart, point->outer[0], arena);
    row->values[UPPER] = print_limit(chart, point->outer[1], arena);
    row->values[FINDING] = bp_look_literal(look, findings[point->side]);
    chart->n_beyond += point->side >= BP_FUNNEL_FAR_ABOVE;
    chart->n_near += point->side == BP_FUNNEL_ABOVE || point->side == BP_FUNNEL_BELOW;
}

static void tell_extremes(struct bp_chart *chart)
{
    const struct bp_funnel *funnel = chart->funnel;
    int highest = 0, lowest = 0;
    for (int i = 1; i < funnel->n_points; i++) {
        highest = funnel->points[i].rate > funnel->points[highest].rate ? i : highest;
        lowest = funnel->points[i].rate < funnel->points[lowest].rate ? i : lowest;
    }
    chart->highest = chart->rows[highest].values[RATE];
    chart->highest_at = chart->rows[highest].label;
    chart->lowest = chart->rows[lowest].values[RATE];
    chart->lowest_at = chart->rows[lowest].label;
}

/* Of one period the first is left out. */
static void tell_span(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    const struct bp_funnel *funnel = chart->funnel;
    chart->latest_at = bp_period_label(funnel->until, look->months, arena);
    if (funnel->from.index < funnel->until.index)
        chart->first_at = bp_period_label(funnel->from, look->months, arena);
}

/* All numerators over all denominators. */
static const char *tell_overall(struct bp_chart *chart, struct bp_arena *arena)
{
    struct bp_funnel *funnel = chart->funnel;
    struct bp_decimal numerators = {0}, denominators = {0};
    double numerator = 0, denominator = 0;
    bool fits = true;
    for (int i = 0; i < funnel->n_points; i++) {
        const struct bp_funnel_point *point = &funnel->points[i];
        numerator += bp_decimal_double(point->numerator);
        denominator += bp_decimal_double(point->denominator);
        fits = fits && bp_decimal_add(numerators, point->numerator, &numerators) &&
               bp_decimal_add(denominators, point->denominator, &denominators);
    }
    funnel->overall = numerator / denominator;
    const char *overall = fits ? print_rate(chart, numerators, denominators, arena) : NULL;
    return overall ? overall : print_limit(chart, funnel->overall, arena);
}

void bp_funnel_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    static const char *const heads[] = {"chart-numerator",   "chart-denominator", "chart-rate",
                                        "chart-outer-lower", "chart-outer-upper", "chart-finding"};
    struct bp_funnel *funnel = chart->funnel;
    find_points(funnel, arena);
    chart->n_beyond = chart->n_near = 0;
    bp_chart_rows_new(chart, funnel->n_points, arena);
    bp_chart_heads_set(chart, heads, G_N_ELEMENTS(heads), look);
    if (chart->unit.text)
        chart->heads[DENOMINATOR] = chart->unit.text;
    if (funnel->n_points == 0)
        return;
    chart->latest = tell_overall(chart, arena);
    for (int i = 0; i < funnel->n_points; i++) {
        judge(&funnel->points[i], funnel->per == 0, funnel->overall);
        tell_point(chart, i, look, arena);
    }
    chart->counted = bp_arena_printf(arena, "%d", funnel->n_points);
    if (funnel->series)
        tell_span(chart, look, arena);
    tell_extremes(chart);
}
