/* SPDX-License-Identifier: MIT */
/*
 * The numbers of the items, from patterns that show the first one: "1", "1.1", "(a)", "i",
 * "173/20". Numbers given by hand are skipped by the counter.
 */
#ifndef BP_LOAD_NUMBER_H
#define BP_LOAD_NUMBER_H

#include "load/reader.h"

/* Numbers reader->meeting's items after the patterns, one a level, in `numbering` (a TEXT, a LIST,
 * or NULL for the usual "1", "1.1", ...). */
void bp_number_items(struct bp_reader *reader, const struct bp_yaml *numbering);

#endif
