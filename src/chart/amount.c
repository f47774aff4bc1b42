/* SPDX-License-Identifier: MIT */
#include "chart/amount.h"

#include <math.h>
#include <string.h>

#define MINUS       "\xE2\x88\x92"
#define MOST_DIGITS 1e18
#define BRIEF_FROM  1e6 /* what axes tell as 1m */
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

static struct bp_amount_signs signs_of(const char *unit, struct bp_arena *arena)
{
    size_t before = unit ? currency(unit) : 0;
    if (before > 0)
        return (struct bp_amount_signs){bp_arena_string(arena, unit, before), unit + before};
    return (struct bp_amount_signs){NULL, unit && *unit == '%' ? unit : NULL};
}

struct bp_amount_signs bp_amount_signs(const struct bp_series *series, struct bp_arena *arena)
{
    return signs_of(bp_amount_form(series).unit, arena);
}

const char *bp_amount_tick(const char *unit, const struct bp_ticks *ticks, int index,
                           struct bp_arena *arena)
{
    const struct bp_amount_signs signs = signs_of(unit, arena);
    double most = MAX(fabs(bp_ticks_value(ticks, 0)), fabs(bp_ticks_value(ticks, ticks->n - 1)));
    bool plain = !signs.after || *signs.after == '\0';
    const struct bp_tick_style style = {
        .before = signs.before, .after = signs.after, .brief = plain && most >= BRIEF_FROM};
    GString *out = g_string_new(NULL);
    bp_ticks_label(ticks, index, &style, out);
    const char *label = bp_arena_string(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return label;
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
