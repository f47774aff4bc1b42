/* SPDX-License-Identifier: MIT */
/* A built-in layout, and what it makes of a meeting that a test has put together. */
#ifndef TESTS_UNIT_COMPOSED_H
#define TESTS_UNIT_COMPOSED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compose/compose.h"
#include "load/look.h"
#include "model/derive.h"

/* What the report says, as it is printed. To be freed. */
static inline char *composed_said(const struct bp_report *report)
{
    char *said = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&said, &length);
    bp_report_print(report, out);
    fclose(out);
    return said;
}

/* The layout of that name, for data that are a meeting or a report; never NULL. */
static inline struct bp_look *composed_look(struct bp_arena *arena, const char *name,
                                            const char *prints)
{
    const struct bp_look_wish wish = {.layout.name = name, .prints = prints, .usual = name};
    struct bp_report *report = bp_report_create();
    struct bp_look *look = bp_look_read(&wish, arena, report);
    if (!look) {
        char *said = composed_said(report);
        fprintf(stderr, "%s", said);
        abort();
    }
    bp_report_destroy(report);
    return look;
}

/* The style of that name; NULL: the look has none. */
static inline const struct bp_look_style *composed_style(const struct bp_look *look,
                                                         const char *name)
{
    for (int i = 0; i < look->n_styles; i++)
        if (strcmp(look->styles[i]->style.name, name) == 0)
            return look->styles[i];
    return NULL;
}

/* The minutes of the meeting, which is derived first, and must live as long. */
static inline struct bp_document *composed_minutes(struct bp_meeting *meeting,
                                                   struct bp_arena *arena)
{
    struct bp_root root = {.meeting = meeting};
    struct bp_report *report = bp_report_create();
    bp_meeting_derive(meeting, arena);
    struct bp_document *document =
        bp_compose_document(composed_look(arena, "minutes", "meeting"), &root, arena, report);
    if (!document || bp_report_errors(report) > 0)
        abort();
    bp_report_destroy(report);
    return document;
}

#endif
