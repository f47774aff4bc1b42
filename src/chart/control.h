/* SPDX-License-Identifier: MIT */
/* A track as a control chart: what metric/spc.h makes of it. */
#ifndef BP_CHART_CONTROL_H
#define BP_CHART_CONTROL_H

#include "chart/track.h"
#include "metric/spc.h"

/* One point of the result a slot. In the arena. */
struct bp_spc *bp_control_new(const struct bp_chart *chart, const struct bp_track *track,
                              struct bp_arena *arena);

/* The rebase that begins at the slot; NULL: none does. */
const struct bp_note_at *bp_control_rebase(const struct bp_track *track, int slot);

#endif
