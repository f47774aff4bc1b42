/* SPDX-License-Identifier: MIT */
/* One line of a YAML file as a person reads it: indentation, dashes, key, value. It needs no
 * grammar, so it also reads lines that are wrong. */
#ifndef BP_LOAD_ROW_H
#define BP_LOAD_ROW_H

#include <stdbool.h>

#include "load/lines.h"

struct bp_row {
    int line;         /* 0: there is no such line */
    char *text;       /* the whole line */
    int start;        /* byte of the first character that is no space; all places are from 0 */
    int body;         /* byte after the dashes: where the key or the text stands */
    bool dash;        /* it has a "- " */
    int key_length;   /* 0: no key */
    int value;        /* byte of the value, or of the text when there is no key */
    int value_length; /* without spaces at its end */
};

void bp_row_init(struct bp_row *row, const struct bp_lines *lines, int line);
void bp_row_finish(struct bp_row *row);

/* Nothing on it, or a comment only. */
bool bp_row_is_blank(const struct bp_row *row);

/* Its value is "|" or ">" alone, perhaps with an indicator: a text follows below. */
bool bp_row_has_bar(const struct bp_row *row);

/* The text starts like "key:value", a key without a space after its colon. */
bool bp_row_lacks_space(const char *body);

/* The byte after the quote that closes the value's opening one; -1 when this line has none. */
int bp_row_quote_end(const struct bp_row *row);

/* The whole value stands in double quotes and holds others: "She said "yes" to it". */
bool bp_row_has_outer_quotes(const struct bp_row *row);

#endif
