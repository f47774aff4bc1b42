/* SPDX-License-Identifier: MIT */
/* Words that name an item of the meeting. They are gathered while the file is read and checked once
 * every item has its number. */
#ifndef BP_LOAD_REFERENCE_H
#define BP_LOAD_REFERENCE_H

#include "load/reader.h"

/* An item's number, as the file's words have it. */
struct bp_reference {
    const char *number;
    struct bp_source source;
    bool unsure; /* it may be another meeting's item: a warning only */
};

/* Reads "item 3", "minute 175/20" or a clock time; none when it is left out or wrong. */
struct bp_words bp_reference_moment(struct bp_reader *reader, const struct bp_yaml *map,
                                    const char *key);

/* Reads an item's number, or other words: only what looks like a number must be an item's. */
struct bp_words bp_reference_item(struct bp_reader *reader, const struct bp_yaml *map,
                                  const char *key);

/* Reads words that may name an item ("with item 9"). */
struct bp_words bp_reference_words(struct bp_reader *reader, const struct bp_yaml *map,
                                   const char *key);

/* Reports what names no item, and turns links to items into "#" and the number. */
void bp_reference_check(struct bp_reader *reader);

/* Reports every link to an item: a report has none. */
void bp_reference_refuse(struct bp_reader *reader);

#endif
