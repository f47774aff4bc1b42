/* SPDX-License-Identifier: MIT */
#include "load/chart.h"

#include <string.h>

#include "load/amount.h"
#include "load/chartseries.h"
#include "load/length.h"

/* Of a room: the height unless said, in points; and what a page has room for. */
#define USUAL_HEIGHT (70 * 72 / 25.4)
static const struct bp_length_bounds heights = {20, 220};

enum { LONGEST_LABEL = 80, LONGEST_FINDING = 80, LONGEST_UNIT = 16, MOST_DECIMALS = 6 };

static const char *const types[] = {"bar", "waterfall", "line", "spc", "sparks", "slope", NULL};
static const enum bp_chart_type kinds[] = {BP_CHART_ROOM, BP_CHART_BAR, BP_CHART_WATERFALL,
                                           BP_CHART_LINE, BP_CHART_SPC, BP_CHART_SPARKS,
                                           BP_CHART_SLOPE};
static const char *const orders[] = {"largest", "given", NULL};
static const char *const flags[] = {"yes", "no", NULL};

/* Its lines are joined: a description is read out as one. */
static struct bp_words read_description(struct bp_reader *reader, const struct bp_yaml *chart)
{
    const struct bp_yaml *node = bp_yaml_find(chart, "description");
    if (!node || node->kind != BP_YAML_TEXT || !strchr(node->text, '\n'))
        return bp_reader_text(reader, chart, "description");
    struct bp_yaml joined = *node;
    joined.literal = false;
    joined.text =
        g_strdelimit(bp_arena_string(reader->arena, node->text, strlen(node->text)), "\r\n", ' ');
    return bp_reader_words(reader, &joined, "description");
}

static struct bp_words check_length(struct bp_reader *reader, struct bp_words words,
                                    const char *key, int longest)
{
    if (!words.text || g_utf8_strlen(words.text, -1) <= longest)
        return words;
    bp_report_error(reader->report, &words.source, "too-long",
                    "“%s” has %d characters, and a chart has room for %d; shorten it", key,
                    (int)g_utf8_strlen(words.text, -1), longest);
    words.text = NULL;
    return words;
}

/* Words that stand on the chart; none, with a report, when they are longer than it has room for. */
static struct bp_words read_label(struct bp_reader *reader, const struct bp_yaml *node,
                                  const char *key, int longest)
{
    struct bp_words words = bp_reader_words(reader, node, key);
    if (words.parts)
        bp_report_error(reader->report, &words.source, "bad-reference",
                        "“%s” stands on the chart, where no figure of a series is filled in; write "
                        "it here, and “${…}” in the title",
                        key);
    return check_length(reader, words, key, longest);
}

/* It ends a sentence that has a full stop of its own. */
static struct bp_words read_finding(struct bp_reader *reader, const struct bp_yaml *chart)
{
    const struct bp_yaml *node = bp_yaml_find(chart, "finding");
    if (!node || node->kind != BP_YAML_TEXT || !g_str_has_suffix(node->text, "."))
        return check_length(reader, bp_reader_text(reader, chart, "finding"), "finding",
                            LONGEST_FINDING);
    struct bp_yaml bare = *node;
    bare.text = bp_arena_string(reader->arena, node->text, strlen(node->text) - 1);
    return check_length(reader, bp_reader_words(reader, &bare, "finding"), "finding",
                        LONGEST_FINDING);
}

/* False when there is no number; reported unless it is one of the signs for a missing one. */
static bool read_amount(struct bp_reader *reader, const struct bp_yaml *node, const char *key,
                        struct bp_decimal *value)
{
    struct bp_words words = {0};
    if (node && !bp_yaml_is_empty(node))
        words = bp_reader_words(reader, node, key);
    if (!words.text)
        return false;
    struct bp_amount amount = bp_amount_read(words.text, false);
    *value = amount.value;
    if (amount.kind >= BP_AMOUNT_BROKEN)
        bp_report_error(reader->report, &words.source, "no-number",
                        "“%s” is no number; write it in digits, as in 1,234 or -5.6, or “-” where "
                        "there is none",
                        bp_reader_clip(reader, words.text));
    return amount.kind == BP_AMOUNT_NUMBER;
}

