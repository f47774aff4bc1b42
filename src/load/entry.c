/* SPDX-License-Identifier: MIT */
#include "load/entry.h"

#include <string.h>

#include "load/action.h"
#include "load/chart.h"
#include "load/motion.h"
#include "load/prose.h"
#include "load/reference.h"

/* Which key makes a map an entry of which kind. An update also has the key "action", so it comes
 * first. */
static const struct kind {
    const char *key;
    enum bp_entry_kind kind;
} kinds[] = {
    {"update", BP_ENTRY_UPDATE},
    {"action", BP_ENTRY_ACTION},
    {"decision", BP_ENTRY_DECISION},
    {"motion", BP_ENTRY_MOTION},
    {"declaration", BP_ENTRY_DECLARATION},
    {"approval", BP_ENTRY_APPROVAL},
    {"event", BP_ENTRY_EVENT},
    {"closed", BP_ENTRY_CLOSED},
    {"chart", BP_ENTRY_CHART},
    {"text", BP_ENTRY_TEXT},
};

struct bp_closed *bp_closed_read(struct bp_reader *reader, const struct bp_yaml *node)
{
    struct bp_closed *closed = bp_arena_new(reader->arena, sizeof *closed);
    *closed = (struct bp_closed){.source = node->source, .from.hour = -1, .until.hour = -1};
    if (!bp_reader_keys(reader, node, BP_PART_CLOSED))
        return closed;
    closed->paragraph = bp_reader_text(reader, node, "paragraph");
    closed->act = bp_reader_text(reader, node, "act");
    closed->reason = bp_reader_prose(reader, node, "reason");
    closed->from = bp_reader_time(reader, node, "from");
    closed->until = bp_reader_time(reader, node, "until");
    bp_reader_check_span(reader, node, "until", closed->from, closed->until);
    return closed;
}

/* Keys that stand beside "declaration:" though its keys are below it would be left out. */
static void check_beside(struct bp_reader *reader, const struct bp_yaml *map, const char *kind)
{
    for (int i = 0; i < map->n_pairs; i++) {
        const struct bp_yaml *key = map->pairs[i].key;
        if (strcmp(key->text, kind) != 0)
            bp_report_error(reader->report, &key->source, "indentation",
                            "“%s” stands beside “%s:”, which has its keys below it; indent it to "
                            "stand there, or delete it",
                            bp_reader_clip(reader, key->text), kind);
    }
}

/* "declaration: words" says the same as "interest: words". */
static void check_both(struct bp_reader *reader, const struct bp_yaml *map, const char *kind,
                       const char *key)
{
    const struct bp_yaml *other = bp_yaml_find(map, key);
    if (bp_yaml_find(map, kind) && other)
        bp_report_error(reader->report, &other->source, "two-values",
                        "this has both “%s” and “%s”; write one of the two", kind, key);
}

static struct bp_declaration *read_declaration(struct bp_reader *reader, const struct bp_yaml *node)
{
    struct bp_declaration *declaration = bp_arena_new(reader->arena, sizeof *declaration);
    declaration->source = node->source;
    if (!bp_reader_keys(reader, node, BP_PART_DECLARATION))
        return declaration;
    const struct bp_yaml *words = bp_yaml_find(node, "declaration");
    if (words && words->kind == BP_YAML_MAP) {
        check_beside(reader, node, "declaration");
        return read_declaration(reader, words);
    }
    check_both(reader, node, "declaration", "interest");
    declaration->person = bp_reader_words(reader, bp_yaml_find(node, "person"), "person");
    if (!declaration->person.text)
        bp_reader_missing(reader, node, BP_PART_DECLARATION, "person",
                          "write “person: ” and who declared the interest");
    declaration->item = bp_reference_item(reader, node, "item");
    declaration->interest = bp_reader_prose(reader, node, words ? "declaration" : "interest");
    if (!declaration->interest && !words)
        bp_reader_missing(reader, node, BP_PART_DECLARATION, "interest",
                          "write “interest: ” and its nature");
    declaration->did = bp_reader_prose(reader, node, "did");
    return declaration;
}

static void read_corrections(struct bp_reader *reader, const struct bp_yaml *node,
                             struct bp_approval *approval)
{
    const struct bp_yaml *list = bp_reader_list(reader, node, "corrections");
    if (!list)
        return;
    approval->corrections =
        bp_arena_new(reader->arena, sizeof *approval->corrections * (size_t)list->n_items);
    for (int i = 0; i < list->n_items; i++) {
        struct bp_prose *words = bp_prose_read(reader, list->items[i], "corrections");
        if (words)
            approval->corrections[approval->n_corrections++] = words;
    }
}

