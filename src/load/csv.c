/* SPDX-License-Identifier: MIT */
#include "load/csv.h"

#include <string.h>

#include "base/file.h"
#include "base/nearest.h"
#include "load/csvheader.h"
#include "load/csvtable.h"
#include "load/link.h"
#include "load/period.h"
#include "load/point.h"

enum {
    MOST_FILTERS = 8,
    MOST_FAULTS = 50,      /* of one series */
    MOST_VISITS = 2000000, /* of rows by all series */
    MOST_CELLS = 1000000,  /* of all tables */
    MOST_NAMED = 12
};

static const char *const cell_keys[] = {"value", "numerator", "denominator"};
static const char *const answers[] = {"yes", "no", NULL};
static const char *const directions[] = {"down", "across", NULL};
static const char *const orders[] = {"day-first", "month-first", NULL};
static const char *const separator_words[] = {"comma", "semicolon", "tab", NULL};
static const char separators[] = "\0,;\t";

struct filter {
    int column;
    const char *value;
    struct bp_source source;
};

/* A file and how it is to be read; rows and columns count from 0, -1 is none. */
struct csv {
    struct bp_series_draft *draft;
    struct bp_reader *reader;
    const struct bp_yaml *node;
    const struct bp_csv_table *table;
    struct bp_period_form form;
    bool comma;
    struct bp_csv_header header;
    int first;
    int last;
    int period;
    int cells[BP_N_CELLS]; /* columns, or rows with periods across */
    struct filter filters[MOST_FILTERS];
    int n_filters;
    struct bp_reading reading;
};

static bool is_yes(struct csv *csv, const char *key)
{
    return bp_reader_choice(csv->reader, csv->node, key, answers) == 1;
}

/* The column that `key` names; -1 when it is left out or wrong. */
static int read_column(struct csv *csv, const char *key)
{
    struct bp_words name = bp_reader_text(csv->reader, csv->node, key);
    return name.text ? bp_csv_header_find(&csv->header, &name.source, name.text) : -1;
}

static bool read_filter(struct csv *csv)
{
    const struct bp_yaml *map = bp_yaml_find(csv->node, "filter");
    if (!map)
        return true;
    if (map->kind != BP_YAML_MAP || map->n_pairs > MOST_FILTERS) {
        bp_report_error(csv->reader->report, &map->source, "wrong-type",
                        "“filter” has up to %d lines of a column and the text that its cells must "
                        "have; write “Area: Kent” below it, indented",
                        MOST_FILTERS);
        return false;
    }
    for (int i = 0; i < map->n_pairs; i++) {
        const struct bp_yaml_pair *pair = &map->pairs[i];
        bool blank = bp_yaml_is_empty(pair->value);
        struct filter filter = {.value = "", .source = pair->key->source};
        if (!blank)
            filter.value = bp_reader_words(csv->reader, pair->value, "filter").text;
        filter.column = bp_csv_header_find(&csv->header, &pair->key->source, pair->key->text);
        if (!filter.value || filter.column < 0)
            return false;
        csv->filters[csv->n_filters++] = filter;
    }
    return true;
}

static bool passes(const struct csv *csv, int row)
{
    for (int i = 0; i < csv->n_filters; i++)
        if (!bp_csv_same(bp_csv_table_cell(csv->table, row, csv->filters[i].column),
                         csv->filters[i].value))
            return false;
    return true;
}

/* Row numbers as people write them, from 1; 0 for the header says that there is none. */
static bool read_rows(struct csv *csv)
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

/* "Total", "Grand total", "2021/22 total", "YTD": a row or column that sums the others. */
static bool is_total(const char *text)
{
    char *folded = g_utf8_casefold(text, -1);
    bool total = strstr(folded, "total") != NULL || strcmp(folded, "ytd") == 0 ||
                 g_str_has_prefix(folded, "year to date");
    g_free(folded);
    return total;
}

