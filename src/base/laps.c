/* SPDX-License-Identifier: MIT */
#include "base/laps.h"

#include <assert.h>
#include <sys/resource.h>

struct bp_laps bp_laps_start(void)
{
    return (struct bp_laps){.start = g_get_monotonic_time()};
}

void bp_laps_add(struct bp_laps *laps, const char *name)
{
    gint64 now = g_get_monotonic_time();

    assert(laps->n < BP_LAPS_MOST);
    laps->laps[laps->n++] = (struct bp_lap){name, now - laps->start};
    laps->start = now;
}

static void print_lap(FILE *out, struct bp_lap lap, gint64 total)
{
    /* whole numbers: a locale would change the point of the others */
    fprintf(out, "%-8s %6d.%d ms %4d %%\n", lap.name, (int)(lap.microseconds / 1000),
            (int)(lap.microseconds / 100 % 10), (int)((lap.microseconds * 200 / total + 1) / 2));
}

void bp_laps_print(const struct bp_laps *laps, FILE *out)
{
    struct rusage usage;
    struct bp_lap total = {"total", 0};

    for (int i = 0; i < laps->n; i++)
        total.microseconds += laps->laps[i].microseconds;
    total.microseconds = MAX(total.microseconds, 1);
    for (int i = 0; i < laps->n; i++)
        print_lap(out, laps->laps[i], total.microseconds);
    print_lap(out, total, total.microseconds);
    if (getrusage(RUSAGE_SELF, &usage) == 0)
        fprintf(out, "%-8s %6ld.%ld MiB at most\n", "memory", usage.ru_maxrss / 1024,
                usage.ru_maxrss % 1024 * 10 / 1024);
}
