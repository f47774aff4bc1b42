/* SPDX-License-Identifier: MIT */
/*
 * Fragments: how a shape is shown. A fragment is what stands between the brackets of
 *
 *     [(…)]TJ
 *
 * from inside the first string to inside the last, with the pen at the shape's left edge before it
 * and at its right edge after it; so fragments of one font and size follow each other as they are.
 * A word that comes back is copied, not made again.
 */
#ifndef BP_WRITE_FRAGMENT_H
#define BP_WRITE_FRAGMENT_H

#include "write/font.h"

struct bp_fragments;

/* Keeps `fonts`, whose subsets learn what their glyphs stand for. */
struct bp_fragments *bp_fragments_create(struct bp_fonts *fonts);

/* NULL is allowed. */
void bp_fragments_destroy(struct bp_fragments *fragments);

/* A shape's fragment; the text is good until the next call. */
struct bp_fragment {
    const char *text;
    int length;
    bool told; /* the glyphs' entries come to the shape's characters; else ActualText must say them
                */
};

/* The fragment of `shape` at `size` points. */
struct bp_fragment bp_fragment_find(struct bp_fragments *fragments, const struct bp_shape *shape,
                                    double size);

/* Appends a move of the pen to the right by `mille` thousandths of the size, inside a string. */
void bp_fragment_move(GString *out, double mille, int decimals);

#endif
