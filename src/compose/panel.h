/* SPDX-License-Identifier: MIT */
/* Panels: what must not be overlooked, under a label of its own. */
#ifndef BP_COMPOSE_PANEL_H
#define BP_COMPOSE_PANEL_H

#include "compose/phrase.h"

/* The first line of a panel: `label` bold, `fact` (NULL: none) at the line's end, in grey. */
void bp_panel_label(struct bp_composer *composer, struct bp_block *panel, const char *label,
                    const char *fact);

/* In a phrase of BP_STYLE_PANEL_LABEL that has its label: what is added next is the fact. */
void bp_panel_fact(struct bp_phrase *phrase);

#endif
