/* SPDX-License-Identifier: MIT */
/* Chance that is the same on every machine: splitmix64 (Steele, Lea and Flood 2014). */
#ifndef BP_BENCH_RANDOM_H
#define BP_BENCH_RANDOM_H

#include <stdint.h>

struct bp_random {
    uint64_t state;
};

/* A number from 0 to `count` - 1. */
int bp_random_below(struct bp_random *random, int count);

/* Puts the `count` pointers of `array` in a random order (Fisher and Yates). */
void bp_random_shuffle(struct bp_random *random, void **array, int count);

#endif
