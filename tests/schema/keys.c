/* SPDX-License-Identifier: MIT */
/* Prints the keys that the loader knows: of the parts of a meeting file or, after "report" or
 * "metrics", of such a file; a line each: the part, a tab, the key. */
#include <stdio.h>
#include <string.h>

#include "load/keys.h"

int main(int argc, char **argv)
{
    int report = argc > 1 && strcmp(argv[1], "report") == 0;
    int metrics = argc > 1 && strcmp(argv[1], "metrics") == 0;
    int first = metrics ? BP_PART_METRICS_FILE : report ? BP_PART_REPORT_FILE : 0;
    int end = metrics ? BP_N_PARTS : report ? BP_PART_METRICS_FILE : BP_PART_REPORT_FILE;
    for (int part = first; part < end; part++)
        for (const char *const *key = bp_keys_of((enum bp_part)part); *key; key++)
            printf("%s\t%s\n", bp_keys_noun((enum bp_part)part), *key);
    return 0;
}
