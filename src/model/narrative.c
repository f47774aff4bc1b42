/* SPDX-License-Identifier: MIT */
/* A report's tables for model/value.h, from the small to the large. */
#include "model/narrative.h"

#include <stddef.h>

#include "model/value.h"

/* The array, and how many there are. */
#define DATA(array) array, (int)(sizeof(array) / sizeof *(array))

static const struct bp_datum chart_row_data[] = {
    {"label", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart_row, label), .string = true},
    {"mark", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart_row, mark), .string = true},
    {"event", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart_row, event), .string = true},
    {"value-1", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart_row, values[0]), .string = true},
    {"value-2", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart_row, values[1]), .string = true},
    {"value-3", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart_row, values[2]), .string = true},
    {"value-4", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart_row, values[3]), .string = true},
    {"value-5", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart_row, values[4]), .string = true},
    {"value-6", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart_row, values[5]), .string = true},
    {"value-7", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart_row, values[6]), .string = true},
    {"value-8", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart_row, values[7]), .string = true},
    {"value-9", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart_row, values[8]), .string = true},
    {"value-10", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart_row, values[9]),
     .string = true},
    {"value-11", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart_row, values[10]),
     .string = true},
    {"value-12", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart_row, values[11]),
     .string = true},
};
static const struct bp_record_type chart_row = {.noun = "a row of a chart's data",
                                                DATA(chart_row_data)};

/* As metric/spc.h counts them. */
static const char *const variations[] = {"none",
                                         "common-cause",
                                         "improvement-high",
                                         "improvement-low",
                                         "concern-high",
                                         "concern-low",
                                         "neutral-high",
                                         "neutral-low",
                                         NULL};
static const char *const assurances[] = {"none", "consistent-pass", "consistent-fail",
                                         "inconsistent", NULL};
const char *const bp_chart_types[] = {
    "room",  "bar",   "waterfall", "line",      "spc",       "table",     "matrix",
    "spark", "slope", "dots",      "pareto",    "pyramid",   "multiples", "funnel",
    "heat",  "gantt", "risks",     "variation", "assurance", "status",    NULL};
static const char *const stacks[] = {NULL, "sums", "shares", NULL};
static const char *const standings[] = {NULL, "target-met", "target-missed", "target-close", NULL};
static const char *const findings[] = {"improving", "usual",   "worsening",
                                       "neither",   "unknown", NULL};

static const struct bp_datum chart_event_data[] = {
    {"mark", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart_event, mark), .string = true},
    {"at", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart_event, at), .string = true},
    {"text", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart_event, words)},
};
static const struct bp_record_type chart_event = {.noun = "an event of a chart",
                                                  DATA(chart_event_data)};

#define HOLD(hold)                                                                                 \
    BP_VALUE_RECORD, .offset = offsetof(struct bp_chart_matrix_row, measures[hold]),               \
                     .record = &bp_chart_record, .pointer = true,                                  \
                     .count = offsetof(struct bp_chart_matrix_row, n_measures[hold]),              \
                     .stride = sizeof(struct bp_chart *)
static const struct bp_datum matrix_row_data[] = {
    {"finding", BP_VALUE_CHOICE, .offset = offsetof(struct bp_chart_matrix_row, finding),
     .choices = findings, .none = -1},
    {"icon", BP_VALUE_RECORD, .offset = offsetof(struct bp_chart_matrix_row, icon),
     .record = &bp_chart_record, .pointer = true},
    {"passing", HOLD(BP_CHART_PASSING)},
    {"hit-and-miss", HOLD(BP_CHART_HIT_AND_MISS)},
    {"failing", HOLD(BP_CHART_FAILING)},
    {"unjudged", HOLD(BP_CHART_UNJUDGED)},
};
static const struct bp_record_type matrix_row = {.noun = "a row of a matrix",
                                                 DATA(matrix_row_data)};
