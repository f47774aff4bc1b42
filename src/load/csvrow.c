/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/nearest.h"
#include "load/csvread.h"

enum {
    MOST_FAULTS = 4,       /* of one series: a whole column has the same one */
    MOST_VISITS = 2000000, /* of rows by all series */
    LONGEST_PERIOD = 60
};

/* What may stand after a period, and says that of its values, or nothing here. */
static const struct mark {
    const char *text;
    bool provisional;
    bool revised;
} marks[] = {{"[p]", true, false}, {"(p)", true, false}, {"[r]", false, true}, {"(r)", false, true},
             {"*", false, false},  {"†", false, false},  {"‡", false, false}};

bool bp_csv_passes(const struct bp_csv *csv, int row)
{
    for (int i = 0; i < csv->n_filters; i++)
        if (!bp_csv_same(bp_csv_table_cell(csv->table, row, csv->filters[i].column),
                         csv->filters[i].value))
            return false;
    return true;
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
static bool is_longer(const struct bp_csv *csv, const char *text)
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

void bp_csv_report_period(struct bp_csv *csv, int row, int column, const char *text)
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
                               other.order == BP_MONTH_FIRST ? "month-first" : "day-first");
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

void bp_csv_add_point(struct bp_csv *csv, struct bp_period period, const int rows[BP_N_CELLS],
                      const int columns[BP_N_CELLS])
{
    struct bp_cell cells[BP_N_CELLS] = {0};
    struct bp_reading *reading = &csv->reading;
    guint before = csv->draft->points->len;
    for (int i = 0; i < BP_N_CELLS; i++) {
        if (csv->cells[i] < 0)
            continue;
        cells[i].text = bp_csv_table_cell(csv->table, rows[i], columns[i]);
        cells[i].source = bp_csv_table_place(csv->table, rows[i], columns[i]);
    }
    enum bp_point_state state = bp_point_add(csv->draft, period, cells, csv->comma);
    reading->points++;
    reading->cells_missing += state == BP_POINT_MISSING;
    reading->cells_suppressed += state == BP_POINT_SUPPRESSED;
    if (csv->draft->points->len == before)
        return;
    struct bp_point *point = &g_array_index(csv->draft->points, struct bp_point, before);
    point->provisional = point->provisional || csv->provisional;
    point->revised = point->revised || csv->revised;
    reading->cells_provisional += state == BP_POINT_PRESENT && point->provisional;
    reading->cells_revised += state == BP_POINT_PRESENT && point->revised;
}

/* "Jan 2022 [note 3]" */
static void cut_note(char *text)
{
    char *note = strstr(text, "[note ");
    if (note && strchr(note, ']') && !strchr(note, ']')[1])
        *note = '\0';
    g_strchomp(text);
}

bool bp_csv_period(struct bp_csv *csv, const char *text, struct bp_period *period)
{
    char cut[LONGEST_PERIOD];
    csv->provisional = csv->revised = false;
    if (g_strlcpy(cut, text, sizeof cut) >= sizeof cut)
        return false;
    cut_note(cut);
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (g_str_has_suffix(cut, marks[i].text)) {
            cut[strlen(cut) - strlen(marks[i].text)] = '\0';
            csv->provisional = marks[i].provisional;
            csv->revised = marks[i].revised;
        }
    g_strchomp(cut);
    return bp_period_guess(cut, &csv->form, period);
}

static bool has_values(const struct bp_csv *csv, int row)
{
    for (int i = 0; i < BP_N_CELLS; i++)
        if (csv->cells[i] >= 0 && *bp_csv_table_cell(csv->table, row, csv->cells[i]))
            return true;
    return false;
}

/* Words alone in a row: a title above the table, a note below it. */
static bool is_note(const struct bp_csv *csv, int row)
{
    for (int column = 0; column < csv->table->rows[row].n_cells; column++)
        if (column != csv->period && *bp_csv_table_cell(csv->table, row, column))
            return false;
    return true;
}

