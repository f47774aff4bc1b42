/* SPDX-License-Identifier: MIT */
#include "chart/chart.h"

#include <glib.h>

#include "chart/line.h"
#include "chart/rows.h"
#include "chart/slope.h"
#include "chart/spark.h"
#include "chart/spc.h"

struct bp_drawing *bp_chart_draw(const struct bp_chart *chart, double width, double height,
                                 const struct bp_chart_setting *setting)
{
    struct bp_pen pen = {.look = setting->look,
                         .text = setting->text,
                         .language = setting->language,
                         .arena = setting->arena,
                         .scratch = bp_arena_create(),
                         .report = setting->report};
    struct bp_drawing *drawing = NULL;
    int before = bp_report_errors(setting->report);
    const struct bp_spot room = {width, height};
    switch (chart->type) {
    case BP_CHART_BAR:
    case BP_CHART_WATERFALL:
        drawing = bp_rows_draw(chart, &pen, room);
        break;
    case BP_CHART_LINE:
        drawing = bp_line_draw(chart, &pen, room);
        break;
    case BP_CHART_SPC:
        drawing = bp_spc_draw(chart, &pen, room);
        break;
    case BP_CHART_SPARK:
        drawing = bp_spark_draw(chart, &pen, room);
        break;
    case BP_CHART_SLOPE:
        drawing = bp_slope_draw(chart, &pen, room);
        break;
    case BP_CHART_SPARKS:
    case BP_CHART_ROOM:
        g_assert_not_reached();
    }
    if (!drawing && bp_report_errors(setting->report) == before)
        bp_report_error(setting->report, &chart->source, "no-room",
                        "this chart needs more room than a page has; show fewer values, or give it "
                        "more width");
    bp_arena_destroy(pen.scratch);
    return drawing;
}