static const struct bp_datum chart_data[] = {
    {"title", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, title)},
    {"subtitle", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, subtitle)},
    {"alt", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, alt)},
    {"finding", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, finding)},
    {"note", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, note)},
    {"height", BP_VALUE_LENGTH, .offset = offsetof(struct bp_chart, height)},
    {"type", BP_VALUE_CHOICE, .offset = offsetof(struct bp_chart, type), .choices = bp_chart_types,
     .none = -1},
    {"anchor", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, anchor), .string = true},
    {"number", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, number), .string = true},
    {"name", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, name), .string = true},
    {"about", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, about), .string = true},
    {"measure", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, measure_name), .string = true},
    {"titled", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, titled)},
    {"group", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, group), .string = true},
    {"stack", BP_VALUE_CHOICE, .offset = offsetof(struct bp_chart, stack), .choices = stacks},
    {"first", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, first), .string = true},
    {"first-at", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, first_at), .string = true},
    {"latest", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, latest), .string = true},
    {"latest-at", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, latest_at), .string = true},
    {"highest", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, highest), .string = true},
    {"highest-at", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, highest_at), .string = true},
    {"lowest", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, lowest), .string = true},
    {"lowest-at", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, lowest_at), .string = true},
    {"target", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, target_value), .string = true},
    {"standing", BP_VALUE_CHOICE, .offset = offsetof(struct bp_chart, standing),
     .choices = standings},
    {"measures", BP_VALUE_RECORD, .offset = offsetof(struct bp_chart, measures), &bp_chart_record,
     .count = offsetof(struct bp_chart, n_measures), .stride = sizeof(struct bp_chart)},
    {"columns", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, column_names), .string = true},
    {"heading", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, heading)},
    {"latest-short", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, latest_short),
     .string = true},
    {"yearly", BP_VALUE_RECORD, .offset = offsetof(struct bp_chart, yearly), &bp_mention_record,
     .pointer = true},
    {"variation-icon", BP_VALUE_RECORD, .offset = offsetof(struct bp_chart, icons[0]),
     .record = &bp_chart_record, .pointer = true},
    {"assurance-icon", BP_VALUE_RECORD, .offset = offsetof(struct bp_chart, icons[1]),
     .record = &bp_chart_record, .pointer = true},
    {"status-icon", BP_VALUE_RECORD, .offset = offsetof(struct bp_chart, icons[2]),
     .record = &bp_chart_record, .pointer = true},
    {"matrix", BP_VALUE_RECORD, .offset = offsetof(struct bp_chart, matrix), &matrix_row,
     .count = offsetof(struct bp_chart, n_matrix), .stride = sizeof(struct bp_chart_matrix_row)},
    {"passing-icon", BP_VALUE_RECORD,
     .offset = offsetof(struct bp_chart, hold_icons[BP_CHART_PASSING]), .record = &bp_chart_record,
     .pointer = true},
    {"hit-and-miss-icon", BP_VALUE_RECORD,
     .offset = offsetof(struct bp_chart, hold_icons[BP_CHART_HIT_AND_MISS]),
     .record = &bp_chart_record, .pointer = true},
    {"failing-icon", BP_VALUE_RECORD,
     .offset = offsetof(struct bp_chart, hold_icons[BP_CHART_FAILING]), .record = &bp_chart_record,
     .pointer = true},
    {"unjudged-icon", BP_VALUE_RECORD,
     .offset = offsetof(struct bp_chart, hold_icons[BP_CHART_UNJUDGED]), .record = &bp_chart_record,
     .pointer = true},
    {"usuals", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, n_usuals)},
    {"passes", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, n_passes)},
    {"fails", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, n_fails)},
    {"hits-and-misses", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, n_hits_and_misses)},
    {"events", BP_VALUE_RECORD, .offset = offsetof(struct bp_chart, events), &chart_event,
     .count = offsetof(struct bp_chart, n_events), .stride = sizeof(struct bp_chart_event)},
    {"lines", BP_VALUE_RECORD, .offset = offsetof(struct bp_chart, lines), &bp_chart_record,
     .count = offsetof(struct bp_chart, n_lines), .stride = sizeof(struct bp_chart)},
    {"each", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, each), .string = true},
    {"each-at", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, each_at), .string = true},
    {"event", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, event), .string = true},
    {"change", BP_VALUE_RECORD, .offset = offsetof(struct bp_chart, change), &bp_mention_record,
     .pointer = true},
    {"values", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, n_values)},
    {"missing", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, n_missing)},
    {"extremes-of", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, extremes_of),
     .string = true},
    {"ups", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, n_ups)},
    {"downs", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, n_downs)},
    {"levels", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, n_levels)},
    {"brief", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, brief)},
    {"short", BP_VALUE_RECORD, .offset = offsetof(struct bp_chart, short_form), &bp_chart_record,
     .pointer = true},
    {"mean", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, mean), .string = true},
    {"lower-limit", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, lower), .string = true},
    {"upper-limit", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, upper), .string = true},
    {"provisional", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, n_provisional)},
    {"profile", BP_VALUE_CHOICE, .offset = offsetof(struct bp_chart, judging.profile),
     .choices = bp_spc_profiles, .none = -1},
    {"control", BP_VALUE_CHOICE, .offset = offsetof(struct bp_chart, judging.limits),
     .choices = bp_spc_charts, .none = -1},
    {"shift", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, judging.shift)},
    {"trend", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, judging.trend)},
    {"points", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, counted), .string = true},
    {"few", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, few), .string = true},
    {"few-share", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, few_share), .string = true},
    {"base-from", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, base_from), .string = true},
    {"base-until", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, base_until), .string = true},
    {"rebased", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, rebased), .string = true},
    {"rebased-why", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, rebased_why),
     .string = true},
    {"variation", BP_VALUE_CHOICE, .offset = offsetof(struct bp_chart, variation),
     .choices = variations, .none = -1},
    {"assurance", BP_VALUE_CHOICE, .offset = offsetof(struct bp_chart, assurance),
     .choices = assurances, .none = -1},
    {"concerns", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, n_concerns)},
    {"improvements", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, n_improvements)},
    {"neutrals", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, n_neutrals)},
    {"beyond", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, n_beyond)},
    {"near", BP_VALUE_NUMBER, .offset = offsetof(struct bp_chart, n_near)},
    {"head-1", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, heads[0]), .string = true},
    {"head-2", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, heads[1]), .string = true},
    {"head-3", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, heads[2]), .string = true},
    {"head-4", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, heads[3]), .string = true},
    {"head-5", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, heads[4]), .string = true},
    {"head-6", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, heads[5]), .string = true},
    {"head-7", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, heads[6]), .string = true},
    {"head-8", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, heads[7]), .string = true},
    {"head-9", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, heads[8]), .string = true},
    {"head-10", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, heads[9]), .string = true},
    {"head-11", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, heads[10]), .string = true},
    {"head-12", BP_VALUE_WORDS, .offset = offsetof(struct bp_chart, heads[11]), .string = true},
    {"rows", BP_VALUE_RECORD, .offset = offsetof(struct bp_chart, rows), &chart_row,
     .count = offsetof(struct bp_chart, n_rows), .stride = sizeof(struct bp_chart_row)},
};
const struct bp_record_type bp_chart_record = {
    .noun = "a chart", DATA(chart_data), offsetof(struct bp_chart, source)};

