/* SPDX-License-Identifier: MIT */
/*
 * Reads a look: the layers of a layout, of the house style over it, and of the edition that is
 * asked for. Reading order of this part of load: look.c, layer.h, draft.h, then style.h,
 * template.h, pattern.h and expression.h for what a file says, edit.h, binding.h and inspect.h for
 * what it comes to.
 */
#ifndef BP_LOAD_LOOK_H
#define BP_LOAD_LOOK_H

#include "load/layer.h"
#include "model/look.h"

struct bp_look_wish {
    struct bp_layer_wish layout;
    struct bp_layer_wish house;            /* name NULL: none, unless the layout is one */
    const char *editions;                  /* "large-print", "draft,letter"; NULL: none, */
    const struct bp_source *editions_from; /* and where they are named; NULL: the command line */
    const char *prints; /* what the data are: "meeting" or "report"; NULL: it is to be
                           checked without any */
    const char *usual;  /* the layout of such data where only a house style is named */
    bool charts;        /* the data have charts */
};

/* NULL, with a report, when something of it is wrong. */
struct bp_look *bp_look_read(const struct bp_look_wish *wish, struct bp_arena *arena,
                             struct bp_report *report);

/* The layout for data in `language` when none is named: "minutes-cy" where there is one such, else
 * `name`. */
const char *bp_look_usual(const char *name, const char *language, struct bp_arena *arena);

/* Whether there is a built-in layout or house style of that name; false with a report. */
bool bp_look_known(const char *name, struct bp_report *report);

/* The keys of a layout file, of what stands below its "layout:" or "house:", and of an edition or
 * of a house style's part for one layout; each list ends with NULL. */
const char *const *bp_look_layer_keys(void);
const char *const *bp_look_head_keys(void);
const char *const *bp_look_overlay_keys(void);

/* Prints the built-in layouts and house styles, a line each, with their editions. */
void bp_looks_list(GString *out);

#endif
