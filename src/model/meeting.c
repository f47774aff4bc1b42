/* SPDX-License-Identifier: MIT */
/* The data of a meeting and of a register by their names: a table for each struct, from the small
 * to the large. */
#include "model/meeting.h"

#include <stddef.h>

#include "model/value.h"

/* The array, and how many there are. */
#define DATA(array) array, (int)(sizeof(array) / sizeof *(array))

static const char *const attended[] = {NULL, "in-person", "virtually", "by-telephone", NULL};
static const char *const capacities[] = {NULL, "member", "in-attendance", "public", NULL};
static const char *const purposes[] = {NULL,          "decision",   "assurance",
                                       "information", "discussion", NULL};
static const char *const results[] = {NULL, "carried", "lost", "withdrawn", "tabled", NULL};
static const char *const dues[] = {NULL, "date", "next-meeting", "words", NULL};
static const char *const states[] = {"open", "closed", NULL};
static const char *const statuses[] = {NULL, "draft", "approved", NULL};
static const char *const row_states[] = {"overdue", "open", "closed", NULL};

static const struct bp_datum person_data[] = {
    {"name", BP_VALUE_WORDS, .offset = offsetof(struct bp_person, name)},
    {"role", BP_VALUE_WORDS, .offset = offsetof(struct bp_person, role)},
    {"abbreviation", BP_VALUE_WORDS, .offset = offsetof(struct bp_person, abbreviation)},
    {"note", BP_VALUE_WORDS, .offset = offsetof(struct bp_person, note)},
    {"attended", BP_VALUE_CHOICE, .offset = offsetof(struct bp_person, attended),
     .choices = attended},
    {"capacity", BP_VALUE_CHOICE, .offset = offsetof(struct bp_person, capacity),
     .choices = capacities},
    {"from", BP_VALUE_WORDS, .offset = offsetof(struct bp_person, from)},
    {"until", BP_VALUE_WORDS, .offset = offsetof(struct bp_person, until)},
};
static const struct bp_record_type person = {
    .noun = "a person", DATA(person_data), offsetof(struct bp_person, source)};

static const struct bp_datum group_data[] = {
    {"organisation", BP_VALUE_WORDS, .offset = offsetof(struct bp_group, organisation)},
    {"capacity", BP_VALUE_CHOICE, .offset = offsetof(struct bp_group, capacity),
     .choices = capacities},
    {"people", BP_VALUE_RECORD, .offset = offsetof(struct bp_group, people), &person,
     .count = offsetof(struct bp_group, n_people), .stride = sizeof(struct bp_person)},
};
static const struct bp_record_type group = {
    .noun = "a group of people", DATA(group_data), offsetof(struct bp_group, source)};

static const struct bp_datum quorum_data[] = {
    {"needed", BP_VALUE_NUMBER, .offset = offsetof(struct bp_quorum, needed), .none = 0},
    {"present", BP_VALUE_NUMBER, .offset = offsetof(struct bp_quorum, present), .none = 0},
    {"text", BP_VALUE_WORDS, .offset = offsetof(struct bp_quorum, text)},
};
static const struct bp_record_type quorum = {.noun = "the quorum", DATA(quorum_data)};

static const struct bp_datum next_data[] = {
    {"title", BP_VALUE_WORDS, .offset = offsetof(struct bp_next, title)},
    {"date", BP_VALUE_DATE, .offset = offsetof(struct bp_next, date)},
    {"time", BP_VALUE_TIME, .offset = offsetof(struct bp_next, time)},
    {"venue", BP_VALUE_WORDS, .offset = offsetof(struct bp_next, venue)},
    {"text", BP_VALUE_WORDS, .offset = offsetof(struct bp_next, text)},
};
static const struct bp_record_type next_meeting = {
    .noun = "the next meeting", DATA(next_data), offsetof(struct bp_next, source)};

static const struct bp_datum origin_data[] = {
    {"title", BP_VALUE_WORDS, .offset = offsetof(struct bp_item, title)},
    {"number", BP_VALUE_WORDS, .offset = offsetof(struct bp_item, number)},
};
static const struct bp_record_type origin = {.noun = "an action's item", DATA(origin_data)};

