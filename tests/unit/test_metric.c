/* SPDX-License-Identifier: MIT */
/* What follows from series, and what references say of them. */
#include "metric/phrase.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "metric/facts.h"

enum { MOST = 40 };

/* Series whose points are written as text: "100", "-" for missing, "*" for suppressed, "3/4" for
 * numerator and denominator; one period after the other. */
struct made {
    struct bp_series series[2];
    struct bp_point points[2][MOST];
    struct bp_metrics metrics;
    struct bp_arena *arena;
};

static struct bp_decimal decimal(const char *text)
{
    struct bp_decimal value;
    assert_true(bp_decimal_parse(text, &value));
    return value;
}

static void make_point(struct bp_series *series, struct bp_point *point, const char *text)
{
    const char *slash = strchr(text, '/');
    if (*text == '-' && !text[1])
        point->state = BP_POINT_MISSING;
    else if (*text == '*')
        point->state = BP_POINT_SUPPRESSED;
    else if (slash) {
        char *numerator = g_strndup(text, (gsize)(slash - text));
        point->has_parts = true;
        point->numerator = decimal(numerator);
        point->denominator = decimal(slash + 1);
        assert_true(bp_decimal_quotient(point->numerator, point->denominator,
                                        bp_series_factor(series), &point->value));
        g_free(numerator);
    } else {
        point->value = decimal(text);
    }
}

static struct bp_series *make(struct made *made, int which, enum bp_metric_unit unit,
                              struct bp_period from, const char *values)
{
    struct bp_series *series = &made->series[which];
    char **words = g_strsplit(values, " ", -1);
    *series = (struct bp_series){.unit = unit,
                                 .decimals = unit == BP_METRIC_PERCENT,
                                 .period_kind = from.kind,
                                 .points = made->points[which]};
    series->id.text = which ? "second" : "first";
    series->per = unit == BP_METRIC_RATE ? 1000 : 0;
    memset(made->points[which], 0, sizeof made->points[which]);
    for (char **word = words; *word; word++, from.index++) {
        if (!**word)
            continue; /* a gap */
        struct bp_point *point = &series->points[series->n_points++];
        point->period = from;
        make_point(series, point, *word);
    }
    g_strfreev(words);
    made->metrics = (struct bp_metrics){.series = made->series, .n_series = which + 1};
    return series;
}

static struct bp_period period(enum bp_period_kind kind, const char *text)
{
    struct bp_period found;
    assert_true(bp_period_parse(text, kind, &found));
    return found;
}

static void print(GString *out, struct bp_decimal value)
{
    value = bp_decimal_trim(value);
    bp_decimal_append(out, value, value.scale, NULL);
}

/* What a reference says, in short: "5659 12.3%", or the error's text. To be freed. */
static char *say(struct made *made, const char *text)
{
    struct bp_report *report = bp_report_create();
    struct bp_arena *arena = bp_arena_create();
    struct bp_source at = {"x", 1, 1};
    struct bp_metric_phrase phrase;
    GString *out = g_string_new(NULL);
    if (!bp_metric_phrase_read(&made->metrics, text, &at, &phrase, arena, report)) {
        char *said = NULL;
        size_t size;
        FILE *stream = open_memstream(&said, &size);
        bp_report_print(report, stream);
        fclose(stream);
        g_string_append(out, g_strstrip(said));
        free(said);
    } else if (phrase.basis == BP_METRIC_NO_CHANGE) {
        print(out, phrase.level.value);
    } else {
        print(out, phrase.change.difference);
        if (phrase.change.kind == BP_CHANGE_PERCENT) {
            g_string_append_c(out, ' ');
            bp_decimal_append(out, phrase.change.percent, 1, NULL);
            g_string_append_c(out, '%');
        } else if (phrase.change.kind == BP_CHANGE_POINTS) {
            g_string_append(out, " points");
        }
    }
    if (phrase.provisional)
        g_string_append(out, " provisional");
    bp_arena_destroy(arena);
    bp_report_destroy(report);
    return g_string_free(out, FALSE);
}

static void assert_says(struct made *made, const char *text, const char *expected)
{
    char *said = say(made, text);
    if (strcmp(said, expected) != 0)
        fail_msg("“%s” says “%s”, not “%s”", text, said, expected);
    g_free(said);
}

