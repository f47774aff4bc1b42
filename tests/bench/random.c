/* SPDX-License-Identifier: MIT */
#include "random.h"

static uint64_t next(struct bp_random *random)
{
    uint64_t z = random->state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

int bp_random_below(struct bp_random *random, int count)
{
    return (int)(next(random) % (uint64_t)count);
}

void bp_random_shuffle(struct bp_random *random, void **array, int count)
{
    for (int i = count - 1; i > 0; i--) {
        int k = bp_random_below(random, i + 1);
        void *held = array[i];
        array[i] = array[k];
        array[k] = held;
    }
}
