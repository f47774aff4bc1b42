/* SPDX-License-Identifier: MIT */
#include "chart/risks.h"

#include <glib.h>
#include <math.h>

#include "chart/key.h"

/* Points. */
#define NARROW     300.0 /* below it the axes say numbers and no words */
#define WORDS_PART 0.2   /* of the width, for words of likelihood */
#define AXIS_GAP   6.0
#define TITLE_GAP  4.0
#define CELL       34.0 /* height, at least */
#define PARTING    1.5  /* white between cells */
#define INSIDE     2.5  /* free around a marker */
#define PADDING    3.5  /* in a marker, beside its number */
#define LEAST_PAD  1.0
#define EDGE       1.0  /* of a marker */
#define APPETITE   1.75 /* the line's thickness, */
#define DASH       5.0  /* and its dashes */
#define ARROW      5.0
#define EARLIER    5.0 /* the mark of a risk that has moved, where it was */
#define WAY_RIM    0.75
#define KEY_GAP    8.0
#define WIDEST     420.0 /* of the cells together: more would only pull them apart */
#define SLACK      0.01

enum { SIDE = BP_RISKS_SIDE, EASY_LINES = 2, N_BANDS = 4, ROUND = 8 };

/* The shades of the bands: apart from each other in grey print too. */
static const enum bp_style_key shades[N_BANDS] = {BP_STYLE_SHADE_1, BP_STYLE_SHADE_2,
                                                  BP_STYLE_SHADE_3, BP_STYLE_SHADE_4};

struct matrix {
    const struct bp_chart *chart;
    const struct bp_risks *risks;
    struct bp_pen *pen;
    const struct bp_type *word;
    const struct bp_type *axis;
    const struct bp_type *value;
    struct bp_spot size;
    bool brief;                         /* the axes say numbers alone */
    struct bp_pen_lines names[2][SIDE]; /* of likelihood, of impact */
    double start, top;                  /* of the cells */
    double step;                        /* from one column to the next */
    double heights[SIDE];               /* of the rows, by likelihood */
    struct bp_spot marker;              /* size of one */
    int across;                         /* so many markers stand beside each other in a cell */
    int counts[SIDE][SIDE];             /* risks by likelihood and impact */
    int placed[SIDE][SIDE];             /* of them drawn so far */
    struct bp_spot *spots;              /* the middles of their markers */
    struct bp_key key;
    struct bp_canvas *canvas;
};

static const char *literal(const struct matrix *matrix, const char *name, int number)
{
    return bp_look_literal(matrix->pen->look,
                           bp_arena_printf(matrix->pen->scratch, "%s-%d", name, number));
}

static bp_colour fill_of(const struct matrix *matrix, int likelihood, int impact)
{
    return bp_pen_style(matrix->pen, shades[bp_risk_band(likelihood, impact)])->fill;
}

static bool is_beyond(const struct bp_risk *risk)
{
    return risk->appetite > 0 && risk->likelihood * risk->impact > risk->appetite;
}

static bool has_moved(const struct bp_risk *risk)
{
    return risk->was_likelihood > 0 &&
           (risk->was_likelihood != risk->likelihood || risk->was_impact != risk->impact);
}

/* "4 Likely", or "4" alone. */
static const char *name_of(struct matrix *matrix, const char *scale, int mark)
{
    const char *word = matrix->brief ? NULL : literal(matrix, scale, mark);
    return bp_arena_printf(matrix->pen->arena, "%d%s%s", mark, word ? " " : "", word ? word : "");
}

/* Where a name of impact takes more than a line, the numbers of all stand on a line of their own.
 */
static void stack_names(struct matrix *matrix, double most)
{
    struct bp_pen_lines *names = matrix->names[1];
    bool wrapped = false;
    for (int i = 0; i < SIDE; i++)
        wrapped = wrapped || names[i].n_lines > 1;
    for (int i = 0; i < SIDE && wrapped && !matrix->brief; i++) {
        const char *word = literal(matrix, "risk-impact", i + 1);
        const struct bp_pen_lines words =
            bp_pen_wrap(matrix->pen, matrix->axis, word ? word : "", most + SLACK);
        const char **lines =
            bp_arena_new(matrix->pen->arena, (size_t)(words.n_lines + 1) * sizeof *lines);
        lines[0] = bp_arena_printf(matrix->pen->arena, "%d", i + 1);
        for (int k = 0; k < words.n_lines; k++)
            lines[k + 1] = words.lines[k];
        names[i] = (struct bp_pen_lines){lines, words.n_lines + 1, words.width};
    }
}

