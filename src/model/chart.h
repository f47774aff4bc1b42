/* SPDX-License-Identifier: MIT */
/*
 * A chart as a report's file tells it: what it shows, how, and the words around it. Plain data.
 * What follows from its numbers is filled in by chart/tell.h before compose asks for it; the
 * drawing is made when layout knows the room (chart/chart.h).
 */
#ifndef BP_MODEL_CHART_H
#define BP_MODEL_CHART_H

#include "model/chartform.h"
#include "model/series.h"

enum bp_chart_type {
    BP_CHART_ROOM, /* an empty room, to be filled by hand */
    BP_CHART_BAR,
    BP_CHART_WATERFALL,
    BP_CHART_LINE,
    BP_CHART_SPC,
    BP_CHART_TABLE,  /* series as rows: where each is, whether its target is met, its icons */
    BP_CHART_MATRIX, /* series by their variation and assurance */
    BP_CHART_SPARK,  /* one of these, and its line as high as the text */
    BP_CHART_SLOPE,
    BP_CHART_DOTS,      /* the groups' values as marks on one line a row */
    BP_CHART_PARETO,    /* bars with the share that they make together, from the largest down */
    BP_CHART_PYRAMID,   /* two groups back to back, and perhaps two as outlines over them */
    BP_CHART_MULTIPLES, /* a small line chart for each series */
    BP_CHART_FUNNEL,
    BP_CHART_HEAT,
    BP_CHART_GANTT,
    BP_CHART_RISKS,
    BP_CHART_VARIATION, /* a measure's icons */
    BP_CHART_ASSURANCE,
    BP_CHART_STATUS,
    BP_N_CHART_TYPES
};

/* Of a latest value and its target. CLOSE: missed, but not beyond the amber threshold. */
enum bp_standing { BP_STANDING_NONE, BP_STANDING_MET, BP_STANDING_MISSED, BP_STANDING_CLOSE };

/* What a TABLE shows of each measure: a bit each. */
enum bp_chart_column {
    BP_CHART_LATEST = 1,
    BP_CHART_PERIOD = 2, /* below the latest value */
    BP_CHART_TARGET = 4,
    BP_CHART_MET = 8, /* the status */
    BP_CHART_CHANGE = 16,
    BP_CHART_VARIES = 32,
    BP_CHART_ASSURES = 64,
    BP_CHART_TREND = 128, /* the line */
    BP_N_CHART_COLUMNS = 8
};

enum {
    BP_CHART_MOST_GROUPS = 4,
    BP_CHART_MOST_COLUMNS = 12,
    BP_CHART_N_DAYS = 2,
    BP_CHART_MOST_BARS = 40,
    BP_CHART_MOST_MEASURES = 30,
    BP_CHART_MOST_BANDS = 3,
    BP_CHART_MOST_MULTIPLES = 12,
    BP_CHART_MOST_PERIODS = 1000
};

/* A bar of each group, or a step of a waterfall. */
struct bp_chart_bar {
    struct bp_words label;
    struct bp_decimal values[BP_CHART_MOST_GROUPS];
    bool there[BP_CHART_MOST_GROUPS]; /* false: missing, which is not zero */
    bool has_target;                  /* BAR of one group: what the value is measured against */
    struct bp_decimal target;
    struct bp_decimal bands[BP_CHART_MOST_BANDS]; /* where each ends: rising, from zero */
    bool total; /* WATERFALL: stands on zero, and its value is the sum of all before it */
    struct bp_source source;
};

enum bp_chart_order { BP_CHART_LARGEST_FIRST, BP_CHART_AS_GIVEN };

/* BAR: how a row's groups stand. None of a stack is negative; SHARES are of 100% in each row, which
 * has a value of each group. */
enum bp_chart_stack { BP_CHART_BESIDE, BP_CHART_SUMS, BP_CHART_SHARES };

enum bp_chart_compare { BP_CHART_ALONE, BP_CHART_LAST_YEAR, BP_CHART_BASELINE };

