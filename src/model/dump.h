/* SPDX-License-Identifier: MIT */
/* The model as text, for `boardpack dump --stage=model`. */
#ifndef BP_MODEL_DUMP_H
#define BP_MODEL_DUMP_H

#include "base/dump.h"
#include "model/meeting.h"

void bp_meeting_dump(const struct bp_meeting *meeting, struct bp_dump *dump);

/* Nothing for NULL. */
void bp_prose_dump(const struct bp_prose *prose, const char *node, struct bp_dump *dump);

#endif
