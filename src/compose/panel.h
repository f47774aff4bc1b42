/* SPDX-License-Identifier: MIT */
/* Panels: what must not be overlooked, under a label of its own. */
#ifndef BP_COMPOSE_PANEL_H
#define BP_COMPOSE_PANEL_H

#include "compose/phrase.h"

/* The first line of a panel: `label` bold, `fact` (NULL: none) at the line's end, in grey. */
struct bp_block *bp_panel_label(struct bp_composer *composer, struct bp_block *panel,
                                const char *label, const char *fact);

#endif
