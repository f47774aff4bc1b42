/* SPDX-License-Identifier: MIT */
/* A chart's data table as a file: chart/csv.h tells its form. */
#include "charted.h"

#include "metric/amount.h"
#include "chart/csv.h"
#include "loaded.h"

#define MARK  "\xEF\xBB\xBF"
#define FRONT "report:\n  title: R\n  date: 2022-03-16\n"

/* The file of the first chart in the report, after its byte order mark. */
static char *csv_of(struct charted *charted, const char *text)
{
    struct loaded loaded = loaded_bytes(text, strlen(text));
    if (!loaded.data.narrative)
        fail_msg("%s", loaded.said);
    bp_charts_tell(&loaded.data, charted->look, charted->arena);
    const char *csv = loaded.data.charts[0]->csv;
    assert_non_null(csv);
    assert_true(g_str_has_prefix(csv, MARK));
    char *copy = g_strdup(csv + strlen(MARK));
    loaded_finish(&loaded);
    return copy;
}

static void check(struct charted *charted, const char *text, const char *wanted)
{
    char *csv = csv_of(charted, text);
    assert_string_equal(csv, wanted);
    g_free(csv);
}

static void what_is_printed_is_taken_apart_again(void **state)
{
    static const char *const units[] = {"", "%", "£", "£m", "days", "per 1,000", "€ million"};
    static const char *const values[] = {"0", "5", "-5", "1234567.89", "-1000", "0.05", "-0.5"};
    struct charted *charted = *state;
    for (gsize i = 0; i < G_N_ELEMENTS(units); i++)
        for (gsize k = 0; k < G_N_ELEMENTS(values); k++)
            for (int sign = 0; sign < 2; sign++) {
                const struct bp_decimal value = charted_decimal(values[k]);
                const struct bp_amount_form form = {units[i], value.scale, sign};
                GString *number = g_string_new(NULL), *unit = g_string_new(NULL);
                assert_true(
                    bp_amount_split(bp_amount_print(&form, value, charted->arena), number, unit));
                assert_string_equal(number->str, values[k]);
                assert_string_equal(unit->str, units[i]);
                g_string_free(number, TRUE);
                g_string_free(unit, TRUE);
            }
}

static void words_are_no_amounts(void **state)
{
    static const char *const words[] = {"",           "–",   "\xE2\x88\x92", "£",       "+",
                                        "3 of 5",     "3-5", "2021/22",      "5 to 60", "below 5",
                                        "1,234 (5%)", ".5",  "5 days",       "1.",      "shift"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        GString *number = g_string_new("8"), *unit = g_string_new("u");
        if (bp_amount_split(words[i], number, unit))
            fail_msg("“%s” is %s in %s", words[i], number->str, unit->str);
        assert_string_equal(number->str, "8");
        assert_string_equal(unit->str, "u");
        g_string_free(number, TRUE);
        g_string_free(unit, TRUE);
    }
}

static void values_are_plain_numbers_under_a_head_with_their_unit(void **state)
{
    check(*state,
          FRONT "body:\n  - chart:\n      unit: £m\n      steps:\n"
                "        - label: Start\n          value: 1200.5\n"
                "        - label: Costs, all\n          value: -2400\n"
                "        - label: End\n          total: yes\n",
          "Label,Change (£m),Level (£m)\r\nStart,,1200.5\r\n\"Costs, all\",-2400.0,-1199.5\r\n"
          "End,,-1199.5\r\n");
}

static void periods_have_their_first_day_and_marks(void **state)
{
    check(*state,
          FRONT "metrics:\n  - id: a\n    title: Calls \"answered\"\n    unit: percent\n"
                "    decimals: 1\n    period: financial-quarter\n    target: 72\n    values:\n"
                "      2021/22 Q1: 71.25\n      2021/22 Q2: <5\n      2022/23 Q1:\n"
                "        value: 1000\n        mark: provisional\n"
                "body:\n  - chart:\n      series: a\n",
          "Period,First day,\"Calls \"\"answered\"\" (%)\",Target (%),Mark\r\n"
          "2021/22 Q1,2021-04-01,71.3,72.0,\r\n2021/22 Q2,2021-07-01,,72.0,suppressed\r\n"
          "2021/22 Q3,2021-10-01,,72.0,\r\n2021/22 Q4,2022-01-01,,72.0,\r\n"
          "2022/23 Q1,2022-04-01,1000.0,72.0,provisional\r\n");
}

static void of_several_series_a_mark_says_which(void **state)
{
    check(*state,
          FRONT "metrics:\n  - id: a\n    title: North\n    unit: count\n    period: year\n"
                "    values:\n      2020: 1\n      2021:\n        value: 2\n        mark: revised\n"
                "  - id: b\n    title: South\n    unit: count\n    period: year\n"
                "    values:\n      2020: 3\n      2021:\n        value: 4\n"
                "        mark: provisional\n"
                "body:\n  - chart:\n      series:\n        - a\n        - b\n",
          "Period,First day,North,South,Mark\r\n2020,2020-01-01,1,3,\r\n"
          "2021,2021-01-01,2,4,\"provisional: South; revised: North\"\r\n");
}

static void words_that_begin_as_formulas_are_harmless(void **state)
{
    check(*state,
          FRONT "body:\n  - chart:\n      order: given\n      bars:\n"
                "        - label: \"=1+1\"\n          value: 1\n"
                "        - label: \"+1\"\n          value: -2\n"
                "        - label: \"-1\"\n          value: 3\n"
                "        - label: \"@SUM(A1), B\"\n          value: 4\n"
                "        - label: \"\\u200B=1\"\n          value: 5\n"
                "        - label: \"\\uFF1D1\"\n          value: 6\n"
                "        - label: \"a=1\"\n          value: 7\n",
          "Label,Value\r\n'=1+1,1\r\n'+1,-2\r\n'-1,3\r\n\"'@SUM(A1), B\",4\r\n'=1,5\r\n"
          "'\xEF\xBC\x9D"
          "1,6\r\na=1,7\r\n");
}

