/* SPDX-License-Identifier: MIT */
#include "model/date.h"

#include <glib.h>
#include <string.h>

/* Reads `count` digits at `text`; -1 when one of them is none. */
static int read_digits(const char *text, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++) {
        if (!g_ascii_isdigit(text[i]))
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int bp_date_month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool bp_date_parse(const char *text, struct bp_date *date)
{
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
        return false;
    int year = read_digits(text, 4);
    int month = read_digits(text + 5, 2);
    int day = read_digits(text + 8, 2);
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > bp_date_month_days(year, month))
        return false;
    *date = (struct bp_date){.year = year, .month = month, .day = day};
    return true;
}

bool bp_time_parse(const char *text, struct bp_time *time)
{
    size_t length = strlen(text);
    const char *colon = strchr(text, ':');
    size_t hours = colon ? (size_t)(colon - text) : length - 2;
    size_t skip = colon ? 1 : 0;
    if (length < 4 || length > 5 || hours < 1 || hours > 2 || length - hours - skip != 2)
        return false;
    int hour = read_digits(text, (int)hours);
    int minute = read_digits(text + hours + skip, 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return false;
    *time = (struct bp_time){.hour = hour, .minute = minute};
    return true;
}

int bp_date_compare(struct bp_date a, struct bp_date b)
{
    if (a.year != b.year)
        return a.year - b.year;
    return a.month != b.month ? a.month - b.month : a.day - b.day;
}

/* Days since the first of March of the year 0, in years that begin in March, so that the leap day
 * comes last. */
static int day_number(struct bp_date date)
{
    int year = date.month < 3 ? date.year - 1 : date.year;
    int month = (date.month + 9) % 12;
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + date.day - 1;
}

int bp_date_days(struct bp_date from, struct bp_date to)
{
    return day_number(to) - day_number(from);
}

struct bp_date bp_date_plus(struct bp_date date, int days)
{
    enum { FOUR_YEARS = 1461, FOUR_CENTURIES = 146097 };
    int number = day_number(date) + days;
    int era = number / FOUR_CENTURIES - (number % FOUR_CENTURIES < 0);
    int day = number - era * FOUR_CENTURIES;
    int year = (day - day / (FOUR_YEARS - 1) + day / 36524 - day / (FOUR_CENTURIES - 1)) / 365;
    int rest = day - (365 * year + year / 4 - year / 100);
    int month = (5 * rest + 2) / 153;
    return (struct bp_date){.year = era * 400 + year + (month >= 10),
                            .month = month < 10 ? month + 3 : month - 9,
                            .day = rest - (153 * month + 2) / 5 + 1};
}

int bp_date_weekday(struct bp_date date)
{
    /* Sakamoto's method: the year begins in March, so that the leap day comes last. */
    static const int offset[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    int year = date.month < 3 ? date.year - 1 : date.year;
    return (year + year / 4 - year / 100 + year / 400 + offset[date.month - 1] + date.day) % 7;
}
