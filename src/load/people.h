/* SPDX-License-Identifier: MIT */
/* The people of a meeting: who attended, who apologised, who was absent. */
#ifndef BP_LOAD_PEOPLE_H
#define BP_LOAD_PEOPLE_H

#include "load/reader.h"

/* Reads the list under `key`; people outside a group are gathered in groups without an
 * organisation. */
struct bp_people bp_people_read(struct bp_reader *reader, const struct bp_yaml *file,
                                const char *key);

/* Warns of a name that is both among the attendees and among those who were not there. */
void bp_people_compare(struct bp_reader *reader, const struct bp_people *present,
                       const struct bp_people *missing, const char *where);

/* Warns of a chair whose surname none of the attendees has, if there are any. */
void bp_people_check_chair(struct bp_reader *reader);

#endif
