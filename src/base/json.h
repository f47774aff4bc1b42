/* SPDX-License-Identifier: MIT */
/*
 * Writes JSON (RFC 8259): a value a line, two spaces deeper a level, the same on every machine.
 * What is not said is not printed. `key` is NULL in arrays.
 */
#ifndef BP_BASE_JSON_H
#define BP_BASE_JSON_H

#include <glib.h>
#include <stdbool.h>

/* Begins as {.out = …}. */
struct bp_json {
    GString *out;
    int depth;
    bool more; /* a comma is due before the next value */
};

/* '[' or '{' and, later, ']' or '}'. */
void bp_json_open(struct bp_json *json, const char *key, char bracket);
void bp_json_close(struct bp_json *json, char bracket);

/* Quoted and escaped; NULL is not printed. */
void bp_json_text(struct bp_json *json, const char *key, const char *text);

/* As it stands: a number with all its digits, or null. */
void bp_json_raw(struct bp_json *json, const char *key, const char *value);

void bp_json_int(struct bp_json *json, const char *key, int value);

/* A finite number, to 12 significant digits. */
void bp_json_number(struct bp_json *json, const char *key, double value);

/* False is not printed. */
void bp_json_flag(struct bp_json *json, const char *key, bool value);

#endif
