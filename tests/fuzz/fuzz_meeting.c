/* SPDX-License-Identifier: MIT */
/* clang -fsanitize=fuzzer,address,undefined: a file of any bytes ends in data or a report of an
 * error, never in both or neither. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "load/load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bp_arena *arena = bp_arena_create();
    struct bp_report *report = bp_report_create();
    struct bp_bytes bytes = {bp_arena_string(arena, (const char *)data, size), size};
    struct bp_data found;
    bool loaded = bp_load_data_bytes(&bytes, "meeting.yaml", ".", &found, arena, report);
    int kinds = (found.meeting != NULL) + (found.narrative != NULL);
    if (loaded != (bp_report_errors(report) == 0) || kinds > 1 ||
        loaded != (kinds == 1 || found.metrics != NULL))
        abort();
    bp_report_destroy(report);
    bp_arena_destroy(arena);
    return 0;
}
