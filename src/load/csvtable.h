/* SPDX-License-Identifier: MIT */
/* A CSV file as rows of cells, by libcsv; what they mean is csv.c's. */
#ifndef BP_LOAD_CSVTABLE_H
#define BP_LOAD_CSVTABLE_H

#include "base/file.h"
#include "load/series.h"

struct bp_csv_row {
    const char **cells; /* without spaces around */
    int n_cells;
};

struct bp_csv_table {
    const char *file; /* as messages call it */
    struct bp_csv_row *rows;
    int n_rows; /* as a spreadsheet counts them: blank ones too, and a quoted line break makes none
                 */
};

enum { BP_CSV_MOST_BYTES = 4 << 20, BP_CSV_MOST_CELLS = 200000 };

/* Cuts the bytes of `file` into rows; NULL, with a report, when they can't be. `separator` is 0
 * when it is to be found; `comma`: decimals stand after one. Ends of lines are LF, CR or CRLF. */
struct bp_csv_table *bp_csv_table_parse(struct bp_reader *reader, const struct bp_bytes *bytes,
                                        const char *file, char separator, bool comma);

/* The cell's text, "" where the row is shorter. Rows and columns count from 0. */
const char *bp_csv_table_cell(const struct bp_csv_table *table, int row, int column);

struct bp_source bp_csv_table_place(const struct bp_csv_table *table, int row, int column);

/* No cell of the row has text. */
bool bp_csv_table_is_blank(const struct bp_csv_table *table, int row);

/* Whether two texts are the same but for the width of spaces, among which line breaks are. */
bool bp_csv_same(const char *a, const char *b);

#endif
