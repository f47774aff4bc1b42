/* SPDX-License-Identifier: MIT */
/* How large pictures of pixels are and may be. */
#ifndef BP_PICTURE_EXTENT_H
#define BP_PICTURE_EXTENT_H

#include <stdbool.h>

#include "model/picture.h"

/* Pixels an inch where a picture does not say. */
#define BP_PICTURE_DENSITY 96

/* Sets columns and rows, and false with a report when they are too many. */
bool bp_picture_pixels(struct bp_picture *picture, double columns, double rows,
                       struct bp_report *report);

/* Sets the natural size from the pixels an inch that the file names; 0, or what can't be meant:
 * BP_PICTURE_DENSITY. */
void bp_picture_size(struct bp_picture *picture, double across, double down);

#endif
