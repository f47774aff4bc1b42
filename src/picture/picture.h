/* SPDX-License-Identifier: MIT */
/*
 * Picture: the bytes of a logo or a photograph become what write can place: SVG a drawing, drawn by
 * Cairo into a PDF of one page, as vectors; PNG rows of samples; JPEG stays as it is, without what
 * cameras note beside the picture. What cannot be shown right in every reader, or not in the same
 * bytes on every machine, is refused with what to do about it. Foreign types stay in this folder.
 */
#ifndef BP_PICTURE_PICTURE_H
#define BP_PICTURE_PICTURE_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/picture.h"

/*
 * Looks into `picture->file`, whatever its name says, and fills in what the picture stage adds; all
 * in the arena or in the file's own bytes, which must stay. False, with a report at
 * `picture->source`, when it is no picture of a kind that is known, damaged or too much.
 */
bool bp_picture_open(struct bp_picture *picture, struct bp_arena *arena, struct bp_report *report);

#endif