static const struct bp_datum action_data[] = {
    {"number", BP_VALUE_WORDS, .offset = offsetof(struct bp_action, number)},
    {"owners", BP_VALUE_WORDS, .offset = offsetof(struct bp_action, owners),
     .count = offsetof(struct bp_action, n_owners), .stride = sizeof(struct bp_words)},
    {"action", BP_VALUE_PROSE, .offset = offsetof(struct bp_action, action)},
    {"due", BP_VALUE_CHOICE, .offset = offsetof(struct bp_action, due), .choices = dues},
    {"due-day", BP_VALUE_DATE, .offset = offsetof(struct bp_action, due_day)},
    {"due-words", BP_VALUE_WORDS, .offset = offsetof(struct bp_action, due_words)},
    {"status", BP_VALUE_CHOICE, .offset = offsetof(struct bp_action, status), .choices = states,
     .none = -1},
    {"raised", BP_VALUE_DATE, .offset = offsetof(struct bp_action, raised)},
    {"completed", BP_VALUE_DATE, .offset = offsetof(struct bp_action, completed)},
    {"closing", BP_VALUE_PROSE, .offset = offsetof(struct bp_action, closing)},
    {"overview-action", BP_VALUE_PROSE, .offset = offsetof(struct bp_action, overview_action)},
    {"overview-owner", BP_VALUE_WORDS, .offset = offsetof(struct bp_action, overview_owner)},
    {"meeting", BP_VALUE_WORDS, .offset = offsetof(struct bp_action, meeting)},
    {"item", BP_VALUE_RECORD, .offset = offsetof(struct bp_action, item), &origin, .pointer = true},
};
static const struct bp_record_type action = {
    .noun = "an action", DATA(action_data), offsetof(struct bp_action, source)};

static const struct bp_datum update_data[] = {
    {"id", BP_VALUE_WORDS, .offset = offsetof(struct bp_update, id)},
    {"action", BP_VALUE_PROSE, .offset = offsetof(struct bp_update, action)},
    {"update", BP_VALUE_PROSE, .offset = offsetof(struct bp_update, update)},
};
static const struct bp_record_type update = {
    .noun = "an update", DATA(update_data), offsetof(struct bp_update, source)};

static const struct bp_datum declaration_data[] = {
    {"person", BP_VALUE_WORDS, .offset = offsetof(struct bp_declaration, person)},
    {"item", BP_VALUE_WORDS, .offset = offsetof(struct bp_declaration, item)},
    {"interest", BP_VALUE_PROSE, .offset = offsetof(struct bp_declaration, interest)},
    {"did", BP_VALUE_PROSE, .offset = offsetof(struct bp_declaration, did)},
};
static const struct bp_record_type declaration = {
    .noun = "a declaration", DATA(declaration_data), offsetof(struct bp_declaration, source)};

static const struct bp_datum approval_data[] = {
    {"title", BP_VALUE_WORDS, .offset = offsetof(struct bp_approval, title)},
    {"date", BP_VALUE_DATE, .offset = offsetof(struct bp_approval, date)},
    {"corrections", BP_VALUE_PROSE, .offset = offsetof(struct bp_approval, corrections),
     .count = offsetof(struct bp_approval, n_corrections), .stride = sizeof(struct bp_prose *)},
};
static const struct bp_record_type approval = {
    .noun = "an approval", DATA(approval_data), offsetof(struct bp_approval, source)};

static struct bp_value side_count(const void *record, const struct bp_datum *datum)
{
    const struct bp_side *side = record;
    int count = side->n_names > 0 ? side->n_names : side->count;
    if (count == datum->none)
        return (struct bp_value){BP_VALUE_NOTHING};
    return (struct bp_value){.kind = BP_VALUE_NUMBER, .number = count};
}

static const struct bp_datum side_data[] = {
    {"count", BP_VALUE_NUMBER, .none = -1, .get = side_count},
    {"names", BP_VALUE_WORDS, .offset = offsetof(struct bp_side, names),
     .count = offsetof(struct bp_side, n_names), .stride = sizeof(struct bp_words)},
};
static const struct bp_record_type side = {.noun = "one side of a vote", DATA(side_data)};

