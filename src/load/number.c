/* SPDX-License-Identifier: MIT */
#include "load/number.h"

#include <string.h>

enum form { FORM_NONE, FORM_DIGITS, FORM_LETTERS, FORM_CAPITALS, FORM_ROMAN, FORM_ROMAN_CAPITALS };

/* With nine digits the counter has room for more items than a file can hold. */
enum { MOST_LEVELS = 4, MOST_DIGITS = 9 };

/* How a level's numbers look: prefix, the parent's number where `nested`, the counter, suffix. */
struct pattern {
    enum form form;
    int first;
    int width; /* digits at least */
    bool nested;
    const char *prefix;
    const char *suffix;
    struct bp_source source; /* line 0: the file gives none */
};

struct numberer {
    struct bp_reader *reader;
    struct pattern patterns[MOST_LEVELS];
};

/* A run of siblings being counted. */
struct run {
    const struct pattern *pattern;
    struct bp_words parent; /* without text: it has no number */
    int next;
    GHashTable *taken; /* numbers given by hand, to their items */
};

static const struct {
    int value;
    const char *letters;
} romans[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
              {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};

static int read_roman(const char *text, size_t length)
{
    int value = 0;
    size_t at = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(romans); i++) {
        size_t size = strlen(romans[i].letters);
        while (at + size <= length &&
               g_ascii_strncasecmp(text + at, romans[i].letters, size) == 0) {
            value += romans[i].value;
            at += size;
        }
    }
    return at == length ? value : 0;
}

static void append_roman(GString *out, int value)
{
    for (size_t i = 0; i < G_N_ELEMENTS(romans); i++) {
        for (; value >= romans[i].value; value -= romans[i].value)
            g_string_append(out, romans[i].letters);
    }
}

static void append_letters(GString *out, int value)
{
    char letters[8];
    int count = 0;
    for (; value > 0 && count < 8; value = (value - 1) / 26)
        letters[count++] = (char)('a' + (value - 1) % 26);
    while (count > 0)
        g_string_append_c(out, letters[--count]);
}

/* The last run of characters of one kind; false when there is none. */
static bool find_run(const char *text, bool digits, size_t *start, size_t *length)
{
    size_t end = strlen(text);
    while (end > 0 && !(digits ? g_ascii_isdigit(text[end - 1]) : g_ascii_isalpha(text[end - 1])))
        end--;
    size_t at = end;
    while (at > 0 && (digits ? g_ascii_isdigit(text[at - 1]) : g_ascii_isalpha(text[at - 1])))
        at--;
    *start = at;
    *length = end - at;
    return end > at;
}

/* In "173/20" the counter is the first run and the rest the year, but not in "2022/1". */
static bool find_minute(const char *text, size_t *start, size_t *length)
{
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || text[digits] != '/' || !g_ascii_isdigit(text[digits + 1]))
        return false;
    if (digits == 4 && (g_str_has_prefix(text, "19") || g_str_has_prefix(text, "20")))
        return false;
    *start = 0;
    *length = digits;
    return true;
}

static bool read_letters(const char *text, size_t length, struct pattern *pattern)
{
    bool small = g_ascii_islower(*text);
    int roman = read_roman(text, length);
    if (roman > 0 && (length > 1 || roman == 1)) {
        pattern->form = small ? FORM_ROMAN : FORM_ROMAN_CAPITALS;
        pattern->first = roman;
        return true;
    }
    if (length > 1)
        return false;
    pattern->form = small ? FORM_LETTERS : FORM_CAPITALS;
    pattern->first = g_ascii_tolower(*text) - 'a' + 1;
    return true;
}

/* The dot between the parent's number and the counter, as in "1.1"; NULL when there is none. */
static const char *find_dot(const char *text)
{
    const char *dot = strrchr(text, '.');
    if (dot && !g_ascii_isalnum(dot[1])) {
        while (dot > text && *--dot != '.')
            ;
    }
    return dot && dot > text && *dot == '.' && g_ascii_isalnum(dot[-1]) && g_ascii_isalnum(dot[1])
               ? dot
               : NULL;
}