static void counts_change_in_percent(void **state)
{
    struct made made;
    (void)state;
    make(&made, 0, BP_METRIC_COUNT, period(BP_PERIOD_FINANCIAL_YEAR, "2019/20"),
         "54597 46008 51667");
    assert_says(&made, "first latest", "51667");
    assert_says(&made, "first change from 2020/21", "5659 12.3%");
    assert_says(&made, "first change from last year", "5659 12.3%");
    assert_says(&made, "first change from previous", "5659 12.3%");
    assert_says(&made, "first percent change from 2019/20", "-2930 -5.4%");
    assert_says(&made, "first value 2019/20", "54597");
    assert_says(&made, "first points change from last year",
                "x:1:1: error: this can't be said of “first”: only a percentage changes by "
                "percentage points; write “change” or “percent change”");
}

static void percentages_change_in_points(void **state)
{
    struct made made;
    (void)state;
    make(&made, 0, BP_METRIC_PERCENT, period(BP_PERIOD_FINANCIAL_YEAR, "2020/21"), "94.6 93.8");
    assert_says(&made, "first change from last year", "-0.8 points");
    assert_says(&made, "first points change from last year", "-0.8 points");
    assert_says(&made, "first percent change from last year",
                "x:1:1: error: this can't be said of “first”: a percentage changes by percentage "
                "points; write “change” or “points change”");
}

static void there_is_no_percentage_on_a_small_base(void **state)
{
    struct made made;
    struct bp_period year = period(BP_PERIOD_YEAR, "2020");
    (void)state;
    make(&made, 0, BP_METRIC_COUNT, year, "0 7");
    assert_says(&made, "first change from last year", "7");
    assert_says(&made, "first percent change from last year",
                "x:1:1: error: this can't be said of “first”: there is no percentage of zero or "
                "less; write “change”, which gives the difference");
    make(&made, 0, BP_METRIC_MONEY, year, "-2 4");
    assert_says(&made, "first change from last year", "6");
    make(&made, 0, BP_METRIC_COUNT, year, "29 58")->small_base = 30;
    assert_says(&made, "first change from last year", "29");
    make(&made, 0, BP_METRIC_COUNT, year, "30 60")->small_base = 30;
    assert_says(&made, "first change from last year", "30 100.0%");
}

static void twelve_months_and_years_to_date_are_summed(void **state)
{
    struct made made;
    (void)state;
    make(&made, 0, BP_METRIC_COUNT, period(BP_PERIOD_MONTH, "2020-02"),
         "1 1 2 2 2 2 2 2 2 2 2 2 3 3 4 4 4 4 4 4 4 4 4 4");
    assert_says(&made, "first latest", "4");
    assert_says(&made, "first rolling 12 months", "46");
    assert_says(&made, "first rolling 12 months change from last year", "24 109.1%");
    assert_says(&made, "first year to date", "40");
    assert_says(&made, "first year to date change from last year", "20 100.0%");
    assert_says(&made, "first total 2021-10 to 2022-01", "16");
    assert_says(&made, "first change from last year over 2021-10 to 2022-01", "8 100.0%");
    assert_says(&made, "first change from 2020/21 over 2021-10 to 2022-01", "8 100.0%");
    assert_says(&made, "first change from 2019/20 over 2021-10 to 2022-01",
                "x:1:1: error: this can't be said of “first”: it has no value for 2019-10");
}

static void april_begins_the_year(void **state)
{
    struct made made;
    (void)state;
    make(&made, 0, BP_METRIC_COUNT, period(BP_PERIOD_FINANCIAL_QUARTER, "2020/21 Q3"),
         "1 2 4 8 16 32");
    assert_says(&made, "first year to date", "60");
    assert_says(&made, "first rolling 12 months", "60");
    assert_says(&made, "first value 2020/21 Q4", "2");
    make(&made, 0, BP_METRIC_COUNT, period(BP_PERIOD_MONTH, "2022-03"), "1 2");
    assert_says(&made, "first year to date", "2");
    make(&made, 0, BP_METRIC_COUNT, period(BP_PERIOD_YEAR, "2020"), "1 2");
    assert_says(&made, "first year to date",
                "x:1:1: error: this can't be said of “first”: a calendar year is no part of a "
                "financial year");
}

