/* SPDX-License-Identifier: MIT */
#include "chart/key.h"

#include <glib.h>

/* Of the words' size: the width of a sign, of one with a letter, and of a line. */
#define SIGN   0.842
#define TAGGED 1.25
#define LINE   1.9

/* Points. */
#define WORDS_GAP 4.0  /* from a sign to its words, */
#define SIGN_GAP  16.0 /* from these to the next sign, */
#define LINE_GAP  2.0  /* and from one to another below it */
#define EDGE      0.5  /* a square's outline */
#define OVER      1.0  /* how far a target reaches over its bar */

/* Where the next sign goes. */
struct place {
    const struct bp_key *key;
    const struct bp_type *type;
    struct bp_canvas *canvas; /* NULL: measured only */
    double line;              /* from one line to the next */
    struct bp_spot at;        /* left edge, top of the line */
};

struct bp_key bp_key_new(struct bp_pen *pen, double width, double gap)
{
    return (struct bp_key){.pen = pen, .width = width, .gap = gap};
}

void bp_key_add(struct bp_key *key, struct bp_key_sign sign)
{
    if (!sign.words)
        return;
    if ((key->n & (key->n - 1)) == 0) {
        size_t room = (size_t)MAX(2 * key->n, 1);
        struct bp_key_sign *more = bp_arena_new(key->pen->scratch, room * sizeof *more);
        for (int i = 0; i < key->n; i++)
            more[i] = key->signs[i];
        key->signs = more;
    }
    key->signs[key->n++] = sign;
}

static double sign_width(const struct bp_type *type, const struct bp_key_sign *sign)
{
    return type->size * (sign->kind == BP_KEY_LINE ? LINE : sign->inside ? TAGGED : SIGN);
}

/* Signs with letters would touch where only words stand clear of each other. */
static double line_height(const struct bp_key *key, const struct bp_type *type)
{
    double height = bp_pen_leading(type);
    for (int i = 0; i < key->n; i++)
        if (key->signs[i].kind != BP_KEY_LINE)
            height = MAX(height, sign_width(type, &key->signs[i]) + LINE_GAP);
    return height;
}

static void draw_framed(const struct place *place, const struct bp_key_sign *sign,
                        const struct bp_stroke *edge, struct bp_spot corner, struct bp_spot other)
{
    const struct bp_type *type = bp_pen_on(place->key->pen, place->type, sign->colour);
    bp_canvas_rectangle(place->canvas, sign->colour, corner, other);
    bp_canvas_frame(place->canvas, edge, corner, other);
    if (sign->inside)
        bp_canvas_label(place->canvas, type, sign->inside,
                        (struct bp_spot){(corner.x + other.x) / 2,
                                         place->at.y + bp_pen_middle(place->key->pen, type,
                                                                     bp_pen_leading(place->type))},
                        BP_ALIGN_CENTRE);
}

static void draw_step(const struct place *place, const struct bp_key_sign *sign,
                      struct bp_spot corner, struct bp_spot other)
{
    double middle = (corner.x + other.x) / 2;
    const struct bp_spot spots[] = {{sign->left ? other.x : corner.x, corner.y},
                                    {middle, corner.y},
                                    {middle, other.y},
                                    {sign->left ? corner.x : other.x, other.y}};
    bp_canvas_path(place->canvas, &sign->stroke, spots, G_N_ELEMENTS(spots));
}

static void draw_sign(const struct place *place, const struct bp_key_sign *sign)
{
    const struct bp_style *base = bp_pen_style(place->key->pen, BP_STYLE_CHART_BASE);
    const struct bp_stroke edge = {base->rule_colour, EDGE, 0};
    double size = sign_width(place->type, sign);
    double foot = place->at.y + (bp_pen_leading(place->type) + size) / 2;
    struct bp_spot corner = {place->at.x, foot - size}, other = {place->at.x + size, foot};
    struct bp_spot middle = {(corner.x + other.x) / 2, (corner.y + other.y) / 2};
    switch (sign->kind) {
    case BP_KEY_FILL:
        bp_canvas_rectangle(place->canvas, sign->colour, corner, other);
        break;
    case BP_KEY_FRAMED:
        draw_framed(place, sign, &edge, corner, other);
        break;
    case BP_KEY_HATCH:
        bp_canvas_hatch(place->canvas, &edge, corner, other);
        break;
    case BP_KEY_MARK:
        bp_canvas_mark(place->canvas, &sign->mark, middle);
        break;
    case BP_KEY_LINE:
        bp_canvas_line(place->canvas, &sign->stroke, (struct bp_spot){corner.x, middle.y},
                       (struct bp_spot){other.x, middle.y});
        break;
    case BP_KEY_TARGET:
        bp_canvas_rimmed(
            place->canvas, &sign->stroke, sign->stroke.width / 2,
            (const struct bp_spot[]){{middle.x, corner.y - OVER}, {middle.x, other.y + OVER}}, 2);
        break;
    case BP_KEY_STEP:
        draw_step(place, sign, corner, other);
        break;
    }
}

static void set_sign(struct place *place, const struct bp_key_sign *sign)
{
    const struct bp_key *key = place->key;
    double aside = sign_width(place->type, sign) + WORDS_GAP;
    const struct bp_pen_lines words =
        bp_pen_wrap(key->pen, place->type, sign->words, key->width - aside);
    if (place->at.x > 0 && place->at.x + aside + words.width > key->width) {
        place->at.x = 0;
        place->at.y += place->line;
    }
    if (place->canvas) {
        draw_sign(place, sign);
        bp_canvas_lines(place->canvas, place->type, &words,
                        (struct bp_spot){place->at.x + aside, place->at.y}, BP_ALIGN_START);
    }
    place->at.y += (words.n_lines - 1) * bp_pen_leading(place->type);
    place->at.x += aside + words.width + SIGN_GAP;
}

static double set(const struct bp_key *key, struct bp_canvas *canvas, double top)
{
    const struct bp_type *type = &bp_pen_style(key->pen, BP_STYLE_CHART_LABEL)->type;
    struct place place = {key, type, canvas, line_height(key, type), {0, top}};
    for (int i = 0; i < key->n; i++)
        set_sign(&place, &key->signs[i]);
    return key->n > 0 ? place.at.y + bp_pen_leading(type) + key->gap - top : 0;
}

double bp_key_height(const struct bp_key *key)
{
    return set(key, NULL, 0);
}

void bp_key_draw(const struct bp_key *key, struct bp_canvas *canvas, double top)
{
    set(key, canvas, top);
}
