/* SPDX-License-Identifier: MIT */
#include "chart/icon.h"

#include <glib.h>
#include <math.h>

#include "metric/spc.h"

/* Of the letters' size. */
#define HEIGHT      1.7
#define SIGN        2.0  /* the room of a shape with a letter */
#define SQUARE      0.68 /* from its centre to its edges */
#define DIAMOND     0.84
#define DISC        0.76
#define TRIANGLE    0.98 /* its height is 1.6 */
#define ARROW       1.0  /* the room of an arrow, with what is left free before it */
#define ARROW_REACH 0.5
#define ARROW_HEAD  0.26
#define LINE        0.1  /* its thickness */
#define SIDE        1.75 /* of an assurance icon: from its target to its edges */
#define SIDE_DISC   0.64
#define NOTHING     0.45 /* half the dash that stands for no icon */
#define PADDING     0.6  /* beside the word of a status */
#define PAIR_GAP    0.9
#define CAPITAL     0.715 /* the height of capitals, about */

enum { ROUND_SPOTS = 48 };

struct icon {
    const struct bp_chart *chart;
    struct bp_pen *pen;
    struct bp_canvas *canvas;
    double em;
    double aside; /* how far all is moved to the left */
};

/* What a shape is filled or drawn with, and its letter. */
struct ink {
    enum bp_style_key key;
    enum bp_mark mark;
};

static const struct ink inks[] = {
    [BP_SPC_COMMON] = {BP_STYLE_CHART_USUAL, BP_MARK_DISC},
    [BP_SPC_IMPROVEMENT] = {BP_STYLE_CHART_GOOD, BP_MARK_SQUARE},
    [BP_SPC_CONCERN] = {BP_STYLE_CHART_BAD, BP_MARK_DIAMOND},
    [BP_SPC_NEUTRAL] = {BP_STYLE_CHART_NEITHER, BP_MARK_TRIANGLE},
};

static struct ink ink_of(int variation)
{
    switch (variation) {
    case BP_SPC_VARIATION_IMPROVEMENT_HIGH:
    case BP_SPC_VARIATION_IMPROVEMENT_LOW:
        return inks[BP_SPC_IMPROVEMENT];
    case BP_SPC_VARIATION_CONCERN_HIGH:
    case BP_SPC_VARIATION_CONCERN_LOW:
        return inks[BP_SPC_CONCERN];
    case BP_SPC_VARIATION_NEUTRAL_HIGH:
    case BP_SPC_VARIATION_NEUTRAL_LOW:
        return inks[BP_SPC_NEUTRAL];
    default:
        return inks[BP_SPC_COMMON];
    }
}

/* 1 high, -1 low, 0 neither. */
static int way_of(int variation)
{
    if (variation == BP_SPC_VARIATION_NONE || variation == BP_SPC_VARIATION_COMMON)
        return 0;
    bool high = variation == BP_SPC_VARIATION_IMPROVEMENT_HIGH ||
                variation == BP_SPC_VARIATION_CONCERN_HIGH ||
                variation == BP_SPC_VARIATION_NEUTRAL_HIGH;
    return high ? 1 : -1;
}

static const char *letter_of(const struct icon *icon, const char *wording)
{
    const char *letter = bp_look_literal(icon->pen->look, wording);
    return letter ? letter : "";
}

static int n_spots_of(enum bp_mark mark)
{
    static const int spots[] = {[BP_MARK_DISC] = ROUND_SPOTS,
                                [BP_MARK_SQUARE] = 4,
                                [BP_MARK_DIAMOND] = 4,
                                [BP_MARK_TRIANGLE] = 3};
    return spots[mark];
}

/* A shape around `at`, that reaches `reach` from its middle. */
static void outline(enum bp_mark mark, struct bp_spot at, double reach, struct bp_spot *spots)
{
    int n = n_spots_of(mark);
    double radius = mark == BP_MARK_SQUARE ? reach * G_SQRT2 : reach;
    double first = mark == BP_MARK_SQUARE ? -G_PI / 4 : -G_PI / 2;
    for (int i = 0; i < n; i++) {
        double angle = 2 * G_PI * i / n + first;
        spots[i] = (struct bp_spot){at.x + cos(angle) * radius, at.y + sin(angle) * radius};
    }
}

