/* SPDX-License-Identifier: MIT */
/* What a layer says, taken into the draft: the last word counts. */
#ifndef BP_LOAD_TAKE_H
#define BP_LOAD_TAKE_H

#include "load/draft.h"

/* Takes all of a layer, of an edition, or of a house style's part for one layout. */
void bp_take(struct bp_draft *draft, const struct bp_yaml *map);

/* Whether the node is a map whose keys are names that the layout chooses itself; reports what is
 * not. */
bool bp_take_named(struct bp_draft *draft, const struct bp_yaml *node, const char *key);

#endif
