/* SPDX-License-Identifier: MIT */
/*
 * Bands: how a page of several columns of text is filled. A band is a stretch of the flow that goes
 * down the page either in columns, which fill one after the other, or across all of them. Text that
 * ends within the page (a block goes across it, a page break follows, it is the document's end)
 * stands in columns as equal in height as its strips allow; text that goes on fills them.
 */
#ifndef BP_LAYOUT_BAND_H
#define BP_LAYOUT_BAND_H

#include "layout/note.h"

struct bp_band {
    int first;                 /* strip */
    int n;                     /* columns */
    int ends[BP_MOST_COLUMNS]; /* of each, the strip after its last */
};

struct bp_bands {
    const struct bp_flow *flow;
    const struct bp_notes *notes;
    int columns;
    double top; /* of the text area */
    double bottom;
    int limit;     /* strip that does not go on the page */
    GArray *bands; /* struct bp_band, from the top */
};

/*
 * Fills the bands of the page that begins with strip `first`; returns the strip after its last. The
 * cost is that of the page, however much text follows.
 */
int bp_bands_fill(struct bp_bands *bands, int first);

#endif
