/* SPDX-License-Identifier: MIT */
#include "chart/callout.h"

#include <glib.h>
#include <math.h>

/* Points. */
#define CLEAR      1.5  /* around words */
#define NEAR       2.0  /* from a mark's rim to its name */
#define WORDS_PART 0.42 /* of the field's width that a name may take */
#define LEAST_LEAD 6.0

/* From a mark's rim: the nearest place that is free is taken. */
static const double distances[] = {NEAR, 7, 13, 20, 28, 38};

/* Right, left, above, below, and between these. */
static const struct bp_spot directions[] = {{1, 0},      {-1, 0},    {0, -1},      {0, 1},
                                            {0.7, -0.7}, {0.7, 0.7}, {-0.7, -0.7}, {-0.7, 0.7}};

/* Of a box whose nearest side or corner is at the end of the way from the point. */
static struct bp_spot corner_at(const struct bp_callout *callout, struct bp_spot direction,
                                double reach, struct bp_spot size)
{
    struct bp_spot end = {callout->at.x + direction.x * reach, callout->at.y + direction.y * reach};
    return (struct bp_spot){direction.x > 0   ? end.x
                            : direction.x < 0 ? end.x - size.x
                                              : end.x - size.x / 2,
                            direction.y > 0   ? end.y
                            : direction.y < 0 ? end.y - size.y
                                              : end.y - size.y / 2};
}

static bool is_free(const struct bp_callout *callouts, int n_callouts,
                    const struct bp_callout_field *field, struct bp_spot corner,
                    struct bp_spot other)
{
    if (corner.x < field->corner.x || corner.y < field->corner.y || other.x > field->other.x ||
        other.y > field->other.y)
        return false;
    for (int i = 0; i < n_callouts; i++)
        if (callouts[i].placed && callouts[i].corner.x - CLEAR < other.x &&
            callouts[i].other.x + CLEAR > corner.x && callouts[i].corner.y - CLEAR < other.y &&
            callouts[i].other.y + CLEAR > corner.y)
            return false;
    for (int i = 0; i < field->n_marks; i++) {
        double x = CLAMP(field->marks[i].x, corner.x, other.x) - field->marks[i].x;
        double y = CLAMP(field->marks[i].y, corner.y, other.y) - field->marks[i].y;
        if (hypot(x, y) < field->radius)
            return false;
    }
    return true;
}

static void place(struct bp_callout *callouts, int index, const struct bp_callout_field *field,
                  struct bp_pen *pen)
{
    struct bp_callout *callout = &callouts[index];
    double most = (field->other.x - field->corner.x) * WORDS_PART;
    callout->lines = bp_pen_wrap(pen, field->type, callout->words, most);
    struct bp_spot size = {callout->lines.width,
                           callout->lines.n_lines * bp_pen_leading(field->type)};
    for (size_t d = 0; d < G_N_ELEMENTS(distances); d++)
        for (size_t k = 0; k < G_N_ELEMENTS(directions); k++) {
            struct bp_spot corner =
                corner_at(callout, directions[k], field->radius + distances[d], size);
            struct bp_spot other = {corner.x + size.x, corner.y + size.y};
            if (!is_free(callouts, index, field, corner, other))
                continue;
            callout->corner = corner;
            callout->other = other;
            callout->placed = true;
            return;
        }
}

void bp_callouts_place(struct bp_callout *callouts, int n_callouts,
                       const struct bp_callout_field *field, struct bp_pen *pen)
{
    for (int i = 0; i < n_callouts; i++)
        callouts[i].placed = false;
    for (int i = 0; i < n_callouts; i++)
        place(callouts, i, field, pen);
}

static void draw_lead(struct bp_canvas *canvas, const struct bp_callout *callout, double radius,
                      struct bp_pen *pen)
{
    const struct bp_style *base = bp_pen_style(pen, BP_STYLE_CHART_BASE);
    const struct bp_stroke stroke = {base->rule_colour, base->rule, 0};
    struct bp_spot end = {CLAMP(callout->at.x, callout->corner.x, callout->other.x),
                          CLAMP(callout->at.y, callout->corner.y, callout->other.y)};
    double x = end.x - callout->at.x, y = end.y - callout->at.y, length = hypot(x, y);
    if (length < radius + LEAST_LEAD)
        return;
    struct bp_spot from = {callout->at.x + x / length * radius,
                           callout->at.y + y / length * radius};
    bp_canvas_line(canvas, &stroke, from, end);
}

void bp_callouts_draw(struct bp_canvas *canvas, const struct bp_callout *callouts, int n_callouts,
                      const struct bp_callout_field *field, struct bp_pen *pen)
{
    for (int i = 0; i < n_callouts; i++)
        if (callouts[i].placed) {
            bp_canvas_rectangle(canvas, BP_CANVAS_PAPER, callouts[i].corner, callouts[i].other);
            draw_lead(canvas, &callouts[i], field->radius, pen);
        }
    for (int i = 0; i < n_callouts; i++)
        if (callouts[i].placed) {
            bool left = callouts[i].other.x < callouts[i].at.x; /* words end at the point */
            bp_canvas_lines(canvas, field->type, &callouts[i].lines,
                            (struct bp_spot){left ? callouts[i].other.x : callouts[i].corner.x,
                                             callouts[i].corner.y},
                            left ? BP_ALIGN_END : BP_ALIGN_START);
        }
}