/* As high as the icon but for a little, on its base or on its point. */
static void outline_triangle(const struct icon *icon, struct bp_spot at, int way,
                             struct bp_spot *spots)
{
    double half = TRIANGLE * icon->em, point = at.y - HEIGHT / 2 * icon->em * way;
    double base = point + 1.6 * icon->em * way;
    spots[0] = (struct bp_spot){at.x, point};
    spots[1] = (struct bp_spot){at.x + half, base};
    spots[2] = (struct bp_spot){at.x - half, base};
}

static void write_letter(struct icon *icon, const struct bp_style *style, const char *letter,
                         struct bp_spot middle)
{
    struct bp_type *type = bp_arena_new(icon->pen->arena, sizeof *type);
    *type = style->type;
    type->size = icon->em;
    bp_canvas_label(icon->canvas, type, letter,
                    (struct bp_spot){middle.x, middle.y + CAPITAL / 2 * icon->em}, BP_ALIGN_CENTRE);
}

/* Filled where the style says so, else a ring. */
static void draw_outline(struct icon *icon, const struct bp_style *style, struct bp_spot *spots,
                         int n_spots)
{
    const struct bp_stroke stroke = {style->rule_colour, LINE * icon->em, 0};
    if (style->has_fill)
        bp_canvas_area(icon->canvas, style->fill, spots, n_spots);
    if (style->rule <= 0)
        return;
    spots[n_spots] = spots[0];
    bp_canvas_path(icon->canvas, &stroke, spots, n_spots + 1);
}

static void draw_shape(struct icon *icon, struct ink ink, struct bp_spot at, double reach, int way)
{
    struct bp_spot spots[ROUND_SPOTS + 1];
    if (ink.mark == BP_MARK_TRIANGLE)
        outline_triangle(icon, at, way, spots);
    else
        outline(ink.mark, at, reach * icon->em, spots);
    draw_outline(icon, bp_pen_style(icon->pen, ink.key), spots, n_spots_of(ink.mark));
}

static void draw_arrow(struct icon *icon, double x, int way)
{
    const struct bp_style *style = bp_pen_style(icon->pen, BP_STYLE_CHART_USUAL);
    const struct bp_stroke stroke = {style->type.colour, 1.4 * LINE * icon->em, 0};
    double middle = HEIGHT / 2 * icon->em, reach = ARROW_REACH * icon->em * way;
    double head = ARROW_HEAD * icon->em;
    const struct bp_spot stem[] = {{x, middle + reach}, {x, middle - reach}};
    const struct bp_spot point[] = {{x - head, middle - reach + head * way},
                                    {x, middle - reach},
                                    {x + head, middle - reach + head * way}};
    bp_canvas_path(icon->canvas, &stroke, stem, 2);
    bp_canvas_path(icon->canvas, &stroke, point, 3);
}

static void draw_nothing(struct icon *icon, double middle)
{
    const struct bp_style *style = bp_pen_style(icon->pen, BP_STYLE_CHART_USUAL);
    const struct bp_stroke stroke = {style->rule_colour, LINE * icon->em, 0};
    double y = HEIGHT / 2 * icon->em;
    bp_canvas_line(icon->canvas, &stroke, (struct bp_spot){middle - NOTHING * icon->em, y},
                   (struct bp_spot){middle + NOTHING * icon->em, y});
}

static const double reaches[] = {[BP_MARK_DISC] = DISC,
                                 [BP_MARK_SQUARE] = SQUARE,
                                 [BP_MARK_DIAMOND] = DIAMOND,
                                 [BP_MARK_TRIANGLE] = TRIANGLE};