/* False where a word would have to be broken. */
static bool set_names(struct matrix *matrix)
{
    static const char *const scales[] = {"risk-likelihood", "risk-impact"};
    double width = 0, most = matrix->size.x * WORDS_PART;
    bool good = true;
    for (int scale = 0; scale < 2; scale++) {
        for (int i = 0; i < SIDE; i++) {
            const char *name = name_of(matrix, scales[scale], i + 1);
            good = good && bp_pen_holds(matrix->pen, matrix->axis, name, most);
            matrix->names[scale][i] = bp_pen_wrap(matrix->pen, matrix->axis, name, most + SLACK);
            if (scale == 0)
                width = MAX(width, matrix->names[scale][i].width);
        }
        if (scale == 0) {
            matrix->start = width + AXIS_GAP;
            matrix->step = MIN(matrix->size.x - matrix->start, WIDEST) / SIDE;
            most = matrix->step - AXIS_GAP / 2;
        }
    }
    stack_names(matrix, most);
    return good || matrix->brief;
}

/* Less free around a number where many stand in a cell, or it is narrow. */
static void set_markers(struct matrix *matrix)
{
    int most = 0;
    double width = 0, line = bp_pen_leading(matrix->value),
           cell = matrix->step - PARTING - 2 * EDGE;
    for (int i = 0; i < matrix->risks->n_risks; i++) {
        const struct bp_risk *risk = &matrix->risks->risks[i];
        width = MAX(width, bp_pen_measure(matrix->pen, matrix->value, risk->id.text));
        matrix->counts[risk->likelihood - 1][risk->impact - 1]++;
    }
    for (int i = 0; i < SIDE * SIDE; i++)
        most = MAX(most, matrix->counts[i / SIDE][i % SIDE]);
    for (double pad = PADDING; pad >= LEAST_PAD; pad -= PADDING - LEAST_PAD) {
        matrix->marker = (struct bp_spot){MAX(width + 2 * pad, MIN(line + 2, cell)), line + 2};
        matrix->across = MAX((int)((cell - INSIDE) / (matrix->marker.x + INSIDE)), 1);
        if (most <= EASY_LINES * matrix->across && matrix->marker.x <= cell)
            break;
    }
}

/* As high as its fullest cell needs: letter and markers. */
static void set_heights(struct matrix *matrix)
{
    for (int i = 0; i < SIDE; i++) {
        double names = matrix->names[0][i].n_lines * bp_pen_leading(matrix->axis) + PARTING;
        int most = 0;
        for (int k = 0; k < SIDE; k++)
            most = MAX(most, matrix->counts[i][k]);
        int lines = (most + matrix->across - 1) / matrix->across;
        double markers = lines * (matrix->marker.y + INSIDE) + INSIDE + PARTING;
        matrix->heights[i] = MAX(MAX(CELL, names), bp_pen_leading(matrix->word) + markers);
    }
}

static struct bp_stroke appetite_stroke(const struct matrix *matrix)
{
    return (struct bp_stroke){matrix->word->colour, APPETITE, DASH};
}

/* Where a risk was. */
static struct bp_mark_look earlier_mark(const struct matrix *matrix)
{
    const struct bp_style *base = bp_pen_style(matrix->pen, BP_STYLE_CHART_BASE);
    return (struct bp_mark_look){BP_MARK_DISC, EARLIER, base->rule_colour, true};
}

