/* SPDX-License-Identifier: MIT */
#include "load/barform.h"

#include <math.h>
#include <string.h>

#include "load/charttable.h"

/* What rounding to whole ones may add to a percentage, or take from it. */
#define ROUNDED 0.5

static const char *bar_name(struct bp_reader *reader, const struct bp_chart_bar *bar)
{
    return bp_reader_clip(reader, bar->label.text);
}

/* Of the values that are there; false, with a report, when it has more digits than fit. */
static bool sum_row(struct bp_reader *reader, const struct bp_chart_bar *bar, int n_groups,
                    struct bp_decimal *sum)
{
    *sum = (struct bp_decimal){0, 0};
    for (int i = 0; i < MAX(n_groups, 1); i++)
        if (bar->there[i] && !bp_decimal_add(*sum, bar->values[i], sum)) {
            bp_report_error(reader->report, &bar->source, "too-large",
                            "the values come to more digits than can be counted with; write them "
                            "in thousands or millions");
            return false;
        }
    return true;
}

/* False, with a report of the first one. */
static bool check_signs(struct bp_reader *reader, const struct bp_chart *chart, const char *message)
{
    for (int i = 0; i < chart->n_bars; i++)
        for (int k = 0; k < MAX(chart->n_groups, 1); k++)
            if (chart->bars[i].there[k] && chart->bars[i].values[k].digits < 0) {
                bp_report_error(reader->report, &chart->bars[i].source, "negative", "%s", message);
                return false;
            }
    return true;
}

/* Shares can be told of a row that is whole, and percentages are shares already. */
static void check_shares(struct bp_reader *reader, const struct bp_chart *chart)
{
    bool percent = chart->unit.text && strcmp(chart->unit.text, "%") == 0;
    for (int i = 0; i < chart->n_bars; i++) {
        const struct bp_chart_bar *bar = &chart->bars[i];
        struct bp_decimal sum;
        int missing = 0;
        while (missing < chart->n_groups && bar->there[missing])
            missing++;
        if (missing < chart->n_groups)
            bp_report_error(
                reader->report, &bar->source, "no-share",
                "“%s” has no value of “%s”, so that its shares can't be told; write it, "
                "or 0 if there was none",
                bar_name(reader, bar), bp_reader_clip(reader, chart->groups[missing].text));
        else if (sum_row(reader, bar, chart->n_groups, &sum) && bp_decimal_sign(sum) == 0)
            bp_report_error(reader->report, &bar->source, "no-share",
                            "the values of “%s” come to 0, which has no shares; leave it out",
                            bar_name(reader, bar));
        else if (percent && fabs(bp_decimal_double(sum) - 100) > ROUNDED * chart->n_groups)
            bp_report_error(reader->report, &bar->source, "wrong-total",
                            "the percentages of “%s” come to %s, not 100; correct them, or write "
                            "“stack: yes”",
                            bar_name(reader, bar), bp_chart_amount_text(reader, sum));
    }
}

static void check_sums(struct bp_reader *reader, const struct bp_chart *chart)
{
    struct bp_decimal sum;
    for (int i = 0; i < chart->n_bars; i++)
        sum_row(reader, &chart->bars[i], chart->n_groups, &sum);
}

/* Parts of a whole have a name each, and none is less than nothing. */
static void check_stack(struct bp_reader *reader, const struct bp_yaml *node,
                        const struct bp_chart *chart)
{
    if (chart->n_groups < 2)
        bp_report_error(reader->report, &bp_yaml_find(node, "stack")->source, "no-groups",
                        "a stack needs the names of its parts; write “groups:” above “bars:” and a "
                        "name for each below it");
    else if (!check_signs(reader, chart, "a stack can't show a negative value; take “stack” out"))
        return;
    else if (chart->stack == BP_CHART_SHARES)
        check_shares(reader, chart);
    else
        check_sums(reader, chart);
}

