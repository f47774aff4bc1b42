/* SPDX-License-Identifier: MIT */
#include "load/chartseries.h"

#include <string.h>

#include "base/nearest.h"
#include "load/judging.h"
#include "load/period.h"

static const char *const compares[] = {"last-year", "baseline", NULL};
static const char *const flags[] = {"yes", "no", NULL};
static const char *const scales[] = {"same", "own", NULL};

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

const struct bp_series *bp_chart_series_find(struct bp_reader *reader, const struct bp_yaml *node)
{
    struct bp_words id = bp_reader_words(reader, node, "series");
    const struct bp_series *series =
        id.text && reader->metrics ? bp_series_find(reader->metrics, id.text) : NULL;
    if (id.text && !series)
        report_unknown(reader, &id);
    return series;
}

bool bp_chart_series_alike(struct bp_reader *reader, const struct bp_series *first,
                           const struct bp_series *other, const struct bp_source *at, bool small)
{
    bool same = first->unit == other->unit && first->period_kind == other->period_kind &&
                first->per == other->per;
    if (!same)
        bp_report_error(reader->report, at, "unlike-series",
                        "“%s” and “%s” have not the same unit and period, and a chart has one axis "
                        "for each; %s",
                        first->id.text, other->id.text,
                        small && first->period_kind == other->period_kind ? "write “scale: own”"
                                                                          : "make two charts");
    return same;
}

void bp_chart_series_twice(struct bp_reader *reader, const struct bp_series *series,
                           const struct bp_source *at)
{
    bp_report_error(reader->report, at, "twice", "“%s” stands here twice; take it out once",
                    series->id.text);
}

bool bp_chart_measures_have(const struct bp_chart *chart, const struct bp_series *series)
{
    for (int i = 0; i < chart->n_measures; i++)
        if (chart->measures[i].series[0] == series)
            return true;
    return false;
}

static bool has(const struct bp_chart *chart, const struct bp_series *series)
{
    for (int i = 0; i < chart->n_series; i++)
        if (chart->series[i] == series)
            return true;
    return false;
}

void bp_chart_series_add(struct bp_reader *reader, const struct bp_yaml *node,
                         struct bp_chart *chart)
{
    const struct bp_series *series = bp_chart_series_find(reader, node);
    if (series && has(chart, series)) {
        bp_chart_series_twice(reader, series, &node->source);
        return;
    }
    if (series && (chart->n_series == 0 ||
                   bp_chart_series_alike(reader, chart->series[0], series, &node->source, false)))
        chart->series[chart->n_series++] = series;
}

static void find_series(struct bp_reader *reader, const struct bp_yaml *node,
                        struct bp_chart *chart)
{
    const struct bp_yaml *series = bp_yaml_find(node, "series");
    bool control = chart->type == BP_CHART_SPC;
    int most = control ? 1 : BP_CHART_MOST_GROUPS;
    if (series && series->kind != BP_YAML_LIST) {
        bp_chart_series_add(reader, series, chart);
        return;
    }
    if (series && series->n_items > most) {
        bp_report_error(reader->report, &series->source, "too-many",
                        control ? "a control chart shows at most %d series; make a chart for each "
                                  "of the others"
                                : "a line chart shows at most %d series; write “type: multiples” "
                                  "for a small chart of each",
                        most);
        return;
    }
    for (int i = 0; series && i < series->n_items; i++)
        bp_chart_series_add(reader, series->items[i], chart);
}

/* Charts side by side have one axis of time, and one of values unless each has its own. */
static bool has_place(struct bp_reader *reader, const struct bp_chart *chart,
                      const struct bp_series *series, const struct bp_source *at)
{
    const struct bp_series *first = chart->n_measures > 0 ? chart->measures[0].series[0] : series;
    if (!chart->own_scales && !bp_chart_series_alike(reader, first, series, at, true))
        return false;
    if (first->period_kind == series->period_kind)
        return true;
    bp_report_error(reader->report, at, "unlike-series",
                    "“%s” and “%s” have not the same kind of period; make two charts",
                    first->id.text, series->id.text);
    return false;
}

static void find_multiples(struct bp_reader *reader, const struct bp_yaml *node,
                           struct bp_chart *chart)
{
    const struct bp_yaml *list = bp_reader_list(reader, node, "series");
    int n = list ? list->n_items : 0;
    if (n < 2 || n > BP_CHART_MOST_MULTIPLES) {
        if (list)
            bp_report_error(reader->report, &list->source, "wrong-count",
                            n < 2 ? "a chart beside no other is no small one; write “type: line”"
                                  : "“series” has %d entries, and there is room for %d small "
                                    "charts; make two of them",
                            n, BP_CHART_MOST_MULTIPLES);
        return;
    }
    chart->measures = bp_arena_new(reader->arena, (size_t)n * sizeof *chart->measures);
    for (int i = 0; i < n; i++) {
        struct bp_chart *small = &chart->measures[chart->n_measures];
        *small = (struct bp_chart){.type = BP_CHART_SPARK, .decimals = -1, .target = chart->target};
        small->source = list->items[i]->source;
        bp_chart_series_add(reader, list->items[i], small);
        if (small->n_series > 0 && bp_chart_measures_have(chart, small->series[0]))
            bp_chart_series_twice(reader, small->series[0], &small->source);
        else if (small->n_series > 0 && has_place(reader, chart, small->series[0], &small->source))
            chart->n_measures++;
    }
}

