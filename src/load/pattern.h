/* SPDX-License-Identifier: MIT */
/*
 * Words with values in them, as a layout writes them. A string is words and ${values}; it comes to
 * nothing where one of its values is empty. A list is its parts that are not empty. A map is one of
 * first: (the first that is not empty), join: with by:, or text: with when:, style:, emphasis:,
 * link: and language:.
 */
#ifndef BP_LOAD_PATTERN_H
#define BP_LOAD_PATTERN_H

#include "load/draft.h"

/* Reads a node as a pattern; NULL, with a report, when it is none. `key` is what messages call it.
 */
struct bp_pattern *bp_pattern_read(struct bp_draft *draft, const struct bp_yaml *node,
                                   const char *key);

/* The keys of a pattern that is a map, ending with NULL. */
const char *const *bp_pattern_keys(void);

#endif
