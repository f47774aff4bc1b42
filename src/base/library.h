/* SPDX-License-Identifier: MIT */
/*
 * Shared libraries that are loaded where they are needed, and not with the program: those that draw
 * cost every start 12 ms, and most documents have no drawing. Their headers are included as ever;
 * only the functions' addresses are asked for here.
 */
#ifndef BP_BASE_LIBRARY_H
#define BP_BASE_LIBRARY_H

#include <stdbool.h>

#include "base/report.h"

struct bp_library {
    const char *file;         /* "librsvg-2.so.2" */
    const char *package;      /* Debian's name for what holds it */
    const char *const *names; /* the functions wanted; NULL ends them */
};

/*
 * Fills `functions`, a structure of nothing but pointers to functions in the order of `names`. The
 * library stays loaded to the program's end, so that asking again costs next to nothing. False,
 * with a report that names the package, when it is missing.
 */
bool bp_library_load(const struct bp_library *library, void *functions, struct bp_report *report);

#endif
