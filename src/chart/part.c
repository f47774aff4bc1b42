/* SPDX-License-Identifier: MIT */
#include "chart/part.h"

#include <glib.h>
#include <math.h>

/* Of a page, below headings. */
#define UNDER_HEADINGS 0.85

struct bp_part bp_part_whole(int n)
{
    return (struct bp_part){0, n};
}

double bp_part_room(const struct bp_pen *pen, double height)
{
    return bp_part_goes_on(pen) ? height : height * UNDER_HEADINGS;
}

struct bp_part bp_part_find(const struct bp_pen *pen, const double *heights, int n, double room)
{
    struct bp_part part = {pen->first_row, pen->first_row};
    double left = 0, height = 0;
    for (int i = part.first; i < n; i++)
        left += heights[i];
    double wanted = left / ceil(left / MAX(room, 1));
    while (part.end < n && height + heights[part.end] <= room && height < wanted)
        height += heights[part.end++];
    return part;
}

bool bp_part_goes_on(const struct bp_pen *pen)
{
    return pen->first_row > 0;
}

int bp_part_next(struct bp_part part, int n)
{
    return part.end < n ? part.end : 0;
}
