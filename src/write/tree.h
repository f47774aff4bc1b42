/* SPDX-License-Identifier: MIT */
/*
 * Number trees and name trees (ISO 32000-1 7.9.6 and 7.9.7), printed as they come: leaves of one
 * size, nodes above them until one root is left. Keys must come in order.
 */
#ifndef BP_WRITE_TREE_H
#define BP_WRITE_TREE_H

#include "write/serialise.h"

struct bp_tree {
    struct bp_serial *serial;
    bool names;    /* keys are strings */
    GString *leaf; /* the pairs of the leaf that is being filled */
    int n_leaf;
    GString *first; /* its first and last key */
    GString *last;
    GArray *nodes;   /* printed ones that have no parent yet */
    GString *limits; /* the texts of their keys */
};

void bp_tree_init(struct bp_tree *tree, struct bp_serial *serial, bool names);
void bp_tree_finish(struct bp_tree *tree);

/* Starts a pair; the caller appends the value's text to what is returned. */
GString *bp_tree_number(struct bp_tree *tree, int key);
GString *bp_tree_name(struct bp_tree *tree, const char *key);

/* Prints what is left, with the root as object `number`. */
void bp_tree_print(struct bp_tree *tree, int number);

#endif
