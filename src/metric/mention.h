/* SPDX-License-Identifier: MIT */
/* What texts say of series, from the series themselves. */
#ifndef BP_METRIC_MENTION_H
#define BP_METRIC_MENTION_H

#include "metric/phrase.h"
#include "model/data.h"
#include "model/look.h"

/* Fills in what is derived of each mention of the data, and holds the writer's own figures against
 * it. False, with reports, when one names no series or asks for what there is not, or says another
 * figure. The look gives the months' names, and the words for up and down. */
bool bp_mentions_tell(const struct bp_data *data, const struct bp_look *look,
                      struct bp_arena *arena, struct bp_report *report);

/* Fills in what is derived of one mention, of a phrase that has been read. */
void bp_mention_tell(const struct bp_metric_phrase *phrase, const struct bp_look *look,
                     struct bp_arena *arena, struct bp_mention *mention);

#endif
