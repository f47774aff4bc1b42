/* SPDX-License-Identifier: MIT */
/* SVG, drawn by librsvg and Cairo, both of which are loaded only now. */
#ifndef BP_PICTURE_SVG_H
#define BP_PICTURE_SVG_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/picture.h"

/* Whether the file looks like SVG: XML, told by its first characters. */
bool bp_svg_is(const struct bp_bytes *file);

/*
 * bp_picture_open() for SVG. Survey looks through it first (picture/survey.h); librsvg is given no
 * address to start from, so that it opens no file. `data` is Cairo's PDF, whose longer side is 1000
 * points whatever the natural size: Cairo rounds to 1/256. What Cairo could draw only as pixels, or
 * with a font, is found there and refused.
 */
bool bp_svg_open(struct bp_picture *picture, struct bp_arena *arena, struct bp_report *report);

#endif
