/* SPDX-License-Identifier: MIT */
/* Characters that a Markdown text gives by their numbers, "&#8364;" or "&#x20AC;". */
#ifndef BP_LOAD_ENTITY_H
#define BP_LOAD_ENTITY_H

#include <glib.h>
#include <stdbool.h>

#include "load/lines.h"

struct bp_entity {
    size_t byte; /* of its line, from 0 */
    char words[120];
};

/* The length of the one that `text` begins with, up to `end`; 0 when there is none. What it stands
 * for may be no character at all. */
size_t bp_entity_read(const char *text, const char *end, gunichar *character);

/* Whether `made`, which cmark made of the line from bad->byte on, has a character that may not
 * stand in a file. Then `bad` is where, and what to say of it. */
bool bp_entity_find(const struct bp_lines *text, int line, const char *made, struct bp_entity *bad);

#endif
