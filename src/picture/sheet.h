/* SPDX-License-Identifier: MIT */
/* Cascading style sheets, read just as far as to tell what they make a drawing use. */
#ifndef BP_PICTURE_SHEET_H
#define BP_PICTURE_SHEET_H

#include <stdbool.h>

struct bp_sheet_faults {
    bool elsewhere; /* names another file, or hides what it names */
    bool effect;    /* a filter or a mask */
};

/* Declarations, or one value: calls for each url(#id) in it. */
struct bp_sheet_faults bp_sheet_uses(const char *text, void (*uses)(const char *id, void *user),
                                     void *user);

/*
 * A whole sheet: calls for each url(#id) of a rule, once for each of its selectors. What is told
 * of a selector is its last part, "path", ".class" or "#id", which an element must at least fit;
 * "" where it is none of these. `n_rules` counts the selectors and the calls; from 100,000 on
 * no more are made.
 */
struct bp_sheet_faults bp_sheet_rules(const char *text,
                                      void (*rule)(const char *selector, const char *id,
                                                   void *user),
                                      void *user, int *n_rules);

#endif
