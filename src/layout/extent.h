/* SPDX-License-Identifier: MIT */
/* A text before it is set: for the text service, and how wide it is, for what makes room for it. */
#ifndef BP_LAYOUT_EXTENT_H
#define BP_LAYOUT_EXTENT_H

#include "layout/flow.h"

struct bp_extent {
    double least;  /* points: of the widest word */
    double most;   /* of the widest line when nothing is broken */
    double figure; /* of the widest word of digits and signs, which would be misread when split */
};

struct bp_font bp_type_font(const struct bp_type *type, const char *language);

/* The runs of `text` as the text service takes them; freed by the caller. */
struct bp_text_run *bp_text_runs(const struct bp_text *text, const char *language);

struct bp_extent bp_text_extent(struct bp_layout *layout, const struct bp_text *text,
                                const char *language);

#endif
