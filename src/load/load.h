/* SPDX-License-Identifier: MIT */
/*
 * Load: files become the model. YAML is read by events with the position of every value, Markdown
 * by cmark-gfm. All faults of a file are reported in one run; a syntax error ends the reading of
 * its file and says its mend.
 */
#ifndef BP_LOAD_LOAD_H
#define BP_LOAD_LOAD_H

#include "base/arena.h"
#include "base/report.h"
#include "model/meeting.h"

/* Reads the meeting file `path` ("-": standard input, called `name` in messages); paths in it stay
 * below `root`. NULL, with a report, when it holds an error. */
struct bp_meeting *bp_load_meeting(const char *path, const char *name, const char *root,
                                   struct bp_arena *arena, struct bp_report *report);

#endif
