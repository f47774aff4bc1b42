/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "compose/grid.h"
#include "compose/panel.h"
#include "compose/prose.h"

void bp_declarations_compose(struct bp_composer *composer, struct bp_block *parent,
                             const struct bp_entry *entries, int n_entries)
{
    const struct bp_words nothing = {.text = bp_wording(BP_WORD_NOTHING)};
    bool items = false;
    bool deeds = false;
    for (int i = 0; i < n_entries; i++) {
        items = items || entries[i].declaration->item.text != NULL;
        deeds = deeds || entries[i].declaration->did != NULL;
    }
    enum bp_word heads[4] = {BP_WORD_MEMBER_COLUMN};
    int n_heads = 1;
    if (items)
        heads[n_heads++] = BP_WORD_ITEM_COLUMN;
    heads[n_heads++] = BP_WORD_INTEREST_COLUMN;
    if (deeds)
        heads[n_heads++] = BP_WORD_DID_COLUMN;
    struct bp_block *table =
        bp_grid_new(composer, parent, n_heads, n_heads > 3, entries[0].declaration->source);
    bp_grid_heads(composer, table, heads, n_heads);
    for (int i = 0; i < n_entries; i++) {
        const struct bp_declaration *declaration = entries[i].declaration;
        struct bp_block *row = bp_grid_row(composer, table, false, declaration->source);
        bp_grid_words(composer, row, &declaration->person, 1, BP_SCOPE_ROW);
        if (items)
            bp_grid_words(composer, row,
                          declaration->item.text != NULL ? &declaration->item : &nothing, 1,
                          BP_SCOPE_NONE);
        bp_grid_prose(composer, row, declaration->interest, BP_SCOPE_NONE);
        if (deeds)
            bp_grid_prose(composer, row, declaration->did, BP_SCOPE_NONE);
    }
}

static struct bp_block *add_bullet(struct bp_composer *composer, struct bp_block *list,
                                   struct bp_source source)
{
    struct bp_block *item = bp_block_at(composer, list, BP_BLOCK_ITEM, BP_STYLE_BULLET, source);
    item->label = bp_phrase_plain(composer, BP_STYLE_BULLET_MARK, "•", source);
    item->label_style = bp_style(BP_STYLE_BULLET_MARK);
    return item;
}

static struct bp_block *add_list(struct bp_composer *composer, struct bp_block *parent,
                                 struct bp_source source)
{
    struct bp_block *list = bp_block_at(composer, parent, BP_BLOCK_LIST, BP_STYLE_LIST, source);
    list->numbering = BP_NUMBERING_DISC;
    return list;
}

/* "Action 3: *what was to be done* – what was said of it", on one line where both are lines. */
static void compose_update(struct bp_composer *composer, struct bp_block *item,
                           const struct bp_update *update)
{
    struct bp_prose_setting setting = bp_prose_in(BP_STYLE_LIST_TEXT, NULL);
    struct bp_phrase phrase;
    bp_phrase_begin(&phrase, composer, BP_STYLE_LIST_TEXT, update->source);
    if (update->id.text != NULL) {
        const struct bp_type *plain = phrase.look.type;
        phrase.look.type = bp_type_weight(composer, plain, 700);
        bp_phrase_fill(&phrase, BP_WORD_ACTION_NUMBER, &update->id, NULL);
        bp_phrase_add(&phrase, ": ");
        phrase.look.type = plain;
    }
    setting.lead = &phrase;
    if (!bp_prose_is_line(update->action)) {
        bp_prose_compose(composer, item, update->action, &setting);
        setting.lead = NULL;
    } else if (update->action != NULL && update->action->first != NULL) {
        struct bp_run before = phrase.look;
        phrase.look.emphasis = true;
        phrase.look.type = bp_type_slant(composer, before.type, true);
        bp_prose_phrase(&phrase, update->action->first);
        phrase.look = before;
        bp_phrase_add(&phrase, " – ");
    }
    bp_prose_compose(composer, item, update->update, &setting);
}

void bp_updates_compose(struct bp_composer *composer, struct bp_block *parent,
                        const struct bp_entry *entries, int n_entries)
{
    struct bp_block *list = add_list(composer, parent, entries[0].update->source);
    for (int i = 0; i < n_entries; i++) {
        const struct bp_update *update = entries[i].update;
        compose_update(composer, add_bullet(composer, list, update->source), update);
    }
}

