/* SPDX-License-Identifier: MIT */
/*
 * What a look's words refer to, in the place where they are printed: the paths of the data,
 * wordings and styles in patterns and conditions are bound to what they name, and what is not there
 * is reported. Blocks, and the places in which they put words, are inspect.c's.
 */
#ifndef BP_LOAD_BINDING_H
#define BP_LOAD_BINDING_H

#include "load/contrast.h"
#include "load/draft.h"
#include "load/typing.h"

/* A part that is being looked into, and whether it was entered for an entry of something. */
struct bp_active_part {
    const struct bp_active_part *outer;
    const struct bp_look_part *part;
    bool for_entry;
};

/* A wording that is being looked into. */
struct bp_active_wording {
    const struct bp_active_wording *outer;
    const struct bp_named_pattern *wording;
};

struct bp_inspector {
    struct bp_draft *draft;
    int steps;        /* that were taken */
    bool told;        /* that they are too many */
    GHashTable *seen; /* part or wording, scope and ground as text: need not be looked into again */
    GHashTable *used; /* names of wordings and styles */
    struct bp_contrast contrast;
};

/* Where a template stands. */
struct bp_place {
    bool in_cell; /* of a table */
    const struct bp_typing_scope *scope;
    const struct bp_active_part *active;
    const struct bp_active_wording *wordings;
    struct bp_ground ground;
    bool for_entry; /* inside an `each` since the part under way was entered */
    int depth;      /* of templates, */
    int n_parts;    /* of parts, */
    int n_wordings; /* and of wordings in each other */
};

/* Counts the work; false, with a report the first time, when it has become too much. */
bool bp_inspect_goes_on(struct bp_inspector *inspector, const struct bp_source *at);

/* Whether this is the first time that the part or wording is looked into in such a place. `kind`
 * keeps the names of the two apart. */
bool bp_inspect_is_new(struct bp_inspector *inspector, const char *kind, const char *name,
                       const struct bp_place *place);

/* The style of a name, now used; NULL for NULL, and with a report where there is none. */
const struct bp_look_style *bp_inspect_style(struct bp_inspector *inspector, const char *name,
                                             const struct bp_source *at);

/* Binds the path; what its values are, nothing after a report. */
struct bp_typing bp_inspect_path(struct bp_inspector *inspector, struct bp_path *path,
                                 const struct bp_place *place);

/* Binds and checks the paths of a condition, or of a pattern and all in it; NULL is allowed. */
void bp_inspect_test(struct bp_inspector *inspector, struct bp_test *test,
                     const struct bp_place *place);
void bp_inspect_pattern(struct bp_inspector *inspector, struct bp_pattern *pattern,
                        const struct bp_place *place);

#endif
