/* SPDX-License-Identifier: MIT */
/* What happened under an item, in its order. */
#ifndef BP_LOAD_ENTRY_H
#define BP_LOAD_ENTRY_H

#include "load/reader.h"

/* Reads an item's "minutes" and the lists beside it ("approvals" before them, "actions" after) into
 * item->entries. */
void bp_entries_read(struct bp_reader *reader, const struct bp_yaml *item_node,
                     struct bp_item *item);

/* Reads the keys of a "closed:". */
struct bp_closed *bp_closed_read(struct bp_reader *reader, const struct bp_yaml *node);

#endif
