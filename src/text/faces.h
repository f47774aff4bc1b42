/* SPDX-License-Identifier: MIT */
/*
 * Faces: the table's files, opened when a character first needs them. A face that no shape uses is
 * not numbered and never embedded.
 */
#ifndef BP_TEXT_FACES_H
#define BP_TEXT_FACES_H

#include <glib.h>
#include <hb.h>

#include "text/table.h"
#include "text/text.h"

/* A face with what only this folder sees. Every bp_face of a service is the head of one. */
struct bp_open_face {
    struct bp_face face;
    GMappedFile *map;
    hb_face_t *hb_face;
    hb_font_t *hb_font; /* scaled to font units */
    bool minds_spaces;  /* its rules may look at a space: words are shaped with their spaces */
    uint32_t *used;     /* one bit a glyph */
    int n_glyphs;
};

struct bp_faces {
    struct bp_table table;
    struct bp_open_face **open; /* beside table.faces; NULL: not yet opened */
    GPtrArray *used;            /* struct bp_open_face, in the order of first use */
    struct bp_arena *arena;
    struct bp_report *report; /* of files that are missing when they are needed */
    bool incomplete;          /* a file was missing */
};

/* False and a report when the list is wrong. The report is written to for as long as faces are
 * opened. */
bool bp_faces_init(struct bp_faces *faces, const char *list, struct bp_arena *arena,
                   struct bp_report *report);
void bp_faces_finish(struct bp_faces *faces);

/* The index in the table of the face of this look, or -1. Nothing is made bold or italic that is
 * not; where a family has no semibold, its bold stands for it. */
int bp_faces_find(const struct bp_faces *faces, const char *family, int weight, bool italic);

/*
 * The indices in the table of the stand-ins for a look, the best first: those of a script that
 * `language` is written in, then all others in the order of the list; of each file group the face
 * that is nearest in weight and slope. Returns their number; `indices` has room for table.n_faces.
 */
int bp_faces_stand_ins(const struct bp_faces *faces, const char *const *scripts, int n_scripts,
                       int weight, bool italic, int *indices);

/* Opens the face at `index` of the table, once; NULL, and a failure of the system, when the file is
 * missing. */
struct bp_open_face *bp_faces_open(struct bp_faces *faces, int index);

/* Notes that a shape uses the glyph. */
void bp_faces_use(struct bp_faces *faces, struct bp_open_face *face, uint32_t glyph);

#endif
