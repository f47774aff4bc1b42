/* SPDX-License-Identifier: MIT */
#include "chart/key.h"

/* Points. */
#define GAP   4.0   /* from a sign to its words, */
#define APART 16.0  /* and from them to the next sign */
#define SIGN  0.842 /* of the words' size: a sign's width and height */

/* The words of one sign from `at` on. */
static void draw_words(const struct bp_key *key, struct bp_canvas *canvas,
                       const struct bp_pen_lines *words, struct bp_spot at)
{
    const struct bp_type *type = &bp_pen_style(key->pen, BP_STYLE_CHART_LABEL)->type;
    double leading = type->size * BP_PEN_LEADING;
    for (int i = 0; i < words->n_lines; i++)
        bp_canvas_label(
            canvas, type, words->lines[i],
            (struct bp_spot){at.x, at.y + i * leading + bp_pen_middle(key->pen, type, leading)},
            BP_ALIGN_START);
}

double bp_key_set(const struct bp_key *key, struct bp_canvas *canvas)
{
    const struct bp_type *type = &bp_pen_style(key->pen, BP_STYLE_CHART_LABEL)->type;
    double x = 0, y = 0, leading = type->size * BP_PEN_LEADING, sign = SIGN * type->size;
    double aside = sign + GAP;
    for (int i = 0; i < key->n; i++) {
        struct bp_pen_lines words = bp_pen_wrap(key->pen, type, key->words[i], key->width - aside);
        if (x > 0 && x + aside + words.width > key->width) {
            x = 0;
            y += leading;
        }
        if (canvas) {
            key->sign(key->user, i, (struct bp_spot){x, y + (leading - sign) / 2}, sign);
            draw_words(key, canvas, &words, (struct bp_spot){x + aside, y});
        }
        y += (words.n_lines - 1) * leading;
        x += aside + words.width + APART;
    }
    return key->n > 0 ? y + leading : 0;
}
