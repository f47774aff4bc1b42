/* SPDX-License-Identifier: MIT */
/* The names by which the parts of a document are found: what links lead to. */
#ifndef BP_MODEL_ANCHOR_H
#define BP_MODEL_ANCHOR_H

#include <glib.h>

#include "base/arena.h"

/* "item-3-a" from "item-3" and "(a)": letters, digits and dots, and a further number where `taken`
 * (strings to numbers, for this function alone) has it already; it is added there. */
const char *bp_anchor_new(GHashTable *taken, const char *stem, const char *words,
                          struct bp_arena *arena);

#endif
