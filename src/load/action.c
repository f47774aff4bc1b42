/* SPDX-License-Identifier: MIT */
#include "load/action.h"

#include <string.h>

#include "base/nearest.h"
#include "load/when.h"

static const char *const statuses[] = {"open", "closed", NULL};

static void read_owner_list(struct bp_reader *reader, const struct bp_yaml *list,
                            struct bp_action *action)
{
    action->owners = bp_arena_new(reader->arena, sizeof *action->owners * (size_t)list->n_items);
    for (int i = 0; i < list->n_items; i++) {
        struct bp_words owner = bp_reader_words(reader, list->items[i], "owners");
        if (owner.text)
            action->owners[action->n_owners++] = owner;
    }
}

static void read_owners(struct bp_reader *reader, const struct bp_yaml *node, enum bp_part part,
                        struct bp_action *action)
{
    const struct bp_yaml *one = bp_yaml_find(node, "owner");
    const struct bp_yaml *many = bp_yaml_find(node, "owners");
    if (one && many)
        bp_report_error(reader->report, &many->source, "two-owners",
                        "this action has both “owner” and “owners”; write one of the two");
    const struct bp_yaml *owners = one ? one : many;
    if (!owners) {
        bp_reader_missing(reader, node, part, "owner", "write “owner: ” and who is to do it");
    } else if (owners->kind == BP_YAML_LIST && owners->n_items == 0) {
        bp_report_error(reader->report, &owners->source, "no-owner",
                        "this action has no owner; write “owner: ” and who is to do it");
    } else if (owners->kind == BP_YAML_LIST) {
        read_owner_list(reader, owners, action);
    } else {
        action->owners = bp_arena_new(reader->arena, sizeof *action->owners);
        action->owners[0] = bp_reader_words(reader, owners, one ? "owner" : "owners");
        action->n_owners = action->owners[0].text ? 1 : 0;
    }
}

static void read_id(struct bp_reader *reader, const struct bp_yaml *node, struct bp_action *action)
{
    const struct bp_yaml *id = bp_yaml_find(node, "id");
    action->id = bp_reader_words(reader, id, "id");
    if (!action->id.text)
        return;
    const struct bp_yaml *first = g_hash_table_lookup(reader->action_ids, action->id.text);
    if (first)
        bp_report_error(reader->report, &id->source, "duplicate-id",
                        "the action in line %d has the id “%s” too; write another one",
                        first->source.line, bp_reader_clip(reader, action->id.text));
    else
        g_hash_table_insert(reader->action_ids, (gpointer)(gsize)action->id.text,
                            (gpointer)(gsize)id);
}

/* The day on which it was raised: this meeting's, unless the file says an earlier one. */
static void read_raised(struct bp_reader *reader, const struct bp_yaml *node,
                        struct bp_action *action)
{
    const struct bp_date day = reader->meeting->date;
    action->raised = bp_reader_date(reader, node, "raised");
    if (action->raised.year > 0 && day.year > 0 && bp_date_compare(action->raised, day) > 0)
        bp_report_error(reader->report, &bp_yaml_find(node, "raised")->source, "raised-after",
                        "this action was raised on %04d-%02d-%02d, after the meeting on "
                        "%04d-%02d-%02d; check both dates",
                        action->raised.year, action->raised.month, action->raised.day, day.year,
                        day.month, day.day);
}

static bool is_before(struct bp_date day, struct bp_date raised)
{
    return day.year > 0 && raised.year > 0 && bp_date_compare(day, raised) < 0;
}

static void check_due(struct bp_reader *reader, const struct bp_yaml *node,
                      const struct bp_action *action)
{
    const struct bp_date due = action->due_date;
    const struct bp_date raised = action->raised;
    bool here = bp_date_compare(raised, reader->meeting->date) == 0;
    if (is_before(due, raised))
        bp_report_error(reader->report, &node->source, "due-before",
                        "this action is due on %04d-%02d-%02d, before %s on %04d-%02d-%02d; check "
                        "both dates",
                        due.year, due.month, due.day, here ? "the meeting" : "it was raised",
                        raised.year, raised.month, raised.day);
}

/* "31/2/2027": meant as a day, whether there is such a day or not. */
static bool is_figures(const char *words)
{
    return g_ascii_isdigit(words[0]) && strspn(words, "0123456789/.-") == strlen(words);
}

/* "2022-06-08", "next meeting", or words such as "end of June"; a date in another form is none. */
static void read_due(struct bp_reader *reader, const struct bp_yaml *node, struct bp_action *action)
{
    static const char *const next_meeting[] = {"next meeting", NULL};
    struct bp_date guess;
    const struct bp_yaml *due = bp_yaml_find(node, "due");
    struct bp_words due_words = bp_reader_words(reader, due, "due");
    const char *words = due_words.text;
    if (!words)
        return;
    if (g_ascii_strcasecmp(words, "next meeting") == 0) {
        action->due = BP_DUE_NEXT_MEETING;
        action->due_date = reader->meeting->next.date;
    } else if (g_ascii_isdigit(words[0]) && strspn(words, "0123456789-") == strlen(words)) {
        if (bp_reader_parse_date(reader, due, "due", &action->due_date))
            action->due = BP_DUE_DATE;
    } else if (bp_when_guess_date(words, &guess) || is_figures(words)) {
        bp_reader_parse_date(reader, due, "due", &guess);
    } else if (bp_nearest(words, next_meeting)) {
        bp_report_error(reader->report, &due->source, "bad-due",
                        "“%s” is nearly “next meeting”; write “due: next meeting”",
                        bp_reader_clip(reader, words));
    } else {
        action->due = BP_DUE_WORDS;
        action->due_words = due_words;
    }
    if (action->due == BP_DUE_DATE)
        check_due(reader, due, action);
}

