/* SPDX-License-Identifier: MIT */
/*
 * Numbers as offices write them, and the marks that stand in their place. Blank is missing, never
 * zero.
 *
 * missing     nothing, "-", "–", "NA", "N/A", "#N/A", "n/a", "..", ":", "x", "z", "[x]", "[z]",
 *             "nil return", "#DIV/0!" (of nothing there is no rate)
 * suppressed  "*", "**", "c", "[c]", "[low]", "<5", "≤5", "suppressed"
 * a fault     "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "####": the sheet was broken before
 *             it was saved; and all else that is no number
 * after one   "[p]", "(p)", "p": provisional; "[r]", "(r)", "r": revised; "[e]", "[b]", "[u]" say
 *             nothing here
 */
#ifndef BP_LOAD_AMOUNT_H
#define BP_LOAD_AMOUNT_H

#include <stdbool.h>

#include "model/series.h"

enum bp_amount_kind {
    BP_AMOUNT_NUMBER,
    BP_AMOUNT_MISSING,
    BP_AMOUNT_SUPPRESSED,
    BP_AMOUNT_BROKEN, /* a formula's error */
    BP_AMOUNT_WRONG,
};

struct bp_amount {
    enum bp_amount_kind kind;
    struct bp_decimal value;
    bool percent; /* "%" stood after it */
    bool provisional;
    bool revised;
};

/*
 * Reads "1,234.5", "£1,234", "12.3%", "(1,234)", "−5", "1 234": thousands in whole groups, a
 * negative number with a minus before or after it or in brackets. With `comma` the decimals stand
 * after a comma, "1.234,5". Decimals after the ninth are rounded.
 */
struct bp_amount bp_amount_read(const char *text, bool comma);

#endif
