/* SPDX-License-Identifier: MIT */
#include "compose/phrase.h"

static const char *capacity_words(enum bp_capacity capacity, bool several)
{
    switch (capacity) {
    case BP_CAPACITY_MEMBER:
        return bp_wording(several ? BP_WORD_MEMBERS : BP_WORD_MEMBER);
    case BP_CAPACITY_IN_ATTENDANCE:
        return bp_wording(BP_WORD_IN_ATTENDANCE);
    case BP_CAPACITY_PUBLIC:
        return bp_wording(several ? BP_WORD_PUBLIC : BP_WORD_OF_THE_PUBLIC);
    default:
        return NULL;
    }
}

static const char *attended_words(enum bp_attended attended)
{
    switch (attended) {
    case BP_ATTENDED_IN_PERSON:
        return bp_wording(BP_WORD_IN_PERSON);
    case BP_ATTENDED_VIRTUALLY:
        return bp_wording(BP_WORD_VIRTUALLY);
    case BP_ATTENDED_BY_TELEPHONE:
        return bp_wording(BP_WORD_BY_TELEPHONE);
    default:
        return NULL;
    }
}

static const char *part_words(struct bp_arena *arena, const struct bp_person *person)
{
    if (person->from != NULL && person->until != NULL)
        return bp_wording_fill(arena, BP_WORD_FROM_UNTIL, person->from, person->until);
    if (person->from != NULL)
        return bp_wording_fill(arena, BP_WORD_FROM, person->from, NULL);
    return person->until == NULL ? NULL
                                 : bp_wording_fill(arena, BP_WORD_UNTIL, person->until, NULL);
}

static void add_more(struct bp_phrase *phrase, const char *words)
{
    if (words == NULL)
        return;
    bp_phrase_add(phrase, ", ");
    bp_phrase_add(phrase, words);
}

static void add_bracketed(struct bp_phrase *phrase, const char *words)
{
    if (words == NULL)
        return;
    bp_phrase_add(phrase, " (");
    bp_phrase_add(phrase, words);
    bp_phrase_add(phrase, ")");
}

/* The name; then in grey, after a tab, the role; then what else is said. */
static void add_person(struct bp_composer *composer, struct bp_block *list,
                       const struct bp_person *person, enum bp_capacity group_capacity)
{
    struct bp_phrase phrase;
    struct bp_block *item =
        bp_block_at(composer, list, BP_BLOCK_ITEM, BP_STYLE_PERSON, person->source);
    bp_phrase_begin(&phrase, composer, BP_STYLE_PERSON_LINE, person->source);
    bp_phrase_add(&phrase, person->name.text);
    if (person->role != NULL) {
        phrase.look.type = bp_type_colour(composer, phrase.look.type, BP_LOOK_GREY);
        bp_phrase_tab(&phrase);
        bp_phrase_add(&phrase, person->role);
    }
    add_bracketed(&phrase, person->abbreviation);
    if (person->capacity != group_capacity)
        add_more(&phrase, capacity_words(person->capacity, false));
    if (person->attended != BP_ATTENDED_UNSAID) {
        bp_phrase_add(&phrase, ", ");
        bp_phrase_emphasis(&phrase, attended_words(person->attended));
    }
    add_bracketed(&phrase, part_words(composer->arena, person));
    add_more(&phrase, person->note);
    bp_phrase_paragraph(&phrase, item, BP_STYLE_PERSON_LINE);
}

/* "Ashcombe Town Council, members", or the one that is said. */
static const char *group_words(struct bp_composer *composer, const struct bp_group *group)
{
    const char *capacity = capacity_words(group->capacity, true);
    if (group->organisation == NULL && capacity == NULL)
        return NULL;
    if (group->organisation == NULL)
        return bp_arena_printf(composer->arena, "%c%s", g_ascii_toupper(capacity[0]), capacity + 1);
    if (capacity == NULL)
        return group->organisation;
    return bp_arena_printf(composer->arena, "%s, %s", group->organisation, capacity);
}

void bp_people_compose(struct bp_composer *composer, struct bp_block *parent,
                       const struct bp_people *people)
{
    for (int g = 0; g < people->n_groups; g++) {
        const struct bp_group *group = &people->groups[g];
        const char *words = group_words(composer, group);
        if (words != NULL)
            bp_paragraph_plain(composer, parent, BP_STYLE_ORGANISATION_OF_PEOPLE, words,
                               group->source);
        if (group->n_people == 0)
            continue;
        struct bp_block *list =
            bp_block_at(composer, parent, BP_BLOCK_LIST, BP_STYLE_PEOPLE, group->source);
        for (int p = 0; p < group->n_people; p++)
            add_person(composer, list, &group->people[p], group->capacity);
    }
}
