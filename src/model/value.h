/* SPDX-License-Identifier: MIT */
/*
 * The data as a layout sees them: records whose data have names, "meeting.title". A table a struct
 * says where each datum lies, so that a layout's paths can be checked before there is any data and
 * followed without copies.
 */
#ifndef BP_MODEL_VALUE_H
#define BP_MODEL_VALUE_H

#include "model/mention.h"
#include "model/data.h"
#include "model/register.h"
#include "model/series.h"

enum bp_value_kind {
    BP_VALUE_NOTHING,
    BP_VALUE_WORDS,
    BP_VALUE_NUMBER,
    BP_VALUE_DATE,
    BP_VALUE_TIME,
    BP_VALUE_PROSE,
    BP_VALUE_CHOICE, /* one of a few words that the program knows: "closed" */
    BP_VALUE_LENGTH, /* points */
    BP_VALUE_RECORD,
    BP_VALUE_FIELD /* what only layout knows: the page's number */
};

struct bp_record_type;

/* One datum of a record: the names, kinds and places of model/value.c's tables. */
struct bp_datum {
    const char *name;
    enum bp_value_kind kind;
    size_t offset;                       /* in the record */
    const struct bp_record_type *record; /* RECORD: its type */
    const char *const *choices;          /* CHOICE: the words, by the value; [0] is not said */
    bool pointer;  /* RECORD: reached through a pointer, or a list of pointers */
    bool string;   /* WORDS: a plain string */
    size_t count;  /* a list: offset of its length; else 0 */
    size_t stride; /* a list: from entry to entry */
    int none;      /* NUMBER: what stands for none; `get`: what it likes */
    struct bp_value (*get)(const void *record, const struct bp_datum *datum); /* or NULL */
    bool list; /* `get` gives a list */
};

struct bp_record_type {
    const char *noun; /* "a person" */
    const struct bp_datum *data;
    int n_data;
    size_t source; /* offset of the record's struct bp_source; 0: it has none */
};

/* A value, or many of one kind. Lives as long as the model that it was taken from. */
struct bp_value {
    enum bp_value_kind kind;           /* of each entry, where it is a list */
    const struct bp_record_type *type; /* RECORD */
    bool list;
    union {
        struct bp_words words; /* WORDS, CHOICE */
        int number;            /* NUMBER, FIELD */
        double length;
        struct bp_date date;
        struct bp_time time;
        const struct bp_prose *prose;
        const void *record;
        struct {
            const void *entries;
            int n_entries;
            const struct bp_datum *datum;
        };
    };
};

/* All that a layout can print. */
struct bp_root {
    const struct bp_meeting *meeting; /* one of these two is NULL */
    const struct bp_narrative *report;
    const struct bp_register *log;
    const struct bp_metrics *metrics; /* that texts and charts name; may be NULL */
    struct bp_chart *const *charts;   /* of the meeting or report, in their order */
    int n_charts;
};
extern const struct bp_record_type bp_root_type;

/* What a file holds, for a layout; the register is not made yet. */
struct bp_root bp_root_of(const struct bp_data *data);

/* Of what stands in the root, and of a struct bp_chart, which a figure of a look may draw. */
extern const struct bp_record_type bp_meeting_record;
extern const struct bp_record_type bp_register_record;
extern const struct bp_record_type bp_narrative_record;
extern const struct bp_record_type bp_metrics_record;
extern const struct bp_record_type bp_chart_record;

/* The datum of that name; NULL: the record has none. */
const struct bp_datum *bp_record_find(const struct bp_record_type *type, const char *name);

/* The datum of a record; empty for a record or datum that is NULL. */
struct bp_value bp_record_value(const void *record, const struct bp_datum *datum);

/* How many entries a list has; 1 for what is no list and not empty. */
int bp_value_count(const struct bp_value *value);

/* Entry `index` of a list, or the value itself. */
struct bp_value bp_value_entry(const struct bp_value *value, int index);

bool bp_value_is_empty(const struct bp_value *value);

/* Where in the file it stands; line 0: not known. */
struct bp_source bp_value_source(const struct bp_value *value);

#endif
