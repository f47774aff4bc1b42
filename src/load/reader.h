/* SPDX-License-Identifier: MIT */
/*
 * Typed reading of a YAML tree: each function looks up one key of a map, checks the value, reports
 * what is wrong with what to write instead, and gives a value that the model can hold. Whatever is
 * wrong is left out, and the reading goes on, so that all faults are found in one run.
 */
#ifndef BP_LOAD_READER_H
#define BP_LOAD_READER_H

#include <glib.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/report.h"
#include "load/keys.h"
#include "load/lines.h"
#include "load/yaml.h"
#include "model/meeting.h"
#include "model/series.h"

struct bp_reader {
    struct bp_arena *arena;
    struct bp_report *report;
    struct bp_lines *lines;
    const char *folder;               /* of the file: what its paths are relative to */
    const char *root;                 /* what its paths may not leave; NULL: anywhere */
    struct bp_meeting *meeting;       /* NULL in a report */
    const struct bp_metrics *metrics; /* for charts and texts; NULL: there are none */
    GPtrArray *mentions;    /* struct bp_mention, of series in texts; NULL: texts have none here */
    GPtrArray *charts;      /* struct bp_chart, in the order of the file */
    GHashTable *action_ids; /* id to struct bp_source */
    GArray *references;     /* of struct bp_reference, checked when the items are numbered */
    GArray *prose_links;    /* of struct bp_prose *, likewise: links to items */
};

/* The first part of `text`, fit for a message. Lives in the arena. */
const char *bp_reader_clip(struct bp_reader *reader, const char *text);

/* The words (ending with NULL) as a message lists them; freed by the caller. */
char *bp_reader_listed(const char *const *words);

/* Checks that the node is a map and that all its keys are ones of `part`; false when it is none. */
bool bp_reader_keys(struct bp_reader *reader, const struct bp_yaml *node, enum bp_part part);

/* Reports that the required `key` is missing from `map`; `mend` says what to write. */
void bp_reader_missing(struct bp_reader *reader, const struct bp_yaml *map, enum bp_part part,
                       const char *key, const char *mend);

/* A node's words on one line, without blanks around; none, with a report, when it is no text or
 * blank; none for NULL. `key` is what messages call it. */
struct bp_words bp_reader_words(struct bp_reader *reader, const struct bp_yaml *node,
                                const char *key);

/* The value of `key` as words; none when it is left out or wrong. */
struct bp_words bp_reader_text(struct bp_reader *reader, const struct bp_yaml *map,
                               const char *key);

/* The value as a date; year 0 when it is left out or wrong. */
struct bp_date bp_reader_date(struct bp_reader *reader, const struct bp_yaml *map, const char *key);

/* Reads words as a date, and reports what is none. */
bool bp_reader_parse_date(struct bp_reader *reader, const struct bp_yaml *node, const char *key,
                          struct bp_date *date);

/* The value as a time; hour -1 when it is left out or wrong. */
struct bp_time bp_reader_time(struct bp_reader *reader, const struct bp_yaml *map, const char *key);

/* The value as a count; `none` when it is left out or wrong. */
int bp_reader_count(struct bp_reader *reader, const struct bp_yaml *map, const char *key, int none);

/* The node's place in `words` (ending with NULL), counted from 1; 0 when it is NULL or wrong. */
int bp_reader_word(struct bp_reader *reader, const struct bp_yaml *node, const char *key,
                   const char *const *words);

/* The same of the value of `key`. */
int bp_reader_choice(struct bp_reader *reader, const struct bp_yaml *map, const char *key,
                     const char *const *words);

/* The value as Markdown; NULL when it is left out or wrong. */
struct bp_prose *bp_reader_prose(struct bp_reader *reader, const struct bp_yaml *map,
                                 const char *key);

/* The value as a list; NULL when it is left out or no list. */
const struct bp_yaml *bp_reader_list(struct bp_reader *reader, const struct bp_yaml *map,
                                     const char *key);

/* A time span that may pass midnight: an end before its start is reported at the end's key. */
void bp_reader_check_span(struct bp_reader *reader, const struct bp_yaml *map, const char *end,
                          struct bp_time from, struct bp_time until);

#endif
