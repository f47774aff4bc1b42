/* SPDX-License-Identifier: MIT */
#include "load/chart.h"

#include <string.h>

#include "load/bars.h"
#include "load/chartmeasures.h"
#include "load/chartseries.h"
#include "load/charttable.h"
#include "load/funnel.h"
#include "load/gantt.h"
#include "load/heat.h"
#include "load/length.h"
#include "load/risks.h"
#include "load/steps.h"

/* Of a room: the height unless said, in points; and what a page has room for. */
#define USUAL_HEIGHT (70 * 72 / 25.4)
static const struct bp_length_bounds heights = {20, 220};

enum { LONGEST_FINDING = 80, LONGEST_UNIT = 16, MOST_DECIMALS = 6 };

/* A type of chart: its word, the key that its data stand below and what to write when they are
 * missing, the keys that it takes beside those of all charts, and what reads them. */
struct kind {
    const char *word;
    enum bp_chart_type type;
    const char *key;
    const char *mend;
    const char *takes;
    void (*read)(struct bp_reader *reader, const struct bp_yaml *node, struct bp_chart *chart);
};

/* A chart that doesn't say its type is the first one with its key. */
static const struct kind kinds[] = {
    {"bar", BP_CHART_BAR, "bars",
     "write below it, indented, “- label: …” and on the next line “value: …” for each bar",
     "groups order stack bands unit decimals", bp_chart_bars_read},
    {"waterfall", BP_CHART_WATERFALL, "steps",
     "write below it, indented, “- label: …” and on the next line “value: …” for each step",
     "unit decimals", bp_chart_steps_read},
    {"line", BP_CHART_LINE, "series",
     "write after it the id of a series of “metrics:”, or a list of up to four",
     "from until compare target", bp_chart_series_read},
    {"spc", BP_CHART_SPC, "series", "write after it the id of a series of “metrics:”",
     "from until target profile limits shift trend", bp_chart_series_read},
    {"table", BP_CHART_TABLE, "series", "write after it a list of ids of series of “metrics:”",
     "columns", bp_chart_measures_read},
    {"matrix", BP_CHART_MATRIX, "series", "write after it a list of ids of series of “metrics:”",
     "", bp_chart_measures_read},
    {"dots", BP_CHART_DOTS, "bars",
     "write below it, indented, “- label: …” and on the next line “value: …” for each row",
     "groups order unit decimals", bp_chart_bars_read},
    {"pareto", BP_CHART_PARETO, "bars",
     "write below it, indented, “- label: …” and on the next line “value: …” for each bar",
     "unit decimals", bp_chart_bars_read},
    {"pyramid", BP_CHART_PYRAMID, "bars",
     "write below it, indented, “- label: …” and on the next line “values:” with a number for each "
     "side",
     "groups unit decimals", bp_chart_bars_read},
    {"multiples", BP_CHART_MULTIPLES, "series",
     "write below it, indented, a “- ” and the id of a series of “metrics:” for each chart",
     "from until scale target", bp_chart_series_read},
    {"slope", BP_CHART_SLOPE, "bars",
     "write below it, indented, “- label: …” and on the next line “values:” with two numbers",
     "groups order unit decimals", bp_chart_bars_read},
    {"funnel", BP_CHART_FUNNEL, "points",
     "write below it, indented, “- label: …” and on the next lines “numerator: …” and "
     "“denominator: …” for each point, or “series:” and their ids",
     "series from until per unit decimals", bp_chart_funnel_read},
    {"heat", BP_CHART_HEAT, "rows",
     "write below it, indented, “- label: …” and on the next line “values:” with a number for each "
     "of the “columns:”",
     "columns unit decimals", bp_chart_heat_read},
    {"gantt", BP_CHART_GANTT, "tasks",
     "write below it, indented, “- label: …” and on the next lines “start: …” and “end: …” for "
     "each task",
     "as-of", bp_chart_gantt_read},
    {"risks", BP_CHART_RISKS, "risks",
     "write below it, indented, “- id: …” and on the next lines “label: …”, “likelihood: …” and "
     "“impact: …” for each risk",
     "appetite", bp_chart_risks_read},
};
enum { N_KINDS = G_N_ELEMENTS(kinds) };

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

