/* SPDX-License-Identifier: MIT */
/*
 * Setting text: a block's runs become lines of fragments, tagged run by run. Used for paragraphs,
 * headings, labels and running heads alike.
 */
#ifndef BP_LAYOUT_SETTING_H
#define BP_LAYOUT_SETTING_H

#include "layout/extent.h"
#include "layout/flow.h"
#include "layout/line.h"

struct bp_setting_place {
    double start; /* of the measure, from the page's start edge */
    double width;
    struct bp_tag *tag; /* of the text; NULL: artifact */
    const char *language;
};

/* One line set: fragments with y 0 at the baseline, in the arena. */
struct bp_set_line {
    struct bp_fragment *fragments;
    int n_fragments;
    struct bp_flow_note **notes; /* called on this line */
    int n_notes;
};

struct bp_set_text {
    struct bp_set_line *lines;
    int n_lines;
    bool colon; /* ends in a colon: what follows belongs to it */
};

/* Sets `text` in `style`. Lines are 0 when there is no text or a character has no face. */
struct bp_set_text bp_text_set(struct bp_layout *layout, const struct bp_text *text,
                               const struct bp_style *style, const struct bp_setting_place *place);

/* Where the baseline lies below the top of a line of `style`: the font's height centred in the
 * leading. */
double bp_style_baseline(struct bp_layout *layout, const struct bp_style *style);

#endif
