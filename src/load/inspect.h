/* SPDX-License-Identifier: MIT */
/*
 * The last look at a look, when all layers have been read: names of styles, parts and words are
 * bound to what they name, every path is followed through the kinds of the data, and every text is
 * held against the ground that it stands on: its contrast is at least 4.5 (WCAG 2.2, 1.4.3).
 */
#ifndef BP_LOAD_INSPECT_H
#define BP_LOAD_INSPECT_H

#include "load/draft.h"

/* Binds and checks; reports what is wrong. */
void bp_draft_inspect(struct bp_draft *draft);

/* Whether the words are a pattern of dates or times; reports what is not. */
bool bp_format_check(struct bp_draft *draft, const struct bp_yaml *node, const char *pattern);

#endif