static void a_percentage_is_summed_from_its_parts_only(void **state)
{
    struct made made;
    (void)state;
    make(&made, 0, BP_METRIC_PERCENT, period(BP_PERIOD_MONTH, "2021-04"), "1/2 2/3 10/100");
    assert_says(&made, "first year to date", "12.380952381");
    make(&made, 0, BP_METRIC_PERCENT, period(BP_PERIOD_MONTH, "2021-04"), "50 60 70");
    assert_says(&made, "first year to date",
                "x:1:1: error: this can't be said of “first”: a percentage is summed over periods "
                "only from its numerators and denominators, which it does not have; give both with "
                "each value");
    make(&made, 0, BP_METRIC_RATE, period(BP_PERIOD_MONTH, "2021-04"), "5/1000 7/2000");
    assert_says(&made, "first year to date", "4");
    make(&made, 0, BP_METRIC_MONEY, period(BP_PERIOD_MONTH, "2021-04"), "10/2 30/2");
    assert_says(&made, "first year to date", "10");
    make(&made, 0, BP_METRIC_MONEY, period(BP_PERIOD_MONTH, "2021-04"), "10/2 30");
    assert_says(&made, "first year to date",
                "x:1:1: error: this can't be said of “first”: an average of money is summed over "
                "periods only from its numerators and denominators, which it does not have; give "
                "both with each value");
    make(&made, 0, BP_METRIC_MONEY, period(BP_PERIOD_MONTH, "2021-04"), "10 30");
    assert_says(&made, "first year to date", "40");
    make(&made, 0, BP_METRIC_DURATION, period(BP_PERIOD_MONTH, "2021-04"), "4 5");
    assert_says(&made, "first change from previous", "1 25.0%");
}

static void a_gap_is_no_zero(void **state)
{
    struct made made;
    (void)state;
    make(&made, 0, BP_METRIC_COUNT, period(BP_PERIOD_MONTH, "2021-04"), "1  3 - * 6 -");
    assert_says(&made, "first latest", "6");
    assert_says(&made, "first value 2021-05",
                "x:1:1: error: this can't be said of “first”: it has no value for 2021-05");
    assert_says(&made, "first value 2021-07",
                "x:1:1: error: this can't be said of “first”: its value for 2021-07 is missing");
    assert_says(&made, "first change from previous",
                "x:1:1: error: this can't be said of “first”: its value for 2021-08 is suppressed");
    assert_says(&made, "first year to date",
                "x:1:1: error: this can't be said of “first”: it has no value for 2021-05");
    make(&made, 0, BP_METRIC_COUNT, period(BP_PERIOD_MONTH, "2021-04"), "-");
    assert_says(&made, "first latest",
                "x:1:1: error: this can't be said of “first”: it has no value at all");
}

static void provisional_values_mark_what_is_made_of_them(void **state)
{
    struct made made;
    struct bp_series *series;
    (void)state;
    series = make(&made, 0, BP_METRIC_COUNT, period(BP_PERIOD_MONTH, "2021-04"), "1 2 3 4");
    series->points[1].provisional = true;
    assert_says(&made, "first latest", "4");
    assert_says(&made, "first year to date", "10 provisional");
    assert_says(&made, "first change from 2021-05", "2 100.0% provisional");
    assert_says(&made, "first change from 2021-06", "1 33.3%");
}

static void baselines_and_targets_are_known(void **state)
{
    struct bp_step steps[2] = {{.value = {10, 0}}, {.value = {12, 0}}};
    struct made made;
    struct bp_series *series;
    (void)state;
    series = make(&made, 0, BP_METRIC_COUNT, period(BP_PERIOD_MONTH, "2021-04"), "1 2 - 100 8");
    assert_says(&made, "first change from baseline",
                "x:1:1: error: this can't be said of “first”: it has no “baseline”; give it one "
                "with “from” and “until”");
    series->has_baseline = true;
    series->baseline_from = period(BP_PERIOD_MONTH, "2021-01");
    series->baseline_until = period(BP_PERIOD_MONTH, "2021-07");
    series->points[3].ghost = true;
    assert_says(&made, "first change from baseline", "6.5 433.3%");
    assert_says(&made, "first target",
                "x:1:1: error: this can't be said of “first”: it has no target then; give it one "
                "with “target”");
    steps[0].from = period(BP_PERIOD_MONTH, "2021-04");
    steps[1].from = period(BP_PERIOD_MONTH, "2021-08");
    series->targets = steps;
    series->n_targets = 2;
    assert_says(&made, "first target", "12");
    assert_says(&made, "first target 2021-07", "10");
}

