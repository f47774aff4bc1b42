/* SPDX-License-Identifier: MIT */
/*
 * Footnotes on pages: those that a page's strips call stand at its foot under a short rule, after
 * what the page before had no room for. They are set for the document's own sheet and, where text
 * stands in several columns, across all of them.
 */
#ifndef BP_LAYOUT_NOTE_H
#define BP_LAYOUT_NOTE_H

#include "layout/place.h"

struct bp_notes {
    struct bp_layout *layout;
    GPtrArray *called; /* struct bp_flow_note, of the page under way */
    GArray *carried;   /* struct bp_strip: what did not fit on its page */
};

void bp_notes_init(struct bp_notes *notes, struct bp_layout *layout);
void bp_notes_finish(struct bp_notes *notes);

/* The height of the foot's notes, rule and space, where it is `before` without the strip's. */
double bp_notes_height(const struct bp_notes *notes, const struct bp_strip *strip, double before);

/* The height of what is carried to the page, at most half of `room`. */
double bp_notes_carried(const struct bp_notes *notes, double room);

/* The page under way has the strip. */
void bp_notes_call(struct bp_notes *notes, const struct bp_strip *strip);

/* Places the page's notes over `bottom` and under `y`, where its text ends; `empty`: it has none.
 * What has no room is carried to the next page. */
void bp_notes_place(struct bp_notes *notes, struct bp_sheet_under_way *sheet, double y,
                    double bottom, bool empty);

/* Whether something is carried. */
bool bp_notes_left(const struct bp_notes *notes);

#endif
