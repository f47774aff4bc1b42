/* SPDX-License-Identifier: MIT */
/* What a file holds, as the key at its top says. */
#ifndef BP_MODEL_DATA_H
#define BP_MODEL_DATA_H

#include "model/meeting.h"
#include "model/narrative.h"

/* One of the two; the other is NULL. Both are, where the file is a layout or a house style. */
struct bp_data {
    struct bp_meeting *meeting;
    struct bp_narrative *narrative;
};

#endif
