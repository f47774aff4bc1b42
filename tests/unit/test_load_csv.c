/* SPDX-License-Identifier: MIT */
/* CSV files as offices have them, and what a series takes from them. */
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glib.h>
#include <glib/gstdio.h>

#include "loaded.h"

enum { MOST_SECONDS = 40 };

static int enter_folder(void **state)
{
    *state = g_dir_make_tmp(NULL, NULL);
    return *state ? g_chdir(*state) : -1;
}

static int leave_folder(void **state)
{
    int failed = g_unlink("x.csv") + g_chdir("/") + g_rmdir(*state);
    g_free(*state);
    return failed;
}

/* A series of `keys` ("unit: count\n    period: month") whose values stand in `csv`, read by
 * `csv_keys`. */
static struct loaded load(const char *keys, const char *csv_keys, const char *csv, gssize size)
{
    char *text = g_strdup_printf("metrics:\n  - id: x\n    title: X\n    %s\n    csv:\n      file: "
                                 "x.csv\n      %s\n",
                                 keys, csv_keys);
    assert_true(g_file_set_contents("x.csv", csv, size, NULL));
    struct loaded loaded = loaded_bytes(text, strlen(text));
    g_free(text);
    return loaded;
}

/* "2021-04=1 2021-05=- 2021-06=*p" */
static char *print_points(const struct bp_series *series, struct bp_arena *arena)
{
    GString *out = g_string_new(NULL);
    for (int i = 0; i < series->n_points; i++) {
        const struct bp_point *point = &series->points[i];
        g_string_append_printf(out, "%s%s=", i ? " " : "", bp_period_code(point->period, arena));
        if (point->state == BP_POINT_PRESENT)
            bp_decimal_append(out, point->value, point->value.scale, NULL);
        else
            g_string_append_c(out, point->state == BP_POINT_MISSING ? '-' : '*');
        g_string_append(out, point->provisional ? "p" : point->revised ? "r" : "");
    }
    return g_string_free(out, FALSE);
}

