/* SPDX-License-Identifier: MIT */
/*
 * The blocks of a layout. A block is a map with the key of its kind, "paragraph: …", and keys that
 * all kinds have or that this one has. Names of styles and parts stay names here: the layers to
 * come may change what they mean (load/inspect.h binds them).
 */
#ifndef BP_LOAD_TEMPLATE_H
#define BP_LOAD_TEMPLATE_H

#include "load/draft.h"

/* The key of a kind: "paragraph". */
const char *bp_template_kind_name(enum bp_template_kind kind);

/* The keys that blocks of a kind have beside their own, ending with NULL, in the arena. */
const char *const *bp_template_keys(enum bp_template_kind kind, struct bp_arena *arena);

/* Reads a block; NULL, with a report, when it is none. Keys in `more` (ending with NULL) are the
 * caller's. */
struct bp_template *bp_template_read(struct bp_draft *draft, const struct bp_yaml *node,
                                     const char *const *more);

/* Whether other blocks stand in blocks of the kind. */
bool bp_template_holds(enum bp_template_kind kind);

/* Reads a list of blocks; the first of them. `key` is what messages call it. */
struct bp_template *bp_templates_read(struct bp_draft *draft, const struct bp_yaml *list,
                                      const char *key);

/* Reads an entry of a list, or a column of a table: what stands in a block of that kind. */
struct bp_template *bp_template_read_child(struct bp_draft *draft, const struct bp_yaml *node,
                                           enum bp_template_kind parent, const char *const *more);

#endif