/* It ends a sentence that has a full stop of its own. */
static struct bp_words read_finding(struct bp_reader *reader, const struct bp_yaml *chart)
{
    const struct bp_yaml *node = bp_yaml_find(chart, "finding");
    if (!node || node->kind != BP_YAML_TEXT || !g_str_has_suffix(node->text, "."))
        return bp_chart_length_check(reader, bp_reader_text(reader, chart, "finding"), "finding",
                                     LONGEST_FINDING);
    struct bp_yaml bare = *node;
    bare.text = bp_arena_string(reader->arena, node->text, strlen(node->text) - 1);
    return bp_chart_length_check(reader, bp_reader_words(reader, &bare, "finding"), "finding",
                                 LONGEST_FINDING);
}

/* By what it says, or by what is below it; NULL: an empty room. */
static const struct kind *read_kind(struct bp_reader *reader, const struct bp_yaml *node)
{
    const char *words[N_KINDS + 1] = {NULL};
    for (int i = 0; i < N_KINDS; i++)
        words[i] = kinds[i].word;
    int said = bp_reader_choice(reader, node, "type", words);
    const struct kind *kind = said > 0 ? &kinds[said - 1] : NULL;
    for (int i = 0; i < N_KINDS && said == 0 && !kind; i++)
        kind = bp_yaml_find(node, kinds[i].key) ? &kinds[i] : NULL;
    bool other = kind && kind->type == BP_CHART_FUNNEL && bp_yaml_find(node, "series");
    if (kind && !other && !bp_yaml_find(node, kind->key))
        bp_reader_missing(reader, node, BP_PART_CHART, kind->key, kind->mend);
    return kind;
}

static bool is_among(const char *word, const char *words)
{
    size_t length = strlen(word);
    for (const char *at = words; (at = strstr(at, word)); at += length)
        if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return true;
    return false;
}

static bool takes(const struct kind *kind, const char *key)
{
    return strcmp(key, kind->key) == 0 || is_among(key, kind->takes);
}

/* What only another type takes is not passed over in silence. */
static void check_keys(struct bp_reader *reader, const struct bp_yaml *node,
                       const struct kind *kind)
{
    for (int i = 0; i < node->n_pairs; i++) {
        const struct bp_yaml *key = node->pairs[i].key;
        const struct kind *other = NULL;
        for (int k = 0; k < N_KINDS && !other; k++)
            other = takes(&kinds[k], key->text) ? &kinds[k] : NULL;
        if (other && !takes(kind, key->text))
            bp_report_error(reader->report, &key->source, "not-here",
                            "“%s” is for charts of type “%s”, and this one is of type “%s”; take "
                            "it out, or write “type: %s”",
                            key->text, other->word, kind->word, other->word);
    }
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
    chart->unit = bp_chart_label_read(reader, bp_yaml_find(node, "unit"), "unit", LONGEST_UNIT);
    chart->decimals = read_decimals(reader, node);
    const struct kind *kind = read_kind(reader, node);
    chart->type = kind ? kind->type : BP_CHART_ROOM;
    chart->height = bp_length_read(reader, node, "height", heights, kind ? 0 : USUAL_HEIGHT);
    if (kind) {
        check_keys(reader, node, kind);
        kind->read(reader, node, chart);
    } else if (!chart->alt.text) {
        bp_reader_missing(reader, node, BP_PART_CHART, "description",
                          "write “description: ” and what the chart shows, for readers who cannot "
                          "see it");
    }
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
    g_ptr_array_add(reader->charts, chart);
    return chart;
}

bool bp_chart_report_beside(struct bp_reader *reader, const struct bp_yaml *node)
{
    if (bp_yaml_find(node, "chart"))
        return false;
    for (int i = 0; i < node->n_pairs; i++) {
        const struct bp_yaml *key = node->pairs[i].key;
        if (!bp_keys_has(BP_PART_CHART, key->text))
            continue;
        bp_report_error(reader->report, &key->source, "indentation",
                        "“%s” belongs below “chart:”; indent it, and the chart's other keys, by "
                        "two more spaces",
                        key->text);
        return true;
    }
    return false;
}
