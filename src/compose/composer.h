/* SPDX-License-Identifier: MIT */
/* What all of one run of compose shares: the look, the data, types, ids and notes. */
#ifndef BP_COMPOSE_COMPOSER_H
#define BP_COMPOSE_COMPOSER_H

#include <glib.h>

#include "compose/document.h"
#include "model/look.h"
#include "model/value.h"

struct bp_composer {
    struct bp_arena *arena;
    struct bp_report *report;
    const struct bp_look *look;
    const struct bp_root *root;
    const char *language;     /* of the document */
    const char *own_language; /* of the look's words where it is another one; else NULL */
    GHashTable *types;        /* struct bp_type *: each look of characters once */
    GHashTable *ids;          /* of blocks, so that each stays the only one, to their last number */
    GHashTable *notes;        /* struct bp_prose * to its NOTE block */
    GHashTable *targets;      /* an item's number to its anchor */
    GPtrArray *links;         /* struct bp_run * that lead to a place in the document */
    GHashTable *plain;        /* the type of linked words to that of words that are not */
    int n_notes;
    struct bp_source at; /* of the template or the words under way */
    int n_blocks;        /* that were made, */
    size_t n_bytes;      /* that their texts took, */
    int n_steps;         /* and templates and words that were looked at */
    bool mentions;       /* the wording of a mention is under way, which may print none again */
    bool failed;         /* it has been reported, and nothing more is made */
};

/* A layout may say more than a document can hold: an `each` in an `each`, words that say others
 * twice. Memory and time end there, not before. */
enum { BP_MOST_BLOCKS = 2000000, BP_MOST_BYTES = 128 << 20, BP_MOST_STEPS = 10000000 };

/* Whether the document may be made any further; counts a step. */
bool bp_composer_goes_on(struct bp_composer *composer);

/* What comes next is made for this place of the layout. */
void bp_composer_enter(struct bp_composer *composer, struct bp_source at);

void bp_composer_init(struct bp_composer *composer, const struct bp_look *look,
                      const struct bp_root *root, struct bp_arena *arena);
void bp_composer_finish(struct bp_composer *composer);

/* The style of one of the names that every look has. */
const struct bp_style *bp_composer_style(const struct bp_composer *composer, enum bp_style_key key);

/* "item-3-a" from "item-3" and "(a)": letters, digits and dots; not given to any block before. */
const char *bp_composer_id(struct bp_composer *composer, const char *stem, const char *words);

/* Where a link leads: "#7" to the item of that number, all else as it is. */
const char *bp_composer_target(struct bp_composer *composer, const char *target);

/* Words that lead to a place that the document does not have lead nowhere. */
void bp_composer_check_links(struct bp_composer *composer, const struct bp_document *document);

/* `type` with what the style says itself; the same pointer for the same look. */
const struct bp_type *bp_type_dress(struct bp_composer *composer, const struct bp_type *type,
                                    const struct bp_look_style *style);
const struct bp_type *bp_type_slant(struct bp_composer *composer, const struct bp_type *type,
                                    bool italic);

#endif
