/* SPDX-License-Identifier: MIT */
#include "compose/panel.h"
#include "compose/prose.h"

/* "Motion, proposed by …, seconded by …:" */
static void add_movers(struct bp_composer *composer, struct bp_block *parent,
                       const struct bp_motion *motion, const char *name)
{
    struct bp_phrase phrase;
    bp_phrase_begin(&phrase, composer, BP_STYLE_LEAD_IN, motion->source);
    bp_phrase_add(&phrase, name);
    if (motion->proposer.text != NULL)
        bp_phrase_fill(&phrase, BP_WORD_PROPOSED, &motion->proposer, NULL);
    if (motion->seconder.text != NULL)
        bp_phrase_fill(&phrase, BP_WORD_SECONDED, &motion->seconder, NULL);
    bp_phrase_add(&phrase, ":");
    bp_phrase_paragraph(&phrase, parent, BP_STYLE_LEAD_IN);
}

static int side_count(const struct bp_side *side)
{
    return side->n_names > 0 ? side->n_names : side->count;
}

/* "for 5, against 2, abstained 1"; NULL when no side is said. */
static const char *count_words(struct bp_composer *composer, const struct bp_vote *vote)
{
    const struct bp_side *sides[] = {&vote->in_favour, &vote->against, &vote->abstained};
    static const enum bp_word names[] = {BP_WORD_FOR, BP_WORD_AGAINST, BP_WORD_ABSTAINED};
    struct bp_arena *arena = composer->arena;
    const char *words = NULL;
    for (int i = 0; i < 3; i++) {
        if (side_count(sides[i]) < 0)
            continue;
        const char *number = bp_arena_printf(arena, "%d", side_count(sides[i]));
        const char *side = bp_wording_fill(arena, BP_WORD_COUNT, bp_wording(names[i]), number);
        words = words == NULL ? side : bp_arena_printf(arena, "%s, %s", words, side);
    }
    return words;
}

static void add_names(struct bp_composer *composer, struct bp_block *list, enum bp_word word,
                      const struct bp_side *side)
{
    if (side->n_names == 0)
        return;
    struct bp_arena *arena = composer->arena;
    struct bp_block *item =
        bp_block_at(composer, list, BP_BLOCK_ITEM, BP_STYLE_PERSON, list->source);
    const char *number = bp_arena_printf(arena, "%d", side->n_names);
    struct bp_phrase phrase;
    bp_phrase_begin(&phrase, composer, BP_STYLE_LIST_TEXT, list->source);
    bp_phrase_bold(&phrase, bp_wording_fill(arena, BP_WORD_NAMES,
                                            bp_wording_capital(arena, bp_wording(word)), number));
    bp_phrase_add(&phrase, " ");
    bp_phrase_join(&phrase, side->names, side->n_names);
    bp_phrase_paragraph(&phrase, item, BP_STYLE_LIST_TEXT);
}

/* Who voted how, where names are given. */
static void add_voters(struct bp_composer *composer, struct bp_block *parent,
                       const struct bp_motion *motion)
{
    const struct bp_vote *vote = &motion->vote;
    if (vote->in_favour.n_names + vote->against.n_names + vote->abstained.n_names == 0)
        return;
    struct bp_block *list =
        bp_block_at(composer, parent, BP_BLOCK_LIST, BP_STYLE_VOTES, motion->source);
    add_names(composer, list, BP_WORD_FOR, &vote->in_favour);
    add_names(composer, list, BP_WORD_AGAINST, &vote->against);
    add_names(composer, list, BP_WORD_ABSTAINED, &vote->abstained);
}

static const char *result_words(enum bp_result result)
{
    switch (result) {
    case BP_RESULT_CARRIED:
        return bp_wording(BP_WORD_CARRIED);
    case BP_RESULT_LOST:
        return bp_wording(BP_WORD_LOST);
    case BP_RESULT_WITHDRAWN:
        return bp_wording(BP_WORD_WITHDRAWN);
    case BP_RESULT_TABLED:
        return bp_wording(BP_WORD_TABLED);
    default:
        return NULL;
    }
}

