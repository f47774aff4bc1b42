/* SPDX-License-Identifier: MIT */
/* Meetings that are one long table or one long list, each row or item with a word of its own. */
#ifndef BP_BENCH_ROWS_H
#define BP_BENCH_ROWS_H

#include <stdbool.h>

enum bp_rows_kind { BP_ROWS_TABLE, BP_ROWS_LIST };

/* The word that, with the row's number after it, each row has once. */
#define BP_ROWS_MARK "entry"

/* Writes a meeting file with `count` rows; false, with a message, when it would be too large. */
bool bp_rows_write(enum bp_rows_kind kind, int count, const char *path);

#endif
