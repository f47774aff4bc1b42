/* SPDX-License-Identifier: MIT */
#include "base/number.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>

#define MOST_DECIMALS 15

/* From here on a double has no fraction. */
#define NO_FRACTION 9007199254740992.0

static const int64_t powers[MOST_DECIMALS + 1] = {
    1,
    10,
    100,
    1000,
    10000,
    100000,
    1000000,
    10000000,
    100000000,
    1000000000,
    10000000000,
    100000000000,
    1000000000000,
    10000000000000,
    100000000000000,
    1000000000000000,
};

/*
 * `fraction` (0 to under 1) times `scale`, rounded half away from zero. The product itself may be
 * rounded, and onto a half at that: then fma() tells on which side of the half the exact one lies.
 */
static int64_t scaled(double fraction, double scale)
{
    double product = fraction * scale;
    double whole = floor(product);
    double rest = product - whole;

    if (rest > 0.5 || (rest == 0.5 && fma(fraction, scale, -product) >= 0))
        whole += 1;
    return (int64_t)whole;
}

/* Writes digits backwards, ending at `end`; returns where they start. */
static char *digits_before(char *end, int64_t value, int fewest)
{
    for (; value > 0 || fewest > 0; value /= 10, fewest--)
        *--end = (char)('0' + value % 10);
    return end;
}

void bp_number_append(GString *out, double value, int decimals)
{
    char buffer[48], *end = buffer + sizeof buffer, *start = end;
    double size = fabs(value);
    int64_t whole, fraction;

    assert(isfinite(value) && decimals >= 0);
    if (size >= NO_FRACTION) {
        /* no point and no grouping in %.0f: nothing that a locale could change */
        g_string_append_printf(out, "%.0f", value);
        return;
    }
    decimals = MIN(decimals, MOST_DECIMALS);
    whole = (int64_t)size;
    fraction = scaled(size - (double)whole, (double)powers[decimals]);
    if (fraction == powers[decimals]) {
        whole++;
        fraction = 0;
    }
    if (fraction) {
        for (; fraction % 10 == 0; decimals--)
            fraction /= 10;
        start = digits_before(start, fraction, decimals);
        *--start = '.';
    }
    start = digits_before(start, whole, 1);
    if (value < 0 && (whole || fraction))
        *--start = '-';
    g_string_append_len(out, start, end - start);
}
