/* SPDX-License-Identifier: MIT */
/* Lines whose dash, key or bar is mistyped, so that YAML takes them for text and stumbles later. */
#ifndef BP_LOAD_MISKEY_H
#define BP_LOAD_MISKEY_H

#include <stdbool.h>

#include "base/report.h"
#include "load/row.h"

/* Reports a row that begins with "-key:" or with another sign than "-" before a key. */
bool bp_miskey_dash(struct bp_lines *lines, const struct bp_row *row, struct bp_report *report);

/* Reports a line whose words before its colon are more than a key can have. */
bool bp_miskey_long(struct bp_lines *lines, int line, struct bp_report *report);

/* Reports a row that is one of our keys without its colon: "title Board". */
bool bp_miskey_colon(struct bp_lines *lines, const struct bp_row *row, struct bp_report *report);

/* Reports the key above the row whose text goes on below it and lacks its "|". */
bool bp_miskey_bar(struct bp_lines *lines, const struct bp_row *row, struct bp_report *report);

/* Reports the key at the start of a line above the row, like which the row is not indented, when
 * it is the meeting's and not the file's. */
bool bp_miskey_level(struct bp_lines *lines, const struct bp_row *row, struct bp_report *report);

/* The length of a dash or bullet other than "- " that the text begins with, and of the blanks after
 * it; 0 when there is none. */
int bp_miskey_find_dash(const char *text);

#endif
