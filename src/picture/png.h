/* SPDX-License-Identifier: MIT */
/* PNG, read by libpng. */
#ifndef BP_PICTURE_PNG_H
#define BP_PICTURE_PNG_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/picture.h"

/* bp_picture_open() for a PNG: PIXELS of 8 bits in sRGB, their transparency apart. */
bool bp_png_open(struct bp_picture *picture, struct bp_arena *arena, struct bp_report *report);

#endif
