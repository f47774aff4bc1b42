/* SPDX-License-Identifier: MIT */
/* The file boardpack.yaml, which marks the folder that an office keeps its papers in and names the
 * layout, the house style and the editions that all of them have. */
#ifndef BP_LOAD_SETTINGS_H
#define BP_LOAD_SETTINGS_H

#include "base/arena.h"
#include "model/meeting.h"

struct bp_settings {
    struct bp_words layout;
    struct bp_words house;
    struct bp_words edition;
};

/* Reads boardpack.yaml in the folder `root`, where there is one; false, with a report, when it is
 * wrong. */
bool bp_settings_read(const char *root, struct bp_settings *settings, struct bp_arena *arena,
                      struct bp_report *report);

/* The keys of the file, ending with NULL. */
const char *const *bp_settings_keys(void);

#endif
