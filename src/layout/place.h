/* SPDX-License-Identifier: MIT */
/* A page under way: strips are placed on it as boxes, links and places. */
#ifndef BP_LAYOUT_PLACE_H
#define BP_LAYOUT_PLACE_H

#include "layout/flow.h"

struct bp_sheet_under_way {
    struct bp_layout *layout;
    int number;                   /* index of the page */
    double width;                 /* of its paper */
    double shift;                 /* that what is placed is moved by to the right */
    GArray *grounds;              /* struct bp_box: what is painted first, all artifacts */
    GArray *boxes;                /* struct bp_box: what is read */
    const struct bp_lanes *lanes; /* that are being placed, or NULL */
    GPtrArray *lane_boxes;        /* GArray of struct bp_box: what is read in each lane */
    const double *rises;          /* of the strip of those lanes that began the page; NULL: none */
    double rise;
    double head; /* where that strip began */
    struct bp_link *first_link;
    struct bp_link *last_link;
};

void bp_place_init(struct bp_sheet_under_way *sheet, struct bp_layout *layout);
void bp_place_finish(struct bp_sheet_under_way *sheet);

/*
 * Places a strip with its top at `y`. What stands in lanes is read lane by lane: it goes on the
 * page with the first strip that is no part of them.
 */
void bp_place_strip(struct bp_sheet_under_way *sheet, const struct bp_strip *strip, double y);

/* The strip, which is placed next, begins the page or a column at `y`: its lanes begin in line. */
void bp_place_head(struct bp_sheet_under_way *sheet, const struct bp_strip *strip, double y);

/* What was placed in lanes goes on the page. */
void bp_place_lanes(struct bp_sheet_under_way *sheet);

/* Places a fragment whose box counts from `y`. */
void bp_place_fragment(struct bp_sheet_under_way *sheet, const struct bp_fragment *fragment,
                       double y);

/* A panel's ground from `top` to `bottom`, with its bar. */
void bp_place_ground(struct bp_sheet_under_way *sheet, const struct bp_ground *ground, double top,
                     double bottom);

/* What was placed becomes `page`; the sheet is empty again and one page further. */
void bp_place_page(struct bp_sheet_under_way *sheet, struct bp_page *page);

#endif
