/* SPDX-License-Identifier: MIT */
/* A CSV file of a series while it is read: csv.c reads the keys, csvrow.c and csvacross.c the
 * table, csvdoubt.c looks at what came out. */
#ifndef BP_LOAD_CSVREAD_H
#define BP_LOAD_CSVREAD_H

#include "load/csvheader.h"
#include "load/csvtable.h"
#include "load/period.h"
#include "load/point.h"

enum { BP_CSV_MOST_FILTERS = 8, BP_CSV_MOST_NAMED = 12 };

/* What a row has to have in a column; columns count from 0. */
struct bp_csv_filter {
    int column;
    const char *value;
    struct bp_source source;
};

/* A file and how it is to be read; rows and columns count from 0, -1 is none. */
struct bp_csv {
    struct bp_series_draft *draft;
    struct bp_reader *reader;
    const struct bp_yaml *node;
    const struct bp_csv_table *table;
    struct bp_period_form form;
    bool comma;
    struct bp_csv_header header;
    int first;
    int last;
    int period;
    int cells[BP_N_CELLS]; /* columns, or rows with periods across */
    struct bp_csv_filter filters[BP_CSV_MOST_FILTERS];
    int n_filters;
    bool provisional; /* what the last period said of its values */
    bool revised;
    struct bp_reading reading;
};

/* "value", "numerator", "denominator". */
extern const char *const bp_csv_cell_keys[BP_N_CELLS];

/* The column that `key` names; -1 when it is left out or wrong, which is reported. */
int bp_csv_read_column(struct bp_csv *csv, const char *key);

/* Whether the row has what the filters ask for. */
bool bp_csv_passes(const struct bp_csv *csv, int row);

/* Reads a period and the marks after it. */
bool bp_csv_period(struct bp_csv *csv, const char *text, struct bp_period *period);

/* Reports words that are no period of the series' kind. */
void bp_csv_report_period(struct bp_csv *csv, int row, int column, const char *text);

/* Reports that no row is meant, and why that may be. */
void bp_csv_report_nothing(struct bp_csv *csv);

/* Adds the point; `rows` and `columns` say where its cells stand. */
void bp_csv_add_point(struct bp_csv *csv, struct bp_period period, const int rows[BP_N_CELLS],
                      const int columns[BP_N_CELLS]);

/* Whether to go on after another row or column; reports why not. `errors`: how many there were
 * before the file. */
bool bp_csv_may_go_on(struct bp_csv *csv, int errors);

/* Reads a table whose periods stand one below the other, or one beside the other. */
void bp_csv_read_down(struct bp_csv *csv);
void bp_csv_read_across(struct bp_csv *csv);

/* Warns of values that look as if they were read in another way than they are meant. */
void bp_csv_doubt(struct bp_csv *csv);

#endif