static struct bp_approval *read_approval(struct bp_reader *reader, const struct bp_yaml *node)
{
    struct bp_approval *approval = bp_arena_new(reader->arena, sizeof *approval);
    approval->source = node->source;
    if (!bp_reader_keys(reader, node, BP_PART_APPROVAL))
        return approval;
    const struct bp_yaml *date = bp_yaml_find(node, "approval");
    if (date && date->kind == BP_YAML_MAP) {
        check_beside(reader, node, "approval");
        return read_approval(reader, date);
    }
    check_both(reader, node, "approval", "date");
    const char *key = date ? "approval" : "date";
    approval->date = bp_reader_date(reader, node, key);
    if (approval->date.year == 0)
        bp_reader_missing(reader, node, BP_PART_APPROVAL, key,
                          "write “date: ” and the day of the meeting whose minutes were approved");
    else if (reader->meeting->date.year > 0 &&
             bp_date_compare(approval->date, reader->meeting->date) > 0)
        bp_report_error(reader->report, &bp_yaml_find(node, key)->source, "approval-after",
                        "these are the minutes of a meeting after this one; check the date");
    approval->title = bp_reader_text(reader, node, "title");
    read_corrections(reader, node, approval);
    return approval;
}

static struct bp_decision *read_decision(struct bp_reader *reader, const struct bp_yaml *node)
{
    struct bp_decision *decision = bp_arena_new(reader->arena, sizeof *decision);
    decision->source = node->source;
    if (node->kind == BP_YAML_TEXT) {
        decision->text = bp_prose_read(reader, node, "decision");
    } else if (bp_reader_keys(reader, node, BP_PART_DECISION)) {
        decision->text = bp_reader_prose(reader, node, "decision");
        if (!decision->text)
            bp_reader_missing(reader, node, BP_PART_DECISION, "decision",
                              "write “decision: ” and what was decided");
    }
    return decision;
}

static struct bp_event *read_event(struct bp_reader *reader, const struct bp_yaml *node)
{
    struct bp_event *event = bp_arena_new(reader->arena, sizeof *event);
    *event = (struct bp_event){.source = node->source, .time.hour = -1};
    bp_reader_keys(reader, node, BP_PART_EVENT);
    event->text = bp_reader_prose(reader, node, "event");
    if (!event->text)
        bp_reader_missing(reader, node, BP_PART_EVENT, "event",
                          "write “event: ” and what happened");
    event->time = bp_reader_time(reader, node, "time");
    return event;
}

/* The text of an entry, which is the node itself or its key "text". */
static struct bp_prose *read_text(struct bp_reader *reader, const struct bp_yaml *node)
{
    if (node->kind == BP_YAML_TEXT)
        return bp_prose_read(reader, node, "minutes");
    bp_reader_keys(reader, node, BP_PART_TEXT);
    struct bp_prose *text = bp_reader_prose(reader, node, "text");
    if (!text)
        bp_reader_missing(reader, node, BP_PART_TEXT, "text", "write the words after it");
    return text;
}

static struct bp_closed *read_closed_entry(struct bp_reader *reader, const struct bp_yaml *node)
{
    if (!bp_reader_keys(reader, node, BP_PART_CLOSED_ENTRY))
        return NULL;
    const struct bp_yaml *closed = bp_yaml_find(node, "closed");
    if (!closed) {
        bp_reader_missing(reader, node, BP_PART_CLOSED_ENTRY, "closed",
                          "write “paragraph: ” and “act: ” below it, indented");
        return NULL;
    }
    return bp_closed_read(reader, closed);
}

static bool has_key(const struct bp_yaml *map, const char *key)
{
    for (int i = 0; i < map->n_pairs; i++)
        if (strcmp(map->pairs[i].key->text, key) == 0)
            return true;
    return false;
}

/* NULL, with a report, where its keys or a text stand beside it. */
static struct bp_chart *read_chart(struct bp_reader *reader, const struct bp_yaml *node)
{
    if (has_key(node, "text"))
        bp_report_error(reader->report, &bp_yaml_find(node, "chart")->source, "two-entries",
                        "a text and a chart are entries of their own; write “- text:” and, in line "
                        "with it, “- chart:”");
    if (has_key(node, "text") || bp_chart_report_beside(reader, node))
        return NULL;
    bp_reader_keys(reader, node, BP_PART_ROOM);
    return bp_chart_read(reader, node);
}

