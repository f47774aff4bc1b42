/* SPDX-License-Identifier: MIT */
#include "chart/chart.h"

#include <glib.h>

#include "chart/dots.h"
#include "chart/icon.h"
#include "chart/line.h"
#include "chart/multiples.h"
#include "chart/pyramid.h"
#include "chart/funnel.h"
#include "chart/gantt.h"
#include "chart/heat.h"
#include "chart/risks.h"
#include "chart/rows.h"
#include "chart/slope.h"
#include "chart/spark.h"
#include "chart/spc.h"

static struct bp_drawing *(*const kinds[])(const struct bp_chart *chart, struct bp_pen *pen,
                                           struct bp_spot room) = {
    [BP_CHART_BAR] = bp_rows_draw,        [BP_CHART_WATERFALL] = bp_rows_draw,
    [BP_CHART_LINE] = bp_line_draw,       [BP_CHART_SPC] = bp_spc_draw,
    [BP_CHART_SPARK] = bp_spark_draw,     [BP_CHART_SLOPE] = bp_slope_draw,
    [BP_CHART_PARETO] = bp_rows_draw,     [BP_CHART_DOTS] = bp_dots_draw,
    [BP_CHART_PYRAMID] = bp_pyramid_draw, [BP_CHART_MULTIPLES] = bp_multiples_draw,
    [BP_CHART_FUNNEL] = bp_funnel_draw,   [BP_CHART_HEAT] = bp_heat_draw,
    [BP_CHART_GANTT] = bp_gantt_draw,     [BP_CHART_RISKS] = bp_risks_draw,
    [BP_CHART_VARIATION] = bp_icon_draw,  [BP_CHART_ASSURANCE] = bp_icon_draw,
    [BP_CHART_STATUS] = bp_icon_draw,
};

static bool is_icon(const struct bp_chart *chart)
{
    return chart->type == BP_CHART_VARIATION || chart->type == BP_CHART_ASSURANCE ||
           chart->type == BP_CHART_STATUS;
}

static struct bp_pen pen_of(const struct bp_chart_setting *setting)
{
    return (struct bp_pen){.look = setting->look,
                           .text = setting->text,
                           .language = setting->language,
                           .arena = setting->arena,
                           .scratch = bp_arena_create(),
                           .report = setting->report,
                           .first_row = setting->first_row};
}

double bp_chart_width(const struct bp_chart *chart, const struct bp_chart_setting *setting)
{
    struct bp_pen pen = pen_of(setting);
    double width = is_icon(chart) ? bp_icon_width(chart, &pen) : 0;
    bp_arena_destroy(pen.scratch);
    return width;
}

/* Whether there is anything to draw: series have been looked at where they were read. */
static bool has_values(const struct bp_chart *chart)
{
    if (chart->type == BP_CHART_SLOPE)
        return chart->n_ups + chart->n_downs + chart->n_levels > 0;
    return chart->n_bars == 0 || chart->n_values > 0;
}

static void report_failure(const struct bp_chart *chart, struct bp_report *report)
{
    if (has_values(chart))
        bp_report_error(report, &chart->source, "no-room",
                        "this chart needs more room than a page has; show fewer values, or give it "
                        "more width");
    else
        bp_report_error(report, &chart->source, "no-values",
                        "none of this chart’s rows has the values that it needs, so that there is "
                        "nothing to draw; take the chart out");
}

struct bp_drawing *bp_chart_draw(const struct bp_chart *chart, double width, double height,
                                 const struct bp_chart_setting *setting)
{
    struct bp_pen pen = pen_of(setting);
    int before = bp_report_errors(setting->report);
    const struct bp_spot room = {width, height};
    g_assert(chart->type < G_N_ELEMENTS(kinds) && kinds[chart->type]);
    struct bp_drawing *drawing = kinds[chart->type](chart, &pen, room);
    if (!drawing && bp_report_errors(setting->report) == before)
        report_failure(chart, setting->report);
    bp_arena_destroy(pen.scratch);
    return drawing;
}
