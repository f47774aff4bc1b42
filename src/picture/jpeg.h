/* SPDX-License-Identifier: MIT */
/* JPEG, looked into by libjpeg. */
#ifndef BP_PICTURE_JPEG_H
#define BP_PICTURE_JPEG_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/picture.h"

/*
 * bp_picture_open() for a JPEG. `data` is the file without what is for no reader of the document:
 * notes of cameras and programs (place, owner, small pictures), colour profiles, and what follows
 * the picture's end. The whole is decoded once, to find out whether it is damaged.
 */
bool bp_jpeg_open(struct bp_picture *picture, struct bp_arena *arena, struct bp_report *report);

#endif
