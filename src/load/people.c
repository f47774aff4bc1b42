/* SPDX-License-Identifier: MIT */
#include "load/people.h"

#include <string.h>

#include "base/nearest.h"
#include "load/reference.h"

static const char *const capacities[] = {"member", "in attendance", "public", NULL};
static const char *const ways[] = {"in person", "virtually", "by telephone", NULL};

static void read_person(struct bp_reader *reader, const struct bp_yaml *node,
                        struct bp_person *person)
{
    *person = (struct bp_person){.source = node->source};
    if (node->kind == BP_YAML_TEXT && bp_yaml_is_empty(node)) {
        bp_report_error(reader->report, &node->source, "missing",
                        "this entry is empty; write a name after the “-”, or delete it");
        return;
    }
    if (node->kind == BP_YAML_TEXT) {
        person->name = bp_reader_words(reader, node, "name");
        return;
    }
    if (!bp_reader_keys(reader, node, BP_PART_PERSON))
        return;
    person->name = bp_reader_words(reader, bp_yaml_find(node, "name"), "name");
    if (!person->name.text)
        bp_reader_missing(reader, node, BP_PART_PERSON, "name", "write “name: ” and the name");
    person->role = bp_reader_text(reader, node, "role");
    person->abbreviation = bp_reader_text(reader, node, "abbreviation");
    if (!person->abbreviation.text)
        person->abbreviation = bp_reader_text(reader, node, "initials");
    person->note = bp_reader_text(reader, node, "note");
    person->attended = (enum bp_attended)bp_reader_choice(reader, node, "attended", ways);
    person->capacity = (enum bp_capacity)bp_reader_choice(reader, node, "capacity", capacities);
    person->from = bp_reference_moment(reader, node, "from");
    person->until = bp_reference_moment(reader, node, "until");
}

static void read_group(struct bp_reader *reader, const struct bp_yaml *node, struct bp_group *group)
{
    *group = (struct bp_group){.source = node->source};
    bp_reader_keys(reader, node, BP_PART_GROUP);
    group->organisation = bp_reader_text(reader, node, "organisation");
    group->capacity = (enum bp_capacity)bp_reader_choice(reader, node, "capacity", capacities);
    const struct bp_yaml *people = bp_reader_list(reader, node, "people");
    if (!people) {
        bp_reader_missing(reader, node, BP_PART_GROUP, "people",
                          "write “people:” and, below it, one “- ” and name a line");
        return;
    }
    group->people = bp_arena_new(reader->arena, sizeof *group->people * (size_t)people->n_items);
    group->n_people = people->n_items;
    for (int i = 0; i < people->n_items; i++)
        read_person(reader, people->items[i], &group->people[i]);
}

static bool is_group(const struct bp_yaml *node)
{
    bool group = false;
    bool person = false;
    for (int i = 0; node->kind == BP_YAML_MAP && i < node->n_pairs; i++) {
        const char *key = node->pairs[i].key->text;
        person = person || bp_keys_other_word(BP_PART_PERSON, key) || g_str_equal(key, "name");
        group = group || g_str_equal(key, "people");
        group = group || (g_str_equal(key, "organisation") && !person);
    }
    return group && !(person && !bp_yaml_find(node, "people"));
}

/* The last group, when it is one of people without an organisation; else a new one. */
static struct bp_group *open_group(GArray *groups, GArray *loose, const struct bp_yaml *node)
{
    if (loose->len == 0) {
        struct bp_group group = {.source = node->source};
        g_array_append_val(groups, group);
    }
    return &g_array_index(groups, struct bp_group, groups->len - 1);
}

static void close_group(struct bp_reader *reader, GArray *groups, GArray *loose)
{
    if (loose->len == 0)
        return;
    struct bp_group *group = &g_array_index(groups, struct bp_group, groups->len - 1);
    group->people = bp_arena_copy(reader->arena, loose->data, loose->len, sizeof(struct bp_person));
    group->n_people = (int)loose->len;
    g_array_set_size(loose, 0);
}

struct bp_people bp_people_read(struct bp_reader *reader, const struct bp_yaml *file,
                                const char *key)
{
    struct bp_people people = {0};
    const struct bp_yaml *list = bp_reader_list(reader, file, key);
    if (!list)
        return people;
    GArray *groups = g_array_new(FALSE, FALSE, sizeof(struct bp_group));
    GArray *loose = g_array_new(FALSE, FALSE, sizeof(struct bp_person));
    for (int i = 0; i < list->n_items; i++) {
        const struct bp_yaml *node = list->items[i];
        if (is_group(node)) {
            struct bp_group group;
            close_group(reader, groups, loose);
            read_group(reader, node, &group);
            g_array_append_val(groups, group);
        } else {
            struct bp_person person;
            open_group(groups, loose, node);
            read_person(reader, node, &person);
            g_array_append_val(loose, person);
        }
    }
    close_group(reader, groups, loose);
    people.groups =
        bp_arena_copy(reader->arena, groups->data, groups->len, sizeof(struct bp_group));
    people.n_groups = (int)groups->len;
    g_array_free(loose, TRUE);
    g_array_free(groups, TRUE);
    return people;
}

