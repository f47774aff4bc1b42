/* SPDX-License-Identifier: MIT */
/*
 * The structure tree (ISO 32000-1 14.7). Tags are printed from the arena straight into object
 * streams: a large table has more of them than any object library bears.
 */
#ifndef BP_WRITE_TAGS_H
#define BP_WRITE_TAGS_H

#include "write/pdf.h"

/* Adds the structure tree's root, still to be printed, to the catalog. Gives its object. */
void *bp_tags_root(struct bp_pdf *pdf);

/* Who owns the marks of the pages: page i's are owners[starts[i]] to owners[starts[i + 1] - 1], by
 * their identifiers. */
struct bp_marks {
    const int *starts;
    struct bp_kid *const *owners;
};

/*
 * Prints the tree, once all pages are painted and libharu's objects numbered. Links have their
 * `object`, and the parent tree's key `n_pages` plus their number in the order of pages. Tags with
 * an attachment have its `file`.
 */
void bp_tags_print(struct bp_pdf *pdf, const struct bp_pages *pages, const struct bp_marks *marks,
                   void *root);

#endif
