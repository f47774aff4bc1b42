/* SPDX-License-Identifier: MIT */
/*
 * Pages of placed boxes: what layout gives and write paints. Points, origin at the page's top left,
 * y down, rounded to 1/100 pt where layout ends. Boxes are in the order of painting, which is the
 * order of reading; artifacts stand where they must be painted.
 */
#ifndef BP_LAYOUT_PAGE_H
#define BP_LAYOUT_PAGE_H

#include <stdbool.h>

#include "compose/document.h"
#include "layout/tag.h"
#include "text/text.h"

/* Why a box is no content (ISO 32000-1 14.8.2.2): it gets an Artifact mark. */
enum bp_artifact {
    BP_ARTIFACT_LAYOUT,
    BP_ARTIFACT_HEADER,
    BP_ARTIFACT_FOOTER,
    BP_ARTIFACT_WATERMARK
};

enum bp_box_kind { BP_BOX_TEXT, BP_BOX_RECTANGLE, BP_BOX_FIGURE };

/*
 * A stretch of one line: shapes of one size, colour and tag, in visual order from left to right.
 * The pen starts at (x, baseline y) and moves by each shape's width; after a shape with `space` it
 * moves `stretch` further.
 */
struct bp_line_box {
    const struct bp_shape *const *shapes;
    int n_shapes;
    double size;
    double stretch;
    bp_colour colour;
    const char *actual; /* replacement text, where what is drawn is not what is meant; or NULL */
};

struct bp_box {
    enum bp_box_kind kind;
    double x;
    double y; /* TEXT: the baseline; else the top edge */
    double width;
    double height;             /* RECTANGLE, FIGURE */
    struct bp_kid *kid;        /* the marked content that it belongs to; NULL: an artifact */
    enum bp_artifact artifact; /* when kid is NULL */
    union {
        struct bp_line_box line;
        struct {
            bp_colour colour;
        } fill;
        const struct bp_picture *picture; /* FIGURE; NULL: an empty room */
    };
    double rise;  /* TEXT: of its baseline above the line's, for a note's number */
    double angle; /* of a watermark: turned counter-clockwise about (x, y), in degrees; else 0 */
};

/* A rectangle on a page that leads somewhere. */
struct bp_link {
    struct bp_link *next; /* on the same page */
    double x0, y0, x1, y1;
    const char *target;   /* "#id" of a place, or an address */
    const char *contents; /* what a reader hears: the link's words */
    struct bp_tag *tag;
    int object; /* number of its PDF object; write's */
};

struct bp_page {
    const char *label; /* "12A", "iv" */
    double width;      /* of its paper; both 0: the document's sheet */
    double height;
    struct bp_box *boxes;
    int n_boxes;
    struct bp_link *links;
};

/* A place that links and bookmarks lead to. */
struct bp_place {
    struct bp_place *next;
    const char *id; /* may be NULL for bookmarks alone */
    int page;
    double y;
    const char *bookmark; /* words in the outline, or NULL; "": a part ends here */
    int level;            /* of the bookmark, from 1 */
};

/* A document laid out. */
struct bp_pages {
    const struct bp_document *document;
    struct bp_page *pages;
    int n_pages;
    struct bp_tag *tags;     /* the Document element */
    struct bp_place *places; /* in reading order */
};

#endif
