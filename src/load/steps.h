/* SPDX-License-Identifier: MIT */
/* What a waterfall goes through: "steps:", each added to the sum of those before it. */
#ifndef BP_LOAD_STEPS_H
#define BP_LOAD_STEPS_H

#include "load/reader.h"
#include "model/chart.h"

void bp_chart_steps_read(struct bp_reader *reader, const struct bp_yaml *node,
                         struct bp_chart *chart);

#endif
