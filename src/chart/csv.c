/* SPDX-License-Identifier: MIT */
#include "chart/csv.h"

#include <string.h>

#include "metric/amount.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

struct table {
    const struct bp_chart *chart;
    const struct bp_look *look;
    bool has_periods;                      /* the rows are periods */
    bool has_events;                       /* something happened in one of them */
    bool has_marks;                        /* some value of theirs is provisional, or the like */
    bool is_there[BP_CHART_MOST_COLUMNS];  /* a column that has a head or a value */
    bool is_number[BP_CHART_MOST_COLUMNS]; /* all its values are amounts, of one unit: */
    GString *units[BP_CHART_MOST_COLUMNS];
    bool is_mixed[BP_CHART_MOST_COLUMNS]; /* they are amounts of several units, which stand in a */
    bool has_units;                       /* column of their own: each row has one */
    int n_cells;                          /* of the row under way */
    GString *out;
};

/* What a spreadsheet takes for the start of a formula, in its full-width form too. */
static bool is_formula(const char *words)
{
    static const gunichar starts[] = {'=', '+', '-', '@', 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20};
    while (g_unichar_isspace(g_utf8_get_char(words)))
        words = g_utf8_next_char(words);
    for (gsize i = 0; i < G_N_ELEMENTS(starts); i++)
        if (g_utf8_get_char(words) == starts[i])
            return true;
    return false;
}

/* What is not seen, but for the two that join letters or keep them apart. */
static bool is_hidden(gunichar c)
{
    return g_unichar_type(c) == G_UNICODE_FORMAT && c != 0x200C && c != 0x200D;
}

/* Spaces of all kinds become plain ones; what only guides the breaking of lines is left out. */
static void append_plain(GString *out, const char *words)
{
    for (; *words; words = g_utf8_next_char(words)) {
        gunichar c = g_utf8_get_char(words);
        if (g_unichar_isspace(c) || g_unichar_iscntrl(c))
            g_string_append_c(out, ' ');
        else if (c == '"')
            g_string_append(out, "\"\"");
        else if (!is_hidden(c))
            g_string_append_unichar(out, c);
    }
}

static void next_cell(struct table *table)
{
    if (table->n_cells++ > 0)
        g_string_append_c(table->out, ',');
}

static void end_row(struct table *table)
{
    table->n_cells = 0;
    g_string_append(table->out, "\r\n");
}

/* A cell of words, and of a head's unit. Spreadsheets part cells at semicolons where decimals have
 * commas. */
static void add_words(struct table *table, const char *words, const char *unit)
{
    GString *cell = g_string_new(NULL);
    next_cell(table);
    append_plain(cell, words ? words : "");
    if (is_formula(cell->str))
        g_string_prepend_c(cell, '\'');
    if (unit && *unit) {
        g_string_append(cell, " (");
        append_plain(cell, unit);
        g_string_append_c(cell, ')');
    }
    bool quoted = strpbrk(cell->str, ",;\"") || g_str_has_prefix(cell->str, " ") ||
                  g_str_has_suffix(cell->str, " ");
    g_string_append_printf(table->out, quoted ? "\"%s\"" : "%s", cell->str);
    g_string_free(cell, TRUE);
}

static void survey_rows(struct table *table)
{
    for (int i = 0; i < table->chart->n_rows; i++) {
        const struct bp_chart_row *row = &table->chart->rows[i];
        table->has_periods = table->has_periods || row->period;
        table->has_events = table->has_events || row->event;
        table->has_marks = table->has_marks || row->mark;
    }
}

static void survey_column(struct table *table, int column)
{
    const struct bp_chart *chart = table->chart;
    GString *number = g_string_new(NULL), *unit = g_string_new(NULL);
    int n_values = 0, n_amounts = 0;
    bool several = false;
    for (int i = 0; i < chart->n_rows; i++) {
        const char *value = chart->rows[i].values[column];
        if (!value)
            continue;
        g_string_truncate(unit, 0);
        n_values++;
        if (!bp_amount_split(value, number, unit))
            continue;
        n_amounts++;
        if (n_amounts == 1)
            g_string_assign(table->units[column], unit->str);
        several = several || !g_string_equal(unit, table->units[column]);
    }
    table->is_number[column] = n_amounts == n_values && !several;
    table->is_mixed[column] = n_amounts == n_values && several;
    table->is_there[column] = n_values > 0 || chart->heads[column];
    g_string_free(number, TRUE);
    g_string_free(unit, TRUE);
}

