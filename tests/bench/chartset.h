/* SPDX-License-Identifier: MIT */
/* A report of charts of all types, with numbers by chance. */
#ifndef BP_BENCH_CHARTSET_H
#define BP_BENCH_CHARTSET_H

#include <glib.h>

/* A report file with `n_charts` charts, the types in turn; no chart has another one's numbers. To
 * be freed. */
char *bp_chartset_new(int n_charts, size_t *size);

#endif
