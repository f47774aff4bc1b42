/* SPDX-License-Identifier: MIT */
/* A meeting or report file given as a string, loaded, with what is said of it. */
#ifndef TESTS_UNIT_LOADED_H
#define TESTS_UNIT_LOADED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load/load.h"

struct loaded {
    struct bp_arena *arena;
    struct bp_report *report;
    struct bp_data data;
    struct bp_meeting *meeting; /* data.meeting */
    char *said;                 /* the report as it is printed */
};

static inline struct loaded loaded_bytes(const char *data, size_t size)
{
    struct loaded loaded = {.arena = bp_arena_create(), .report = bp_report_create()};
    struct bp_bytes bytes = {data, size};
    size_t length = 0;
    bp_load_data_bytes(&bytes, "meeting.yaml", ".", &loaded.data, loaded.arena, loaded.report);
    loaded.meeting = loaded.data.meeting;
    FILE *out = open_memstream(&loaded.said, &length);
    bp_report_print(loaded.report, out);
    fclose(out);
    return loaded;
}

/* The heading that every meeting needs, and `rest` below it from line 4 on. */
static inline struct loaded loaded_meeting(const char *rest)
{
    static const char heading[] = "meeting:\n  title: Board\n  date: 2022-03-16\n";
    size_t size = strlen(heading) + strlen(rest);
    char *text = malloc(size + 1);
    struct loaded loaded;
    snprintf(text, size + 1, "%s%s", heading, rest);
    loaded = loaded_bytes(text, size);
    free(text);
    return loaded;
}

static inline void loaded_finish(struct loaded *loaded)
{
    free(loaded->said);
    bp_report_destroy(loaded->report);
    bp_arena_destroy(loaded->arena);
}

#endif
