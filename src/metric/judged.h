/* SPDX-License-Identifier: MIT */
/* A control chart's numbers as JSON: those of a series' own, and of a chart that judges it
 * otherwise. layouts/series.schema.json is their form. */
#ifndef BP_METRIC_JUDGED_H
#define BP_METRIC_JUDGED_H

#include "base/json.h"
#include "metric/control.h"

/* By which rules, the icons' names, and what each segment's limits come from: pairs of the object
 * that is open. */
void bp_judged_json(const struct bp_control *control, struct bp_json *json);

/* The pairs of a point, null where it has none; NULL: it was not judged. */
void bp_judged_point_json(const struct bp_spc_point *point, struct bp_json *json);

#endif
