/* SPDX-License-Identifier: MIT */
/* What stands in front of a list's items: signs, and numbers by a pattern that shows the first one:
 * "1.", "(a)", "i)". */
#ifndef BP_COMPOSE_MARK_H
#define BP_COMPOSE_MARK_H

#include "compose/phrase.h"

/* Gives the item its mark: `depth` counts the lists that it stands in from 1; `number` below 0 is a
 * bullet. */
void bp_item_mark(struct bp_composer *composer, struct bp_block *item, int depth, int number);

#endif
