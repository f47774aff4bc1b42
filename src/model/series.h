/* SPDX-License-Identifier: MIT */
/*
 * Metric series as their files tell them: one value a period, with what makes it trustworthy. Plain
 * data; what follows from it (changes, rolling sums, control limits) is made in metric/.
 */
#ifndef BP_MODEL_SERIES_H
#define BP_MODEL_SERIES_H

#include "model/decimal.h"
#include "model/judging.h"
#include "model/meeting.h"
#include "model/period.h"

enum bp_metric_unit {
    BP_METRIC_COUNT,
    BP_METRIC_PERCENT,
    BP_METRIC_RATE, /* per `per` of something */
    BP_METRIC_RATIO,
    BP_METRIC_MONEY, /* in `symbol` */
    BP_METRIC_DURATION,
};

enum bp_better { BP_BETTER_UNSAID, BP_BETTER_HIGHER, BP_BETTER_LOWER, BP_BETTER_NEITHER };

/* A point of a series. MISSING was left blank or marked so; SUPPRESSED is known and not told. */
enum bp_point_state { BP_POINT_PRESENT, BP_POINT_MISSING, BP_POINT_SUPPRESSED };

struct bp_point {
    struct bp_period period;
    enum bp_point_state state;
    struct bp_decimal value; /* PRESENT */
    bool has_parts;          /* of a percentage, rate or ratio: */
    struct bp_decimal numerator;
    struct bp_decimal denominator;
    bool provisional;
    bool revised;
    bool ghost; /* shown, but not counted for control limits */
    struct bp_source source;
};

/* A value that holds from a period on, until the next step. */
struct bp_step {
    struct bp_period from; /* of the first step: the series' first period */
    struct bp_decimal value;
};

/* Something that happened, or a reason, at a period. */
struct bp_note_at {
    struct bp_period at;
    struct bp_words text;
};

struct bp_series {
    struct bp_words id; /* letters, digits and hyphens */
    struct bp_words title;
    struct bp_words measure; /* what is measured, where: for the chart's sub-title */
    enum bp_metric_unit unit;
    int per;                /* RATE: 1,000 or 100,000; else 0 */
    struct bp_words symbol; /* MONEY: "£"; DURATION: "minutes" */
    struct bp_words noun;   /* COUNT: "offences", for "(5,659 offences)" */
    int decimals;           /* as printed */
    enum bp_period_kind period_kind;
    enum bp_better better;
    struct bp_step *targets;
    int n_targets;
    struct bp_step *ambers; /* between target and amber is not yet red */
    int n_ambers;
    bool has_baseline; /* from, until: included */
    struct bp_period baseline_from;
    struct bp_period baseline_until;
    struct bp_words source_note; /* "Source: …" */
    int small_base;              /* no percentages on a base below it; 0: 1 */
    struct bp_note_at *events;
    int n_events;
    struct bp_note_at *rebases; /* with their reasons */
    int n_rebases;
    struct bp_judging judging; /* by control charts that don't say it themselves, and by tables */
    struct bp_point *points;   /* in the order of their periods, no period twice; a period without a
                                  point is a gap */
    int n_points;
    bool faulty; /* its values have faults, which were reported: some may be missing */
    struct bp_source source;
};

/* How a series was read from a CSV file: for one line in the report and a list in `check`. */
struct bp_reading {
    const char *series; /* its id */
    bool used;          /* something shows or mentions the series */
    const char *title;
    const char *file;            /* from the folder that the command runs in, */
    const char *written;         /* and as the metrics file writes it */
    int rows;                    /* non-blank ones of the file, of them: */
    int rows_header;             /* 1, or 0 when there is none */
    int rows_skipped;            /* above and below the table, filtered out, totals */
    const char *columns_skipped; /* with periods across: "“Area”, “Change”"; NULL: none */
    int points;                  /* that were read, of them: */
    int cells_missing;           /* blank, "-", "NA" */
    int cells_suppressed;        /* "*", "[c]", "<5" */
    int cells_provisional;       /* "[p]", with a value */
    int cells_revised;           /* "[r]", with a value */
    struct bp_source source;     /* of the file's name */
};

struct bp_metrics {
    struct bp_series *series;
    int n_series;
    struct bp_reading *readings; /* first those that are used, once all has been read: */
    int n_readings;
    int n_readings_used;
};

/* The series of that id, whose reading is used from now on; NULL: there is none. */
const struct bp_series *bp_series_find(const struct bp_metrics *metrics, const char *id);

/* Sets those readings that are used before the others, each in their order. */
void bp_readings_sort(struct bp_metrics *metrics);

/* The point of the period, also one without a value; NULL: a gap. */
struct bp_point *bp_series_point(const struct bp_series *series, struct bp_period period);

/* The value that holds in the period; false before the first step, or without any. */
bool bp_series_step(const struct bp_step *steps, int n_steps, struct bp_period period,
                    struct bp_decimal *value);

/* What a numerator over its denominator is multiplied by: 100 for percentages. */
int bp_series_factor(const struct bp_series *series);

/* The units' words, by the unit, and those of what is better, of which [0] is not said. */
extern const char *const bp_metric_units[];
extern const char *const bp_betters[];

#endif
