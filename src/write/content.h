/* SPDX-License-Identifier: MIT */
/*
 * What stands on a page, painted: boxes become a content stream of marked content (ISO 32000-1
 * 14.6 and 14.8). Points with y down end here: PDF's y goes up from the page's foot.
 */
#ifndef BP_WRITE_CONTENT_H
#define BP_WRITE_CONTENT_H

#include "write/figure.h"
#include "write/fragment.h"

struct bp_painter {
    struct bp_fragments *fragments;
    const struct bp_figures *figures;
    GString *out;
    int height; /* of the page; this and the positions are in hundredths of a point */
    int sheet;  /* the height of the pages that have none of their own */
    int line_x; /* where the text's line begins */
    int line_y;
    bool in_text;
    const struct bp_box *run; /* the first of the boxes that share a mark */
    bool marked;              /* the mark is open */
    GPtrArray *owners;        /* struct bp_kid * of every mark of all pages, by their identifiers */
    int first_owner;          /* of the page */
    bool in_string;
    GArray *order;              /* int: the line's shapes in the order of reading */
    GArray *starts;             /* double: where each begins, in thousandths of the size */
    const struct bp_face *face; /* what the page's graphics state holds */
    double size;
    bp_colour colour;
};

void bp_painter_init(struct bp_painter *painter, struct bp_fonts *fonts,
                     const struct bp_figures *figures, double height);
void bp_painter_finish(struct bp_painter *painter);

/*
 * Paints a page into `painter->out`, and numbers its marks in the order of painting. A kid whose
 * glyphs need ActualText, or that mixes text and drawing, takes several identifiers in a row; its
 * `mcid` is the first. `painter->owners` grows by the page's.
 */
void bp_painter_page(struct bp_painter *painter, const struct bp_page *page);

#endif
