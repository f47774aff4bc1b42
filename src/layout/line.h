/* SPDX-License-Identifier: MIT */
/*
 * Line breaking: which pieces of a paragraph make a line. First fit for now; this file is the place
 * of a better breaker. It knows pieces and widths only.
 */
#ifndef BP_LAYOUT_LINE_H
#define BP_LAYOUT_LINE_H

#include <glib.h>

#include "compose/document.h"
#include "text/paragraph.h"

/* Pieces [first, end) that stand together from `start`, counted from the measure's start edge. */
struct bp_segment {
    int first;
    int end;
    double start;
    double width; /* without the spaces at its end, with the hyphen */
};

/* One line: one segment, or two with a tab between them. */
struct bp_line {
    struct bp_segment segments[2];
    int n_segments;
    bool hyphen; /* a hyphen is drawn at its end */
    bool last;   /* of its paragraph, or ended by a forced break: not justified */
};

struct bp_measure {
    double width;    /* points */
    double turnover; /* indent of the lines that go on with one before them */
    double tab;      /* where a tab leads; 0: none */
    double end_tab;
    double zone; /* words are parted where a line would stay so much short of its end; 0: always */
};

/*
 * Breaks a paragraph into lines (struct bp_line, to be freed by the caller). Pieces wider than the
 * measure are split, so the paragraph's pieces may be replaced; new ones live in `arena`.
 */
GArray *bp_lines_break(struct bp_text_service *text, struct bp_paragraph *paragraph,
                       const struct bp_text_run *runs, const struct bp_measure *measure,
                       struct bp_arena *arena);

#endif
