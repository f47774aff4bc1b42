/* SPDX-License-Identifier: MIT */
#include "compose/phrase.h"

/* The item of the details list that `word` labels, beside which its blocks go. */
static struct bp_block *add_detail(struct bp_composer *composer, struct bp_block *list,
                                   enum bp_word word, struct bp_source source)
{
    struct bp_block *item = bp_block_at(composer, list, BP_BLOCK_ITEM, BP_STYLE_DETAIL, source);
    item->label = bp_phrase_plain(composer, BP_STYLE_LABEL, bp_wording(word), source);
    item->label_style = bp_style(BP_STYLE_LABEL);
    item->label_place = BP_LABEL_SIDE;
    return item;
}

static void add_words(struct bp_composer *composer, struct bp_block *list, enum bp_word label,
                      const struct bp_words *words)
{
    if (words->text != NULL)
        bp_words_paragraph(composer, add_detail(composer, list, label, words->source),
                           BP_STYLE_DETAIL_TEXT, words);
}

static void add_plain(struct bp_composer *composer, struct bp_block *list, enum bp_word label,
                      const char *words)
{
    struct bp_words own = {.text = words, .source = composer->meeting->title.source};
    add_words(composer, list, label, &own);
}

static void add_date(struct bp_composer *composer, struct bp_block *list)
{
    const struct bp_meeting *meeting = composer->meeting;
    struct bp_arena *arena = composer->arena;
    const char *day = bp_wording_day(arena, meeting->date);
    if (meeting->start.hour < 0) {
        add_plain(composer, list, BP_WORD_DATE, day);
        return;
    }
    const char *times = meeting->close.hour < 0
                            ? bp_wording_time(arena, meeting->start)
                            : bp_wording_span(arena, meeting->start, meeting->close);
    add_plain(composer, list, BP_WORD_DATE_AND_TIME, bp_arena_printf(arena, "%s, %s", day, times));
}

static void add_people(struct bp_composer *composer, struct bp_block *list, enum bp_word label,
                       const struct bp_people *people)
{
    if (people->n_groups > 0)
        bp_people_compose(composer, add_detail(composer, list, label, people->groups[0].source),
                          people);
}

static const char *quorum_figures(struct bp_composer *composer)
{
    const struct bp_quorum *quorum = &composer->meeting->quorum;
    struct bp_arena *arena = composer->arena;
    const char *needed = bp_arena_printf(arena, "%d", quorum->needed);
    const char *present = bp_arena_printf(arena, "%d", quorum->present);
    if (quorum->needed > 0 && quorum->present > 0)
        return bp_wording_fill(arena, BP_WORD_QUORUM_BOTH, needed, present);
    if (quorum->needed > 0)
        return bp_wording_fill(arena, BP_WORD_QUORUM_NEEDED, needed, NULL);
    if (quorum->present > 0)
        return bp_wording_fill(arena, BP_WORD_QUORUM_PRESENT, present, NULL);
    return NULL;
}

static const char *status_words(struct bp_composer *composer)
{
    const struct bp_meeting *meeting = composer->meeting;
    if (meeting->status == BP_MINUTES_DRAFT)
        return bp_wording(BP_WORD_STATUS_DRAFT);
    if (meeting->approved.year > 0)
        return bp_wording_fill(composer->arena, BP_WORD_STATUS_APPROVED_ON,
                               bp_wording_date(composer->arena, meeting->approved), NULL);
    if (meeting->status == BP_MINUTES_APPROVED)
        return bp_wording(BP_WORD_STATUS_APPROVED);
    return NULL;
}

static void add_subtitle(struct bp_composer *composer, struct bp_block *parent)
{
    const struct bp_meeting *meeting = composer->meeting;
    struct bp_phrase phrase;
    bp_phrase_begin(&phrase, composer, BP_STYLE_SUBTITLE, meeting->date_source);
    if (meeting->kind.text != NULL)
        bp_phrase_words(&phrase, &meeting->kind);
    else
        bp_phrase_add(&phrase, bp_wording(BP_WORD_MINUTES));
    bp_phrase_add(&phrase, ", ");
    bp_phrase_add(&phrase, bp_wording_day(composer->arena, meeting->date));
    bp_phrase_paragraph(&phrase, parent, BP_STYLE_SUBTITLE);
}

static void add_details(struct bp_composer *composer, struct bp_block *parent)
{
    const struct bp_meeting *meeting = composer->meeting;
    struct bp_block *list =
        bp_block_at(composer, parent, BP_BLOCK_LIST, BP_STYLE_DETAILS, meeting->title.source);
    list->id = bp_composer_id(composer, "details", "");
    add_plain(composer, list, BP_WORD_STATUS, status_words(composer));
    add_date(composer, list);
    add_words(composer, list, BP_WORD_VENUE, &meeting->venue);
    add_words(composer, list, BP_WORD_HELD, &meeting->held);
    add_words(composer, list, BP_WORD_CHAIR, &meeting->chair);
    add_words(composer, list, BP_WORD_CLERK, &meeting->clerk);
    add_words(composer, list, BP_WORD_QUORUM, &meeting->quorum.text);
    if (meeting->quorum.text.text == NULL)
        add_plain(composer, list, BP_WORD_QUORUM, quorum_figures(composer));
    add_people(composer, list, BP_WORD_ATTENDEES, &meeting->attendees);
    add_people(composer, list, BP_WORD_APOLOGIES, &meeting->apologies);
    add_people(composer, list, BP_WORD_ABSENT, &meeting->absent);
}

void bp_head_compose(struct bp_composer *composer, struct bp_block *parent)
{
    const struct bp_meeting *meeting = composer->meeting;
    struct bp_source source = meeting->title.source;
    if (meeting->organisation.text != NULL)
        bp_words_paragraph(composer, parent, BP_STYLE_ORGANISATION, &meeting->organisation);
    struct bp_block *title =
        bp_block_at(composer, parent, BP_BLOCK_HEADING, BP_STYLE_TITLE, source);
    title->level = 1;
    title->id = bp_composer_id(composer, "title", "");
    title->text = bp_words_text(composer, BP_STYLE_TITLE, &meeting->title);
    add_subtitle(composer, parent);
    bp_block_at(composer, parent, BP_BLOCK_RULE, BP_STYLE_TITLE_RULE, source);
    add_details(composer, parent);
    bp_block_at(composer, parent, BP_BLOCK_RULE, BP_STYLE_DETAILS_RULE, source);
}
