/* SPDX-License-Identifier: MIT */
/*
 * The general way to a paragraph's pieces: the whole text is itemised by Pango (script, direction,
 * face), each item is shaped as a whole and cut where lines may end and at spaces.
 */
#ifndef BP_TEXT_ITEMISE_H
#define BP_TEXT_ITEMISE_H

#include "text/words.h"

/*
 * Sets text->pieces, and whether the paragraph runs from right to left. False and a report for
 * each character that no face has.
 */
bool bp_itemise_make(struct bp_text_service *text, const struct bp_source_text *source,
                     bool *right_to_left, struct bp_report *report);

/*
 * Whether text runs from right to left: as the first letter or mark of direction does (UAX #9 rules
 * P2 and P3); `otherwise` when there is none.
 */
bool bp_text_runs_left(const char *string, int length, bool otherwise);

#endif
