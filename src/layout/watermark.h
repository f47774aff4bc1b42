/* SPDX-License-Identifier: MIT */
/* The watermark: a word on the diagonal of every page's paper, under all else. */
#ifndef BP_LAYOUT_WATERMARK_H
#define BP_LAYOUT_WATERMARK_H

#include "layout/flow.h"

/*
 * The watermark's box on the sheet that is set for: as large as its style says, and at most three
 * quarters of the diagonal. It stands in the paper's middle on left-hand and right-hand pages
 * alike. False when there is none.
 */
bool bp_watermark_set(struct bp_layout *layout, struct bp_box *box);

#endif
