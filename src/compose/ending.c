/* SPDX-License-Identifier: MIT */
#include "compose/prose.h"

static void add_line(struct bp_composer *composer, struct bp_block *parent, enum bp_word label,
                     const struct bp_words *words, int n_words)
{
    struct bp_source source = composer->meeting->title.source;
    struct bp_phrase phrase;
    bp_phrase_begin(&phrase, composer, BP_STYLE_SIGNATURE_LINE, source);
    bp_phrase_as(&phrase, &bp_style(BP_STYLE_LABEL)->type, bp_wording(label));
    for (int i = 0; i < n_words; i++) {
        if (i == 0)
            bp_phrase_tab(&phrase);
        else
            bp_phrase_add(&phrase, ", ");
        bp_phrase_words(&phrase, &words[i]);
    }
    bp_phrase_paragraph(&phrase, parent, BP_STYLE_SIGNATURE_LINE);
    bp_block_at(composer, parent, BP_BLOCK_RULE, BP_STYLE_SIGNATURE_RULE, source);
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
                       meeting->title.source);
}

void bp_next_compose(struct bp_composer *composer, struct bp_block *parent)
{
    const struct bp_next *next = &composer->meeting->next;
    struct bp_arena *arena = composer->arena;
    struct bp_words facts[3];
    int n_facts = 0;
    if (next->date.year > 0)
        facts[n_facts++] = (struct bp_words){.text = bp_wording_date(arena, next->date)};
    if (next->time.hour >= 0)
        facts[n_facts++] = (struct bp_words){.text = bp_wording_time(arena, next->time)};
    if (next->venue.text != NULL)
        facts[n_facts++] = next->venue;
    if (n_facts == 0 && next->text.text == NULL)
        return;
    struct bp_phrase phrase;
    bp_phrase_begin(&phrase, composer, BP_STYLE_NEXT_MEETING, next->source);
    const struct bp_type *plain = phrase.look.type;
    phrase.look.type = bp_type_weight(composer, plain, 700);
    if (next->title.text != NULL)
        bp_phrase_fill(&phrase, BP_WORD_DATE_OF_NEXT, &next->title, NULL);
    else
        bp_phrase_add(&phrase, bp_wording(BP_WORD_NEXT));
    phrase.look.type = plain;
    for (int i = 0; i < n_facts; i++) {
        bp_phrase_add(&phrase, i == 0 ? " " : ", ");
        bp_phrase_words(&phrase, &facts[i]);
    }
    if (next->text.text != NULL) {
        bp_phrase_add(&phrase, n_facts > 0 ? ". " : " ");
        bp_phrase_words(&phrase, &next->text);
    }
    bp_phrase_paragraph(&phrase, parent, BP_STYLE_NEXT_MEETING);
}

void bp_signature_compose(struct bp_composer *composer, struct bp_block *parent)
{
    const struct bp_signature *signature = &composer->meeting->signature;
    struct bp_source source = composer->meeting->title.source;
    struct bp_words signer[2];
    int n_words = 0;
    if (!signature->wanted)
        return;
    if (signature->name.text != NULL)
        signer[n_words++] = signature->name;
    if (signature->role.text != NULL)
        signer[n_words++] = signature->role;
    struct bp_block *group =
        bp_block_at(composer, parent, BP_BLOCK_GROUP, BP_STYLE_SIGNATURE, source);
    bp_paragraph_plain(composer, group, BP_STYLE_LEAD_IN, bp_wording(BP_WORD_SIGNED_AS), source);
    add_line(composer, group, BP_WORD_SIGNED, NULL, 0);
    add_line(composer, group, BP_WORD_NAME, signer, n_words);
    add_line(composer, group, BP_WORD_DATE, NULL, 0);
}
