/* SPDX-License-Identifier: MIT */
/* The parts before a JPEG's samples (ISO 10918-1 B.1.1). */
#ifndef BP_PICTURE_SEGMENT_H
#define BP_PICTURE_SEGMENT_H

#include <glib.h>
#include <stdbool.h>

#include "base/file.h"

/* Those whose content matters here. */
enum {
    BP_SEGMENT_SCAN = 0xDA, /* the samples follow */
    BP_SEGMENT_APP0 = 0xE0, /* JFIF's */
    BP_SEGMENT_EXIF = 0xE1,
    BP_SEGMENT_ADOBE = 0xEE,
    BP_SEGMENT_APP15 = 0xEF,
    BP_SEGMENT_COMMENT = 0xFE
};

struct bp_segment {
    int marker;
    size_t start; /* of its marker, in the file */
    struct bp_bytes content;
};

/* The segment after `segment`, or the first when its marker is 0. False at the file's end. */
bool bp_segment_next(const struct bp_bytes *file, struct bp_segment *segment);

/* How Exif says the picture must be turned to stand upright: 1 to 8, as its tag 0x0112 has it; 1
 * when the segment does not say. */
int bp_segment_orientation(const struct bp_segment *segment);

#endif
