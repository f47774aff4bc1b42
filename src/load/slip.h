/* SPDX-License-Identifier: MIT */
/* Slips that are good YAML but not what the writer meant: words that would be lost in silence. */
#ifndef BP_LOAD_SLIP_H
#define BP_LOAD_SLIP_H

#include <stdbool.h>

#include "base/report.h"
#include "load/lines.h"

/* Looks at an unquoted text from `start` to `end` (one past it): a "#4" after it that would be a
 * comment, a list below it that would be run into it. */
void bp_slip_check(struct bp_lines *lines, const struct bp_source *start,
                   const struct bp_source *end, const char *text, struct bp_report *report);

/* Refuses lines that start with "%", which YAML keeps for itself; false when there is one. */
bool bp_slip_check_directives(struct bp_lines *lines, struct bp_report *report);

#endif
