/* SPDX-License-Identifier: MIT */
/* The keys of a map: which it has and which it lacks. */
#include "load/reader.h"

#include <string.h>

#include "base/nearest.h"
#include "load/miskey.h"
#include "load/row.h"

static void report_elsewhere(struct bp_reader *reader, const struct bp_yaml *key, enum bp_part part,
                             enum bp_part owner)
{
    if (part == BP_PART_PERSON && strcmp(key->text, "organisation") == 0)
        bp_report_error(reader->report, &key->source, "unknown-key",
                        "“organisation” is a key of a group; write “- organisation: …” and, below "
                        "it, “people:” with this person");
    else if (part == BP_PART_ACTION && strcmp(key->text, "meeting") == 0)
        bp_report_error(reader->report, &key->source, "unknown-key",
                        "“meeting” is for the actions of “register:”; delete it, as this action is "
                        "of this meeting");
    else if (bp_keys_front(part) == owner)
        bp_report_error(reader->report, &key->source, "unknown-key",
                        "“%s” belongs under %s; indent it by two spaces", key->text,
                        bp_keys_noun(owner));
    else if (bp_keys_front(owner) < BP_N_PARTS)
        bp_report_error(reader->report, &key->source, "unknown-key",
                        "“%s” belongs at the top level, not to %s; write it at the start of its "
                        "line",
                        key->text, bp_keys_noun(part));
    else if (bp_keys_front(part) < BP_N_PARTS)
        bp_report_error(reader->report, &key->source, "unknown-key",
                        "“%s” is a key of %s; indent it to stand there", key->text,
                        bp_keys_noun(owner));
    else
        bp_report_error(reader->report, &key->source, "unknown-key",
                        "“%s” is a key of %s, not of %s; move it, and check the indentation",
                        key->text, bp_keys_noun(owner), bp_keys_noun(part));
}

/* "1,000" at the end of the words, as split at its comma. */
static bool is_split_number(const char *before, const char *after)
{
    static const char digits[] = "0123456789";
    return *before && g_ascii_isdigit(before[strlen(before) - 1]) && strspn(after, digits) >= 3 &&
           (!after[3] || after[3] == ' ');
}

/* In {action: Update on borders, migrants} the comma made a key of the rest of the text. */
static bool report_split(struct bp_reader *reader, const struct bp_yaml *map, int index)
{
    const struct bp_yaml_pair *pair = &map->pairs[index];
    if (!map->flow || index == 0 || !bp_yaml_is_empty(pair->value) || *pair->value->text)
        return false;
    const struct bp_yaml *before = map->pairs[index - 1].value;
    bool shown = before->kind == BP_YAML_TEXT && !strchr(before->text, '"') &&
                 strlen(before->text) + strlen(pair->key->text) < 100;
    bool number = shown && is_split_number(before->text, pair->key->text);
    if (number && strspn(before->text, "0123456789") == strlen(before->text))
        bp_report_error(reader->report, &pair->key->source, "split-by-comma",
                        "the comma before “%s” ends the value; write the number without it, %s%s",
                        pair->key->text, before->text, pair->key->text);
    else if (shown)
        bp_report_error(
            reader->report, &pair->key->source, "split-by-comma",
            "the comma before “%s” ends the value; put the value in quotes, \"%s,%s%s\"",
            pair->key->text, before->text, number ? "" : " ", pair->key->text);
    else
        bp_report_error(reader->report, &pair->key->source, "split-by-comma",
                        "the comma before “%s” ends the value; put the whole value in quotes",
                        bp_reader_clip(reader, pair->key->text));
    return true;
}

/* Slips in a key that leave it good YAML, and a chart that stands in no minutes. */
static bool report_mark(struct bp_reader *reader, const struct bp_yaml *key, enum bp_part part)
{
    const char *text = key->text;
    bool item = part == BP_PART_ITEM || part == BP_PART_SECTION;
    if (item && (strcmp(text, "chart") == 0 || strcmp(text, "charts") == 0)) {
        bp_report_error(reader->report, &key->source, "unknown-key",
                        "a chart stands at its place in the minutes; write “- chart:” in the list "
                        "below “minutes:”");
        return true;
    }
    if (*text == '-' && text[1] && text[1] != '-') {
        bp_report_error(
            reader->report, &key->source, "no-space",
            "there is no space after the “-”; write - %s:", bp_reader_clip(reader, text + 1));
        return true;
    }
    if (strcmp(text, "<<") == 0) {
        bp_report_error(reader->report, &key->source, "unknown-key",
                        "“<<” is not taken here; write the keys out");
        return true;
    }
    return false;
}

/* The whole map is an entry of words with a colon: "Agreed: to meet". */
static bool is_colon_text(const struct bp_yaml *map, enum bp_part part)
{
    const char *needed = bp_keys_needed(part);
    const struct bp_yaml_pair *pair = map->kind == BP_YAML_MAP ? map->pairs : NULL;
    if (!needed || map->n_pairs != 1 || map->flow || pair->value->kind != BP_YAML_TEXT)
        return false;
    const char *word = pair->key->text;
    return !bp_keys_has(part, word) && !bp_keys_other_word(part, word) &&
           !bp_nearest(word, bp_keys_of(part)) && bp_keys_elsewhere(part, word) == BP_N_PARTS &&
           bp_miskey_find_dash(word) == 0 && strcmp(word, "<<") != 0;
}

