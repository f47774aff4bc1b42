/* SPDX-License-Identifier: MIT */
/*
 * A YAML file as a tree, every node with its place. Aliases share the node that they name, so the
 * tree may be a graph, but never with a circle. Bounded: 64 levels, 200,000 nodes and 8 MiB of text
 * after aliases. What YAML would silently drop (a comment that cuts a text, an anchor that nothing
 * uses, a tag) is an error.
 */
#ifndef BP_LOAD_YAML_H
#define BP_LOAD_YAML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/report.h"
#include "load/lines.h"

enum bp_yaml_kind { BP_YAML_TEXT, BP_YAML_LIST, BP_YAML_MAP };

struct bp_yaml;

/* A key and its value. */
struct bp_yaml_pair {
    struct bp_yaml *key; /* always TEXT */
    struct bp_yaml *value;
};

struct bp_yaml {
    enum bp_yaml_kind kind;
    struct bp_source source;
    bool flow; /* LIST, MAP: written with brackets */
    union {
        struct {
            const char *text; /* without its quotes and indentation */
            bool plain;       /* without quotes, and no block */
            bool quoted;
            bool one_line;
            bool literal; /* line by line, its characters stand in the file as they are */
            int indent;   /* columns before a text after "|"; -1 for all other forms */
        };
        struct {
            struct bp_yaml **items;
            int n_items;
        };
        struct {
            struct bp_yaml_pair *pairs;
            int n_pairs;
        };
    };
};

/* Reads the one document of `lines`; NULL, with a report, when it can not be read. `mend` says what
 * to write in an empty file; with NULL that is NULL without a report. */
struct bp_yaml *bp_yaml_read(struct bp_lines *lines, const char *mend, struct bp_arena *arena,
                             struct bp_report *report);

/* Nothing was written: an empty value, "~" or "null" without quotes. */
bool bp_yaml_is_empty(const struct bp_yaml *node);

/* The value of `key` in a MAP; NULL when it has none or an empty one. */
struct bp_yaml *bp_yaml_find(const struct bp_yaml *map, const char *key);

/* Where a line and column (from 1) of a TEXT stand in the file; where that is not known, the place
 * of the node. */
struct bp_source bp_yaml_place(const struct bp_yaml *node, int line, int column);

/* Where the character at `at`, within a TEXT's text, stands. */
struct bp_source bp_yaml_place_at(const struct bp_yaml *node, const char *at);

/* What kind of value the node is, in a clerk's words: "a list". */
const char *bp_yaml_describe(const struct bp_yaml *node);

#endif