static const struct bp_datum vote_data[] = {
    {"for", BP_VALUE_RECORD, .offset = offsetof(struct bp_vote, in_favour), &side},
    {"against", BP_VALUE_RECORD, .offset = offsetof(struct bp_vote, against), &side},
    {"abstained", BP_VALUE_RECORD, .offset = offsetof(struct bp_vote, abstained), &side},
};
static const struct bp_record_type vote = {.noun = "a vote", DATA(vote_data)};

static struct bp_value motion_vote(const void *record, const struct bp_datum *datum)
{
    const struct bp_motion *motion = record;
    if (!motion->vote.taken)
        return (struct bp_value){BP_VALUE_NOTHING};
    return (struct bp_value){BP_VALUE_RECORD, datum->record, .record = &motion->vote};
}

/* How many amendments were carried; nothing when none was. */
static struct bp_value motion_amended(const void *record, const struct bp_datum *datum)
{
    const struct bp_motion *motion = record;
    int n = 0;
    for (int i = 0; i < motion->n_amendments; i++)
        n += motion->amendments[i].result == BP_RESULT_CARRIED;
    if (n == datum->none)
        return (struct bp_value){BP_VALUE_NOTHING};
    return (struct bp_value){.kind = BP_VALUE_NUMBER, .number = n};
}

static const struct bp_record_type motion;
static const struct bp_datum motion_data[] = {
    {"text", BP_VALUE_PROSE, .offset = offsetof(struct bp_motion, text)},
    {"proposer", BP_VALUE_WORDS, .offset = offsetof(struct bp_motion, proposer)},
    {"seconder", BP_VALUE_WORDS, .offset = offsetof(struct bp_motion, seconder)},
    {"vote", BP_VALUE_RECORD, .record = &vote, .get = motion_vote},
    {"result", BP_VALUE_CHOICE, .offset = offsetof(struct bp_motion, result), .choices = results},
    {"amended", BP_VALUE_NUMBER, .get = motion_amended},
    {"amendments", BP_VALUE_RECORD, .offset = offsetof(struct bp_motion, amendments), &motion,
     .count = offsetof(struct bp_motion, n_amendments), .stride = sizeof(struct bp_motion)},
    {"resolved", BP_VALUE_PROSE, .offset = offsetof(struct bp_motion, resolved)},
};
static const struct bp_record_type motion = {
    .noun = "a motion", DATA(motion_data), offsetof(struct bp_motion, source)};

static const struct bp_datum decision_data[] = {
    {"text", BP_VALUE_PROSE, .offset = offsetof(struct bp_decision, text)},
};
static const struct bp_record_type decision = {
    .noun = "a decision", DATA(decision_data), offsetof(struct bp_decision, source)};

static const struct bp_datum event_data[] = {
    {"time", BP_VALUE_TIME, .offset = offsetof(struct bp_event, time)},
    {"text", BP_VALUE_PROSE, .offset = offsetof(struct bp_event, text)},
};
static const struct bp_record_type event = {
    .noun = "an event", DATA(event_data), offsetof(struct bp_event, source)};

static const struct bp_datum closed_data[] = {
    {"paragraph", BP_VALUE_WORDS, .offset = offsetof(struct bp_closed, paragraph)},
    {"act", BP_VALUE_WORDS, .offset = offsetof(struct bp_closed, act)},
    {"reason", BP_VALUE_PROSE, .offset = offsetof(struct bp_closed, reason)},
    {"from", BP_VALUE_TIME, .offset = offsetof(struct bp_closed, from)},
    {"until", BP_VALUE_TIME, .offset = offsetof(struct bp_closed, until)},
};
static const struct bp_record_type closed = {
    .noun = "a closed part", DATA(closed_data), offsetof(struct bp_closed, source)};

static const struct bp_datum paper_data[] = {
    {"title", BP_VALUE_WORDS, .offset = offsetof(struct bp_paper, title)},
    {"file", BP_VALUE_WORDS, .offset = offsetof(struct bp_paper, file), .string = true},
    {"url", BP_VALUE_WORDS, .offset = offsetof(struct bp_paper, url), .string = true},
};
static const struct bp_record_type paper = {
    .noun = "a paper", DATA(paper_data), offsetof(struct bp_paper, source)};

