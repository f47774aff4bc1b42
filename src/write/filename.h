/* SPDX-License-Identifier: MIT */
/*
 * Names of files made of words, such as every system saves them: without characters and names that
 * Windows keeps for itself, of bounded length, and no two alike, whatever a system makes of their
 * case.
 */
#ifndef BP_WRITE_FILENAME_H
#define BP_WRITE_FILENAME_H

#include <glib.h>

struct bp_filename {
    char *name;  /* UTF-8 */
    char *ascii; /* the same for readers that know no more */
};

/* `ending` is ".csv", which the words may have too; `fallback` is the name when nothing of the
 * words is left. `taken` is a set of strings of its own (g_free()) in which all names of a run are
 * kept. Clear what is returned. */
struct bp_filename bp_filename_make(const char *words, const char *ending, const char *fallback,
                                    GHashTable *taken);
void bp_filename_clear(struct bp_filename *filename);

#endif
