/* SPDX-License-Identifier: MIT */
/*
 * What the parts of one run of compose share, and the parts themselves. A part appends its blocks
 * to `parent` in reading order. One file a part: minutes.c says their order.
 */
#ifndef BP_COMPOSE_COMPOSER_H
#define BP_COMPOSE_COMPOSER_H

#include <glib.h>

#include "compose/document.h"
#include "compose/style.h"
#include "model/meeting.h"

struct bp_composer {
    struct bp_arena *arena;
    const struct bp_meeting *meeting;
    GPtrArray *types;     /* struct bp_type *: each look of characters once */
    GPtrArray *actions;   /* struct bp_action *, in the order of the document */
    GHashTable *given;    /* the numbers of actions that the file gives */
    GHashTable *ids;      /* of blocks, so that each stays the only one, to their last number */
    GHashTable *notes;    /* struct bp_prose * to its NOTE block */
    GHashTable *item_ids; /* struct bp_item * to the id of its heading */
    GHashTable *targets;  /* an item's number to that id */
    int last_number;      /* of the actions that are counted */
    int n_notes;
};

void bp_composer_init(struct bp_composer *composer, const struct bp_meeting *meeting,
                      struct bp_arena *arena);
void bp_composer_finish(struct bp_composer *composer);

/* "item-3-a" from "item-3" and "(a)": letters, digits and dots; not given to any block before. */
const char *bp_composer_id(struct bp_composer *composer, const char *stem, const char *words);

/* Where a link leads: "#7" to the item of that number, all else as it is. */
const char *bp_composer_target(struct bp_composer *composer, const char *target);

/* `type` with another weight, slant or colour; the same pointer for the same look. */
const struct bp_type *bp_type_weight(struct bp_composer *composer, const struct bp_type *type,
                                     int weight);
const struct bp_type *bp_type_slant(struct bp_composer *composer, const struct bp_type *type,
                                    bool italic);
const struct bp_type *bp_type_colour(struct bp_composer *composer, const struct bp_type *type,
                                     bp_colour colour);
const struct bp_type *bp_type_raise(struct bp_composer *composer, const struct bp_type *type,
                                    double size, double rise);

/* The head of the first page: title and details. */
void bp_head_compose(struct bp_composer *composer, struct bp_block *parent);

/* The groups of `people`, with their organisations. */
void bp_people_compose(struct bp_composer *composer, struct bp_block *parent,
                       const struct bp_people *people);

/* An item with all below it; `level` is its heading's. */
void bp_item_compose(struct bp_composer *composer, struct bp_block *parent,
                     const struct bp_item *item, int level);

/* What happened under an item whose heading has `level`. */
void bp_entries_compose(struct bp_composer *composer, struct bp_block *parent,
                        const struct bp_item *item, int level);

void bp_motion_compose(struct bp_composer *composer, struct bp_block *parent,
                       const struct bp_motion *motion);

/* Consecutive entries of one kind, as a table or a list. */
void bp_declarations_compose(struct bp_composer *composer, struct bp_block *parent,
                             const struct bp_entry *entries, int n_entries);
void bp_updates_compose(struct bp_composer *composer, struct bp_block *parent,
                        const struct bp_entry *entries, int n_entries);
void bp_events_compose(struct bp_composer *composer, struct bp_block *parent,
                       const struct bp_entry *entries, int n_entries);

void bp_approval_compose(struct bp_composer *composer, struct bp_block *parent,
                         const struct bp_approval *approval);
void bp_closed_compose(struct bp_composer *composer, struct bp_block *parent,
                       const struct bp_closed *closed);
void bp_decision_compose(struct bp_composer *composer, struct bp_block *parent,
                         const struct bp_decision *decision);

/* An action's panel, and the table of all actions that panels were made for. */
void bp_action_compose(struct bp_composer *composer, struct bp_block *parent,
                       const struct bp_action *action);
void bp_overview_compose(struct bp_composer *composer, struct bp_block *parent);

/* After the last item: closing words, the end of the meeting; and the next one, the signature. */
void bp_closing_compose(struct bp_composer *composer, struct bp_block *parent);
void bp_next_compose(struct bp_composer *composer, struct bp_block *parent);
void bp_signature_compose(struct bp_composer *composer, struct bp_block *parent);

#endif