static enum taken take_row(struct bp_csv *csv, int row)
{
    const char *text = bp_csv_table_cell(csv->table, row, csv->period);
    const int rows[BP_N_CELLS] = {row, row, row};
    struct bp_period period;
    struct bp_source at = bp_csv_table_place(csv->table, row, csv->period);
    if (!bp_csv_passes(csv, row))
        return LEFT_OUT;
    if (bp_csv_period(csv, text, &period)) {
        bp_csv_add_point(csv, period, rows, csv->cells);
        return TAKEN;
    }
    if (is_total(text) || is_longer(csv, text) || (!*text && !has_values(csv, row)) ||
        is_note(csv, row))
        return LEFT_OUT;
    if (*text)
        bp_csv_report_period(csv, row, csv->period, text);
    else
        bp_report_error(csv->reader->report, &at, "missing",
                        "this row has a value but no period; write it in every row, or leave the "
                        "row out with “filter” or “last-row”");
    return FAULT;
}

bool bp_csv_may_go_on(struct bp_csv *csv, int errors)
{
    struct bp_report *report = csv->reader->report;
    int faults = bp_report_tally(report).errors - errors;
    if (csv->draft->metrics->n_visits++ == MOST_VISITS)
        bp_report_error(report, &csv->node->source, "too-many",
                        "too many series read too many rows; part the CSV files by series");
    else if (faults >= MOST_FAULTS)
        bp_report_error(report, &csv->node->source, "more-faults",
                        "after %d faults the rest of %s is not read for “%s”; mend these, and try "
                        "again",
                        faults, csv->table->file, csv->reading.series);
    return csv->draft->metrics->n_visits <= MOST_VISITS && faults < MOST_FAULTS &&
           csv->draft->metrics->n_points <= BP_MOST_POINTS;
}

/* The rows that pass the filter have periods of another kind; false when none has. */
static bool report_kind(struct bp_csv *csv)
{
    for (int row = csv->first; row <= csv->last && row < csv->table->n_rows; row++) {
        const char *text = bp_csv_table_cell(csv->table, row, csv->period);
        if (bp_csv_passes(csv, row) && bp_period_other_kind(text, &csv->form) >= 0) {
            bp_csv_report_period(csv, row, csv->period, text);
            return true;
        }
    }
    return false;
}

/* No row passed the filter: what its cells have instead. */
void bp_csv_report_nothing(struct bp_csv *csv)
{
    if (report_kind(csv))
        return;
    for (int i = 0; i < csv->n_filters; i++) {
        const struct bp_csv_filter *filter = &csv->filters[i];
        GPtrArray *found = g_ptr_array_new();
        bool there = false;
        for (int row = csv->first; row <= csv->last && found->len < BP_CSV_MOST_NAMED; row++) {
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

/* The columns of a table whose periods stand one below the other. */
static bool read_places(struct bp_csv *csv)
{
    struct bp_reader *reader = csv->reader;
    bool named = true;
    if (!bp_yaml_find(csv->node, "period")) {
        bp_reader_missing(reader, csv->node, BP_PART_CSV, "period",
                          "write “period: ” and the header of the column with the periods");
        return false;
    }
    csv->period = bp_csv_read_column(csv, "period");
    for (int i = 0; i < BP_N_CELLS; i++) {
        csv->cells[i] = bp_csv_read_column(csv, bp_csv_cell_keys[i]);
        named = named && (csv->cells[i] >= 0 || !bp_yaml_find(csv->node, bp_csv_cell_keys[i]));
    }
    return csv->period >= 0 && named;
}

void bp_csv_read_down(struct bp_csv *csv)
{
    int errors = bp_report_tally(csv->reader->report).errors;
    bool some = false;
    if (!read_places(csv))
        return;
    for (int row = 0; row < csv->table->n_rows; row++) {
        if (bp_csv_table_is_blank(csv->table, row))
            continue;
        csv->reading.rows++;
        if (row < csv->first || row > csv->last) {
            csv->reading.rows_skipped += row != csv->header.row;
            continue;
        }
        if (!bp_csv_may_go_on(csv, errors))
            return;
        enum taken taken = take_row(csv, row);
        csv->reading.rows_skipped += taken == LEFT_OUT;
        some = some || taken != LEFT_OUT;
    }
    if (!some)
        bp_csv_report_nothing(csv);
}