static struct bp_value part_text(const void *record, const struct bp_datum *datum)
{
    const struct bp_narrative_entry *entry = record;
    if ((int)entry->kind != datum->none)
        return (struct bp_value){BP_VALUE_NOTHING};
    return (struct bp_value){.kind = BP_VALUE_PROSE, .prose = entry->text};
}

static struct bp_value part_chart(const void *record, const struct bp_datum *datum)
{
    const struct bp_narrative_entry *entry = record;
    if ((int)entry->kind != datum->none)
        return (struct bp_value){BP_VALUE_NOTHING};
    return (struct bp_value){BP_VALUE_RECORD, datum->record, .record = entry->chart};
}

static const struct bp_datum part_data[] = {
    {"text", BP_VALUE_PROSE, .none = BP_NARRATIVE_TEXT, .get = part_text},
    {"chart", BP_VALUE_RECORD, .record = &bp_chart_record, .none = BP_NARRATIVE_CHART,
     .get = part_chart},
};
static const struct bp_record_type part = {.noun = "a part of a report", DATA(part_data)};

static const struct bp_datum section_data[] = {
    {"heading", BP_VALUE_WORDS, .offset = offsetof(struct bp_narrative_section, heading)},
    {"anchor", BP_VALUE_WORDS, .offset = offsetof(struct bp_narrative_section, anchor),
     .string = true},
    {"number", BP_VALUE_NUMBER, .offset = offsetof(struct bp_narrative_section, number), .none = 0},
    {"parts", BP_VALUE_RECORD, .offset = offsetof(struct bp_narrative_section, entries), &part,
     .count = offsetof(struct bp_narrative_section, n_entries),
     .stride = sizeof(struct bp_narrative_entry)},
};
static const struct bp_record_type section = {.noun = "a section of a report",
                                              DATA(section_data),
                                              offsetof(struct bp_narrative_section, source)};

static const char *const report_statuses[] = {NULL, "draft", "final", NULL};
static const struct bp_datum report_data[] = {
    {"title", BP_VALUE_WORDS, .offset = offsetof(struct bp_narrative, title)},
    {"organisation", BP_VALUE_WORDS, .offset = offsetof(struct bp_narrative, organisation)},
    {"subtitle", BP_VALUE_WORDS, .offset = offsetof(struct bp_narrative, subtitle)},
    {"period", BP_VALUE_WORDS, .offset = offsetof(struct bp_narrative, period)},
    {"date", BP_VALUE_DATE, .offset = offsetof(struct bp_narrative, date)},
    {"author", BP_VALUE_WORDS, .offset = offsetof(struct bp_narrative, author)},
    {"status", BP_VALUE_CHOICE, .offset = offsetof(struct bp_narrative, status),
     .choices = report_statuses},
    {"version", BP_VALUE_WORDS, .offset = offsetof(struct bp_narrative, version)},
    {"issued", BP_VALUE_DATE, .offset = offsetof(struct bp_narrative, issued)},
    {"contact", BP_VALUE_PROSE, .offset = offsetof(struct bp_narrative, contact)},
    {"summary", BP_VALUE_PROSE, .offset = offsetof(struct bp_narrative, summary)},
    {"sections", BP_VALUE_RECORD, .offset = offsetof(struct bp_narrative, sections), &section,
     .count = offsetof(struct bp_narrative, n_sections),
     .stride = sizeof(struct bp_narrative_section)},
    {"closing", BP_VALUE_PROSE, .offset = offsetof(struct bp_narrative, closing)},
};
const struct bp_record_type bp_narrative_record = {.noun = "the report", DATA(report_data)};
