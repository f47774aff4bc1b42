/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/nearest.h"
#include "load/csvread.h"

static void name_left_out(struct bp_csv *csv, GString *names, const char *header)
{
    if (*header && names->len < 400)
        g_string_append_printf(names, "%s“%s”", names->len ? ", " : "",
                               bp_reader_clip(csv->reader, header));
}

/* Periods stand in the header row; `csv->cells` are rows. */
static void read_columns(struct bp_csv *csv)
{
    GString *names = g_string_new(NULL);
    int errors = bp_report_tally(csv->reader->report).errors;
    int count = csv->table->rows[csv->header.row].n_cells;
    for (int column = 0; column < count && bp_csv_may_go_on(csv, errors); column++) {
        const char *text = bp_csv_table_cell(csv->table, csv->header.row, column);
        const int columns[BP_N_CELLS] = {column, column, column};
        struct bp_period period;
        if (*text && bp_csv_period(csv, text, &period))
            bp_csv_add_point(csv, period, csv->cells, columns);
        else if (column != csv->period)
            name_left_out(csv, names, text);
    }
    if (names->len)
        csv->reading.columns_skipped = bp_arena_string(csv->reader->arena, names->str, names->len);
    for (int column = 0; column < count && csv->reading.points == 0; column++) {
        const char *text = bp_csv_table_cell(csv->table, csv->header.row, column);
        if (column == csv->period || bp_period_other_kind(text, &csv->form) < 0)
            continue;
        bp_csv_report_period(csv, csv->header.row, column, text);
        g_string_free(names, TRUE);
        return;
    }
    if (csv->reading.points == 0) {
        struct bp_source at = bp_csv_table_place(csv->table, csv->header.row, 0);
        bp_report_error(csv->reader->report, &at, "no-row",
                        "no header in this row is %s; write “header-row: ” and the number of the "
                        "row that has the periods",
                        bp_period_noun(csv->form.kind));
    }
    g_string_free(names, TRUE);
}

static void report_two_rows(struct bp_csv *csv, const struct bp_source *at, int first, int second)
{
    bp_report_error(csv->reader->report, at, "two-rows",
                    "rows %d and %d of %s are both meant; choose one with “filter: ” and, below "
                    "it, a column and its value",
                    first + 1, second + 1, csv->table->file);
}

/* The row whose label is `label` (NULL: any) and that passes the filter; -1, with a report, when
 * there is none or more than one. */
static int find_row(struct bp_csv *csv, const struct bp_source *at, const char *label)
{
    GPtrArray *labels = g_ptr_array_new();
    int found = -1, second = -1;
    for (int row = csv->first; row <= csv->last; row++) {
        const char *text = bp_csv_table_cell(csv->table, row, csv->period);
        if (bp_csv_table_is_blank(csv->table, row) || !bp_csv_passes(csv, row))
            continue;
        if (label && !bp_csv_same(text, label)) {
            if (*text && labels->len < BP_CSV_MOST_NAMED)
                g_ptr_array_add(labels, (char *)text);
        } else if (found >= 0) {
            second = row;
            break;
        } else {
            found = row;
        }
    }
    g_ptr_array_add(labels, NULL);
    const char *near = label ? bp_nearest(label, (const char *const *)labels->pdata) : NULL;
    if (second >= 0)
        report_two_rows(csv, at, found, second);
    else if (found < 0 && label)
        bp_report_error(csv->reader->report, at, "no-row", "%s has no row “%s”; write %s",
                        csv->table->file, bp_reader_clip(csv->reader, label),
                        near ? near : "the text at the start of the row");
    else if (found < 0)
        bp_csv_report_nothing(csv);
    g_ptr_array_free(labels, TRUE);
    return second < 0 ? found : -1;
}

void bp_csv_read_across(struct bp_csv *csv)
{
    bool any = false;
    csv->period = bp_yaml_find(csv->node, "labels") ? bp_csv_read_column(csv, "labels") : 0;
    if (csv->header.row < 0 || csv->period < 0) {
        if (csv->header.row < 0)
            bp_report_error(csv->reader->report, &csv->node->source, "bad-row",
                            "with “direction: across” the periods stand in the header row; write "
                            "its number after “header-row: ”");
        return;
    }
    for (int i = 0; i < BP_N_CELLS; i++) {
        struct bp_words label = bp_reader_text(csv->reader, csv->node, bp_csv_cell_keys[i]);
        csv->cells[i] = label.text ? find_row(csv, &label.source, label.text) : -1;
        if (label.text && csv->cells[i] < 0)
            return;
        any = any || label.text;
    }
    if (!any)
        csv->cells[BP_CELL_VALUE] = find_row(csv, &csv->node->source, NULL);
    if (!any && csv->cells[BP_CELL_VALUE] < 0)
        return;
    for (int row = 0; row < csv->table->n_rows; row++)
        csv->reading.rows += !bp_csv_table_is_blank(csv->table, row);
    csv->reading.rows_skipped =
        csv->reading.rows - 1 - (csv->cells[0] >= 0) - (csv->cells[1] >= 0) - (csv->cells[2] >= 0);
    read_columns(csv);
}
