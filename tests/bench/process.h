/* SPDX-License-Identifier: MIT */
/* Other programs, run and measured from outside: start, dynamic linking and end included. */
#ifndef BP_BENCH_PROCESS_H
#define BP_BENCH_PROCESS_H

#include <stdbool.h>

struct bp_process_cost {
    double seconds;   /* from start to end, by the clock on the wall */
    double processor; /* seconds that processors worked on it */
    double megabytes; /* most memory that was resident */
};

/*
 * Runs `argv` (ends with NULL; argv[0] is looked up in PATH) with both its outputs in the file
 * `log`. False when it can't be started or its exit status is not 0. `cost` may be NULL.
 *
 * Linux counts the memory of the process that starts another as the other's until it has begun:
 * figures below this program's own size mean nothing, so what makes it large comes last.
 */
bool bp_process_run(const char *const *argv, const char *log, struct bp_process_cost *cost);

/* The same; says on standard error what failed, with the log. */
bool bp_process_must(const char *const *argv, const char *log, struct bp_process_cost *cost);

#endif
