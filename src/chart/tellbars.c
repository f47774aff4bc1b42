/* SPDX-License-Identifier: MIT */
#include "chart/tellbars.h"

#include <glib.h>
#include <string.h>

#include "metric/amount.h"
#include "chart/tell.h"

enum { MOST_DECIMALS = 3, SHARE_DECIMALS = 2 };

/* Percent of a sum: most of it, as J. M. Juran has it of Pareto's few. */
enum { MOST_SHARE = 80 };

static int decimals_of(const struct bp_chart *chart)
{
    int decimals = 0;
    if (chart->decimals >= 0)
        return chart->decimals;
    for (int i = 0; i < chart->n_bars; i++)
        for (int k = 0; k < BP_CHART_MOST_GROUPS; k++)
            if (chart->bars[i].there[k])
                decimals = MAX(decimals, chart->bars[i].values[k].scale);
    return MIN(decimals, MOST_DECIMALS);
}

static bool has_negative(const struct bp_chart *chart)
{
    for (int i = 0; i < chart->n_bars; i++)
        for (int k = 0; k < BP_CHART_MOST_GROUPS; k++)
            if (chart->bars[i].there[k] && chart->bars[i].values[k].digits < 0)
                return true;
    return false;
}

/* Of all groups. False: there is nothing to add, or it does not fit. */
static bool sum_of(const struct bp_chart *chart, const struct bp_chart_bar *bar,
                   struct bp_decimal *sum)
{
    bool there = false;
    *sum = (struct bp_decimal){0, 0};
    for (int i = 0; i < MAX(chart->n_groups, 1); i++) {
        there = there || bar->there[i];
        if (bar->there[i] && !bp_decimal_add(*sum, bar->values[i], sum))
            return false;
    }
    return there;
}

/* What a row stands for: the first group's value or share, or the sum of a stack. False: it has
 * none. */
static bool weight_of(const struct bp_chart *chart, const struct bp_chart_bar *bar,
                      struct bp_decimal *weight)
{
    struct bp_decimal sum;
    if (chart->stack == BP_CHART_SUMS)
        return sum_of(chart, bar, weight);
    *weight = bar->values[0];
    if (chart->stack == BP_CHART_SHARES)
        return bar->there[0] && sum_of(chart, bar, &sum) &&
               bp_decimal_quotient(bar->values[0], sum, 100, weight);
    return bar->there[0];
}

/* Negative where `a` comes first. */
static int compare_bars(const struct bp_chart *chart, const struct bp_chart_bar *a,
                        const struct bp_chart_bar *b)
{
    struct bp_decimal first, second;
    bool has_first = weight_of(chart, a, &first), has_second = weight_of(chart, b, &second);
    if (has_first != has_second)
        return has_first ? -1 : 1;
    return has_first ? bp_decimal_compare(second, first) : 0;
}

/* Few bars, and equal ones keep their order. */
static void sort_bars(struct bp_chart *chart)
{
    for (int i = 1; i < chart->n_bars; i++) {
        struct bp_chart_bar bar = chart->bars[i];
        int k = i;
        for (; k > 0 && compare_bars(chart, &bar, &chart->bars[k - 1]) < 0; k--)
            chart->bars[k] = chart->bars[k - 1];
        chart->bars[k] = bar;
    }
}

/* The largest and the least of the first group, or of the sums, in column `column`. */
static void tell_extremes(struct bp_chart *chart, int column)
{
    struct bp_decimal most = {0, 0}, least = {0, 0}, weight;
    int highest = -1, lowest = -1;
    for (int i = 0; i < chart->n_bars; i++) {
        if (chart->bars[i].total || !weight_of(chart, &chart->bars[i], &weight))
            continue;
        if (highest < 0 || bp_decimal_compare(weight, most) > 0) {
            highest = i;
            most = weight;
        }
        if (lowest < 0 || bp_decimal_compare(weight, least) <= 0) {
            lowest = i;
            least = weight;
        }
    }
    if (highest < 0)
        return;
    chart->highest = chart->rows[highest].values[column];
    chart->highest_at = chart->bars[highest].label.text;
    if (lowest == highest)
        return;
    chart->lowest = chart->rows[lowest].values[column];
    chart->lowest_at = chart->bars[lowest].label.text;
}

/* The last column of a stack, or of shares. */
static void tell_sums(struct bp_chart *chart, const struct bp_amount_form *form,
                      const struct bp_look *look, struct bp_arena *arena)
{
    struct bp_decimal sum;
    chart->heads[chart->n_groups] = bp_look_literal(look, "chart-total");
    for (int i = 0; i < chart->n_bars; i++)
        if (sum_of(chart, &chart->bars[i], &sum))
            chart->rows[i].values[chart->n_groups] = bp_amount_print(form, sum, arena);
}

/* In the place of values, with what they are shares of; what is in percent is a share already. */
static void tell_shares(struct bp_chart *chart, const struct bp_amount_form *values,
                        const struct bp_look *look, struct bp_arena *arena)
{
    const struct bp_amount_form form = {"%", CLAMP(chart->decimals, 0, SHARE_DECIMALS), false};
    struct bp_decimal sum, share;
    if (chart->unit.text && strcmp(chart->unit.text, "%") == 0)
        return;
    tell_sums(chart, values, look, arena);
    for (int i = 0; i < chart->n_bars; i++)
        for (int k = 0; k < chart->n_groups && sum_of(chart, &chart->bars[i], &sum); k++)
            if (chart->bars[i].there[k] &&
                bp_decimal_ratio(chart->bars[i].values[k], sum, 100, form.decimals, &share))
                chart->rows[i].values[k] = bp_amount_print(&form, share, arena);
}

