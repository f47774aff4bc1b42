/* SPDX-License-Identifier: MIT */
/* What a text says of a series, in the layout's words: its wording "mention". */
#ifndef BP_COMPOSE_MENTION_H
#define BP_COMPOSE_MENTION_H

#include "compose/phrase.h"

void bp_mention_add(struct bp_phrase *phrase, const struct bp_mention *mention);

/* The words alone, in the arena. */
const char *bp_mention_string(struct bp_composer *composer, const struct bp_mention *mention);

#endif
