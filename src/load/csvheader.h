/* SPDX-License-Identifier: MIT */
/* The columns of a CSV file, found by their headers or by the letters of a spreadsheet. */
#ifndef BP_LOAD_CSVHEADER_H
#define BP_LOAD_CSVHEADER_H

#include "load/csvtable.h"
#include "load/reader.h"

struct bp_csv_header {
    struct bp_reader *reader;
    const struct bp_csv_table *table;
    int row; /* from 0; -1: there is none */
};

/* The column, from 0, of that header or that "column C" names; -1, with a report at `at`, when
 * there is none or more than one. */
int bp_csv_header_find(const struct bp_csv_header *header, const struct bp_source *at,
                       const char *name);

#endif
