/* SPDX-License-Identifier: MIT */
/* Bookmarks (ISO 32000-1 12.3.3), from the places that have one. */
#ifndef BP_WRITE_OUTLINE_H
#define BP_WRITE_OUTLINE_H

#include "write/pdf.h"

/* Adds the outline to the catalog; nothing when no place has a bookmark. */
void bp_outline_add(struct bp_pdf *pdf, const struct bp_pages *pages);

#endif
