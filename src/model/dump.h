/* SPDX-License-Identifier: MIT */
/* The model as text, for `boardpack dump --stage=model`. */
#ifndef BP_MODEL_DUMP_H
#define BP_MODEL_DUMP_H

#include "base/dump.h"
#include "model/data.h"

/* Whichever it is. */
void bp_data_dump(const struct bp_data *data, struct bp_dump *dump);

/* Nothing for NULL. */
void bp_prose_dump(const struct bp_prose *prose, const char *node, struct bp_dump *dump);

#endif
