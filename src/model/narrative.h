/* SPDX-License-Identifier: MIT */
/*
 * A report as its file tells it: headings, Markdown, charts. It has the file's key,
 * "report", but not its name, as struct bp_report gathers faults. Plain data, as in
 * model/meeting.h.
 */
#ifndef BP_MODEL_NARRATIVE_H
#define BP_MODEL_NARRATIVE_H

#include "model/chart.h"
#include "model/meeting.h"

enum bp_status_of_narrative { BP_NARRATIVE_UNSAID, BP_NARRATIVE_DRAFT, BP_NARRATIVE_FINAL };

enum bp_narrative_kind { BP_NARRATIVE_TEXT, BP_NARRATIVE_CHART };

struct bp_narrative_entry {
    enum bp_narrative_kind kind;
    union {
        struct bp_prose *text;
        struct bp_chart *chart;
    };
};

/* A heading and what stands below it. */
struct bp_narrative_section {
    struct bp_words heading; /* without text: what stands before the first heading */
    struct bp_narrative_entry *entries;
    int n_entries;
    struct bp_source source;
    /* derived */
    const char *anchor; /* "section-finance": no other has it; NULL without a heading */
    int number;         /* among those that have a heading, from 1 on; 0 without one */
};

struct bp_narrative {
    struct bp_words title;
    struct bp_words organisation;
    struct bp_words subtitle;
    struct bp_words period; /* that it covers: "October 2021 to January 2022" */
    struct bp_date date;
    struct bp_source date_source;
    struct bp_words author;
    enum bp_status_of_narrative status;
    struct bp_words version; /* of this document: "Draft 2" */
    struct bp_date issued;   /* this version; year 0: not said */
    const char *language;    /* BCP 47; "en-GB" unless said */
    struct bp_words layout;  /* its name or file */
    struct bp_words house;   /* likewise, of the house style */
    struct bp_words edition; /* of the layout: "large-print", "draft, letter" */
    struct bp_prose *contact;
    struct bp_prose *summary;
    struct bp_narrative_section *sections;
    int n_sections;
    struct bp_prose *closing;
};

/* The types' words, by enum bp_chart_type, ending with NULL. */
extern const char *const bp_chart_types[];

#endif
