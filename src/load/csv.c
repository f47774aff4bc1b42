/* SPDX-License-Identifier: MIT */
#include "load/csv.h"

#include <string.h>

#include "base/file.h"
#include "load/csvread.h"
#include "load/link.h"

enum { MOST_CELLS = 1000000 }; /* of all tables */

const char *const bp_csv_cell_keys[BP_N_CELLS] = {"value", "numerator", "denominator"};
static const char *const answers[] = {"yes", "no", NULL};
static const char *const directions[] = {"down", "across", NULL};
static const char *const orders[] = {"day-first", "month-first", NULL};
static const char *const separator_words[] = {"comma", "semicolon", "tab", NULL};
static const char separators[] = "\0,;\t";

static bool is_yes(struct bp_csv *csv, const char *key)
{
    return bp_reader_choice(csv->reader, csv->node, key, answers) == 1;
}

int bp_csv_read_column(struct bp_csv *csv, const char *key)
{
    struct bp_words name = bp_reader_text(csv->reader, csv->node, key);
    return name.text ? bp_csv_header_find(&csv->header, &name.source, name.text) : -1;
}

static bool read_filter(struct bp_csv *csv)
{
    const struct bp_yaml *map = bp_yaml_find(csv->node, "filter");
    if (!map)
        return true;
    if (map->kind != BP_YAML_MAP || map->n_pairs > BP_CSV_MOST_FILTERS) {
        bp_report_error(csv->reader->report, &map->source, "wrong-type",
                        "“filter” has up to %d lines of a column and the text that its cells must "
                        "have; write “Area: Kent” below it, indented",
                        BP_CSV_MOST_FILTERS);
        return false;
    }
    for (int i = 0; i < map->n_pairs; i++) {
        const struct bp_yaml_pair *pair = &map->pairs[i];
        bool blank = bp_yaml_is_empty(pair->value);
        struct bp_csv_filter filter = {.value = "", .source = pair->key->source};
        if (!blank)
            filter.value = bp_reader_words(csv->reader, pair->value, "filter").text;
        filter.column = bp_csv_header_find(&csv->header, &pair->key->source, pair->key->text);
        if (!filter.value || filter.column < 0)
            return false;
        csv->filters[csv->n_filters++] = filter;
    }
    return true;
}

/* Row numbers as people write them, from 1; 0 for the header says that there is none. */
static bool read_rows(struct bp_csv *csv)
{
    int header = bp_reader_count(csv->reader, csv->node, "header-row", 1);
    int first = bp_reader_count(csv->reader, csv->node, "first-row", header + 1);
    int last = bp_reader_count(csv->reader, csv->node, "last-row", csv->table->n_rows);
    const struct bp_yaml *wrong = NULL;
    csv->header = (struct bp_csv_header){csv->reader, csv->table, header - 1};
    csv->first = first - 1;
    csv->last = MIN(last, csv->table->n_rows) - 1;
    if (header > csv->table->n_rows)
        wrong = bp_yaml_find(csv->node, "header-row");
    else if (first <= header || first > csv->table->n_rows)
        wrong = bp_yaml_find(csv->node, "first-row");
    else if (last < first)
        wrong = bp_yaml_find(csv->node, "last-row");
    else
        return true;
    if (!wrong) {
        struct bp_source at = bp_csv_table_place(csv->table, header, 0);
        bp_report_error(csv->reader->report, &at, "missing",
                        "there is nothing below the headers; save the spreadsheet again, or write "
                        "the right “header-row”");
        return false;
    }
    bp_report_error(csv->reader->report, &wrong->source, "bad-row",
                    "%s has %d rows, the header's before the others'; check the numbers of “header-"
                    "row”, “first-row” and “last-row”",
                    csv->table->file, csv->table->n_rows);
    return false;
}

