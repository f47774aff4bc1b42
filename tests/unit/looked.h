/* SPDX-License-Identifier: MIT */
/* Layouts given as strings, in a folder of their own, and what they make of a meeting. */
#ifndef TESTS_UNIT_LOOKED_H
#define TESTS_UNIT_LOOKED_H

#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "composed.h"
#include "loaded.h"
#include "tree.h"

struct looked {
    struct bp_arena *arena;
    struct bp_report *report;
    struct bp_look *look;
    char *said; /* the report as it is printed */
};

/* The group's setup: a folder to write layouts in, which becomes the current one. */
static inline int looked_enter(void **state)
{
    static char folder[] = "/tmp/bp-look-XXXXXX";
    *state = mkdtemp(folder);
    return *state && chdir(*state) == 0 ? 0 : -1;
}

static inline int looked_leave(void **state)
{
    char *command = g_strdup_printf("rm -r %s", (const char *)*state);
    int status = chdir("/") == 0 ? system(command) : -1;
    g_free(command);
    return status;
}

static inline void looked_write(const char *name, const char *text)
{
    if (!g_file_set_contents(name, text, -1, NULL))
        abort();
}

/* The look that is wished, with what is said of it. */
static inline struct looked looked_wish(const struct bp_look_wish *wish)
{
    struct looked looked = {.arena = bp_arena_create(), .report = bp_report_create()};
    looked.look = bp_look_read(wish, looked.arena, looked.report);
    looked.said = composed_said(looked.report);
    return looked;
}

/* The layout in `text`. */
static inline struct looked looked_at(const char *text)
{
    const struct bp_look_wish wish = {
        .layout.name = "layout.yaml", .prints = "meeting", .usual = "minutes"};
    looked_write("layout.yaml", text);
    return looked_wish(&wish);
}

static inline void looked_finish(struct looked *looked)
{
    free(looked->said);
    bp_report_destroy(looked->report);
    bp_arena_destroy(looked->arena);
}

/* What the look makes of a meeting with `rest` below its heading, as a tree; what is said where it
 * makes nothing. In the look's arena. */
static inline const char *looked_print(struct looked *looked, const char *rest)
{
    struct loaded loaded = loaded_meeting(rest);
    struct bp_root root = {.meeting = loaded.meeting};
    const char *text = looked->said;
    if (!root.meeting)
        text = bp_arena_string(looked->arena, loaded.said, strlen(loaded.said));
    struct bp_document *document =
        looked->look && root.meeting
            ? bp_compose_document(looked->look, &root, looked->arena, looked->report)
            : NULL;
    if (document)
        text = tree_children(looked->arena, document->root);
    loaded_finish(&loaded);
    return text;
}

/* A layout that prints nothing but this body, whose blocks are indented by two spaces. */
static inline struct looked looked_body(const char *more, const char *body)
{
    char *text =
        g_strdup_printf("layout:\n  extends: base\n  prints: meeting\n%sbody:\n%s\n", more, body);
    struct looked looked = looked_at(text);
    g_free(text);
    return looked;
}

#endif
