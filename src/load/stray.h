/* SPDX-License-Identifier: MIT */
/*
 * Lines of a text that are good Markdown but not what the writer meant: a key of the file that was
 * indented into the text, bullets of Word's and rows of a table that would run together, a number
 * that the list would change.
 */
#ifndef BP_LOAD_STRAY_H
#define BP_LOAD_STRAY_H

#include "load/reader.h"

/* A line of a text (from 1) and a byte of it (from 0). */
struct bp_stray_place {
    const struct bp_lines *text;
    int line;
    size_t byte;
};

/* Looks at the lines of the node's text, which messages call `key`. */
void bp_stray_check(struct bp_reader *reader, const struct bp_yaml *node, struct bp_lines *text,
                    const char *key);

/* Compares the number that stands at `place` with the one that the list gives its entry; `alone`:
 * the list has no other. */
void bp_stray_check_number(struct bp_reader *reader, const struct bp_source *at,
                           const struct bp_stray_place *place, int number, bool alone);

#endif
