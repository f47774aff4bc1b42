/* SPDX-License-Identifier: MIT */
/* What only blocks of one kind have: the keys of a table, of a picture, of a figure. */
#ifndef BP_LOAD_TEMPLATEOWN_H
#define BP_LOAD_TEMPLATEOWN_H

#include "load/draft.h"

/* Reads the keys of the block's own kind. Its common keys and its children have been read. */
void bp_template_own_read(struct bp_draft *draft, const struct bp_yaml *node,
                          struct bp_template *template);

/* The value of `key` as a name that the layout chooses itself; NULL, with a report, when it is
 * none; NULL when it is left out, as of the next. */
const char *bp_template_name_read(struct bp_draft *draft, const struct bp_yaml *node,
                                  const char *key);

const struct bp_pattern *bp_template_pattern_read(struct bp_draft *draft,
                                                  const struct bp_yaml *node, const char *key);

/* Points; 0 when it is left out. A line is not yet known here. */
double bp_template_length_read(struct bp_draft *draft, const struct bp_yaml *node, const char *key);

#endif
