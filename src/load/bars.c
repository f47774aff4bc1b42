/* SPDX-License-Identifier: MIT */
#include "load/bars.h"

#include "load/charttable.h"

static const char *const orders[] = {"largest", "given", NULL};
static const char *const flags[] = {"yes", "no", NULL};

/* A value for each group. */
static bool read_values(struct bp_reader *reader, const struct bp_yaml *node, int n_groups,
                        struct bp_chart_bar *bar)
{
    const struct bp_yaml *values = bp_reader_list(reader, node, "values");
    const struct bp_yaml *value = bp_yaml_find(node, "value");
    if (n_groups < 2 && !values) {
        bar->there[0] = bp_chart_amount_read(reader, value, "value", &bar->values[0]);
        if (!value)
            bp_reader_missing(reader, node, BP_PART_BAR, "value", "write “value: ” and the number");
        return value != NULL;
    }
    if (n_groups < 2 || (values && values->n_items != n_groups)) {
        bp_report_error(reader->report, &values->source, "wrong-count",
                        n_groups < 2 ? "a bar of %d values needs their names; write “groups:” "
                                       "above “bars:” and a name for each below it"
                                     : "this bar has %d values, and there are %d groups; write one "
                                       "for each, or “-” in quotes where there is none",
                        values->n_items, n_groups);
        return false;
    }
    if (!values) {
        bp_reader_missing(reader, node, BP_PART_BAR, "values",
                          "write below it, indented, a “- ” and a number for each group");
        return false;
    }
    for (int i = 0; i < n_groups; i++)
        bar->there[i] = bp_chart_amount_read(reader, values->items[i], "values", &bar->values[i]);
    return true;
}

/* One bar may be measured against a target, not several beside each other. */
static void read_target(struct bp_reader *reader, const struct bp_yaml *node,
                        struct bp_chart *chart, struct bp_chart_bar *bar)
{
    const struct bp_yaml *target = bp_yaml_find(node, "target");
    bar->has_target = target && bp_chart_amount_read(reader, target, "target", &bar->target);
    chart->has_targets = chart->has_targets || bar->has_target;
    if (bar->has_target && chart->n_groups > 1)
        bp_report_error(reader->report, &target->source, "too-much",
                        "only a bar of one value has a target; take “groups” or “target” out");
}

static void read_groups(struct bp_reader *reader, const struct bp_yaml *node,
                        struct bp_chart *chart)
{
    const struct bp_yaml *list = bp_chart_list_read(reader, node, "groups", BP_CHART_MOST_GROUPS);
    for (int i = 0; list && i < list->n_items; i++)
        chart->groups[i] =
            bp_chart_label_read(reader, list->items[i], "groups", BP_CHART_LONGEST_LABEL);
    for (int i = 0; list && i < list->n_items && chart->groups[i].text; i++)
        chart->n_groups = i + 1;
}

/* Parts of a whole have a name each, and none is less than nothing. */
static void check_stack(struct bp_reader *reader, const struct bp_yaml *node,
                        const struct bp_chart *chart)
{
    if (chart->n_groups < 2)
        bp_report_error(reader->report, &bp_yaml_find(node, "stack")->source, "no-groups",
                        "a stack needs the names of its parts; write “groups:” above “bars:” and a "
                        "name for each below it");
    for (int i = 0; i < chart->n_bars; i++)
        for (int k = 0; k < chart->n_groups; k++)
            if (chart->bars[i].there[k] && chart->bars[i].values[k].digits < 0) {
                bp_report_error(reader->report, &chart->bars[i].source, "negative",
                                "a stack can't show a negative value; take “stack” out");
                return;
            }
}

void bp_chart_bars_read(struct bp_reader *reader, const struct bp_yaml *node,
                        struct bp_chart *chart)
{
    const struct bp_yaml *list = bp_chart_list_read(reader, node, "bars", BP_CHART_MOST_BARS);
    int n = list ? list->n_items : 0, order = bp_reader_choice(reader, node, "order", orders);
    chart->order = order == 2 ? BP_CHART_AS_GIVEN : BP_CHART_LARGEST_FIRST;
    read_groups(reader, node, chart);
    chart->stacked = bp_reader_choice(reader, node, "stack", flags) == 1;
    chart->bars = bp_arena_new(reader->arena, (size_t)MAX(n, 1) * sizeof *chart->bars);
    for (int i = 0; i < n; i++) {
        struct bp_chart_bar *bar = &chart->bars[chart->n_bars];
        if (bp_chart_bar_read(reader, list->items[i], BP_PART_BAR, bar) &&
            read_values(reader, list->items[i], chart->n_groups, bar)) {
            read_target(reader, list->items[i], chart, bar);
            chart->n_bars++;
        }
    }
    if (chart->stacked)
        check_stack(reader, node, chart);
    if (chart->type == BP_CHART_SLOPE && chart->n_groups != 2)
        bp_report_error(reader->report, &node->source, "two-groups",
                        "a slope leads from one group to another; write “groups:” above “bars:” "
                        "and two names below it");
}
