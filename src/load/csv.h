/* SPDX-License-Identifier: MIT */
/*
 * A series' values from a CSV file. The file is read as it is: nothing in it is summed, and a row
 * that is no value of this series is left out only where "filter", "first-row" and "last-row" say
 * so, or where its period says "Total" or is of a longer kind. What was read, left out and taken
 * for missing goes into a struct bp_reading. Places in the file are rows and columns.
 */
#ifndef BP_LOAD_CSV_H
#define BP_LOAD_CSV_H

#include "load/series.h"

/* Reads the keys of "csv:" and the points of its file. */
void bp_csv_read(struct bp_series_draft *draft, const struct bp_yaml *node);

#endif
