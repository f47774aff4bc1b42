/* SPDX-License-Identifier: MIT */
/* clang -fsanitize=fuzzer,address,undefined: a CSV file of any bytes, read in each way that a
 * series can ask for, ends in data or a report of an error, never in both or neither. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib.h>

#include "load/load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

#define SERIES "metrics:\n  - id: a\n    title: A\n    csv:\n      file: x.csv\n      "

static const char *const files[] = {
    SERIES "header-row: 0\n      period: column A\n      value: column C\n"
           "    unit: count\n    period: month\n",
    SERIES "period: Month\n      value: Offences\n      filter:\n        Area: Kent\n"
           "    unit: money\n    symbol: £\n    period: month\n",
    SERIES "header-row: 0\n      period: column A\n      numerator: column B\n"
           "      denominator: column C\n      excel-serials: yes\n"
           "    unit: percent\n    period: financial-quarter\n",
    SERIES "direction: across\n      value: Burglary\n      header-row: 3\n"
           "      decimal-comma: yes\n    unit: money\n    symbol: £\n    period: month\n",
    SERIES "header-row: 0\n      period: column A\n      value: column B\n      period-format: "
           "month-first\n    unit: count\n    period: week\n",
};

/* libFuzzer's own paths may be relative: the file lies in a folder of its own, the root. */
static char *folder;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    folder = g_dir_make_tmp(NULL, NULL);
    return folder ? 0 : 1;
}

static void read_as(const char *text)
{
    struct bp_arena *arena = bp_arena_create();
    struct bp_report *report = bp_report_create();
    struct bp_bytes bytes = {text, strlen(text)};
    const char *path = bp_arena_printf(arena, "%s/metrics.yaml", folder);
    struct bp_data found;
    bool loaded = bp_load_data_bytes(&bytes, path, folder, &found, arena, report);
    if (loaded != (bp_report_errors(report) == 0) || loaded != (found.metrics != NULL))
        abort();
    bp_report_destroy(report);
    bp_arena_destroy(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *path = g_build_filename(folder, "x.csv", NULL);
    FILE *file = fopen(path, "wb");
    g_free(path);
    if (!file || fwrite(data, 1, size, file) != size || fclose(file) != 0)
        abort();
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        read_as(files[i]);
    return 0;
}
