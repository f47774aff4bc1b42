/* SPDX-License-Identifier: MIT */
/* The words at the ticks of an axis, with the sign of what they count. */
#ifndef BP_CHART_TICKWORDS_H
#define BP_CHART_TICKWORDS_H

#include "base/arena.h"
#include "chart/ticks.h"

/* Whether an axis of such a unit is better told in thousands or millions: "1m". */
bool bp_tick_is_brief(const struct bp_ticks *ticks, const char *unit);

/* The words at tick `index`, in the arena. Of the unit, which may be NULL, a sign of money stands
 * before the number and "%" after it; other words stand nowhere, as the sub-title says them. */
const char *bp_tick_words(const struct bp_ticks *ticks, int index, const char *unit, bool brief,
                          struct bp_arena *arena);

#endif
