/* SPDX-License-Identifier: MIT */
#include "model/format.h"

#include <string.h>

static const char *const date_letters[] = {"d",    "dd", "M", "MM",   "MMM",
                                           "MMMM", "yy", "y", "yyyy", "EEEE"};
static const char *const time_letters[] = {"H", "HH", "h", "hh", "m", "mm", "a"};

/* How often the first letter is repeated. */
static int run_length(const char *pattern)
{
    int n = 1;
    while (pattern[n] == pattern[0])
        n++;
    return n;
}

static bool is_one_of(const char *letters, int n, const char *const *list, size_t n_list)
{
    for (size_t i = 0; i < n_list; i++)
        if ((int)strlen(list[i]) == n && strncmp(list[i], letters, (size_t)n) == 0)
            return true;
    return false;
}

/* The bytes of the words that begin with a quote, both quotes among them; 0: nothing closes them. A
 * quote that stands twice is one of the words. */
static int quoted_length(const char *pattern)
{
    const char *close = strchr(pattern + 1, '\'');
    while (close && close > pattern + 1 && close[1] == '\'')
        close = strchr(close + 2, '\'');
    return close ? (int)(close - pattern) + 1 : 0;
}

const char *bp_format_fault(const char *pattern, bool *date, bool *time)
{
    for (int n; *pattern; pattern += n) {
        n = 1;
        if (*pattern == '\'') {
            n = quoted_length(pattern);
            if (n == 0)
                return pattern;
        } else if (g_ascii_isalpha(*pattern)) {
            n = run_length(pattern);
            bool of_date = is_one_of(pattern, n, date_letters, G_N_ELEMENTS(date_letters));
            bool of_time = is_one_of(pattern, n, time_letters, G_N_ELEMENTS(time_letters));
            if (!of_date && !of_time)
                return pattern;
            if (date && of_date)
                *date = true;
            if (time && of_time)
                *time = true;
        }
    }
    return NULL;
}

static void append_number(GString *out, int value, int digits)
{
    g_string_append_printf(out, "%0*d", digits, value);
}

static void append_date(GString *out, const char *letters, int n,
                        const struct bp_format_names *names, struct bp_date date)
{
    switch (*letters) {
    case 'd':
        append_number(out, date.day, n);
        break;
    case 'M':
        if (n <= 2)
            append_number(out, date.month, n);
        else
            g_string_append(out, (n == 3 ? names->short_months : names->months)[date.month - 1]);
        break;
    case 'y':
        append_number(out, n == 2 ? date.year % 100 : date.year, n == 2 ? 2 : 4);
        break;
    default:
        g_string_append(out, names->weekdays[bp_date_weekday(date)]);
        break;
    }
}

static void append_time(GString *out, const char *letters, int n,
                        const struct bp_format_names *names, struct bp_time time)
{
    switch (*letters) {
    case 'H':
        append_number(out, time.hour, n);
        break;
    case 'h':
        append_number(out, time.hour % 12 == 0 ? 12 : time.hour % 12, n);
        break;
    case 'm':
        append_number(out, time.minute, n);
        break;
    default:
        g_string_append(out, names->half_days[time.hour >= 12]);
        break;
    }
}

static void append_quoted(GString *out, const char *pattern, int n)
{
    if (n == 2)
        g_string_append_c(out, '\'');
    for (int i = 1; i < n - 1; i++) {
        g_string_append_c(out, pattern[i]);
        i += pattern[i] == '\'';
    }
}

void bp_format_append(GString *out, const char *pattern, const struct bp_format_names *names,
                      struct bp_date date, struct bp_time time)
{
    for (int n; *pattern; pattern += n) {
        n = 1;
        if (*pattern == '\'') {
            n = MAX(quoted_length(pattern), 1);
            append_quoted(out, pattern, n);
        } else if (!g_ascii_isalpha(*pattern)) {
            g_string_append_c(out, *pattern);
        } else {
            n = run_length(pattern);
            if (strchr("dMyE", *pattern) && date.year > 0)
                append_date(out, pattern, n, names, date);
            else if (strchr("Hhma", *pattern) && time.hour >= 0)
                append_time(out, pattern, n, names, time);
        }
    }
}
