/* SPDX-License-Identifier: MIT */
/* The whole of a meeting file. */
#ifndef BP_LOAD_MEETING_H
#define BP_LOAD_MEETING_H

#include "load/reader.h"

/* Reads the file into reader->meeting; `front` is what stands below its "meeting:", or NULL when
 * that is missing and has been reported. */
void bp_meeting_read(struct bp_reader *reader, const struct bp_yaml *file,
                     const struct bp_yaml *front);

#endif
