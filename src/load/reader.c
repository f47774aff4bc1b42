/* SPDX-License-Identifier: MIT */
#include "load/reader.h"

#include <string.h>

#include "base/nearest.h"
#include "load/mention.h"
#include "load/miskey.h"
#include "load/prose.h"
#include "load/row.h"
#include "load/when.h"

enum { LONGEST_WORDS = 1000, LONGEST_CLIP = 48 };

const char *bp_reader_clip(struct bp_reader *reader, const char *text)
{
    const char *end = text;
    int count = 0;
    while (*end && *end != '\n' && count < LONGEST_CLIP) {
        end = g_utf8_next_char(end);
        count++;
    }
    return bp_arena_printf(reader->arena, "%.*s%s", (int)(end - text), text, *end ? "…" : "");
}

/* "one, two or three" */
static char *list_words(const char *const *words)
{
    GString *out = g_string_new(NULL);
    for (int i = 0; words[i]; i++) {
        if (i > 0)
            g_string_append(out, words[i + 1] ? ", " : " or ");
        g_string_append(out, words[i]);
    }
    return g_string_free(out, FALSE);
}

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

/* Slips in a key that leave it good YAML. */
static bool report_mark(struct bp_reader *reader, const struct bp_yaml *key)
{
    const char *text = key->text;
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
    if (report_split(reader, map, index) || report_mark(reader, key) ||
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
        char *all = list_words(bp_keys_of(part));
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

static void report_not_text(struct bp_reader *reader, const struct bp_yaml *node, const char *key)
{
    const char *mend = node->flow ? "put the whole value, brackets and all, in quotes"
                       : node->kind == BP_YAML_LIST
                           ? "write the words on one line after the key"
                           : "write the words after the key; if they hold “: ”, put them in quotes";
    bp_report_error(reader->report, &node->source, "wrong-type", "“%s” should be words, not %s; %s",
                    key, bp_yaml_describe(node), mend);
}

/* Where the node's first character stands that is no blank. */
static struct bp_source first_place(const struct bp_yaml *node)
{
    int line = 1, column = 1;
    for (const char *at = node->text; *at && strchr(" \t\r\n", *at); at++) {
        column = *at == '\n' ? 1 : column + 1;
        line += *at == '\n';
    }
    return bp_yaml_place(node, line, column);
}

struct bp_words bp_reader_words(struct bp_reader *reader, const struct bp_yaml *node,
                                const char *key)
{
    static const struct bp_words none;
    if (!node)
        return none;
    if (node->kind != BP_YAML_TEXT) {
        report_not_text(reader, node, key);
        return none;
    }
    char *words = bp_arena_string(reader->arena, node->text, strlen(node->text));
    g_strstrip(g_strdelimit(words, "\t", ' '));
    if (!*words) {
        bp_report_error(reader->report, &node->source, "missing",
                        "“%s” has no words; write them, or delete the line", key);
        return none;
    }
    if (strpbrk(words, "\r\n")) {
        bp_report_error(reader->report, &node->source, "several-lines",
                        "“%s” should be one line; write it after the key without %s", key,
                        node->quoted ? "“\\n”; a backslash is written twice, \\\\" : "“|”");
        return none;
    }
    if (g_utf8_strlen(words, -1) > LONGEST_WORDS) {
        bp_report_error(reader->report, &node->source, "too-long",
                        "“%s” has %ld characters; write at most %d", key, g_utf8_strlen(words, -1),
                        LONGEST_WORDS);
        return none;
    }
    return bp_mention_words(
        reader,
        (struct bp_words){.text = words, .source = first_place(node), .literal = node->literal});
}

struct bp_words bp_reader_text(struct bp_reader *reader, const struct bp_yaml *map, const char *key)
{
    const struct bp_yaml *node = bp_yaml_find(map, key);
    struct bp_words words = bp_reader_words(reader, node, key);
    if (words.text && node->plain && g_str_has_prefix(words.text, "“") &&
        g_str_has_suffix(words.text, "”"))
        bp_report_warning(reader->report, &node->source, "curly-quotes",
                          "these curly quotes will be printed; leave them out unless they belong "
                          "to the words");
    return words;
}

/* "2022-02-30" has the right form, and is no day. */
static bool report_no_day(struct bp_reader *reader, const struct bp_yaml *node, const char *words)
{
    static const char form[] = "dddd-dd-dd";
    for (size_t i = 0; i < sizeof form; i++)
        if (form[i] == 'd' ? !g_ascii_isdigit(words[i]) : words[i] != form[i])
            return false;
    int year = (int)g_ascii_strtoll(words, NULL, 10);
    int month = (int)g_ascii_strtoll(words + 5, NULL, 10);
    if (year > 0 && month >= 1 && month <= 12)
        bp_report_error(reader->report, &node->source, "bad-date",
                        "%s is not in the calendar; that month ends with %.7s-%02d", words, words,
                        bp_date_month_days(year, month));
    else
        bp_report_error(reader->report, &node->source, "bad-date",
                        "%s is not in the calendar; write year-month-day, as in 2022-03-16", words);
    return true;
}

/* A date may also stand between quotes that were meant for YAML. */
static bool guess_date(const char *words, struct bp_date *date)
{
    size_t quote = strlen("“");
    if (!g_str_has_prefix(words, "“") || !g_str_has_suffix(words, "”"))
        return bp_when_guess_date(words, date);
    char *inner = g_strndup(words + quote, strlen(words) - MIN(2 * quote, strlen(words)));
    bool good = bp_when_guess_date(inner, date);
    g_free(inner);
    return good;
}

bool bp_reader_parse_date(struct bp_reader *reader, const struct bp_yaml *node, const char *key,
                          struct bp_date *date)
{
    struct bp_date guess;
    const char *words = bp_reader_words(reader, node, key).text;
    if (!words)
        return false;
    if (bp_date_parse(words, date))
        return true;
    if (strlen(words) == 10 && report_no_day(reader, node, words))
        return false;
    const char *shown = bp_reader_clip(reader, words);
    bool guessed = guess_date(words, &guess);
    if (guessed && bp_when_is_unsure(words, guess))
        bp_report_error(reader->report, &node->source, "bad-date",
                        "“%s” is not how a date is written here; write %04d-%02d-%02d, if the day "
                        "is %d and the month %d",
                        shown, guess.year, guess.month, guess.day, guess.day, guess.month);
    else if (guessed)
        bp_report_error(reader->report, &node->source, "bad-date",
                        "“%s” is not how a date is written here; write %04d-%02d-%02d", shown,
                        guess.year, guess.month, guess.day);
    else
        bp_report_error(reader->report, &node->source, "bad-date",
                        "“%s” is not a date; write year-month-day, as in 2022-03-16", shown);
    return false;
}

struct bp_date bp_reader_date(struct bp_reader *reader, const struct bp_yaml *map, const char *key)
{
    struct bp_date date = {0};
    const struct bp_yaml *node = bp_yaml_find(map, key);
    if (node)
        bp_reader_parse_date(reader, node, key, &date);
    return date;
}

struct bp_time bp_reader_time(struct bp_reader *reader, const struct bp_yaml *map, const char *key)
{
    struct bp_time time = {.hour = -1}, guess;
    const struct bp_yaml *node = bp_yaml_find(map, key);
    const char *words = bp_reader_words(reader, node, key).text;
    if (!words || bp_time_parse(words, &time))
        return time;
    const char *shown = bp_reader_clip(reader, words);
    if (bp_when_guess_time(words, &guess))
        bp_report_error(reader->report, &node->source, "bad-time",
                        "“%s” is not how a time is written here; write %02d:%02d", shown,
                        guess.hour, guess.minute);
    else if (strcmp(words, "24:00") == 0)
        bp_report_error(reader->report, &node->source, "bad-time",
                        "a day ends with 23:59 and the next begins with 00:00; write one of the "
                        "two");
    else
        bp_report_error(reader->report, &node->source, "bad-time",
                        "“%s” is not a time of day; write hours and minutes, as in 14:30", shown);
    return time;
}

int bp_reader_count(struct bp_reader *reader, const struct bp_yaml *map, const char *key, int none)
{
    const struct bp_yaml *node = bp_yaml_find(map, key);
    const char *words = bp_reader_words(reader, node, key).text;
    if (!words)
        return none;
    if (strspn(words, "0123456789") == strlen(words) && strlen(words) <= 6)
        return (int)g_ascii_strtoll(words, NULL, 10);
    bp_report_error(reader->report, &node->source, "wrong-type",
                    "“%s” should be a whole number, not “%s”; write it in digits, as in 5", key,
                    bp_reader_clip(reader, words));
    return none;
}

int bp_reader_word(struct bp_reader *reader, const struct bp_yaml *node, const char *key,
                   const char *const *words)
{
    const char *word = bp_reader_words(reader, node, key).text;
    if (!word)
        return 0;
    for (int i = 0; words[i]; i++)
        if (strcmp(words[i], word) == 0)
            return i + 1;
    const char *near = bp_nearest(word, words);
    char *all = list_words(words);
    if (near)
        bp_report_error(reader->report, &node->source, "unknown-word",
                        "“%s” is not known here; write %s", bp_reader_clip(reader, word), near);
    else
        bp_report_error(reader->report, &node->source, "unknown-word",
                        "“%s” is not known here; for “%s” write %s", bp_reader_clip(reader, word),
                        key, all);
    g_free(all);
    return 0;
}

int bp_reader_choice(struct bp_reader *reader, const struct bp_yaml *map, const char *key,
                     const char *const *words)
{
    return bp_reader_word(reader, bp_yaml_find(map, key), key, words);
}

struct bp_prose *bp_reader_prose(struct bp_reader *reader, const struct bp_yaml *map,
                                 const char *key)
{
    const struct bp_yaml *node = bp_yaml_find(map, key);
    return node ? bp_prose_read(reader, node, key) : NULL;
}

/* Entries whose dash has no space after it, or is another sign, are one text for YAML. The first is
 * shown from its line, of which no more is copied than can be shown: it may be long, and faulty
 * often. */
static bool report_dash(struct bp_reader *reader, const struct bp_yaml *node)
{
    size_t size, start = (size_t)node->source.column - 1;
    const char *line = bp_lines_find(reader->lines, node->source.line, &size);
    if (!line || start >= size || strspn(line, " ") != start)
        return false;
    char *text = g_strndup(line + start, MIN(size - start, LONGEST_WORDS));
    int length = bp_miskey_find_dash(text);
    const char *shown = bp_reader_clip(reader, text + length);
    const char *others =
        node->kind == BP_YAML_TEXT && !node->one_line ? ", and likewise below" : "";
    if (length && *text == '-')
        bp_report_error(reader->report, &node->source, "no-space",
                        "there is no space after the “-”; write - %s%s", shown, others);
    else if (length)
        bp_report_error(reader->report, &node->source, "word-dash",
                        "this “%.*s” is not the dash of the keyboard; write - %s%s",
                        (int)(g_utf8_next_char(text) - text), text, shown, others);
    g_free(text);
    return length > 0;
}

const struct bp_yaml *bp_reader_list(struct bp_reader *reader, const struct bp_yaml *map,
                                     const char *key)
{
    const struct bp_yaml *node = bp_yaml_find(map, key);
    if (!node || node->kind == BP_YAML_LIST)
        return node;
    if (report_dash(reader, node))
        return NULL;
    bp_report_error(reader->report, &node->source, "wrong-type",
                    "“%s” should be a list; start each of its entries with “- ” on a line of its "
                    "own, below the key",
                    key);
    return NULL;
}

void bp_reader_check_span(struct bp_reader *reader, const struct bp_yaml *map, const char *end,
                          struct bp_time from, struct bp_time until)
{
    bool over_midnight = from.hour >= 12 && until.hour < 6;
    if (from.hour < 0 || until.hour < 0 || over_midnight ||
        until.hour * 60 + until.minute >= from.hour * 60 + from.minute)
        return;
    bp_report_error(reader->report, &bp_yaml_find(map, end)->source, "times",
                    "“%s” is %02d:%02d, before the start at %02d:%02d; check both times", end,
                    until.hour, until.minute, from.hour, from.minute);
}
