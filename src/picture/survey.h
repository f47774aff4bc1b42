/* SPDX-License-Identifier: MIT */
/*
 * What an SVG holds, found before it is drawn. A drawing must be vectors, the same on every
 * machine, and all in its own file: text, pictures of pixels, filters, masks, links and what
 * depends on the reader's language are refused, each with its line. And it must end: what is drawn
 * is counted, with what refers to what, since a few elements that use each other come to millions.
 */
#ifndef BP_PICTURE_SURVEY_H
#define BP_PICTURE_SURVEY_H

#include <stdbool.h>

#include "model/picture.h"

#define BP_SURVEY_TEXT                                                                             \
    "has text in it, for which each machine has other fonts; turn its text into paths"

/* False, with a report, when the SVG must not be drawn. */
bool bp_survey_svg(const struct bp_picture *picture, struct bp_report *report);

#endif
