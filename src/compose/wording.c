/* SPDX-License-Identifier: MIT */
#include "compose/wording.h"

#include <glib.h>
#include <string.h>

static const char *const words[BP_N_WORDS] = {
    [BP_WORD_MINUTES] = "Minutes",
    [BP_WORD_DATE_AND_TIME] = "Date & time",
    [BP_WORD_DATE] = "Date",
    [BP_WORD_VENUE] = "Venue",
    [BP_WORD_HELD] = "Held",
    [BP_WORD_CHAIR] = "Chair",
    [BP_WORD_CLERK] = "Minute taker",
    [BP_WORD_ATTENDEES] = "Attendees",
    [BP_WORD_APOLOGIES] = "Apologies",
    [BP_WORD_ABSENT] = "Absent",
    [BP_WORD_QUORUM] = "Quorum",
    [BP_WORD_QUORUM_NEEDED] = "{1} needed",
    [BP_WORD_QUORUM_PRESENT] = "{1} present",
    [BP_WORD_QUORUM_BOTH] = "{1} needed, {2} present",
    [BP_WORD_STATUS] = "Status",
    [BP_WORD_STATUS_DRAFT] = "Draft, not yet approved",
    [BP_WORD_STATUS_APPROVED] = "Approved",
    [BP_WORD_STATUS_APPROVED_ON] = "Approved on {1}",
    [BP_WORD_WATERMARK] = "Draft",
    [BP_WORD_IN_PERSON] = "in person",
    [BP_WORD_VIRTUALLY] = "virtually",
    [BP_WORD_BY_TELEPHONE] = "by telephone",
    [BP_WORD_MEMBER] = "member",
    [BP_WORD_MEMBERS] = "members",
    [BP_WORD_IN_ATTENDANCE] = "in attendance",
    [BP_WORD_OF_THE_PUBLIC] = "member of the public",
    [BP_WORD_PUBLIC] = "members of the public",
    [BP_WORD_FROM] = "from {1}",
    [BP_WORD_UNTIL] = "until {1}",
    [BP_WORD_FROM_UNTIL] = "from {1} until {2}",
    [BP_WORD_LED_BY] = "Led by {1}",
    [BP_WORD_TAKEN] = "Taken {1}",
    [BP_WORD_PAPER] = "Paper:",
    [BP_WORD_PAPERS] = "Papers:",
    [BP_WORD_PICTURE] = "[Picture: {1}]",
    [BP_WORD_ACTION] = "Action",
    [BP_WORD_ACTION_NUMBER] = "Action {1}",
    [BP_WORD_DUE] = "Due {1}",
    [BP_WORD_DUE_WORDS] = "Due: {1}",
    [BP_WORD_DUE_NEXT] = "Due at the next meeting",
    [BP_WORD_DUE_NEXT_ON] = "Due at the next meeting, {1}",
    [BP_WORD_OPEN] = "Open",
    [BP_WORD_CLOSED] = "Closed",
    [BP_WORD_OVERVIEW] = "Overview of Actions",
    [BP_WORD_OWNER] = "Owner",
    [BP_WORD_DUE_DATE] = "Due date",
    [BP_WORD_NEXT_MEETING] = "Next meeting",
    [BP_WORD_NOTHING] = "–",
    [BP_WORD_AGREED] = "Agreed",
    [BP_WORD_MOTION] = "Motion",
    [BP_WORD_AMENDMENT] = "Amendment",
    [BP_WORD_AMENDMENT_NUMBER] = "Amendment {1}",
    [BP_WORD_PROPOSED] = ", proposed by {1}",
    [BP_WORD_SECONDED] = ", seconded by {1}",
    [BP_WORD_AND] = " and ",
    [BP_WORD_FOR] = "for",
    [BP_WORD_AGAINST] = "against",
    [BP_WORD_ABSTAINED] = "abstained",
    [BP_WORD_NAMES] = "{1} ({2}):",
    [BP_WORD_COUNT] = "{1} {2}",
    [BP_WORD_VOTED] = "Put to the vote",
    [BP_WORD_VOTE_ON_MOTION] = "Vote on the motion:",
    [BP_WORD_VOTE_AS_AMENDED] = "Vote on the motion as amended:",
    [BP_WORD_RESOLVED] = "Resolved",
    [BP_WORD_CARRIED] = "Carried",
    [BP_WORD_LOST] = "Lost",
    [BP_WORD_WITHDRAWN] = "Withdrawn",
    [BP_WORD_TABLED] = "Tabled",
    [BP_WORD_MEMBER_COLUMN] = "Member",
    [BP_WORD_ITEM_COLUMN] = "Item",
    [BP_WORD_INTEREST_COLUMN] = "Interest",
    [BP_WORD_DID_COLUMN] = "What they did",
    [BP_WORD_THE_MEETING] = "the meeting",
    [BP_WORD_THE] = "the {1}",
    [BP_WORD_MINUTES_OF] = "The minutes of ",
    [BP_WORD_APPROVAL] = " held on {1} were approved as a true and accurate record.",
    [BP_WORD_APPROVAL_CORRECTION] = " held on {1} were approved as a true and accurate record, "
                                    "subject to this correction:",
    [BP_WORD_APPROVAL_CORRECTIONS] = " held on {1} were approved as a true and accurate record, "
                                     "subject to these corrections:",
    [BP_WORD_CLOSED_SESSION] = "Closed session",
    [BP_WORD_EXCLUDED] = "The press and public were excluded.",
    [BP_WORD_EXCLUDED_UNDER] = "The press and public were excluded under {1}.",
    [BP_WORD_EXCLUDED_PARAGRAPH] = "The press and public were excluded under paragraph {1}.",
    [BP_WORD_EXCLUDED_PARAGRAPH_OF] =
        "The press and public were excluded under paragraph {1} of {2}.",
    [BP_WORD_MEETING_CLOSED] = "The meeting closed at {1}.",
    [BP_WORD_DATE_OF_NEXT] = "Date of next {1}:",
    [BP_WORD_NEXT] = "Next meeting:",
    [BP_WORD_SIGNED_AS] = "Signed as a true and accurate record of the meeting:",
    [BP_WORD_SIGNED] = "Signed",
    [BP_WORD_NAME] = "Name",
    [BP_WORD_PAGE] = "Page",
    [BP_WORD_OF] = "of",
    [BP_WORD_TIME_SPAN] = "{1} to {2}",
};

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

