/* SPDX-License-Identifier: MIT */
/* Charts whose data have a form of their own, as a report's file tells it: funnel plots, heat maps,
 * plans with milestones, matrices of risks. Plain data, as in model/chart.h, which points here. */
#ifndef BP_MODEL_CHARTFORM_H
#define BP_MODEL_CHARTFORM_H

#include "model/meeting.h"
#include "model/series.h"

enum {
    BP_FUNNEL_MOST_POINTS = 100,
    BP_HEAT_MOST_COLUMNS = 24, /* where there are no more rows than the next says, */
    BP_HEAT_MOST_NARROW = 12,  /* which is also the most of what there is less of */
    BP_HEAT_MOST_ROWS = 24,
    BP_HEAT_N_SHADES = 5,
    BP_GANTT_MOST_TASKS = 40,
    BP_RISKS_MOST = 40,
    BP_RISKS_SIDE = 5, /* likelihood and impact are 1 to 5 */
};

/* Where a point lies against the control limits that belong to its own denominator. */
enum bp_funnel_side {
    BP_FUNNEL_INSIDE,
    BP_FUNNEL_ABOVE, /* of the inner limits, not of the outer ones */
    BP_FUNNEL_BELOW,
    BP_FUNNEL_FAR_ABOVE,
    BP_FUNNEL_FAR_BELOW,
};

struct bp_funnel_point {
    struct bp_words label;
    struct bp_decimal numerator;
    struct bp_decimal denominator; /* above zero */
    /* derived: numerator over denominator, without the factor */
    double rate;
    double outer[2]; /* 99.8 % limits, lower and upper */
    enum bp_funnel_side side;
};

/* The column of its data table, whose head also names the axis. */
enum { BP_FUNNEL_DENOMINATOR = 1 };

struct bp_funnel {
    struct bp_funnel_point *points;
    int n_points;
    const struct bp_series *
        *series;                  /* instead of what the file tells: of each, the level over the */
    struct bp_period from, until; /* periods from one until another; NULL: points are told */
    int per;        /* 1,000: events per 1,000, Poisson; 0: a share in percent, binomial */
    double overall; /* derived: all numerators over all denominators */
};

struct bp_heat_row {
    struct bp_words label;
    struct bp_decimal values[BP_HEAT_MOST_COLUMNS];
    bool there[BP_HEAT_MOST_COLUMNS]; /* false: missing, which is not zero */
};

struct bp_heat {
    struct bp_words columns[BP_HEAT_MOST_COLUMNS];
    int n_columns;
    struct bp_heat_row *rows;
    int n_rows;
    /* derived */
    const char **figures;                 /* as printed, row by row; NULL: missing */
    signed char *steps;                   /* of shade, 0 to 4; -1: missing */
    const char *ranges[BP_HEAT_N_SHADES]; /* of the steps, as printed: "10 to 19" */
};

enum bp_gantt_standing { BP_GANTT_OPEN, BP_GANTT_DONE, BP_GANTT_LATE };

struct bp_gantt_task {
    struct bp_words label;
    struct bp_words group; /* of this and the next ones, up to another group */
    bool milestone;        /* start is its day, end the same */
    struct bp_date start;
    struct bp_date end;
    int done; /* percent; of a milestone 0 or 100 */
    /* derived */
    enum bp_gantt_standing standing; /* on the day of the report */
    const char *figure;              /* beside its bar */
};

struct bp_gantt {
    struct bp_gantt_task *tasks;
    int n_tasks;
    struct bp_date as_of; /* year 0: the day of the report */
    const char *today;    /* derived: as printed */
};

/* The first day of all tasks, of which there is one, and the last. */
void bp_gantt_span(const struct bp_gantt *gantt, struct bp_date *first, struct bp_date *last);

struct bp_risk {
    struct bp_words id; /* at most four characters */
    struct bp_words label;
    int likelihood, impact;         /* 1 to 5 */
    int was_likelihood, was_impact; /* earlier; 0: not said */
    int appetite;                   /* the highest score that is accepted; 0: not said */
};

struct bp_risks {
    struct bp_risk *risks;
    int n_risks;
    int appetite; /* of all that say none; 0: not said */
};

/* The band of a likelihood and an impact, 0 (low) to 3: by their product up to 3, 6 and 12, as the
 * National Patient Safety Agency, "A risk matrix for risk managers", 2008, has it. */
int bp_risk_band(int likelihood, int impact);

#endif
