/* SPDX-License-Identifier: MIT */
/*
 * The watermark, drawn once as a form that every page shows, and once more for the pages that are
 * turned. It is made of outlines and not of text, so that no program that copies a page's words
 * finds it among them.
 */
#ifndef BP_WRITE_WATERMARK_H
#define BP_WRITE_WATERMARK_H

#include "write/font.h"

/* Whether a box is the watermark. */
bool bp_is_watermark(const struct bp_box *box);

/* The form's name on a page of the document's sheet, or on one that is turned. */
const char *bp_watermark_name(bool turned);

/* Adds the forms to the pages' resources, when the pages have a watermark; pages of one size have
 * the same. */
void bp_watermark_add(struct bp_pdf *pdf, const struct bp_fonts *fonts,
                      const struct bp_pages *pages);

#endif
