/* SPDX-License-Identifier: MIT */
#include "load/when.h"

#include <glib.h>
#include <string.h>

enum { MOST_WORDS = 6, LONGEST = 60 };

static bool is_name(const char *word, const char *const *names, int count, int *index)
{
    size_t length = strlen(word);
    for (int i = 0; i < count; i++) {
        if (length >= 3 && g_ascii_strncasecmp(names[i], word, length) == 0) {
            *index = i;
            return true;
        }
    }
    return false;
}

static bool is_month(const char *word, int *month)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    if (!is_name(strcmp(word, "Sept") == 0 ? "Sep" : word, months, 12, month))
        return false;
    ++*month;
    return true;
}

static bool is_weekday(const char *word)
{
    static const char *const days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday",    "the"};
    int index;
    return is_name(word, days, 8, &index);
}

/* "16", "16th"; -1 for anything else. */
static int read_number(const char *word)
{
    size_t digits = strspn(word, "0123456789");
    if (digits == 0 || digits > 4)
        return -1;
    const char *rest = word + digits;
    bool ordinal = g_ascii_strcasecmp(rest, "st") == 0 || g_ascii_strcasecmp(rest, "nd") == 0 ||
                   g_ascii_strcasecmp(rest, "rd") == 0 || g_ascii_strcasecmp(rest, "th") == 0;
    return !*rest || ordinal ? (int)g_ascii_strtoll(word, NULL, 10) : -1;
}

static bool make_date(int year, int month, int day, struct bp_date *date)
{
    if (year > 0 && year < 100)
        year += 2000;
    if (year < 1000 || month < 1 || month > 12 || day < 1 || day > bp_date_month_days(year, month))
        return false;
    *date = (struct bp_date){.year = year, .month = month, .day = day};
    return true;
}

/* In "22-03-16" either end may be the year. */
static bool is_year_unknown(const char *text)
{
    static const char digits[] = "0123456789";
    int parts = 0;
    while (strspn(text, digits) >= 1 && strspn(text, digits) <= 2) {
        text += strspn(text, digits);
        parts++;
        text += *text == '-';
    }
    return parts == 3 && !*text && text[-1] != '-';
}

static bool place_numbers(const int numbers[3], int count, int month, struct bp_date *date)
{
    if (month > 0 && count == 2)
        return numbers[0] > 31 ? make_date(numbers[0], month, numbers[1], date)
                               : make_date(numbers[1], month, numbers[0], date);
    if (month > 0 || count != 3)
        return false;
    if (numbers[0] > 31)
        return make_date(numbers[0], numbers[1], numbers[2], date);
    return make_date(numbers[2], numbers[1], numbers[0], date);
}

static bool read_run(const char *text, struct bp_date *date)
{
    if (strlen(text) != 8 || strspn(text, "0123456789") != 8)
        return false;
    int run = (int)g_ascii_strtoll(text, NULL, 10);
    return make_date(run / 10000, run / 100 % 100, run % 100, date);
}

bool bp_when_guess_date(const char *text, struct bp_date *date)
{
    int numbers[3], count = 0, month = 0;
    bool good = strlen(text) <= LONGEST && !is_year_unknown(text);
    if (!good || read_run(text, date))
        return good;
    char **dashed = g_strsplit(text, "–", -1);
    char *plain = g_strjoinv("-", dashed);
    char **words = g_strsplit_set(plain, " ,./-\"'\t", -1);
    g_free(plain);
    g_strfreev(dashed);
    for (int i = 0; good && words[i]; i++) {
        int number = read_number(words[i]);
        if (!*words[i] || is_weekday(words[i]) || strcmp(words[i], "of") == 0 ||
            strcmp(words[i], "“") == 0)
            continue;
        if (number >= 0 && count < 3)
            numbers[count++] = number;
        else
            good = number < 0 && month == 0 && is_month(words[i], &month);
    }
    g_strfreev(words);
    return good && place_numbers(numbers, count, month, date);
}

bool bp_when_is_unsure(const char *text, struct bp_date date)
{
    return date.day <= 12 && date.day != date.month &&
           strspn(text, "0123456789/.-") == strlen(text) &&
           g_ascii_strtoll(text, NULL, 10) == date.day;
}

static bool make_time(int hour, int minute, const char *half, struct bp_time *time)
{
    bool morning = g_ascii_strncasecmp(half, "am", 2) == 0 || g_str_has_prefix(half, "a.m");
    bool evening = g_ascii_strncasecmp(half, "pm", 2) == 0 || g_str_has_prefix(half, "p.m");
    bool seconds = *half == ':' && strspn(half + 1, "0123456789") == 2 && !half[3];
    bool plain = !*half || g_str_has_prefix(half, "h") || seconds;
    if (!morning && !evening && !plain)
        return false;
    if ((morning || evening) && (hour < 1 || hour > 12))
        return false;
    if (morning || evening)
        hour = hour % 12 + (evening ? 12 : 0);
    if (hour > 23 || minute > 59)
        return false;
    *time = (struct bp_time){.hour = hour, .minute = minute};
    return true;
}

bool bp_when_guess_time(const char *text, struct bp_time *time)
{
    static const char digits[] = "0123456789";
    if (g_ascii_strcasecmp(text, "noon") == 0 || g_ascii_strcasecmp(text, "midday") == 0)
        return make_time(12, 0, "", time);
    size_t hours = strspn(text, digits);
    if (hours == 0 || hours > 4 || strlen(text) > LONGEST)
        return false;
    int hour = (int)g_ascii_strtoll(text, NULL, 10);
    int minute = 0;
    const char *rest = text + hours;
    if (hours > 2) {
        minute = hour % 100;
        hour /= 100;
    } else if (*rest && strchr(".:h-", *rest) && strspn(rest + 1, digits) == 2) {
        minute = (int)g_ascii_strtoll(rest + 1, NULL, 10);
        rest += 3;
    } else if (!*rest || *rest == ':' || g_ascii_isdigit(rest[1])) {
        return false;
    }
    return make_time(hour, minute, rest + strspn(rest, " "), time);
}