static void wrong_references_are_told(void **state)
{
    static const struct {
        const char *text;
        const char *said;
    } cases[] = {
        {"frist latest", "there is no series “frist”; write first"},
        {"crime latest", "there is no series “crime”; give it one below “metrics”"},
        {"", "there is no series “”; give it one below “metrics”"},
        {"first latset", "“latset” is not known here; write latest"},
        {"first latest value", "“value” is not understood here; after the series write “latest”, "
                               "“value 2022-03”, “target”, “change from last year”, “rolling 12 "
                               "months” or “year to date”"},
        {"first", "this says not what of the series; after it write “latest”, “value 2022-03”, "
                  "“target”, “change from last year”, “rolling 12 months” or “year to date”"},
        {"first change", "after “change” comes “from” and “last year”, “previous”, “baseline” or a "
                         "period"},
        {"first change from 2020/21",
         "“first” is by month, and “2020/21” is none; write one as in 2021-05"},
        {"first value", "a period is missing at the end; write one as in 2021-05"},
        {"first value 2021-04 change from last year",
         "“change” is of the latest value; write it without “value” or “target”"},
        {"first year to date change from 2021-04",
         "twelve months and a year to date change “from last year” only"},
        {"first total 2021-05 to 2021-04", "the last period is before the first; change them"},
        {"first total 2021-04 2021-05", "after a first period comes “to” and the last one"},
        {"first change from 2022/23 over 2021-04 to 2021-05",
         "that financial year is not before the periods; name an earlier one"},
    };
    struct made made;
    (void)state;
    make(&made, 0, BP_METRIC_COUNT, period(BP_PERIOD_MONTH, "2021-04"), "1 2");
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        char *expected = g_strdup_printf("x:1:1: error: %s", cases[i].said);
        assert_says(&made, cases[i].text, expected);
        g_free(expected);
    }
}

static void facts_are_told_with_their_direction(void **state)
{
    struct made made;
    struct bp_facts facts;
    struct bp_arena *arena = bp_arena_create();
    struct bp_series *series =
        make(&made, 0, BP_METRIC_PERCENT, period(BP_PERIOD_MONTH, "2021-04"), "86.24  86.2");
    (void)state;
    series->better = BP_BETTER_LOWER;
    bp_facts_make(series, &facts, arena);
    assert_int_equal(facts.gaps, 1);
    assert_int_equal(facts.present, 2);
    assert_non_null(facts.changes[0].change.fault);
    series = make(&made, 0, BP_METRIC_PERCENT, period(BP_PERIOD_MONTH, "2021-04"), "86.24 86.2");
    series->better = BP_BETTER_LOWER;
    bp_facts_make(series, &facts, arena);
    assert_int_equal(facts.changes[0].change.direction, 0);
    assert_int_equal(facts.changes[0].change.good, 0);
    series->points[1].value = decimal("86.19");
    bp_facts_make(series, &facts, arena);
    assert_int_equal(facts.changes[0].change.direction, -1);
    assert_int_equal(facts.changes[0].change.good, 1);
    bp_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_change_in_percent),
        cmocka_unit_test(percentages_change_in_points),
        cmocka_unit_test(there_is_no_percentage_on_a_small_base),
        cmocka_unit_test(twelve_months_and_years_to_date_are_summed),
        cmocka_unit_test(april_begins_the_year),
        cmocka_unit_test(a_percentage_is_summed_from_its_parts_only),
        cmocka_unit_test(a_gap_is_no_zero),
        cmocka_unit_test(provisional_values_mark_what_is_made_of_them),
        cmocka_unit_test(baselines_and_targets_are_known),
        cmocka_unit_test(wrong_references_are_told),
        cmocka_unit_test(facts_are_told_with_their_direction),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