static void check_pareto(struct bp_reader *reader, const struct bp_yaml *node,
                         const struct bp_chart *chart)
{
    struct bp_decimal sum = {0, 0};
    if (!check_signs(reader, chart,
                     "the bars of a pareto chart are parts of their sum, and none is negative; "
                     "write “type: bar”"))
        return;
    for (int i = 0; i < chart->n_bars; i++)
        if (chart->bars[i].there[0] && !bp_decimal_add(sum, chart->bars[i].values[0], &sum)) {
            bp_report_error(reader->report, &chart->bars[i].source, "too-large",
                            "the bars come to more digits than can be counted with; write them in "
                            "thousands or millions");
            return;
        }
    if (chart->n_bars > 0 && bp_decimal_sign(sum) == 0)
        bp_report_error(reader->report, &bp_yaml_find(node, "bars")->source, "no-share",
                        "the bars come to 0, which has no shares; write “type: bar”");
}

static void check_pyramid(struct bp_reader *reader, const struct bp_yaml *node,
                          const struct bp_chart *chart)
{
    if (chart->n_bars > 0 && chart->n_groups != 2 && chart->n_groups != 4)
        bp_report_error(reader->report, &node->source, "two-groups",
                        "a pyramid has a group on each side; write “groups:” above “bars:” and two "
                        "names below it, or four, of which the last two are outlines");
    check_signs(reader, chart, "a pyramid can't show a negative value; write “type: bar”");
}

static void report_target(struct bp_reader *reader, const struct bp_yaml *node)
{
    const struct bp_yaml *bars = bp_yaml_find(node, "bars");
    for (int i = 0; i < bars->n_items; i++) {
        const struct bp_yaml *target = bp_yaml_find(bars->items[i], "target");
        if (!target)
            continue;
        bp_report_error(reader->report, &target->source, "not-here",
                        "“target” is for charts of type “bar”; take it out");
        return;
    }
}

void bp_chart_form_check(struct bp_reader *reader, const struct bp_yaml *node,
                         const struct bp_chart *chart)
{
    if (chart->stack != BP_CHART_BESIDE && chart->type == BP_CHART_BAR)
        check_stack(reader, node, chart);
    if (chart->n_bands > 0 && chart->n_groups > 1)
        bp_report_error(reader->report, &bp_yaml_find(node, "bands")->source, "too-much",
                        "only bars of one value have bands; take “groups” or “bands” out");
    if (chart->has_targets && chart->type != BP_CHART_BAR)
        report_target(reader, node);
    if (chart->type == BP_CHART_PARETO)
        check_pareto(reader, node, chart);
    else if (chart->type == BP_CHART_PYRAMID)
        check_pyramid(reader, node, chart);
    else if (chart->type == BP_CHART_SLOPE && chart->n_groups != 2)
        bp_report_error(reader->report, &node->source, "two-groups",
                        "a slope leads from one group to another; write “groups:” above “bars:” "
                        "and two names below it");
}

bool bp_chart_bands_read(struct bp_reader *reader, const struct bp_yaml *node,
                         const struct bp_chart *chart, struct bp_chart_bar *bar)
{
    const struct bp_yaml *list = bp_reader_list(reader, node, "bands");
    struct bp_decimal least = {0, 0};
    if (!list && chart->n_bands > 0)
        bp_reader_missing(reader, node, BP_PART_BAR, "bands",
                          "write below it, indented, a “- ” and where it ends for each band");
    if (!list)
        return chart->n_bands == 0;
    if (list->n_items != chart->n_bands) {
        bp_report_error(reader->report, &list->source, "wrong-count",
                        chart->n_bands == 0
                            ? "the bands of a bar need their names; write “bands:” above “bars:” "
                              "and a name for each below it"
                            : "the chart names %d bands, and the number of their ends here is %d; "
                              "write one for each",
                        chart->n_bands, list->n_items);
        return false;
    }
    for (int i = 0; i < list->n_items; i++) {
        if (!bp_chart_amount_read(reader, list->items[i], "bands", &bar->bands[i]) ||
            bp_decimal_compare(bar->bands[i], least) <= 0) {
            bp_report_error(reader->report, &list->items[i]->source, "wrong-order",
                            "a band ends at a number above 0 and above the band before; write "
                            "them from the lowest up");
            return false;
        }
        least = bar->bands[i];
    }
    return true;
}