/* The letter stands where its shape is widest. */
static void draw_variation(struct icon *icon, double left, int variation)
{
    const struct ink ink = ink_of(variation);
    struct bp_spot at = {left + SIGN / 2 * icon->em, HEIGHT / 2 * icon->em};
    int way = way_of(variation);
    const char *letter = way > 0 ? "icon-high" : way < 0 ? "icon-low" : "icon-common";
    if (variation == BP_SPC_VARIATION_NONE) {
        draw_nothing(icon, left + (SIGN + ARROW) / 2 * icon->em);
        return;
    }
    if (way == 0)
        at.x += ARROW / 2 * icon->em;
    draw_shape(icon, ink, at, reaches[ink.mark], way);
    if (ink.mark == BP_MARK_TRIANGLE)
        at.y += 0.23 * way * icon->em;
    write_letter(icon, bp_pen_style(icon->pen, ink.key), letter_of(icon, letter), at);
    if (way != 0)
        draw_arrow(icon, left + (SIGN + ARROW - ARROW_HEAD - 2 * LINE) * icon->em, way);
}

static void draw_assurance(struct icon *icon)
{
    static const struct {
        struct ink ink;
        double x, reach;
        const char *letter;
    } icons[] = {
        [BP_SPC_ASSURANCE_PASS] = {{BP_STYLE_CHART_GOOD, BP_MARK_SQUARE}, 0.9, SQUARE, "icon-pass"},
        [BP_SPC_ASSURANCE_FAIL] = {{BP_STYLE_CHART_BAD, BP_MARK_DIAMOND}, -0.95, 0.8, "icon-fail"},
        [BP_SPC_ASSURANCE_INCONSISTENT] = {{BP_STYLE_CHART_USUAL, BP_MARK_DISC},
                                           0,
                                           SIDE_DISC,
                                           "icon-hit-and-miss"},
    };
    int assurance = icon->chart->assurance;
    const struct bp_style *usual = bp_pen_style(icon->pen, BP_STYLE_CHART_USUAL);
    const struct bp_stroke target = {usual->type.colour, 1.4 * LINE * icon->em, 0};
    double middle = SIDE * icon->em - icon->aside, y = HEIGHT / 2 * icon->em;
    if (assurance == BP_SPC_ASSURANCE_NONE) {
        draw_nothing(icon, middle);
        return;
    }
    struct bp_spot at = {middle + icons[assurance].x * icon->em, y};
    double from = assurance == BP_SPC_ASSURANCE_INCONSISTENT ? SIDE_DISC * icon->em : 0;
    bp_canvas_line(icon->canvas, &target, (struct bp_spot){middle, 0},
                   (struct bp_spot){middle, y - from});
    bp_canvas_line(icon->canvas, &target, (struct bp_spot){middle, y + from},
                   (struct bp_spot){middle, 2 * y});
    draw_shape(icon, icons[assurance].ink, at, icons[assurance].reach, 1);
    write_letter(icon, bp_pen_style(icon->pen, icons[assurance].ink.key),
                 letter_of(icon, icons[assurance].letter), at);
}

/* What is left free before the ink of an icon that stands by itself. */
static double aside_of(const struct bp_chart *chart)
{
    static const double assurances[] = {[BP_SPC_ASSURANCE_PASS] = SIDE - LINE,
                                        [BP_SPC_ASSURANCE_FAIL] = 0,
                                        [BP_SPC_ASSURANCE_INCONSISTENT] = SIDE - SIDE_DISC - LINE,
                                        [BP_SPC_ASSURANCE_NONE] = SIDE - NOTHING};
    if (chart->type == BP_CHART_ASSURANCE)
        return assurances[chart->assurance];
    if (chart->variation == BP_SPC_VARIATION_NONE)
        return (SIGN + ARROW) / 2 - NOTHING;
    const struct ink ink = ink_of(chart->variation);
    bool arrow = way_of(chart->variation) != 0;
    return (SIGN + (arrow ? 0 : ARROW)) / 2 - reaches[ink.mark] - LINE;
}

