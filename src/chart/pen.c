/* SPDX-License-Identifier: MIT */
#include "chart/pen.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "text/paragraph.h"

#define LEADING        1.25 /* of the size */
#define USUAL_SIZE     9.5  /* points */
#define LEAST_CONTRAST 4.5
#define WHITE          0xFFFFFF
#define BLACK          0x000000

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

/* Luminance as WCAG 2.2 has it. */
static double luminance(bp_colour colour)
{
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double part = (colour >> (16 - 8 * i) & 255) / 255.0;
        sum += weights[i] * (part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static double contrast(bp_colour a, bp_colour b)
{
    double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
    return MAX(one, other) / MIN(one, other);
}

const struct bp_type *bp_pen_on(struct bp_pen *pen, const struct bp_type *type, bp_colour ground)
{
    bp_colour best = type->colour;
    if (contrast(best, ground) >= LEAST_CONTRAST)
        return type;
    if (contrast(WHITE, ground) > contrast(best, ground))
        best = WHITE;
    if (contrast(best, ground) < LEAST_CONTRAST && contrast(BLACK, ground) > contrast(best, ground))
        best = BLACK;
    struct bp_type *other = bp_arena_copy(pen->arena, type, 1, sizeof *other);
    other->colour = best;
    return other;
}

double bp_pen_scale_of(const struct bp_look *look)
{
    return MAX(look->keys[BP_STYLE_CHART_AXIS]->style.type.size / USUAL_SIZE, 1);
}

double bp_pen_scale(const struct bp_pen *pen)
{
    return bp_pen_scale_of(pen->look);
}

double bp_pen_leading(const struct bp_type *type)
{
    return type->size * LEADING;
}

bool bp_pen_holds(struct bp_pen *pen, const struct bp_type *type, const char *words, double width)
{
    for (size_t length; *words; words += length) {
        words += strspn(words, " ");
        length = strcspn(words, " ");
        if (measure(pen, type, words, length) > width)
            return false;
    }
    return true;
}

double bp_pen_middle(struct bp_pen *pen, const struct bp_type *type, double height)
{
    const struct bp_font font = font_of(pen, type);
    double capital = bp_text_metrics(pen->text, &font, type->size).cap_height;
    return (height + capital) / 2;
}
