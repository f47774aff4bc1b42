/* SPDX-License-Identifier: MIT */
/* Which keys each part of a meeting, report or metrics file may have. */
#ifndef BP_LOAD_KEYS_H
#define BP_LOAD_KEYS_H

#include <stdbool.h>

enum bp_part {
    BP_PART_FILE,
    BP_PART_MEETING,
    BP_PART_QUORUM,
    BP_PART_NEXT,
    BP_PART_GROUP,
    BP_PART_PERSON,
    BP_PART_ITEM,
    BP_PART_SECTION,
    BP_PART_PAPER,
    BP_PART_CLOSED,
    BP_PART_APPROVAL,
    BP_PART_DECLARATION,
    BP_PART_UPDATE,
    BP_PART_MOTION,
    BP_PART_AMENDMENT,
    BP_PART_VOTES,
    BP_PART_DECISION,
    BP_PART_ACTION,
    BP_PART_OVERVIEW,
    BP_PART_EVENT,
    BP_PART_TEXT,
    BP_PART_SIGNATURE,
    BP_PART_CLOSED_ENTRY,
    BP_PART_EARLIER,
    BP_PART_REPORT_FILE, /* from here on, of a report file */
    BP_PART_REPORT,
    BP_PART_HEADING,
    BP_PART_PASSAGE,
    BP_PART_ROOM,
    BP_PART_CHART,
    BP_PART_MEASURES,
    BP_PART_BAR,
    BP_PART_MOVE,
    BP_PART_PLACE,
    BP_PART_HEAT_ROW,
    BP_PART_TASK,
    BP_PART_RISK,
    BP_PART_WAS,
    BP_PART_METRICS_FILE, /* from here on, of a metrics file, or of the list in a report file */
    BP_PART_SERIES,
    BP_PART_STEP,
    BP_PART_BASELINE,
    BP_PART_INCIDENT,
    BP_PART_REBASE,
    BP_PART_POINT,
    BP_PART_CSV,
    BP_N_PARTS,
};

/* What to write for a part where words stand instead of its keys; NULL: its first key. */
const char *bp_keys_example(enum bp_part part);

/* The key that a part must have when it stands in a list; NULL when it has none such, or more. */
const char *bp_keys_needed(enum bp_part part);

/* The keys of a part, ending with NULL. */
const char *const *bp_keys_of(enum bp_part part);

/* What the part is called in a message: "an item". */
const char *bp_keys_noun(enum bp_part part);

/* For the top level of a file, the part below its first key, which says the file's kind; else
 * BP_N_PARTS. */
enum bp_part bp_keys_front(enum bp_part part);

bool bp_keys_has(enum bp_part part, const char *key);

/* The first other part of the same kind of file that has this key, or of any kind for BP_N_PARTS;
 * BP_N_PARTS when none has. */
enum bp_part bp_keys_elsewhere(enum bp_part part, const char *key);

/* Our key for a word that people use instead ("location" for "venue"), if the part has it. */
const char *bp_keys_other_word(enum bp_part part, const char *word);

#endif