/* What happened under an item, in runs: datum->none is the kind of entry that is asked for. */
static struct bp_value run_entries(const void *record, const struct bp_datum *datum)
{
    const struct bp_entry_run *run = record;
    if ((int)run->kind != datum->none)
        return (struct bp_value){BP_VALUE_NOTHING};
    if (datum->kind == BP_VALUE_PROSE)
        return (struct bp_value){.kind = BP_VALUE_PROSE, .prose = run->entries->text};
    return (struct bp_value){BP_VALUE_RECORD,
                             datum->record,
                             .list = true,
                             .entries = run->entries,
                             .n_entries = run->n_entries,
                             .datum = datum};
}

/* The member of the entry does not matter: all are pointers at one place. */
static const struct bp_datum run_data[] = {
    {"text", BP_VALUE_PROSE, .none = BP_ENTRY_TEXT, .get = run_entries},
    {"actions", BP_VALUE_RECORD, .offset = offsetof(struct bp_entry, action), &action,
     .pointer = true, .stride = sizeof(struct bp_entry), .none = BP_ENTRY_ACTION,
     .get = run_entries, .list = true},
    {"updates", BP_VALUE_RECORD, .offset = offsetof(struct bp_entry, update), &update,
     .pointer = true, .stride = sizeof(struct bp_entry), .none = BP_ENTRY_UPDATE,
     .get = run_entries, .list = true},
    {"decisions", BP_VALUE_RECORD, .offset = offsetof(struct bp_entry, decision), &decision,
     .pointer = true, .stride = sizeof(struct bp_entry), .none = BP_ENTRY_DECISION,
     .get = run_entries, .list = true},
    {"motions", BP_VALUE_RECORD, .offset = offsetof(struct bp_entry, motion), &motion,
     .pointer = true, .stride = sizeof(struct bp_entry), .none = BP_ENTRY_MOTION,
     .get = run_entries, .list = true},
    {"declarations", BP_VALUE_RECORD, .offset = offsetof(struct bp_entry, declaration),
     &declaration, .pointer = true, .stride = sizeof(struct bp_entry), .none = BP_ENTRY_DECLARATION,
     .get = run_entries, .list = true},
    {"approvals", BP_VALUE_RECORD, .offset = offsetof(struct bp_entry, approval), &approval,
     .pointer = true, .stride = sizeof(struct bp_entry), .none = BP_ENTRY_APPROVAL,
     .get = run_entries, .list = true},
    {"events", BP_VALUE_RECORD, .offset = offsetof(struct bp_entry, event), &event, .pointer = true,
     .stride = sizeof(struct bp_entry), .none = BP_ENTRY_EVENT, .get = run_entries, .list = true},
    {"closed", BP_VALUE_RECORD, .offset = offsetof(struct bp_entry, closed), &closed,
     .pointer = true, .stride = sizeof(struct bp_entry), .none = BP_ENTRY_CLOSED,
     .get = run_entries, .list = true},
    {"charts", BP_VALUE_RECORD, .offset = offsetof(struct bp_entry, chart), &bp_chart_record,
     .pointer = true, .stride = sizeof(struct bp_entry), .none = BP_ENTRY_CHART, .get = run_entries,
     .list = true},
};
static const struct bp_record_type run = {.noun = "a run of entries", DATA(run_data)};

static struct bp_value item_kind(const void *record, const struct bp_datum *datum)
{
    const struct bp_item *item = record;
    const char *kind = datum->choices[item->section ? 1 : 0];
    return (struct bp_value){.kind = BP_VALUE_CHOICE, .words = {.text = kind}};
}