static void a_column_of_words_stays_words(void **state)
{
    struct charted *charted = *state;
    struct bp_chart_row rows[] = {{.label = "", .values = {"12%", "5%", "1,000"}},
                                  {.label = "b\n c", .values = {NULL, "5", "-x"}}};
    const struct bp_chart chart = {
        .heads = {"A", "B", "C", "D"}, .rows = rows, .n_rows = G_N_ELEMENTS(rows)};
    assert_string_equal(bp_chart_csv(&chart, charted->look, charted->arena),
                        MARK "Label,A (%),B,C,D,Unit\r\n,12,5,\"1,000\",,%\r\nb  c,,5,'-x,,\r\n");
}

static void amounts_of_several_units_in_one_row_stay_words(void **state)
{
    struct charted *charted = *state;
    struct bp_chart_row rows[] = {{.label = "a", .values = {"12%", "5"}},
                                  {.label = "b", .values = {"£3", "6%"}}};
    const struct bp_chart chart = {.heads = {"A", "B"}, .rows = rows, .n_rows = 2};
    assert_string_equal(bp_chart_csv(&chart, charted->look, charted->arena),
                        MARK "Label,A,B\r\na,12%,5\r\nb,£3,6%\r\n");
}

static void a_funnel_has_its_limits_and_a_plan_its_days(void **state)
{
    check(*state,
          FRONT "body:\n  - chart:\n      type: funnel\n      points:\n"
                "        - {label: A, numerator: 51, denominator: 80}\n"
                "        - {label: B, numerator: 900, denominator: 1000}\n"
                "        - {label: C, numerator: 90, denominator: 100}\n",
          "Label,Numerator,Denominator,Rate (%),Lower 99.8% limit (%),Upper 99.8% limit (%),"
          "Finding\r\nA,51,80,63.8,75.2,98.5,Below 99.8%\r\n"
          "B,900,1000,90.0,84.9,91.3,Within\r\nC,90,100,90.0,76.7,97.5,Within\r\n");
    check(*state,
          FRONT "body:\n  - chart:\n      type: gantt\n      tasks:\n"
                "        - {label: A, start: 2025-01-06, end: 2025-03-28, done: 100}\n"
                "        - {label: B, date: 2025-04-15}\n",
          "Label,Start,End,Done (%),Status,Group\r\nA,2025-01-06,2025-03-28,100,Done,\r\n"
          "B,2025-04-15,2025-04-15,,Open,\r\n");
}

static void a_matrix_has_where_each_measure_stands(void **state)
{
    check(*state,
          FRONT "metrics:\n  - {id: a, title: Calls, unit: count, period: month, target: 1200,\n"
                "     values: {2021-01: 1000, 2021-02: 1100}}\n"
                "  - {id: b, title: Answered, unit: percent, decimals: 1, period: month,\n"
                "     values: {2021-01: 90}}\n"
                "body:\n  - chart:\n      type: matrix\n      series: [a, b]\n",
          "Label,Period,Latest,Target,Variation,Assurance,Unit\r\n"
          "Calls,February 2021,1100,1200,too few points for limits,,\r\n"
          "Answered,January 2021,90.0,,too few points for limits,,%\r\n");
}

static void a_table_has_its_periods_or_else_where_each_measure_stands(void **state)
{
    check(*state,
          FRONT "metrics:\n  - {id: a, title: Calls, unit: count, period: month,\n"
                "     values: {2021-01: 1000, 2021-02: 1100}}\n"
                "  - {id: b, title: Answered, unit: count, period: month, values: {2021-01: 90}}\n"
                "body:\n  - chart:\n      type: table\n      series: [a, b]\n",
          "Period,First day,Calls,Answered\r\nJanuary 2021,2021-01-01,1000,90\r\n"
          "February 2021,2021-02-01,1100,\r\n");
    check(*state,
          FRONT "metrics:\n  - {id: a, title: Calls, unit: count, period: month,\n"
                "     values: {2021-01: 1000, 2021-02: 1100}}\n"
                "  - {id: b, title: Answered, unit: count, period: year, values: {2021: 90}}\n"
                "body:\n  - chart:\n      type: table\n      series: [a, b]\n",
          "Label,Period,Latest,Target,Variation,Assurance\r\n"
          "Calls,February 2021,1100,,too few points for limits,\r\n"
          "Answered,2021,90,,too few points for limits,\r\n");
}

static void a_room_has_no_file(void **state)
{
    struct charted *charted = *state;
    const struct bp_chart chart = {.type = BP_CHART_ROOM};
    assert_null(bp_chart_csv(&chart, charted->look, charted->arena));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHARTED(what_is_printed_is_taken_apart_again),
        CHARTED(words_are_no_amounts),
        CHARTED(values_are_plain_numbers_under_a_head_with_their_unit),
        CHARTED(periods_have_their_first_day_and_marks),
        CHARTED(of_several_series_a_mark_says_which),
        CHARTED(words_that_begin_as_formulas_are_harmless),
        CHARTED(a_column_of_words_stays_words),
        CHARTED(amounts_of_several_units_in_one_row_stay_words),
        CHARTED(a_funnel_has_its_limits_and_a_plan_its_days),
        CHARTED(a_table_has_its_periods_or_else_where_each_measure_stands),
        CHARTED(a_matrix_has_where_each_measure_stands),
        CHARTED(a_room_has_no_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
