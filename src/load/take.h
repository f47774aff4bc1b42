/* SPDX-License-Identifier: MIT */
/* What a layer says, taken into the draft: the last word counts. */
#ifndef BP_LOAD_TAKE_H
#define BP_LOAD_TAKE_H

#include "load/draft.h"

/* Takes all of a layer, of an edition, or of a house style's part for one layout. */
void bp_take(struct bp_draft *draft, const struct bp_yaml *map);

/* The keys of one part of a layer; `noun` is what the schema calls it: "running line". */
struct bp_key_list {
    const char *noun;
    const char *const *keys; /* ending with NULL */
};

/* The parts that bp_take() reads itself, and their number. */
const struct bp_key_list *bp_take_keys(int *n);

/* Whether the node is a map whose keys are names that the layout chooses itself; reports what is
 * not. */
bool bp_take_named(struct bp_draft *draft, const struct bp_yaml *node, const char *key);

#endif