/* A year among months: another level of the same data. */
static bool is_longer(const struct csv *csv, const char *text)
{
    static const int lengths[] = {
        [BP_PERIOD_DAY] = 0,
        [BP_PERIOD_WEEK] = 1,
        [BP_PERIOD_MONTH] = 2,
        [BP_PERIOD_QUARTER] = 3,
        [BP_PERIOD_YEAR] = 4,
        [BP_PERIOD_FINANCIAL_QUARTER] = 3,
        [BP_PERIOD_FINANCIAL_YEAR] = 4,
    };
    for (int kind = 0; bp_period_kinds[kind]; kind++) {
        struct bp_period_form form = csv->form;
        struct bp_period period;
        form.kind = (enum bp_period_kind)kind;
        if (lengths[kind] > lengths[csv->form.kind] && bp_period_guess(text, &form, &period))
            return true;
    }
    return false;
}

static void report_period(struct csv *csv, int row, int column, const char *text)
{
    struct bp_source at = bp_csv_table_place(csv->table, row, column);
    struct bp_period_form other = csv->form;
    struct bp_period period;
    bool serial = strlen(text) == 5 && strspn(text, "0123456789") == 5;
    const char *mend;
    int kind = bp_period_other_kind(text, &csv->form);
    other.order = csv->form.order == BP_MONTH_FIRST ? BP_DAY_FIRST : BP_MONTH_FIRST;
    if (bp_period_guess(text, &other, &period))
        mend = bp_arena_printf(csv->reader->arena, "if %s, write “period-format: %s”",
                               other.order == BP_MONTH_FIRST ? "the month comes first"
                                                             : "the day comes first",
                               orders[other.order == BP_MONTH_FIRST]);
    else if (serial && !csv->form.excel_serials)
        mend = "if these numbers are Excel's days, write “excel-serials: yes”";
    else if (kind >= 0)
        mend = bp_arena_printf(csv->reader->arena, "if the series has such, write “period: %s”",
                               bp_period_kinds[kind]);
    else
        mend = "correct it, or leave the row out with “filter”, “first-row” or “last-row”";
    bp_report_error(csv->reader->report, &at, "bad-period", "“%s” is not %s; %s",
                    bp_reader_clip(csv->reader, text), bp_period_noun(csv->form.kind), mend);
}

enum taken { TAKEN, LEFT_OUT, FAULT };

/* Adds the point; `rows` and `columns` say where its cells stand. */
static void add_point(struct csv *csv, struct bp_period period, const int rows[BP_N_CELLS],
                      const int columns[BP_N_CELLS])
{
    struct bp_cell cells[BP_N_CELLS] = {0};
    for (int i = 0; i < BP_N_CELLS; i++) {
        if (csv->cells[i] < 0)
            continue;
        cells[i].text = bp_csv_table_cell(csv->table, rows[i], columns[i]);
        cells[i].source = bp_csv_table_place(csv->table, rows[i], columns[i]);
    }
    enum bp_point_state state = bp_point_add(csv->draft, period, cells, csv->comma);
    csv->reading.points++;
    csv->reading.cells_missing += state == BP_POINT_MISSING;
    csv->reading.cells_suppressed += state == BP_POINT_SUPPRESSED;
}

static bool has_values(const struct csv *csv, int row)
{
    for (int i = 0; i < BP_N_CELLS; i++)
        if (csv->cells[i] >= 0 && *bp_csv_table_cell(csv->table, row, csv->cells[i]))
            return true;
    return false;
}

static enum taken take_row(struct csv *csv, int row)
{
    const char *text = bp_csv_table_cell(csv->table, row, csv->period);
    const int rows[BP_N_CELLS] = {row, row, row};
    struct bp_period period;
    struct bp_source at = bp_csv_table_place(csv->table, row, csv->period);
    if (!passes(csv, row))
        return LEFT_OUT;
    if (bp_period_guess(text, &csv->form, &period)) {
        add_point(csv, period, rows, csv->cells);
        return TAKEN;
    }
    if (is_total(text) || is_longer(csv, text) || (!*text && !has_values(csv, row)))
        return LEFT_OUT;
    if (*text)
        report_period(csv, row, csv->period, text);
    else
        bp_report_error(csv->reader->report, &at, "missing",
                        "this row has a value but no period; write it in every row, or leave the "
                        "row out with “filter” or “last-row”");
    return FAULT;
}

