/* SPDX-License-Identifier: MIT */
/*
 * The characters of a file, before anything reads them: that they are UTF-8, and that none of them
 * is invisible, a control character or the mark of a character lost on the way.
 */
#ifndef BP_LOAD_ENCODING_H
#define BP_LOAD_ENCODING_H

#include <glib.h>
#include <stdbool.h>

#include "load/lines.h"

struct bp_report;
struct bp_source;

/* Reports what keeps the file from being read; false when it can not be read further. */
bool bp_encoding_check(struct bp_lines *lines, struct bp_report *report);

/* What is wrong with the character, "the control character U+0007"; NULL when nothing is. `spare`
 * holds the words. */
const char *bp_encoding_fault(gunichar character, char spare[80]);

/* The first character that turns the direction of the words after it and is not closed within the
 * text (UAX #9, 2.1 to 2.5); NULL when there is none. With `numbered` those that Markdown gives by
 * their numbers count too. */
const char *bp_encoding_find_turn(const char *text, size_t length, bool numbered,
                                  gunichar *character);
void bp_encoding_report_turn(const struct bp_source *at, gunichar character,
                             struct bp_report *report);

#endif