static void set_key(struct matrix *matrix)
{
    const struct bp_look *look = matrix->pen->look;
    bool beyond = false, was = false;
    for (int i = 0; i < matrix->risks->n_risks; i++) {
        beyond = beyond || is_beyond(&matrix->risks->risks[i]);
        was = was || has_moved(&matrix->risks->risks[i]);
    }
    matrix->key = bp_key_new(matrix->pen, matrix->size.x, KEY_GAP);
    for (int i = 0; i < N_BANDS; i++)
        bp_key_add(&matrix->key,
                   (struct bp_key_sign){.kind = BP_KEY_FRAMED,
                                        .words = literal(matrix, "risk-band", i + 1),
                                        .colour = bp_pen_style(matrix->pen, shades[i])->fill,
                                        .inside = literal(matrix, "risk-letter", i + 1)});
    if (matrix->risks->appetite > 0)
        bp_key_add(&matrix->key,
                   (struct bp_key_sign){
                       .kind = BP_KEY_LINE,
                       .words = bp_arena_printf(matrix->pen->arena, "%s %d",
                                                bp_look_literal(look, "chart-appetite") ?: "",
                                                matrix->risks->appetite),
                       .stroke = appetite_stroke(matrix),
                   });
    if (beyond)
        bp_key_add(&matrix->key,
                   (struct bp_key_sign){.kind = BP_KEY_MARK,
                                        .words = bp_look_literal(look, "chart-above-appetite"),
                                        .mark = {BP_MARK_SQUARE, 9, matrix->word->colour, true}});
    if (was)
        bp_key_add(&matrix->key,
                   (struct bp_key_sign){.kind = BP_KEY_MARK,
                                        .words = bp_look_literal(look, "chart-earlier"),
                                        .mark = earlier_mark(matrix)});
}

static double cells_height(const struct matrix *matrix)
{
    double height = 0;
    for (int i = 0; i < SIDE; i++)
        height += matrix->heights[i];
    return height;
}

/* Below the cells: the names of impact, and what they are. */
static double foot_height(const struct matrix *matrix)
{
    int lines = 1;
    for (int i = 0; i < SIDE; i++)
        lines = MAX(lines, matrix->names[1][i].n_lines);
    return 2 * TITLE_GAP + (lines + 1) * bp_pen_leading(matrix->axis);
}

static bool set_out(struct matrix *matrix, struct bp_spot room)
{
    matrix->brief = room.x < NARROW;
    if (!set_names(matrix)) {
        matrix->brief = true;
        set_names(matrix);
    }
    set_markers(matrix);
    set_heights(matrix);
    set_key(matrix);
    matrix->top = bp_pen_leading(matrix->axis) + TITLE_GAP;
    double rest = matrix->top + foot_height(matrix) + bp_key_height(&matrix->key);
    double more = MIN(matrix->chart->height, room.y) - rest - cells_height(matrix);
    for (int i = 0; i < SIDE && more > 0; i++)
        matrix->heights[i] += more / SIDE;
    matrix->size.y = rest + cells_height(matrix);
    return matrix->size.y <= room.y + SLACK &&
           matrix->marker.x + 2 * EDGE <= matrix->step - PARTING + SLACK;
}

/* The top left corner of a cell. */
static struct bp_spot corner_of(const struct matrix *matrix, int likelihood, int impact)
{
    struct bp_spot corner = {matrix->start + (impact - 1) * matrix->step, matrix->top};
    for (int i = SIDE; i > likelihood; i--)
        corner.y += matrix->heights[i - 1];
    return corner;
}

static void draw_cell(struct matrix *matrix, int likelihood, int impact)
{
    struct bp_spot at = corner_of(matrix, likelihood, impact);
    bp_colour fill = fill_of(matrix, likelihood, impact);
    const char *letter = literal(matrix, "risk-letter", bp_risk_band(likelihood, impact) + 1);
    const struct bp_type *type = bp_pen_on(matrix->pen, matrix->word, fill);
    bp_canvas_rectangle(matrix->canvas, fill, at,
                        (struct bp_spot){at.x + matrix->step - PARTING,
                                         at.y + matrix->heights[likelihood - 1] - PARTING});
    if (letter)
        bp_canvas_label(matrix->canvas, type, letter,
                        (struct bp_spot){at.x + INSIDE, at.y + bp_pen_middle(matrix->pen, type,
                                                                             bp_pen_leading(type))},
                        BP_ALIGN_START);
}

