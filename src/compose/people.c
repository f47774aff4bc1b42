/* SPDX-License-Identifier: MIT */
#include <string.h>

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

/* The part of the meeting that they were there for, in brackets. */
static void add_part(struct bp_phrase *phrase, const struct bp_person *person)
{
    if (person->from.text == NULL && person->until.text == NULL)
        return;
    bp_phrase_add(phrase, " (");
    if (person->from.text != NULL && person->until.text != NULL)
        bp_phrase_fill(phrase, BP_WORD_FROM_UNTIL, &person->from, &person->until);
    else if (person->from.text != NULL)
        bp_phrase_fill(phrase, BP_WORD_FROM, &person->from, NULL);
    else
        bp_phrase_fill(phrase, BP_WORD_UNTIL, &person->until, NULL);
    bp_phrase_add(phrase, ")");
}

/* What else is said, after the name and the role. */
static void add_facts(struct bp_phrase *phrase, const struct bp_person *person,
                      enum bp_capacity group_capacity)
{
    if (person->abbreviation.text != NULL) {
        bp_phrase_add(phrase, " (");
        bp_phrase_words(phrase, &person->abbreviation);
        bp_phrase_add(phrase, ")");
    }
    if (person->capacity != BP_CAPACITY_UNSAID && person->capacity != group_capacity) {
        bp_phrase_add(phrase, ", ");
        bp_phrase_add(phrase, capacity_words(person->capacity, false));
    }
    if (person->attended != BP_ATTENDED_UNSAID) {
        bp_phrase_add(phrase, ", ");
        bp_phrase_emphasis(phrase, attended_words(person->attended));
    }
    add_part(phrase, person);
    if (person->note.text != NULL) {
        bp_phrase_add(phrase, ", ");
        bp_phrase_words(phrase, &person->note);
    }
}

/*
 * The name; then in grey the role; then the rest. One line of words, not two columns: programs that
 * read a page by its columns would read all names first.
 */
static void add_person(struct bp_composer *composer, struct bp_block *list,
                       const struct bp_person *person, enum bp_capacity group_capacity)
{
    struct bp_phrase phrase;
    struct bp_block *item =
        bp_block_at(composer, list, BP_BLOCK_ITEM, BP_STYLE_PERSON, person->source);
    bp_phrase_begin(&phrase, composer, BP_STYLE_PERSON_LINE, person->source);
    bp_phrase_words(&phrase, &person->name);
    if (person->role.text != NULL) {
        bp_phrase_add(&phrase, ", ");
        phrase.look.type = bp_type_colour(composer, phrase.look.type, BP_LOOK_GREY);
        bp_phrase_words(&phrase, &person->role);
    }
    add_facts(&phrase, person, group_capacity);
    bp_phrase_paragraph(&phrase, item, BP_STYLE_PERSON_LINE);
}

/* "Members of the public" need not be told that they are the public. */
static bool says(const char *organisation, const char *capacity)
{
    char *words = g_utf8_casefold(organisation, -1);
    bool found = strstr(words, capacity) != NULL;
    g_free(words);
    return found;
}

/* "Ashcombe Town Council, members", or the one that is said. */
static void add_group_line(struct bp_composer *composer, struct bp_block *parent,
                           const struct bp_group *group)
{
    const char *capacity = capacity_words(group->capacity, true);
    bool named = group->organisation.text != NULL;
    struct bp_phrase phrase;
    if (!named && capacity == NULL)
        return;
    if (named && capacity != NULL && says(group->organisation.text, capacity))
        capacity = NULL;
    bp_phrase_begin(&phrase, composer, BP_STYLE_ORGANISATION_OF_PEOPLE, group->source);
    bp_phrase_words(&phrase, &group->organisation);
    if (capacity != NULL)
        bp_phrase_add(&phrase, named ? bp_arena_printf(composer->arena, ", %s", capacity)
                                     : bp_wording_capital(composer->arena, capacity));
    bp_phrase_paragraph(&phrase, parent, BP_STYLE_ORGANISATION_OF_PEOPLE);
}

void bp_people_compose(struct bp_composer *composer, struct bp_block *parent,
                       const struct bp_people *people)
{
    for (int g = 0; g < people->n_groups; g++) {
        const struct bp_group *group = &people->groups[g];
        add_group_line(composer, parent, group);
        if (group->n_people == 0)
            continue;
        struct bp_block *list =
            bp_block_at(composer, parent, BP_BLOCK_LIST, BP_STYLE_PEOPLE, group->source);
        for (int p = 0; p < group->n_people; p++)
            add_person(composer, list, &group->people[p], group->capacity);
    }
}
