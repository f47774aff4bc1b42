/* SPDX-License-Identifier: MIT */
/*
 * Layers: the files that come together to a look. A file with "layout:" on top is a layout, which
 * says what a document holds; one with "house:" a house style, which says how an organisation's
 * documents look and may lie over any layout. Either may extend another by its name or its path.
 */
#ifndef BP_LOAD_LAYER_H
#define BP_LOAD_LAYER_H

#include <glib.h>

#include "load/reader.h"

struct bp_layer {
    const char *name; /* "minutes", or the file's path */
    const char *file; /* as messages call it */
    bool house;
    bool built_in;
    const char *folder;         /* what its paths are relative to */
    const char *root;           /* what they may not leave */
    const struct bp_yaml *map;  /* the whole file */
    const struct bp_yaml *head; /* what stands below "layout:" or "house:" */
    const char *about;
    struct bp_words extends;
};

/* A layout or house style as it is asked for. */
struct bp_layer_wish {
    const char *name;             /* "minutes", "house.yaml" */
    const char *folder;           /* that a path is relative to; NULL: the current one */
    const char *root;             /* that it may not leave; NULL: its own */
    const struct bp_source *from; /* the place that names it; NULL: the command line */
};

/*
 * Opens the layer and all that it extends: struct bp_layer *, the one that extends nothing first.
 * False, with a report, when one is not there or can't be read.
 */
bool bp_layers_open(const struct bp_layer_wish *wish, GPtrArray *layers, struct bp_reader *reader);

/* The path `name` as a file in `folder` (NULL: the current one) names it. To be freed. */
char *bp_layer_path(const char *folder, const char *name);

/* Whether there is a built-in layout or house style of the wish's name; false with a report. */
bool bp_layer_is_known(const struct bp_layer_wish *wish, struct bp_reader *reader);

/* A built-in layout or house style by its path on the shelf, without what it extends; NULL: it is
 * none. */
struct bp_layer *bp_layer_built_in(const char *path, struct bp_reader *reader);

#endif
