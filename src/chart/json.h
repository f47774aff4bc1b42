/* SPDX-License-Identifier: MIT */
/* Series and charts as JSON, in the form of layouts/series.schema.json. */
#ifndef BP_CHART_JSON_H
#define BP_CHART_JSON_H

#include "model/data.h"
#include "model/drawing.h"

/* An array with an object a series, then an object a chart of the meeting or report: where its
 * ticks stand and, of a control chart, what it finds. `drawings` are those on the pages, by the
 * chart; one may be NULL, and all may where no chart is. */
void bp_charts_json(const struct bp_data *data, const struct bp_drawing *const *drawings,
                    GString *out);

#endif
