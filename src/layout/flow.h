/* SPDX-License-Identifier: MIT */
/*
 * The flow: the document's lines from first to last, each a strip of the page's whole width.
 *
 * THE MODEL. Every block becomes strips: a line of text, a table row, a rule, a figure. A strip
 * knows its height, the space that should stand above it, and what to paint. All rules about page
 * breaks (keep with next, widows and orphans, panels that stay whole, a colon that stays with its
 * list) come to one bit, `keep`: this strip must not begin a page. So the blocks know nothing of
 * pages and pagination knows nothing of blocks. Rejected: laying out the tree page by page, where
 * every kind of block needs its own way to stop and resume.
 *
 * HOW IT WORKS. bp_flow_block() walks the tree with a frame (where on the page, where in the tag
 * tree). Horizontal positions are final when a strip is made; vertical ones count from the strip's
 * top. Positions along the line count from the start edge, and bp_layout_left() turns them over for
 * right-to-left documents.
 */
#ifndef BP_LAYOUT_FLOW_H
#define BP_LAYOUT_FLOW_H

#include <glib.h>

#include "layout/page.h"
#include "layout/sheet.h"
#include "text/paragraph.h"

/* What the whole layout shares. */
struct bp_layout {
    const struct bp_document *document;
    struct bp_text_service *text;
    struct bp_arena *arena;
    struct bp_arena *scratch; /* of the text being set; empty between texts */
    struct bp_report *report;
    const struct bp_sheet *sheet; /* that is set for; NULL: the document's */
    struct bp_sheet turned;       /* the document's, turned */
    struct bp_place *first_place; /* in reading order */
    struct bp_place *last_place;
    int n_notes;
    bool failed; /* a fault was reported; layout goes on to find the others */
};

/* A box whose y counts from its strip's top, with the link that it belongs to. */
struct bp_fragment {
    struct bp_box box;
    const char *link; /* target, or NULL */
    struct bp_tag *link_tag;
    int lane; /* that it stands in, from 1; 0: none */
};

/* Groups side by side: strips of one bp_lanes belong together. */
struct bp_lanes {
    int n;
};

/* A tinted ground behind the strips of a panel. */
struct bp_ground {
    const struct bp_ground *parent; /* NULL: none around it */
    const struct bp_style *style;
    double start; /* from the page's start edge */
    double width;
    bool page; /* reaches the paper's edges: left, right, and the top where it begins a page */
};

struct bp_strip;

/* The header rows of a table, painted again (as artifacts) where it goes on on another page. */
struct bp_head {
    const struct bp_strip *strips;
    int n_strips;
    double height;
};

/* A footnote, set and waiting for the page that calls it. */
struct bp_flow_note {
    struct bp_strip *strips;
    int n_strips;
    double height;
};

struct bp_strip {
    double space_before; /* not used at a page's head */
    double height;
    double baseline; /* of its first line, from the top; negative: none */
    struct bp_fragment *fragments;
    int n_fragments;
    bool keep;                    /* must not begin a page */
    bool page_break;              /* must begin a page */
    bool span;                    /* goes across all columns of text */
    bool turned;                  /* is set for the document's sheet turned */
    const struct bp_lanes *lanes; /* NULL: it is no part of any */
    const double *rises; /* of each lane: how far down it comes where the strip begins a page, */
    double rise;         /* and the largest of them */
    const struct bp_ground *ground;
    const struct bp_head *head; /* NULL outside tables and in a head itself */
    struct bp_place **places;   /* that lie here; their y counts from the strip's top */
    int n_places;
    struct bp_flow_note **notes; /* called here */
    int n_notes;
};

/* A label that waits for the first line of what it labels. */
struct bp_label {
    struct bp_fragment *fragments; /* y counts from the first baseline */
    int n_fragments;
    double height;
    double leading;
};

/* Strips under way. */
struct bp_flow {
    struct bp_layout *layout;
    bool pages;      /* its strips are cut into pages: it is no cell's, note's or group's */
    GArray *strips;  /* struct bp_strip */
    double space;    /* that the next strip should have above it */
    bool keep_next;  /* the next strip must not begin a page */
    bool break_next; /* the next strip must begin a page */
    struct bp_label label;
    struct bp_place *places; /* waiting for the next strip: n_places of the list */
    int n_places;
};

/* Where a block is set. */
struct bp_frame {
    double start; /* from the page's start edge */
    double width;
    bool page; /* the frame is a column of the page, so that a block may choose the other column */
    bool span; /* it goes across all columns of text */
    bool beside; /* other text stands beside it: the side column is not for its labels */
    bool direct; /* a paragraph's content belongs to `tag` itself, not to a P of its own */
    struct bp_tag *tag;
    const char *language;
    const struct bp_ground *ground;
    const struct bp_head *head;
};

