/* SPDX-License-Identifier: MIT */
/* Calendar dates and clock times as a meeting file gives them. No time zone, no clock. */
#ifndef BP_MODEL_DATE_H
#define BP_MODEL_DATE_H

#include <stdbool.h>

/* A day of the Gregorian calendar; year 0 means no date. */
struct bp_date {
    int year;
    int month; /* 1 to 12 */
    int day;   /* 1 to 31 */
};

/* A time of day; hour -1 means no time. */
struct bp_time {
    int hour;
    int minute;
};

/* Reads "2022-03-16"; false when it is not such a day of the calendar. */
bool bp_date_parse(const char *text, struct bp_date *date);

/* Reads "9:30", "09:30" or "0930"; false when it is no time of day. */
bool bp_time_parse(const char *text, struct bp_time *time);

/* How many days `month` (1 to 12) of `year` has. */
int bp_date_month_days(int year, int month);

/* Negative, zero or positive as `a` is before, on or after `b`. */
int bp_date_compare(struct bp_date a, struct bp_date b);

/* How many days `to` is after `from`; negative when it is before. */
int bp_date_days(struct bp_date from, struct bp_date to);

/* The day that is `days` after `date`, or before it when negative. */
struct bp_date bp_date_plus(struct bp_date date, int days);

/* 0 for Sunday to 6 for Saturday. */
int bp_date_weekday(struct bp_date date);

#endif