static void check_completed(struct bp_reader *reader, const struct bp_yaml *node,
                            const struct bp_action *action)
{
    const struct bp_date completed = action->completed;
    const struct bp_date raised = action->raised;
    bool here = bp_date_compare(raised, reader->meeting->date) == 0;
    if (is_before(completed, raised))
        bp_report_error(reader->report, &node->source, "completed-before",
                        "this action was completed on %04d-%02d-%02d, before %s on %04d-%02d-%02d; "
                        "%s",
                        completed.year, completed.month, completed.day,
                        here ? "the meeting" : "it was raised", raised.year, raised.month,
                        raised.day,
                        here ? "check the date, or write “raised: ” and the earlier day on which "
                               "it was raised"
                             : "check both dates");
}

static void read_state(struct bp_reader *reader, const struct bp_yaml *node,
                       struct bp_action *action)
{
    int status = bp_reader_choice(reader, node, "status", statuses);
    const struct bp_yaml *closing = bp_yaml_find(node, "closing");
    const struct bp_yaml *completed = bp_yaml_find(node, "completed");
    action->closing = bp_reader_prose(reader, node, "closing");
    action->completed = bp_reader_date(reader, node, "completed");
    action->status =
        status == 2 || (status == 0 && (closing || completed)) ? BP_ACTION_CLOSED : BP_ACTION_OPEN;
    if (status == 1 && closing)
        bp_report_error(reader->report, &closing->source, "open-and-closed",
                        "this says how the action was closed, but its status is open; write "
                        "“status: closed”, or delete “closing”");
    if (status == 1 && completed)
        bp_report_error(reader->report, &completed->source, "open-and-closed",
                        "this says when the action was closed, but its status is open; write "
                        "“status: closed”, or delete “completed”");
    check_completed(reader, completed, action);
}

static void read_overview(struct bp_reader *reader, const struct bp_yaml *node,
                          struct bp_action *action)
{
    const struct bp_yaml *overview = bp_yaml_find(node, "overview");
    if (!overview || !bp_reader_keys(reader, overview, BP_PART_OVERVIEW))
        return;
    action->overview_action = bp_reader_prose(reader, overview, "action");
    action->overview_owner = bp_reader_text(reader, overview, "owner");
}

/* What an action has wherever it was raised. */
static void read_common(struct bp_reader *reader, const struct bp_yaml *node, enum bp_part part,
                        struct bp_action *action)
{
    read_id(reader, node, action);
    read_owners(reader, node, part, action);
    action->action = bp_reader_prose(reader, node, "action");
    if (!action->action)
        bp_reader_missing(reader, node, part, "action", "write “action: ” and what is to be done");
    read_due(reader, node, action);
    read_state(reader, node, action);
}

void bp_action_read(struct bp_reader *reader, const struct bp_yaml *node, struct bp_action *action)
{
    *action = (struct bp_action){.source = node->source};
    if (!bp_reader_keys(reader, node, BP_PART_ACTION))
        return;
    read_raised(reader, node, action);
    if (!bp_yaml_find(node, "raised"))
        action->raised = reader->meeting->date;
    read_common(reader, node, BP_PART_ACTION, action);
    read_overview(reader, node, action);
}

/* "Next meeting" was said at another meeting than this one. */
static void check_next(struct bp_reader *reader, const struct bp_yaml *node,
                       const struct bp_action *action)
{
    const struct bp_date day = reader->meeting->date;
    if (action->due == BP_DUE_NEXT_MEETING)
        bp_report_error(reader->report, &bp_yaml_find(node, "due")->source, "due-unsure",
                        "said at an earlier meeting, “next meeting” may have meant this one; write "
                        "the day that was meant, as in %04d-%02d-%02d",
                        day.year > 0 ? day.year : 2022, day.year > 0 ? day.month : 3,
                        day.year > 0 ? day.day : 16);
}

void bp_earlier_read(struct bp_reader *reader, const struct bp_yaml *node, struct bp_action *action)
{
    *action = (struct bp_action){.source = node->source};
    if (!bp_reader_keys(reader, node, BP_PART_EARLIER))
        return;
    read_raised(reader, node, action);
    if (!bp_yaml_find(node, "raised"))
        bp_reader_missing(reader, node, BP_PART_EARLIER, "raised",
                          "write “raised: ” and the day of the meeting that raised it");
    action->meeting = bp_reader_text(reader, node, "meeting");
    read_common(reader, node, BP_PART_EARLIER, action);
    check_next(reader, node, action);
}

void bp_update_read(struct bp_reader *reader, const struct bp_yaml *node, struct bp_update *update)
{
    *update = (struct bp_update){.source = node->source};
    if (!bp_reader_keys(reader, node, BP_PART_UPDATE))
        return;
    update->id = bp_reader_text(reader, node, "id");
    update->action = bp_reader_prose(reader, node, "action");
    update->update = bp_reader_prose(reader, node, "update");
    if (!update->action)
        bp_reader_missing(reader, node, BP_PART_UPDATE, "action",
                          "write “action: ” and the earlier action");
    if (!update->update)
        bp_reader_missing(reader, node, BP_PART_UPDATE, "update",
                          "write “update: ” and what was said of it");
}
