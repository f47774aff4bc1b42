/* SPDX-License-Identifier: MIT */
/*
 * The list of faces, fonts/faces.list, read: which file holds which face, and which faces stand in
 * for which scripts.
 */
#ifndef BP_TEXT_TABLE_H
#define BP_TEXT_TABLE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/report.h"

/* One line of the list. */
struct bp_table_face {
    const char *family;  /* NULL: a stand-in */
    const char *scripts; /* of a stand-in: "Latn:en,Grek:el"; else NULL */
    const char *package;
    const char *sha256;
    const char *path;
    int weight;
    bool italic;
};

struct bp_table {
    struct bp_table_face *faces;
    int n_faces;
};

/* False and a report at the line that is not of the list's form. The table lives in `arena`. */
bool bp_table_read(const char *list, struct bp_table *table, struct bp_arena *arena,
                   struct bp_report *report);

/*
 * The language after `script` (four letters) in `scripts`, "Arab:ar,Syrc:syr", copied to `language`
 * (16 bytes); false when the script is not there.
 */
bool bp_table_language(const char *scripts, const char *script, char language[16]);

#endif
