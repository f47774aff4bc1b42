/* SPDX-License-Identifier: MIT */
#include "chart/pen.h"

#include <glib.h>
#include <string.h>

#include "text/paragraph.h"

const struct bp_style *bp_pen_style(const struct bp_pen *pen, enum bp_style_key key)
{
    return &pen->look->keys[key]->style;
}

const struct bp_style *bp_pen_series(const struct bp_pen *pen, int index)
{
    int n = BP_STYLE_SERIES_6 - BP_STYLE_SERIES_1 + 1;
    return bp_pen_style(pen, (enum bp_style_key)(BP_STYLE_SERIES_1 + index % n));
}

static struct bp_font font_of(const struct bp_pen *pen, const struct bp_type *type)
{
    return (struct bp_font){.family = type->family,
                            .weight = type->weight,
                            .italic = type->italic,
                            .tabular = type->tabular,
                            .language = pen->language};
}

static double measure(struct bp_pen *pen, const struct bp_type *type, const char *words,
                      size_t length)
{
    const struct bp_text_run run = {
        .text = words, .length = (int)length, .font = font_of(pen, type), .size = type->size};
    struct bp_paragraph paragraph = {0};
    double width = 0;
    if (length == 0)
        return 0;
    if (pen->failed ||
        !bp_paragraph_make(pen->text, &run, 1, &paragraph, pen->scratch, pen->report)) {
        pen->failed = true;
        return 0;
    }
    for (int i = 0; i < paragraph.n_pieces; i++)
        width += paragraph.pieces[i].width;
    return width;
}

double bp_pen_measure(struct bp_pen *pen, const struct bp_type *type, const char *words)
{
    return measure(pen, type, words, strlen(words));
}

/* The bytes of `words` that fit: at least one character. */
static size_t fitting(struct bp_pen *pen, const struct bp_type *type, const char *words,
                      size_t length, double width)
{
    size_t fit = (size_t)(g_utf8_next_char(words) - words);
    while (fit < length) {
        size_t next = (size_t)(g_utf8_next_char(words + fit) - words);
        if (measure(pen, type, words, next) > width)
            break;
        fit = next;
    }
    return MIN(fit, length);
}

/* The end of the line that begins at `words`. */
static size_t line_end(struct bp_pen *pen, const struct bp_type *type, const char *words,
                       double width)
{
    size_t end = 0;
    for (;;) {
        size_t next = end + strspn(words + end, " ");
        next += strcspn(words + next, " ");
        if (end > 0 && measure(pen, type, words, next) > width)
            return end;
        if (end == 0 && measure(pen, type, words, next) > width)
            return fitting(pen, type, words, next, width);
        end = next;
        if (words[end] == '\0')
            return end;
    }
}

struct bp_pen_lines bp_pen_wrap(struct bp_pen *pen, const struct bp_type *type, const char *words,
                                double width)
{
    struct bp_pen_lines wrapped = {0};
    GPtrArray *lines = g_ptr_array_new();
    do {
        words += strspn(words, " ");
        size_t end = line_end(pen, type, words, width);
        g_ptr_array_add(lines, (void *)bp_arena_string(pen->arena, words, end));
        wrapped.width = MAX(wrapped.width, measure(pen, type, words, end));
        words += end;
    } while (*words && !pen->failed);
    wrapped.n_lines = (int)lines->len;
    wrapped.lines = bp_arena_copy(pen->arena, lines->pdata, lines->len, sizeof(char *));
    g_ptr_array_free(lines, TRUE);
    return wrapped;
}

double bp_pen_middle(struct bp_pen *pen, const struct bp_type *type, double height)
{
    const struct bp_font font = font_of(pen, type);
    double capital = bp_text_metrics(pen->text, &font, type->size).cap_height;
    return (height + capital) / 2;
}
