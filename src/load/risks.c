/* SPDX-License-Identifier: MIT */
#include "load/risks.h"

#include <string.h>

#include "load/charttable.h"

enum { LONGEST_ID = 4, HIGHEST = BP_RISKS_SIDE * BP_RISKS_SIDE };

/* A number from 1 to `most`; 0, with a report, when it is none. */
static int read_mark(struct bp_reader *reader, const struct bp_yaml *node, const char *key,
                     int most)
{
    int mark = bp_reader_count(reader, node, key, 0);
    const struct bp_yaml *value = bp_yaml_find(node, key);
    if (value && !bp_yaml_is_empty(value) && value->kind == BP_YAML_TEXT &&
        (mark > most || strcmp(value->text, "0") == 0)) {
        bp_report_error(reader->report, &value->source, "out-of-range",
                        "“%s” is from 1 to %d; write such a number", key, most);
        return 0;
    }
    return mark;
}

static bool read_place(struct bp_reader *reader, const struct bp_yaml *node, enum bp_part part,
                       int *likelihood, int *impact)
{
    if (!bp_yaml_find(node, "likelihood"))
        bp_reader_missing(reader, node, part, "likelihood",
                          "write “likelihood: ” and a number from 1 to 5");
    if (!bp_yaml_find(node, "impact"))
        bp_reader_missing(reader, node, part, "impact",
                          "write “impact: ” and a number from 1 to 5");
    *likelihood = read_mark(reader, node, "likelihood", BP_RISKS_SIDE);
    *impact = read_mark(reader, node, "impact", BP_RISKS_SIDE);
    return *likelihood > 0 && *impact > 0;
}

static void read_was(struct bp_reader *reader, const struct bp_yaml *node, struct bp_risk *risk)
{
    const struct bp_yaml *was = bp_yaml_find(node, "was");
    int likelihood, impact;
    if (!was || !bp_reader_keys(reader, was, BP_PART_WAS) ||
        !read_place(reader, was, BP_PART_WAS, &likelihood, &impact))
        return;
    risk->was_likelihood = likelihood;
    risk->was_impact = impact;
}

static void read_id(struct bp_reader *reader, const struct bp_yaml *node,
                    const struct bp_risks *risks, struct bp_risk *risk)
{
    risk->id = bp_chart_name_read(reader, node, BP_PART_RISK, "id", LONGEST_ID,
                                  "write “id: ” and the number by which it stands on the chart");
    for (int i = 0; risk->id.text && i < risks->n_risks; i++)
        if (strcmp(risks->risks[i].id.text, risk->id.text) == 0) {
            bp_report_error(reader->report, &risk->id.source, "twice",
                            "“%s” is another risk's “id” too; give each its own", risk->id.text);
            risk->id.text = NULL;
        }
}

static bool read_risk(struct bp_reader *reader, const struct bp_yaml *node,
                      const struct bp_risks *risks, struct bp_risk *risk)
{
    *risk = (struct bp_risk){0};
    if (!bp_reader_keys(reader, node, BP_PART_RISK))
        return false;
    read_id(reader, node, risks, risk);
    risk->label = bp_chart_name_read(reader, node, BP_PART_RISK, "label", BP_CHART_LONGEST_LABEL,
                                     "write “label: ” and what may happen");
    bool placed = read_place(reader, node, BP_PART_RISK, &risk->likelihood, &risk->impact);
    read_was(reader, node, risk);
    risk->appetite = read_mark(reader, node, "appetite", HIGHEST);
    return placed && risk->id.text && risk->label.text;
}

void bp_chart_risks_read(struct bp_reader *reader, const struct bp_yaml *node,
                         struct bp_chart *chart)
{
    struct bp_risks *risks = bp_arena_new(reader->arena, sizeof *risks);
    const struct bp_yaml *list = bp_chart_list_read(reader, node, "risks", BP_RISKS_MOST);
    int n = list ? list->n_items : 0;
    chart->risks = risks;
    risks->appetite = read_mark(reader, node, "appetite", HIGHEST);
    risks->risks = bp_arena_new(reader->arena, (size_t)MAX(n, 1) * sizeof *risks->risks);
    for (int i = 0; i < n; i++)
        risks->n_risks += read_risk(reader, list->items[i], risks, &risks->risks[risks->n_risks]);
}
