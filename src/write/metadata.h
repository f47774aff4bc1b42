/* SPDX-License-Identifier: MIT */
/*
 * What the file says of itself: XMP that claims PDF/UA-1 and a part of PDF/A, and an Info
 * dictionary that says the same (ISO 19005-2 6.6.2, ISO 14289-1 5). Dates stand in it only when
 * SOURCE_DATE_EPOCH is set.
 */
#ifndef BP_WRITE_METADATA_H
#define BP_WRITE_METADATA_H

#include "write/pdf.h"

/* Adds both, prints the XMP packet, and sets the catalog's language and title display. `part` is
 * PDF/A's: 3 for a file that holds other files, else 2, which is read more widely. */
void bp_metadata_add(struct bp_pdf *pdf, const struct bp_document *document, int part);

/* SOURCE_DATE_EPOCH; the caller's. NULL: it is not set. */
GDateTime *bp_metadata_date(void);

#endif