static void draw_axes(struct matrix *matrix)
{
    const struct bp_look *look = matrix->pen->look;
    const char *titles[] = {bp_look_literal(look, "chart-likelihood"),
                            bp_look_literal(look, "chart-impact")};
    double line = bp_pen_leading(matrix->axis),
           foot = matrix->top + cells_height(matrix) + TITLE_GAP;
    for (int i = SIDE; i >= 1; i--) {
        const struct bp_pen_lines *name = &matrix->names[0][i - 1];
        double y = corner_of(matrix, i, 1).y;
        y += (matrix->heights[i - 1] - PARTING - name->n_lines * line) / 2;
        bp_canvas_lines(matrix->canvas, matrix->axis, name, (struct bp_spot){0, y}, BP_ALIGN_START);
    }
    for (int i = 1; i <= SIDE; i++)
        bp_canvas_lines(
            matrix->canvas, matrix->axis, &matrix->names[1][i - 1],
            (struct bp_spot){matrix->start + (i - 0.5) * matrix->step - PARTING / 2, foot},
            BP_ALIGN_CENTRE);
    double title = foot + foot_height(matrix) - TITLE_GAP - line;
    if (titles[0])
        bp_canvas_label(matrix->canvas, matrix->axis, titles[0],
                        (struct bp_spot){0, bp_pen_middle(matrix->pen, matrix->axis, line)},
                        BP_ALIGN_START);
    if (titles[1])
        bp_canvas_label(matrix->canvas, matrix->axis, titles[1],
                        (struct bp_spot){matrix->start + SIDE * matrix->step - PARTING,
                                         title + bp_pen_middle(matrix->pen, matrix->axis, line)},
                        BP_ALIGN_END);
}

/* The highest impact that a likelihood may have within the appetite. */
static int reach_of(const struct matrix *matrix, int likelihood)
{
    return MIN(matrix->risks->appetite / likelihood, SIDE);
}

/* Along the cells whose score is the last that is accepted, from the top down. */
static void draw_appetite(struct matrix *matrix)
{
    const struct bp_stroke stroke = appetite_stroke(matrix);
    struct bp_spot spots[2 * SIDE];
    int n = 0;
    for (int i = SIDE; i >= 1; i--) {
        struct bp_spot at = corner_of(matrix, i, reach_of(matrix, i) + 1);
        spots[n++] = (struct bp_spot){at.x - PARTING / 2, at.y - PARTING / 2};
        spots[n++] =
            (struct bp_spot){at.x - PARTING / 2, at.y - PARTING / 2 + matrix->heights[i - 1]};
    }
    bp_canvas_rimmed(matrix->canvas, &stroke, APPETITE / 2, spots, n);
}

static void place_markers(struct matrix *matrix)
{
    for (int i = 0; i < matrix->risks->n_risks; i++) {
        const struct bp_risk *risk = &matrix->risks->risks[i];
        int n = matrix->counts[risk->likelihood - 1][risk->impact - 1];
        int at = matrix->placed[risk->likelihood - 1][risk->impact - 1]++;
        int across = MIN(n, matrix->across), lines = (n + across - 1) / across;
        int here = MIN(n - at / across * across, across); /* in this line */
        struct bp_spot corner = corner_of(matrix, risk->likelihood, risk->impact);
        double pitch = matrix->marker.x + INSIDE, drop = matrix->marker.y + INSIDE;
        double room =
            matrix->heights[risk->likelihood - 1] - PARTING - bp_pen_leading(matrix->word);
        double middle = corner.y + bp_pen_leading(matrix->word) + (room - INSIDE) / 2;
        matrix->spots[i] = (struct bp_spot){corner.x + (matrix->step - PARTING) / 2 +
                                                (at % across - (here - 1) / 2.0) * pitch,
                                            middle + (at / across - (lines - 1) / 2.0) * drop};
    }
}

/* Its outline, `more` larger on all sides: two half discs, or a rectangle. */
static void fill_marker(struct matrix *matrix, struct bp_spot at, bool square, double more,
                        bp_colour colour)
{
    double height = matrix->marker.y / 2 + more, width = MAX(matrix->marker.x / 2 + more, height);
    struct bp_spot spots[2 * (ROUND + 1)];
    if (square) {
        bp_canvas_rectangle(matrix->canvas, colour, (struct bp_spot){at.x - width, at.y - height},
                            (struct bp_spot){at.x + width, at.y + height});
        return;
    }
    for (int side = 0; side < 2; side++)
        for (int i = 0; i <= ROUND; i++) {
            double angle = G_PI * ((double)i / ROUND - 0.5) + side * G_PI;
            double middle = side == 0 ? width - height : height - width;
            spots[side * (ROUND + 1) + i] =
                (struct bp_spot){at.x + middle + height * cos(angle), at.y + height * sin(angle)};
        }
    bp_canvas_area(matrix->canvas, colour, spots, 2 * (ROUND + 1));
}