/* Appends the unit of the row's values in mixed columns; false: they have several. */
static bool find_unit(const struct table *table, const struct bp_chart_row *row, GString *unit)
{
    GString *number = g_string_new(NULL), *one = g_string_new(NULL);
    bool first = true, same = true;
    for (int k = 0; k < BP_CHART_MOST_COLUMNS; k++) {
        if (!table->is_mixed[k] || !row->values[k])
            continue;
        g_string_truncate(one, 0);
        bp_amount_split(row->values[k], number, one);
        same = same && (first || g_string_equal(one, unit));
        g_string_assign(unit, one->str);
        first = false;
    }
    g_string_free(number, TRUE);
    g_string_free(one, TRUE);
    return same;
}

/* A column for units, or else none is mixed. */
static void survey_units(struct table *table)
{
    GString *unit = g_string_new(NULL);
    bool same = true;
    for (int i = 0; i < table->chart->n_rows; i++)
        same = find_unit(table, &table->chart->rows[i], unit) && same;
    for (int k = 0; k < BP_CHART_MOST_COLUMNS; k++) {
        table->is_mixed[k] = table->is_mixed[k] && same;
        table->has_units = table->has_units || table->is_mixed[k];
    }
    g_string_free(unit, TRUE);
}

/* What a column is called whose chart leaves that to the layout. */
static const char *head_of(const struct table *table, int column)
{
    const struct bp_chart *chart = table->chart;
    if (chart->heads[column])
        return chart->heads[column];
    return chart->about ? chart->about : bp_look_literal(table->look, "chart-value");
}

static void add_heads(struct table *table)
{
    const struct bp_look *look = table->look;
    add_words(table, bp_look_literal(look, table->has_periods ? "chart-period" : "chart-label"),
              NULL);
    if (table->has_periods)
        add_words(table, bp_look_literal(look, "chart-first-day"), NULL);
    for (int k = 0; k < BP_CHART_MOST_COLUMNS; k++)
        if (table->is_there[k])
            add_words(table, head_of(table, k), table->is_number[k] ? table->units[k]->str : NULL);
    if (table->has_units)
        add_words(table, bp_look_literal(look, "chart-unit"), NULL);
    if (table->has_events)
        add_words(table, bp_look_literal(look, "chart-event"), NULL);
    if (table->has_marks)
        add_words(table, bp_look_literal(look, "chart-mark"), NULL);
    end_row(table);
}

static void add_day(struct table *table, const struct bp_period *period)
{
    next_cell(table);
    if (!period)
        return;
    const struct bp_date day = bp_period_first(*period);
    g_string_append_printf(table->out, "%04d-%02d-%02d", day.year, day.month, day.day);
}

static void add_value(struct table *table, const char *value, int column)
{
    GString *unit = g_string_new(NULL);
    if (value && !table->is_number[column] && !table->is_mixed[column]) {
        add_words(table, value, NULL);
    } else {
        next_cell(table);
        if (value)
            bp_amount_split(value, table->out, unit);
    }
    g_string_free(unit, TRUE);
}

static void add_unit(struct table *table, const struct bp_chart_row *row)
{
    GString *unit = g_string_new(NULL);
    find_unit(table, row, unit);
    add_words(table, unit->str, NULL);
    g_string_free(unit, TRUE);
}

static void add_row(struct table *table, const struct bp_chart_row *row)
{
    add_words(table, row->label, NULL);
    if (table->has_periods)
        add_day(table, row->period);
    for (int k = 0; k < BP_CHART_MOST_COLUMNS; k++)
        if (k < BP_CHART_N_DAYS && row->days[k])
            add_words(table, row->days[k], NULL);
        else if (table->is_there[k])
            add_value(table, row->values[k], k);
    if (table->has_units)
        add_unit(table, row);
    if (table->has_events)
        add_words(table, row->event, NULL);
    if (table->has_marks)
        add_words(table, row->mark, NULL);
    end_row(table);
}

const char *bp_chart_csv(const struct bp_chart *chart, const struct bp_look *look,
                         struct bp_arena *arena)
{
    struct table table = {.chart = chart, .look = look, .out = g_string_new(BYTE_ORDER_MARK)};
    survey_rows(&table);
    for (int k = 0; k < BP_CHART_MOST_COLUMNS; k++) {
        table.units[k] = g_string_new(NULL);
        survey_column(&table, k);
    }
    survey_units(&table);
    add_heads(&table);
    for (int i = 0; i < chart->n_rows; i++)
        add_row(&table, &chart->rows[i]);
    const char *csv =
        chart->n_rows > 0 ? bp_arena_string(arena, table.out->str, table.out->len) : NULL;
    for (int k = 0; k < BP_CHART_MOST_COLUMNS; k++)
        g_string_free(table.units[k], TRUE);
    g_string_free(table.out, TRUE);
    return csv;
}
