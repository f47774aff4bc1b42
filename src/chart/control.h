/* SPDX-License-Identifier: MIT */
/* What metric/control.h finds of a chart's series, and the part of it that the chart shows. */
#ifndef BP_CHART_CONTROL_H
#define BP_CHART_CONTROL_H

#include "chart/track.h"
#include "metric/control.h"

/* Of the whole series up to the last slot: the limits are those of the series, whatever part of it
 * is shown. In the arena. */
struct bp_control bp_control_of_chart(const struct bp_chart *chart, const struct bp_track *track,
                                      struct bp_arena *arena);

/* One point a slot, and the segments that are shown, as far as they are. A limit where no value can
 * be (counts, rates and times below zero, shares outside 0 to 100%) is shown at the end of what
 * can; it has been judged by as it is. In the arena. */
struct bp_spc *bp_control_shown(const struct bp_control *control, const struct bp_track *track,
                                struct bp_arena *arena);

#endif
