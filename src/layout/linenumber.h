/* SPDX-License-Identifier: MIT */
/*
 * Line numbers of a draft, by which a meeting speaks of its lines: beside the text area, in the
 * margin where lines start, from 1 on each page, as artifacts. What is not read has none, and
 * neither have footnotes.
 */
#ifndef BP_LAYOUT_LINENUMBER_H
#define BP_LAYOUT_LINENUMBER_H

#include "layout/place.h"

/*
 * Numbers the lines of the page under way, `own` its sheet, as far as it is filled. Words on one
 * baseline are one line, in whichever column they stand. Of baselines too near for two numbers the
 * one has it that stands nearest to the numbers, in the first column. A label makes no line.
 */
void bp_line_numbers_place(struct bp_sheet_under_way *sheet, const struct bp_sheet *own);

#endif
