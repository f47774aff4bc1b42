/* SPDX-License-Identifier: MIT */
/*
 * How the stages print their work: a tree, one node a line, two spaces deeper a level, each node a
 * word with `key=value` pairs after it. Made to be compared line by line: what is not said is not
 * printed, and nothing depends on the machine, the folder or the locale.
 */
#ifndef BP_BASE_DUMP_H
#define BP_BASE_DUMP_H

#include <glib.h>
#include <stdbool.h>

#include "base/report.h"

struct bp_dump {
    GString *out;
    int depth;
};

/* Begins a node; its pairs come next, then its children, then bp_dump_end(). */
void bp_dump_begin(struct bp_dump *dump, const char *node);
void bp_dump_end(struct bp_dump *dump);

/* A name from the program's own words; NULL is not printed. */
void bp_dump_word(struct bp_dump *dump, const char *key, const char *word);

/* Somebody's words, quoted; what can't be seen is escaped. NULL is not printed. */
void bp_dump_text(struct bp_dump *dump, const char *key, const char *text);

/* The first `length` bytes of `text`. */
void bp_dump_part(struct bp_dump *dump, const char *key, const char *text, int length);

/* 0 is not printed. */
void bp_dump_int(struct bp_dump *dump, const char *key, int value);

/* With at most two decimals; 0 is not printed. */
void bp_dump_number(struct bp_dump *dump, const char *key, double value);

/* `key` alone; false is not printed. */
void bp_dump_flag(struct bp_dump *dump, const char *key, bool value);

/* "@12:5", without the file; line 0 is not printed. */
void bp_dump_source(struct bp_dump *dump, struct bp_source source);

#endif
