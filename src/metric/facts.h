/* SPDX-License-Identifier: MIT */
/* All that follows from a series, computed once: for tables, charts and the dump. */
#ifndef BP_METRIC_FACTS_H
#define BP_METRIC_FACTS_H

#include "metric/change.h"

enum bp_fact_of { BP_OF_LATEST, BP_OF_ROLLING, BP_OF_TO_DATE };
enum bp_fact_basis { BP_BASIS_PREVIOUS, BP_BASIS_LAST_YEAR, BP_BASIS_BASELINE };

/* The words of both, as dumps print them: "rolling", "last-year". */
extern const char *const bp_fact_ofs[];
extern const char *const bp_fact_bases[];

struct bp_fact {
    enum bp_fact_of of;
    enum bp_fact_basis basis;
    struct bp_change change; /* may have a fault: then there is none */
};

enum { BP_N_FACTS = 5 };

struct bp_facts {
    const struct bp_series *series;
    struct bp_level latest;
    struct bp_level baseline; /* its mean */
    struct bp_level rolling;  /* 12 months; with a fault in a series by year */
    struct bp_level to_date;  /* the financial year; likewise */
    bool has_target;          /* at the latest value's period */
    struct bp_decimal target;
    bool has_amber;
    struct bp_decimal amber;
    struct bp_fact changes[BP_N_FACTS];
    int present; /* points by their state, and periods between first and last without one */
    int missing;
    int suppressed;
    int gaps;
};

void bp_facts_make(const struct bp_series *series, struct bp_facts *facts, struct bp_arena *arena);

#endif
