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

/* Parts of a layer that have keys of their own. */
enum bp_take_part {
    BP_TAKE_NAMES,
    BP_TAKE_RUNNING, /* "header" and "footer" */
    BP_TAKE_LINE,    /* the three places of a running line */
    BP_TAKE_PICTURE, /* in one of them */
    BP_TAKE_METADATA,
    BP_N_TAKE_PARTS
};

/* The keys of such a part, ending with NULL. */
const char *const *bp_take_keys(enum bp_take_part part);

#endif