/* Whether to go on; reports why not. */
static bool may_go_on(struct csv *csv, int errors)
{
    if (csv->draft->metrics->n_visits++ == MOST_VISITS)
        bp_report_error(csv->reader->report, &csv->node->source, "too-many",
                        "too many series read too many rows; part the CSV files by series");
    return csv->draft->metrics->n_visits <= MOST_VISITS &&
           bp_report_tally(csv->reader->report).errors - errors < MOST_FAULTS &&
           csv->draft->metrics->n_points <= BP_MOST_POINTS;
}

/* The rows that pass the filter have periods of another kind; false when none has. */
static bool report_kind(struct csv *csv)
{
    for (int row = csv->first; row <= csv->last && row < csv->table->n_rows; row++) {
        const char *text = bp_csv_table_cell(csv->table, row, csv->period);
        if (passes(csv, row) && bp_period_other_kind(text, &csv->form) >= 0) {
            report_period(csv, row, csv->period, text);
            return true;
        }
    }
    return false;
}

/* No row passed the filter: what its cells have instead. */
static void report_nothing(struct csv *csv)
{
    if (report_kind(csv))
        return;
    for (int i = 0; i < csv->n_filters; i++) {
        const struct filter *filter = &csv->filters[i];
        GPtrArray *found = g_ptr_array_new();
        bool there = false;
        for (int row = csv->first; row <= csv->last && found->len < MOST_NAMED; row++) {
            const char *text = bp_csv_table_cell(csv->table, row, filter->column);
            there = there || bp_csv_same(text, filter->value);
            if (*text && !g_ptr_array_find_with_equal_func(found, text, g_str_equal, NULL))
                g_ptr_array_add(found, (char *)text);
        }
        g_ptr_array_add(found, NULL);
        const char *near = bp_nearest(filter->value, (const char *const *)found->pdata);
        const char *first = found->pdata[0];
        if (!there && first)
            bp_report_error(csv->reader->report, &filter->source, "no-row",
                            "no row has “%s” in this column; write %s",
                            bp_reader_clip(csv->reader, filter->value),
                            bp_reader_clip(csv->reader, near ? near : first));
        g_ptr_array_free(found, TRUE);
        if (!there && first)
            return;
    }
    bp_report_error(csv->reader->report, &csv->node->source, "no-row",
                    "%s has no row for this series; check “filter”, “first-row” and “last-row”",
                    csv->table->file);
}

static void read_down(struct csv *csv)
{
    int errors = bp_report_tally(csv->reader->report).errors;
    bool some = false;
    for (int row = 0; row < csv->table->n_rows; row++) {
        if (bp_csv_table_is_blank(csv->table, row))
            continue;
        csv->reading.rows++;
        if (row < csv->first || row > csv->last) {
            csv->reading.rows_skipped += row != csv->header.row;
            continue;
        }
        if (!may_go_on(csv, errors))
            return;
        enum taken taken = take_row(csv, row);
        csv->reading.rows_skipped += taken == LEFT_OUT;
        some = some || taken != LEFT_OUT;
    }
    if (!some)
        report_nothing(csv);
}

static void name_left_out(struct csv *csv, GString *names, const char *header)
{
    if (*header && names->len < 400)
        g_string_append_printf(names, "%s“%s”", names->len ? ", " : "",
                               bp_reader_clip(csv->reader, header));
}

