/* SPDX-License-Identifier: MIT */
/* Actions, and what was said of earlier ones. */
#ifndef BP_LOAD_ACTION_H
#define BP_LOAD_ACTION_H

#include "load/reader.h"

void bp_action_read(struct bp_reader *reader, const struct bp_yaml *node, struct bp_action *action);

/* An action of an earlier meeting, on the register. */
void bp_earlier_read(struct bp_reader *reader, const struct bp_yaml *node,
                     struct bp_action *action);

void bp_update_read(struct bp_reader *reader, const struct bp_yaml *node, struct bp_update *update);

#endif
