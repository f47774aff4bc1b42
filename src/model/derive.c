/* SPDX-License-Identifier: MIT */
#include "model/derive.h"

#include <glib.h>
#include <string.h>

#include "model/anchor.h"

struct deriver {
    struct bp_meeting *meeting;
    struct bp_arena *arena;
    GPtrArray *actions;
    GHashTable *given;   /* the ids that the file gives to actions */
    GHashTable *anchors; /* for bp_anchor_new() */
    int last_number;     /* of the actions that are counted */
};

/* "item-3"; below it "item-3.1", or "item-3-a" where the number does not say its parent's. */
static const char *anchor_of(struct deriver *deriver, const struct bp_item *item, const char *stem)
{
    const char *words = item->number.text ? item->number.text : item->title.text;
    const char *parent = strchr(stem, '-');
    size_t length = parent ? strlen(++parent) : 0;
    if (length > 0 && g_ascii_strncasecmp(words, parent, length) == 0 && words[length] == '.')
        stem = "item";
    return bp_anchor_new(deriver->anchors, stem, words, deriver->arena);
}

static bool is_timed(const struct bp_entry *entry)
{
    return entry->kind == BP_ENTRY_EVENT && entry->event->time.hour >= 0;
}

static bool belong_together(const struct bp_entry *first, const struct bp_entry *next)
{
    if (first->kind != next->kind)
        return false;
    if (first->kind == BP_ENTRY_EVENT)
        return is_timed(first) && is_timed(next);
    return first->kind == BP_ENTRY_DECLARATION || first->kind == BP_ENTRY_UPDATE;
}

static void find_runs(struct deriver *deriver, struct bp_item *item)
{
    item->runs = bp_arena_new(deriver->arena, sizeof *item->runs * (size_t)item->n_entries);
    for (int i = 0; i < item->n_entries; i++) {
        const struct bp_entry *entry = &item->entries[i];
        struct bp_entry_run *run = item->n_runs ? &item->runs[item->n_runs - 1] : NULL;
        if (run && belong_together(run->entries, entry))
            run->n_entries++;
        else
            item->runs[item->n_runs++] = (struct bp_entry_run){entry->kind, entry, 1};
    }
}

static void find_actions(struct deriver *deriver, const struct bp_item *item)
{
    for (int i = 0; i < item->n_entries; i++) {
        if (item->entries[i].kind != BP_ENTRY_ACTION)
            continue;
        struct bp_action *action = item->entries[i].action;
        action->item = item;
        if (action->id.text)
            g_hash_table_add(deriver->given, (gpointer)action->id.text);
        g_ptr_array_add(deriver->actions, action);
    }
}

static void derive_items(struct deriver *deriver, struct bp_item *items, int n_items,
                         const char *stem)
{
    for (int i = 0; i < n_items; i++) {
        items[i].anchor = anchor_of(deriver, &items[i], stem);
        find_runs(deriver, &items[i]);
        find_actions(deriver, &items[i]);
        derive_items(deriver, items[i].items, items[i].n_items, items[i].anchor);
    }
}

static void number_action(struct deriver *deriver, struct bp_action *action)
{
    action->number = action->id;
    while (!action->number.text ||
           (!action->id.text && g_hash_table_contains(deriver->given, action->number.text)))
        action->number.text = bp_arena_printf(deriver->arena, "%d", ++deriver->last_number);
}

static void find_due_day(const struct bp_meeting *meeting, struct bp_action *action)
{
    action->due_day = action->due == BP_DUE_NEXT_MEETING ? meeting->next.date : action->due_date;
}

static void derive_register(struct deriver *deriver)
{
    struct bp_meeting *meeting = deriver->meeting;
    for (int i = 0; i < meeting->n_earlier; i++) {
        struct bp_action *action = &meeting->earlier[i];
        action->number = action->id;
        find_due_day(meeting, action);
        if (action->id.text)
            g_hash_table_add(deriver->given, (gpointer)action->id.text);
    }
}

static void derive_actions(struct deriver *deriver)
{
    struct bp_meeting *meeting = deriver->meeting;
    for (guint i = 0; i < deriver->actions->len; i++) {
        struct bp_action *action = deriver->actions->pdata[i];
        number_action(deriver, action);
        find_due_day(meeting, action);
    }
    meeting->n_actions = (int)deriver->actions->len;
    meeting->actions = bp_arena_copy(deriver->arena, deriver->actions->pdata, deriver->actions->len,
                                     sizeof *meeting->actions);
}

void bp_meeting_derive(struct bp_meeting *meeting, struct bp_arena *arena)
{
    struct deriver deriver = {.meeting = meeting,
                              .arena = arena,
                              .actions = g_ptr_array_new(),
                              .given = g_hash_table_new(g_str_hash, g_str_equal),
                              .anchors = g_hash_table_new(g_str_hash, g_str_equal)};
    derive_items(&deriver, meeting->items, meeting->n_items, "item");
    derive_register(&deriver);
    derive_actions(&deriver);
    g_ptr_array_free(deriver.actions, TRUE);
    g_hash_table_destroy(deriver.given);
    g_hash_table_destroy(deriver.anchors);
}

void bp_narrative_derive(struct bp_narrative *narrative, struct bp_arena *arena)
{
    GHashTable *anchors = g_hash_table_new(g_str_hash, g_str_equal);
    int n = 0;
    for (int i = 0; i < narrative->n_sections; i++) {
        struct bp_narrative_section *section = &narrative->sections[i];
        if (!section->heading.text)
            continue;
        section->anchor = bp_anchor_new(anchors, "section", section->heading.text, arena);
        section->number = ++n;
    }
    g_hash_table_destroy(anchors);
}
