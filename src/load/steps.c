/* SPDX-License-Identifier: MIT */
#include "load/steps.h"

#include "load/charttable.h"

static const char *const flags[] = {"yes", "no", NULL};

/* The sum of the steps so far; not known after one that was wrong. */
struct level {
    struct bp_decimal value;
    bool known;
};

/* A total need not be said: it is what the steps before it come to, or it is wrong. */
static bool read_total(struct bp_reader *reader, const struct bp_yaml *node,
                       struct bp_chart_bar *bar, const struct level *level)
{
    struct bp_decimal said = level->value;
    bool there = bp_chart_amount_read(reader, bp_yaml_find(node, "value"), "value", &said);
    bar->values[0] = level->value;
    bar->there[0] = true;
    if (!there || !level->known || bp_decimal_compare(said, level->value) == 0)
        return true;
    bp_report_error(reader->report, &bp_yaml_find(node, "value")->source, "wrong-total",
                    "the steps before this total come to %s, not %s; correct the one that is "
                    "wrong, or leave the total's value out",
                    bp_chart_amount_text(reader, level->value), bp_chart_amount_text(reader, said));
    return false;
}

/* The first is where it starts, which is a total. */
static bool read_step(struct bp_reader *reader, const struct bp_yaml *node,
                      struct bp_chart_bar *bar, struct level *level, bool first)
{
    if (!bp_chart_bar_read(reader, node, BP_PART_MOVE, bar))
        return false;
    bar->total = first || bp_reader_choice(reader, node, "total", flags) == 1;
    if (bar->total && !first)
        return read_total(reader, node, bar, level);
    const struct bp_yaml *value = bp_yaml_find(node, "value");
    bar->there[0] = bp_chart_amount_read(reader, value, "value", &bar->values[0]);
    if (!bar->there[0]) {
        bp_reader_missing(reader, node, BP_PART_MOVE, "value",
                          first
                              ? "write “value: ” and what it starts from"
                              : "write “value: ” and how much is added, or taken away with a “-”");
        return false;
    }
    if (bp_decimal_add(level->value, bar->values[0], &level->value))
        return true;
    bp_report_error(reader->report, &value->source, "too-large",
                    "the steps come to more digits than can be counted with; write them in "
                    "thousands or millions");
    return false;
}

void bp_chart_steps_read(struct bp_reader *reader, const struct bp_yaml *node,
                         struct bp_chart *chart)
{
    const struct bp_yaml *list = bp_chart_list_read(reader, node, "steps", BP_CHART_MOST_BARS);
    struct level level = {{0, 0}, true};
    int n = list ? list->n_items : 0;
    chart->bars = bp_arena_new(reader->arena, (size_t)MAX(n, 1) * sizeof *chart->bars);
    chart->n_bars = n;
    for (int i = 0; i < n; i++)
        if (!read_step(reader, list->items[i], &chart->bars[i], &level, i == 0))
            level.known = false;
    if (level.known && n > 0 && (n < 2 || !chart->bars[n - 1].total))
        bp_report_error(reader->report, &list->items[n - 1]->source, "no-total",
                        "the steps don't end in a total; write after them “- label: ” and what "
                        "they come to, and on the next line “total: yes”");
}
