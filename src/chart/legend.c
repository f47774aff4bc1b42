/* SPDX-License-Identifier: MIT */
#include "chart/legend.h"

#include <glib.h>

/* Points. */
#define SIGN     9.0  /* a square, */
#define TAGGED   1.25 /* one with a letter inside, of the letter's size, */
#define LINE     18.0 /* a line */
#define WORD_GAP 4.0  /* from a sign to its words */
#define SIGN_GAP 14.0 /* from one sign's words to the next sign */
#define SLANT    3.5  /* from one stroke of a hatch to the next */
#define STROKE   0.5

struct key {
    struct bp_canvas *canvas; /* NULL: measured only */
    struct bp_pen *pen;
    const struct bp_type *type;
    double leading;
    double width;
    struct bp_spot at; /* where the next sign goes: left, top of its line */
};

void bp_legend_hatch(struct bp_canvas *canvas, const struct bp_stroke *stroke,
                     struct bp_spot corner, struct bp_spot other)
{
    double width = other.x - corner.x, height = other.y - corner.y;
    for (double offset = SLANT - height; offset < width; offset += SLANT) {
        double from = MAX(0, -offset), to = MIN(height, width - offset);
        if (from < to)
            bp_canvas_line(canvas, stroke,
                           (struct bp_spot){corner.x + offset + from, other.y - from},
                           (struct bp_spot){corner.x + offset + to, other.y - to});
    }
    bp_legend_frame(canvas, stroke, corner, other);
}

void bp_legend_frame(struct bp_canvas *canvas, const struct bp_stroke *stroke,
                     struct bp_spot corner, struct bp_spot other)
{
    const struct bp_spot spots[] = {
        corner, {other.x, corner.y}, other, {corner.x, other.y}, corner};
    bp_canvas_path(canvas, stroke, spots, 5);
}

static double sign_width(const struct key *key, const struct bp_legend_sign *sign)
{
    if (sign->kind == BP_LEGEND_STROKE)
        return LINE;
    return sign->inside ? key->type->size * TAGGED : SIGN;
}

static void draw_inside(struct key *key, const struct bp_legend_sign *sign, double size)
{
    const struct bp_type *type = bp_pen_on(key->pen, key->type, sign->colour);
    bp_canvas_label(key->canvas, type, sign->inside,
                    (struct bp_spot){key->at.x + size / 2,
                                     key->at.y + bp_pen_middle(key->pen, type, key->leading)},
                    BP_ALIGN_CENTRE);
}

static void draw_sign(struct key *key, const struct bp_legend_sign *sign)
{
    const struct bp_style *base = bp_pen_style(key->pen, BP_STYLE_CHART_BASE);
    const struct bp_stroke edge = {base->rule_colour, STROKE, 0};
    double size = sign_width(key, sign), middle = key->at.y + key->leading / 2;
    struct bp_spot corner = {key->at.x, middle - size / 2};
    struct bp_spot other = {key->at.x + size, middle + size / 2};
    switch (sign->kind) {
    case BP_LEGEND_FILL:
        bp_canvas_rectangle(key->canvas, sign->colour, corner, other);
        bp_legend_frame(key->canvas, &edge, corner, other);
        if (sign->inside)
            draw_inside(key, sign, size);
        break;
    case BP_LEGEND_HATCH:
        bp_legend_hatch(key->canvas, &edge, corner, other);
        break;
    case BP_LEGEND_MARK:
        bp_canvas_mark(key->canvas, &sign->mark, (struct bp_spot){key->at.x + size / 2, middle});
        break;
    case BP_LEGEND_STROKE:
        bp_canvas_line(key->canvas, &sign->stroke, (struct bp_spot){corner.x, middle},
                       (struct bp_spot){other.x, middle});
        break;
    }
}

static void set_sign(struct key *key, const struct bp_legend_sign *sign)
{
    double size = sign_width(key, sign);
    const struct bp_pen_lines words =
        bp_pen_wrap(key->pen, key->type, sign->words, key->width - size - WORD_GAP);
    double width = size + WORD_GAP + words.width;
    if (key->at.x > 0 && key->at.x + width > key->width) {
        key->at.x = 0;
        key->at.y += key->leading;
    }
    if (key->canvas)
        draw_sign(key, sign);
    for (int i = 0; i < words.n_lines; i++) {
        double y = key->at.y + bp_pen_middle(key->pen, key->type, key->leading);
        if (key->canvas)
            bp_canvas_label(key->canvas, key->type, words.lines[i],
                            (struct bp_spot){key->at.x + size + WORD_GAP, y}, BP_ALIGN_START);
        key->at.y += i + 1 < words.n_lines ? key->leading : 0;
    }
    key->at.x += width + SIGN_GAP;
}

double bp_legend_draw(struct bp_canvas *canvas, struct bp_pen *pen,
                      const struct bp_legend_sign *signs, int n_signs, double width, double top)
{
    const struct bp_type *type = &bp_pen_style(pen, BP_STYLE_CHART_LABEL)->type;
    struct key key = {.canvas = canvas,
                      .pen = pen,
                      .type = type,
                      .leading = type->size * BP_PEN_LEADING + 2,
                      .width = width,
                      .at = {0, top}};
    for (int i = 0; i < n_signs; i++)
        if (signs[i].words)
            set_sign(&key, &signs[i]);
    return key.at.x > 0 ? key.at.y + key.leading - top : 0;
}