/* Which of value, numerator and denominator are named. */
static bool check_keys(struct bp_csv *csv)
{
    struct bp_reader *reader = csv->reader;
    bool numerator = bp_yaml_find(csv->node, "numerator") != NULL;
    bool denominator = bp_yaml_find(csv->node, "denominator") != NULL;
    bool across = bp_reader_choice(reader, csv->node, "direction", directions) == 2;
    if (numerator != denominator)
        bp_report_error(reader->report, &csv->node->source, "missing",
                        "“numerator” and “denominator” go together; write both");
    else if (numerator && csv->draft->series->unit == BP_METRIC_COUNT)
        bp_report_error(reader->report, &csv->node->source, "wrong-key",
                        "a count has no numerator and denominator; write “unit: percent” or “unit: "
                        "rate”, or “value” alone");
    else if (!across && !numerator && !bp_yaml_find(csv->node, "value"))
        bp_reader_missing(
            reader, csv->node, BP_PART_CSV, "value",
            "write “value: ” and the header of the column with the values, or its letter, "
            "as in column B");
    else if (bp_yaml_find(csv->node, "fractions") && csv->draft->series->unit != BP_METRIC_PERCENT)
        bp_report_error(reader->report, &bp_yaml_find(csv->node, "fractions")->source, "wrong-key",
                        "“fractions” is of percentages; write “unit: percent”, or take it out");
    else
        return true;
    return false;
}

/* The file's table, read once for all series that name it. */
static const struct bp_csv_table *find_table(struct bp_csv *csv)
{
    struct bp_reader *reader = csv->reader;
    struct bp_metrics_draft *metrics = csv->draft->metrics;
    struct bp_words path = bp_reader_text(reader, csv->node, "file");
    char separator = separators[bp_reader_choice(reader, csv->node, "separator", separator_words)];
    if (!path.text) {
        bp_reader_missing(reader, csv->node, BP_PART_CSV, "file",
                          "write “file: ” and the path of the CSV file, as seen from this one");
        return NULL;
    }
    if (!bp_link_check_file(reader, &path.source, path.text))
        return NULL;
    const char *whole = bp_link_path(reader, path.text);
    const char *key = bp_arena_printf(reader->arena, "%s\n%c%d", whole, separator + 1, csv->comma);
    struct bp_csv_table *table;
    csv->reading.file = whole;
    csv->reading.written = path.text;
    csv->reading.source = path.source;
    if (g_hash_table_lookup_extended(metrics->tables, key, NULL, (void **)&table))
        return table;
    const struct bp_bytes *bytes = bp_file_read(whole, reader->root, BP_CSV_MOST_BYTES,
                                                &path.source, reader->arena, reader->report);
    table = bytes ? bp_csv_table_parse(reader, bytes, whole, separator, csv->comma) : NULL;
    g_hash_table_insert(metrics->tables, (char *)key, table);
    for (int i = 0; table && i < table->n_rows; i++)
        metrics->n_cells += table->rows[i].n_cells + 1;
    if (metrics->n_cells <= MOST_CELLS)
        return table;
    bp_report_error(reader->report, &path.source, "too-many",
                    "the CSV files of these series have more than %d cells together; leave out "
                    "what no series needs",
                    MOST_CELLS);
    return NULL;
}

void bp_csv_read(struct bp_series_draft *draft, const struct bp_yaml *node)
{
    struct bp_csv csv = {.draft = draft, .reader = draft->reader, .node = node, .period = -1};
    if (!bp_reader_keys(csv.reader, node, BP_PART_CSV))
        return;
    csv.reading.series = draft->series->id.text;
    csv.reading.title = draft->series->title.text;
    csv.form.kind = draft->series->period_kind;
    csv.form.order = (enum bp_day_order)bp_reader_choice(csv.reader, node, "period-format", orders);
    csv.form.excel_serials = is_yes(&csv, "excel-serials");
    csv.comma = is_yes(&csv, "decimal-comma");
    draft->fractions = is_yes(&csv, "fractions");
    bool right = check_keys(&csv);
    csv.table = find_table(&csv);
    draft->series->faulty = !csv.table; /* a file's faults are told of the first series alone */
    if (!csv.table || !right || !read_rows(&csv) || !read_filter(&csv))
        return;
    if (bp_reader_choice(csv.reader, node, "direction", directions) == 2)
        bp_csv_read_across(&csv);
    else
        bp_csv_read_down(&csv);
    csv.reading.rows_header = csv.header.row >= 0;
    bp_csv_doubt(&csv);
    g_array_append_val(draft->metrics->readings, csv.reading);
}
