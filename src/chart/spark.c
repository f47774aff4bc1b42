/* SPDX-License-Identifier: MIT */
#include "chart/spark.h"

#include <glib.h>

#include "chart/plot.h"

/* Points. */
#define HEIGHT    14.0
#define MARGIN    3.0 /* that the last point's mark needs */
#define LAST_MARK 4.5
#define DASH      2.0

/* The plot of a spark has no frame: bp_plot_line() and its like need the rest of it alone. */
static void set_out(struct bp_plot *plot, const struct bp_track *track, double width)
{
    double least = G_MAXDOUBLE, most = -G_MAXDOUBLE;
    int n = track->n_slots;
    bp_track_extend(track, &least, &most);
    const struct bp_step *target =
        bp_track_step(track->series->targets, track->series->n_targets, track->slots[n - 1].period);
    if (target) {
        least = MIN(least, bp_decimal_double(target->value));
        most = MAX(most, bp_decimal_double(target->value));
    }
    if (most <= least)
        most = least + 1;
    plot->left = 0;
    plot->right = width;
    plot->start = n > 1 ? MARGIN : width / 2;
    plot->step = n > 1 ? (width - 2 * MARGIN) / (n - 1) : 1;
    plot->values.scale = (struct bp_scale){least, most, HEIGHT - MARGIN, MARGIN};
}

struct bp_drawing *bp_spark_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                 struct bp_spot room)
{
    const struct bp_track track = bp_track_new(chart, 0, pen->scratch);
    const struct bp_style *style = bp_pen_series(pen, 0);
    const struct bp_style *base = bp_pen_style(pen, BP_STYLE_CHART_BASE);
    const struct bp_stroke target = {base->rule_colour, base->rule, DASH};
    const struct bp_stroke stroke = {style->type.colour, style->rule, 0};
    const struct bp_mark_look mark = {BP_MARK_DISC, LAST_MARK, style->type.colour, false};
    struct bp_plot plot = {.pen = pen};
    int last = bp_track_last(&track);
    if (last < 0 || room.y < HEIGHT || !(plot.canvas = bp_canvas_create(pen, room.x, HEIGHT)))
        return NULL;
    set_out(&plot, &track, room.x);
    double *targets = bp_plot_target(&plot, &track);
    for (int i = 0; i < track.n_slots; i++)
        targets[i] = targets[track.n_slots - 1];
    bp_plot_steps(&plot, &target, targets, 0, track.n_slots);
    bp_plot_line(&plot, &stroke, &track);
    bp_canvas_mark(
        plot.canvas, &mark,
        (struct bp_spot){bp_plot_x(&plot, last), bp_plot_y(&plot, track.slots[last].value)});
    return bp_canvas_finish(plot.canvas, chart->anchor ? chart->anchor : "sparkline");
}