static void draw_marker(struct matrix *matrix, int index)
{
    const struct bp_risk *risk = &matrix->risks->risks[index];
    struct bp_spot at = matrix->spots[index];
    fill_marker(matrix, at, is_beyond(risk), 0, matrix->word->colour);
    fill_marker(matrix, at, is_beyond(risk), -EDGE, BP_CANVAS_PAPER);
    bp_canvas_label(
        matrix->canvas, matrix->value, risk->id.text,
        (struct bp_spot){at.x, at.y - matrix->marker.y / 2 +
                                   bp_pen_middle(matrix->pen, matrix->value, matrix->marker.y)},
        BP_ALIGN_CENTRE);
}

/* From a corner of the cell where it was to the marker. */
static void draw_way(struct matrix *matrix, int index)
{
    const struct bp_risk *risk = &matrix->risks->risks[index];
    const struct bp_stroke stroke = {matrix->word->colour, 1, 0};
    const struct bp_mark_look from = earlier_mark(matrix);
    if (!has_moved(risk))
        return;
    struct bp_spot old = corner_of(matrix, risk->was_likelihood, risk->was_impact);
    old.x += matrix->step - PARTING - 3 * INSIDE; /* away from the letter and the markers */
    old.y += bp_pen_leading(matrix->word) / 2 + EDGE;
    struct bp_spot to = matrix->spots[index];
    double x = to.x - old.x, y = to.y - old.y, length = hypot(x, y);
    /* the way ends at the marker's edge */
    double part = MIN(x != 0 ? (matrix->marker.x / 2 + EDGE) / fabs(x) : 1,
                      y != 0 ? (matrix->marker.y / 2 + EDGE) / fabs(y) : 1);
    x /= length;
    y /= length;
    struct bp_spot tip = {to.x - x * part * length, to.y - y * part * length};
    struct bp_spot neck = {tip.x - x * ARROW, tip.y - y * ARROW};
    const struct bp_spot head[] = {tip,
                                   {neck.x - y * ARROW / 2, neck.y + x * ARROW / 2},
                                   {neck.x + y * ARROW / 2, neck.y - x * ARROW / 2}};
    bp_canvas_rimmed(matrix->canvas, &stroke, WAY_RIM, (const struct bp_spot[]){old, neck}, 2);
    bp_canvas_mark(matrix->canvas, &from, old);
    bp_canvas_area(matrix->canvas, stroke.colour, head, 3);
}

static void draw(struct matrix *matrix)
{
    for (int i = SIDE; i >= 1; i--)
        for (int k = 1; k <= SIDE; k++)
            draw_cell(matrix, i, k);
    draw_axes(matrix);
    if (matrix->risks->appetite > 0)
        draw_appetite(matrix);
    place_markers(matrix);
    for (int i = 0; i < matrix->risks->n_risks; i++)
        draw_way(matrix, i);
    for (int i = 0; i < matrix->risks->n_risks; i++)
        draw_marker(matrix, i);
    bp_key_draw(&matrix->key, matrix->canvas,
                matrix->top + cells_height(matrix) + foot_height(matrix) + KEY_GAP);
}

struct bp_drawing *bp_risks_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                 struct bp_spot room)
{
    struct matrix matrix = {.chart = chart,
                            .risks = chart->risks,
                            .pen = pen,
                            .size = {room.x, 0},
                            .word = &bp_pen_style(pen, BP_STYLE_CHART_LABEL)->type,
                            .axis = &bp_pen_style(pen, BP_STYLE_CHART_AXIS)->type,
                            .value = &bp_pen_style(pen, BP_STYLE_CHART_VALUE)->type};
    matrix.spots =
        bp_arena_new(pen->scratch, (size_t)MAX(chart->risks->n_risks, 1) * sizeof *matrix.spots);
    if (!set_out(&matrix, room))
        return NULL;
    matrix.canvas = bp_canvas_create(pen, matrix.size.x, matrix.size.y);
    if (!matrix.canvas)
        return NULL;
    draw(&matrix);
    return bp_canvas_finish(matrix.canvas, chart->anchor);
}
