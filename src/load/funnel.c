/* SPDX-License-Identifier: MIT */
#include "load/funnel.h"

#include <string.h>

#include "load/chartseries.h"
#include "load/charttable.h"
#include "load/period.h"

enum { LEAST_POINTS = 3, LEAST_PER = 10 };

/* A count that a label would be "events" of; negative ones and fractions are none. */
static bool read_count(struct bp_reader *reader, const struct bp_yaml *node, const char *key,
                       struct bp_decimal *count)
{
    if (!bp_chart_amount_read(reader, node, key, count))
        return false;
    if (count->digits >= 0 && bp_decimal_trim(*count).scale == 0)
        return true;
    bp_report_error(reader->report, &node->source, "no-count",
                    "“%s” should be a count, as control limits are reckoned from it; write a whole "
                    "number, zero or more",
                    key);
    return false;
}

/* How often something happened: “numerator”, or the same by the name of “events”. */
static const struct bp_yaml *find_numerator(struct bp_reader *reader, const struct bp_yaml *node)
{
    const struct bp_yaml *numerator = bp_yaml_find(node, "numerator");
    const struct bp_yaml *events = bp_yaml_find(node, "events");
    if (numerator && events)
        bp_report_error(reader->report, &events->source, "too-much",
                        "“numerator” and “events” say the same; take one of them out");
    if (!numerator && !events)
        bp_reader_missing(reader, node, BP_PART_PLACE, "numerator",
                          bp_yaml_find(node, "value")
                              ? "a bare percentage can't be held against limits, which depend on "
                                "how many it is out of; write “numerator: ” and “denominator: ” "
                                "and both counts instead of “value”"
                              : "write “numerator: ” and how many of the denominator are counted");
    return numerator ? numerator : events;
}

static bool check_point(struct bp_reader *reader, const struct bp_yaml *node,
                        const struct bp_funnel_point *point, int per)
{
    if (bp_decimal_sign(point->denominator) == 0)
        bp_report_error(reader->report, &bp_yaml_find(node, "denominator")->source, "zero",
                        "of none there is no share; take this point out");
    else if (per == 0 && bp_decimal_compare(point->numerator, point->denominator) > 0)
        bp_report_error(reader->report, &node->source, "no-share",
                        "the numerator is more than the denominator, and so no part of it; "
                        "exchange them, or write “per: 1000” in the chart when it counts events");
    else
        return true;
    return false;
}

static bool read_point(struct bp_reader *reader, const struct bp_yaml *node, int per,
                       struct bp_funnel_point *point)
{
    *point = (struct bp_funnel_point){0};
    if (!bp_reader_keys(reader, node, BP_PART_PLACE))
        return false;
    const struct bp_yaml *numerator = find_numerator(reader, node);
    const struct bp_yaml *denominator = bp_yaml_find(node, "denominator");
    point->label = bp_chart_name_read(reader, node, BP_PART_PLACE, "label", BP_CHART_LONGEST_LABEL,
                                      "write “label: ” and what it stands for");
    if (numerator && !denominator)
        bp_reader_missing(reader, node, BP_PART_PLACE, "denominator",
                          "write “denominator: ” and how many they are out of");
    bool has_numerator = numerator && read_count(reader, numerator, "numerator", &point->numerator);
    bool has_denominator =
        denominator && read_count(reader, denominator, "denominator", &point->denominator);
    return has_numerator && has_denominator && check_point(reader, node, point, per) &&
           point->label.text;
}

static void read_points(struct bp_reader *reader, const struct bp_yaml *node,
                        struct bp_funnel *funnel)
{
    const struct bp_yaml *list = bp_chart_list_read(reader, node, "points", BP_FUNNEL_MOST_POINTS);
    int n = list ? list->n_items : 0;
    funnel->points = bp_arena_new(reader->arena, (size_t)MAX(n, 1) * sizeof *funnel->points);
    for (int i = 0; i < n; i++)
        funnel->n_points +=
            read_point(reader, list->items[i], funnel->per, &funnel->points[funnel->n_points]);
    if (list && n < LEAST_POINTS)
        bp_report_error(reader->report, &list->source, "too-few",
                        "a funnel plot compares many, and these are %d; write a bar chart", n);
}

/* Every period from one until the other has a value with its numerator and denominator. */
static bool has_parts(struct bp_reader *reader, const struct bp_series *series,
                      const struct bp_funnel *funnel, const struct bp_source *at)
{
    struct bp_period period = funnel->from;
    for (; period.index <= funnel->until.index; period.index++) {
        const struct bp_point *point = bp_series_point(series, period);
        bool there = point && point->state == BP_POINT_PRESENT;
        bool share = there && point->has_parts &&
                     bp_decimal_compare(point->numerator, point->denominator) <= 0;
        if (there && point->has_parts && (share || funnel->per > 0))
            continue;
        const char *code = bp_period_code(period, reader->arena);
        if (there && point->has_parts)
            bp_report_error(reader->report, at, "no-share",
                            "for %s “%s” is more than 100%%, and so no part of its denominator; "
                            "write a bar chart",
                            code, series->id.text);
        else if (there && !series->faulty)
            bp_report_error(reader->report, at, "no-parts",
                            "“%s” gives a bare value for %s, which can't be held against limits, "
                            "as they depend on how many it is out of; give its numerator and "
                            "denominator",
                            series->id.text, code);
        else if (!series->faulty)
            bp_report_error(reader->report, at, "no-values",
                            "“%s” has no value for %s; write another “from” or “until”, or take "
                            "it out",
                            series->id.text, code);
        return false;
    }
    return true;
}

