/* SPDX-License-Identifier: MIT */
/*
 * Load: files become the model; the key at a file's top says what it holds. YAML is read by events
 * with the position of every value, Markdown by cmark-gfm. All faults of a file are reported in one
 * run; a syntax error ends the reading of its file and says its mend.
 *
 * Reading order: data.c (which kind of file), meeting.c (the whole of one), metrics.c (series),
 * reader.h (how each value is taken), yaml.h (the tree that is read), mend.c (what is said when
 * there is no tree), prose.c (Markdown).
 */
#ifndef BP_LOAD_LOAD_H
#define BP_LOAD_LOAD_H

#include "base/arena.h"
#include "base/file.h"
#include "base/report.h"
#include "model/data.h"

/* Reads the meeting, report or metrics file `path` ("-": standard input, called `name` in
 * messages); paths in it stay below `root`. False, with a report and without data, when it holds an
 * error. Of a layout or house style nothing is read, and it is true: that is bp_look_read()'s. */
bool bp_load_data(const char *path, const char *name, const char *root, struct bp_data *data,
                  struct bp_arena *arena, struct bp_report *report);

/* The same for a file that is in memory already, with a NUL after its bytes; `path` is what
 * messages call it, and paths in it are taken from its folder. */
bool bp_load_data_bytes(const struct bp_bytes *bytes, const char *path, const char *root,
                        struct bp_data *data, struct bp_arena *arena, struct bp_report *report);

/* The same where only a meeting will do; NULL, with a report, when the file has none. */
struct bp_meeting *bp_load_meeting_bytes(const struct bp_bytes *bytes, const char *path,
                                         const char *root, struct bp_arena *arena,
                                         struct bp_report *report);

#endif
