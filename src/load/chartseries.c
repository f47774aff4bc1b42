/* SPDX-License-Identifier: MIT */
#include "load/chartseries.h"

#include <string.h>

#include "base/nearest.h"
#include "load/judging.h"
#include "load/period.h"

static const char *const compares[] = {"last-year", "baseline", NULL};
static const char *const flags[] = {"yes", "no", NULL};

static void report_unknown(struct bp_reader *reader, const struct bp_words *id)
{
    const struct bp_metrics *metrics = reader->metrics;
    GPtrArray *names = g_ptr_array_new();
    for (int i = 0; metrics && i < metrics->n_series; i++)
        if (metrics->series[i].id.text)
            g_ptr_array_add(names, (gpointer)(gsize)metrics->series[i].id.text);
    g_ptr_array_add(names, NULL);
    const char *near = bp_nearest(id->text, (const char *const *)names->pdata);
    if (near)
        bp_report_error(reader->report, &id->source, "unknown-series",
                        "there is no series “%s”; write “%s”", bp_reader_clip(reader, id->text),
                        near);
    else
        bp_report_error(reader->report, &id->source, "unknown-series",
                        "there is no series “%s”; write it below “metrics:”, or another id here",
                        bp_reader_clip(reader, id->text));
    g_ptr_array_free(names, TRUE);
}

/* A chart has one axis of values and one of time. */
static bool is_alike(struct bp_reader *reader, const struct bp_series *first,
                     const struct bp_series *other, const struct bp_source *at)
{
    bool same = first->unit == other->unit && first->period_kind == other->period_kind &&
                first->per == other->per;
    if (!same)
        bp_report_error(reader->report, at, "unlike-series",
                        "“%s” and “%s” have not the same unit and period, and a chart has one axis "
                        "for each; make two charts",
                        first->id.text, other->id.text);
    return same;
}

void bp_chart_series_add(struct bp_reader *reader, const struct bp_yaml *node,
                         struct bp_chart *chart)
{
    struct bp_words id = bp_reader_words(reader, node, "series");
    if (!id.text)
        return;
    const struct bp_series *series =
        reader->metrics ? bp_series_find(reader->metrics, id.text) : NULL;
    if (!series)
        report_unknown(reader, &id);
    else if (chart->n_series == 0 || is_alike(reader, chart->series[0], series, &id.source))
        chart->series[chart->n_series++] = series;
}

static void find_series(struct bp_reader *reader, const struct bp_yaml *node,
                        struct bp_chart *chart)
{
    const struct bp_yaml *series = bp_yaml_find(node, "series");
    int most = chart->type == BP_CHART_SPC ? 1 : BP_CHART_MOST_GROUPS;
    if (series && series->kind != BP_YAML_LIST) {
        bp_chart_series_add(reader, series, chart);
        return;
    }
    if (series && series->n_items > most) {
        bp_report_error(reader->report, &series->source, "too-many",
                        "a %s chart shows at most %d series; make a chart for each of the others",
                        most == 1 ? "control" : "line", most);
        return;
    }
    for (int i = 0; series && i < series->n_items; i++)
        bp_chart_series_add(reader, series->items[i], chart);
}

/* False when it is not said or wrong. */
static bool read_period(struct bp_reader *reader, const struct bp_yaml *node, const char *key,
                        const struct bp_series *series, struct bp_period *period)
{
    const struct bp_yaml *value = bp_yaml_find(node, key);
    return value && bp_period_read(reader, value, key, series->period_kind, period);
}

static void read_span(struct bp_reader *reader, const struct bp_yaml *node, struct bp_chart *chart)
{
    const struct bp_series *series = chart->series[0];
    chart->has_from = read_period(reader, node, "from", series, &chart->from);
    chart->has_until = read_period(reader, node, "until", series, &chart->until);
    if (chart->has_from && chart->has_until && chart->until.index < chart->from.index)
        bp_report_error(reader->report, &bp_yaml_find(node, "until")->source, "backwards",
                        "“until” is before “from”; exchange them");
    if (series->n_points == 0)
        bp_report_error(reader->report, &bp_yaml_find(node, "series")->source, "no-values",
                        "“%s” has no values, so that there is nothing to draw; take the chart out",
                        series->id.text);
}

static void report_without(struct bp_reader *reader, const struct bp_yaml *node, const char *key,
                           const struct bp_series *series, const char *what)
{
    bp_report_error(reader->report, &bp_yaml_find(node, key)->source, "not-there",
                    "“%s” has no %s; write it below “metrics:”, or take “%s” out", series->id.text,
                    what, key);
}

static void read_beside(struct bp_reader *reader, const struct bp_yaml *node,
                        struct bp_chart *chart)
{
    const struct bp_series *series = chart->series[0];
    int target = bp_reader_choice(reader, node, "target", flags);
    chart->compare = (enum bp_chart_compare)bp_reader_choice(reader, node, "compare", compares);
    chart->target = target != 2;
    if (target == 1 && series->n_targets == 0)
        report_without(reader, node, "target", series, "target");
    if (chart->compare == BP_CHART_BASELINE && !series->has_baseline)
        report_without(reader, node, "compare", series, "baseline");
    if (chart->compare != BP_CHART_ALONE && chart->n_series > 1)
        bp_report_error(reader->report, &bp_yaml_find(node, "compare")->source, "too-much",
                        "only a line chart of one series is compared; take “compare” out");
}

void bp_chart_series_read(struct bp_reader *reader, const struct bp_yaml *node,
                          struct bp_chart *chart)
{
    find_series(reader, node, chart);
    if (chart->n_series == 0)
        return;
    read_span(reader, node, chart);
    read_beside(reader, node, chart);
    if (chart->type == BP_CHART_SPC) {
        chart->judging = chart->series[0]->judging;
        bp_judging_read(reader, node, chart->series[0], &chart->judging);
    }
}
