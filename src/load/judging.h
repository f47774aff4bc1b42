/* SPDX-License-Identifier: MIT */
/* How control charts judge a series, as a series or a chart says it. */
#ifndef BP_LOAD_JUDGING_H
#define BP_LOAD_JUDGING_H

#include "load/reader.h"
#include "model/series.h"

/* Reads “profile”, “limits”, “shift” and “trend” of the map; what it does not say stays as it is in
 * `judging`. Reports limits that the series' values, which have been read, cannot have. */
void bp_judging_read(struct bp_reader *reader, const struct bp_yaml *map,
                     const struct bp_series *series, struct bp_judging *judging);

#endif
