/* SPDX-License-Identifier: MIT */
/* Series with all that follows from them: as text in the form of base/dump.h, and as JSON for an
 * analyst's own tools, in the form of layouts/series.schema.json. */
#ifndef BP_METRIC_DUMP_H
#define BP_METRIC_DUMP_H

#include "base/dump.h"
#include "model/series.h"

void bp_metric_dump(const struct bp_metrics *metrics, struct bp_dump *dump);

/* Appends one array with an object a series; numbers are printed by their digits. */
void bp_metric_json(const struct bp_metrics *metrics, GString *out);

#endif