static const struct wanted {
    const char *name;
    const char *keys;
    const char *csv_keys;
    const char *csv;
    const char *points;
    int rows;
    int skipped;
} cases[] = {
    {"plain", "unit: count\n    period: month", "period: Month\n      value: N",
     "Month,N\nApr-21,1\nMay-21,2\n", "2021-04=1 2021-05=2", 3, 0},
    {"no end of the last line", "unit: count\n    period: month", "period: Month\n      value: N",
     "Month,N\nApr-21,1", "2021-04=1", 2, 0},
    {"CR alone and a byte order mark", "unit: count\n    period: month",
     "period: Month\n      value: N", "\xEF\xBB\xBFMonth,N\rApr-21,1\r\rMay-21,2\r",
     "2021-04=1 2021-05=2", 3, 0},
    {"CRLF", "unit: count\n    period: month", "period: Month\n      value: N",
     "Month,N\r\n\r\nApr-21,1\r\nMay-21,2\r\n", "2021-04=1 2021-05=2", 3, 0},
    {"markers", "unit: count\n    period: month", "period: Month\n      value: N",
     "Month,N\n2021-04,\n2021-05,-\n2021-06,*\n2021-07,[c]\n2021-08,<5\n2021-09,NA\n2021-10,#DIV/"
     "0!\n"
     "2021-11,5 [p]\n2021-12,0\n",
     "2021-04=- 2021-05=- 2021-06=* 2021-07=* 2021-08=* 2021-09=- 2021-10=- 2021-11=5p 2021-12=0",
     10, 0},
    {"short rows", "unit: count\n    period: month", "period: Month\n      value: N",
     "Month,Area,N\n2021-04\n2021-05,Kent,3,4,5\n", "2021-04=- 2021-05=3", 3, 0},
    {"numbers", "unit: money\n    symbol: £\n    period: month", "period: Month\n      value: N",
     "Month,N\n2021-04,\"£1,234.50\"\n2021-05,\"(1,234)\"\n2021-06,-5\n2021-07,\" 7 \"\n",
     "2021-04=1234.50 2021-05=-1234 2021-06=-5 2021-07=7", 5, 0},
    {"decimal commas", "unit: money\n    symbol: €\n    period: month",
     "period: Month\n      value: N\n      decimal-comma: yes",
     "Month;N\n2021-04;1.234,50\n2021-05;7,5\n", "2021-04=1234.50 2021-05=7.5", 3, 0},
    {"decimal commas between commas", "unit: money\n    symbol: €\n    period: month",
     "period: Month\n      value: N\n      decimal-comma: yes\n      separator: comma",
     "Month,N\n2021-04,\"1.234,50\"\n", "2021-04=1234.50", 2, 0},
    {"semicolons, thousands between commas, and a note with a comma",
     "unit: money\n    symbol: £\n    period: month",
     "period: Month\n      value: N\n      last-row: 4",
     "Month;N;M\n2021-04;£1,204;(£29,990)\n2021-05;£1,311,000;£5\n2021-06;n/a;£1,200\nSource: "
     "ledger, period 6\n",
     "2021-04=1204 2021-05=1311000 2021-06=-", 5, 1},
    {"tabs", "unit: count\n    period: month", "period: Month\n      value: N",
     "Month\tN\n2021-04\t\"1,000\"\n", "2021-04=1000", 2, 0},
    {"lines above, notes below and totals", "unit: count\n    period: month",
     "period: Month\n      value: N\n      header-row: 3\n      last-row: 7",
     "Offences\n\nMonth,N\n2021-04,1\nTotal 2021/22,1\n2021/22,9\nApr 2022,2\nSource: us\n",
     "2021-04=1 2022-04=2", 7, 4},
    {"notes and titles in one cell", "unit: count\n    period: month",
     "period: Month\n      value: N",
     "Month,N\nThis year,\n2021-04,1\n2021-05,2\nSource: us,\nProvisional from May\n",
     "2021-04=1 2021-05=2", 6, 3},
    {"marks after periods", "unit: count\n    period: month", "period: Month\n      value: N",
     "Month,N\nApr 2021*,1\nMay 2021 [p],2\nJun-21 (r),3\nJul 2021 [note 12],4\n",
     "2021-04=1 2021-05=2p 2021-06=3r 2021-07=4", 5, 0},
    {"short financial quarters", "unit: count\n    period: financial-quarter",
     "period: Q\n      value: N", "Q,N\nQ2 21/22,1\n21/22 Q3,2\nFY21/22 Q4,3\n21/22,9\n",
     "2021/22 Q2=1 2021/22 Q3=2 2021/22 Q4=3", 5, 1},
    {"short quarters", "unit: count\n    period: quarter", "period: Q\n      value: N",
     "Q,N\nQ4 21,1\n22 Q1,2\n", "2021-Q4=1 2022-Q1=2", 3, 0},
    {"short financial years", "unit: count\n    period: financial-year",
     "period: Y\n      value: N", "Y,N\n20/21,1\nFY21/22,2\n", "2020/21=1 2021/22=2", 3, 0},
    {"fractions", "unit: percent\n    period: month",
     "period: Month\n      value: N\n      fractions: yes",
     "Month,N\n2021-04,0.873\n2021-05,1\n2021-06,91%\n", "2021-04=87.3 2021-05=100 2021-06=91", 4,
     0},
    {"a filter by two columns", "unit: count\n    period: month",
     "period: Month\n      value: N\n      filter:\n        Area: Kent\n        Type: All crime",
     "Month,Area,Type,N\n2021-04,Kent,All crime,1\n2021-04,Kent,Burglary,2\n"
     "2021-04,Total,All crime,3\n2021-05,Kent,\"All\n crime\",4\n",
     "2021-04=1 2021-05=4", 5, 2},
    {"quoted line breaks in headers and cells", "unit: count\n    period: month",
     "period: Month of\n      value: Number of offences",
     "\"Month\nof\",\"Number\r\nof offences\"\n\"Apr\n2021\",3\n", NULL, 0, 0},
    {"repeated and empty headers", "unit: count\n    period: month",
     "period: Month\n      value: column D", "Month,,N,N,\n2021-04,a,1,2,\n", "2021-04=2", 2, 0},
    {"no headers", "unit: count\n    period: month",
     "header-row: 0\n      period: column A\n      value: column B", "2021-04,1\n2021-05,2\n",
     "2021-04=1 2021-05=2", 2, 0},
    {"numerator and denominator", "unit: percent\n    period: financial-quarter",
     "period: Quarter\n      numerator: Yes\n      denominator: All",
     "Quarter,Yes,All,%\nQ1 2021/22,3,4,75%\nQ2 2021/22,0,0,#DIV/0!\nQ3 2021/22,*,9,\n",
     "2021/22 Q1=75 2021/22 Q2=- 2021/22 Q3=*", 4, 0},
    {"percent signs", "unit: percent\n    period: month", "period: Month\n      value: N",
     "Month,N\n2021-04,87.3%\n2021-05,88\n", "2021-04=87.3 2021-05=88", 3, 0},
    {"days first", "unit: count\n    period: day", "period: Day\n      value: N",
     "Day,N\n01/04/2021,1\n13/04/2021,2\n", "2021-04-01=1 2021-04-13=2", 3, 0},
    {"months first", "unit: count\n    period: day",
     "period: Day\n      value: N\n      period-format: month-first",
     "Day,N\n04/01/2021,1\n04/13/2021,2\n", "2021-04-01=1 2021-04-13=2", 3, 0},
    {"Excel's days", "unit: count\n    period: month",
     "period: Day\n      value: N\n      excel-serials: yes", "Day,N\n44287,1\n44317,2\n",
     "2021-04=1 2021-05=2", 3, 0},
    {"weeks", "unit: count\n    period: week", "period: Week\n      value: N",
     "Week,N\nWeek 52 2020,1\nWeek 53 2020,2\nWeek 1 2021,3\n", "2020-W52=1 2020-W53=2 2021-W01=3",
     4, 0},
    {"periods across", "unit: count\n    period: month", "direction: across\n      value: Burglary",
     "Type,Area,Apr-21,May-21,2021/22,Change\nRobbery,Kent,1,2,3,4\nBurglary,Kent,5,*,6,7\n",
     "2021-04=5 2021-05=*", 3, 1},
    {"periods across with a filter", "unit: percent\n    period: month",
     "direction: across\n      labels: Measure\n      numerator: Yes\n      denominator: All\n     "
     " "
     "filter:\n        Area: Kent",
     "Area,Measure,Apr-21\nKent,Yes,3\nKent,All,4\nEssex,Yes,9\nEssex,All,9\n", "2021-04=75", 5, 2},
};

