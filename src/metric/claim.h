/* SPDX-License-Identifier: MIT */
/*
 * A writer's own figure that names a series, held against the series: its first number must be what
 * the reference asks for, rounded to the digits that are written; later ones may also be the levels
 * before and after a change. A sign, or a word such as "increased", must tell the right direction.
 */
#ifndef BP_METRIC_CLAIM_H
#define BP_METRIC_CLAIM_H

#include "metric/phrase.h"
#include "model/look.h"
#include "model/mention.h"

/* False, with a report that gives the right figure, when the mention's claim contradicts it. */
bool bp_claim_check(const struct bp_mention *mention, const struct bp_metric_phrase *phrase,
                    const struct bp_look *look, struct bp_arena *arena, struct bp_report *report);

#endif