static void add_names(const struct bp_people *people, GHashTable *names)
{
    for (int i = 0; i < people->n_groups; i++)
        for (int j = 0; j < people->groups[i].n_people; j++)
            if (people->groups[i].people[j].name.text)
                g_hash_table_insert(names, (gpointer)(gsize)people->groups[i].people[j].name.text,
                                    &people->groups[i].people[j]);
}

void bp_people_compare(struct bp_reader *reader, const struct bp_people *present,
                       const struct bp_people *missing, const char *where)
{
    GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);
    add_names(present, names);
    for (int i = 0; i < missing->n_groups; i++) {
        for (int j = 0; j < missing->groups[i].n_people; j++) {
            const struct bp_words *name = &missing->groups[i].people[j].name;
            const struct bp_person *other =
                name->text ? g_hash_table_lookup(names, name->text) : NULL;
            if (other)
                bp_report_warning(reader->report, &name->source, "twice",
                                  "“%s” stands under “%s” and, in line %d, under “attendees”; "
                                  "check which is right",
                                  bp_reader_clip(reader, name->text), where,
                                  other->name.source.line);
        }
    }
    g_hash_table_destroy(names);
}

/* The last word of a name that is neither an initial nor letters after it ("MBE"); folded, to be
 * freed; NULL when there is none. */
static char *find_surname(const char *name)
{
    char *own = g_strndup(name, strcspn(name, ",("));
    char **words = g_strsplit_set(own, " .", -1);
    char *surname = NULL;
    for (int i = 0; words[i]; i++) {
        char *capitals = g_utf8_strup(words[i], -1);
        if (g_utf8_strlen(words[i], -1) > 1 && strcmp(capitals, words[i]) != 0) {
            g_free(surname);
            surname = g_utf8_casefold(words[i], -1);
        }
        g_free(capitals);
    }
    g_strfreev(words);
    g_free(own);
    return surname;
}

static bool holds(const struct bp_words *words, const char *surname)
{
    char *folded = g_utf8_casefold(words->text ? words->text : "", -1);
    bool found = strstr(folded, surname) != NULL;
    g_free(folded);
    return found;
}

/* Whether an attendee's name or role has the surname; `names` gathers all names. */
static bool attends(const struct bp_people *people, const char *surname, GPtrArray *names)
{
    bool found = false;
    for (int i = 0; i < people->n_groups; i++) {
        for (int j = 0; j < people->groups[i].n_people; j++) {
            const struct bp_person *person = &people->groups[i].people[j];
            found = found || holds(&person->name, surname) || holds(&person->role, surname);
            if (person->name.text)
                g_ptr_array_add(names, (gpointer)(gsize)person->name.text);
        }
    }
    g_ptr_array_add(names, NULL);
    return found;
}

/* The name that the chair's is a slip of; NULL when one holds the other, with a title, or when none
 * is near. */
static const char *find_slip(const char *chair, const char *const *names)
{
    for (int i = 0; names[i]; i++)
        if (strstr(names[i], chair) || strstr(chair, names[i]))
            return NULL;
    return bp_nearest(chair, names);
}

void bp_people_check_chair(struct bp_reader *reader)
{
    const struct bp_words *chair = &reader->meeting->chair;
    const struct bp_people *attendees = &reader->meeting->attendees;
    char *surname = chair->text ? find_surname(chair->text) : NULL;
    if (!surname || attendees->n_groups == 0) {
        g_free(surname);
        return;
    }
    GPtrArray *names = g_ptr_array_new();
    bool found = attends(attendees, surname, names);
    const char *slip = find_slip(chair->text, (const char *const *)names->pdata);
    const char *shown = bp_reader_clip(reader, chair->text);
    if (slip)
        bp_report_warning(reader->report, &chair->source, "absent-chair",
                          "“%s” is not among the attendees, but “%s” is; check the name", shown,
                          bp_reader_clip(reader, slip));
    else if (!found)
        bp_report_warning(reader->report, &chair->source, "absent-chair",
                          "“%s” is not among the attendees; add the chair to them, or check the "
                          "name",
                          shown);
    g_ptr_array_free(names, TRUE);
    g_free(surname);
}
