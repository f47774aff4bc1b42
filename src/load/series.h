/* SPDX-License-Identifier: MIT */
/* One series of a list of metrics. */
#ifndef BP_LOAD_SERIES_H
#define BP_LOAD_SERIES_H

#include "load/reader.h"
#include "model/series.h"

/* The list under way: what its series share. */
struct bp_metrics_draft {
    struct bp_reader *reader;
    GHashTable *ids;    /* id to its struct bp_source */
    GHashTable *tables; /* path to struct bp_csv_table: many series, one file */
    GArray *readings;   /* of struct bp_reading */
    int n_points;       /* of all series, also those left out */
    int n_cells;        /* of all tables */
    int n_visits;       /* of rows, by all series */
};

/* A series under way. */
struct bp_series_draft {
    struct bp_metrics_draft *metrics;
    struct bp_reader *reader;
    struct bp_series *series;
    GArray *points; /* of struct bp_point, as the file has them */
    bool csv;       /* they come from a CSV file, whose places are rows */
    bool fractions; /* values of it without a sign are fractions of 1: 0.91 is 91% */
};

/* Reads one series into `series`; false, with a report, when it has no kind of period, without
 * which nothing in it can be read. */
bool bp_series_read(struct bp_metrics_draft *metrics, const struct bp_yaml *node,
                    struct bp_series *series);

#endif
