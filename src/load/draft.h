/* SPDX-License-Identifier: MIT */
/*
 * A look under way. A layout file and those that it extends are layers; each adds to what the
 * layers before it said, or says it anew. What all layers come to is resolved when the last has
 * been read (styles, wording, parts), then inspected (load/inspect.h) and given to compose.
 */
#ifndef BP_LOAD_DRAFT_H
#define BP_LOAD_DRAFT_H

#include <glib.h>

#include "load/reader.h"
#include "model/look.h"

/* A layer gives no more names of a kind: wordings, styles, parts. */
enum { BP_MOST_NAMES = 2000 };

/* Words that stand for others: a colour's hexadecimal digits, a font's family. */
struct bp_draft_name {
    const char *words;
    struct bp_source source;
    bp_colour colour;
    bool built_in; /* a layer of ours has it too */
    bool used;
};

struct bp_draft {
    struct bp_reader reader; /* arena, report, the layer's folder and root */
    struct bp_look *look;
    GHashTable *colours; /* name to struct bp_draft_name */
    GHashTable *fonts;   /* likewise */
    GHashTable *styles;  /* name to struct bp_draft_style of load/style.c */
    GPtrArray *style_list;
    GHashTable *wording; /* name to struct bp_named_pattern */
    GPtrArray *wording_list;
    GHashTable *parts; /* name to struct bp_look_part */
    GPtrArray *part_list;
    GPtrArray *formats;   /* struct bp_format */
    GHashTable *pictures; /* path to struct bp_picture */
    GPtrArray *picture_list;
    struct bp_template *body;       /* a GROUP: the body's blocks are its children */
    const struct bp_yaml *page[16]; /* by key of load/sheet.c; NULL: not said */
    bool built_in;                  /* the layer under way: its pictures are on the shelf */
    bool house;                     /* it is a house style, */
    bool only;                      /* and says this for one layout */
    const char *language;           /* of the first layer */
    bool foreign; /* it is of another language than the layout: it replaces no words, days or months
                   */
};

void bp_draft_init(struct bp_draft *draft, struct bp_arena *arena, struct bp_report *report);
void bp_draft_finish(struct bp_draft *draft);

/* Checks that the node is a map with no other keys than `keys` (ending with NULL); `noun` is what
 * messages call it: "a style". */
bool bp_draft_keys(struct bp_draft *draft, const struct bp_yaml *node, const char *noun,
                   const char *const *keys);

/* Whether the node is a list of blocks; reports what is none. */
bool bp_draft_list(struct bp_draft *draft, const struct bp_yaml *node, const char *key);

/* yes or no; `otherwise` when it is left out or wrong. */
bool bp_draft_flag(struct bp_draft *draft, const struct bp_yaml *map, const char *key,
                   bool otherwise);

/* Reports that `word` is none of the names of the table; `noun`: "style". */
void bp_draft_unknown(struct bp_draft *draft, const struct bp_source *at, const char *noun,
                      const char *word, GHashTable *names);

/* Warns of a name of the table that nothing uses, where it is very near another one. */
void bp_draft_unused(struct bp_draft *draft, const struct bp_source *at, const char *noun,
                     const char *word, GHashTable *names);

/* The word of `words` (ending with NULL) that the node says, counted from 0; -1, with a report,
 * when it is none. */
int bp_draft_choice(struct bp_draft *draft, const struct bp_yaml *node, const char *key,
                    const char *const *words);

/* The picture file that a layer names, below its folder; NULL, with a report, when it can't be
 * read. */
struct bp_picture *bp_draft_picture(struct bp_draft *draft, const struct bp_yaml *node);

#endif
