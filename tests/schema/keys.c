/* SPDX-License-Identifier: MIT */
/* Prints the keys that the loader knows: of a meeting file's parts or, after "report", of a report
 * file's; a line each: the part, a tab, the key. */
#include <stdio.h>
#include <string.h>

#include "load/keys.h"

int main(int argc, char **argv)
{
    int report = argc > 1 && strcmp(argv[1], "report") == 0;
    int first = report ? BP_PART_REPORT_FILE : 0;
    int end = report ? BP_N_PARTS : BP_PART_REPORT_FILE;
    for (int part = first; part < end; part++)
        for (const char *const *key = bp_keys_of((enum bp_part)part); *key; key++)
            printf("%s\t%s\n", bp_keys_noun((enum bp_part)part), *key);
    return 0;
}
