/* SPDX-License-Identifier: MIT */
/* The action register on a given day: the actions of a meeting and those of earlier meetings that
 * its file names, as they stood then. */
#ifndef BP_MODEL_REGISTER_H
#define BP_MODEL_REGISTER_H

#include "base/arena.h"
#include "model/meeting.h"

enum bp_register_state { BP_REGISTER_OVERDUE, BP_REGISTER_OPEN, BP_REGISTER_CLOSED };

struct bp_register_row {
    const struct bp_action *action;
    struct bp_date raised;
    enum bp_register_state state;
    int days_open;    /* since it was raised, until the day or until it was completed; -1: it is
                         closed, and the file does not say since when */
    int days_overdue; /* OVERDUE: since it was due; else 0 */
};

/* All rows in one array, and the three parts of it. */
struct bp_register {
    struct bp_date as_of;
    struct bp_register_row *rows;
    int n_rows;
    struct bp_register_row *overdue; /* the longest overdue first */
    int n_overdue;
    struct bp_register_row *open; /* the first due first, those without a day last */
    int n_open;
    struct bp_register_row *closed; /* the last completed first, those without a day last */
    int n_closed;
};

/*
 * The register on `as_of` (year 0: the meeting's date), from a meeting that has been derived. It
 * has the actions that were raised by then; one completed after that day is open, and one due on it
 * is not yet overdue. Rows that are equal in their order stand as they were raised, then as in the
 * file, those of earlier meetings first. Days are whole days of the calendar.
 */
struct bp_register *bp_register_make(const struct bp_meeting *meeting, struct bp_date as_of,
                                     struct bp_arena *arena);

#endif
