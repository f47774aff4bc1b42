/* SPDX-License-Identifier: MIT */
#include <glib.h>
#include <math.h>

#include "metric/amount.h"
#include "chart/tellforms.h"

#define MOST_DIGITS 1e17

enum {
    MOST_DECIMALS = 3,
    LONGEST_SIGN = 2, /* characters of a unit that a sentence has room for */
    EASY_COLUMNS = 7, /* a table of so many stays as the map is */
};

/* A map under way: the least and the most value, and where they are. */
struct range {
    struct bp_decimal least, most;
    int least_at, most_at; /* cells, row by row; -1: no value at all */
};

static struct range find_range(const struct bp_heat *heat)
{
    struct range range = {.least_at = -1, .most_at = -1};
    for (int i = 0; i < heat->n_rows * heat->n_columns; i++) {
        const struct bp_heat_row *row = &heat->rows[i / heat->n_columns];
        int column = i % heat->n_columns;
        if (!row->there[column])
            continue;
        if (range.least_at < 0 || bp_decimal_compare(row->values[column], range.least) < 0) {
            range.least = row->values[column];
            range.least_at = i;
        }
        if (range.most_at < 0 || bp_decimal_compare(row->values[column], range.most) > 0) {
            range.most = row->values[column];
            range.most_at = i;
        }
    }
    return range;
}

static int decimals_of(const struct bp_chart *chart)
{
    const struct bp_heat *heat = chart->heat;
    int decimals = 0;
    if (chart->decimals >= 0)
        return chart->decimals;
    for (int i = 0; i < heat->n_rows; i++)
        for (int k = 0; k < heat->n_columns; k++)
            if (heat->rows[i].there[k])
                decimals = MAX(decimals, heat->rows[i].values[k].scale);
    return MIN(decimals, MOST_DECIMALS);
}

/* Five equal steps of shade from the least to the most value. */
struct steps {
    struct bp_decimal bounds[BP_HEAT_N_SHADES + 1];
    int decimals;
    bool flat; /* all values are the same */
};

/* Bounds are as exact as they are printed, so that what a cell's shade says is what the key says of
 * its value. */
static struct steps set_steps(const struct range *range, int decimals)
{
    struct steps steps = {.decimals = decimals};
    double least = bp_decimal_double(range->least), most = bp_decimal_double(range->most);
    double step = (most - least) / BP_HEAT_N_SHADES;
    while (step > 0 && step < pow(10, -steps.decimals) && steps.decimals < BP_DECIMAL_MOST_SCALE)
        steps.decimals++;
    while (steps.decimals > 0 &&
           MAX(fabs(least), fabs(most)) * pow(10, steps.decimals) > MOST_DIGITS)
        steps.decimals--;
    for (int i = 0; i <= BP_HEAT_N_SHADES; i++)
        steps.bounds[i] = bp_amount_rounded(least + i * step, steps.decimals);
    steps.flat = bp_decimal_compare(steps.bounds[0], steps.bounds[BP_HEAT_N_SHADES]) == 0;
    return steps;
}

/* "10 to 19", and "20 to 29" after it: no value is in two. */
static void print_ranges(struct bp_chart *chart, const struct steps *steps,
                         const struct bp_look *look, struct bp_arena *arena)
{
    const struct bp_amount_form form = {.unit = chart->unit.text, .decimals = steps->decimals};
    const struct bp_decimal unit = {1, steps->decimals};
    const char *to = bp_look_literal(look, "chart-to");
    for (int i = 0; i < BP_HEAT_N_SHADES; i++) {
        struct bp_decimal first = steps->bounds[i], last = steps->bounds[i + 1];
        if (i + 1 < BP_HEAT_N_SHADES && !bp_decimal_subtract(last, unit, &last))
            last = first;
        const char *from = bp_amount_print(&form, first, arena);
        chart->heat->ranges[i] = bp_decimal_compare(first, last) >= 0
                                     ? from
                                     : bp_arena_printf(arena, "%s%s%s", from, to ? to : " ",
                                                       bp_amount_print(&form, last, arena));
    }
}

/* A value on a bound belongs to the step above it. */
static signed char step_of(const struct steps *steps, struct bp_decimal value)
{
    int step = 0;
    value = bp_decimal_round(value, steps->decimals);
    while (!steps->flat && step + 1 < BP_HEAT_N_SHADES &&
           bp_decimal_compare(value, steps->bounds[step + 1]) >= 0)
        step++;
    return (signed char)step;
}

static void set_cells(struct bp_chart *chart, int decimals, const struct steps *steps,
                      struct bp_arena *arena)
{
    struct bp_heat *heat = chart->heat;
    size_t n = (size_t)(heat->n_rows * heat->n_columns);
    struct bp_amount_form form = {.decimals = decimals}; /* the unit would fill the cells */
    heat->figures = bp_arena_new(arena, n * sizeof *heat->figures);
    heat->steps = bp_arena_new(arena, n * sizeof *heat->steps);
    for (int i = 0; i < (int)n; i++) {
        const struct bp_heat_row *row = &heat->rows[i / heat->n_columns];
        int column = i % heat->n_columns;
        heat->steps[i] = -1;
        if (!row->there[column])
            continue;
        heat->figures[i] = bp_amount_print(&form, row->values[column], arena);
        heat->steps[i] = step_of(steps, row->values[column]);
    }
}

static void tell_table(struct bp_chart *chart, struct bp_arena *arena)
{
    const struct bp_heat *heat = chart->heat;
    bool turned = heat->n_columns > EASY_COLUMNS && heat->n_rows < heat->n_columns;
    int n_rows = turned ? heat->n_columns : heat->n_rows;
    int n_columns = turned ? heat->n_rows : heat->n_columns;
    bp_chart_rows_new(chart, n_rows, arena);
    for (int k = 0; k < n_columns; k++)
        chart->heads[k] = turned ? heat->rows[k].label.text : heat->columns[k].text;
    for (int i = 0; i < n_rows; i++) {
        chart->rows[i].label = turned ? heat->columns[i].text : heat->rows[i].label.text;
        for (int k = 0; k < n_columns; k++)
            chart->rows[i].values[k] =
                heat->figures[turned ? k * heat->n_columns + i : i * heat->n_columns + k];
    }
}

/* "Ashford, May" */
static const char *name_of(const struct bp_heat *heat, int cell, const struct bp_look *look,
                           struct bp_arena *arena)
{
    const char *comma = bp_look_literal(look, "comma");
    const char *row = heat->rows[cell / heat->n_columns].label.text;
    return bp_arena_printf(arena, "%s%s%s", row, comma ? comma : " ",
                           heat->columns[cell % heat->n_columns].text);
}

void bp_heat_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    struct bp_heat *heat = chart->heat;
    const struct range range = find_range(heat);
    int decimals = decimals_of(chart);
    const struct steps steps = set_steps(&range, decimals);
    print_ranges(chart, &steps, look, arena);
    set_cells(chart, decimals, &steps, arena);
    tell_table(chart, arena);
    if (range.least_at < 0)
        return;
    const char *unit = chart->unit.text; /* a word would make the sentence too long */
    bool brief = unit && g_utf8_strlen(unit, -1) <= LONGEST_SIGN;
    struct bp_amount_form form = {.unit = brief ? unit : NULL, .decimals = decimals};
    chart->highest = bp_amount_print(&form, range.most, arena);
    chart->highest_at = name_of(heat, range.most_at, look, arena);
    chart->lowest = bp_amount_print(&form, range.least, arena);
    chart->lowest_at = name_of(heat, range.least_at, look, arena);
}
