/* SPDX-License-Identifier: MIT */
/* Series with all that follows from them: as text in the form of base/dump.h, and as JSON for an
 * analyst's own tools, in the form of layouts/series.schema.json. */
#ifndef BP_METRIC_DUMP_H
#define BP_METRIC_DUMP_H

#include "base/dump.h"
#include "base/json.h"
#include "model/series.h"

void bp_metric_dump(const struct bp_metrics *metrics, struct bp_dump *dump);

/* An object a series, into the array that is open; decimals are printed by their digits. */
void bp_metric_json(const struct bp_metrics *metrics, struct bp_json *out);

#endif
