/* SPDX-License-Identifier: MIT */
/* Link annotations (ISO 32000-1 12.5.6.5): to a place of the document, or to an address. */
#ifndef BP_WRITE_LINK_H
#define BP_WRITE_LINK_H

#include "write/pdf.h"

/*
 * Adds every page's links to it, and sets their `object`. Their keys in the parent tree count on
 * from the number of pages. False, with a report, when a link leads to a place that is not there.
 */
bool bp_links_add(struct bp_pdf *pdf, const struct bp_pages *pages, struct bp_report *report);

#endif
