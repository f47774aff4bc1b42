/* SPDX-License-Identifier: MIT */
#include "compose/grid.h"
#include "compose/panel.h"
#include "compose/prose.h"

static struct bp_words action_number(struct bp_composer *composer, const struct bp_action *action)
{
    struct bp_words number = action->id;
    while (number.text == NULL ||
           (action->id.text == NULL && g_hash_table_contains(composer->given, number.text)))
        number.text = bp_arena_printf(composer->arena, "%d", ++composer->last_number);
    return number;
}

/* The day it is due, where that is known. */
static struct bp_date due_date(struct bp_composer *composer, const struct bp_action *action)
{
    if (action->due == BP_DUE_NEXT_MEETING && action->due_date.year == 0)
        return composer->meeting->next.date;
    return action->due_date;
}

/* At the end of the panel's first line: when it is due, or that it is closed. */
static void add_due(struct bp_phrase *phrase, const struct bp_action *action)
{
    struct bp_date day = due_date(phrase->composer, action);
    struct bp_words date = {.text = NULL};
    if (day.year > 0)
        date.text = bp_wording_date(phrase->composer->arena, day);
    if (action->status == BP_ACTION_OPEN && action->due == BP_DUE_UNSAID)
        return;
    bp_panel_fact(phrase);
    if (action->status == BP_ACTION_CLOSED)
        bp_phrase_add(phrase, bp_wording(BP_WORD_CLOSED));
    else if (action->due == BP_DUE_WORDS)
        bp_phrase_fill(phrase, BP_WORD_DUE_WORDS, &action->due_words, NULL);
    else if (action->due == BP_DUE_DATE)
        bp_phrase_fill(phrase, BP_WORD_DUE, &date, NULL);
    else
        bp_phrase_fill(phrase, date.text != NULL ? BP_WORD_DUE_NEXT_ON : BP_WORD_DUE_NEXT, &date,
                       NULL);
}

static struct bp_words overview_due(struct bp_composer *composer, const struct bp_action *action)
{
    struct bp_date day = due_date(composer, action);
    enum bp_word word = action->due == BP_DUE_NEXT_MEETING ? BP_WORD_NEXT_MEETING : BP_WORD_NOTHING;
    if (action->due == BP_DUE_WORDS)
        return action->due_words;
    if (action->due != BP_DUE_UNSAID && day.year > 0)
        return (struct bp_words){.text = bp_wording_short_date(composer->arena, day)};
    return (struct bp_words){.text = bp_wording(word)};
}

/* "Force and PCC: Write a letter." */
static void add_task(struct bp_composer *composer, struct bp_block *panel,
                     const struct bp_action *action)
{
    struct bp_phrase lead;
    bp_phrase_begin(&lead, composer, BP_STYLE_PANEL_TEXT, action->source);
    const struct bp_type *plain = lead.look.type;
    lead.look.type = bp_type_weight(composer, plain, 700);
    bp_phrase_join(&lead, action->owners, action->n_owners);
    lead.look.type = plain;
    bp_phrase_add(&lead, ": ");
    struct bp_prose_setting setting = bp_prose_panel(&lead);
    bp_prose_compose(composer, panel, action->action, &setting);
}

void bp_action_compose(struct bp_composer *composer, struct bp_block *parent,
                       const struct bp_action *action)
{
    struct bp_words number = action_number(composer, action);
    struct bp_block *panel =
        bp_block_at(composer, parent, BP_BLOCK_PANEL, BP_STYLE_ACTION, action->source);
    struct bp_phrase lead;
    g_ptr_array_add(composer->actions, (gpointer)action);
    bp_phrase_begin(&lead, composer, BP_STYLE_PANEL_LABEL, action->source);
    bp_phrase_fill(&lead, BP_WORD_ACTION_NUMBER, &number, NULL);
    add_due(&lead, action);
    struct bp_block *first = bp_phrase_paragraph(&lead, panel, BP_STYLE_PANEL_LABEL);
    first->id = bp_composer_id(composer, "action", number.text);
    add_task(composer, panel, action);
    if (action->closing == NULL)
        return;
    bp_phrase_begin(&lead, composer, BP_STYLE_PANEL_TEXT, action->source);
    bp_phrase_bold(&lead, bp_wording(BP_WORD_CLOSED));
    bp_phrase_add(&lead, ": ");
    struct bp_prose_setting setting = bp_prose_panel(&lead);
    bp_prose_compose(composer, panel, action->closing, &setting);
}

static void add_row(struct bp_composer *composer, struct bp_block *table,
                    const struct bp_action *action)
{
    struct bp_block *row = bp_grid_row(composer, table, false, action->source);
    const struct bp_prose *words =
        action->overview_action != NULL ? action->overview_action : action->action;
    const struct bp_words closed = {.text = bp_wording(BP_WORD_CLOSED)};
    const struct bp_words due = overview_due(composer, action);
    bp_grid_prose(composer, row, words, BP_SCOPE_ROW);
    if (action->status == BP_ACTION_OPEN)
        bp_grid_bold(composer, row, bp_wording(BP_WORD_OPEN));
    else
        bp_grid_words(composer, row, &closed, 1, BP_SCOPE_NONE);
    if (action->overview_owner.text != NULL)
        bp_grid_words(composer, row, &action->overview_owner, 1, BP_SCOPE_NONE);
    else
        bp_grid_words(composer, row, action->owners, action->n_owners, BP_SCOPE_NONE);
    bp_grid_words(composer, row, &due, 1, BP_SCOPE_NONE);
}

void bp_overview_compose(struct bp_composer *composer, struct bp_block *parent)
{
    static const enum bp_word heads[] = {BP_WORD_ACTION, BP_WORD_STATUS, BP_WORD_OWNER,
                                         BP_WORD_DUE_DATE};
    struct bp_source source = composer->meeting->title.source;
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
        add_row(composer, table, composer->actions->pdata[i]);
}