static void read_kind(struct bp_reader *reader, const struct bp_yaml *node, enum bp_entry_kind kind,
                      struct bp_entry *entry)
{
    *entry = (struct bp_entry){.kind = kind};
    switch (kind) {
    case BP_ENTRY_TEXT:
        entry->text = read_text(reader, node);
        break;
    case BP_ENTRY_ACTION:
        entry->action = bp_arena_new(reader->arena, sizeof *entry->action);
        bp_action_read(reader, node, entry->action);
        break;
    case BP_ENTRY_UPDATE:
        entry->update = bp_arena_new(reader->arena, sizeof *entry->update);
        bp_update_read(reader, node, entry->update);
        break;
    case BP_ENTRY_DECISION:
        entry->decision = read_decision(reader, node);
        break;
    case BP_ENTRY_MOTION:
        entry->motion = bp_arena_new(reader->arena, sizeof *entry->motion);
        bp_motion_read(reader, node, entry->motion);
        break;
    case BP_ENTRY_DECLARATION:
        entry->declaration = read_declaration(reader, node);
        break;
    case BP_ENTRY_APPROVAL:
        entry->approval = read_approval(reader, node);
        break;
    case BP_ENTRY_EVENT:
        entry->event = read_event(reader, node);
        break;
    case BP_ENTRY_CLOSED:
        entry->closed = read_closed_entry(reader, node);
        break;
    case BP_ENTRY_CHART:
        entry->chart = read_chart(reader, node);
        break;
    }
}

static bool find_kind(const struct bp_yaml *node, enum bp_entry_kind *kind)
{
    *kind = BP_ENTRY_TEXT;
    if (node->kind == BP_YAML_TEXT)
        return true;
    for (size_t i = 0; node->kind == BP_YAML_MAP && i < G_N_ELEMENTS(kinds); i++) {
        if (has_key(node, kinds[i].key)) {
            *kind = kinds[i].kind;
            return true;
        }
    }
    return false;
}

static void report_no_kind(struct bp_reader *reader, const struct bp_yaml *node)
{
    if (node->kind == BP_YAML_MAP && has_key(node, "owner")) {
        bp_reader_missing(reader, node, BP_PART_ACTION, "action",
                          "write “action: ” and what is to be done");
        return;
    }
    const char *key = node->kind == BP_YAML_MAP && node->n_pairs > 0
                          ? bp_reader_clip(reader, node->pairs[0].key->text)
                          : NULL;
    if (!key)
        bp_report_error(reader->report, &node->source, "unknown-entry",
                        "an entry of the minutes cannot be a list of lists; write one “- ” only");
    else if (strchr(key, ' '))
        bp_report_error(reader->report, &node->source, "colon",
                        "the colon after “%s” makes it a key; put the whole entry in quotes, or "
                        "write “- |” and the text below it, indented",
                        key);
    else
        bp_report_error(
            reader->report, &node->source, "unknown-entry",
            "“%s” is no kind of entry; write text, action, update, decision, motion, "
            "declaration, approval, event, closed or chart, or put the whole text in quotes",
            key);
}

static void read_minutes(struct bp_reader *reader, const struct bp_yaml *node, GArray *entries)
{
    struct bp_entry entry = {.kind = BP_ENTRY_TEXT};
    if (node->kind != BP_YAML_LIST) {
        entry.text = bp_prose_read(reader, node, "minutes");
        g_array_append_val(entries, entry);
        return;
    }
    for (int i = 0; i < node->n_items; i++) {
        enum bp_entry_kind kind;
        if (find_kind(node->items[i], &kind)) {
            read_kind(reader, node->items[i], kind, &entry);
            g_array_append_val(entries, entry);
        } else {
            report_no_kind(reader, node->items[i]);
        }
    }
}

static void read_list(struct bp_reader *reader, const struct bp_yaml *item, const char *key,
                      enum bp_entry_kind kind, GArray *entries)
{
    const struct bp_yaml *list = bp_reader_list(reader, item, key);
    for (int i = 0; list && i < list->n_items; i++) {
        struct bp_entry entry;
        read_kind(reader, list->items[i], kind, &entry);
        g_array_append_val(entries, entry);
    }
}

void bp_entries_read(struct bp_reader *reader, const struct bp_yaml *item_node,
                     struct bp_item *item)
{
    GArray *entries = g_array_new(FALSE, FALSE, sizeof(struct bp_entry));
    const struct bp_yaml *minutes = bp_yaml_find(item_node, "minutes");
    read_list(reader, item_node, "approvals", BP_ENTRY_APPROVAL, entries);
    read_list(reader, item_node, "declarations", BP_ENTRY_DECLARATION, entries);
    read_list(reader, item_node, "updates", BP_ENTRY_UPDATE, entries);
    if (minutes)
        read_minutes(reader, minutes, entries);
    read_list(reader, item_node, "motions", BP_ENTRY_MOTION, entries);
    read_list(reader, item_node, "decisions", BP_ENTRY_DECISION, entries);
    read_list(reader, item_node, "actions", BP_ENTRY_ACTION, entries);
    item->entries =
        bp_arena_copy(reader->arena, entries->data, entries->len, sizeof(struct bp_entry));
    item->n_entries = (int)entries->len;
    g_array_free(entries, TRUE);
}
