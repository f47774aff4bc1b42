/* SPDX-License-Identifier: MIT */
#include "metric/amount.h"

#include <math.h>
#include <string.h>

#define MINUS       "\xE2\x88\x92"
#define MOST_DIGITS 1e18
#define FIXED_SPACE "\xC2\xA0"

/* The bytes of a currency's sign at the start of a unit. */
static size_t currency(const char *unit)
{
    const gunichar first = *unit ? g_utf8_get_char(unit) : 0;
    bool money = first && g_unichar_type(first) == G_UNICODE_CURRENCY_SYMBOL;
    return money ? (size_t)(g_utf8_next_char(unit) - unit) : 0;
}

struct bp_amount_form bp_amount_form(const struct bp_series *series)
{
    struct bp_amount_form form = {.decimals = series->decimals};
    if (series->unit == BP_METRIC_PERCENT)
        form.unit = "%";
    else if (series->unit == BP_METRIC_MONEY || series->unit == BP_METRIC_DURATION)
        form.unit = series->symbol.text;
    return form;
}

struct bp_amount_signs bp_amount_signs(const char *unit, struct bp_arena *arena)
{
    size_t before = unit ? currency(unit) : 0;
    if (before > 0)
        return (struct bp_amount_signs){bp_arena_string(arena, unit, before), unit + before};
    return (struct bp_amount_signs){NULL, unit && *unit == '%' ? unit : NULL};
}

struct bp_decimal bp_amount_rounded(double value, int decimals)
{
    double digits = round(value * pow(10, decimals));
    digits = CLAMP(digits, -MOST_DIGITS, MOST_DIGITS);
    return (struct bp_decimal){(int64_t)digits, decimals};
}

const char *bp_amount_print(const struct bp_amount_form *form, struct bp_decimal value,
                            struct bp_arena *arena)
{
    const char *unit = form->unit ? form->unit : "";
    GString *out = g_string_new(NULL);
    struct bp_decimal rounded = bp_decimal_round(value, form->decimals);
    size_t before = currency(unit);
    if (rounded.digits < 0)
        g_string_append(out, MINUS);
    else if (rounded.digits > 0 && form->sign)
        g_string_append_c(out, '+');
    rounded.digits = rounded.digits < 0 ? -rounded.digits : rounded.digits;
    g_string_append_len(out, unit, (gssize)before);
    bp_decimal_append(out, rounded, form->decimals, ",");
    if (before == 0 && *unit && *unit != '%')
        g_string_append(out, FIXED_SPACE);
    g_string_append(out, unit + before);
    const char *figure = bp_arena_string(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return figure;
}

/* Digits, in threes with commas between them or without, and decimals. Moves past them. */
static bool read_digits(const char **words, GString *number)
{
    const char *p = *words;
    if (!g_ascii_isdigit(*p))
        return false;
    for (; g_ascii_isdigit(*p) || (*p == ',' && g_ascii_isdigit(p[1])); p++)
        if (*p != ',')
            g_string_append_c(number, *p);
    if (*p == '.' && g_ascii_isdigit(p[1]))
        do
            g_string_append_c(number, *p++);
        while (g_ascii_isdigit(*p));
    *words = p;
    return true;
}

bool bp_amount_split(const char *words, GString *number, GString *unit)
{
    const char *p = words;
    const gsize length = number->len;
    if (g_str_has_prefix(p, MINUS)) {
        g_string_append_c(number, '-');
        p += strlen(MINUS);
    } else if (*p == '+') {
        p++;
    }
    const char *sign = p;
    p += currency(p);
    const char *digits = p;
    bool good = read_digits(&p, number);
    bool spaced = good && g_str_has_prefix(p, FIXED_SPACE);
    good = good && (!*p || *p == '%' || spaced || digits > sign);
    if (!good) {
        g_string_truncate(number, length);
        return false;
    }
    g_string_append_len(unit, sign, digits - sign);
    g_string_append(unit, spaced ? p + strlen(FIXED_SPACE) : p);
    return true;
}