/* "Carried: for 6, against 2", or the part of it that is known; NULL when nothing is. */
static const char *outcome_words(struct bp_composer *composer, const struct bp_motion *motion)
{
    const char *result = result_words(motion->result);
    const char *counts = motion->vote.taken ? count_words(composer, &motion->vote) : NULL;
    if (result != NULL && counts != NULL)
        return bp_arena_printf(composer->arena, "%s: %s", result, counts);
    if (result != NULL)
        return result;
    if (counts != NULL)
        return bp_wording_capital(composer->arena, counts);
    return motion->vote.taken ? bp_wording(BP_WORD_VOTED) : NULL;
}

static void add_resolution(struct bp_composer *composer, struct bp_block *parent,
                           const struct bp_motion *motion)
{
    struct bp_block *panel =
        bp_block_at(composer, parent, BP_BLOCK_PANEL, BP_STYLE_DECISION, motion->source);
    struct bp_prose_setting setting = bp_prose_panel(NULL);
    bp_panel_label(composer, panel, bp_wording(BP_WORD_RESOLVED), outcome_words(composer, motion));
    bp_prose_compose(composer, panel, motion->resolved, &setting);
}

/* The result: a panel for what the meeting resolved, a bold line for all else. */
static void add_outcome(struct bp_composer *composer, struct bp_block *parent,
                        const struct bp_motion *motion, bool amendment)
{
    if (motion->resolved != NULL) {
        add_resolution(composer, parent, motion);
        return;
    }
    const char *words = outcome_words(composer, motion);
    if (words == NULL)
        return;
    if (motion->result == BP_RESULT_CARRIED && !amendment) {
        struct bp_block *panel =
            bp_block_at(composer, parent, BP_BLOCK_PANEL, BP_STYLE_DECISION, motion->source);
        bp_paragraph_plain(composer, panel, BP_STYLE_PANEL_RESULT, words, motion->source);
        return;
    }
    bp_paragraph_plain(composer, parent, BP_STYLE_RESULT,
                       bp_arena_printf(composer->arena, "%s.", words), motion->source);
}

/* After amendments and their votes it must be plain what the last vote was on. */
static void add_last_vote(struct bp_composer *composer, struct bp_block *parent,
                          const struct bp_motion *motion)
{
    bool amended = false;
    if (motion->n_amendments == 0 || !motion->vote.taken)
        return;
    for (int i = 0; i < motion->n_amendments; i++)
        amended = amended || motion->amendments[i].result == BP_RESULT_CARRIED;
    bp_paragraph_plain(composer, parent, BP_STYLE_LEAD_IN,
                       bp_wording(amended ? BP_WORD_VOTE_AS_AMENDED : BP_WORD_VOTE_ON_MOTION),
                       motion->source);
}

static void compose_one(struct bp_composer *composer, struct bp_block *parent,
                        const struct bp_motion *motion, const char *name)
{
    struct bp_prose_setting setting = bp_prose_in(BP_STYLE_LIST_TEXT, NULL);
    add_movers(composer, parent, motion, name);
    struct bp_block *quote =
        bp_block_at(composer, parent, BP_BLOCK_QUOTE, BP_STYLE_QUOTE, motion->source);
    bp_prose_compose(composer, quote, motion->text, &setting);
}

static void compose_amendment(struct bp_composer *composer, struct bp_block *parent,
                              const struct bp_motion *motion, int at)
{
    const struct bp_motion *amendment = &motion->amendments[at];
    const char *number = bp_arena_printf(composer->arena, "%d", at + 1);
    const char *name =
        motion->n_amendments == 1
            ? bp_wording(BP_WORD_AMENDMENT)
            : bp_wording_fill(composer->arena, BP_WORD_AMENDMENT_NUMBER, number, NULL);
    compose_one(composer, parent, amendment, name);
    add_voters(composer, parent, amendment);
    add_outcome(composer, parent, amendment, true);
}

void bp_motion_compose(struct bp_composer *composer, struct bp_block *parent,
                       const struct bp_motion *motion)
{
    compose_one(composer, parent, motion, bp_wording(BP_WORD_MOTION));
    for (int i = 0; i < motion->n_amendments; i++)
        compose_amendment(composer, parent, motion, i);
    add_last_vote(composer, parent, motion);
    add_voters(composer, parent, motion);
    add_outcome(composer, parent, motion, false);
}
