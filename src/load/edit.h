/* SPDX-License-Identifier: MIT */
/*
 * What a layout changes in the blocks of the one that it extends: before, after, into, replace,
 * remove and move. Blocks are found by name, "overview", or by a way through names,
 * "details.venue": the block of the second name somewhere inside that of the first. The parts'
 * names are first ones too.
 */
#ifndef BP_LOAD_EDIT_H
#define BP_LOAD_EDIT_H

#include "load/draft.h"

/* Takes one layer's body: its blocks, or its changes to those of the layers before. */
void bp_body_read(struct bp_draft *draft, const struct bp_yaml *body);

/* The keys of a change, beside those of its block; ending with NULL. */
const char *const *bp_edit_keys(void);

/* The keys of a change that has no block, ending with NULL. */
const char *const *bp_edit_remove_keys(void);
const char *const *bp_edit_move_keys(void);

#endif
