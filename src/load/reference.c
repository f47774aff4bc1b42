/* SPDX-License-Identifier: MIT */
#include "load/reference.h"

#include <string.h>

#include "load/when.h"

static void add(struct bp_reader *reader, const char *number, const struct bp_source *source,
                bool unsure)
{
    struct bp_reference reference = {number, *source, unsure};
    g_array_append_val(reader->references, reference);
}

/* The number after "item " or "minute "; NULL when the words begin with neither. */
static const char *after_noun(const char *words)
{
    static const char *const nouns[] = {"item ", "minute ", "item-", "minute-"};
    for (size_t i = 0; i < G_N_ELEMENTS(nouns); i++)
        if (g_ascii_strncasecmp(words, nouns[i], strlen(nouns[i])) == 0)
            return words + strlen(nouns[i]) + strspn(words + strlen(nouns[i]), " ");
    return NULL;
}

static bool looks_like_number(const char *words)
{
    return !strchr(words, ' ') && strpbrk(words, "0123456789");
}

struct bp_words bp_reference_moment(struct bp_reader *reader, const struct bp_yaml *map,
                                    const char *key)
{
    struct bp_time time;
    const struct bp_yaml *node = bp_yaml_find(map, key);
    struct bp_words words = bp_reader_words(reader, node, key);
    if (!words.text || bp_time_parse(words.text, &time))
        return words;
    const char *number = after_noun(words.text);
    if (number) {
        add(reader, number, &node->source, false);
        return words;
    }
    const char *shown = bp_reader_clip(reader, words.text);
    if (bp_when_guess_time(words.text, &time))
        bp_report_error(reader->report, &node->source, "bad-time",
                        "“%s” is not how a time is written here; write %02d:%02d", shown, time.hour,
                        time.minute);
    else
        bp_report_error(reader->report, &node->source, "bad-moment",
                        "“%s” names neither an item nor a time; write “%s: item %s”, “%s: minute "
                        "175/20” or “%s: 11:15”",
                        shown, key, looks_like_number(words.text) ? shown : "3", key, key);
    return (struct bp_words){0};
}

struct bp_words bp_reference_item(struct bp_reader *reader, const struct bp_yaml *map,
                                  const char *key)
{
    const struct bp_yaml *node = bp_yaml_find(map, key);
    struct bp_words words = bp_reader_words(reader, node, key);
    const char *number = words.text ? after_noun(words.text) : NULL;
    if (words.text && !number && looks_like_number(words.text))
        number = words.text;
    if (number && !strchr(number, ' '))
        add(reader, number, &node->source, false);
    return words;
}

struct bp_words bp_reference_words(struct bp_reader *reader, const struct bp_yaml *map,
                                   const char *key)
{
    const struct bp_yaml *node = bp_yaml_find(map, key);
    struct bp_words words = bp_reader_words(reader, node, key);
    const char *noun = words.text ? strstr(words.text, "item ") : NULL;
    const char *number = noun ? noun + strlen("item ") : NULL;
    if (number && looks_like_number(number))
        add(reader, number, &node->source, true);
    return words;
}

/* "3." and "(3)" are both called 3. To be freed. */
static char *strip(const char *number)
{
    const char *start = number + strspn(number, "( ");
    size_t length = strlen(start);
    while (length > 0 && strchr(".): ", start[length - 1]))
        length--;
    return g_strndup(start, length);
}

static void gather(const struct bp_item *items, int count, GHashTable *numbers)
{
    for (int i = 0; i < count; i++) {
        const char *number = items[i].number.text;
        if (number)
            g_hash_table_insert(numbers, strip(number), (gpointer)(gsize)number);
        gather(items[i].items, items[i].n_items, numbers);
    }
}

/* "; the items are 1 to 8" */
static char *tell_items(const struct bp_meeting *meeting)
{
    const char *first = NULL;
    const char *last = NULL;
    for (int i = 0; i < meeting->n_items; i++) {
        if (!first)
            first = meeting->items[i].number.text;
        if (meeting->items[i].number.text)
            last = meeting->items[i].number.text;
    }
    if (!first)
        return g_strdup("no item here has a number");
    return first == last ? g_strdup_printf("the only item is %s", first)
                         : g_strdup_printf("the items are %s to %s", first, last);
}

static const char *find(GHashTable *numbers, const char *words)
{
    char *key = strip(words);
    const char *number = g_hash_table_lookup(numbers, key);
    g_free(key);
    return number;
}

static void check_link(struct bp_reader *reader, struct bp_prose *link, GHashTable *numbers,
                       const char *items)
{
    const char *name = after_noun(link->target + 1);
    const char *number = find(numbers, name ? name : link->target + 1);
    if (number)
        link->target = bp_arena_printf(reader->arena, "#%s", number);
    else
        bp_report_error(reader->report, &link->source, "no-such-item",
                        "the link leads to “%s”, and there is no such item; %s, so write for "
                        "example (#1)",
                        bp_reader_clip(reader, link->target), items);
}

void bp_reference_check(struct bp_reader *reader)
{
    GHashTable *numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    gather(reader->meeting->items, reader->meeting->n_items, numbers);
    char *items = tell_items(reader->meeting);
    for (guint i = 0; i < reader->references->len; i++) {
        struct bp_reference *reference = &g_array_index(reader->references, struct bp_reference, i);
        if (find(numbers, reference->number))
            continue;
        const char *number = bp_reader_clip(reader, reference->number);
        if (reference->unsure)
            bp_report_warning(reader->report, &reference->source, "no-such-item",
                              "there is no item %s in this meeting; %s", number, items);
        else
            bp_report_error(reader->report, &reference->source, "no-such-item",
                            "there is no item %s; %s", number, items);
    }
    for (guint i = 0; i < reader->prose_links->len; i++)
        check_link(reader, g_array_index(reader->prose_links, struct bp_prose *, i), numbers,
                   items);
    g_free(items);
    g_hash_table_destroy(numbers);
}

void bp_reference_refuse(struct bp_reader *reader)
{
    for (guint i = 0; i < reader->prose_links->len; i++) {
        const struct bp_prose *link = g_array_index(reader->prose_links, struct bp_prose *, i);
        bp_report_error(reader->report, &link->source, "no-such-item",
                        "the link leads to “%s”, and only minutes have items to lead to; write a "
                        "link that starts with https://, or the words alone",
                        bp_reader_clip(reader, link->target));
    }
}
