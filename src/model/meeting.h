/* SPDX-License-Identifier: MIT */
/*
 * A meeting as its file tells it: plain data, nothing formatted, every part with its place in the
 * file. Optional parts are NULL, empty, or zero when the file leaves them out. Arrays live in the
 * run's arena beside their counts. What follows from the rest stands below "derived" and is filled
 * in by model/derive.h once the whole file has been read.
 */
#ifndef BP_MODEL_MEETING_H
#define BP_MODEL_MEETING_H

#include <stdbool.h>

#include "base/report.h"
#include "model/date.h"
#include "model/prose.h"

/* Words of the file, with their place: what no face can print must be found again. */
struct bp_words {
    const char *text; /* one line; NULL: left out */
    struct bp_source
        source;   /* of its first character, or of the value; line 0: not from the file */
    bool literal; /* the characters stand there as they are */
    const struct bp_prose *parts; /* TEXTs and MENTIONs instead of `text`; NULL: `text` as it is */
};

enum bp_attended {
    BP_ATTENDED_UNSAID,
    BP_ATTENDED_IN_PERSON,
    BP_ATTENDED_VIRTUALLY,
    BP_ATTENDED_BY_TELEPHONE
};
enum bp_capacity {
    BP_CAPACITY_UNSAID,
    BP_CAPACITY_MEMBER,
    BP_CAPACITY_IN_ATTENDANCE,
    BP_CAPACITY_PUBLIC
};

struct bp_person {
    struct bp_words name;
    struct bp_words role;
    struct bp_words abbreviation; /* "DCO" */
    struct bp_words note;         /* further words: "substitute for …" */
    enum bp_attended attended;
    enum bp_capacity capacity;
    struct bp_words from;  /* "item 3", "minute 175/20", "10:15" */
    struct bp_words until; /* the same forms */
    struct bp_source source;
};

/* People of one organisation (or none), in the order of the file. */
struct bp_group {
    struct bp_words organisation;
    enum bp_capacity capacity; /* of all its people who have none of their own */
    struct bp_person *people;
    int n_people;
    struct bp_source source;
};

struct bp_people {
    struct bp_group *groups;
    int n_groups;
};

struct bp_quorum {
    int needed;           /* 0: not said */
    int present;          /* 0: not said */
    struct bp_words text; /* words instead of figures */
};

/* What a meeting or a file says of the next one. */
struct bp_next {
    struct bp_words title; /* left out: this meeting's */
    struct bp_date date;
    struct bp_time time;
    struct bp_words venue;
    struct bp_words text; /* words instead of a date: "second Tuesday of each month" */
    struct bp_source source;
};

enum bp_status_of_minutes { BP_MINUTES_UNSAID, BP_MINUTES_DRAFT, BP_MINUTES_APPROVED };

enum bp_action_status { BP_ACTION_OPEN, BP_ACTION_CLOSED };

struct bp_item;

enum bp_due { BP_DUE_UNSAID, BP_DUE_DATE, BP_DUE_NEXT_MEETING, BP_DUE_WORDS };

/* An action of this meeting, or of an earlier one that is still on the register. */
struct bp_action {
    struct bp_words id; /* left out: counted through the meeting */
    struct bp_words *owners;
    int n_owners;
    struct bp_prose *action;
    enum bp_due due;
    struct bp_date due_date;
    struct bp_words due_words;
    struct bp_date raised;   /* the meeting's date, unless said */
    struct bp_words meeting; /* where it was raised; only in the register */
    enum bp_action_status status;
    struct bp_date completed;         /* when it was closed; year 0: not said */
    struct bp_prose *closing;         /* how it was closed */
    struct bp_prose *overview_action; /* as the overview table words it; NULL: as `action` */
    struct bp_words overview_owner;   /* likewise */
    struct bp_source source;
    /* derived */
    struct bp_words number;     /* as printed; without text: one of the register without an id */
    struct bp_date due_day;     /* of the next meeting where it is due then; year 0: not known */
    const struct bp_item *item; /* under which it was raised; NULL in the register */
};

/* What was said of an action of an earlier meeting. */
struct bp_update {
    struct bp_words id;
    struct bp_prose *action;
    struct bp_prose *update;
    struct bp_source source;
};

struct bp_declaration {
    struct bp_words person;
    struct bp_words item;      /* the item's number or words */
    struct bp_prose *interest; /* its nature */
    struct bp_prose *did;      /* what they did about it */
    struct bp_source source;
};

/* Minutes of an earlier meeting, approved. */
struct bp_approval {
    struct bp_words title; /* of that meeting; left out: the same body's */
    struct bp_date date;
    struct bp_prose **corrections;
    int n_corrections;
    struct bp_source source;
};

enum bp_result {
    BP_RESULT_UNSAID,
    BP_RESULT_CARRIED,
    BP_RESULT_LOST,
    BP_RESULT_WITHDRAWN,
    BP_RESULT_TABLED
};

/* One side of a vote: a count, or names and their number as the count, or both unset. */
struct bp_side {
    int count; /* -1: not said */
    struct bp_words *names;
    int n_names;
};

