/* SPDX-License-Identifier: MIT */
/* Which events of its series a chart over time shows. */
#ifndef BP_CHART_TELLEVENTS_H
#define BP_CHART_TELLEVENTS_H

#include "chart/track.h"
#include "model/look.h"

/* Those in the track's periods, of all the chart's series, in their order; what two series say
 * alike is one event. They are marked A to Z, then AA. */
void bp_events_tell(struct bp_chart *chart, const struct bp_track *track,
                    const struct bp_look *look, struct bp_arena *arena);

#endif
