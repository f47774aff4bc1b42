/* SPDX-License-Identifier: MIT */
#include "compose/mark.h"

#include <string.h>

enum { N_LETTERS = 26 };

/* 1 is "a", 27 "aa". */
static void append_letters(GString *out, int number, char first)
{
    char letters[8];
    int n = 0;
    for (; number > 0; number = (number - 1) / N_LETTERS)
        letters[n++] = (char)(first + (number - 1) % N_LETTERS);
    while (n > 0)
        g_string_append_c(out, letters[--n]);
}

static void append_roman(GString *out, int number, bool capital)
{
    static const struct {
        int value;
        const char *letters;
    } numerals[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                    {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                    {5, "v"},    {4, "iv"},   {1, "i"}};
    gsize start = out->len;
    for (size_t i = 0; i < G_N_ELEMENTS(numerals); i++)
        for (; number >= numerals[i].value; number -= numerals[i].value)
            g_string_append(out, numerals[i].letters);
    for (gsize i = start; capital && i < out->len; i++)
        out->str[i] = g_ascii_toupper(out->str[i]);
}

/* The pattern's first figure or letter stands for the number. */
static char *numbered(const char *pattern, int number)
{
    GString *out = g_string_new(NULL);
    const char *sign = strpbrk(pattern, "1aAiI");
    if (sign == NULL)
        sign = pattern + strlen(pattern);
    g_string_append_len(out, pattern, sign - pattern);
    switch (*sign) {
    case 'a':
    case 'A':
        append_letters(out, number, *sign);
        break;
    case 'i':
    case 'I':
        if (number < 4000)
            append_roman(out, number, *sign == 'I');
        else
            g_string_append_printf(out, "%d", number);
        break;
    case '1':
        g_string_append_printf(out, "%d", number);
        break;
    default:
        break;
    }
    g_string_append(out, *sign != '\0' ? sign + 1 : sign);
    return g_string_free(out, FALSE);
}

static const char *mark_at(const struct bp_look_style *style, int depth, const char *otherwise)
{
    return style->n_marks > 0 ? style->marks[MIN(depth, style->n_marks) - 1] : otherwise;
}

void bp_item_mark(struct bp_composer *composer, struct bp_block *item, int depth, int number)
{
    static const enum bp_style_key bullets[] = {BP_STYLE_BULLET_MARK, BP_STYLE_DASH_MARK,
                                                BP_STYLE_SMALL_MARK};
    enum bp_style_key key = number < 0 ? bullets[MIN(depth, 3) - 1] : BP_STYLE_NUMBER_MARK;
    const struct bp_look_style *style = composer->look->keys[key];
    char *words = number < 0 ? g_strdup(mark_at(style, 1, "•"))
                             : numbered(mark_at(style, depth, "1."), number);
    item->label_style = &style->style;
    item->label = bp_phrase_plain(composer, &style->style, words, item->source);
    g_free(words);
}