struct bp_vote {
    bool taken;
    struct bp_side in_favour;
    struct bp_side against;
    struct bp_side abstained;
};

struct bp_motion {
    struct bp_prose *text;
    struct bp_words proposer;
    struct bp_words seconder;
    struct bp_vote vote;
    enum bp_result result;
    struct bp_motion *amendments;
    int n_amendments;
    struct bp_prose *resolved; /* the words of the resolution; NULL: none given */
    struct bp_source source;
};

/* A decision without a motion: by agreement. */
struct bp_decision {
    struct bp_prose *text;
    struct bp_source source;
};

/* Somebody came or left, a break, the vote was repeated: an event at its place in the text. */
struct bp_event {
    struct bp_time time;
    struct bp_prose *text;
    struct bp_source source;
};

/* A part without the public. */
struct bp_closed {
    struct bp_words paragraph; /* "3" */
    struct bp_words act;       /* "Schedule 12A of the Local Government Act 1972" */
    struct bp_prose *reason;
    struct bp_time from;
    struct bp_time until;
    struct bp_source source;
};

struct bp_paper {
    struct bp_words title;
    const char *file; /* relative to the meeting file, or NULL */
    const char *url;  /* or NULL */
    struct bp_source source;
};

enum bp_entry_kind {
    BP_ENTRY_TEXT,
    BP_ENTRY_ACTION,
    BP_ENTRY_UPDATE,
    BP_ENTRY_DECISION,
    BP_ENTRY_MOTION,
    BP_ENTRY_DECLARATION,
    BP_ENTRY_APPROVAL,
    BP_ENTRY_EVENT,
    BP_ENTRY_CLOSED,
    BP_ENTRY_CHART,
};

struct bp_chart; /* of model/chart.h */

/* One thing that happened under an item, in its order. */
struct bp_entry {
    enum bp_entry_kind kind;
    union {
        struct bp_prose *text;
        struct bp_action *action;
        struct bp_update *update;
        struct bp_decision *decision;
        struct bp_motion *motion;
        struct bp_declaration *declaration;
        struct bp_approval *approval;
        struct bp_event *event;
        struct bp_closed *closed;
        struct bp_chart *chart;
    };
};

/* Entries of one item that belong together: declarations, updates, timed events that follow each
 * other; every other entry stands alone. */
struct bp_entry_run {
    enum bp_entry_kind kind;
    const struct bp_entry *entries;
    int n_entries;
};

/* What an item is there for. */
enum bp_purpose {
    BP_PURPOSE_UNSAID,
    BP_PURPOSE_DECISION,
    BP_PURPOSE_ASSURANCE,
    BP_PURPOSE_INFORMATION,
    BP_PURPOSE_DISCUSSION
};

/* An item of the agenda, a numbered part of one, or a themed section (never numbered). */
struct bp_item {
    struct bp_words title;
    struct bp_words number; /* as printed, given or counted; without text: none */
    bool section;           /* a themed section: no number of its own */
    struct bp_time time;
    enum bp_purpose purpose;
    struct bp_words lead;  /* who presents it */
    struct bp_words taken; /* "with item 9", "after item 3" */
    struct bp_paper *papers;
    int n_papers;
    struct bp_closed *closed; /* the whole item without the public; NULL: open */
    struct bp_entry *entries;
    int n_entries;
    struct bp_item *items; /* sections and sub-items, in the order of the file */
    int n_items;
    struct bp_source source;
    /* derived */
    const char *anchor;        /* "item-3": no other has it */
    struct bp_entry_run *runs; /* all entries, in their order */
    int n_runs;
};

struct bp_signature {
    bool wanted;
    struct bp_words name;
    struct bp_words role;
};

struct bp_meeting {
    struct bp_words title;
    struct bp_words organisation;
    struct bp_words kind;    /* "Meeting notes"; left out: the layout's word for minutes */
    struct bp_words version; /* of this document: "Draft 2" */
    struct bp_date issued;   /* this version; year 0: not said */
    struct bp_words layout;  /* its name or file */
    struct bp_words house;   /* likewise, of the house style */
    struct bp_words edition; /* of the layout: "large-print", "draft, letter" */
    const char *language;    /* BCP 47; "en-GB" unless said */
    struct bp_date date;
    struct bp_source date_source;
    struct bp_time start;
    struct bp_time close;
    struct bp_words venue;
    struct bp_words held; /* how: "in person and on Teams" */
    enum bp_status_of_minutes status;
    struct bp_date approved; /* year 0: not said */
    struct bp_words chair;
    struct bp_words clerk; /* who took the minutes */
    struct bp_quorum quorum;
    struct bp_next next;
    struct bp_prose *contact; /* whom to ask */
    struct bp_people attendees;
    struct bp_people apologies;
    struct bp_people absent;
    struct bp_item *items;
    int n_items;
    struct bp_action *earlier; /* the register: actions of earlier meetings */
    int n_earlier;
    struct bp_prose *public;  /* how the public attends */
    struct bp_prose *closing; /* words after the last item */
    struct bp_signature signature;
    /* derived */
    struct bp_action **actions; /* of this meeting, in the order of the document */
    int n_actions;
};

#endif
