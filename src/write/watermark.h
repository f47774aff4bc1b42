/* SPDX-License-Identifier: MIT */
/*
 * The watermark, drawn once as a form that every page shows. It is made of outlines and not of
 * text, so that no program that copies a page's words finds it among them.
 */
#ifndef BP_WRITE_WATERMARK_H
#define BP_WRITE_WATERMARK_H

#include "write/font.h"

/* Whether a box is the watermark, which a page shows as /Wm. */
bool bp_is_watermark(const struct bp_box *box);

/* Adds the form to the pages' resources as /Wm, when the pages have a watermark; all have the same.
 */
void bp_watermark_add(struct bp_pdf *pdf, const struct bp_fonts *fonts,
                      const struct bp_pages *pages);

#endif
