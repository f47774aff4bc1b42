/* SPDX-License-Identifier: MIT */
/*
 * A paragraph as pieces: what stays on one line, measured, with the places where a line may end
 * (UAX #14, by Pango). Pieces are in logical order. Breaking the lines is layout's.
 *
 * Two ways lead here, with the same result. Text of one direction and of scripts that need no
 * context, which one face a run covers, is taken word by word from the cache. All other text is
 * itemised by Pango as a whole (fallback faces, bidi, complex scripts), shaped item by item and cut
 * at the breaks.
 */
#ifndef BP_TEXT_PARAGRAPH_H
#define BP_TEXT_PARAGRAPH_H

#include "text/text.h"

/* Characters of one look. `language` in the font may differ from run to run. */
struct bp_text_run {
    const char *text; /* UTF-8, valid */
    int length;       /* bytes */
    struct bp_font font;
    double size; /* points */
    struct bp_origin source;
};

enum bp_piece_end {
    BP_END_NONE,    /* the line must not end after this piece */
    BP_END_ALLOWED, /* it may */
    BP_END_HYPHEN,  /* it may, and then a hyphen is drawn (a soft hyphen stood here) */
    BP_END_FORCED,  /* it must ('\n') */
};

struct bp_piece {
    const struct bp_shape *shape; /* NULL for a tab and for a '\n' */
    int run;                      /* index of the run that it belongs to */
    double width;                 /* points: the shape's; 0 for a tab and for a '\n' */
    enum bp_piece_end end;
    bool space; /* hidden at a line's end: its width does not count there */
    bool tab;
};

struct bp_paragraph {
    struct bp_piece *pieces;
    int n_pieces;
    bool
        right_to_left; /* base direction (the first strong character, else `right_to_left` asked) */
    bool reorder;      /* some piece is of the other direction: lines need bp_paragraph_order() */
};

/*
 * Cuts and shapes `runs`. The caller sets paragraph->right_to_left to the direction of text that
 * has none of its own, and finds its direction there. False, with a report at its place that names
 * the character, when no face has it. Pieces live in `arena`, shapes in the service.
 */
bool bp_paragraph_make(struct bp_text_service *text, const struct bp_text_run *runs, int n_runs,
                       struct bp_paragraph *paragraph, struct bp_arena *arena,
                       struct bp_report *report);

/*
 * The visual order, left to right, of the pieces [first, end) of one line (UAX #9 rule L2): writes
 * end - first indices to `order`.
 */
void bp_paragraph_order(const struct bp_paragraph *paragraph, int first, int end, int *order);

/*
 * For a piece too wide for any line ("30.8 minutes" in a narrow cell): the shape cut at the last of
 * its no-break spaces (U+00A0, U+202F) before which it is at most `width` points wide at `size`.
 * False when there is none. All three parts are shaped anew.
 */
bool bp_shape_part(struct bp_text_service *text, const struct bp_shape *shape, double size,
                   double width, const struct bp_shape *parts[3]);

/*
 * The same without such a space (a long address): the shape cut in two at the last grapheme
 * boundary at which the first part is at most `width` points wide at `size`, and at least one
 * grapheme. False when it has one grapheme only. Both halves are shaped anew.
 */
bool bp_shape_split(struct bp_text_service *text, const struct bp_shape *shape, double size,
                    double width, const struct bp_shape **head, const struct bp_shape **tail);

/*
 * The shape of `length` bytes of text (a hyphen, a number, a page's count) in the face of `font`,
 * or in the first stand-in that has all of it; NULL when no face has, or the family is unknown.
 */
const struct bp_shape *bp_text_shape(struct bp_text_service *text, const struct bp_font *font,
                                     const char *string, int length);

/* Ascent, descent (positive), cap height and x-height of `font` at `size`, in points. */
struct bp_metrics {
    double ascent;
    double descent;
    double cap_height;
    double x_height;
};
struct bp_metrics bp_text_metrics(struct bp_text_service *text, const struct bp_font *font,
                                  double size);

/* A shape's width in points. */
static inline double bp_shape_width(const struct bp_shape *shape, double size)
{
    return shape->width * size / shape->face->units_per_em;
}

#endif
