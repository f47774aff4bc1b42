/* SPDX-License-Identifier: MIT */
/*
 * Decimal numbers, never binary ones, so that 0.05 rounds as people expect: an integer and how many
 * of its digits stand after the point. At most 18 digits; what does not fit is an error of the
 * caller's input and is told by the functions that can meet it. Every rounding is half away from
 * zero, at both signs.
 */
#ifndef BP_MODEL_DECIMAL_H
#define BP_MODEL_DECIMAL_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

enum { BP_DECIMAL_MOST_SCALE = 9 };

struct bp_decimal {
    int64_t digits;
    int scale; /* 0 to BP_DECIMAL_MOST_SCALE */
};

/* Reads "-1234.50", which keeps its two decimals; false when it is no such number or too long. */
bool bp_decimal_parse(const char *text, struct bp_decimal *value);

/* Negative, zero or positive as `a` is less than, equal to or more than `b`. */
int bp_decimal_compare(struct bp_decimal a, struct bp_decimal b);

/* -1, 0 or 1. */
int bp_decimal_sign(struct bp_decimal value);

/* A whole number of at most 18 digits. */
struct bp_decimal bp_decimal_whole(int64_t value);

struct bp_decimal bp_decimal_negate(struct bp_decimal value);

/* False when the result has more digits than fit. */
bool bp_decimal_add(struct bp_decimal a, struct bp_decimal b, struct bp_decimal *sum);
bool bp_decimal_subtract(struct bp_decimal a, struct bp_decimal b, struct bp_decimal *difference);

/* times / by, times `factor`, rounded to `scale`; false when `by` is zero or the result does not
 * fit: bp_decimal_ratio(new - old, old, 100, 1) is a percentage with one decimal. */
bool bp_decimal_ratio(struct bp_decimal times, struct bp_decimal by, int factor, int scale,
                      struct bp_decimal *result);

/* The same with as many decimals as fit, without zeros at their end: a value to go on with, which
 * is rounded when it is printed. */
bool bp_decimal_quotient(struct bp_decimal times, struct bp_decimal by, int factor,
                         struct bp_decimal *result);

/* With at most `scale` decimals. */
struct bp_decimal bp_decimal_round(struct bp_decimal value, int scale);

/* Without the zeros that its decimals end with. */
struct bp_decimal bp_decimal_trim(struct bp_decimal value);

double bp_decimal_double(struct bp_decimal value);

/* Appends "-1,234.5": rounded to `scale` decimals and with all of them, thousands parted by
 * `thousands` (NULL: not at all); never "-0". */
void bp_decimal_append(GString *out, struct bp_decimal value, int scale, const char *thousands);

#endif
