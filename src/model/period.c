/* SPDX-License-Identifier: MIT */
#include "model/period.h"

#include <glib.h>
#include <string.h>

const char *const bp_period_kinds[] = {
    [BP_PERIOD_DAY] = "day",
    [BP_PERIOD_WEEK] = "week",
    [BP_PERIOD_MONTH] = "month",
    [BP_PERIOD_QUARTER] = "quarter",
    [BP_PERIOD_YEAR] = "year",
    [BP_PERIOD_FINANCIAL_QUARTER] = "financial-quarter",
    [BP_PERIOD_FINANCIAL_YEAR] = "financial-year",
    NULL,
};

static const struct bp_date epoch = {1970, 1, 1};

/* 1970-01-01 was a Thursday. */
enum { DAYS_SINCE_MONDAY = 3 };

/* Towards the past also before the epoch. */
static int floored(int value, int by)
{
    return value / by - (value % by < 0);
}

static int week_of(struct bp_date day)
{
    return floored(bp_date_days(epoch, day) + DAYS_SINCE_MONDAY, 7);
}

struct bp_period bp_period_of(enum bp_period_kind kind, struct bp_date day)
{
    int index = 0;

    switch (kind) {
    case BP_PERIOD_DAY:
        index = bp_date_days(epoch, day);
        break;
    case BP_PERIOD_WEEK:
        index = week_of(day);
        break;
    case BP_PERIOD_MONTH:
        index = day.year * 12 + day.month - 1;
        break;
    case BP_PERIOD_QUARTER:
    case BP_PERIOD_FINANCIAL_QUARTER:
        index = day.year * 4 + (day.month - 1) / 3;
        break;
    case BP_PERIOD_YEAR:
        index = day.year;
        break;
    case BP_PERIOD_FINANCIAL_YEAR:
        index = day.month < 4 ? day.year - 1 : day.year;
        break;
    }
    return (struct bp_period){kind, index};
}

struct bp_date bp_period_first(struct bp_period period)
{
    int index = period.index;

    switch (period.kind) {
    case BP_PERIOD_DAY:
        return bp_date_plus(epoch, index);
    case BP_PERIOD_WEEK:
        return bp_date_plus(epoch, index * 7 - DAYS_SINCE_MONDAY);
    case BP_PERIOD_MONTH:
        return (struct bp_date){floored(index, 12), index - floored(index, 12) * 12 + 1, 1};
    case BP_PERIOD_QUARTER:
    case BP_PERIOD_FINANCIAL_QUARTER:
        return (struct bp_date){floored(index, 4), (index - floored(index, 4) * 4) * 3 + 1, 1};
    case BP_PERIOD_YEAR:
        return (struct bp_date){index, 1, 1};
    case BP_PERIOD_FINANCIAL_YEAR:
        return (struct bp_date){index, 4, 1};
    }
    g_assert_not_reached();
}

struct bp_date bp_period_last(struct bp_period period)
{
    period.index++;
    return bp_date_plus(bp_period_first(period), -1);
}

struct bp_period bp_period_year_before(struct bp_period period)
{
    static const int a_year[] = {
        [BP_PERIOD_DAY] = 0,
        [BP_PERIOD_WEEK] = 52,
        [BP_PERIOD_MONTH] = 12,
        [BP_PERIOD_QUARTER] = 4,
        [BP_PERIOD_YEAR] = 1,
        [BP_PERIOD_FINANCIAL_QUARTER] = 4,
        [BP_PERIOD_FINANCIAL_YEAR] = 1,
    };

    if (period.kind == BP_PERIOD_DAY) {
        struct bp_date day = bp_period_first(period);

        day.year--;
        day.day = MIN(day.day, bp_date_month_days(day.year, day.month));
        return bp_period_of(BP_PERIOD_DAY, day);
    }
    period.index -= a_year[period.kind];
    return period;
}

struct bp_period bp_period_financial_year(struct bp_period period)
{
    return bp_period_of(BP_PERIOD_FINANCIAL_YEAR, bp_period_first(period));
}

/* The year and number of a week. */
static int week_number(struct bp_period week, int *year)
{
    struct bp_date thursday = bp_date_plus(bp_period_first(week), 3);

    *year = thursday.year;
    return bp_date_days((struct bp_date){thursday.year, 1, 1}, thursday) / 7 + 1;
}

/* 1 to 4, and the year that the financial year begins in. */
static int financial_quarter(struct bp_period quarter, int *year)
{
    *year = floored(quarter.index - 1, 4);
    return quarter.index - *year * 4;
}

