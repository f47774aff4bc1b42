/* SPDX-License-Identifier: MIT */
/*
 * The seed: the words and the structure of tests/meetings/kent-2022.yaml. It is read as lines, not
 * as YAML: titles, and bullets two spaces deeper a level, are all that its items hold.
 */
#ifndef BP_BENCH_SEED_H
#define BP_BENCH_SEED_H

#include <glib.h>

enum bp_line_kind { BP_LINE_ITEM, BP_LINE_SECTION, BP_LINE_BULLET, BP_LINE_ACTION };

/* A title or a bullet. */
struct bp_seed_line {
    enum bp_line_kind kind;
    int level;       /* BULLET: from 1 */
    int n_sentences; /* BULLET */
    char *title;     /* ITEM, SECTION */
};

struct bp_seed {
    char *head;           /* the file's text above `items:`, without its comment */
    GArray *lines;        /* struct bp_seed_line */
    GPtrArray *sentences; /* char *, of all bullets */
};

/* Exits when the file can't be read or holds no items. */
void bp_seed_init(struct bp_seed *seed, const char *path);
void bp_seed_finish(struct bp_seed *seed);

#endif
