/* SPDX-License-Identifier: MIT */
/*
 * Every fixed word that minutes print, and the forms of dates and times. Words with "{1}" and "{2}"
 * are patterns for bp_wording_fill(). Results have plain spaces; phrases bind what must not be
 * parted (compose/phrase.h).
 */
#ifndef BP_COMPOSE_WORDING_H
#define BP_COMPOSE_WORDING_H

#include "base/arena.h"
#include "model/meeting.h"

enum bp_word {
    BP_WORD_MINUTES,
    BP_WORD_DATE_AND_TIME,
    BP_WORD_DATE,
    BP_WORD_VENUE,
    BP_WORD_HELD,
    BP_WORD_CHAIR,
    BP_WORD_CLERK,
    BP_WORD_ATTENDEES,
    BP_WORD_APOLOGIES,
    BP_WORD_ABSENT,
    BP_WORD_QUORUM,
    BP_WORD_QUORUM_NEEDED,
    BP_WORD_QUORUM_PRESENT,
    BP_WORD_QUORUM_BOTH,
    BP_WORD_STATUS,
    BP_WORD_STATUS_DRAFT,
    BP_WORD_STATUS_APPROVED,
    BP_WORD_STATUS_APPROVED_ON,
    BP_WORD_WATERMARK,
    BP_WORD_IN_PERSON,
    BP_WORD_VIRTUALLY,
    BP_WORD_BY_TELEPHONE,
    BP_WORD_MEMBER,
    BP_WORD_MEMBERS,
    BP_WORD_IN_ATTENDANCE,
    BP_WORD_OF_THE_PUBLIC,
    BP_WORD_PUBLIC,
    BP_WORD_FROM,
    BP_WORD_UNTIL,
    BP_WORD_FROM_UNTIL,
    BP_WORD_LED_BY,
    BP_WORD_TAKEN,
    BP_WORD_PAPER,
    BP_WORD_PAPERS,
    BP_WORD_PICTURE,
    BP_WORD_ACTION,
    BP_WORD_ACTION_NUMBER,
    BP_WORD_DUE,
    BP_WORD_DUE_WORDS,
    BP_WORD_DUE_NEXT,
    BP_WORD_DUE_NEXT_ON,
    BP_WORD_OPEN,
    BP_WORD_CLOSED,
    BP_WORD_OVERVIEW,
    BP_WORD_OWNER,
    BP_WORD_DUE_DATE,
    BP_WORD_NEXT_MEETING,
    BP_WORD_NOTHING,
    BP_WORD_AGREED,
    BP_WORD_MOTION,
    BP_WORD_AMENDMENT,
    BP_WORD_AMENDMENT_NUMBER,
    BP_WORD_PROPOSED,
    BP_WORD_SECONDED,
    BP_WORD_AND,
    BP_WORD_FOR,
    BP_WORD_AGAINST,
    BP_WORD_ABSTAINED,
    BP_WORD_NAMES,
    BP_WORD_COUNT,
    BP_WORD_VOTED,
    BP_WORD_VOTE_ON_MOTION,
    BP_WORD_VOTE_AS_AMENDED,
    BP_WORD_RESOLVED,
    BP_WORD_CARRIED,
    BP_WORD_LOST,
    BP_WORD_WITHDRAWN,
    BP_WORD_TABLED,
    BP_WORD_MEMBER_COLUMN,
    BP_WORD_ITEM_COLUMN,
    BP_WORD_INTEREST_COLUMN,
    BP_WORD_DID_COLUMN,
    BP_WORD_THE_MEETING,
    BP_WORD_THE,
    BP_WORD_MINUTES_OF,
    BP_WORD_APPROVAL,
    BP_WORD_APPROVAL_CORRECTION,
    BP_WORD_APPROVAL_CORRECTIONS,
    BP_WORD_CLOSED_SESSION,
    BP_WORD_EXCLUDED,
    BP_WORD_EXCLUDED_UNDER,
    BP_WORD_EXCLUDED_PARAGRAPH,
    BP_WORD_EXCLUDED_PARAGRAPH_OF,
    BP_WORD_MEETING_CLOSED,
    BP_WORD_DATE_OF_NEXT,
    BP_WORD_NEXT,
    BP_WORD_SIGNED_AS,
    BP_WORD_SIGNED,
    BP_WORD_NAME,
    BP_WORD_PAGE,
    BP_WORD_OF,
    BP_WORD_TIME_SPAN,
    BP_N_WORDS
};

const char *bp_wording(enum bp_word word);

/* The first "{1}" or "{2}" in a pattern; NULL when it has none. */
const char *bp_wording_slot(const char *pattern);

/* The pattern with `first` for "{1}" and `second` for "{2}"; either may be NULL where unused. */
const char *bp_wording_fill(struct bp_arena *arena, enum bp_word word, const char *first,
                            const char *second);

/* With a capital at the start: "Members". */
const char *bp_wording_capital(struct bp_arena *arena, const char *words);

/* "Wednesday 16 March 2022", "16 March 2022", "16/03/2022". */
const char *bp_wording_day(struct bp_arena *arena, struct bp_date date);
const char *bp_wording_date(struct bp_arena *arena, struct bp_date date);
const char *bp_wording_short_date(struct bp_arena *arena, struct bp_date date);

/* "09:30". */
const char *bp_wording_time(struct bp_arena *arena, struct bp_time time);

/* "10:00 to 12:15", or the one that is known; NULL when neither is. */
const char *bp_wording_span(struct bp_arena *arena, struct bp_time from, struct bp_time until);

/* Bytes of the month's name, full or cut short, that `text` starts with as a whole word; else 0. */
int bp_wording_month_length(const char *text);

#endif