/* Periods stand in the header row; `csv->cells` are rows. */
static void read_columns(struct csv *csv)
{
    GString *names = g_string_new(NULL);
    int errors = bp_report_tally(csv->reader->report).errors;
    int count = csv->table->rows[csv->header.row].n_cells;
    for (int column = 0; column < count && may_go_on(csv, errors); column++) {
        const char *text = bp_csv_table_cell(csv->table, csv->header.row, column);
        const int columns[BP_N_CELLS] = {column, column, column};
        struct bp_period period;
        if (*text && bp_period_guess(text, &csv->form, &period))
            add_point(csv, period, csv->cells, columns);
        else if (column != csv->period)
            name_left_out(csv, names, text);
    }
    if (names->len)
        csv->reading.columns_skipped = bp_arena_string(csv->reader->arena, names->str, names->len);
    for (int column = 0; column < count && csv->reading.points == 0; column++) {
        const char *text = bp_csv_table_cell(csv->table, csv->header.row, column);
        if (column == csv->period || bp_period_other_kind(text, &csv->form) < 0)
            continue;
        report_period(csv, csv->header.row, column, text);
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

static void report_two_rows(struct csv *csv, const struct bp_source *at, int first, int second)
{
    bp_report_error(csv->reader->report, at, "two-rows",
                    "rows %d and %d of %s are both meant; choose one with “filter: ” and, below "
                    "it, a column and its value",
                    first + 1, second + 1, csv->table->file);
}

/* The row whose label is `label` (NULL: any) and that passes the filter; -1, with a report, when
 * there is none or more than one. */
static int find_row(struct csv *csv, const struct bp_source *at, const char *label)
{
    GPtrArray *labels = g_ptr_array_new();
    int found = -1, second = -1;
    for (int row = csv->first; row <= csv->last; row++) {
        const char *text = bp_csv_table_cell(csv->table, row, csv->period);
        if (bp_csv_table_is_blank(csv->table, row) || !passes(csv, row))
            continue;
        if (label && !bp_csv_same(text, label)) {
            if (*text && labels->len < MOST_NAMED)
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
        report_nothing(csv);
    g_ptr_array_free(labels, TRUE);
    return second < 0 ? found : -1;
}

static void read_across(struct csv *csv)
{
    bool any = false;
    csv->period = bp_yaml_find(csv->node, "labels") ? read_column(csv, "labels") : 0;
    if (csv->header.row < 0 || csv->period < 0) {
        if (csv->header.row < 0)
            bp_report_error(csv->reader->report, &csv->node->source, "bad-row",
                            "with “direction: across” the periods stand in the header row; write "
                            "its number after “header-row: ”");
        return;
    }
    for (int i = 0; i < BP_N_CELLS; i++) {
        struct bp_words label = bp_reader_text(csv->reader, csv->node, cell_keys[i]);
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

/* The columns of a table whose periods stand one below the other. */
static bool read_places(struct csv *csv)
{
    struct bp_reader *reader = csv->reader;
    bool named = true;
    if (!bp_yaml_find(csv->node, "period")) {
        bp_reader_missing(reader, csv->node, BP_PART_CSV, "period",
                          "write “period: ” and the header of the column with the periods");
        return false;
    }
    csv->period = read_column(csv, "period");
    for (int i = 0; i < BP_N_CELLS; i++) {
        csv->cells[i] = read_column(csv, cell_keys[i]);
        named = named && (csv->cells[i] >= 0 || !bp_yaml_find(csv->node, cell_keys[i]));
    }
    return csv->period >= 0 && named;
}

/* Which of value, numerator and denominator are named. */
static bool check_keys(struct csv *csv)
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
    else
        return true;
    return false;
}

/* The file's table, read once for all series that name it. */
static const struct bp_csv_table *find_table(struct csv *csv)
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
    struct csv csv = {.draft = draft, .reader = draft->reader, .node = node, .period = -1};
    if (!bp_reader_keys(csv.reader, node, BP_PART_CSV))
        return;
    csv.reading.series = draft->series->id.text;
    csv.reading.title = draft->series->title.text;
    csv.form.kind = draft->series->period_kind;
    csv.form.order = (enum bp_day_order)bp_reader_choice(csv.reader, node, "period-format", orders);
    csv.form.excel_serials = is_yes(&csv, "excel-serials");
    csv.comma = is_yes(&csv, "decimal-comma");
    bool right = check_keys(&csv);
    csv.table = find_table(&csv);
    if (!csv.table || !right || !read_rows(&csv) || !read_filter(&csv))
        return;
    if (bp_reader_choice(csv.reader, node, "direction", directions) == 2)
        read_across(&csv);
    else if (read_places(&csv))
        read_down(&csv);
    g_array_append_val(draft->metrics->readings, csv.reading);
}