static const char *const item_kinds[] = {"item", "section", NULL};
static const struct bp_record_type item;
static const struct bp_datum item_data[] = {
    {"title", BP_VALUE_WORDS, .offset = offsetof(struct bp_item, title)},
    {"number", BP_VALUE_WORDS, .offset = offsetof(struct bp_item, number)},
    {"anchor", BP_VALUE_WORDS, .offset = offsetof(struct bp_item, anchor), .string = true},
    {"kind", BP_VALUE_CHOICE, .choices = item_kinds, .none = -1, .get = item_kind},
    {"purpose", BP_VALUE_CHOICE, .offset = offsetof(struct bp_item, purpose), .choices = purposes},
    {"time", BP_VALUE_TIME, .offset = offsetof(struct bp_item, time)},
    {"lead", BP_VALUE_WORDS, .offset = offsetof(struct bp_item, lead)},
    {"taken", BP_VALUE_WORDS, .offset = offsetof(struct bp_item, taken)},
    {"closed", BP_VALUE_RECORD, .offset = offsetof(struct bp_item, closed), &closed,
     .pointer = true},
    {"papers", BP_VALUE_RECORD, .offset = offsetof(struct bp_item, papers), &paper,
     .count = offsetof(struct bp_item, n_papers), .stride = sizeof(struct bp_paper)},
    {"runs", BP_VALUE_RECORD, .offset = offsetof(struct bp_item, runs), &run,
     .count = offsetof(struct bp_item, n_runs), .stride = sizeof(struct bp_entry_run)},
    {"items", BP_VALUE_RECORD, .offset = offsetof(struct bp_item, items), &item,
     .count = offsetof(struct bp_item, n_items), .stride = sizeof(struct bp_item)},
};
static const struct bp_record_type item = {
    .noun = "an item", DATA(item_data), offsetof(struct bp_item, source)};

static struct bp_value wanted_signature(const void *record, const struct bp_datum *datum)
{
    const struct bp_meeting *meeting = record;
    if (!meeting->signature.wanted)
        return (struct bp_value){BP_VALUE_NOTHING};
    return (struct bp_value){BP_VALUE_RECORD, datum->record, .record = &meeting->signature};
}

/* How many decisions and motions stand under these items and those below them. */
static int count_decided(const struct bp_item *items, int n_items)
{
    int n = 0;
    for (int i = 0; i < n_items; i++) {
        for (int k = 0; k < items[i].n_runs; k++) {
            enum bp_entry_kind kind = items[i].runs[k].kind;
            if (kind == BP_ENTRY_DECISION || kind == BP_ENTRY_MOTION)
                n += items[i].runs[k].n_entries;
        }
        n += count_decided(items[i].items, items[i].n_items);
    }
    return n;
}

static struct bp_value meeting_decided(const void *record, const struct bp_datum *datum)
{
    const struct bp_meeting *meeting = record;
    int n = count_decided(meeting->items, meeting->n_items);
    if (n == datum->none)
        return (struct bp_value){BP_VALUE_NOTHING};
    return (struct bp_value){.kind = BP_VALUE_NUMBER, .number = n};
}

static const struct bp_datum signature_data[] = {
    {"name", BP_VALUE_WORDS, .offset = offsetof(struct bp_signature, name)},
    {"role", BP_VALUE_WORDS, .offset = offsetof(struct bp_signature, role)},
};
static const struct bp_record_type signature = {.noun = "the signature", DATA(signature_data)};