void bp_events_compose(struct bp_composer *composer, struct bp_block *parent,
                       const struct bp_entry *entries, int n_entries)
{
    struct bp_prose_setting setting = bp_prose_in(BP_STYLE_EVENT_TEXT, NULL);
    struct bp_block *list = NULL;
    for (int i = 0; i < n_entries; i++) {
        const struct bp_event *event = entries[i].event;
        if (event->time.hour < 0) {
            list = NULL;
            bp_prose_compose(composer, parent, event->text, &setting);
            continue;
        }
        if (list == NULL)
            list = bp_block_at(composer, parent, BP_BLOCK_LIST, BP_STYLE_EVENTS, event->source);
        struct bp_block *item =
            bp_block_at(composer, list, BP_BLOCK_ITEM, BP_STYLE_EVENT, event->source);
        item->label = bp_phrase_plain(composer, BP_STYLE_LABEL,
                                      bp_wording_time(composer->arena, event->time), event->source);
        item->label_style = bp_style(BP_STYLE_LABEL);
        item->label_place = BP_LABEL_SIDE;
        bp_prose_compose(composer, item, event->text, &setting);
    }
}

/* "the Governance Board"; a title that has its article keeps it. */
static void add_meeting(struct bp_phrase *phrase, const struct bp_words *title)
{
    const char *pattern = bp_wording(BP_WORD_THE);
    if (title->text == NULL)
        bp_phrase_add(phrase, bp_wording(BP_WORD_THE_MEETING));
    else if (g_ascii_strncasecmp(title->text, pattern, strcspn(pattern, "{")) == 0)
        bp_phrase_words(phrase, title);
    else
        bp_phrase_fill(phrase, BP_WORD_THE, title, NULL);
}

void bp_approval_compose(struct bp_composer *composer, struct bp_block *parent,
                         const struct bp_approval *approval)
{
    enum bp_word word = BP_WORD_APPROVAL;
    if (approval->n_corrections > 0)
        word = approval->n_corrections > 1 ? BP_WORD_APPROVAL_CORRECTIONS
                                           : BP_WORD_APPROVAL_CORRECTION;
    const struct bp_words date = {.text = bp_wording_date(composer->arena, approval->date)};
    enum bp_style_key style = approval->n_corrections > 0 ? BP_STYLE_LEAD_IN : BP_STYLE_BODY;
    struct bp_phrase phrase;
    bp_phrase_begin(&phrase, composer, style, approval->source);
    bp_phrase_add(&phrase, bp_wording(BP_WORD_MINUTES_OF));
    add_meeting(&phrase, &approval->title);
    bp_phrase_fill(&phrase, word, &date, NULL);
    bp_phrase_paragraph(&phrase, parent, style);
    if (approval->n_corrections == 0)
        return;
    struct bp_prose_setting setting = bp_prose_in(BP_STYLE_LIST_TEXT, NULL);
    struct bp_block *list = add_list(composer, parent, approval->source);
    for (int i = 0; i < approval->n_corrections; i++) {
        struct bp_block *item = add_bullet(composer, list, approval->corrections[i]->source);
        bp_prose_compose(composer, item, approval->corrections[i], &setting);
    }
}

void bp_closed_compose(struct bp_composer *composer, struct bp_block *parent,
                       const struct bp_closed *closed)
{
    struct bp_phrase phrase;
    struct bp_block *panel =
        bp_block_at(composer, parent, BP_BLOCK_PANEL, BP_STYLE_CLOSED, closed->source);
    bp_panel_label(composer, panel, bp_wording(BP_WORD_CLOSED_SESSION),
                   bp_wording_span(composer->arena, closed->from, closed->until));
    bp_phrase_begin(&phrase, composer, BP_STYLE_PANEL_TEXT, closed->source);
    if (closed->paragraph.text != NULL && closed->act.text != NULL)
        bp_phrase_fill(&phrase, BP_WORD_EXCLUDED_PARAGRAPH_OF, &closed->paragraph, &closed->act);
    else if (closed->paragraph.text != NULL)
        bp_phrase_fill(&phrase,
                       g_ascii_isdigit(*closed->paragraph.text) ? BP_WORD_EXCLUDED_PARAGRAPH
                                                                : BP_WORD_EXCLUDED_UNDER,
                       &closed->paragraph, NULL);
    else if (closed->act.text != NULL)
        bp_phrase_fill(&phrase, BP_WORD_EXCLUDED_UNDER, &closed->act, NULL);
    else
        bp_phrase_add(&phrase, bp_wording(BP_WORD_EXCLUDED));
    bp_phrase_paragraph(&phrase, panel, BP_STYLE_PANEL_TEXT);
    struct bp_prose_setting setting = bp_prose_panel(NULL);
    bp_prose_compose(composer, panel, closed->reason, &setting);
}
