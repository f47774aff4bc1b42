/* SPDX-License-Identifier: MIT */
/*
 * What stands on a page, painted: boxes become a content stream of marked content (ISO 32000-1
 * 14.6 and 14.8). Points with y down end here: PDF's y goes up from the page's foot.
 */
#ifndef BP_WRITE_CONTENT_H
#define BP_WRITE_CONTENT_H

#include "write/fragment.h"

struct bp_painter {
    struct bp_fragments *fragments;
    GString *out;
    int height; /* of the page; this and the positions are in hundredths of a point */
    int line_x; /* where the text's line begins */
    int line_y;
    bool in_text;
    const struct bp_face *face; /* what the page's graphics state holds */
    double size;
    bp_colour colour;
};

void bp_painter_init(struct bp_painter *painter, struct bp_fonts *fonts, double height);
void bp_painter_finish(struct bp_painter *painter);

/* Paints a page into `painter->out`, and numbers its kids in the order of painting. Gives how many
 * there are. */
int bp_painter_page(struct bp_painter *painter, const struct bp_page *page);

#endif
