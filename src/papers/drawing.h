/* SPDX-License-Identifier: MIT */
/* A page as a drawing: a form XObject (ISO 32000-1 8.10), which may stand anywhere in any size. */
#ifndef BP_PAPERS_DRAWING_H
#define BP_PAPERS_DRAWING_H

#include "papers/copy.h"

/*
 * Prints a paper's first page as form XObject `number`, scaled to one unit by one, like an image:
 * and all that it refers to. The page must have one content stream and no Rotate, as Cairo's have.
 * False when it can't be read, for which bp_paper_check() has the report.
 */
bool bp_drawing_print(struct bp_paper *paper, int number, const struct bp_copy_target *target);

#endif
