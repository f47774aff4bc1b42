/* SPDX-License-Identifier: MIT */
/*
 * A chart as a report's file tells it: what it shows, how, and the words around it. Plain data.
 * What follows from its numbers is filled in by chart/tell.h before compose asks for it; the
 * drawing is made when layout knows the room (chart/chart.h).
 */
#ifndef BP_MODEL_CHART_H
#define BP_MODEL_CHART_H

#include "model/series.h"

enum bp_chart_type {
    BP_CHART_ROOM, /* an empty room, to be filled by hand */
    BP_CHART_BAR,
    BP_CHART_WATERFALL,
    BP_CHART_LINE,
    BP_CHART_SPC,
};

enum { BP_CHART_MOST_GROUPS = 4, BP_CHART_MOST_COLUMNS = 5, BP_CHART_MOST_BARS = 40 };

/* A bar of each group, or a step of a waterfall. */
struct bp_chart_bar {
    struct bp_words label;
    struct bp_decimal values[BP_CHART_MOST_GROUPS];
    bool there[BP_CHART_MOST_GROUPS]; /* false: missing, which is not zero */
    bool total; /* WATERFALL: stands on zero, and its value is the sum of all before it */
    struct bp_source source;
};

enum bp_chart_order { BP_CHART_LARGEST_FIRST, BP_CHART_AS_GIVEN };

/* A row of the data table: what a reader of the chart who does not see it asks for. */
struct bp_chart_row {
    const char *label;
    const char *values[BP_CHART_MOST_COLUMNS]; /* NULL: nothing there */
};

struct bp_chart {
    enum bp_chart_type type;
    struct bp_words title;    /* the message */
    struct bp_words subtitle; /* measure, place, period */
    struct bp_words alt;      /* said instead of the sentence that is made */
    struct bp_words note;     /* below it: the source of its data */
    double height;            /* points; 0: as the chart wants */
    struct bp_words unit;     /* "%", "£m": printed with each value */
    int decimals;             /* of values; -1: as many as they have */
    enum bp_chart_order order;
    struct bp_words groups[BP_CHART_MOST_GROUPS]; /* BAR: names, where there is more than one */
    int n_groups;
    struct bp_chart_bar *bars; /* BAR, WATERFALL */
    int n_bars;
    struct bp_source source;
    /* derived, by chart/tell.h */
    const char *anchor;  /* "chart-3" */
    const char *measure; /* what is measured, short */
    const char *first;   /* values as they are printed, and what they belong to */
    const char *first_at;
    const char *latest; /* of a WATERFALL: its end */
    const char *latest_at;
    const char *highest;
    const char *highest_at;
    const char *lowest;
    const char *lowest_at;
    const char *first_head;                   /* of the data table, */
    const char *heads[BP_CHART_MOST_COLUMNS]; /* and of its other columns */
    struct bp_chart_row *rows;
    int n_rows;
};

#endif
