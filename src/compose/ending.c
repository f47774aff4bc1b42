/* SPDX-License-Identifier: MIT */
#include "compose/prose.h"

static void add_line(struct bp_composer *composer, struct bp_block *parent, enum bp_word label,
                     const char *words)
{
    struct bp_source source = composer->meeting->title_source;
    struct bp_phrase phrase;
    bp_phrase_begin(&phrase, composer, BP_STYLE_SIGNATURE_LINE, source);
    bp_phrase_as(&phrase, &bp_style(BP_STYLE_LABEL)->type, bp_wording(label));
    if (words != NULL) {
        bp_phrase_tab(&phrase);
        bp_phrase_add(&phrase, words);
    }
    bp_phrase_paragraph(&phrase, parent, BP_STYLE_SIGNATURE_LINE);
    bp_block_at(composer, parent, BP_BLOCK_RULE, BP_STYLE_SIGNATURE_RULE, source);
}

/* "Matthew Scott, Chair"; NULL when nobody is named. */
static const char *signer_words(struct bp_composer *composer)
{
    const struct bp_meeting *meeting = composer->meeting;
    const char *name = meeting->signature.name != NULL ? meeting->signature.name : meeting->chair;
    const char *role = meeting->signature.role;
    if (name == NULL || role == NULL)
        return name != NULL ? name : role;
    return bp_arena_printf(composer->arena, "%s, %s", name, role);
}

void bp_closing_compose(struct bp_composer *composer, struct bp_block *parent)
{
    const struct bp_meeting *meeting = composer->meeting;
    struct bp_prose_setting setting = bp_prose_in(BP_STYLE_CLOSING, NULL);
    setting.list_text = BP_STYLE_LIST_TEXT;
    bp_prose_compose(composer, parent, meeting->closing, &setting);
    if (meeting->close.hour < 0)
        return;
    const char *time = bp_wording_time(composer->arena, meeting->close);
    bp_paragraph_plain(composer, parent,
                       meeting->closing != NULL ? BP_STYLE_BODY : BP_STYLE_CLOSING,
                       bp_wording_fill(composer->arena, BP_WORD_MEETING_CLOSED, time, NULL),
                       meeting->title_source);
}

void bp_next_compose(struct bp_composer *composer, struct bp_block *parent)
{
    const struct bp_next *next = &composer->meeting->next;
    struct bp_arena *arena = composer->arena;
    const char *facts[3];
    int n_facts = 0;
    if (next->date.year > 0)
        facts[n_facts++] = bp_wording_date(arena, next->date);
    if (next->time.hour >= 0)
        facts[n_facts++] = bp_wording_time(arena, next->time);
    if (next->venue != NULL)
        facts[n_facts++] = next->venue;
    if (n_facts == 0 && next->text == NULL)
        return;
    struct bp_phrase phrase;
    const char *title = next->title != NULL ? next->title : composer->meeting->title;
    bp_phrase_begin(&phrase, composer, BP_STYLE_NEXT_MEETING, next->source);
    bp_phrase_bold(&phrase, bp_wording_fill(arena, BP_WORD_DATE_OF_NEXT, title, NULL));
    for (int i = 0; i < n_facts; i++) {
        bp_phrase_add(&phrase, i == 0 ? " " : ", ");
        bp_phrase_add(&phrase, facts[i]);
    }
    if (next->text != NULL) {
        bp_phrase_add(&phrase, n_facts > 0 ? ". " : " ");
        bp_phrase_add(&phrase, next->text);
    }
    bp_phrase_paragraph(&phrase, parent, BP_STYLE_NEXT_MEETING);
}

void bp_signature_compose(struct bp_composer *composer, struct bp_block *parent)
{
    struct bp_source source = composer->meeting->title_source;
    if (!composer->meeting->signature.wanted)
        return;
    struct bp_block *group =
        bp_block_at(composer, parent, BP_BLOCK_GROUP, BP_STYLE_SIGNATURE, source);
    bp_paragraph_plain(composer, group, BP_STYLE_LEAD_IN, bp_wording(BP_WORD_SIGNED_AS), source);
    add_line(composer, group, BP_WORD_SIGNED, NULL);
    add_line(composer, group, BP_WORD_NAME, signer_words(composer));
    add_line(composer, group, BP_WORD_DATE, NULL);
}
