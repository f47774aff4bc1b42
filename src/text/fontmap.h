/* SPDX-License-Identifier: MIT */
/*
 * Our faces as Pango sees them when it itemises: a font map of our own, because those of Pango are
 * fontconfig's, which is one for the whole process. A face is opened when Pango asks whether it has
 * a character.
 */
#ifndef BP_TEXT_FONTMAP_H
#define BP_TEXT_FONTMAP_H

#include <pango/pango.h>

#include "text/faces.h"

/* A context over `faces`, which must outlive it; freed with g_object_unref(). */
PangoContext *bp_fontmap_context(struct bp_faces *faces);

/* The face behind a font of that context; NULL when its file is no font. */
struct bp_open_face *bp_fontmap_face(PangoFont *font);

#endif
