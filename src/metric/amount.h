/* SPDX-License-Identifier: MIT */
/* Amounts as texts and charts print them: "+12.3%", "−£1.2m", "5,659". */
#ifndef BP_METRIC_AMOUNT_H
#define BP_METRIC_AMOUNT_H

#include <glib.h>

#include "base/arena.h"
#include "model/series.h"

struct bp_amount_form {
    const char *unit; /* "%" and words stand after the number, "£" or "£m" around it; or NULL */
    int decimals;
    bool sign; /* "+" before what is more than zero */
};

/* As the values of a series are printed. */
struct bp_amount_form bp_amount_form(const struct bp_series *series);

/* What stands before and after each number of an axis of a unit, which may be NULL: signs only, no
 * words. In the arena. */
struct bp_amount_signs {
    const char *before;
    const char *after;
};
struct bp_amount_signs bp_amount_signs(const char *unit, struct bp_arena *arena);

/* A computed number, such as a mean, as a decimal. */
struct bp_decimal bp_amount_rounded(double value, int decimals);

/* In the arena. */
const char *bp_amount_print(const struct bp_amount_form *form, struct bp_decimal value,
                            struct bp_arena *arena);

/*
 * Takes a printed amount apart again: "−£1.2m" is the number "-1.2" and the unit "£m". Appends
 * both, the unit only when there is one. False, with nothing appended, when the words are no
 * amount.
 */
bool bp_amount_split(const char *words, GString *number, GString *unit);

#endif
