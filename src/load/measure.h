/* SPDX-License-Identifier: MIT */
/* Lengths, colours and other small values of a layout file. */
#ifndef BP_LOAD_MEASURE_H
#define BP_LOAD_MEASURE_H

#include "load/draft.h"

enum bp_unit { BP_UNIT_POINT, BP_UNIT_EM, BP_UNIT_LINE, BP_UNIT_PERCENT };

/* A length; millimetres, centimetres and inches have become points. */
struct bp_measure {
    double number;
    enum bp_unit unit;
};

/* Reads "12", "12 pt", "5 mm", "0.5 cm", "1 in", "1.5 em", "2 lines", "120 %"; false, with a
 * report, when the node is none of them or beyond what a page can have. */
bool bp_measure_read(struct bp_draft *draft, const struct bp_yaml *node, const char *key,
                     struct bp_measure *length);

/* Reads a length that no text gives its size; 0, with a report, when it is none, or not above 0. */
double bp_measure_read_points(struct bp_draft *draft, const struct bp_yaml *node, const char *key);

/* The length in points, where an em is `size` and a line `leading`; percent are of `size`. */
double bp_measure_points(struct bp_measure length, double size, double leading);

/* Reads "#12436D", "12436d", or the name of a colour that the layout gives; `source` (NULL allowed)
 * is where its figures stand. */
bool bp_colour_read(struct bp_draft *draft, const struct bp_yaml *node, const char *key,
                    bp_colour *colour, struct bp_source *source);

/* Reads the hexadecimal digits alone. */
bool bp_colour_parse(const char *text, bp_colour *colour);

/* The contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance of sRGB). */
double bp_colour_contrast(bp_colour a, bp_colour b);

#endif
