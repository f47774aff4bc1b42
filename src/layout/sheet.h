/* SPDX-License-Identifier: MIT */
/*
 * The sheets that pages stand on. A document has one; a page may have it turned by a quarter, and
 * in a duplex document the margins change places from page to page.
 *
 * All is set as for a right-hand page (the first, and every other one after it) in its first column
 * of text, and moved along the line when it is placed: by the difference of the margins on a
 * left-hand page, by the columns before it in another column. Margins count from the start edge. In
 * a right-to-left document that is the right one, and the whole of the document is mirrored: it is
 * bound at the right, so that the inner margin of its first page is at the right, and so is the
 * margin that comes first.
 */
#ifndef BP_LAYOUT_SHEET_H
#define BP_LAYOUT_SHEET_H

#include "model/style.h"

/* No sheet has more columns of text. */
#define BP_MOST_COLUMNS 8

/* Columns of text, from 1 to BP_MOST_COLUMNS, and how wide each is. */
int bp_sheet_columns(const struct bp_sheet *sheet);
double bp_sheet_column(const struct bp_sheet *sheet);

/* The width of the side column; 0 where text stands in several columns. */
double bp_sheet_side(const struct bp_sheet *sheet);

/* The width and the height of the text area, the side column with it. */
double bp_sheet_width(const struct bp_sheet *sheet);
double bp_sheet_height(const struct bp_sheet *sheet);

/* The sheet with width and height exchanged: a landscape page with the same margins (the top one
 * stays at the top), without a side column, its text in one. */
struct bp_sheet bp_sheet_turned(const struct bp_sheet *sheet);

/* The sheet of page `index`, from 0: on a left-hand page of a duplex document the margins have
 * changed places. */
struct bp_sheet bp_sheet_of_page(const struct bp_sheet *sheet, int index);

#endif
