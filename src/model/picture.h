/* SPDX-License-Identifier: MIT */
/*
 * A picture that a layout names: a logo, a crest. Load reads the file's bytes, the picture stage
 * (picture/picture.h) looks into them and fills in the rest. Lives in the run's arena.
 */
#ifndef BP_MODEL_PICTURE_H
#define BP_MODEL_PICTURE_H

#include "base/file.h"
#include "base/report.h"

enum bp_picture_kind {
    BP_PICTURE_DRAWING, /* `data` is a PDF of one page, drawn by Cairo */
    BP_PICTURE_JPEG,    /* `data` is a JPEG file, 8 bits, grey or RGB */
    BP_PICTURE_PIXELS,  /* `data` is rows of grey or RGB samples, 8 bits, top row first */
};

struct bp_picture {
    const char *path;        /* as the layout writes it */
    struct bp_source source; /* where it does */
    struct bp_bytes file;
    /* what the picture stage adds */
    enum bp_picture_kind kind;
    double width; /* natural size, points, as the picture stands upright */
    double height;
    struct bp_bytes data;
    int columns; /* JPEG, PIXELS */
    int rows;
    int channels;          /* 1: grey; 3: RGB */
    int orientation;       /* JPEG: how its first row and column stand, as Exif counts: 1 to 8 */
    struct bp_bytes alpha; /* PIXELS: one sample a pixel; empty: opaque */
};

#endif
