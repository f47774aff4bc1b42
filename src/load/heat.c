/* SPDX-License-Identifier: MIT */
#include "load/heat.h"

#include "load/charttable.h"

enum { LONGEST_COLUMN = 24, LEAST_COLUMNS = 2 };

static void read_columns(struct bp_reader *reader, const struct bp_yaml *node, struct bp_heat *heat)
{
    const struct bp_yaml *list = bp_chart_list_read(reader, node, "columns", BP_HEAT_MOST_COLUMNS);
    if (!bp_yaml_find(node, "columns"))
        bp_reader_missing(reader, node, BP_PART_CHART, "columns",
                          "write “columns:” above “rows:” and a name for each below it");
    for (int i = 0; list && i < list->n_items; i++)
        heat->columns[i] = bp_chart_label_read(reader, list->items[i], "columns", LONGEST_COLUMN);
    for (int i = 0; list && i < list->n_items && heat->columns[i].text; i++)
        heat->n_columns = i + 1;
    if (list && list->n_items < LEAST_COLUMNS)
        bp_report_error(reader->report, &list->source, "too-few",
                        "a heat map of one column is a bar chart; write “bars:”");
}

static bool read_row(struct bp_reader *reader, const struct bp_yaml *node,
                     const struct bp_heat *heat, struct bp_heat_row *row)
{
    *row = (struct bp_heat_row){0};
    if (!bp_reader_keys(reader, node, BP_PART_HEAT_ROW))
        return false;
    const struct bp_yaml *values = bp_reader_list(reader, node, "values");
    row->label = bp_chart_name_read(reader, node, BP_PART_HEAT_ROW, "label", BP_CHART_LONGEST_LABEL,
                                    "write “label: ” and what it stands for");
    if (!bp_yaml_find(node, "values"))
        bp_reader_missing(reader, node, BP_PART_HEAT_ROW, "values",
                          "write below it, indented, a “- ” and a number for each column");
    if (!values || heat->n_columns == 0)
        return false;
    if (values->n_items != heat->n_columns) {
        bp_report_error(reader->report, &values->source, "wrong-count",
                        "this row has %d values, and there are %d columns; write one for each, or "
                        "“-” in quotes where there is none",
                        values->n_items, heat->n_columns);
        return false;
    }
    for (int i = 0; i < heat->n_columns; i++)
        row->there[i] = bp_chart_amount_read(reader, values->items[i], "values", &row->values[i]);
    return row->label.text != NULL;
}

void bp_chart_heat_read(struct bp_reader *reader, const struct bp_yaml *node,
                        struct bp_chart *chart)
{
    struct bp_heat *heat = bp_arena_new(reader->arena, sizeof *heat);
    const struct bp_yaml *list = bp_chart_list_read(reader, node, "rows", BP_HEAT_MOST_ROWS);
    int n = list ? list->n_items : 0;
    chart->heat = heat;
    read_columns(reader, node, heat);
    heat->rows = bp_arena_new(reader->arena, (size_t)MAX(n, 1) * sizeof *heat->rows);
    for (int i = 0; i < n; i++)
        heat->n_rows += read_row(reader, list->items[i], heat, &heat->rows[heat->n_rows]);
    if (MIN(heat->n_rows, heat->n_columns) > BP_HEAT_MOST_NARROW)
        bp_report_error(reader->report, &list->source, "too-many",
                        "a heat map of more than %d rows has at most %d columns, so that its table "
                        "fits a page; leave out the least, or make two charts",
                        BP_HEAT_MOST_NARROW, BP_HEAT_MOST_NARROW);
}
