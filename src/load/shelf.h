/* SPDX-License-Identifier: MIT */
/* The files of the folder layouts/, which the build puts into the library, so that a program finds
 * them wherever it runs. */
#ifndef BP_LOAD_SHELF_H
#define BP_LOAD_SHELF_H

#include "base/file.h"

struct bp_shelf_file {
    const char *path; /* below layouts/: "minutes.yaml" */
    struct bp_bytes bytes;
};

/* The file at `path`; NULL when there is none. */
const struct bp_shelf_file *bp_shelf_find(const char *path);

/* Whether the place is in one of the files. */
bool bp_shelf_has(const struct bp_source *source);

/* Whether one of the files has a name at the start of a line's words: "name:", or "- name: name".
 */
bool bp_shelf_names(const char *name);

/* All files in the order of their paths, and their number. */
const struct bp_shelf_file *bp_shelf_files(int *n);

#endif
