/* SPDX-License-Identifier: MIT */
/*
 * Embedded fonts: of each face the glyphs that the text uses, renumbered, as a Type 0 font with
 * two-byte codes that are the new glyph numbers (ISO 32000-1 9.7). The numbers are known before a
 * page is painted, the characters that they stand for only after the last one.
 */
#ifndef BP_WRITE_FONT_H
#define BP_WRITE_FONT_H

#include <hb-subset.h>
#include <stdbool.h>

#include "text/text.h"
#include "write/pdf.h"
#include "write/unicode.h"

/* One face's subset. */
struct bp_subset {
    const struct bp_face *face;
    hb_face_t *whole;
    hb_subset_plan_t *plan; /* NULL: no glyph of the face is used */
    guint16 *numbers;       /* new glyph numbers by old ones */
    int *advances;          /* font units, by new numbers */
    int n_glyphs;
    guint32 tag_hash;
    struct bp_unicode unicode;
    HPDF_Dict object;
    void *widths; /* reserved */
};

struct bp_fonts {
    struct bp_subset *subsets; /* by the face's number */
    int n_subsets;
    HPDF_Dict resources; /* the Resources of every page: font N is /FN */
};

/* Plans the subsets of all faces that `text` used. False, with a report, when a font can't be
 * embedded. Finish in both cases. */
bool bp_fonts_init(struct bp_fonts *fonts, struct bp_pdf *pdf, struct bp_text_service *text,
                   struct bp_arena *arena, struct bp_report *report);
void bp_fonts_finish(struct bp_fonts *fonts);

/* Makes the subsets and prints their streams, once every page is painted. */
bool bp_fonts_embed(struct bp_fonts *fonts, struct bp_pdf *pdf, struct bp_report *report);

/* Prints what is no stream: the glyphs' widths. */
void bp_fonts_print(const struct bp_fonts *fonts, struct bp_pdf *pdf);

#endif