static bool read_pattern(struct bp_reader *reader, const char *text, int level,
                         struct pattern *pattern)
{
    *pattern = (struct pattern){.form = FORM_NONE};
    if (strcmp(text, "none") == 0)
        return true;
    const char *dot = level > 0 ? find_dot(text) : NULL;
    const char *rest = dot ? dot + 1 : text;
    size_t start, length;
    bool minute = !dot && find_minute(rest, &start, &length);
    if (minute || find_run(rest, true, &start, &length)) {
        pattern->form = FORM_DIGITS;
        if (length > MOST_DIGITS)
            return false;
        pattern->first = (int)g_ascii_strtoll(rest + start, NULL, 10);
        pattern->width = rest[start] == '0' ? (int)length : 1;
    } else if (!find_run(rest, false, &start, &length) ||
               !read_letters(rest + start, length, pattern)) {
        return false;
    }
    size_t lead = 0;
    while (dot && text[lead] && !g_ascii_isalnum(text[lead]))
        lead++;
    pattern->nested = dot != NULL;
    pattern->prefix = dot ? bp_arena_string(reader->arena, text, lead)
                          : bp_arena_string(reader->arena, rest, start);
    pattern->suffix =
        bp_arena_string(reader->arena, rest + start + length, strlen(rest + start + length));
    return true;
}

static struct pattern usual_pattern(bool nested)
{
    return (struct pattern){
        .form = FORM_DIGITS, .first = 1, .width = 1, .nested = nested, .prefix = "", .suffix = ""};
}

static void report_pattern(struct bp_reader *reader, const struct bp_yaml *node, const char *text)
{
    static const char digits[] = "0123456789";
    size_t longest = 0;
    for (const char *run = strpbrk(text, digits); run; run = strpbrk(run, digits)) {
        size_t length = strspn(run, digits);
        longest = MAX(longest, length);
        run += length;
    }
    if (longest > MOST_DIGITS)
        bp_report_error(reader->report, &node->source, "bad-numbering",
                        "“%s” is too large to count from; write at most 9 digits",
                        bp_reader_clip(reader, text));
    else
        bp_report_error(reader->report, &node->source, "bad-numbering",
                        "“%s” does not show how to count; write the first number, as in \"1\", "
                        "\"1.1\", \"(a)\" or \"173/20\", or none",
                        bp_reader_clip(reader, text));
}

static void read_level(struct numberer *numberer, const struct bp_yaml *node, int level)
{
    struct bp_reader *reader = numberer->reader;
    struct bp_words words = bp_reader_words(reader, node, "numbering");
    struct pattern *pattern = &numberer->patterns[level];
    *pattern = usual_pattern(level > 0);
    if (!words.text || !bp_number_fits(reader, node, words.text))
        return;
    if (!read_pattern(reader, words.text, level, pattern)) {
        report_pattern(reader, node, words.text);
        *pattern = usual_pattern(level > 0);
    }
    pattern->source = words.source;
}

static void read_patterns(struct numberer *numberer, const struct bp_yaml *node)
{
    int given = 0;
    numberer->patterns[0] = usual_pattern(false);
    if (node && node->kind == BP_YAML_LIST && node->n_items == 0) {
        bp_report_error(numberer->reader->report, &node->source, "bad-numbering",
                        "“numbering” is an empty list; write the first number, as in \"1\", none "
                        "for no numbers, or delete it");
    } else if (node && node->kind == BP_YAML_LIST) {
        given = MIN(node->n_items, MOST_LEVELS);
        for (int i = 0; i < given; i++)
            read_level(numberer, node->items[i], i);
        if (node->n_items > MOST_LEVELS)
            bp_report_error(numberer->reader->report, &node->items[MOST_LEVELS]->source, "too-deep",
                            "items have at most %d levels; delete the patterns from here on",
                            MOST_LEVELS);
    } else if (node) {
        read_level(numberer, node, 0);
    }
    for (int i = MAX(given, 1); i < MOST_LEVELS; i++) {
        numberer->patterns[i] = usual_pattern(true);
        if (numberer->patterns[i - 1].form == FORM_NONE)
            numberer->patterns[i].form = FORM_NONE;
    }
}

static void append_counter(GString *out, const struct pattern *pattern, int value)
{
    gsize start = out->len;
    switch (pattern->form) {
    case FORM_DIGITS:
        g_string_append_printf(out, "%0*d", pattern->width, value);
        break;
    case FORM_LETTERS:
    case FORM_CAPITALS:
        append_letters(out, value);
        break;
    case FORM_ROMAN:
    case FORM_ROMAN_CAPITALS:
        append_roman(out, value);
        break;
    case FORM_NONE:
        break;
    }
    if (pattern->form == FORM_CAPITALS || pattern->form == FORM_ROMAN_CAPITALS)
        for (gsize i = start; i < out->len; i++)
            out->str[i] = g_ascii_toupper(out->str[i]);
}