static const struct bp_datum meeting_data[] = {
    {"title", BP_VALUE_WORDS, .offset = offsetof(struct bp_meeting, title)},
    {"organisation", BP_VALUE_WORDS, .offset = offsetof(struct bp_meeting, organisation)},
    {"kind", BP_VALUE_WORDS, .offset = offsetof(struct bp_meeting, kind)},
    {"date", BP_VALUE_DATE, .offset = offsetof(struct bp_meeting, date)},
    {"start", BP_VALUE_TIME, .offset = offsetof(struct bp_meeting, start)},
    {"close", BP_VALUE_TIME, .offset = offsetof(struct bp_meeting, close)},
    {"venue", BP_VALUE_WORDS, .offset = offsetof(struct bp_meeting, venue)},
    {"held", BP_VALUE_WORDS, .offset = offsetof(struct bp_meeting, held)},
    {"status", BP_VALUE_CHOICE, .offset = offsetof(struct bp_meeting, status), .choices = statuses},
    {"approved", BP_VALUE_DATE, .offset = offsetof(struct bp_meeting, approved)},
    {"version", BP_VALUE_WORDS, .offset = offsetof(struct bp_meeting, version)},
    {"issued", BP_VALUE_DATE, .offset = offsetof(struct bp_meeting, issued)},
    {"chair", BP_VALUE_WORDS, .offset = offsetof(struct bp_meeting, chair)},
    {"clerk", BP_VALUE_WORDS, .offset = offsetof(struct bp_meeting, clerk)},
    {"contact", BP_VALUE_PROSE, .offset = offsetof(struct bp_meeting, contact)},
    {"public", BP_VALUE_PROSE, .offset = offsetof(struct bp_meeting, public)},
    {"quorum", BP_VALUE_RECORD, .offset = offsetof(struct bp_meeting, quorum), &quorum},
    {"next", BP_VALUE_RECORD, .offset = offsetof(struct bp_meeting, next), &next_meeting},
    {"attendees", BP_VALUE_RECORD, .offset = offsetof(struct bp_meeting, attendees.groups), &group,
     .count = offsetof(struct bp_meeting, attendees.n_groups), .stride = sizeof(struct bp_group)},
    {"apologies", BP_VALUE_RECORD, .offset = offsetof(struct bp_meeting, apologies.groups), &group,
     .count = offsetof(struct bp_meeting, apologies.n_groups), .stride = sizeof(struct bp_group)},
    {"absent", BP_VALUE_RECORD, .offset = offsetof(struct bp_meeting, absent.groups), &group,
     .count = offsetof(struct bp_meeting, absent.n_groups), .stride = sizeof(struct bp_group)},
    {"items", BP_VALUE_RECORD, .offset = offsetof(struct bp_meeting, items), &item,
     .count = offsetof(struct bp_meeting, n_items), .stride = sizeof(struct bp_item)},
    {"decided", BP_VALUE_NUMBER, .get = meeting_decided},
    {"actions", BP_VALUE_RECORD, .offset = offsetof(struct bp_meeting, actions), &action,
     .pointer = true, .count = offsetof(struct bp_meeting, n_actions),
     .stride = sizeof(struct bp_action *)},
    {"closing", BP_VALUE_PROSE, .offset = offsetof(struct bp_meeting, closing)},
    {"signature", BP_VALUE_RECORD, .record = &signature, .get = wanted_signature},
};
const struct bp_record_type bp_meeting_record = {.noun = "the meeting", DATA(meeting_data)};

static const struct bp_datum row_data[] = {
    {"action", BP_VALUE_RECORD, .offset = offsetof(struct bp_register_row, action), &action,
     .pointer = true},
    {"raised", BP_VALUE_DATE, .offset = offsetof(struct bp_register_row, raised)},
    {"state", BP_VALUE_CHOICE, .offset = offsetof(struct bp_register_row, state),
     .choices = row_states, .none = -1},
    {"days-open", BP_VALUE_NUMBER, .offset = offsetof(struct bp_register_row, days_open),
     .none = -1},
    {"days-overdue", BP_VALUE_NUMBER, .offset = offsetof(struct bp_register_row, days_overdue),
     .none = 0},
};
static const struct bp_record_type row = {.noun = "a row of the register", DATA(row_data)};

static const struct bp_datum register_data[] = {
    {"as-of", BP_VALUE_DATE, .offset = offsetof(struct bp_register, as_of)},
    {"rows", BP_VALUE_RECORD, .offset = offsetof(struct bp_register, rows), &row,
     .count = offsetof(struct bp_register, n_rows), .stride = sizeof(struct bp_register_row)},
    {"overdue", BP_VALUE_RECORD, .offset = offsetof(struct bp_register, overdue), &row,
     .count = offsetof(struct bp_register, n_overdue), .stride = sizeof(struct bp_register_row)},
    {"open", BP_VALUE_RECORD, .offset = offsetof(struct bp_register, open), &row,
     .count = offsetof(struct bp_register, n_open), .stride = sizeof(struct bp_register_row)},
    {"closed", BP_VALUE_RECORD, .offset = offsetof(struct bp_register, closed), &row,
     .count = offsetof(struct bp_register, n_closed), .stride = sizeof(struct bp_register_row)},
};
const struct bp_record_type bp_register_record = {.noun = "the register", DATA(register_data)};
