/* SPDX-License-Identifier: MIT */
/* clang -fsanitize=fuzzer,address,undefined: a picture of any bytes is read or refused with one
 * error or more, never both or neither. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "picture/picture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bp_arena *arena = bp_arena_create();
    struct bp_report *report = bp_report_create();
    struct bp_picture picture = {.path = "picture", .source = {"layout.yaml", 1, 1}};
    picture.file = (struct bp_bytes){bp_arena_string(arena, (const char *)data, size), size};
    if (bp_picture_open(&picture, arena, report) != (bp_report_errors(report) == 0))
        abort();
    bp_report_destroy(report);
    bp_arena_destroy(arena);
    return 0;
}
