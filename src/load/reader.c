/* SPDX-License-Identifier: MIT */
#include "load/reader.h"

#include <string.h>

#include "base/nearest.h"
#include "load/mention.h"
#include "load/miskey.h"
#include "load/prose.h"
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

char *bp_reader_listed(const char *const *words)
{
    GString *out = g_string_new(NULL);
    for (int i = 0; words[i]; i++) {
        if (i > 0)
            g_string_append(out, words[i + 1] ? ", " : " or ");
        g_string_append(out, words[i]);
    }
    return g_string_free(out, FALSE);
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
    char *all = bp_reader_listed(words);
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
