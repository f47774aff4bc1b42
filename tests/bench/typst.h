/* SPDX-License-Identifier: MIT */
/* The same text set by Typst (typst.app), as tagged and archivable as boardpack's. */
#ifndef BP_BENCH_TYPST_H
#define BP_BENCH_TYPST_H

#include <stdbool.h>

#include "corpus.h"

struct bp_typst_cost {
    char version[32];
    double seconds; /* the best of the runs, without the start of Python */
    double megabytes;
    int pages;
};

/*
 * Sets the corpus in `folder` with Python's typst module, of the system or of the venv that is made
 * there, with pip, when the environment says BENCH_TYPST=1. False when there is no Typst, silently,
 * or when it fails, with a message.
 */
bool bp_typst_measure(const struct bp_corpus *corpus, const char *folder, int runs,
                      struct bp_typst_cost *cost);

#endif
