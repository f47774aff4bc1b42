/* SPDX-License-Identifier: MIT */
/* A look: what a struct bp_font comes to when characters are shaped. */
#ifndef BP_TEXT_LOOK_H
#define BP_TEXT_LOOK_H

#include <hb.h>
#include <pango/pango.h>

#include "text/faces.h"

struct bp_look {
    int number; /* of the look in its service */
    struct bp_font font;
    PangoLanguage *language;
    struct bp_open_face *face;
    hb_feature_t features[2];
    unsigned n_features;
    GPtrArray *spaces; /* the shapes of a space, one for each width that kerning gave it */
};

/* The look of `font`, made once; NULL when fonts/ has no such face, or, with a failure of the
 * system, when its file is missing. */
struct bp_look *bp_look_find(struct bp_text_service *text, const struct bp_font *font);
void bp_look_destroy(struct bp_look *look);

/*
 * The language to shape `script` in: the look's own when it is written in that script, else the one
 * that the list of faces names. (Pango would ask the environment.)
 */
PangoLanguage *bp_look_language(const struct bp_text_service *text, const struct bp_look *look,
                                GUnicodeScript script);

#endif
