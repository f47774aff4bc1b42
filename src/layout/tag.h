/* SPDX-License-Identifier: MIT */
/*
 * The tag tree: what the document is, for those who do not see it (ISO 32000-1 14.7 and 14.8,
 * ISO 14289-1). Layout makes it in reading order; write prints it. Tags live in the run's arena.
 */
#ifndef BP_LAYOUT_TAG_H
#define BP_LAYOUT_TAG_H

#include <stdbool.h>

#include "base/arena.h"

/* Standard structure types (ISO 32000-1 14.8.4). */
enum bp_tag_role {
    BP_TAG_DOCUMENT,
    BP_TAG_SECT,
    BP_TAG_H1,
    BP_TAG_H2,
    BP_TAG_H3,
    BP_TAG_H4,
    BP_TAG_H5,
    BP_TAG_H6,
    BP_TAG_P,
    BP_TAG_L,
    BP_TAG_LI,
    BP_TAG_LBL,
    BP_TAG_LBODY,
    BP_TAG_TABLE,
    BP_TAG_THEAD,
    BP_TAG_TBODY,
    BP_TAG_TR,
    BP_TAG_TH,
    BP_TAG_TD,
    BP_TAG_CAPTION,
    BP_TAG_LINK,
    BP_TAG_SPAN,
    BP_TAG_NOTE,
    BP_TAG_BLOCKQUOTE,
    BP_TAG_FIGURE,
};

/* The role's name in PDF: "LBody". */
const char *bp_tag_name(enum bp_tag_role role);

struct bp_link;       /* layout/page.h */
struct bp_attachment; /* compose/document.h */

/*
 * What stands below a tag, in reading order: another tag, a piece of marked content, or a link's
 * annotation. A piece of content is appended when its text is set (page -1) and gets its page when
 * it is placed; where it runs over pages it is followed by one more piece a page.
 */
enum bp_kid_kind { BP_KID_TAG, BP_KID_CONTENT, BP_KID_LINK };

struct bp_kid {
    struct bp_kid *next;
    enum bp_kid_kind kind;
    union {
        struct bp_tag *tag;
        struct {
            struct bp_tag *tag;    /* that it belongs to */
            struct bp_kid *latest; /* its continuation on the latest page, or NULL; layout's */
            int page;              /* index */
            int mcid; /* numbered by write, from 0 on each page in the order of its boxes */
        } content;
        struct bp_link *link;
    };
};

struct bp_tag {
    enum bp_tag_role role;
    struct bp_tag *parent;
    struct bp_kid *first;
    struct bp_kid *last;
    const char *language;  /* NULL: the parent's */
    const char *alt;       /* FIGURE, LINK; else NULL */
    const char *actual;    /* replacement text, or NULL */
    const char *id;        /* NOTE: unique in the document; else NULL */
    const char *numbering; /* L: "Disc", "Decimal", …; else NULL */
    int scope;             /* TH: enum bp_scope */
    int column_span;       /* TH, TD: 1 or more (0 elsewhere) */
    int row_span;
    double box[4]; /* FIGURE: x0 y0 x1 y1 on its page, y down; else zeros, as of one on several */
    int page;      /* FIGURE: index of its page, or of its last one */
    const struct bp_attachment *attachment; /* FIGURE, TABLE: its data; NULL: none */
    int file;                               /* number of its attachment's PDF object; write's */
    int object;                             /* of its own; likewise */
};

/* A new last child of `parent` (NULL: the root). */
struct bp_tag *bp_tag_new(struct bp_arena *arena, struct bp_tag *parent, enum bp_tag_role role);

/* Appends a piece of content, not yet on a page, to the tag. */
struct bp_kid *bp_tag_content(struct bp_arena *arena, struct bp_tag *tag);

/* The piece of `kid` that is on `page`, made where there is none yet. Pages must not go back. */
struct bp_kid *bp_kid_on_page(struct bp_arena *arena, struct bp_kid *kid, int page);

/* A new piece of content right after `kid`, not yet on a page: what other content parts from it. */
struct bp_kid *bp_kid_split(struct bp_arena *arena, struct bp_kid *kid);

/* Appends a link's annotation to a LINK tag. */
void bp_tag_link(struct bp_arena *arena, struct bp_tag *tag, struct bp_link *link);

#endif
