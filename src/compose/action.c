/* SPDX-License-Identifier: MIT */
#include "compose/grid.h"
#include "compose/panel.h"
#include "compose/prose.h"

static const char *action_number(struct bp_composer *composer, const struct bp_action *action)
{
    if (action->id != NULL)
        return action->id;
    const char *number;
    do
        number = bp_arena_printf(composer->arena, "%d", ++composer->last_number);
    while (g_hash_table_contains(composer->given, number));
    return number;
}

/* The day it is due, where that is known. */
static struct bp_date due_date(struct bp_composer *composer, const struct bp_action *action)
{
    if (action->due == BP_DUE_NEXT_MEETING && action->due_date.year == 0)
        return composer->meeting->next.date;
    return action->due_date;
}

static const char *due_words(struct bp_composer *composer, const struct bp_action *action)
{
    struct bp_arena *arena = composer->arena;
    struct bp_date day = due_date(composer, action);
    const char *date = day.year > 0 ? bp_wording_date(arena, day) : NULL;
    if (action->status == BP_ACTION_CLOSED)
        return bp_wording(BP_WORD_CLOSED);
    switch (action->due) {
    case BP_DUE_DATE:
        return bp_wording_fill(arena, BP_WORD_DUE, date, NULL);
    case BP_DUE_NEXT_MEETING:
        return date == NULL ? bp_wording(BP_WORD_DUE_NEXT)
                            : bp_wording_fill(arena, BP_WORD_DUE_NEXT_ON, date, NULL);
    case BP_DUE_WORDS:
        return bp_wording_fill(arena, BP_WORD_DUE_WORDS, action->due_words, NULL);
    default:
        return NULL;
    }
}

static const char *overview_due(struct bp_composer *composer, const struct bp_action *action)
{
    struct bp_date day = due_date(composer, action);
    if (action->due == BP_DUE_WORDS)
        return action->due_words;
    if (action->due != BP_DUE_UNSAID && day.year > 0)
        return bp_wording_short_date(composer->arena, day);
    return bp_wording(action->due == BP_DUE_NEXT_MEETING ? BP_WORD_NEXT_MEETING : BP_WORD_NOTHING);
}

static const char *owner_words(struct bp_composer *composer, const struct bp_action *action)
{
    const char **owners = g_new(const char *, action->n_owners + 1);
    for (int i = 0; i < action->n_owners; i++)
        owners[i] = action->owners[i].text;
    const char *words = bp_wording_join(composer->arena, owners, action->n_owners);
    g_free(owners);
    return words;
}

void bp_action_compose(struct bp_composer *composer, struct bp_block *parent,
                       const struct bp_action *action)
{
    struct bp_numbered_action numbered = {action, action_number(composer, action)};
    g_array_append_val(composer->actions, numbered);
    const char *label =
        bp_wording_fill(composer->arena, BP_WORD_ACTION_NUMBER, numbered.number, NULL);
    struct bp_block *panel =
        bp_block_at(composer, parent, BP_BLOCK_PANEL, BP_STYLE_ACTION, action->source);
    struct bp_block *first = bp_panel_label(composer, panel, label, due_words(composer, action));
    first->id = bp_composer_id(composer, "action", numbered.number);
    struct bp_phrase lead;
    bp_phrase_begin(&lead, composer, BP_STYLE_PANEL_TEXT, action->source);
    bp_phrase_bold(&lead, owner_words(composer, action));
    bp_phrase_add(&lead, ": ");
    struct bp_prose_setting setting = bp_prose_panel(&lead);
    bp_prose_compose(composer, panel, action->action, &setting);
    if (action->closing == NULL)
        return;
    bp_phrase_begin(&lead, composer, BP_STYLE_PANEL_TEXT, action->source);
    bp_phrase_bold(&lead, bp_wording(BP_WORD_CLOSED));
    bp_phrase_add(&lead, ": ");
    setting = bp_prose_panel(&lead);
    bp_prose_compose(composer, panel, action->closing, &setting);
}

static void add_row(struct bp_composer *composer, struct bp_block *table,
                    const struct bp_action *action)
{
    struct bp_block *row = bp_grid_row(composer, table, false, action->source);
    const struct bp_prose *words =
        action->overview_action != NULL ? action->overview_action : action->action;
    bp_grid_prose(composer, row, words, BP_SCOPE_ROW);
    if (action->status == BP_ACTION_OPEN)
        bp_grid_bold(composer, row, bp_wording(BP_WORD_OPEN));
    else
        bp_grid_words(composer, row, bp_wording(BP_WORD_CLOSED), BP_SCOPE_NONE);
    bp_grid_words(composer, row,
                  action->overview_owner != NULL ? action->overview_owner
                                                 : owner_words(composer, action),
                  BP_SCOPE_NONE);
    bp_grid_words(composer, row, overview_due(composer, action), BP_SCOPE_NONE);
}

void bp_overview_compose(struct bp_composer *composer, struct bp_block *parent)
{
    static const enum bp_word heads[] = {BP_WORD_ACTION, BP_WORD_STATUS, BP_WORD_OWNER,
                                         BP_WORD_DUE_DATE};
    struct bp_source source = composer->meeting->title_source;
    if (composer->actions->len == 0)
        return;
    struct bp_block *section =
        bp_block_at(composer, parent, BP_BLOCK_SECTION, BP_STYLE_ITEM, source);
    struct bp_block *heading =
        bp_block_at(composer, section, BP_BLOCK_HEADING, BP_STYLE_FULL_HEADING, source);
    heading->level = 2;
    heading->id = bp_composer_id(composer, "overview", "");
    heading->bookmark = bp_wording(BP_WORD_OVERVIEW);
    heading->text =
        bp_phrase_plain(composer, BP_STYLE_FULL_HEADING, bp_wording(BP_WORD_OVERVIEW), source);
    struct bp_block *table = bp_grid_new(composer, section, G_N_ELEMENTS(heads), true, source);
    bp_grid_heads(composer, table, heads, G_N_ELEMENTS(heads));
    for (guint i = 0; i < composer->actions->len; i++)
        add_row(composer, table,
                g_array_index(composer->actions, struct bp_numbered_action, i).action);
}
