/* SPDX-License-Identifier: MIT */
/* Lengths on the page: "60mm", "6 cm", "2.5in", "170pt"; a number alone is points. */
#ifndef BP_LOAD_LENGTH_H
#define BP_LOAD_LENGTH_H

#include "load/reader.h"

/* Reads words as points; false when they are no length. No locale changes the decimal point. */
bool bp_length_parse(const char *words, double *points);

/* In whole millimetres. */
struct bp_length_bounds {
    int least;
    int most;
};

/* The value of `key` in points; `none` when it is left out, wrong or out of bounds. */
double bp_length_read(struct bp_reader *reader, const struct bp_yaml *map, const char *key,
                      struct bp_length_bounds bounds, double none);

#endif
