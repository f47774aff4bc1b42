/* SPDX-License-Identifier: MIT */
/* Charts with data of their own form as text, in the form of base/dump.h. */
#ifndef BP_MODEL_FORMDUMP_H
#define BP_MODEL_FORMDUMP_H

#include "base/dump.h"
#include "model/chart.h"

/* Prints what model/chartform.h holds of the chart, as the file tells it, into a node that the
 * caller begins and ends; nothing of other types. */
void bp_chart_form_dump(const struct bp_chart *chart, struct bp_dump *dump);

#endif