static const char *status_word(const struct bp_chart *chart, const struct bp_pen *pen)
{
    static const char *const words[] = {[BP_STANDING_MET] = "target-met",
                                        [BP_STANDING_MISSED] = "target-missed",
                                        [BP_STANDING_CLOSE] = "target-close"};
    const char *word = chart->standing ? bp_look_literal(pen->look, words[chart->standing]) : NULL;
    return word ? word : "";
}

static enum bp_style_key status_key(const struct bp_chart *chart)
{
    if (chart->standing == BP_STANDING_MET)
        return BP_STYLE_CHART_GOOD;
    return chart->standing == BP_STANDING_CLOSE ? BP_STYLE_CHART_CLOSE : BP_STYLE_CHART_BAD;
}

/* The word's ground: round ends where the target is met, points where it is close, corners where
 * it is missed. */
static void draw_status(struct icon *icon, double width)
{
    const struct bp_style *style = bp_pen_style(icon->pen, status_key(icon->chart));
    struct bp_spot spots[ROUND_SPOTS + 3];
    double edge = LINE / 2 * icon->em, height = HEIGHT * icon->em - 2 * edge;
    double middle = edge + height / 2, end = height / 2;
    int n = icon->chart->standing == BP_STANDING_MET     ? ROUND_SPOTS
            : icon->chart->standing == BP_STANDING_CLOSE ? 6
                                                         : 4;
    for (int i = 0; i < n; i++) {
        bool right = i < n / 2;
        int k = right ? i : i - n / 2;
        double angle = G_PI * k / (n / 2.0 - 1) - G_PI / 2; /* from top to foot */
        double out = n == 4 ? end : n == 6 ? end * (k == 1 ? 1 : 0.35) : end * cos(angle);
        spots[i].x = right ? width - edge - end + out : edge + end - out;
        spots[i].y = middle + (right ? 1 : -1) * height / 2 *
                                  (n == ROUND_SPOTS ? sin(angle)
                                   : n == 4         ? 2 * k - 1
                                                    : k - 1);
    }
    draw_outline(icon, style, spots, n);
    write_letter(icon, style, status_word(icon->chart, icon->pen),
                 (struct bp_spot){width / 2, middle});
}

static const struct bp_style *style_of(const struct bp_chart *chart, const struct bp_pen *pen)
{
    return bp_pen_style(pen,
                        chart->type == BP_CHART_STATUS ? status_key(chart) : BP_STYLE_CHART_USUAL);
}

double bp_icon_width(const struct bp_chart *chart, struct bp_pen *pen)
{
    const struct bp_style *style = style_of(chart, pen);
    double em = style->type.size;
    if (chart->type == BP_CHART_ASSURANCE)
        return 2 * SIDE * em;
    if (chart->type == BP_CHART_VARIATION)
        return (SIGN + ARROW) * em * (chart->paired ? 2 : 1) + (chart->paired ? PAIR_GAP * em : 0);
    return bp_pen_measure(pen, &style->type, status_word(chart, pen)) + 2 * PADDING * em;
}

struct bp_drawing *bp_icon_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                struct bp_spot room)
{
    struct icon icon = {.chart = chart, .pen = pen};
    double natural = bp_icon_width(chart, pen), width = MIN(natural, room.x);
    icon.em = style_of(chart, pen)->type.size * width / natural;
    icon.aside = chart->flush ? aside_of(chart) * icon.em : 0;
    if (!(icon.canvas = bp_canvas_create(pen, width, HEIGHT * icon.em)))
        return NULL;
    if (chart->type == BP_CHART_STATUS) {
        draw_status(&icon, width);
    } else if (chart->type == BP_CHART_ASSURANCE) {
        draw_assurance(&icon);
    } else {
        draw_variation(&icon, -icon.aside, chart->variation);
        if (chart->paired)
            draw_variation(&icon, (SIGN + ARROW + PAIR_GAP) * icon.em - icon.aside,
                           chart->variation + 1);
    }
    return bp_canvas_finish(icon.canvas, "icon");
}
