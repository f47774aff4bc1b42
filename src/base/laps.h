/* SPDX-License-Identifier: MIT */
/* What a call spent its time on, stage by stage. */
#ifndef BP_BASE_LAPS_H
#define BP_BASE_LAPS_H

#include <glib.h>
#include <stdio.h>

enum { BP_LAPS_MOST = 8 };

struct bp_lap {
    const char *name;
    gint64 microseconds;
};

struct bp_laps {
    gint64 start; /* of the lap under way */
    struct bp_lap laps[BP_LAPS_MOST];
    int n;
};

struct bp_laps bp_laps_start(void);

/* Ends the lap that began at the last call; at most BP_LAPS_MOST. */
void bp_laps_add(struct bp_laps *laps, const char *name);

/* A line a lap, their sum, and the memory that the process has used. */
void bp_laps_print(const struct bp_laps *laps, FILE *out);

#endif
