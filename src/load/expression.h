/* SPDX-License-Identifier: MIT */
/*
 * The small closed language in which a layout speaks of the data:
 *
 *     path       NAME(.NAME)* (| FILTER)*          meeting.date | short
 *     condition  TEST, or TESTs parted by "and" and "or" ("and" binds closer)
 *     test       [not] PATH [is [not] VALUE | is number | contains VALUE | begins with VALUE
 *                            | < VALUE | > VALUE]
 *     value      a word, a number, "words in quotes", or a path with a dot in it
 *
 * It has no loops, no definitions and nothing that could fail when it is followed.
 */
#ifndef BP_LOAD_EXPRESSION_H
#define BP_LOAD_EXPRESSION_H

#include "load/draft.h"

/* Text of a layout file with its place: `offset` bytes of the node's text come before it. */
struct bp_expression {
    const struct bp_yaml *node;
    const char *text; /* `length` bytes of node->text */
    size_t length;
};

/* Reads a path; false, with a report, when it is none. */
bool bp_path_parse(struct bp_draft *draft, const struct bp_expression *from, struct bp_path *path);

/* Reads the whole of a TEXT node as a condition; NULL, with a report, when it is none. */
struct bp_test *bp_test_read(struct bp_draft *draft, const struct bp_yaml *node);

/* Reads the whole of a TEXT node as a path. */
bool bp_path_read(struct bp_draft *draft, const struct bp_yaml *node, struct bp_path *path);

#endif
