/* SPDX-License-Identifier: MIT */
/* The page of a layout: paper, margins, columns. */
#ifndef BP_LOAD_SHEET_H
#define BP_LOAD_SHEET_H

#include "load/draft.h"

/* The keys of a page, ending with NULL. */
const char *const *bp_sheet_keys(void);

/* Takes one layer's map of the page. */
void bp_sheet_read(struct bp_draft *draft, const struct bp_yaml *page);

/* What all layers come to, in draft->look->sheet. Reports a page that has no room for text. Lines
 * and ems are the document style's, which is resolved. */
void bp_sheet_resolve(struct bp_draft *draft);

#endif
