/* SPDX-License-Identifier: MIT */
/*
 * Markdown that cmark-gfm would take long over, found before it sees it: its table, link and list
 * readers are quadratic in places (tried with 0.29.0.gfm.6), and no text of a meeting needs what is
 * refused here.
 */
#ifndef BP_LOAD_BOUND_H
#define BP_LOAD_BOUND_H

#include <stdbool.h>

#include "load/lines.h"

/* What is too much and what to write instead, with its line and byte in the text; NULL when cmark
 * may read it. */
const char *bp_bound_check(const struct bp_lines *text, int *line, size_t *byte);

/* The line has nothing but a table's dashes, colons and bars, with at least one bar. */
bool bp_bound_is_ruling(const char *line, size_t length);

#endif
