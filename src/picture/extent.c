/* SPDX-License-Identifier: MIT */
#include "picture/extent.h"

#include "picture/fault.h"

#define MOST_SIDE   30000
#define MOST_PIXELS 100e6

/* Pixels an inch between which a file is believed. */
#define LEAST_DENSITY 20
#define MOST_DENSITY  5000

bool bp_picture_pixels(struct bp_picture *picture, double columns, double rows,
                       struct bp_report *report)
{
    if (columns > MOST_SIDE || rows > MOST_SIDE || columns * rows > MOST_PIXELS)
        return bp_picture_fault(picture, report, "picture-large",
                                "has %.0f by %.0f pixels, more than can be read; save it smaller: "
                                "2500 pixels fill a page's width",
                                columns, rows);
    picture->columns = (int)columns;
    picture->rows = (int)rows;
    return true;
}

static bool is_likely(double density)
{
    return density >= LEAST_DENSITY && density <= MOST_DENSITY;
}

void bp_picture_size(struct bp_picture *picture, double across, double down)
{
    if (!is_likely(across) || !is_likely(down))
        across = down = BP_PICTURE_DENSITY;
    picture->width = picture->columns * 72 / across;
    picture->height = picture->rows * 72 / down;
}