static const char *const short_months[] = {"Jan", "Feb", "Mar",  "Apr", "Jun", "Jul",
                                           "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"};

static const char *const weekdays[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                       "Thursday", "Friday", "Saturday"};

const char *bp_wording(enum bp_word word)
{
    return words[word];
}

const char *bp_wording_slot(const char *pattern)
{
    for (; (pattern = strchr(pattern, '{')) != NULL; pattern++)
        if ((pattern[1] == '1' || pattern[1] == '2') && pattern[2] == '}')
            break;
    return pattern;
}

const char *bp_wording_fill(struct bp_arena *arena, enum bp_word word, const char *first,
                            const char *second)
{
    GString *out = g_string_new(NULL);
    const char *pattern = words[word];
    for (const char *slot; (slot = bp_wording_slot(pattern)) != NULL; pattern = slot + 3) {
        const char *value = slot[1] == '1' ? first : second;
        g_assert(value != NULL);
        g_string_append_len(out, pattern, slot - pattern);
        g_string_append(out, value);
    }
    g_string_append(out, pattern);
    const char *filled = bp_arena_string(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return filled;
}

const char *bp_wording_capital(struct bp_arena *arena, const char *plain)
{
    return bp_arena_printf(arena, "%c%s", g_ascii_toupper(plain[0]), plain + 1);
}

const char *bp_wording_day(struct bp_arena *arena, struct bp_date date)
{
    return bp_arena_printf(arena, "%s %s", weekdays[bp_date_weekday(date)],
                           bp_wording_date(arena, date));
}

const char *bp_wording_date(struct bp_arena *arena, struct bp_date date)
{
    return bp_arena_printf(arena, "%d %s %d", date.day, months[date.month - 1], date.year);
}

const char *bp_wording_short_date(struct bp_arena *arena, struct bp_date date)
{
    return bp_arena_printf(arena, "%02d/%02d/%04d", date.day, date.month, date.year);
}

const char *bp_wording_time(struct bp_arena *arena, struct bp_time time)
{
    return bp_arena_printf(arena, "%02d:%02d", time.hour, time.minute);
}

const char *bp_wording_span(struct bp_arena *arena, struct bp_time from, struct bp_time until)
{
    const char *first = from.hour < 0 ? NULL : bp_wording_time(arena, from);
    const char *last = until.hour < 0 ? NULL : bp_wording_time(arena, until);
    if (first != NULL && last != NULL)
        return bp_wording_fill(arena, BP_WORD_TIME_SPAN, first, last);
    if (first != NULL)
        return bp_wording_fill(arena, BP_WORD_FROM, first, NULL);
    return last == NULL ? NULL : bp_wording_fill(arena, BP_WORD_UNTIL, last, NULL);
}

static int month_length(const char *text, const char *month)
{
    size_t length = strlen(month);
    bool whole = strncmp(text, month, length) == 0 && !g_ascii_isalpha(text[length]);
    return whole ? (int)length : 0;
}

int bp_wording_month_length(const char *text)
{
    int length = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(months) && length == 0; i++)
        length = month_length(text, months[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(short_months) && length == 0; i++)
        length = month_length(text, short_months[i]);
    return length;
}
