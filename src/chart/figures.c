/* SPDX-License-Identifier: MIT */
#include "chart/figures.h"

#include <string.h>

#include "metric/written.h"

/* Up to so many values, all pairs are looked at. */
enum { MOST_PAIRED = 12 };

struct cell {
    struct bp_decimal value;
    const char *label; /* of its row */
};

/* Values that can be compared: those of a column, or of a row. */
struct line {
    GArray *cells; /* struct cell */
    bool percent;  /* they are percentages */
    bool in_time;  /* they follow each other */
};

struct gathering {
    const struct bp_chart *chart;
    const struct bp_look *look;
    struct bp_arena *arena;
    GArray *figures;
};

static void add(struct gathering *gathering, struct bp_figure figure)
{
    g_array_append_val(gathering->figures, figure);
}

static const struct cell *cell_at(const struct line *line, guint index)
{
    return &g_array_index(line->cells, struct cell, index);
}

static void add_percent(struct gathering *gathering, struct bp_figure figure,
                        struct bp_decimal times, struct bp_decimal by)
{
    figure.percent = true;
    figure.points = false;
    if (bp_decimal_sign(by) > 0 && bp_decimal_quotient(times, by, 100, &figure.value))
        add(gathering, figure);
}

/* The values that words compare others with: first, latest, highest, lowest. */
static void find_marks(const struct line *line, guint marks[4])
{
    guint n = line->cells->len;
    marks[0] = marks[2] = marks[3] = 0;
    marks[1] = n - 1;
    for (guint i = 1; i < n; i++) {
        if (bp_decimal_compare(cell_at(line, i)->value, cell_at(line, marks[2])->value) > 0)
            marks[2] = i;
        if (bp_decimal_compare(cell_at(line, i)->value, cell_at(line, marks[3])->value) < 0)
            marks[3] = i;
    }
}

static bool is_mark(const guint marks[4], guint index)
{
    return marks[0] == index || marks[1] == index || marks[2] == index || marks[3] == index;
}

/* Neighbours, and what lies a year apart. */
static bool is_step(guint gap)
{
    return gap == 1 || gap == 4 || gap == 12 || gap == 52;
}

static void add_pair(struct gathering *gathering, const struct line *line, const guint marks[4],
                     guint from, guint to)
{
    const struct cell *a = cell_at(line, from), *b = cell_at(line, to);
    struct bp_figure figure = {
        .kind = BP_FIGURE_DIFFERENCE, .points = line->percent, .from = a->label, .to = b->label};
    if (!bp_decimal_subtract(b->value, a->value, &figure.value))
        return;
    if (line->in_time) {
        figure.way = from < to ? 1 : -1;
        figure.from_mark = is_mark(marks, from) || (from < to && is_step(to - from));
        figure.to_latest = to == line->cells->len - 1;
    }
    add(gathering, figure);
    figure.kind = BP_FIGURE_CHANGE;
    if (!line->percent)
        add_percent(gathering, figure, figure.value, a->value);
}

static bool is_paired(const struct line *line, const guint marks[4], guint a, guint b)
{
    return is_mark(marks, a) || is_mark(marks, b) || line->cells->len <= MOST_PAIRED ||
           is_step(b - a);
}

static void add_pairs(struct gathering *gathering, const struct line *line)
{
    guint marks[4];
    if (line->cells->len < 2)
        return;
    find_marks(line, marks);
    for (guint a = 0; a < line->cells->len; a++)
        for (guint b = a + 1; b < line->cells->len; b++)
            if (is_paired(line, marks, a, b)) {
                add_pair(gathering, line, marks, a, b);
                add_pair(gathering, line, marks, b, a);
            }
}

/* Percentages have no total, but may be parts of one hundred. */
static void add_sums(struct gathering *gathering, const struct line *line, const char *label)
{
    struct bp_figure total = {
        .kind = BP_FIGURE_TOTAL, .percent = line->percent, .from = label, .to = label};
    struct bp_figure average = {.kind = BP_FIGURE_AVERAGE, .percent = line->percent};
    guint n = line->cells->len;
    if (gathering->chart->type == BP_CHART_WATERFALL)
        return; /* its totals are among its values */
    for (guint i = 0; i < n; i++)
        if (!bp_decimal_add(total.value, cell_at(line, i)->value, &total.value))
            return;
    if (n < 2)
        return;
    add(gathering, total);
    if (!label && bp_decimal_quotient(total.value, bp_decimal_whole((int)n), 1, &average.value))
        add(gathering, average);
    for (guint i = 0; i < n && !line->percent; i++)
        add_percent(gathering,
                    (struct bp_figure){.kind = BP_FIGURE_SHARE, .from = cell_at(line, i)->label},
                    cell_at(line, i)->value, total.value);
}

