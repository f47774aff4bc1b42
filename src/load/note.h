/* SPDX-License-Identifier: MIT */
/* Definitions in Markdown, "[^1]: words" and "[a]: target", that nothing calls: cmark would leave
 * them out in silence. */
#ifndef BP_LOAD_NOTE_H
#define BP_LOAD_NOTE_H

#include <stdbool.h>

#include "load/lines.h"

/* A definition in a text: its label, "^1", and where it stands. */
struct bp_note {
    char *label; /* as it is written */
    char *key;   /* its case folded */
    int line;
    size_t byte;
    bool repeated; /* it is there for a second time */
};

/* The definitions that are never called or repeated, as an array of struct bp_note that clears
 * itself; to be freed with g_array_free(). */
GArray *bp_note_find_lost(const struct bp_lines *text);

#endif
