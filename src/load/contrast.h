/* SPDX-License-Identifier: MIT */
/* Whether what a look prints can be read: the contrast of text with its ground is at least 4.5
 * (WCAG 2.2, 1.4.3), that of a chart's parts with the paper at least 3 (1.4.11). */
#ifndef BP_LOAD_CONTRAST_H
#define BP_LOAD_CONTRAST_H

#include "load/draft.h"

/* What words stand on, and where its colour is given; line 0: the paper. */
struct bp_ground {
    bp_colour colour;
    struct bp_source source;
};

struct bp_contrast {
    struct bp_draft *draft;
    GHashTable *fine;    /* pairs of colours whose contrast is good */
    GHashTable *told;    /* colours of text of which too little contrast was told */
    GHashTable *grounds; /* on which Markdown's styles have been checked */
};

void bp_contrast_init(struct bp_contrast *contrast, struct bp_draft *draft);
void bp_contrast_finish(struct bp_contrast *contrast);

/* White paper. */
struct bp_ground bp_contrast_paper(void);

/* Reports text of the style that can't be read on the ground: where the text's colour is given, or
 * the ground's where only that one is the office's own. */
void bp_contrast_check(struct bp_contrast *contrast, const struct bp_look_style *style,
                       struct bp_ground ground);

/* The same for all styles that Markdown may come to. */
void bp_contrast_check_prose(struct bp_contrast *contrast, struct bp_ground ground);

/* Reports colours of charts that can't be seen on paper. */
void bp_contrast_check_charts(struct bp_contrast *contrast);

#endif