/* The latest in which any of the series has a value; false, with a report, when none has any. */
static bool find_latest(struct bp_reader *reader, const struct bp_yaml *list,
                        struct bp_funnel *funnel)
{
    bool found = false, faulty = false;
    funnel->until = (struct bp_period){funnel->series[0]->period_kind, 0};
    for (int i = 0; i < funnel->n_points; i++) {
        const struct bp_series *series = funnel->series[i];
        faulty = faulty || series->faulty;
        for (int k = 0; k < series->n_points; k++) {
            const struct bp_point *point = &series->points[k];
            if (point->state != BP_POINT_PRESENT ||
                (found && point->period.index <= funnel->until.index))
                continue;
            funnel->until = point->period;
            found = true;
        }
    }
    if (!found && !faulty)
        bp_report_error(reader->report, &list->source, "no-values",
                        "none of these series has a value; take the chart out");
    return found;
}

/* Said, or the latest period alone. */
static void read_span(struct bp_reader *reader, const struct bp_yaml *node,
                      struct bp_funnel *funnel)
{
    enum bp_period_kind kind = funnel->series[0]->period_kind;
    const struct bp_yaml *from = bp_yaml_find(node, "from"), *until = bp_yaml_find(node, "until");
    if (until)
        bp_period_read(reader, until, "until", kind, &funnel->until);
    funnel->from = funnel->until;
    if (from)
        bp_period_read(reader, from, "from", kind, &funnel->from);
    if (funnel->from.index > funnel->until.index)
        bp_report_error(reader->report, &from->source, "backwards",
                        "“from” is after “until”, or after the last value; write an earlier one");
}

/* The series' units are one; a funnel's are shares and rates. */
static bool read_unit(struct bp_reader *reader, const struct bp_series *series,
                      const struct bp_source *at, struct bp_funnel *funnel)
{
    funnel->per = series->unit == BP_METRIC_RATE ? series->per : 0;
    if (series->unit == BP_METRIC_RATE || series->unit == BP_METRIC_PERCENT)
        return true;
    bp_report_error(reader->report, at, "no-rate",
                    "“%s” is neither a percentage nor a rate, and limits of a funnel plot are of "
                    "these; write a bar chart",
                    series->id.text);
    return false;
}

/* Counted twice it would weigh double in the overall rate. */
static bool is_new(struct bp_reader *reader, const struct bp_series *series,
                   const struct bp_source *at, const struct bp_funnel *funnel)
{
    for (int i = 0; i < funnel->n_points; i++)
        if (funnel->series[i] == series) {
            bp_chart_series_twice(reader, series, at);
            return false;
        }
    return true;
}

static void find_series(struct bp_reader *reader, const struct bp_yaml *list,
                        struct bp_funnel *funnel)
{
    for (int i = 0; i < list->n_items; i++) {
        const struct bp_source *at = &list->items[i]->source;
        const struct bp_series *series = bp_chart_series_find(reader, list->items[i]);
        if (!series || !is_new(reader, series, at, funnel))
            continue;
        if (funnel->n_points == 0
                ? read_unit(reader, series, at, funnel)
                : bp_chart_series_alike(reader, funnel->series[0], series, at, false))
            funnel->series[funnel->n_points++] = series;
    }
}

static void read_series(struct bp_reader *reader, const struct bp_yaml *node,
                        struct bp_funnel *funnel)
{
    const struct bp_yaml *list = bp_chart_list_read(reader, node, "series", BP_FUNNEL_MOST_POINTS);
    size_t n = (size_t)(list ? list->n_items : 0);
    if (!list)
        return;
    if (n < LEAST_POINTS)
        bp_report_error(reader->report, &list->source, "too-few",
                        "a funnel plot compares many, and these are %d; write a bar chart", (int)n);
    funnel->series = bp_arena_new(reader->arena, n * sizeof *funnel->series);
    funnel->points = bp_arena_new(reader->arena, n * sizeof *funnel->points);
    find_series(reader, list, funnel);
    if (funnel->n_points == 0 || !find_latest(reader, list, funnel))
        return;
    read_span(reader, node, funnel);
    for (int i = 0; i < funnel->n_points; i++)
        if (!has_parts(reader, funnel->series[i], funnel, &list->source))
            return;
}

void bp_chart_funnel_read(struct bp_reader *reader, const struct bp_yaml *node,
                          struct bp_chart *chart)
{
    struct bp_funnel *funnel = bp_arena_new(reader->arena, sizeof *funnel);
    const struct bp_yaml *points = bp_yaml_find(node, "points");
    const struct bp_yaml *series = bp_yaml_find(node, "series");
    const struct bp_yaml *per = bp_yaml_find(node, "per");
    chart->funnel = funnel;
    funnel->per = bp_reader_count(reader, node, "per", 0);
    if (per && funnel->per < LEAST_PER)
        bp_report_error(reader->report, &per->source, "wrong-per",
                        "“per” says of how many a rate is; write “per: 1000”, or take it out for "
                        "percentages");
    if (points && series)
        bp_report_error(reader->report, &series->source, "too-much",
                        "a funnel plot is of “points” or of “series”; take one of them out");
    else if (series && per)
        bp_report_error(reader->report, &per->source, "too-much",
                        "the series say of how many their rates are; take “per” out");
    else if (series)
        read_series(reader, node, funnel);
    else
        read_points(reader, node, funnel);
}