static void offices_files_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const struct wanted *wanted = &cases[i];
        struct loaded loaded = load(wanted->keys, wanted->csv_keys, wanted->csv, -1);
        struct bp_metrics *metrics = loaded.data.metrics;
        if (!metrics && wanted->points)
            fail_msg("%s: %s", wanted->name, loaded.said);
        if (wanted->points) {
            char *points = print_points(metrics->series, loaded.arena);
            if (strcmp(points, wanted->points) != 0)
                fail_msg("%s: %s", wanted->name, points);
            g_free(points);
            assert_int_equal(metrics->n_readings, 1);
            if (metrics->readings->rows != wanted->rows ||
                metrics->readings->rows_skipped != wanted->skipped)
                fail_msg("%s: %d rows, %d skipped", wanted->name, metrics->readings->rows,
                         metrics->readings->rows_skipped);
        }
        loaded_finish(&loaded);
    }
}

static void columns_that_are_left_out_are_named(void **state)
{
    struct loaded loaded =
        load("unit: count\n    period: month", "direction: across\n      value: Burglary",
             "Type,Area,Apr-21,Change\nBurglary,Kent,5,7\n", -1);
    (void)state;
    assert_non_null(loaded.data.metrics);
    assert_string_equal(loaded.data.metrics->readings->columns_skipped, "“Area”, “Change”");
    loaded_finish(&loaded);
}

static void places_are_rows_and_columns(void **state)
{
    struct loaded loaded = load("unit: count\n    period: month", "period: Month\n      value: N",
                                "Month,\"N\",\"a\nb\"\n\n2021-04,7,\n", -1);
    (void)state;
    assert_non_null(loaded.data.metrics);
    assert_int_equal(loaded.data.metrics->series->points[0].source.line, 3);
    assert_int_equal(loaded.data.metrics->series->points[0].source.column, 2);
    assert_string_equal(loaded.data.metrics->series->points[0].source.file, "x.csv");
    loaded_finish(&loaded);
}