/* The columns after the value and its target: where each band ends. */
static void tell_bands(struct bp_chart *chart, const struct bp_amount_form *form,
                       struct bp_arena *arena)
{
    for (int k = 0; k < chart->n_bands; k++) {
        int column = (chart->has_targets ? 2 : 1) + k;
        chart->heads[column] = chart->bands[k].text;
        for (int i = 0; i < chart->n_bars; i++)
            chart->rows[i].values[column] = bp_amount_print(form, chart->bars[i].bands[k], arena);
    }
}

/* The second column. */
static void tell_targets(struct bp_chart *chart, const struct bp_amount_form *form,
                         const struct bp_look *look, struct bp_arena *arena)
{
    chart->heads[1] = bp_look_literal(look, "chart-target");
    for (int i = 0; i < chart->n_bars; i++)
        if (chart->bars[i].has_target)
            chart->rows[i].values[1] = bp_amount_print(form, chart->bars[i].target, arena);
}

void bp_bars_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    const struct bp_amount_form form = {chart->unit.text, decimals_of(chart), has_negative(chart)};
    int n_groups = MAX(chart->n_groups, 1);
    bp_chart_rows_new(chart, chart->n_bars, arena);
    if (chart->n_groups > 1)
        chart->group = chart->groups[0].text;
    if (chart->order == BP_CHART_LARGEST_FIRST && chart->type != BP_CHART_PYRAMID)
        sort_bars(chart);
    for (int i = 0; i < chart->n_bars; i++) {
        chart->rows[i].label = chart->bars[i].label.text;
        for (int k = 0; k < n_groups; k++)
            if (chart->bars[i].there[k])
                chart->rows[i].values[k] = bp_amount_print(&form, chart->bars[i].values[k], arena);
    }
    for (int k = 0; k < chart->n_groups; k++)
        chart->heads[k] = chart->groups[k].text;
    if (chart->has_targets)
        tell_targets(chart, &form, look, arena);
    tell_bands(chart, &form, arena);
    if (chart->stack == BP_CHART_SUMS)
        tell_sums(chart, &form, look, arena);
    else if (chart->stack == BP_CHART_SHARES)
        tell_shares(chart, &form, look, arena);
    tell_extremes(chart, chart->stack == BP_CHART_SUMS ? chart->n_groups : 0);
}

/* The second column, and how many bars make most of the sum. */
void bp_pareto_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    const struct bp_amount_form form = {"%", 0, false};
    struct bp_decimal sum = {0, 0}, so_far = {0, 0}, share;
    bp_bars_tell(chart, look, arena);
    for (int i = 0; i < chart->n_bars; i++)
        if (chart->bars[i].there[0] && !bp_decimal_add(sum, chart->bars[i].values[0], &sum))
            return;
    chart->heads[1] = bp_look_literal(look, "chart-cumulative");
    chart->counted = bp_arena_printf(arena, "%d", chart->n_bars);
    for (int i = 0; i < chart->n_bars && chart->bars[i].there[0]; i++) {
        if (!bp_decimal_add(so_far, chart->bars[i].values[0], &so_far) ||
            !bp_decimal_quotient(so_far, sum, 100, &share))
            return;
        chart->rows[i].values[1] = bp_amount_print(&form, share, arena);
        if (chart->n_few > 0 || bp_decimal_compare(share, bp_decimal_whole(MOST_SHARE)) < 0)
            continue;
        chart->n_few = i + 1;
        chart->few = bp_arena_printf(arena, "%d", i + 1);
        chart->few_share = chart->rows[i].values[1];
    }
}

/* Steps have a change and the level after them, totals a level alone. */
void bp_steps_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    static const char *const heads[] = {"chart-change", "chart-level"};
    bp_chart_rows_new(chart, chart->n_bars, arena);
    struct bp_amount_form level_form = {chart->unit.text, decimals_of(chart), false};
    struct bp_amount_form step_form = {chart->unit.text, decimals_of(chart), true};
    struct bp_decimal level = {0, 0};
    bp_chart_heads_set(chart, heads, G_N_ELEMENTS(heads), look);
    for (int i = 0; i < chart->n_bars; i++) {
        const struct bp_chart_bar *bar = &chart->bars[i];
        chart->rows[i].label = bar->label.text;
        if (bar->total)
            level = bar->values[0];
        else if (bp_decimal_add(level, bar->values[0], &level))
            chart->rows[i].values[0] = bp_amount_print(&step_form, bar->values[0], arena);
        chart->rows[i].values[1] = bp_amount_print(&level_form, level, arena);
    }
    chart->first = chart->rows[0].values[1];
    chart->first_at = chart->bars[0].label.text;
    chart->latest = chart->rows[chart->n_bars - 1].values[1];
    chart->latest_at = chart->bars[chart->n_bars - 1].label.text;
    tell_extremes(chart, 0);
}
