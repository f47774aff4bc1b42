/* SPDX-License-Identifier: MIT */
/* What breaking the same text takes PangoLayout alone: no blocks, no pages, no file. */
#ifndef BP_BENCH_PANGO_H
#define BP_BENCH_PANGO_H

#include "corpus.h"

struct bp_pango_cost {
    double seconds; /* the best of the runs */
    int lines;
};

/*
 * Breaks every title, bullet and action of the corpus into lines, at the size and width that
 * boardpack gives them, with one layout that is given one text after the other. Font map, context
 * and fonts exist before the clock starts. Texts that boardpack sets twice, as an action and in the
 * overview, count once.
 */
struct bp_pango_cost bp_pango_measure(const struct bp_corpus *corpus, int runs);

#endif
