/* SPDX-License-Identifier: MIT */
/*
 * How things look: type, the styles of blocks, the sheet that they stand on. Plain data; a layout
 * file gives the values (load/style.h) and the document tree shares them. All lengths are points.
 */
#ifndef BP_MODEL_STYLE_H
#define BP_MODEL_STYLE_H

#include <stdbool.h>
#include <stdint.h>

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

/* Which columns of the page a block takes. PAGE is FULL, and a panel's ground reaches the paper's
 * edges: left and right, and the top where the panel begins the page. The words of such a panel
 * stand in the text area, in line with all others: padding_x and bar do not move them. */
enum bp_column { BP_COLUMN_TEXT, BP_COLUMN_FULL, BP_COLUMN_PAGE };

/* Where a label stands: in the block's hanging room, or in the page's side column. */
enum bp_label_place { BP_LABEL_HANGING, BP_LABEL_SIDE };

/* How a block looks; shared by all blocks of its name. */
struct bp_style {
    const char *name;
    struct bp_source source;        /* where a layout names the style last; line 0: nowhere */
    struct bp_source family_source; /* where it names the type's family */
    struct bp_type type;
    double leading;      /* baseline to baseline */
    double space_before; /* collapses with the space after the block above: the larger counts */
    double space_after;
    double indent;   /* of the whole block from its column's start */
    double hanging;  /* room for a list item's label between the indent and the text */
    double turnover; /* indent of a paragraph's lines after the first */
    enum bp_align align;
    enum bp_column column;
    enum bp_label_place label_place; /* of the label of a HEADING or ITEM */
    bool keep_with_next;
    bool keep_with_previous; /* no page ends between the block above's last line and this */
    bool keep_together;
    bool new_page;  /* the block begins a page */
    bool hyphenate; /* words may be parted at a line's end */
    int orphans;    /* fewest lines of a paragraph left at a page's foot; 0 counts as 2 */
    int widows;     /* fewest lines carried to a page's head; 0 counts as 2 */
    double end_tab; /* > 0: a tab puts what follows flush with the column's end */
    double tab;     /* > 0: a tab leads to this distance from the block's text edge */
    bool has_fill;  /* panels, table rows */
    bp_colour fill;
    double bar;       /* width of the bar at a panel's start edge, in `rule_colour` */
    double padding_x; /* panels: text from the panel's edges; tables: between columns; groups side
                         by side: between them, 0: 16 points */
    double padding_y;
    double rule; /* thickness of rules (RULE, table row rules; over a footer, under a header) */
    double rule_above; /* thickness of a rule over and under a heading, paragraph or panel, */
    double rule_below; /* 0: none, as wide as the block, */
    double rule_gap;   /* and this far from its text */
    bp_colour rule_colour;
};

/* The page that all of a document shares. Margins count from the start edge of a right-hand page.
 */
struct bp_sheet {
    double width;
    double height;
    double margin_top; /* the text area's edges */
    double margin_bottom;
    double margin_start;
    double margin_end;
    double side;    /* width of the side column, gutter included, inside the margins */
    bool duplex;    /* margin_start is the inner margin: on left-hand pages the two change places */
    int most_pages; /* that the document is for; 0: any number */
    int columns;    /* of text beside each other; 0 counts as 1 */
    double gutter;  /* between them */
};

#endif
