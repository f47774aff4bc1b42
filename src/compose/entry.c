/* SPDX-License-Identifier: MIT */
#include "compose/prose.h"

/* How many entries from the first on are of its kind. */
static int run_length(const struct bp_entry *entries, int n_entries)
{
    int n = 1;
    while (n < n_entries && entries[n].kind == entries[0].kind)
        n++;
    return n;
}

/* Composes what the first entry begins, and returns how many it took. */
static int compose_entry(struct bp_composer *composer, struct bp_block *parent,
                         const struct bp_entry *entries, int n_entries, int level)
{
    bool gathered = entries->kind == BP_ENTRY_DECLARATION || entries->kind == BP_ENTRY_UPDATE ||
                    entries->kind == BP_ENTRY_EVENT;
    int n = gathered ? run_length(entries, n_entries) : 1;
    struct bp_prose_setting body = bp_prose_body(level);
    switch (entries->kind) {
    case BP_ENTRY_DECLARATION:
        bp_declarations_compose(composer, parent, entries, n);
        return n;
    case BP_ENTRY_UPDATE:
        bp_updates_compose(composer, parent, entries, n);
        return n;
    case BP_ENTRY_EVENT:
        bp_events_compose(composer, parent, entries, n);
        return n;
    case BP_ENTRY_TEXT:
        bp_prose_compose(composer, parent, entries->text, &body);
        break;
    case BP_ENTRY_ACTION:
        bp_action_compose(composer, parent, entries->action);
        break;
    case BP_ENTRY_DECISION:
        bp_decision_compose(composer, parent, entries->decision);
        break;
    case BP_ENTRY_MOTION:
        bp_motion_compose(composer, parent, entries->motion);
        break;
    case BP_ENTRY_APPROVAL:
        bp_approval_compose(composer, parent, entries->approval);
        break;
    case BP_ENTRY_CLOSED:
        bp_closed_compose(composer, parent, entries->closed);
        break;
    }
    return 1;
}

void bp_entries_compose(struct bp_composer *composer, struct bp_block *parent,
                        const struct bp_item *item, int level)
{
    int at = 0;
    while (at < item->n_entries)
        at += compose_entry(composer, parent, &item->entries[at], item->n_entries - at, level);
}
