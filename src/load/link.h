/* SPDX-License-Identifier: MIT */
/* Where links and pictures may lead. */
#ifndef BP_LOAD_LINK_H
#define BP_LOAD_LINK_H

#include "load/reader.h"

/* Checks a link in Markdown: an address on the web or of mail, a file, or "#7", an item. */
bool bp_link_check(struct bp_reader *reader, const struct bp_source *at, const char *target);

/* Checks a path that the file names, which must lie below the root. */
bool bp_link_check_file(struct bp_reader *reader, const struct bp_source *at, const char *path);

/* Where a path leads that the file names, as messages call it. In the arena. */
const char *bp_link_path(struct bp_reader *reader, const char *path);

/* Warns of a checked path that leads to no file, if its folder is there: one that is not may be
 * published elsewhere. */
void bp_link_find_file(struct bp_reader *reader, const struct bp_source *at, const char *path);

/* Checks an address that must be one on the web. */
bool bp_link_check_web(struct bp_reader *reader, const struct bp_source *at, const char *target);

#endif
