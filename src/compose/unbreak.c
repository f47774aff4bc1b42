/* SPDX-License-Identifier: MIT */
#include "compose/unbreak.h"

#include <stdbool.h>
#include <string.h>

static const char *const titles[] = {"Mr",   "Mrs",  "Ms",   "Miss", "Mx",   "Dr",    "Prof", "Sir",
                                     "Dame", "Lord", "Lady", "Rev",  "Cllr", "Cllrs", "ACC",  "DCC",
                                     "CC",   "Supt", "Insp", "Sgt",  "PC",   "Op",    NULL};

static const char *const counted[] = {
    "Item",       "item",     "Items",  "items",  "Paragraph", "paragraph", "Paragraphs",
    "paragraphs", "Para",     "para",   "Page",   "page",      "Pages",     "pages",
    "Section",    "section",  "S",      "s",      "Schedule",  "Part",      "Annex",
    "Appendix",   "appendix", "Minute", "minute", "Chapter",   "Figure",    "Table",
    "Action",     "action",   "No",     "no",     "No.",       "no.",       NULL};

static const char *const after_numbers[] = {"am", "pm", "a.m.", "p.m.", "mph", "km",
                                            "kg", "Kg", "cm",   "mm",   NULL};

static const char *const short_months[] = {"Jan", "Feb",  "Mar", "Apr", "Jun", "Jul", "Aug",
                                           "Sep", "Sept", "Oct", "Nov", "Dec", NULL};

static const char *const large[] = {"million", "billion", "trillion", NULL};

/* Where the word that ends before `space` begins. */
static size_t word_start(const char *words, size_t space)
{
    size_t start = space;
    while (start > 0 && (g_ascii_isalnum(words[start - 1]) || words[start - 1] == '.' ||
                         (words[start - 1] & 0x80) != 0))
        start--;
    return start;
}

static bool is_one_of(const char *word, size_t length, const char *const *list)
{
    for (; *list != NULL; list++) {
        if (strlen(*list) == length && strncmp(word, *list, length) == 0)
            return true;
    }
    return false;
}

static bool starts_with_one_of(const char *text, const char *const *list)
{
    for (; *list != NULL; list++) {
        size_t length = strlen(*list);
        if (strncmp(text, *list, length) == 0 && !g_ascii_isalnum(text[length]))
            return true;
    }
    return false;
}

/* What follows the last sign beyond ASCII: "3" of "£3", "16" of "4–16". */
static const char *figures(const char *word, size_t *length)
{
    size_t start = *length;
    while (start > 0 && (word[start - 1] & 0x80) == 0)
        start--;
    *length -= start;
    return word + start;
}

static bool is_number(const char *word, size_t length)
{
    word = figures(word, &length);
    for (size_t i = 0; i < length; i++) {
        if (!g_ascii_isdigit(word[i]) && word[i] != '.')
            return false;
    }
    return length > 0 && g_ascii_isdigit(word[length - 1]);
}

/* "16", and "1st" too. */
static bool is_day(const char *word, size_t length)
{
    static const char *const endings[] = {"st", "nd", "rd", "th", NULL};
    size_t digits = 0;
    word = figures(word, &length);
    while (digits < length && g_ascii_isdigit(word[digits]))
        digits++;
    bool whole = digits == length || is_one_of(word + digits, length - digits, endings);
    return (digits == 1 || digits == 2) && whole;
}

/* "7", "(a)", "A" alone. */
static bool is_count(const char *text)
{
    if (*text == '(')
        text++;
    if (g_ascii_isdigit(*text))
        return true;
    return g_ascii_isupper(text[0]) && !g_ascii_isalnum(text[1]) && (text[1] & 0x80) == 0 &&
           text[1] != ' ';
}

static bool starts_upper(const char *text)
{
    return g_unichar_isupper(g_utf8_get_char(text));
}

static bool starts_with_month(const char *text, const char *const *months)
{
    for (int i = 0; months != NULL && i < 12; i++) {
        size_t length = strlen(months[i]);
        if (strncmp(text, months[i], length) == 0 && !g_ascii_isalpha(text[length]))
            return true;
    }
    for (int i = 0; short_months[i] != NULL; i++) {
        size_t length = strlen(short_months[i]);
        if (strncmp(text, short_months[i], length) == 0 && !g_ascii_isalpha(text[length]))
            return true;
    }
    return false;
}

static bool is_bound(const char *words, size_t space, const char *const *months)
{
    size_t start = word_start(words, space);
    const char *word = words + start;
    const char *after = words + space + 1;
    size_t length = space - start;
    if (is_day(word, length) && starts_with_month(after, months))
        return true;
    if (is_number(word, length) &&
        (starts_with_one_of(after, after_numbers) || starts_with_one_of(after, large)))
        return true;
    if (is_one_of(word, length, titles))
        return starts_upper(after);
    return is_one_of(word, length, counted) && is_count(after);
}

/* Most spaces stand before a small letter and after another: nothing binds there. */
static bool may_bind(const char *words, size_t space)
{
    return !g_ascii_islower(words[space + 1]) || (space > 0 && g_ascii_isdigit(words[space - 1]));
}

void bp_unbreak(GString *words, const char *const *months)
{
    GString *bound = NULL;
    gsize copied = 0;
    for (gsize i = 0; i < words->len; i++) {
        if (words->str[i] != ' ' || !may_bind(words->str, i) || !is_bound(words->str, i, months))
            continue;
        if (bound == NULL)
            bound = g_string_sized_new(words->len + 16);
        g_string_append_len(bound, words->str + copied, (gssize)(i - copied));
        g_string_append(bound, "\xC2\xA0");
        copied = i + 1;
    }
    if (bound == NULL)
        return;
    g_string_append_len(bound, words->str + copied, (gssize)(words->len - copied));
    g_string_assign(words, "");
    g_string_append_len(words, bound->str, (gssize)bound->len);
    g_string_free(bound, TRUE);
}
