/* SPDX-License-Identifier: MIT */
#include "load/chartmeasures.h"

#include <string.h>

#include "load/charttable.h"
#include "load/chartseries.h"

/* By the bits of enum bp_chart_column, after the first: the measures' names are always there. */
static const char *const columns[] = {"measure", "latest",    "period",    "target", "status",
                                      "change",  "variation", "assurance", "line",   NULL};

static bool has_value(const struct bp_series *series)
{
    for (int i = 0; i < series->n_points; i++)
        if (series->points[i].state == BP_POINT_PRESENT)
            return true;
    return false;
}

static void add_measure(struct bp_reader *reader, const struct bp_yaml *node, struct bp_words group,
                        struct bp_chart *chart)
{
    struct bp_chart measure = {.type = BP_CHART_SPARK,
                               .decimals = -1,
                               .target = true,
                               .heading = group,
                               .source = node->source};
    bp_chart_series_add(reader, node, &measure);
    if (measure.n_series == 0)
        return;
    if (bp_chart_measures_have(chart, measure.series[0])) {
        bp_chart_series_twice(reader, measure.series[0], &node->source);
        return;
    }
    if (has_value(measure.series[0]))
        chart->measures[chart->n_measures++] = measure;
    if (has_value(measure.series[0]))
        bp_chart_series_fit(reader, &measure, &node->source,
                            "leave out the oldest ones, with “first-row” in a CSV file");
    else if (!measure.series[0]->faulty)
        bp_report_error(reader->report, &node->source, "no-values",
                        "“%s” has no values, so that there is nothing to show; take it out",
                        measure.series[0]->id.text);
}

static void check_any(struct bp_reader *reader, const struct bp_yaml *list)
{
    if (list && list->n_items == 0)
        bp_report_error(reader->report, &list->source, "missing",
                        "“series” is empty; write below it the ids of series of “metrics:”, each "
                        "after “- ”");
}

/* "heading: Crime" and the series below it. */
static void add_group(struct bp_reader *reader, const struct bp_yaml *node, struct bp_chart *chart)
{
    if (!bp_reader_keys(reader, node, BP_PART_MEASURES))
        return;
    const struct bp_yaml *series = bp_reader_list(reader, node, "series");
    struct bp_words words =
        bp_chart_name_read(reader, node, BP_PART_MEASURES, "heading", BP_CHART_LONGEST_LABEL,
                           "write “heading: ” and what its measures have in common");
    if (!bp_yaml_find(node, "series"))
        bp_reader_missing(reader, node, BP_PART_MEASURES, "series",
                          "write after it a list of ids of series of “metrics:”");
    check_any(reader, series);
    for (int i = 0; series && i < series->n_items; i++)
        add_measure(reader, series->items[i], words, chart);
}

/* Series, those in groups too. */
static int count(const struct bp_yaml *list)
{
    int n = 0;
    for (int i = 0; list && i < list->n_items; i++) {
        const struct bp_yaml *item = list->items[i];
        const struct bp_yaml *inner =
            item->kind == BP_YAML_MAP ? bp_yaml_find(item, "series") : NULL;
        n += inner && inner->kind == BP_YAML_LIST ? inner->n_items : 1;
    }
    return n;
}

static void read_columns(struct bp_reader *reader, const struct bp_yaml *node,
                         struct bp_chart *chart)
{
    const struct bp_yaml *list = bp_reader_list(reader, node, "columns");
    for (int i = 0; list && i < list->n_items; i++) {
        int column = bp_reader_word(reader, list->items[i], "columns", columns);
        if (column > 1)
            chart->columns |= 1U << (column - 2);
    }
}

void bp_chart_measures_read(struct bp_reader *reader, const struct bp_yaml *node,
                            struct bp_chart *chart)
{
    const struct bp_words none = {0};
    const struct bp_yaml *list = bp_reader_list(reader, node, "series");
    bool table = chart->type == BP_CHART_TABLE;
    int n = count(list);
    if (n > BP_CHART_MOST_MEASURES) {
        bp_report_error(reader->report, &list->source, "too-many",
                        "“series” has %d entries, and a table has room for %d; make two", n,
                        BP_CHART_MOST_MEASURES);
        return;
    }
    chart->measures = bp_arena_new(reader->arena, (size_t)MAX(n, 1) * sizeof *chart->measures);
    check_any(reader, list);
    for (int i = 0; list && i < list->n_items; i++)
        if (list->items[i]->kind != BP_YAML_MAP)
            add_measure(reader, list->items[i], none, chart);
        else if (table)
            add_group(reader, list->items[i], chart);
        else
            bp_report_error(reader->report, &list->items[i]->source, "not-here",
                            "a matrix sets its measures out itself and has no groups; write the "
                            "id of a series");
    read_columns(reader, node, chart);
}
