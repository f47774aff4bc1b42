/* SPDX-License-Identifier: MIT */
/* clang -fsanitize=fuzzer,address,undefined: a picture of any bytes is read or refused with one
 * error or more, never both or neither; and what is drawn can be taken into a PDF. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "papers/drawing.h"
#include "picture/picture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int new_number(void *user)
{
    int *last = user;
    return ++*last;
}

static void take_object(void *user, int number, const GString *text)
{
    (void)user, (void)number, (void)text;
}

static void take_stream(void *user, int number, const GString *entries, const struct bp_bytes *data)
{
    (void)user, (void)number, (void)entries, (void)data;
}

static bool copy(const struct bp_picture *picture, struct bp_report *report)
{
    int last = 1;
    const struct bp_copy_target target = {&last, new_number, take_object, take_stream};
    struct bp_paper *paper = bp_paper_open(&picture->data, "drawing", NULL, report);
    bool good = paper && bp_drawing_print(paper, 1, &target);
    bp_paper_close(paper);
    return good;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bp_arena *arena = bp_arena_create();
    struct bp_report *report = bp_report_create();
    struct bp_picture picture = {.path = "picture", .source = {"layout.yaml", 1, 1}};
    picture.file = (struct bp_bytes){bp_arena_string(arena, (const char *)data, size), size};
    bool good = bp_picture_open(&picture, arena, report);
    if (good != (bp_report_errors(report) == 0))
        abort();
    if (good && picture.kind == BP_PICTURE_DRAWING && !copy(&picture, report))
        abort();
    bp_report_destroy(report);
    bp_arena_destroy(arena);
    return 0;
}
