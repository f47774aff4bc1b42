/* SPDX-License-Identifier: MIT */
#include "model/period.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glib.h>
#include <string.h>

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

static struct bp_period period(enum bp_period_kind kind, const char *text)
{
    struct bp_period found = {kind, 0};
    if (!bp_period_parse(text, kind, &found))
        fail_msg("“%s” is no period", text);
    return found;
}

static void assert_date(struct bp_date date, int year, int month, int day)
{
    assert_int_equal(bp_date_compare(date, (struct bp_date){year, month, day}), 0);
}

static void each_form_is_read_and_printed_again(void **state)
{
    static const struct {
        enum bp_period_kind kind;
        const char *code;
        const char *label;
        struct bp_date first;
        struct bp_date last;
    } cases[] = {
        {BP_PERIOD_DAY, "2022-03-16", "16 March 2022", {2022, 3, 16}, {2022, 3, 16}},
        {BP_PERIOD_WEEK, "2022-W11", "week 11, 2022", {2022, 3, 14}, {2022, 3, 20}},
        {BP_PERIOD_WEEK, "2020-W53", "week 53, 2020", {2020, 12, 28}, {2021, 1, 3}},
        {BP_PERIOD_WEEK, "2021-W01", "week 1, 2021", {2021, 1, 4}, {2021, 1, 10}},
        {BP_PERIOD_WEEK, "2020-W01", "week 1, 2020", {2019, 12, 30}, {2020, 1, 5}},
        {BP_PERIOD_WEEK, "1970-W01", "week 1, 1970", {1969, 12, 29}, {1970, 1, 4}},
        {BP_PERIOD_WEEK, "1965-W52", "week 52, 1965", {1965, 12, 27}, {1966, 1, 2}},
        {BP_PERIOD_MONTH, "2024-02", "February 2024", {2024, 2, 1}, {2024, 2, 29}},
        {BP_PERIOD_MONTH, "2021-12", "December 2021", {2021, 12, 1}, {2021, 12, 31}},
        {BP_PERIOD_QUARTER, "2022-Q1", "2022 Q1", {2022, 1, 1}, {2022, 3, 31}},
        {BP_PERIOD_YEAR, "2022", "2022", {2022, 1, 1}, {2022, 12, 31}},
        {BP_PERIOD_FINANCIAL_QUARTER, "2021/22 Q4", "2021/22 Q4", {2022, 1, 1}, {2022, 3, 31}},
        {BP_PERIOD_FINANCIAL_QUARTER, "2021/22 Q1", "2021/22 Q1", {2021, 4, 1}, {2021, 6, 30}},
        {BP_PERIOD_FINANCIAL_QUARTER, "2021/22 Q3", "2021/22 Q3", {2021, 10, 1}, {2021, 12, 31}},
        {BP_PERIOD_FINANCIAL_YEAR, "2021/22", "2021/22", {2021, 4, 1}, {2022, 3, 31}},
        {BP_PERIOD_FINANCIAL_YEAR, "1999/00", "1999/00", {1999, 4, 1}, {2000, 3, 31}},
    };
    struct bp_arena *arena = bp_arena_create();
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct bp_period found = period(cases[i].kind, cases[i].code);
        assert_string_equal(bp_period_code(found, arena), cases[i].code);
        assert_string_equal(bp_period_label(found, months, arena), cases[i].label);
        assert_int_equal(bp_date_compare(bp_period_first(found), cases[i].first), 0);
        assert_int_equal(bp_date_compare(bp_period_last(found), cases[i].last), 0);
        assert_int_equal(bp_period_of(cases[i].kind, cases[i].first).index, found.index);
        assert_int_equal(bp_period_of(cases[i].kind, cases[i].last).index, found.index);
    }
    bp_arena_destroy(arena);
}