void bp_flow_init(struct bp_flow *flow, struct bp_layout *layout);
void bp_flow_finish(struct bp_flow *flow);

/* At least `space` above the next strip: spaces collapse, the larger counts. */
void bp_flow_space(struct bp_flow *flow, double space);

/* What a new strip is made of. The fragments are copied. */
struct bp_strip_parts {
    double height;
    double baseline; /* negative: none */
    const struct bp_fragment *fragments;
    int n_fragments;
};

/* Appends a strip, with the space, label, places and keeps that wait for it. Borrowed until the
 * next. */
struct bp_strip *bp_flow_strip(struct bp_flow *flow, const struct bp_frame *frame,
                               const struct bp_strip_parts *parts);

int bp_flow_count(const struct bp_flow *flow);
struct bp_strip *bp_flow_at(const struct bp_flow *flow, int index);

/* No page break within the strips [first, end), unless they fill a page. */
void bp_flow_keep(struct bp_flow *flow, int first, int end);

/* The same where they fit on a page, with a heading above them; else they break where they may. */
void bp_flow_keep_whole(struct bp_flow *flow, int first, int end);

/* Strips from `first` on come to at least `height`: the last grows, and they stay together. */
void bp_flow_at_least(struct bp_flow *flow, int first, double height);

/* Heights and the spaces between, without the space above the first. */
double bp_flow_height(const struct bp_flow *flow, int first, int end);

/* Sets a block, or the children of one, in the frame. */
void bp_flow_block(struct bp_flow *flow, const struct bp_block *block,
                   const struct bp_frame *frame);
void bp_flow_children(struct bp_flow *flow, const struct bp_block *block,
                      const struct bp_frame *frame);

/* Of one kind each; called by bp_flow_block(). */
void bp_flow_paragraph(struct bp_flow *flow, const struct bp_block *block,
                       const struct bp_frame *frame);
void bp_flow_heading(struct bp_flow *flow, const struct bp_block *block,
                     const struct bp_frame *frame);
void bp_flow_list(struct bp_flow *flow, const struct bp_block *block, const struct bp_frame *frame);
void bp_flow_table(struct bp_flow *flow, const struct bp_block *block,
                   const struct bp_frame *frame);
void bp_flow_panel(struct bp_flow *flow, const struct bp_block *block,
                   const struct bp_frame *frame);
/* In a flow that is not cut into pages the groups stand under one another. */
void bp_flow_columns(struct bp_flow *flow, const struct bp_block *block,
                     const struct bp_frame *frame);

/* Whether a panel's ground lies behind the strip. */
bool bp_strip_has_ground(const struct bp_strip *strip, const struct bp_ground *ground);

/* What stands above the strip where it begins a page or a column. */
double bp_strip_head_room(const struct bp_strip *strip);

/* Sets a footnote below `tag`, apart from the flow; in the arena. */
struct bp_flow_note *bp_flow_note(struct bp_layout *layout, const struct bp_block *note,
                                  struct bp_tag *tag);

/* The room that a label takes before the block's words: its style's, or more when it is wide, at
 * most half of the frame; 0 when it stands in the side column. */
double bp_label_hanging(struct bp_layout *layout, const struct bp_block *block,
                        const struct bp_frame *frame);

/* Whether the page has a side column for the block's label, free beside the frame (NULL: a column
 * of the page). */
bool bp_label_may_stand_aside(const struct bp_layout *layout, const struct bp_block *block,
                              const struct bp_frame *frame);

/* Sets the block's label in its tag, `hanging` wide or in the side column, for the flow's next
 * strip. */
void bp_flow_label(struct bp_flow *flow, const struct bp_block *block, const struct bp_frame *frame,
                   double hanging, struct bp_tag *tag);

/* The size of a FIGURE before it is made to fit: what is not said follows from its picture. */
void bp_figure_size(const struct bp_block *block, double *width, double *height);

/* Whether a parent's content is one paragraph and nothing else: then it needs no P around it. */
bool bp_block_stands_alone(const struct bp_block *parent);

/* A filled rectangle, an artifact. */
struct bp_fragment bp_fragment_rectangle(const struct bp_layout *layout, double start, double y,
                                         double width, double height, bp_colour colour);

/* The sheet that is set for. */
const struct bp_sheet *bp_layout_sheet(const struct bp_layout *layout);

/* The sheet of a page that is laid out, the `index`th. */
struct bp_sheet bp_layout_page_sheet(const struct bp_layout *layout, const struct bp_page *page,
                                     int index);

/* How high a page's text may be. */
double bp_layout_height(const struct bp_layout *layout);

/* The left edge of what lies `start` from the start edge of the sheet that is set for, and is
 * `width` wide. */
double bp_layout_left(const struct bp_layout *layout, double start, double width);

#endif
