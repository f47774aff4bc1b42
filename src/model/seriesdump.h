/* SPDX-License-Identifier: MIT */
/* Series as text, in the form of base/dump.h. */
#ifndef BP_MODEL_SERIESDUMP_H
#define BP_MODEL_SERIESDUMP_H

#include "base/dump.h"
#include "model/series.h"

/* Prints all series as their files tell them, and how CSV files were read. */
void bp_metrics_dump(const struct bp_metrics *metrics, struct bp_dump *dump);

/* Prints what is in a series, into a node that the caller begins and ends. */
void bp_series_dump(const struct bp_series *series, struct bp_dump *dump);

void bp_readings_dump(const struct bp_metrics *metrics, struct bp_dump *dump);

/* Pairs of the node under way: key=12.5, key=2021/22. */
void bp_decimal_dump(struct bp_dump *dump, const char *key, struct bp_decimal value);
void bp_period_dump(struct bp_dump *dump, const char *key, struct bp_period period);

#endif
