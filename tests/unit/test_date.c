/* SPDX-License-Identifier: MIT */
#include "model/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "load/when.h"

static void only_days_of_the_calendar_are_dates(void **state)
{
    static const char *const good[] = {"2022-03-16", "2020-02-29", "2000-02-29", "0001-01-01",
                                       "9999-12-31"};
    static const char *const bad[] = {"2022-02-29", "1900-02-29", "2022-13-01", "2022-00-01",
                                      "2022-04-31", "2022-01-00", "2022-3-16",  "2022-03-16 ",
                                      "",           "0000-01-01", "-022-03-16", "2022/03/16",
                                      "2022-03-1x", "20220-3-16"};
    struct bp_date date;
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(bp_date_parse(good[i], &date));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(bp_date_parse(bad[i], &date));
    assert_true(bp_date_parse("2022-03-16", &date));
    assert_int_equal(date.year, 2022);
    assert_int_equal(date.month, 3);
    assert_int_equal(date.day, 16);
}

static void weekdays_are_known(void **state)
{
    (void)state;
    assert_int_equal(bp_date_weekday((struct bp_date){2022, 3, 16}), 3);
    assert_int_equal(bp_date_weekday((struct bp_date){2000, 1, 1}), 6);
    assert_int_equal(bp_date_weekday((struct bp_date){2024, 2, 29}), 4);
    assert_int_equal(bp_date_weekday((struct bp_date){1900, 1, 1}), 1);
    assert_int_equal(bp_date_weekday((struct bp_date){2023, 12, 31}), 0);
}

static void dates_are_ordered(void **state)
{
    struct bp_date day = {2022, 3, 16};
    (void)state;
    assert_true(bp_date_compare(day, (struct bp_date){2022, 3, 17}) < 0);
    assert_true(bp_date_compare(day, (struct bp_date){2021, 12, 31}) > 0);
    assert_true(bp_date_compare(day, (struct bp_date){2022, 4, 1}) < 0);
    assert_int_equal(bp_date_compare(day, day), 0);
}

static void days_between_dates_are_counted(void **state)
{
    static const struct {
        struct bp_date from;
        struct bp_date to;
        int days;
    } cases[] = {
        {{2022, 3, 16}, {2022, 3, 16}, 0},    {{2022, 1, 31}, {2022, 2, 1}, 1},
        {{2022, 2, 28}, {2022, 3, 1}, 1},     {{2020, 2, 28}, {2020, 3, 1}, 2},
        {{1900, 2, 28}, {1900, 3, 1}, 1},     {{2000, 2, 28}, {2000, 3, 1}, 2},
        {{2021, 12, 31}, {2022, 1, 1}, 1},    {{2020, 1, 1}, {2021, 1, 1}, 366},
        {{2021, 1, 1}, {2022, 1, 1}, 365},    {{1900, 1, 1}, {2000, 1, 1}, 36524},
        {{1970, 1, 1}, {2022, 3, 16}, 19067}, {{2022, 3, 16}, {2022, 3, 1}, -15},
        {{1, 1, 1}, {9999, 12, 31}, 3652058},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(bp_date_days(cases[i].from, cases[i].to), cases[i].days);
}

static void every_day_of_four_centuries_follows_the_one_before(void **state)
{
    struct bp_date day = {1999, 12, 31}, first = {1890, 7, 4};
    (void)state;
    for (int year = 2000; year < 2400; year++)
        for (int month = 1; month <= 12; month++)
            for (int i = 1; i <= bp_date_month_days(year, month); i++) {
                struct bp_date next = {year, month, i};
                assert_int_equal(bp_date_days(day, next), 1);
                assert_int_equal(bp_date_compare(bp_date_plus(day, 1), next), 0);
                assert_int_equal(
                    bp_date_compare(bp_date_plus(next, bp_date_days(next, first)), first), 0);
                day = next;
            }
}

static void times_have_three_forms(void **state)
{
    static const char *const bad[] = {"9.30",   "24:00", "12:60", "930",   "",    "9:3",
                                      "12:345", "ab:cd", "1:2:3", "12345", ":30", "-1:30"};
    struct bp_time time;
    (void)state;
    assert_true(bp_time_parse("9:30", &time) && time.hour == 9 && time.minute == 30);
    assert_true(bp_time_parse("09:05", &time) && time.hour == 9 && time.minute == 5);
    assert_true(bp_time_parse("0930", &time) && time.hour == 9 && time.minute == 30);
    assert_true(bp_time_parse("23:59", &time) && time.hour == 23 && time.minute == 59);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(bp_time_parse(bad[i], &time));
}

static void other_dates_are_guessed(void **state)
{
    static const char *const good[] = {"16/03/2022",     "16.3.2022",
                                       "16/03/22",       "2022/03/16",
                                       "2022-3-16",      "20220316",
                                       "16 March 2022",  "16th March 2022",
                                       "March 16, 2022", "Wednesday, 16 March 2022",
                                       "Wed 16 Mar 22",  "the 16th of March 2022",
                                       "16-Mar-2022",    "2022 March 16"};
    static const char *const bad[] = {"March 2022",
                                      "next Wednesday",
                                      "31/02/2022",
                                      "16-03-22",
                                      "22-03-16",
                                      "16/03",
                                      "1/2/3/4",
                                      "",
                                      "Market 16 2022",
                                      "16 2022 2022",
                                      "second Tuesday of each month"};
    struct bp_date date;
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        if (!bp_when_guess_date(good[i], &date) || date.year != 2022 || date.month != 3 ||
            date.day != 16)
            fail_msg("“%s” is not guessed", good[i]);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (bp_when_guess_date(bad[i], &date))
            fail_msg("“%s” is guessed", bad[i]);
}

static void other_times_are_guessed(void **state)
{
    static const struct {
        const char *text;
        int hour;
        int minute;
    } good[] = {{"9.30", 9, 30},   {"9.30am", 9, 30}, {"2 pm", 14, 0},    {"2.15 p.m.", 14, 15},
                {"12am", 0, 0},    {"12 pm", 12, 0},  {"noon", 12, 0},    {"1400hrs", 14, 0},
                {"14h30", 14, 30}, {"930", 9, 30},    {"14:00:00", 14, 0}};
    static const char *const bad[] = {"25.00", "13 pm", "9",   "soon", "",     "9.75",
                                      "2pigs", "9:5",   "9-5", "9:",   "24:00"};
    struct bp_time time;
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        if (!bp_when_guess_time(good[i].text, &time) || time.hour != good[i].hour ||
            time.minute != good[i].minute)
            fail_msg("“%s” is not guessed", good[i].text);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (bp_when_guess_time(bad[i], &time))
            fail_msg("“%s” is guessed", bad[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_days_of_the_calendar_are_dates),
        cmocka_unit_test(weekdays_are_known),
        cmocka_unit_test(dates_are_ordered),
        cmocka_unit_test(days_between_dates_are_counted),
        cmocka_unit_test(every_day_of_four_centuries_follows_the_one_before),
        cmocka_unit_test(times_have_three_forms),
        cmocka_unit_test(other_dates_are_guessed),
        cmocka_unit_test(other_times_are_guessed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