/* A row of the data table: what a reader of the chart who does not see it asks for. */
struct bp_chart_row {
    const char *label;
    const struct bp_period *period;            /* that the row is of; NULL: of none */
    const char *mark;                          /* of its values, as "provisional"; NULL: none */
    const char *event;                         /* what happened then; NULL: nothing is marked */
    const char *values[BP_CHART_MOST_COLUMNS]; /* NULL: nothing there */
    const char *days[BP_CHART_N_DAYS];         /* of a task, "2026-04-01": for the CSV file in
                                                * place of its first values */
};

/* An event of a series that is drawn: its mark, such as "A", stands on the chart. */
struct bp_chart_event {
    const char *mark;
    const char *at; /* the period */
    struct bp_words words;
    int slot; /* of the periods shown, from 0 */
};

/* Rows and columns of a matrix. */
enum bp_chart_finding {
    BP_CHART_IMPROVING,
    BP_CHART_USUAL,
    BP_CHART_WORSENING,
    BP_CHART_NEITHER, /* a special cause that is neither better nor worse */
    BP_CHART_UNKNOWN, /* too few points */
    BP_N_CHART_FINDINGS
};
enum bp_chart_hold {
    BP_CHART_PASSING,
    BP_CHART_HIT_AND_MISS,
    BP_CHART_FAILING,
    BP_CHART_UNJUDGED,
    BP_N_CHART_HOLDS
};

struct bp_chart;

/* The measures of one finding, by their hold. */
struct bp_chart_matrix_row {
    enum bp_chart_finding finding;
    const struct bp_chart *icon; /* NULL: none */
    const struct bp_chart **measures[BP_N_CHART_HOLDS];
    int n_measures[BP_N_CHART_HOLDS];
};

struct bp_chart {
    enum bp_chart_type type;
    struct bp_words title;    /* the message */
    struct bp_words subtitle; /* measure, place, period */
    struct bp_words alt;      /* said instead of the sentence that is made */
    struct bp_words finding;  /* ends that sentence; without its full stop */
    struct bp_words note;     /* below it: the source of its data */
    double height;            /* points; 0: as the chart wants */
    struct bp_words unit;     /* "%", "£m": printed with each value */
    int decimals;             /* of values; -1: as many as they have */
    enum bp_chart_order order;
    struct bp_words groups[BP_CHART_MOST_GROUPS]; /* names, where there is more than one */
    int n_groups;
    enum bp_chart_stack stack;
    struct bp_words bands[BP_CHART_MOST_BANDS]; /* BAR: of what a value may be, from zero up */
    int n_bands;
    struct bp_chart_bar *bars; /* BAR, DOTS, PARETO, WATERFALL, SLOPE (of two groups), PYRAMID (of
                                  two, or of four: the last two are the outlines) */
    int n_bars;
    bool has_targets;                                     /* some bar has one */
    const struct bp_series *series[BP_CHART_MOST_GROUPS]; /* LINE, SPC: of one kind of period */
    int n_series;
    struct bp_chart *measures; /* TABLE, MATRIX, MULTIPLES: a SPARK for each series */
    int n_measures;
    unsigned columns;        /* TABLE: of enum bp_chart_column; 0: as its series have */
    struct bp_words heading; /* SPARK: the heading that it stands below */
    bool own_scales;         /* MULTIPLES: each has its own, else all have one */
    bool has_from; /* the first and the last period that is shown; not said: the series' own */
    bool has_until;
    struct bp_period from;
    struct bp_period until;
    enum bp_chart_compare compare; /* LINE of one series */
    bool target;                   /* LINE, SPC: the target is drawn, where there is one */
    struct bp_judging judging;     /* SPC: what it says itself, and the rest as its series does */
    union {                        /* of the types with data of their own form; NULL: faulty */
        struct bp_funnel *funnel;
        struct bp_heat *heat;
        struct bp_gantt *gantt;
        struct bp_risks *risks;
    };
    struct bp_source source;

    /*
     * Derived, by chart/tell.h. Figures are words as they are printed, and NULL where there is
     * nothing to say; an n_ is a number. What a type does not name is NULL or 0 in it.
     */

    /* Its place in the report */
    const char *anchor; /* "chart-3" */
    const char *number; /* "3"; of a SPARK in it "3.2" */

    /* What it is of */
    const char *name;         /* of one series: what it is called */
    const char *about;        /* of series: what all of them measure */
    const char *measure_name; /* what is measured, or */
    int titled;               /* 1: its title, as nothing says that */
    const char *group;        /* the first group's name */

