/* SPDX-License-Identifier: MIT */
/*
 * Chart: numbers and a room become a drawing, with words that are text of the page. How charts
 * look is the look's: the styles that begin with “chart-” and “series-”. What is the chart's own
 * are the rules of the Government Analysis Function: bars from zero, words that lie, labels at the
 * data instead of legends, nothing told by colour alone.
 */
#ifndef BP_CHART_CHART_H
#define BP_CHART_CHART_H

#include "base/report.h"
#include "model/chart.h"
#include "model/drawing.h"
#include "model/look.h"
#include "text/text.h"

/* What all charts of a run share. */
struct bp_chart_setting {
    const struct bp_look *look;
    struct bp_text_service *text;
    const char *language; /* of the charts' words */
    struct bp_arena *arena;
    struct bp_report *report;
    int first_row; /* 0, or the next_row of the drawing before: a chart that goes on */
};

/*
 * The drawing of a chart that bp_chart_tell() has seen, `width` points wide and as high as the
 * chart says or needs, but at most `height`: a chart of more rows than that goes on in another
 * drawing, which begins with the row of its next_row. NULL, with a report, when it has no room or
 * Cairo or a character's face is missing.
 */
struct bp_drawing *bp_chart_draw(const struct bp_chart *chart, double width, double height,
                                 const struct bp_chart_setting *setting);

/* The width in points that a chart in a table's cell asks for; 0: any will do. */
double bp_chart_width(const struct bp_chart *chart, const struct bp_chart_setting *setting);

#endif