static void write_file(const char *path, const char *text)
{
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void a_report_names_its_metrics_file_and_that_its_csv(void **state)
{
    static const char report[] = "report:\n  title: R\n  date: 2022-03-16\nmetrics: data/m.yaml\n";
    static const char series[] = "  - id: x\n    title: X\n    unit: count\n    period: month\n"
                                 "    csv:\n      file: ../x.csv\n      period: Month\n"
                                 "      value: N\n";
    char *metrics = g_strconcat("\xEF\xBB\xBFmetrics:\n", series, NULL);
    (void)state;
    assert_int_equal(g_mkdir("data", 0700), 0);
    write_file("data/m.yaml", metrics);
    write_file("x.csv", "Month,N\n2021-04,7\n");
    struct loaded loaded = loaded_bytes(report, strlen(report));
    if (!loaded.data.metrics)
        fail_msg("%s", loaded.said);
    assert_non_null(loaded.data.narrative);
    assert_string_equal(loaded.data.metrics->series->source.file, "data/m.yaml");
    assert_string_equal(loaded.data.metrics->series->points->source.file, "data/../x.csv");
    loaded_finish(&loaded);
    memcpy(strstr(metrics, "../x.csv"), "../../xy", 8);
    write_file("data/m.yaml", metrics);
    loaded = loaded_bytes(report, strlen(report));
    assert_non_null(strstr(loaded.said, "data/m.yaml:7:13: error: the path"));
    loaded_finish(&loaded);
    assert_int_equal(g_unlink("data/m.yaml") + g_rmdir("data"), 0);
    g_free(metrics);
}

/* Loads `csv` and frees it; `said` is in what is said of it. */
static void assert_bounded(const char *keys, const char *csv_keys, GString *csv, const char *said)
{
    gint64 start = g_get_monotonic_time();
    struct loaded loaded = load(keys, csv_keys, csv->str, (gssize)csv->len);
    assert_true(g_get_monotonic_time() - start < (gint64)MOST_SECONDS * 1000000);
    if (!strstr(loaded.said, said))
        fail_msg("“%s” is not in: %.300s", said, loaded.said);
    loaded_finish(&loaded);
    g_string_free(csv, TRUE);
}

static GString *repeat(const char *start, const char *piece, int count)
{
    GString *text = g_string_new(start);
    for (int i = 0; i < count; i++)
        g_string_append(text, piece);
    return text;
}

static void large_files_are_refused_in_good_time(void **state)
{
    static const char keys[] = "unit: count\n    period: month";
    static const char csv[] = "period: Month\n      value: N";
    (void)state;
    assert_bounded(keys, csv, repeat("Month,N\n", ",", 300000), "more than 200000 cells");
    assert_bounded(keys, csv, repeat("Month,N\n", "\n", 300000), "more than 200000 cells");
    assert_bounded(keys, csv, repeat("Month,N\n", "2021-04,1\n", 90000), "rows 2 and 3 are both");
    assert_bounded(keys, csv, repeat("Month,N\n", "x,y\n", 90000), "“x” is not a month");
    assert_bounded(keys, csv, repeat("Month,N\n", "Total,1\n", 90000), "");
    assert_bounded(keys, csv, repeat("Month,N\n", "2021-04,1\n", 500000), "larger than 4096 KiB");
    assert_bounded(keys, csv, repeat("Month,N\n2021-04,\"", "a\n", 1 << 20), "never closed");
    assert_bounded(keys, csv, repeat("Month,N\n2021-04,", "\"\"", 1 << 20), "is not a number");
    assert_bounded(keys, csv, repeat("Month,N\n2021-04,", "9", 1 << 20), "is not a number");
    assert_bounded(keys, "direction: across\n      value: x", repeat("Type", ",Apr-21", 90000),
                   "nothing below the headers");
}

static void many_series_of_one_file_are_bounded(void **state)
{
    GString *csv = repeat("Month,N\n", "Total,1\n", 90000);
    GString *text = g_string_new("metrics:\n");
    gint64 start = g_get_monotonic_time();
    (void)state;
    for (int i = 0; i < 1000; i++)
        g_string_append_printf(text,
                               "  - id: x%d\n    title: X\n    unit: count\n    period: month\n"
                               "    csv:\n      file: x.csv\n      period: Month\n      value: N\n",
                               i);
    assert_true(g_file_set_contents("x.csv", csv->str, (gssize)csv->len, NULL));
    struct loaded loaded = loaded_bytes(text->str, text->len);
    assert_true(g_get_monotonic_time() - start < (gint64)MOST_SECONDS * 1000000);
    assert_true(bp_report_has(loaded.report, "too-many"));
    loaded_finish(&loaded);
    g_string_free(text, TRUE);
    g_string_free(csv, TRUE);
}

static void columns_have_the_letters_of_a_spreadsheet(void **state)
{
    static const char keys[] = "unit: count\n    period: month";
    static const char *const said[][2] = {
        {"period: Month\n      value: N", "write “column B” or “column AB” here"},
        {"period: Month\n      value: column AB", ""},
        {"period: column A\n      value: column ab", ""},
        {"period: Month\n      value: column ABCDEFGHIJKLMNOPQRSTUVWXYZ", "has no column"},
        {"period: Month\n      value: column ", "has no column"},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(said); i++) {
        GString *csv = repeat("Month,N", ",x", 25);
        g_string_append(csv, ",N\n2021-04,5");
        for (int column = 0; column < 25; column++)
            g_string_append(csv, ",6");
        g_string_append(csv, ",7\n");
        struct loaded loaded = load(keys, said[i][0], csv->str, (gssize)csv->len);
        if (!strstr(loaded.said, said[i][1]))
            fail_msg("“%s” is not in: %s", said[i][1], loaded.said);
        if (!*said[i][1])
            assert_int_equal(loaded.data.metrics->series->points->value.digits, 7);
        loaded_finish(&loaded);
        g_string_free(csv, TRUE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(offices_files_are_read),
        cmocka_unit_test(columns_that_are_left_out_are_named),
        cmocka_unit_test(places_are_rows_and_columns),
        cmocka_unit_test(columns_have_the_letters_of_a_spreadsheet),
        cmocka_unit_test(a_report_names_its_metrics_file_and_that_its_csv),
        cmocka_unit_test(large_files_are_refused_in_good_time),
        cmocka_unit_test(many_series_of_one_file_are_bounded),
    };
    return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
