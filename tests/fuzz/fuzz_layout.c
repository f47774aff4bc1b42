/* SPDX-License-Identifier: MIT */
/* clang -fsanitize=fuzzer,address,undefined: a layout of any bytes ends in a look or a report of an
 * error, never in both or neither; and what the look makes of a meeting is a document, or an error.
 */
#include <glib.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "compose/compose.h"
#include "load/load.h"
#include "load/look.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char minutes[] =
    "meeting:\n  title: Board\n  date: 2022-03-16\n  start: 10:00\n  next: 2022-06-08\n"
    "  status: draft\n"
    "attendees:\n  - organisation: Police\n    people:\n      - name: Ann Lee\n        role: "
    "Chair\n"
    "items:\n  - title: Finance\n    minutes: Some *words*.\n    items:\n      - title: Below\n"
    "    actions:\n      - owner: Force\n        action: Write\n        due: 2022-06-08\n"
    "  - title: Other\n    motions:\n      - motion: Build\n        votes:\n          for: 3\n";

static void compose(const struct bp_look *look, struct bp_arena *arena, struct bp_report *report)
{
    const struct bp_bytes bytes = {minutes, sizeof minutes - 1};
    struct bp_data found;
    if (!bp_load_data_bytes(&bytes, "meeting.yaml", ".", &found, arena, report))
        abort();
    struct bp_root root = {.meeting = found.meeting};
    struct bp_document *document = bp_compose_document(look, &root, arena, report);
    if ((document != NULL) != (bp_report_errors(report) == 0))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char *path;
    if (!path)
        path = g_strdup_printf("/tmp/fuzz-layout-%d.yaml", (int)getpid());
    if (!g_file_set_contents(path, (const char *)data, (gssize)size, NULL))
        abort();
    struct bp_arena *arena = bp_arena_create();
    struct bp_report *report = bp_report_create();
    const struct bp_look_wish wish = {.layout.name = path, .prints = "meeting", .usual = "minutes"};
    struct bp_look *look = bp_look_read(&wish, arena, report);
    if ((look != NULL) != (bp_report_errors(report) == 0))
        abort();
    if (look)
        compose(look, arena, report);
    bp_report_destroy(report);
    bp_arena_destroy(arena);
    return 0;
}
