/* SPDX-License-Identifier: MIT */
/* Amounts as charts print them: "+12.3%", "−£1.2m", "5,659". */
#ifndef BP_CHART_AMOUNT_H
#define BP_CHART_AMOUNT_H

#include "model/decimal.h"
#include "base/arena.h"

struct bp_amount_form {
    const char *unit; /* "%" and words stand after the number, "£" or "£m" around it; or NULL */
    int decimals;
    bool sign; /* "+" before what is more than zero */
};

/* In the arena. */
const char *bp_amount_print(const struct bp_amount_form *form, struct bp_decimal value,
                            struct bp_arena *arena);

#endif