static void other_words_are_no_periods(void **state)
{
    static const char *const bad[] = {
        "",          "2022-13",    "2022-00",  "2022-1",     "2022-W00",   "2021-W53",
        "2022-Q5",   "2022-Q0",    "2021/23",  "2021/22 Q5", "2021/22 Q0", "21/22",
        "2021/2022", "2022-02-29", "2022-W1",  "2022 Q1",    "2021/22Q1",  "Apr-21",
        "2022-03 ",  "0000",       "2022-Q11", "x",          "202",        "20222",
    };
    struct bp_period found;
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
        for (int kind = 0; bp_period_kinds[kind]; kind++)
            if (bp_period_parse(bad[i], (enum bp_period_kind)kind, &found))
                fail_msg("“%s” is a %s", bad[i], bp_period_kinds[kind]);
    assert_false(bp_period_parse("2022-03", BP_PERIOD_YEAR, &found));
    assert_false(bp_period_parse("2022", BP_PERIOD_MONTH, &found));
    assert_false(bp_period_parse("2021/22", BP_PERIOD_FINANCIAL_QUARTER, &found));
}

static void every_day_is_in_the_periods_that_hold_it(void **state)
{
    struct bp_date day = {1899, 12, 28};
    struct bp_period last[7] = {0};
    (void)state;
    for (int i = 0; i < 366 * 250; i++, day = bp_date_plus(day, 1))
        for (int kind = 0; bp_period_kinds[kind]; kind++) {
            struct bp_period found = bp_period_of((enum bp_period_kind)kind, day);
            assert_true(bp_date_compare(bp_period_first(found), day) <= 0);
            assert_true(bp_date_compare(bp_period_last(found), day) >= 0);
            if (i > 0)
                assert_in_range(found.index - last[kind].index, 0, 1);
            last[kind] = found;
        }
}

static void a_year_before_is_the_same_period(void **state)
{
    static const struct {
        enum bp_period_kind kind;
        const char *period;
        const char *before;
    } cases[] = {
        {BP_PERIOD_DAY, "2022-03-16", "2021-03-16"},
        {BP_PERIOD_DAY, "2024-02-29", "2023-02-28"},
        {BP_PERIOD_WEEK, "2022-W11", "2021-W11"},
        {BP_PERIOD_WEEK, "2021-W52", "2020-W53"},
        {BP_PERIOD_MONTH, "2022-01", "2021-01"},
        {BP_PERIOD_QUARTER, "2022-Q1", "2021-Q1"},
        {BP_PERIOD_FINANCIAL_QUARTER, "2021/22 Q4", "2020/21 Q4"},
        {BP_PERIOD_YEAR, "2022", "2021"},
        {BP_PERIOD_FINANCIAL_YEAR, "2000/01", "1999/00"},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_int_equal(bp_period_year_before(period(cases[i].kind, cases[i].period)).index,
                         period(cases[i].kind, cases[i].before).index);
}

static void financial_years_begin_in_april(void **state)
{
    (void)state;
    assert_int_equal(bp_period_financial_year(period(BP_PERIOD_MONTH, "2022-03")).index, 2021);
    assert_int_equal(bp_period_financial_year(period(BP_PERIOD_MONTH, "2022-04")).index, 2022);
    assert_int_equal(bp_period_financial_year(period(BP_PERIOD_QUARTER, "2022-Q1")).index, 2021);
    assert_int_equal(
        bp_period_financial_year(period(BP_PERIOD_FINANCIAL_QUARTER, "2021/22 Q4")).index, 2021);
    assert_int_equal(bp_period_financial_year(period(BP_PERIOD_DAY, "2022-03-31")).index, 2021);
    assert_date(bp_period_last(bp_period_financial_year(period(BP_PERIOD_DAY, "2024-02-29"))), 2024,
                3, 31);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_form_is_read_and_printed_again),
        cmocka_unit_test(other_words_are_no_periods),
        cmocka_unit_test(every_day_is_in_the_periods_that_hold_it),
        cmocka_unit_test(a_year_before_is_the_same_period),
        cmocka_unit_test(financial_years_begin_in_april),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
