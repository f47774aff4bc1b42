/* SPDX-License-Identifier: MIT */
/*
 * The document tree: the waist of the program. Compose says with it what a document holds, in which
 * order and style; layout, and any other output, knows only this. All lengths are points. A tree
 * lives in the run's arena and is not changed after compose.
 */
#ifndef BP_COMPOSE_DOCUMENT_H
#define BP_COMPOSE_DOCUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/report.h"

/* sRGB, 0xRRGGBB. */
typedef uint32_t bp_colour;

/* How characters look. Faces are real: no synthetic bold or slant. */
struct bp_type {
    const char *family;
    int weight; /* 400, 600, 700 */
    bool italic;
    bool tabular; /* figures of equal width */
    double size;
    bp_colour colour;
    double rise; /* of the baseline above the line's, for a note's number */
};

enum bp_align { BP_ALIGN_START, BP_ALIGN_END, BP_ALIGN_CENTRE, BP_ALIGN_JUSTIFY };

/* Which columns of the page a block takes. */
enum bp_column { BP_COLUMN_TEXT, BP_COLUMN_FULL };

/* How a block looks; shared by all blocks of its name. */
struct bp_style {
    const char *name;
    struct bp_type type;
    double leading;      /* baseline to baseline */
    double space_before; /* collapses with the space after the block above: the larger counts */
    double space_after;
    double indent;   /* of the whole block from its column's start */
    double hanging;  /* room for a list item's label between the indent and the text */
    double turnover; /* indent of a paragraph's lines after the first */
    enum bp_align align;
    enum bp_column column;
    bool keep_with_next;
    bool keep_with_previous; /* no page ends between the block above's last line and this */
    bool keep_together;
    int orphans;    /* fewest lines of a paragraph left at a page's foot; 0 counts as 2 */
    int widows;     /* fewest lines carried to a page's head; 0 counts as 2 */
    double end_tab; /* > 0: a tab puts what follows flush with the column's end */
    double tab;     /* > 0: a tab leads to this distance from the block's text edge */
    bool has_fill;  /* panels, table heads */
    bp_colour fill;
    double bar;       /* width of the bar at a panel's start edge, in `rule_colour` */
    double padding_x; /* panels: text from the panel's edges */
    double padding_y;
    double rule; /* thickness of rules (RULE, table row rules) */
    bp_colour rule_colour;
};

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

/*
 * In brackets what the block becomes in the tag tree. A block that says "text" has `text` and no
 * children; the others have children.
 */
enum bp_block_kind {
    BP_BLOCK_SECTION,    /* [Document for the root, else Sect] */
    BP_BLOCK_GROUP,      /* kept as one thought, or styled as one [nothing] */
    BP_BLOCK_HEADING,    /* [H1 to H6] text; `label` beside it is part of the heading */
    BP_BLOCK_PARAGRAPH,  /* [P] text; directly under an ITEM and alone there: [nothing] */
    BP_BLOCK_LIST,       /* [L] children are ITEMs */
    BP_BLOCK_ITEM,       /* [LI, with Lbl from `label` and LBody around the children] */
    BP_BLOCK_TABLE,      /* [Table] children are ROWs, after at most one CAPTION paragraph */
    BP_BLOCK_ROW,        /* [TR; the first header_rows of them in THead, the others in TBody] */
    BP_BLOCK_CELL,       /* [TH with scope, or TD] children are blocks */
    BP_BLOCK_PANEL,      /* [nothing] a tinted ground behind its children */
    BP_BLOCK_QUOTE,      /* [BlockQuote] */
    BP_BLOCK_NOTE,       /* [Note] a footnote: stands at the foot of the page that calls it */
    BP_BLOCK_CAPTION,    /* [Caption] text */
    BP_BLOCK_RULE,       /* [artifact] */
    BP_BLOCK_FIGURE,     /* [Figure with Alt] a room of width by height */
    BP_BLOCK_PAGE_BREAK, /* [nothing] */
};

enum bp_scope { BP_SCOPE_NONE, BP_SCOPE_COLUMN, BP_SCOPE_ROW };

/* Where a label stands: in the block's hanging room, or in the page's side column. */
enum bp_label_place { BP_LABEL_HANGING, BP_LABEL_SIDE };

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
    double width;                /* FIGURE */
    double height;               /* FIGURE */
    const char *alt;             /* FIGURE */
};

/* The page that all of a document shares. */
struct bp_sheet {
    double width;
    double height;
    double margin_top; /* the text area's edges */
    double margin_bottom;
    double margin_start;
    double margin_end;
    double side; /* width of the side column, gutter included, inside the margins */
};

struct bp_document {
    struct bp_sheet sheet;
    struct bp_block *root; /* a SECTION */
    const char *language;  /* BCP 47 */
    bool right_to_left;
    const char *title;
    const char *author;       /* NULL: not said */
    const char *subject;      /* NULL: not said */
    struct bp_text header[2]; /* running head, start and end; empty: none */
    struct bp_text footer[2];
    const struct bp_style *running; /* of header and footer; its rule stands over the footer */
    bool header_on_first;
    const char *watermark; /* NULL: none */
    const struct bp_style *watermark_style;
};

/* A new last child of `parent` (NULL: a root). */
struct bp_block *bp_block_new(struct bp_arena *arena, struct bp_block *parent,
                              enum bp_block_kind kind, const struct bp_style *style);

#endif
