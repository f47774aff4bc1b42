/* SPDX-License-Identifier: MIT */
#include "model/decimal.h"

#include <assert.h>

#define MOST_DIGITS INT64_C(999999999999999999)

/* Room for two numbers' digits multiplied. */
typedef __int128 wide;

#define WIDEST ((wide)(~(unsigned __int128)0 >> 1))

static wide power(int exponent)
{
    wide value = 1;

    while (exponent-- > 0)
        value *= 10;
    return value;
}

static wide size_of(wide value)
{
    return value < 0 ? -value : value;
}

/* Not __builtin_mul_overflow(), which clang takes from a library that gcc's does not have. */
static bool multiply(wide a, wide b, wide *product)
{
    if (b != 0 && size_of(a) > WIDEST / size_of(b))
        return false;
    *product = a * b;
    return true;
}

/* Half away from zero; `by` is positive. */
static wide divide(wide value, wide by)
{
    wide quotient = size_of(value) / by;
    wide rest = size_of(value) % by;

    if (rest >= by - rest)
        quotient++;
    return value < 0 ? -quotient : quotient;
}

static bool fit(wide digits, int scale, struct bp_decimal *value)
{
    if (size_of(digits) > MOST_DIGITS)
        return false;
    *value = (struct bp_decimal){(int64_t)digits, scale};
    return true;
}

/* The digits of `value` with `scale` decimals, which are no fewer than it has. */
static wide widen(struct bp_decimal value, int scale)
{
    return (wide)value.digits * power(scale - value.scale);
}

bool bp_decimal_parse(const char *text, struct bp_decimal *value)
{
    bool negative = *text == '-';
    const char *at = text + negative;
    const char *point = NULL;
    int64_t digits = 0;

    if (!g_ascii_isdigit(*at))
        return false;
    for (; *at; at++) {
        if (*at == '.' && !point) {
            point = at;
            continue;
        }
        if (!g_ascii_isdigit(*at) || digits > MOST_DIGITS / 10)
            return false;
        digits = digits * 10 + (*at - '0');
    }
    if (point && (at - point < 2 || at - point - 1 > BP_DECIMAL_MOST_SCALE))
        return false;
    *value = (struct bp_decimal){negative ? -digits : digits, point ? (int)(at - point - 1) : 0};
    return true;
}

int bp_decimal_compare(struct bp_decimal a, struct bp_decimal b)
{
    int scale = MAX(a.scale, b.scale);
    wide x = widen(a, scale), y = widen(b, scale);

    return x < y ? -1 : x > y;
}

int bp_decimal_sign(struct bp_decimal value)
{
    return value.digits < 0 ? -1 : value.digits > 0;
}

struct bp_decimal bp_decimal_whole(int64_t value)
{
    assert(value >= -MOST_DIGITS && value <= MOST_DIGITS);
    return (struct bp_decimal){value, 0};
}

struct bp_decimal bp_decimal_negate(struct bp_decimal value)
{
    value.digits = -value.digits;
    return value;
}

bool bp_decimal_add(struct bp_decimal a, struct bp_decimal b, struct bp_decimal *sum)
{
    int scale = MAX(a.scale, b.scale);

    return fit(widen(a, scale) + widen(b, scale), scale, sum);
}

bool bp_decimal_subtract(struct bp_decimal a, struct bp_decimal b, struct bp_decimal *difference)
{
    return bp_decimal_add(a, bp_decimal_negate(b), difference);
}

bool bp_decimal_ratio(struct bp_decimal times, struct bp_decimal by, int factor, int scale,
                      struct bp_decimal *result)
{
    int exponent = by.scale + scale - times.scale;
    wide above = times.digits, below = by.digits;

    assert(scale >= 0 && scale <= BP_DECIMAL_MOST_SCALE);
    if (below == 0 || !multiply(above, factor, &above) ||
        !multiply(above, power(MAX(exponent, 0)), &above) ||
        !multiply(below, power(MAX(-exponent, 0)), &below))
        return false;
    return fit(divide(below < 0 ? -above : above, size_of(below)), scale, result);
}

bool bp_decimal_quotient(struct bp_decimal times, struct bp_decimal by, int factor,
                         struct bp_decimal *result)
{
    for (int scale = BP_DECIMAL_MOST_SCALE; scale >= 0; scale--) {
        if (bp_decimal_ratio(times, by, factor, scale, result)) {
            *result = bp_decimal_trim(*result);
            return true;
        }
    }
    return false;
}

struct bp_decimal bp_decimal_round(struct bp_decimal value, int scale)
{
    assert(scale >= 0);
    if (scale >= value.scale)
        return value;
    return (struct bp_decimal){(int64_t)divide(value.digits, power(value.scale - scale)), scale};
}

struct bp_decimal bp_decimal_trim(struct bp_decimal value)
{
    for (; value.scale > 0 && value.digits % 10 == 0; value.scale--)
        value.digits /= 10;
    return value;
}

double bp_decimal_double(struct bp_decimal value)
{
    return (double)value.digits / (double)power(value.scale);
}

void bp_decimal_append(GString *out, struct bp_decimal value, int scale, const char *thousands)
{
    struct bp_decimal rounded = bp_decimal_round(value, scale);
    wide digits = size_of(widen(rounded, scale));
    GString *reversed = g_string_new(NULL);

    for (int i = 0; i <= scale || digits > 0; i++, digits /= 10) {
        if (i > scale && (i - scale) % 3 == 0 && thousands)
            g_string_append_c(reversed, ',');
        if (i == scale && scale > 0)
            g_string_append_c(reversed, '.');
        g_string_append_c(reversed, (char)('0' + (int)(digits % 10)));
    }
    if (rounded.digits < 0)
        g_string_append_c(out, '-');
    for (gsize i = reversed->len; i-- > 0;) {
        if (reversed->str[i] == ',')
            g_string_append(out, thousands);
        else
            g_string_append_c(out, reversed->str[i]);
    }
    g_string_free(reversed, TRUE);
}
