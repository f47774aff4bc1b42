/* SPDX-License-Identifier: MIT */
#include "load/bars.h"

#include "load/barform.h"
#include "load/charttable.h"

static const char *const orders[] = {"largest", "given", NULL};
static const char *const stack_words[] = {"yes", "percent", "no", NULL};
static const enum bp_chart_stack stacks[] = {BP_CHART_BESIDE, BP_CHART_SUMS, BP_CHART_SHARES,
                                             BP_CHART_BESIDE};

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

/* Names of groups or bands: those before the first that is wrong. */
static int read_names(struct bp_reader *reader, const struct bp_yaml *node, const char *key,
                      struct bp_words *names, int most)
{
    const struct bp_yaml *list = bp_chart_list_read(reader, node, key, most);
    int n = 0;
    for (int i = 0; list && i < list->n_items; i++)
        names[i] = bp_chart_label_read(reader, list->items[i], key, BP_CHART_LONGEST_LABEL);
    while (list && n < list->n_items && names[n].text)
        n++;
    return n;
}

void bp_chart_bars_read(struct bp_reader *reader, const struct bp_yaml *node,
                        struct bp_chart *chart)
{
    const struct bp_yaml *list = bp_chart_list_read(reader, node, "bars", BP_CHART_MOST_BARS);
    int n = list ? list->n_items : 0, order = bp_reader_choice(reader, node, "order", orders);
    chart->order = order == 2 ? BP_CHART_AS_GIVEN : BP_CHART_LARGEST_FIRST;
    chart->n_groups = read_names(reader, node, "groups", chart->groups, BP_CHART_MOST_GROUPS);
    chart->n_bands = read_names(reader, node, "bands", chart->bands, BP_CHART_MOST_BANDS);
    chart->stack = stacks[bp_reader_choice(reader, node, "stack", stack_words)];
    chart->bars = bp_arena_new(reader->arena, (size_t)MAX(n, 1) * sizeof *chart->bars);
    for (int i = 0; i < n; i++) {
        struct bp_chart_bar *bar = &chart->bars[chart->n_bars];
        if (bp_chart_bar_read(reader, list->items[i], BP_PART_BAR, bar) &&
            read_values(reader, list->items[i], chart->n_groups, bar) &&
            bp_chart_bands_read(reader, list->items[i], chart, bar)) {
            read_target(reader, list->items[i], chart, bar);
            chart->n_bars++;
        }
    }
    bp_chart_form_check(reader, node, chart);
}