static const char from_mend[] = "write “from” and the first that it is to show";

bool bp_chart_series_fit(struct bp_reader *reader, const struct bp_chart *chart,
                         const struct bp_source *at, const char *mend)
{
    int first = G_MAXINT, last = G_MININT;
    for (int i = 0; i < chart->n_series; i++) {
        const struct bp_series *series = chart->series[i];
        if (series->n_points == 0)
            continue;
        first = MIN(first, series->points[0].period.index);
        last = MAX(last, series->points[series->n_points - 1].period.index);
    }
    first = chart->has_from ? MAX(first, chart->from.index) : first;
    last = chart->has_until ? MIN(last, chart->until.index) : last;
    if (last < first || last - first < BP_CHART_MOST_PERIODS)
        return true;
    bp_report_error(reader->report, at, "too-many",
                    "there are %d periods here, and a chart has room for %d; %s", last - first + 1,
                    BP_CHART_MOST_PERIODS, mend);
    return false;
}

/* False when it is not said or wrong. */
static bool read_period(struct bp_reader *reader, const struct bp_yaml *node, const char *key,
                        const struct bp_series *series, struct bp_period *period)
{
    const struct bp_yaml *value = bp_yaml_find(node, key);
    return value && bp_period_read(reader, value, key, series->period_kind, period);
}

static bool is_shown(const struct bp_chart *chart, struct bp_period period)
{
    return (!chart->has_from || period.index >= chart->from.index) &&
           (!chart->has_until || period.index <= chart->until.index);
}

/* Whether the series has something to draw between the chart's “from” and “until”. */
static void check_values(struct bp_reader *reader, const struct bp_series *series,
                         const struct bp_chart *chart, const struct bp_source *at)
{
    const struct bp_point *first = NULL, *last = NULL;
    bool shown = false;
    for (int i = 0; i < series->n_points; i++) {
        const struct bp_point *point = &series->points[i];
        if (point->state != BP_POINT_PRESENT)
            continue;
        first = first ? first : point;
        last = point;
        shown = shown || is_shown(chart, point->period);
    }
    if (!first && !series->faulty)
        bp_report_error(reader->report, at, "no-values",
                        "“%s” has no values, so that there is nothing to draw; take the chart out",
                        series->id.text);
    else if (!shown && !series->faulty)
        bp_report_error(reader->report, at, "no-values",
                        "“%s” has values from %s to %s, and none that this chart shows; write "
                        "another “from” or “until”",
                        series->id.text, bp_period_code(first->period, reader->arena),
                        bp_period_code(last->period, reader->arena));
}

static void read_span(struct bp_reader *reader, const struct bp_yaml *node, struct bp_chart *chart)
{
    const struct bp_series *series = chart->series[0];
    chart->has_from = read_period(reader, node, "from", series, &chart->from);
    chart->has_until = read_period(reader, node, "until", series, &chart->until);
    bool backwards = chart->has_from && chart->has_until && chart->until.index < chart->from.index;
    if (backwards)
        bp_report_error(reader->report, &bp_yaml_find(node, "until")->source, "backwards",
                        "“until” is before “from”; exchange them");
    bp_chart_series_fit(reader, chart, &bp_yaml_find(node, "series")->source, from_mend);
    for (int i = 0; i < chart->n_series && !backwards; i++)
        check_values(reader, chart->series[i], chart, &bp_yaml_find(node, "series")->source);
}

static void share_span(const struct bp_chart *from, struct bp_chart *chart)
{
    chart->has_from = from->has_from;
    chart->has_until = from->has_until;
    chart->from = from->from;
    chart->until = from->until;
}

/* Each small chart shows the periods that all do. */
static void read_multiples(struct bp_reader *reader, const struct bp_yaml *node,
                           struct bp_chart *chart)
{
    chart->own_scales = bp_reader_choice(reader, node, "scale", scales) == 2;
    chart->target = bp_reader_choice(reader, node, "target", flags) != 2;
    find_multiples(reader, node, chart);
    for (int i = 0; i < chart->n_measures; i++) {
        if (i == 0)
            read_span(reader, node, &chart->measures[i]);
        else
            share_span(&chart->measures[0], &chart->measures[i]);
        if (i > 0 &&
            bp_chart_series_fit(reader, &chart->measures[i], &chart->measures[i].source, from_mend))
            check_values(reader, chart->measures[i].series[0], &chart->measures[i],
                         &chart->measures[i].source);
    }
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
    if (chart->type == BP_CHART_MULTIPLES) {
        read_multiples(reader, node, chart);
        return;
    }
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