static struct bp_words count(struct bp_reader *reader, struct run *run)
{
    GString *out = g_string_new(NULL);
    do {
        g_string_assign(out, run->pattern->prefix);
        if (run->pattern->nested && run->parent.text) {
            g_string_append(out, run->parent.text);
            if (out->str[out->len - 1] != '.')
                g_string_append_c(out, '.');
        }
        append_counter(out, run->pattern, run->next++);
        g_string_append(out, run->pattern->suffix);
    } while (g_hash_table_contains(run->taken, out->str));
    /* Without a pattern of the file's, only what its parent's number begins it with is the file's.
     */
    struct bp_words number = run->parent;
    if (run->pattern->source.line)
        number = (struct bp_words){.source = run->pattern->source};
    number.text = bp_arena_string(reader->arena, out->str, out->len);
    g_string_free(out, TRUE);
    return number;
}

/* Sections are no level: their items go on counting after those before them. */
static void take_hand_numbers(struct numberer *numberer, struct run *run,
                              const struct bp_item *items, int n)
{
    for (int i = 0; i < n; i++) {
        if (items[i].section)
            take_hand_numbers(numberer, run, items[i].items, items[i].n_items);
        const struct bp_words *number = &items[i].number;
        if (!number->text)
            continue;
        const struct bp_item *first = g_hash_table_lookup(run->taken, number->text);
        if (first)
            bp_report_error(numberer->reader->report, &number->source, "duplicate-number",
                            "the item in line %d has the number %s too; write another one",
                            first->source.line, bp_reader_clip(numberer->reader, number->text));
        else
            g_hash_table_insert(run->taken, (gpointer)(gsize)number->text,
                                (gpointer)(gsize)&items[i]);
    }
}

/* "1. Welcome" under the number 1 is printed as "1 1. Welcome". */
static void check_title(struct bp_reader *reader, const struct bp_item *item)
{
    const char *title = item->title.text ? item->title.text : "";
    size_t digits = strspn(title, "0123456789");
    size_t end = digits;
    while (end > 0 && title[end] == '.' && g_ascii_isdigit(title[end + 1]))
        end += 1 + strspn(title + end + 1, "0123456789");
    bool dotted = title[end] == '.' || title[end] == ')' || end > digits;
    if (digits == 0 || digits > 3 || !item->number.text || !dotted)
        return;
    end += strspn(title + end, ".) ");
    if (title[end] && title[end - 1] == ' ' && !g_ascii_islower(title[end]))
        bp_report_warning(reader->report, &item->title.source, "number-in-title",
                          "this title will be printed with two numbers, “%s %s”; write title: %s",
                          item->number.text, bp_reader_clip(reader, title),
                          bp_reader_clip(reader, title + end));
}

static void number_level(struct numberer *numberer, struct bp_item *items, int n, int level,
                         struct bp_words parent);

static void number_run(struct numberer *numberer, struct run *run, struct bp_item *items, int n,
                       int level)
{
    for (int i = 0; i < n; i++) {
        if (items[i].section) {
            number_run(numberer, run, items[i].items, items[i].n_items, level);
            continue;
        }
        if (!items[i].number.source.line && run->pattern->form != FORM_NONE)
            items[i].number = count(numberer->reader, run);
        check_title(numberer->reader, &items[i]);
        number_level(numberer, items[i].items, items[i].n_items, level + 1, items[i].number);
    }
}

static void number_level(struct numberer *numberer, struct bp_item *items, int n, int level,
                         struct bp_words parent)
{
    if (n == 0 || level >= MOST_LEVELS)
        return;
    struct run run = {.pattern = &numberer->patterns[level],
                      .parent = parent,
                      .next = numberer->patterns[level].first,
                      .taken = g_hash_table_new(g_str_hash, g_str_equal)};
    take_hand_numbers(numberer, &run, items, n);
    number_run(numberer, &run, items, n, level);
    g_hash_table_destroy(run.taken);
}

bool bp_number_fits(struct bp_reader *reader, const struct bp_yaml *node, const char *text)
{
    if (g_utf8_strlen(text, -1) <= BP_LONGEST_NUMBER)
        return true;
    bp_report_error(reader->report, &node->source, "too-long",
                    "this is too long for a number; write at most %d characters",
                    BP_LONGEST_NUMBER);
    return false;
}

void bp_number_items(struct bp_reader *reader, const struct bp_yaml *numbering)
{
    struct numberer numberer = {.reader = reader};
    read_patterns(&numberer, numbering);
    number_level(&numberer, reader->meeting->items, reader->meeting->n_items, 0,
                 (struct bp_words){0});
}
