/* SPDX-License-Identifier: MIT */
/*
 * Which characters a subset's glyphs stand for (ISO 32000-1 9.10.3). A glyph has one entry, learnt
 * where it is first painted. Where a glyph means something else, or glyphs stand in an order that
 * entries can't tell, the painter must say the characters itself, by ActualText.
 */
#ifndef BP_WRITE_UNICODE_H
#define BP_WRITE_UNICODE_H

#include <glib.h>
#include <hb.h>
#include <stdbool.h>

struct bp_unicode_entry {
    const char *text; /* NULL: never painted */
    int length;
    bool weak; /* a guess for a glyph that is only painted under ActualText */
};

struct bp_unicode {
    struct bp_unicode_entry *entries; /* by the glyph's number in the subset */
    int n_entries;
    hb_font_t *font; /* of the whole face */
};

/* Glyphs that stand for `length` bytes of text together, in the order of the text. */
struct bp_cluster {
    const char *text;
    int length;
    const guint32 *ids;     /* in the face */
    const guint16 *numbers; /* in the subset */
    int n;
};

void bp_unicode_init(struct bp_unicode *unicode, hb_font_t *font, int n_glyphs);
void bp_unicode_finish(struct bp_unicode *unicode);

/* True when the entries of the cluster's glyphs, learnt or now made, come to its text. */
bool bp_unicode_learn(struct bp_unicode *unicode, const struct bp_cluster *cluster);

/* Whether text is nothing but characters that are never seen (joiners, direction marks, …). */
bool bp_unicode_invisible(const char *text, int length);

/* The ToUnicode CMap of what was learnt; freed by the caller. */
GString *bp_unicode_cmap(const struct bp_unicode *unicode);

#endif
