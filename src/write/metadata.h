/* SPDX-License-Identifier: MIT */
/*
 * What the file says of itself: XMP that claims PDF/UA-1 and PDF/A-2a, and an Info dictionary that
 * says the same (ISO 19005-2 6.6.2, ISO 14289-1 5). Dates stand in it only when SOURCE_DATE_EPOCH
 * is set.
 */
#ifndef BP_WRITE_METADATA_H
#define BP_WRITE_METADATA_H

#include "write/pdf.h"

/* Adds both, prints the XMP packet, and sets the catalog's language and title display. */
void bp_metadata_add(struct bp_pdf *pdf, const struct bp_document *document);

#endif
