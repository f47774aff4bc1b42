/* SPDX-License-Identifier: MIT */
/* What follows from a file's data and is needed more than once: the numbers of the actions, the
 * anchors of the items, the runs of entries. */
#ifndef BP_MODEL_DERIVE_H
#define BP_MODEL_DERIVE_H

#include "base/arena.h"
#include "model/data.h"

/*
 * Fills in all that model/meeting.h calls derived, once, when the whole file has been read without
 * an error. Actions are numbered in the order of the document: an item's entries, then the items
 * below it; ids that the file gives, here or in the register, are passed over.
 */
void bp_meeting_derive(struct bp_meeting *meeting, struct bp_arena *arena);

/* The same for a report: the anchors of its sections. */
void bp_narrative_derive(struct bp_narrative *narrative, struct bp_arena *arena);

#endif
