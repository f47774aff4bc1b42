/* SPDX-License-Identifier: MIT */
/* What a file holds, as the key at its top says. */
#ifndef BP_MODEL_DATA_H
#define BP_MODEL_DATA_H

#include "model/chart.h"
#include "model/meeting.h"
#include "model/narrative.h"
#include "model/series.h"

/* A meeting or a report, with its metrics, or metrics alone; what is not there is NULL. All of it
 * is, where the file is a layout or a house style. */
struct bp_data {
    struct bp_meeting *meeting;
    struct bp_narrative *narrative;
    struct bp_metrics *metrics;
    struct bp_mention **mentions; /* of all its texts, in the order of the file */
    int n_mentions;
    struct bp_chart **charts; /* of all it holds, in the order of the file */
    int n_charts;
};

#endif
