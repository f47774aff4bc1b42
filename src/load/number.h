/* SPDX-License-Identifier: MIT */
/*
 * The numbers of the items, from patterns that show the first one: "1", "1.1", "(a)", "i",
 * "173/20". Numbers given by hand are skipped by the counter.
 */
#ifndef BP_LOAD_NUMBER_H
#define BP_LOAD_NUMBER_H

#include "load/reader.h"

/* In characters. */
enum { BP_LONGEST_NUMBER = 40 };

/* Reports a number, or a pattern, that is longer than any; then it is false. */
bool bp_number_fits(struct bp_reader *reader, const struct bp_yaml *node, const char *text);

/* Numbers reader->meeting's items after the patterns, one a level, in `numbering` (a TEXT, a LIST,
 * or NULL for the usual "1", "1.1", ...). */
void bp_number_items(struct bp_reader *reader, const struct bp_yaml *numbering);

#endif
