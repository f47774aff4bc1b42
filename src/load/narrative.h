/* SPDX-License-Identifier: MIT */
/* The whole of a report file. */
#ifndef BP_LOAD_NARRATIVE_H
#define BP_LOAD_NARRATIVE_H

#include "load/reader.h"
#include "model/narrative.h"

/* Reads the file; `front` is what stands below its "report:", or NULL when that is missing and has
 * been reported. */
struct bp_narrative *bp_narrative_read(struct bp_reader *reader, const struct bp_yaml *file,
                                       const struct bp_yaml *front);

#endif
