/* SPDX-License-Identifier: MIT */
/*
 * The text service: faces, shaping, the word cache, measuring. Only this folder knows Pango and
 * HarfBuzz (write hands faces to hb-subset).
 *
 * A face is shaped in its own units (`units_per_em` a em), so one shape serves every size. A word
 * is shaped once: the cache's key is face, features, language, script, level and text. What the
 * cache gives lives as long as the service. Nothing here depends on the environment or on global
 * state: neither fontconfig nor Pango's default language is asked.
 */
#ifndef BP_TEXT_TEXT_H
#define BP_TEXT_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/report.h"

struct bp_text_service;

/* One face of one font file. Faces are numbered from 0 in the order of first use. */
struct bp_face {
    int number;
    const char *name; /* PostScript name */
    const char *path; /* of the font file */
    int index;        /* of the face in the file */
    int units_per_em;
    int ascent; /* the metrics below are in font units; descent is negative */
    int descent;
    int cap_height;
    int x_height;
    int box[4];          /* union of the glyphs' boxes: x0 y0 x1 y1 */
    double italic_angle; /* degrees, negative leans right */
    bool italic;
    bool fixed_pitch;
    int weight;
    bool cff; /* outlines are CFF, not glyf */
};

struct bp_glyph {
    uint32_t id;      /* in the face */
    int16_t advance;  /* font units; along the line */
    int16_t x_offset; /* font units */
    int16_t y_offset; /* upwards */
    uint16_t cluster; /* byte in the shape's text where its characters begin */
};

/*
 * Characters that were shaped together: a word, a space, or a part of either. Glyphs are in visual
 * order, left to right. Kerning with a neighbouring space is in the advances (a word before a space
 * has another shape than before a line's end where the face kerns so). Immutable.
 */
struct bp_shape {
    const struct bp_face *face;
    const char *text; /* UTF-8, `length` bytes, in logical order; not NUL-terminated */
    const struct bp_glyph *glyphs;
    int n_glyphs;
    int length;
    int width;     /* sum of the advances, font units */
    uint8_t level; /* bidi level; odd is right to left */
    bool space;    /* a space that justification may stretch and a line's end may hide */
};

/* What the look of characters comes to: a key for shaping. */
struct bp_font {
    const char *family;
    int weight;
    bool italic;
    bool tabular;
    const char *language; /* BCP 47 */
};

/*
 * Font files are opened when they are needed: one that is missing then is a failure of the system
 * in `report`, which must live as long as the service.
 */
struct bp_text_service *bp_text_create(struct bp_report *report);

/* The same with other faces: `list` has the form of fonts/faces.list. NULL, with a report, when it
 * has not. */
struct bp_text_service *bp_text_create_from(const char *list, struct bp_report *report);

/* NULL is allowed. */
void bp_text_destroy(struct bp_text_service *text);

/*
 * NULL when the list has the face of `font` (family, weight, slope); else what is wrong and what
 * there is, "there is no family “Times”; write Inter, Lato or …". Lives as long as the service.
 */
const char *bp_text_no_face(const struct bp_text_service *text, const struct bp_font *font);

/* Faces in use, for embedding: bp_text_n_faces() of them. */
int bp_text_n_faces(const struct bp_text_service *text);
const struct bp_face *bp_text_face(const struct bp_text_service *text, int number);

/* The bytes of a face's font file (mapped; valid as long as the service). */
struct bp_bytes bp_text_face_data(const struct bp_text_service *text, const struct bp_face *face);

/* The glyphs of `face` that any shape uses, as a sorted array in `arena`. */
int bp_text_face_glyphs(const struct bp_text_service *text, const struct bp_face *face,
                        const uint32_t **glyphs, struct bp_arena *arena);

#endif
