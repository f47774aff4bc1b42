/* SPDX-License-Identifier: MIT */
/* A chart of rows that is higher than a page goes on on the next: which rows each part shows. */
#ifndef BP_CHART_PART_H
#define BP_CHART_PART_H

#include "chart/pen.h"

struct bp_part {
    int first;
    int end; /* the row after the last; equal to `first` when there is no room for one */
};

/* All rows. */
struct bp_part bp_part_whole(int n);

/* Of a page's height, what the headings above a chart leave to it, or to its first part; all of it
 * where a chart goes on. */
double bp_part_room(const struct bp_pen *pen, double height);

/* The part that begins with the pen's first row, of `n` with these heights in points, where rows
 * have so much room. Parts are about as high as each other. */
struct bp_part bp_part_find(const struct bp_pen *pen, const double *heights, int n, double room);

/* Whether a part is drawn that is not the first one. */
bool bp_part_goes_on(const struct bp_pen *pen);

/* The row that the next part begins with; 0: there is none. */
int bp_part_next(struct bp_part part, int n);

#endif
