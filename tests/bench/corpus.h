/* SPDX-License-Identifier: MIT */
/*
 * The corpus: a meeting of any length with the structure of the seed. Its paragraphs are the seed's
 * sentences in a shuffled order, every twelfth word one of 20,000 made-up ones; each item but the
 * last ends with an action. No paragraph or title occurs twice. The same numbers give the same
 * corpus everywhere.
 */
#ifndef BP_BENCH_CORPUS_H
#define BP_BENCH_CORPUS_H

#include <stdbool.h>

#include "seed.h"

/* A file that boardpack reads holds at most so much. */
#define BP_CORPUS_LIMIT (4 * 1024 * 1024)

struct bp_corpus_line {
    enum bp_line_kind kind;
    int level;         /* BULLET: from 1 */
    char *text;        /* of a title, a bullet or an action */
    const char *owner; /* ACTION */
    const char *due;   /* ACTION: an ISO date */
};

struct bp_corpus {
    GArray *lines; /* struct bp_corpus_line */
    int words;
};

/* A corpus as long as `n_lines` lines of the seed, which is repeated as often as it takes. */
void bp_corpus_init(struct bp_corpus *corpus, const struct bp_seed *seed, int n_lines);
void bp_corpus_finish(struct bp_corpus *corpus);

/* Writes the meeting file; false, with a message, when it would be too large or can't be written.
 */
bool bp_corpus_write(const struct bp_corpus *corpus, const struct bp_seed *seed, const char *path);

#endif
