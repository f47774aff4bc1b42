/* SPDX-License-Identifier: MIT */
/*
 * Shaping: characters become glyphs by HarfBuzz, in font units. A stretch of text is shaped as a
 * whole, then taken piece by piece, so that kerning and joining across the pieces stay.
 */
#ifndef BP_TEXT_SHAPE_H
#define BP_TEXT_SHAPE_H

#include "text/look.h"
#include "text/paragraph.h"

/* How a stretch is shaped: all that its glyphs depend on beside its characters. */
struct bp_shaping {
    const struct bp_look *look;
    struct bp_open_face *face; /* the look's, or a stand-in */
    GUnicodeScript script;
    int level;
};

/* A shape and how it came to be. Every shape of a service is the head of one. */
struct bp_made_shape {
    struct bp_shape shape;
    struct bp_shaping how;
};

/* A stretch that was shaped, and how far it is taken. */
struct bp_stretch {
    struct bp_text_service *text;
    struct bp_shaping how;
    const char *string; /* as long as the service */
    int end;            /* byte in `string` where the stretch ends */
    int taken;          /* byte up to which it is taken */
    int glyph;          /* the next glyph, in logical order */
};

/*
 * Shapes the bytes [start, end) of a `string` of `size` bytes; what stands around them is seen by
 * scripts that join. The stretch lives until the next one is begun.
 */
struct bp_stretch bp_stretch_begin(struct bp_text_service *text, const struct bp_shaping *how,
                                   const char *string, int size, int start, int end);

/* The byte of the first character at or after `from` that the face has not; -1: it has all. */
int bp_stretch_missing(const struct bp_stretch *stretch, int from);

/* Whether the glyphs can be parted at byte `at`, which is not before what is taken. */
bool bp_stretch_parts(struct bp_stretch *stretch, int at);

/* The next shape: from what is taken up to byte `at`, where the stretch parts. */
struct bp_shape *bp_stretch_take(struct bp_stretch *stretch, int at);

/* A space of `width` font units (INT_MIN: as the face has it) in the look's own face. */
const struct bp_shape *bp_shape_space(struct bp_text_service *text, struct bp_look *look,
                                      GUnicodeScript script, int width);

#endif
