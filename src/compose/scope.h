/* SPDX-License-Identifier: MIT */
/* Values: what a path leads to where a template stands, and whether a condition holds there. */
#ifndef BP_COMPOSE_SCOPE_H
#define BP_COMPOSE_SCOPE_H

#include "compose/composer.h"

/* A name that a template gives to a value, innermost first. */
struct bp_binding {
    const struct bp_binding *outer;
    const char *name;
    struct bp_value value;
    int index; /* of an entry of `each`, from 1; 0: none */
    int count; /* how many entries there are */
};

/* What the path leads to, its filters left aside; of a wording nothing. */
struct bp_value bp_scope_value(struct bp_composer *composer, const struct bp_binding *scope,
                               const struct bp_path *path);

bool bp_scope_holds(struct bp_composer *composer, const struct bp_binding *scope,
                    const struct bp_test *test);

#endif
