/* SPDX-License-Identifier: MIT */
/*
 * The styles of a layout: named, each like another one or like the document, and said in as many
 * layers as there are. A layer changes only what it names.
 */
#ifndef BP_LOAD_STYLE_H
#define BP_LOAD_STYLE_H

#include "load/draft.h"

/* The keys of a style, ending with NULL, in the arena. */
const char *const *bp_style_keys(struct bp_arena *arena);

/* Takes one layer's map of styles. */
void bp_styles_read(struct bp_draft *draft, const struct bp_yaml *styles);

/* Resolves all styles into the look. False, with a report, when one is wrong. */
bool bp_styles_resolve(struct bp_draft *draft);

/* Warns of styles that nothing has, and whose names look like slips. All names are bound by now. */
void bp_styles_warn(struct bp_draft *draft);

/* No style of resolved ones stays smaller than `least` points, but for what stands beside the text:
 * a draft's line numbers. */
void bp_styles_enlarge(struct bp_draft *draft, double least);

/* The style of that name, resolved or not; NULL, with a report at `at`, when there is none. */
const struct bp_look_style *bp_style_find(struct bp_draft *draft, const char *name,
                                          const struct bp_source *at);

#endif