static void report_colon_text(struct bp_reader *reader, const struct bp_yaml *map,
                              enum bp_part part)
{
    const struct bp_yaml *key = map->pairs[0].key;
    const struct bp_yaml *value = map->pairs[0].value;
    const char *word = bp_reader_clip(reader, key->text);
    bool shown = strlen(key->text) + strlen(value->text) < 70 && value->plain &&
                 !strpbrk(key->text, "\"\\") && !strpbrk(value->text, "\"\\\n");
    const char *whole =
        shown ? bp_arena_printf(reader->arena, "%s: %s", key->text, value->text) : "…";
    if (part == BP_PART_PERSON)
        bp_report_error(reader->report, &key->source, "colon",
                        "the colon after “%s” makes it a key; write “- name: …” and, on the next "
                        "line, “role: …”",
                        word);
    else
        bp_report_error(reader->report, &key->source, "colon",
                        "the colon after “%s” makes it a key; put the text in quotes, - %s\"%s\"",
                        word, part == BP_PART_ITEM || part == BP_PART_SECTION ? "title: " : "",
                        whole);
}

/* Without a map below “meeting:”, one message tells of all the keys that belong there. */
static bool lacks_front(const struct bp_yaml *file, enum bp_part part)
{
    const struct bp_yaml *front = bp_yaml_find(file, bp_keys_of(part)[0]);
    return !front || front->kind != BP_YAML_MAP;
}

static void report_key(struct bp_reader *reader, const struct bp_yaml *map, int index,
                       enum bp_part part)
{
    const struct bp_yaml *key = map->pairs[index].key;
    enum bp_part owner = bp_keys_elsewhere(part, key->text);
    bool of_top = owner < BP_N_PARTS && bp_keys_front(owner) < BP_N_PARTS;
    const char *other = of_top ? NULL : bp_keys_other_word(part, key->text);
    if (report_split(reader, map, index) || report_mark(reader, key, part) ||
        (owner < BP_N_PARTS && bp_keys_front(part) == owner && lacks_front(map, part)))
        return;
    const char *near = other ? other : bp_nearest(key->text, bp_keys_of(part));
    if (near && (owner == BP_N_PARTS || other || strlen(near) == strlen(key->text) + 1)) {
        bp_report_error(reader->report, &key->source, "unknown-key",
                        "%s has no key “%s”; write “%s”", bp_keys_noun(part),
                        bp_reader_clip(reader, key->text), near);
    } else if (owner < BP_N_PARTS) {
        report_elsewhere(reader, key, part, owner);
    } else {
        char *all = bp_reader_listed(bp_keys_of(part));
        bp_report_error(reader->report, &key->source, "unknown-key",
                        "%s has no key “%s”; its %s %s", bp_keys_noun(part),
                        bp_reader_clip(reader, key->text),
                        bp_keys_of(part)[1] ? "keys are" : "only key is", all);
        g_free(all);
    }
}

static void report_no_map(struct bp_reader *reader, const struct bp_yaml *node, enum bp_part part)
{
    const char *const *keys = bp_keys_of(part);
    const char *colon = node->kind == BP_YAML_TEXT ? strchr(node->text, ':') : NULL;
    if (colon && node->plain && bp_row_lacks_space(node->text)) {
        bp_report_error(reader->report, &node->source, "no-space",
                        "there is no space after the colon; write %.*s: %s",
                        (int)(colon - node->text), node->text, bp_reader_clip(reader, colon + 1));
        return;
    }
    const char *example = bp_keys_example(part);
    const char *found = bp_yaml_is_empty(node) ? "nothing" : bp_yaml_describe(node);
    if (example)
        bp_report_error(reader->report, &node->source, "wrong-type",
                        "%s needs keys of its own, but %s stands here; %s", bp_keys_noun(part),
                        found, example);
    else
        bp_report_error(reader->report, &node->source, "wrong-type",
                        "%s should have keys of its own, but %s stands here; write “%s: …” on a "
                        "line of its own, indented",
                        bp_keys_noun(part), found, keys[0]);
}

bool bp_reader_keys(struct bp_reader *reader, const struct bp_yaml *node, enum bp_part part)
{
    if (node->kind != BP_YAML_MAP) {
        report_no_map(reader, node, part);
        return false;
    }
    if (is_colon_text(node, part)) {
        report_colon_text(reader, node, part);
        return true;
    }
    for (int i = 0; i < node->n_pairs; i++)
        if (!bp_keys_has(part, node->pairs[i].key->text))
            report_key(reader, node, i, part);
    return true;
}

/* An unknown key that was answered with "write KEY": the key is not missing too. */
static bool is_slip_of(const struct bp_yaml_pair *pair, enum bp_part part, const char *key)
{
    const char *word = pair->key->text;
    if (bp_keys_has(part, word))
        return false;
    const char *meant = bp_keys_other_word(part, word);
    if (!meant)
        meant = bp_nearest(word, bp_keys_of(part));
    return meant && strcmp(meant, key) == 0;
}

void bp_reader_missing(struct bp_reader *reader, const struct bp_yaml *map, enum bp_part part,
                       const char *key, const char *mend)
{
    struct bp_source at = map->source;
    bool blank = false;
    if (is_colon_text(map, part))
        return;
    for (int i = 0; map->kind == BP_YAML_MAP && i < map->n_pairs; i++) {
        if (strcmp(map->pairs[i].key->text, key) == 0) {
            blank = bp_yaml_is_empty(map->pairs[i].value);
            at = map->pairs[i].key->source;
            if (!blank)
                return; /* it is there, and wrong, and has been reported */
        } else if (is_slip_of(&map->pairs[i], part, key)) {
            return;
        }
    }
    if (blank)
        bp_report_error(reader->report, &at, "missing", "“%s” is empty; %s", key, mend);
    else
        bp_report_error(reader->report, &at, "missing", "%s has no “%s”; %s", bp_keys_noun(part),
                        key, mend);
}
