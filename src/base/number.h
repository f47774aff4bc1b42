/* SPDX-License-Identifier: MIT */
/* Numbers as text, the same in every locale. */
#ifndef BP_BASE_NUMBER_H
#define BP_BASE_NUMBER_H

#include <glib.h>

/* Appends `value` with at most `decimals` decimals, no trailing zeros, no exponent, never "-0". */
void bp_number_append(GString *out, double value, int decimals);

#endif
