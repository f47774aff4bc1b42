/* SPDX-License-Identifier: MIT */
/* Page labels (ISO 32000-1 12.4.2): "iv", "12A", what the page itself says. */
#ifndef BP_WRITE_LABEL_H
#define BP_WRITE_LABEL_H

#include "write/pdf.h"

/* Adds the labels, still to be printed, to the catalog, and gives their object; NULL when they
 * count 1, 2, 3 as viewers do by themselves. */
void *bp_labels_add(struct bp_pdf *pdf, const struct bp_pages *pages);

/* Prints the labels' tree as `object`, if there is one. */
void bp_labels_print(struct bp_pdf *pdf, const struct bp_pages *pages, const void *object);

#endif
