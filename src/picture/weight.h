/* SPDX-License-Identifier: MIT */
/*
 * How much there is to draw in an SVG, before it is drawn. Elements are given in the file's order,
 * each with what it refers to; an element weighs 1 and what its path is long, with its
 * children, and with what it uses as often as it uses it. A paint server counts for each element
 * that may inherit it, a marker for each point of a path. Rather too much than too little.
 */
#ifndef BP_PICTURE_WEIGHT_H
#define BP_PICTURE_WEIGHT_H

#include <glib.h>

struct bp_weight;

/* What an element is when others refer to it. */
enum bp_weight_kind { BP_WEIGHT_PLAIN, BP_WEIGHT_PAINT, BP_WEIGHT_MARKER };

struct bp_weight *bp_weight_create(void);
void bp_weight_destroy(struct bp_weight *weight);

/* An element begins below the one that began last and did not end; `points`: bytes of its path. */
void bp_weight_begin(struct bp_weight *weight, enum bp_weight_kind kind, size_t points);
void bp_weight_end(struct bp_weight *weight);

/* The element that began last has this id, or refers to one. */
void bp_weight_id(struct bp_weight *weight, const char *id);
void bp_weight_refer(struct bp_weight *weight, const char *id);

/* The rules of this selector are for the element that began last: "path", ".class", "#id". */
void bp_weight_select(struct bp_weight *weight, const char *selector);

/* By the style sheet, elements of the selector ("": any element) refer to `id`. */
void bp_weight_rule(struct bp_weight *weight, const char *selector, const char *id);

int bp_weight_elements(const struct bp_weight *weight);

/* The whole, once every element has ended; infinite when something refers to itself. */
double bp_weight_total(struct bp_weight *weight);

#endif
