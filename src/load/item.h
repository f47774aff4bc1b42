/* SPDX-License-Identifier: MIT */
/* The items of the agenda, with their sections and sub-items. */
#ifndef BP_LOAD_ITEM_H
#define BP_LOAD_ITEM_H

#include "load/reader.h"

/* Reads the file's items into reader->meeting. Numbers given by hand are in place afterwards; the
 * rest are counted by bp_number_items(). */
void bp_items_read(struct bp_reader *reader, const struct bp_yaml *file);

#endif