/* What a chart's name, and what a bar or step is called. */
static bool read_bar(struct bp_reader *reader, const struct bp_yaml *node, enum bp_part part,
                     struct bp_chart_bar *bar)
{
    *bar = (struct bp_chart_bar){.source = node->source};
    if (!bp_reader_keys(reader, node, part))
        return false;
    const struct bp_yaml *label = bp_yaml_find(node, "label");
    bar->label = read_label(reader, label, "label", LONGEST_LABEL);
    if (!label)
        bp_reader_missing(reader, node, part, "label", "write “label: ” and what it stands for");
    return bar->label.text != NULL;
}

/* A value for each group. */
static bool read_values(struct bp_reader *reader, const struct bp_yaml *node, int n_groups,
                        struct bp_chart_bar *bar)
{
    const struct bp_yaml *values = bp_reader_list(reader, node, "values");
    const struct bp_yaml *value = bp_yaml_find(node, "value");
    if (n_groups < 2 && !values) {
        bar->there[0] = read_amount(reader, value, "value", &bar->values[0]);
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
        bar->there[i] = read_amount(reader, values->items[i], "values", &bar->values[i]);
    return true;
}

/* One bar may be measured against a target, not several beside each other. */
static void read_target(struct bp_reader *reader, const struct bp_yaml *node,
                        struct bp_chart *chart, struct bp_chart_bar *bar)
{
    const struct bp_yaml *target = bp_yaml_find(node, "target");
    bar->has_target = target && read_amount(reader, target, "target", &bar->target);
    chart->has_targets = chart->has_targets || bar->has_target;
    if (bar->has_target && chart->n_groups > 1)
        bp_report_error(reader->report, &target->source, "too-much",
                        "only a bar of one value has a target; take “groups” or “target” out");
}

/* The list below `key`, neither empty nor too long; NULL, with a report, when it is. */
static const struct bp_yaml *read_list(struct bp_reader *reader, const struct bp_yaml *chart,
                                       const char *key, int most)
{
    const struct bp_yaml *list = bp_reader_list(reader, chart, key);
    if (!list || list->n_items <= most)
        return list && list->n_items > 0 ? list : NULL;
    bp_report_error(reader->report, &list->source, "too-many",
                    "“%s” has %d entries, and a chart has room for %d; leave out the least, or "
                    "make two charts",
                    key, list->n_items, most);
    return NULL;
}

static void read_groups(struct bp_reader *reader, const struct bp_yaml *node,
                        struct bp_chart *chart)
{
    const struct bp_yaml *list = read_list(reader, node, "groups", BP_CHART_MOST_GROUPS);
    for (int i = 0; list && i < list->n_items; i++)
        chart->groups[i] = read_label(reader, list->items[i], "groups", LONGEST_LABEL);
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

static void read_bars(struct bp_reader *reader, const struct bp_yaml *node, struct bp_chart *chart)
{
    const struct bp_yaml *list = read_list(reader, node, "bars", BP_CHART_MOST_BARS);
    int n = list ? list->n_items : 0, order = bp_reader_choice(reader, node, "order", orders);
    chart->order = order == 2 ? BP_CHART_AS_GIVEN : BP_CHART_LARGEST_FIRST;
    read_groups(reader, node, chart);
    chart->stacked = bp_reader_choice(reader, node, "stack", flags) == 1;
    chart->bars = bp_arena_new(reader->arena, (size_t)MAX(n, 1) * sizeof *chart->bars);
    for (int i = 0; i < n; i++) {
        struct bp_chart_bar *bar = &chart->bars[chart->n_bars];
        if (read_bar(reader, list->items[i], BP_PART_BAR, bar) &&
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

static const char *amount_text(const struct bp_reader *reader, struct bp_decimal value)
{
    GString *out = g_string_new(NULL);
    bp_decimal_append(out, value, value.scale, ",");
    const char *text = bp_arena_string(reader->arena, out->str, out->len);
    g_string_free(out, TRUE);
    return text;
}

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
    bool there = read_amount(reader, bp_yaml_find(node, "value"), "value", &said);
    bar->values[0] = level->value;
    bar->there[0] = true;
    if (!there || !level->known || bp_decimal_compare(said, level->value) == 0)
        return true;
    bp_report_error(reader->report, &bp_yaml_find(node, "value")->source, "wrong-total",
                    "the steps before this total come to %s, not %s; correct the one that is "
                    "wrong, or leave the total's value out",
                    amount_text(reader, level->value), amount_text(reader, said));
    return false;
}

/* The first is where it starts, which is a total. */
static bool read_step(struct bp_reader *reader, const struct bp_yaml *node,
                      struct bp_chart_bar *bar, struct level *level, bool first)
{
    if (!read_bar(reader, node, BP_PART_MOVE, bar))
        return false;
    bar->total = first || bp_reader_choice(reader, node, "total", flags) == 1;
    if (bar->total && !first)
        return read_total(reader, node, bar, level);
    const struct bp_yaml *value = bp_yaml_find(node, "value");
    bar->there[0] = read_amount(reader, value, "value", &bar->values[0]);
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

static void read_steps(struct bp_reader *reader, const struct bp_yaml *node, struct bp_chart *chart)
{
    const struct bp_yaml *list = read_list(reader, node, "steps", BP_CHART_MOST_BARS);
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

/* By what it says, or by what is below it. */
static enum bp_chart_type read_type(struct bp_reader *reader, const struct bp_yaml *node)
{
    static const char *const keys[] = {"bars", "steps", "series", "series", "series", "bars"};
    static const char *const mends[] = {
        "write below it, indented, “- label: …” and on the next line “value: …” for each bar",
        "write below it, indented, “- label: …” and on the next line “value: …” for each step",
        "write after it the id of a series of “metrics:”, or a list of up to four",
        "write after it the id of a series of “metrics:”",
        "write after it a list of ids of series of “metrics:”",
        "write below it, indented, “- label: …” and on the next line “values:” with two numbers"};
    int said = bp_reader_choice(reader, node, "type", types), found = 0;
    for (int i = 0; i < (int)G_N_ELEMENTS(keys) && found == 0; i++)
        found = bp_yaml_find(node, keys[i]) ? i + 1 : 0;
    if (said > 0 && !bp_yaml_find(node, keys[said - 1]))
        bp_reader_missing(reader, node, BP_PART_CHART, keys[said - 1], mends[said - 1]);
    return kinds[said > 0 ? said : found];
}

static int read_decimals(struct bp_reader *reader, const struct bp_yaml *node)
{
    int decimals = bp_reader_count(reader, node, "decimals", -1);
    if (decimals <= MOST_DECIMALS)
        return decimals;
    bp_report_error(reader->report, &bp_yaml_find(node, "decimals")->source, "too-many",
                    "%d decimals are more than anyone reads; write at most %d", decimals,
                    MOST_DECIMALS);
    return -1;
}

static void read_chart(struct bp_reader *reader, const struct bp_yaml *node, struct bp_chart *chart)
{
    chart->title = bp_reader_text(reader, node, "title");
    chart->subtitle = bp_reader_text(reader, node, "subtitle");
    chart->alt = read_description(reader, node);
    chart->finding = read_finding(reader, node);
    chart->note = bp_reader_text(reader, node, "source");
    chart->unit = read_label(reader, bp_yaml_find(node, "unit"), "unit", LONGEST_UNIT);
    chart->decimals = read_decimals(reader, node);
    chart->type = read_type(reader, node);
    chart->height = bp_length_read(reader, node, "height", heights,
                                   chart->type == BP_CHART_ROOM ? USUAL_HEIGHT : 0);
    if (chart->type == BP_CHART_BAR || chart->type == BP_CHART_SLOPE)
        read_bars(reader, node, chart);
    else if (chart->type == BP_CHART_WATERFALL)
        read_steps(reader, node, chart);
    else if (chart->type != BP_CHART_ROOM)
        bp_chart_series_read(reader, node, chart);
    else if (!chart->alt.text)
        bp_reader_missing(reader, node, BP_PART_CHART, "description",
                          "write “description: ” and what the chart shows, for readers who cannot "
                          "see it");
}

struct bp_chart *bp_chart_read(struct bp_reader *reader, const struct bp_yaml *node)
{
    const struct bp_yaml *map = bp_yaml_find(node, "chart");
    struct bp_chart *chart = bp_arena_new(reader->arena, sizeof *chart);
    *chart = (struct bp_chart){.source = node->source, .height = USUAL_HEIGHT, .decimals = -1};
    if (!map)
        bp_reader_missing(reader, node, BP_PART_ROOM, "chart",
                          "write below it, indented, “title: …” and “description: …”");
    else if (bp_reader_keys(reader, map, BP_PART_CHART))
        read_chart(reader, map, chart);
    return chart;
}