static void add_values(struct gathering *gathering, const struct line *line)
{
    for (guint i = 0; i < line->cells->len; i++)
        add(gathering, (struct bp_figure){.kind = BP_FIGURE_VALUE,
                                          .value = cell_at(line, i)->value,
                                          .percent = line->percent,
                                          .from = cell_at(line, i)->label});
}

static void begin(struct line *line)
{
    *line = (struct line){.cells = g_array_new(FALSE, FALSE, sizeof(struct cell))};
}

static void end(struct gathering *gathering, struct line *line, const char *label)
{
    add_pairs(gathering, line);
    add_sums(gathering, line, label);
    g_array_free(line->cells, TRUE);
}

static void put(struct line *line, struct bp_decimal value, const char *label)
{
    const struct cell cell = {value, label};
    g_array_append_val(line->cells, cell);
}

/* A figure of the data table, without the thousands or millions of its unit. */
static bool read_cell(const struct gathering *gathering, int row, int column,
                      struct bp_decimal *value, bool *percent)
{
    const char *text = gathering->chart->rows[row].values[column];
    struct bp_written written;
    if (!text || !bp_written_next(text, text, gathering->look, &written))
        return false;
    *value = written.sign < 0 ? bp_decimal_negate(written.value) : written.value;
    *percent = written.percent;
    return true;
}

static void read_column(struct gathering *gathering, int column)
{
    struct line line;
    struct bp_decimal value;
    begin(&line);
    line.in_time = gathering->chart->n_rows > 0 && gathering->chart->rows[0].period;
    for (int i = 0; i < gathering->chart->n_rows; i++)
        if (read_cell(gathering, i, column, &value, &line.percent))
            put(&line, value, gathering->chart->rows[i].label);
    add_values(gathering, &line);
    end(gathering, &line, NULL);
}

/* The columns of one row beside each other: a value and its target, groups. */
static void read_row(struct gathering *gathering, int row)
{
    const char *label = gathering->chart->rows[row].label;
    struct line line;
    struct bp_decimal value;
    begin(&line);
    for (int i = 0; i < BP_CHART_MOST_COLUMNS; i++)
        if (read_cell(gathering, row, i, &value, &line.percent))
            put(&line, value, label);
    end(gathering, &line, label);
}

/* As exact as the file has them: what is printed was rounded once already. */
static void read_series(struct gathering *gathering, const struct bp_series *series)
{
    const struct bp_chart *chart = gathering->chart;
    struct line line;
    begin(&line);
    line.percent = series->unit == BP_METRIC_PERCENT;
    line.in_time = true;
    for (int i = 0; i < series->n_points; i++) {
        const struct bp_point *point = &series->points[i];
        bool shown = (!chart->has_from || point->period.index >= chart->from.index) &&
                     (!chart->has_until || point->period.index <= chart->until.index);
        if (shown && point->state == BP_POINT_PRESENT)
            put(&line, point->value,
                bp_period_label(point->period, gathering->look->months, gathering->arena));
    }
    add_values(gathering, &line);
    end(gathering, &line, NULL);
}

void bp_chart_figures(const struct bp_chart *chart, const struct bp_look *look,
                      struct bp_arena *arena, GArray *figures)
{
    struct gathering gathering = {chart, look, arena, figures};
    for (int i = 0; i < chart->n_series; i++)
        read_series(&gathering, chart->series[i]);
    for (int i = 0; i < BP_CHART_MOST_COLUMNS; i++)
        read_column(&gathering, i);
    for (int i = 0; i < chart->n_rows; i++)
        read_row(&gathering, i);
    for (int i = 0; i < chart->n_measures; i++)
        bp_chart_figures(&chart->measures[i], look, arena, figures);
}
