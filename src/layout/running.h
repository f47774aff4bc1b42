/* SPDX-License-Identifier: MIT */
/*
 * What stands on every page and is no content: running lines, page numbers, the watermark.
 *
 * A running line has three slots, at its start, in its middle and at its end, each with a text of
 * one line or several, or a picture. The lines of a header stand in the middle of the top margin;
 * those of a footer begin where a single line would stand in the middle of the bottom margin, or
 * higher where the last would come too near to the paper's edge. Pictures are centred on the lines.
 * A text too long for its slot loses words for an ellipsis.
 */
#ifndef BP_LAYOUT_RUNNING_H
#define BP_LAYOUT_RUNNING_H

#include "layout/flow.h"

/* Adds header, footer and watermark to every page, as artifacts, once the number of pages is known.
 */
void bp_running_place(struct bp_layout *layout, struct bp_pages *pages);

#endif