/* Reads `count` digits and moves over them; -1 when one is none. */
static int read_digits(const char **at, int count)
{
    int value = 0;

    for (; count > 0; count--, ++*at) {
        if (!g_ascii_isdigit(**at))
            return -1;
        value = value * 10 + (**at - '0');
    }
    return value;
}

static bool skip(const char **at, const char *text)
{
    size_t length = strlen(text);

    if (strncmp(*at, text, length) != 0)
        return false;
    *at += length;
    return true;
}

/* "2021/22" after its year; false when it names no two years that follow each other. */
static bool read_second_year(const char **at, int year)
{
    return skip(at, "/") && read_digits(at, 2) == (year + 1) % 100;
}

static bool read_week(const char **at, int year, struct bp_period *period)
{
    int number = skip(at, "-W") ? read_digits(at, 2) : -1, found;

    if (number < 1)
        return false;
    *period = bp_period_of(BP_PERIOD_WEEK, (struct bp_date){year, 1, 4}); /* always week 1 */
    period->index += number - 1;
    return week_number(*period, &found) == number && found == year;
}

enum { LEAST_YEAR = 1000 }; /* it has four digits */

bool bp_period_parse(const char *text, enum bp_period_kind kind, struct bp_period *period)
{
    const char *at = text;
    int year = read_digits(&at, 4), number = 1;
    struct bp_date day;

    if (year < LEAST_YEAR)
        return false;
    *period = (struct bp_period){kind, year};
    switch (kind) {
    case BP_PERIOD_DAY:
        if (!bp_date_parse(text, &day))
            return false;
        *period = bp_period_of(kind, day);
        return true;
    case BP_PERIOD_WEEK:
        return read_week(&at, year, period) && !*at;
    case BP_PERIOD_MONTH:
        number = skip(&at, "-") ? read_digits(&at, 2) : -1;
        period->index = year * 12 + number - 1;
        return number >= 1 && number <= 12 && !*at;
    case BP_PERIOD_QUARTER:
        number = skip(&at, "-Q") ? read_digits(&at, 1) : -1;
        period->index = year * 4 + number - 1;
        return number >= 1 && number <= 4 && !*at;
    case BP_PERIOD_FINANCIAL_QUARTER:
        number = read_second_year(&at, year) && skip(&at, " Q") ? read_digits(&at, 1) : -1;
        period->index = year * 4 + number;
        return number >= 1 && number <= 4 && !*at;
    case BP_PERIOD_YEAR:
        return !*at;
    case BP_PERIOD_FINANCIAL_YEAR:
        return read_second_year(&at, year) && !*at;
    }
    return false;
}

const char *bp_period_label(struct bp_period period, const char *const *months,
                            struct bp_arena *arena)
{
    struct bp_date first = bp_period_first(period);
    int year, number;

    switch (period.kind) {
    case BP_PERIOD_DAY:
        return bp_arena_printf(arena, "%d %s %d", first.day, months[first.month - 1], first.year);
    case BP_PERIOD_WEEK:
        number = week_number(period, &year);
        return bp_arena_printf(arena, "week %d, %d", number, year);
    case BP_PERIOD_MONTH:
        return bp_arena_printf(arena, "%s %d", months[first.month - 1], first.year);
    case BP_PERIOD_QUARTER:
        return bp_arena_printf(arena, "%d Q%d", first.year, (first.month - 1) / 3 + 1);
    default:
        return bp_period_code(period, arena);
    }
}

const char *bp_period_code(struct bp_period period, struct bp_arena *arena)
{
    struct bp_date first = bp_period_first(period);
    int year, number;

    switch (period.kind) {
    case BP_PERIOD_DAY:
        return bp_arena_printf(arena, "%04d-%02d-%02d", first.year, first.month, first.day);
    case BP_PERIOD_WEEK:
        number = week_number(period, &year);
        return bp_arena_printf(arena, "%04d-W%02d", year, number);
    case BP_PERIOD_MONTH:
        return bp_arena_printf(arena, "%04d-%02d", first.year, first.month);
    case BP_PERIOD_QUARTER:
        return bp_arena_printf(arena, "%04d-Q%d", first.year, (first.month - 1) / 3 + 1);
    case BP_PERIOD_YEAR:
        return bp_arena_printf(arena, "%04d", first.year);
    case BP_PERIOD_FINANCIAL_QUARTER:
        number = financial_quarter(period, &year);
        return bp_arena_printf(arena, "%04d/%02d Q%d", year, (year + 1) % 100, number);
    case BP_PERIOD_FINANCIAL_YEAR:
        return bp_arena_printf(arena, "%04d/%02d", first.year, (first.year + 1) % 100);
    }
    g_assert_not_reached();
}
