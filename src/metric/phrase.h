/* SPDX-License-Identifier: MIT */
/*
 * What a text says of a series, as a reference names it. The words are the layout's; here stand the
 * numbers, or the reason why there are none.
 *
 *     ID latest                       its latest value
 *     ID value PERIOD                 the value at a period
 *     ID total PERIOD to PERIOD       over several
 *     ID target [PERIOD]              the target at the latest value's period, or another
 *     ID rolling 12 months            the twelve months that end with the latest value
 *     ID year to date                 from 1 April to the latest value
 *     ID change from BASIS            of the latest value; in percent, a percentage's in points
 *     ID change from BASIS over PERIOD to PERIOD
 *     ID rolling 12 months change from last year
 *     ID year to date change from last year
 *
 * "percent change" and "points change" for "change" insist on their kind. BASIS is "last year",
 * "previous" (the period before), "baseline" (the mean of its values) or a period; after "over" it
 * is "last year" or a financial year, whose same months are meant.
 */
#ifndef BP_METRIC_PHRASE_H
#define BP_METRIC_PHRASE_H

#include "metric/change.h"

enum bp_metric_what {
    BP_METRIC_LATEST,
    BP_METRIC_VALUE,
    BP_METRIC_TOTAL,
    BP_METRIC_TARGET,
    BP_METRIC_ROLLING,
    BP_METRIC_TO_DATE,
};

enum bp_metric_basis {
    BP_METRIC_NO_CHANGE, /* the level itself is asked for */
    BP_METRIC_FROM_LAST_YEAR,
    BP_METRIC_FROM_PREVIOUS,
    BP_METRIC_FROM_BASELINE,
    BP_METRIC_FROM_PERIOD,
};

struct bp_metric_phrase {
    const struct bp_series *series;
    enum bp_metric_what what;
    enum bp_metric_basis basis;
    struct bp_level level;   /* what is asked for, or what changed */
    struct bp_change change; /* unless NO_CHANGE */
    bool insisted;           /* "percent" or "points" was said: print that alone */
    bool provisional;
};

/* Reads a reference that stands at `at`; false, with a report, when it is none, names no series or
 * no period that has a value, or asks for what the series' unit has not. */
bool bp_metric_phrase_read(const struct bp_metrics *metrics, const char *text,
                           const struct bp_source *at, struct bp_metric_phrase *phrase,
                           struct bp_arena *arena, struct bp_report *report);

#endif
