/* SPDX-License-Identifier: MIT */
/*
 * The document tree: the waist of the program. Compose says with it what a document holds, in which
 * order and style; layout, and any other output, knows only this. All lengths are points. A tree
 * lives in the run's arena and is not changed after compose.
 */
#ifndef BP_COMPOSE_DOCUMENT_H
#define BP_COMPOSE_DOCUMENT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/report.h"
#include "model/date.h"
#include "model/drawing.h"
#include "model/picture.h"
#include "model/style.h"

/* What a run stands for when its text is known only later. */
/* SECTION is the outermost numbered part that goes on from the page before; nothing where one
 * begins. */
enum bp_field { BP_FIELD_NONE, BP_FIELD_PAGE, BP_FIELD_PAGES, BP_FIELD_SECTION };

/* Characters of one look. Texts are UTF-8; '\n' breaks the line, '\t' goes to the style's tab. */
struct bp_run {
    const char *text;
    int length; /* bytes */
    const struct bp_type *type;
    const char *language;  /* NULL: the block's */
    const char *link;      /* NULL: none; "#id" or an address */
    struct bp_block *note; /* the NOTE that this run calls, or NULL */
    bool emphasis;         /* a Span in the tags: emphasised or strong words */
    bool strike;           /* a line through the words: struck out */
    enum bp_field field;
    struct bp_origin source;
};

struct bp_text {
    struct bp_run *runs;
    int n_runs;
};

/* A file that goes into the document, as the data of a figure. */
struct bp_attachment {
    const char *name; /* as the layout says it: write makes a file's name of it */
    const char *ending;
    const char *type;  /* MIME: "text/csv" */
    const char *about; /* in a sentence */
    const char *data;  /* where it is the same address it is the same file */
    size_t size;
};

/*
 * In brackets what the block becomes in the tag tree. A block that says "text" has `text` and no
 * children; the others have children.
 */
enum bp_block_kind {
    BP_BLOCK_SECTION,   /* [Document for the root, else Sect] */
    BP_BLOCK_GROUP,     /* kept as one thought, or styled as one [nothing] */
    BP_BLOCK_HEADING,   /* [H1 to H6] text; `label` beside it is part of the heading */
    BP_BLOCK_PARAGRAPH, /* [P] text; directly under an ITEM and alone there: [nothing] */
    BP_BLOCK_LIST,      /* [L] children are ITEMs */
    BP_BLOCK_ITEM,      /* [LI, with Lbl from `label` and LBody around the children] */
    BP_BLOCK_TABLE,     /* [Table] children are ROWs, after at most one CAPTION paragraph */
    BP_BLOCK_ROW,       /* [TR; the first header_rows of them in THead, the others in TBody] */
    BP_BLOCK_CELL,      /* [TH with scope, or TD] children are blocks */
    BP_BLOCK_PANEL,     /* [nothing] a tinted ground behind its children */
    BP_BLOCK_QUOTE,     /* [BlockQuote] */
    BP_BLOCK_NOTE,      /* [Note] a footnote: stands at the foot of the page that calls it */
    BP_BLOCK_CAPTION,   /* [Caption] text */
    BP_BLOCK_RULE,      /* [artifact] */
    BP_BLOCK_FIGURE, /* [Figure with Alt; artifact without] a room of width by height, a picture in
                        it, or a chart as high as it needs, its words in the same Figure */
    BP_BLOCK_PAGE_BREAK, /* [nothing] */
    BP_BLOCK_COLUMNS,    /* [nothing] children are GROUPs side by side, read one after the other */
};

enum bp_scope { BP_SCOPE_NONE, BP_SCOPE_COLUMN, BP_SCOPE_ROW };

/* How a LIST counts, for the ListNumbering attribute (ISO 32000-1 table 347). */
enum bp_numbering {
    BP_NUMBERING_NONE,
    BP_NUMBERING_DISC,
    BP_NUMBERING_DECIMAL,
    BP_NUMBERING_ALPHA,
    BP_NUMBERING_ROMAN
};

