/* SPDX-License-Identifier: MIT */
/* Made-up words that can be pronounced, all different. */
#ifndef BP_BENCH_WORDS_H
#define BP_BENCH_WORDS_H

#include <glib.h>

#include "random.h"

/* `count` words (char *), to be freed by the caller. */
GPtrArray *bp_words_new(struct bp_random *random, int count);

#endif
