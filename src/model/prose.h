/* SPDX-License-Identifier: MIT */
/*
 * Text that a user wrote in CommonMark (with GFM tables and footnotes), as a tree. It is plain
 * data: load makes it from cmark-gfm's tree, compose turns it into blocks.
 */
#ifndef BP_MODEL_PROSE_H
#define BP_MODEL_PROSE_H

#include <stdbool.h>

#include "model/mention.h"

enum bp_prose_kind {
    /* blocks */
    BP_PROSE_ROOT,
    BP_PROSE_PARAGRAPH,
    BP_PROSE_HEADING, /* level 1 to 6 as written */
    BP_PROSE_LIST,    /* children are ITEMs */
    BP_PROSE_ITEM,
    BP_PROSE_QUOTE,
    BP_PROSE_TABLE, /* children are ROWs, the first `header_rows` of them headers */
    BP_PROSE_ROW,   /* children are CELLs */
    BP_PROSE_CELL,  /* children are inlines */
    BP_PROSE_RULE,
    BP_PROSE_CODE_BLOCK, /* text, lines kept */
    BP_PROSE_NOTE,       /* a footnote's blocks; children of the root, after all else */
    /* inlines */
    BP_PROSE_TEXT,  /* text */
    BP_PROSE_SPACE, /* a line end in the source: a space */
    BP_PROSE_BREAK, /* a hard line break */
    BP_PROSE_EMPHASIS,
    BP_PROSE_STRONG,
    BP_PROSE_STRIKE,
    BP_PROSE_CODE,     /* text */
    BP_PROSE_LINK,     /* target; children are inlines */
    BP_PROSE_IMAGE,    /* target, text: the alternative, never empty */
    BP_PROSE_NOTE_REF, /* note: the NOTE that it calls */
    BP_PROSE_MENTION,  /* mention; children: the writer's own words, or none */
};

enum bp_prose_align {
    BP_PROSE_ALIGN_NONE,
    BP_PROSE_ALIGN_LEFT,
    BP_PROSE_ALIGN_CENTRE,
    BP_PROSE_ALIGN_RIGHT
};

struct bp_prose {
    enum bp_prose_kind kind;
    struct bp_source source;
    struct bp_prose *first; /* children, in order */
    struct bp_prose *next;
    const char *text;   /* TEXT, CODE, CODE_BLOCK, IMAGE; else NULL */
    bool literal;       /* its characters stand at `source` as they are, on one line */
    const char *target; /* LINK: http, https, mailto, a relative path, or "#7a", "#" and the number
                           of an item that exists; IMAGE: a relative path; else NULL */
    struct bp_prose *note;
    struct bp_mention *mention;
    int level;                 /* HEADING: 1 to 6 */
    int start;                 /* LIST: the first number; 0: bullets */
    bool tight;                /* LIST: no blank lines between its items */
    int header_rows;           /* TABLE */
    enum bp_prose_align align; /* CELL */
};

#endif