struct bp_block {
    enum bp_block_kind kind;
    const struct bp_style *style; /* never NULL */
    const char *id;               /* stable name, "item-3"; target of "#item-3"; or NULL */
    const char *language;         /* NULL: the parent's */
    struct bp_source source;
    struct bp_block *parent;
    struct bp_block *first;
    struct bp_block *last;
    struct bp_block *next;
    struct bp_text text;
    struct bp_text label;               /* HEADING, ITEM; may be empty */
    const struct bp_style *label_style; /* of `label`; NULL: the block's */
    enum bp_label_place label_place;
    int level;                   /* HEADING: 1 to 6 */
    const char *bookmark;        /* HEADING: words in the outline; NULL: none */
    enum bp_numbering numbering; /* LIST */
    int n_columns;               /* TABLE */
    int header_rows;             /* TABLE: rows that repeat on every page */
    const double *column_widths; /* TABLE: fixed widths, 0: by content; or NULL */
    int column_span;             /* CELL: 1 or more */
    int row_span;                /* CELL: 1 or more */
    enum bp_scope scope;         /* CELL: not NONE for a header */
    bool may_turn;               /* TABLE: too wide for the page, it stands on landscape pages */
    double width;                /* FIGURE */
    double height;               /* FIGURE */
    const char *alt;             /* FIGURE; NULL: it is for the eye alone */
    const struct bp_picture *picture;       /* FIGURE; NULL: an empty room, or */
    const struct bp_chart *chart;           /* what the document's drawer draws in it */
    const struct bp_attachment *attachment; /* FIGURE, TABLE; NULL: none */
};

/*
 * Draws figures to measure. How wide a figure is only layout knows: a column, a panel, a cell. So
 * layout asks for a drawing of that width, and knows nothing of what it shows. Rejected: drawing
 * them all before layout, for widths that would have to be foreseen, or scaling one drawing, and
 * its words with it.
 */
struct bp_drawer {
    void *user;
    /* The drawing of a FIGURE's chart, as wide and at most as high as asked, from row `first` on:
     * 0, or the next_row of the drawing before. NULL, with a report, when it can't be drawn. */
    const struct bp_drawing *(*draw)(void *user, const struct bp_block *block, int first,
                                     double width, double height);
    /* The width that a FIGURE's chart asks for; 0: any will do. NULL: so it is of all. */
    double (*width)(void *user, const struct bp_block *block);
};

/* A line of running words: at its start, its middle and its end. A text may have several lines. */
enum { BP_RUNNING_START, BP_RUNNING_CENTRE, BP_RUNNING_END, BP_N_RUNNING };
struct bp_running_line {
    struct bp_text texts[BP_N_RUNNING];              /* empty: nothing there */
    const struct bp_picture *pictures[BP_N_RUNNING]; /* in its place; NULL: none */
    double heights[BP_N_RUNNING];                    /* of the pictures */
};

/* Which pages have a running line. FIRST is the document's first; of the others those with an even
 * number are LEFT. */
enum { BP_PAGE_FIRST, BP_PAGE_LEFT, BP_PAGE_RIGHT, BP_N_PAGE_KINDS };

struct bp_document {
    struct bp_sheet sheet;
    struct bp_block *root; /* a SECTION */
    const char *language;  /* BCP 47 */
    bool right_to_left;
    const char *title;
    const char *author;  /* NULL: not said */
    const char *subject; /* NULL: not said */
    struct bp_date date; /* of its data */
    struct bp_running_line header[BP_N_PAGE_KINDS];
    struct bp_running_line footer[BP_N_PAGE_KINDS];
    const struct bp_style *header_style; /* its rule stands under the header, */
    const struct bp_style *footer_style; /* and this one's over the footer */
    const char *watermark;               /* NULL: none */
    const struct bp_style *watermark_style;
    const struct bp_style *line_numbers;  /* of the numbers beside each line; NULL: none */
    const struct bp_style *note_rule;     /* of the short rule over footnotes */
    const struct bp_drawer *drawer;       /* NULL: no figure has a chart */
    const struct bp_style *const *styles; /* all that blocks and runs may have */
    int n_styles;
};

/* A new last child of `parent` (NULL: a root). */
struct bp_block *bp_block_new(struct bp_arena *arena, struct bp_block *parent,
                              enum bp_block_kind kind, const struct bp_style *style);

#endif