    /* The figures that sum it up, and what they belong to: a period, or the name of a bar */
    const char *first;     /* WATERFALL: where it begins */
    const char *first_at;  /* FUNNEL of series, GANTT: the first day or period alone */
    const char *latest;    /* WATERFALL: its end; FUNNEL: the overall rate; GANTT: its day */
    const char *latest_at; /* FUNNEL of series, GANTT: the last day or period */
    const char *highest;   /* RISKS: the highest score */
    const char *highest_at;
    const char *lowest;
    const char *lowest_at;
    const char *extremes_of;   /* of several groups: of which highest and lowest are */
    struct bp_mention *change; /* of the first series, from first to latest */
    const char *target_value;  /* LINE, SPC, SPARK: of the latest period */
    enum bp_standing standing; /* of the latest value; NONE where better is not said */

    /* How many it shows */
    const char *counted; /* in words for a sentence: points of an SPC or a FUNNEL, bars of a PARETO,
                            charts of MULTIPLES, tasks, risks */
    int n_values;        /* points of the first series, bars, steps, */
    int n_missing;       /* those of them that have no value */
    int n_provisional;   /* points that may still change */

    /* What is said of it */
    int brief;                         /* 1: its one sentence has no room for all that it says */
    const struct bp_chart *short_form; /* the same, with names that the sentence has room for */
    struct bp_chart *lines;            /* of several series: what is said of each, */
    int n_lines;
    const char *each; /* and of the short form: each name, with its latest value if there is room */
    const char *each_at; /* the period of these values; NULL: they have none, or are left out */
    const char *event;   /* of the short form: the only event; NULL: they are several, or there is
                            no room */
    const struct bp_chart_event *events; /* LINE, SPC: those shown */
    int n_events;

    /* Its data table, and the same as a file */
    const char *heads[BP_CHART_MOST_COLUMNS]; /* of the columns after the first */
    struct bp_chart_row *rows;
    int n_rows;
    const char *csv; /* chart/csv.h; NULL: there is no table */

    /* SLOPE: lines that rise, fall, stay */
    int n_ups;
    int n_downs;
    int n_levels;

    /* PARETO: the few bars that make 80%, and what they make */
    int n_few;
    const char *few; /* the same number, in words for a sentence */
    const char *few_share;

    /* FUNNEL, GANTT, RISKS: what stands out */
    int n_beyond; /* points outside the outer limits; tasks that are late; risks above appetite */
    int n_near;   /* FUNNEL: points between the limits */

    /* SPC, SPARK: what its control limits find */
    int variation; /* enum bp_spc_variation of metric/spc.h; of a VARIATION icon what it shows */
    int assurance; /* enum bp_spc_assurance; likewise of an ASSURANCE icon */

    /* SPC: what the limits rest on */
    const char *base_from; /* the periods that they come from; NULL: there are no limits */
    const char *base_until;
    const char *mean; /* at the latest point, with the limits */
    const char *lower;
    const char *upper;
    const char *rebased; /* the last rebase */
    const char *rebased_why;

    /* SPC: points shown by their kind; TABLE: measures by their variation, where it is shown */
    int n_concerns;
    int n_improvements;
    int n_neutrals;
    int n_usuals; /* TABLE: those that vary by chance */

    /* TABLE: measures by their assurance, where it is shown, and what is */
    int n_passes;
    int n_fails;
    int n_hits_and_misses;
    const char *column_names; /* with spaces between */

    /* MATRIX */
    struct bp_chart_matrix_row *matrix;
    int n_matrix;
    const struct bp_chart *hold_icons[BP_N_CHART_HOLDS]; /* of its columns; NULL: none */

    /* SPARK: a measure in a cell of a TABLE */
    const char *latest_short;        /* the latest period, with its month in short */
    struct bp_mention *yearly;       /* its change since last year */
    const struct bp_chart *icons[3]; /* VARIATION, ASSURANCE, STATUS */

    /* VARIATION: the icon of high and that of low, as a MATRIX has them */
    bool flush; /* an icon over words: its ink begins where they do */
    bool paired;
};

#endif
