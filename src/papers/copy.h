/* SPDX-License-Identifier: MIT */
/*
 * Copying objects from a paper: each is walked in qpdf and printed in PDF syntax, references with
 * new numbers. What is referred to is printed after it, in the order in which it was met, once;
 * streams as they are, with their filters. So the text depends on the paper alone.
 */
#ifndef BP_PAPERS_COPY_H
#define BP_PAPERS_COPY_H

#include <glib.h>

#include "base/file.h"
#include "papers/paper.h"

/* Whoever prints the file into which the objects go. */
struct bp_copy_target {
    void *user;
    int (*number)(void *user); /* a new object number */
    void (*object)(void *user, int number, const GString *text);
    /* `entries`: its dictionary's, without brackets and /Length; data as the paper holds it */
    void (*stream)(void *user, int number, const GString *entries, const struct bp_bytes *data);
};

struct bp_copier;

struct bp_copier *bp_copier_create(struct bp_paper *paper, const struct bp_copy_target *target);
void bp_copier_destroy(struct bp_copier *copier);

/* For this folder: a qpdf_oh printed, references by their new numbers. */
void bp_copy_value(struct bp_copier *copier, unsigned handle, GString *out);

/* For this folder: a stream's data printed as object `number`, its own entries after `entries`. */
void bp_copy_stream(struct bp_copier *copier, unsigned handle, int number, const char *entries);

/* Prints all that was referred to and is not printed yet. Faults of the paper are latched for
 * bp_paper_check(). */
void bp_copy_rest(struct bp_copier *copier);

#endif
