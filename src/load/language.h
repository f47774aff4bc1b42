/* SPDX-License-Identifier: MIT */
/* The language that a file is written in. */
#ifndef BP_LOAD_LANGUAGE_H
#define BP_LOAD_LANGUAGE_H

#include "load/reader.h"

/* The value of "language" as a tag of BCP 47; "en-GB" when it is left out. */
const char *bp_language_read(struct bp_reader *reader, const struct bp_yaml *map);

#endif
