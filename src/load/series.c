/* SPDX-License-Identifier: MIT */
#include "load/series.h"

#include <string.h>

#include "load/amount.h"
#include "load/csv.h"
#include "load/judging.h"
#include "load/period.h"
#include "load/point.h"

enum { MOST_DECIMALS = 6, MOST_PER = 10000000, LONGEST_ID = 60 };

/* Decimals as printed, unless said. */
static const int usual_decimals[] = {
    [BP_METRIC_COUNT] = 0, [BP_METRIC_PERCENT] = 1, [BP_METRIC_RATE] = 1,
    [BP_METRIC_RATIO] = 2, [BP_METRIC_MONEY] = 0,   [BP_METRIC_DURATION] = 0,
};

/* "Victim-based crime" as an id: "victim-based-crime". */
static const char *make_id(struct bp_reader *reader, const char *words)
{
    GString *id = g_string_new(NULL);
    for (const char *at = words; *at && id->len < LONGEST_ID; at++) {
        if (g_ascii_isalnum(*at))
            g_string_append_c(id, g_ascii_tolower(*at));
        else if (id->len > 0 && id->str[id->len - 1] != '-')
            g_string_append_c(id, '-');
    }
    while (id->len > 0 && id->str[id->len - 1] == '-')
        g_string_truncate(id, id->len - 1);
    const char *kept = bp_arena_string(reader->arena, id->str, id->len);
    g_string_free(id, TRUE);
    return kept;
}

static bool is_id(const char *words)
{
    return g_ascii_isalpha(*words) && strlen(words) <= LONGEST_ID &&
           strspn(words, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(words);
}

static void read_id(struct bp_series_draft *draft, const struct bp_yaml *map)
{
    struct bp_reader *reader = draft->reader;
    struct bp_words id = bp_reader_text(reader, map, "id");
    if (!id.text) {
        bp_reader_missing(reader, map, BP_PART_SERIES, "id",
                          "write “id: ” and a short name of letters, digits and hyphens, by which "
                          "texts and charts call it");
        return;
    }
    if (!is_id(id.text)) {
        const char *made = make_id(reader, id.text);
        bool shown = is_id(made);
        bp_report_error(reader->report, &id.source, "bad-id",
                        "an id has small letters, digits and hyphens only, and begins with a "
                        "letter; write %s",
                        shown ? made : "one like victim-based-crime");
        return;
    }
    draft->series->id = id;
    const struct bp_source *other = g_hash_table_lookup(draft->metrics->ids, id.text);
    if (other)
        bp_report_error(reader->report, &id.source, "duplicate-id",
                        "the series in line %d has the id “%s” too; give this one another",
                        other->line, id.text);
    else
        g_hash_table_insert(draft->metrics->ids, (char *)id.text, &draft->series->id.source);
}

/* A whole number from 0 to `most`; `none` when it is left out or wrong. */
static int read_whole(struct bp_series_draft *draft, const struct bp_yaml *map, const char *key,
                      int most, int none)
{
    const struct bp_yaml *node = bp_yaml_find(map, key);
    struct bp_decimal value;
    if (!node || !bp_point_number(draft, node, key, &value))
        return none;
    if (value.scale == 0 && value.digits >= 0 && value.digits <= most)
        return (int)value.digits;
    bp_report_error(draft->reader->report, &node->source, "bad-number",
                    "“%s” is a whole number from 0 to %d; write one", key, most);
    return none;
}

static void read_unit(struct bp_series_draft *draft, const struct bp_yaml *map)
{
    struct bp_reader *reader = draft->reader;
    struct bp_series *series = draft->series;
    int unit = bp_reader_choice(reader, map, "unit", bp_metric_units);
    if (!bp_yaml_find(map, "unit"))
        bp_reader_missing(reader, map, BP_PART_SERIES, "unit",
                          "write “unit: count”, or percent, rate, ratio, money or duration");
    series->unit = unit ? (enum bp_metric_unit)(unit - 1) : BP_METRIC_COUNT;
    series->per = read_whole(draft, map, "per", MOST_PER, 0);
    series->symbol = bp_reader_text(reader, map, "symbol");
    series->noun = bp_reader_text(reader, map, "noun");
    series->decimals =
        read_whole(draft, map, "decimals", MOST_DECIMALS, usual_decimals[series->unit]);
    if (series->unit == BP_METRIC_RATE && series->per == 0)
        bp_reader_missing(reader, map, BP_PART_SERIES, "per",
                          "a rate is of so many people or cases: write “per: 1000”");
    if (series->unit != BP_METRIC_RATE && unit && bp_yaml_find(map, "per"))
        bp_report_error(reader->report, &bp_yaml_find(map, "per")->source, "wrong-key",
                        "“per” belongs to a rate; write “unit: rate”, or delete it");
    if (series->unit == BP_METRIC_MONEY && !series->symbol.text)
        bp_reader_missing(reader, map, BP_PART_SERIES, "symbol", "write “symbol: £”, or another");
    if (series->unit == BP_METRIC_DURATION && !series->symbol.text)
        bp_reader_missing(reader, map, BP_PART_SERIES, "symbol",
                          "a duration is in days, minutes or seconds: write “symbol: minutes”");
}

/* The value of `key` as a period of the series. */
static bool read_period(struct bp_series_draft *draft, const struct bp_yaml *map, const char *key,
                        struct bp_period *period)
{
    const struct bp_yaml *node = bp_yaml_find(map, key);
    return node && bp_period_read(draft->reader, node, key, draft->series->period_kind, period);
}

static bool read_step(struct bp_series_draft *draft, const struct bp_yaml *node,
                      struct bp_step *step)
{
    static const char *const keys[] = {"from", "value"};
    struct bp_reader *reader = draft->reader;
    const struct bp_yaml *value;
    if (!bp_reader_keys(reader, node, BP_PART_STEP))
        return false;
    for (int i = 0; i < 2; i++)
        if (!bp_yaml_find(node, keys[i]))
            bp_reader_missing(reader, node, BP_PART_STEP, keys[i],
                              i == 0 ? "write the period from which the value holds"
                                     : "write the number that holds from then on");
    value = bp_yaml_find(node, "value");
    bool from = read_period(draft, node, "from", &step->from);
    return value && bp_point_number(draft, value, "value", &step->value) && from;
}

/* A number, or a list of steps in the order of their periods. */
static struct bp_step *read_steps(struct bp_series_draft *draft, const struct bp_yaml *map,
                                  const char *key, int *count)
{
    const struct bp_yaml *node = bp_yaml_find(map, key);
    GArray *steps = g_array_new(FALSE, FALSE, sizeof(struct bp_step));
    struct bp_step step = {.from = {draft->series->period_kind, G_MININT}};
    if (node && node->kind == BP_YAML_LIST) {
        for (int i = 0; i < node->n_items; i++) {
            const struct bp_step *last =
                steps->len ? &g_array_index(steps, struct bp_step, steps->len - 1) : NULL;
            if (!read_step(draft, node->items[i], &step))
                continue;
            if (last && step.from.index <= last->from.index)
                bp_report_error(draft->reader->report, &node->items[i]->source, "order",
                                "this step does not begin after the one before it; put the steps "
                                "in the order of their periods");
            else
                g_array_append_val(steps, step);
        }
    } else if (node && node->kind == BP_YAML_MAP) {
        bp_report_error(draft->reader->report, &node->source, "wrong-type",
                        "the steps of “%s” are a list; write “- from: …” with a dash, and “value: "
                        "…” below it",
                        key);
    } else if (node && bp_point_number(draft, node, key, &step.value)) {
        g_array_append_val(steps, step);
    }
    *count = (int)steps->len;
    struct bp_step *kept =
        bp_arena_copy(draft->reader->arena, steps->data, steps->len, sizeof step);
    g_array_free(steps, TRUE);
    return kept;
}

static void read_baseline(struct bp_series_draft *draft, const struct bp_yaml *map)
{
    struct bp_series *series = draft->series;
    const struct bp_yaml *node = bp_yaml_find(map, "baseline");
    if (!node || !bp_reader_keys(draft->reader, node, BP_PART_BASELINE))
        return;
    if (!bp_yaml_find(node, "from") || !bp_yaml_find(node, "until")) {
        bp_report_error(draft->reader->report, &node->source, "missing",
                        "a baseline has a first and a last period; write “from: ” and “until: ”");
        return;
    }
    bool from = read_period(draft, node, "from", &series->baseline_from);
    bool until = read_period(draft, node, "until", &series->baseline_until);
    series->has_baseline = from && until;
    if (series->has_baseline && series->baseline_until.index < series->baseline_from.index) {
        bp_report_error(draft->reader->report, &bp_yaml_find(node, "until")->source, "order",
                        "the baseline ends before it begins; check both periods");
        series->has_baseline = false;
    }
}

/* Events, or rebases with their reasons. */
static struct bp_note_at *read_notes(struct bp_series_draft *draft, const struct bp_yaml *map,
                                     enum bp_part part, int *count)
{
    bool rebase = part == BP_PART_REBASE;
    const char *words = rebase ? "reason" : "text";
    struct bp_reader *reader = draft->reader;
    const struct bp_yaml *list = bp_reader_list(reader, map, rebase ? "rebases" : "events");
    GArray *notes = g_array_new(FALSE, FALSE, sizeof(struct bp_note_at));
    for (int i = 0; list && i < list->n_items; i++) {
        const struct bp_yaml *node = list->items[i];
        struct bp_note_at note;
        if (!bp_reader_keys(reader, node, part))
            continue;
        note.text = bp_reader_text(reader, node, words);
        if (!note.text.text)
            bp_reader_missing(reader, node, part, words,
                              rebase ? "write why the limits are computed anew from here on"
                                     : "write what happened, in a few words");
        if (!bp_yaml_find(node, "at"))
            bp_reader_missing(reader, node, part, "at", "write the period in which it was");
        if (read_period(draft, node, "at", &note.at) && note.text.text)
            g_array_append_val(notes, note);
    }
    *count = (int)notes->len;
    struct bp_note_at *kept = bp_arena_copy(reader->arena, notes->data, notes->len, sizeof *kept);
    g_array_free(notes, TRUE);
    return kept;
}

enum flag { FLAG_GHOST, FLAG_PROVISIONAL, FLAG_REVISED };

static void set_flag(struct bp_point *point, enum flag flag)
{
    if (flag == FLAG_GHOST)
        point->ghost = true;
    else if (flag == FLAG_PROVISIONAL)
        point->provisional = true;
    else
        point->revised = true;
}

static void flag_period(struct bp_series_draft *draft, const struct bp_yaml *node, const char *key,
                        enum flag flag)
{
    struct bp_period period;
    if (!bp_period_read(draft->reader, node, key, draft->series->period_kind, &period))
        return;
    struct bp_point *point = bp_series_point(draft->series, period);
    if (point)
        set_flag(point, flag);
    else
        bp_report_error(draft->reader->report, &node->source, "no-value",
                        "there is no value for %s; check the period, or delete it here",
                        bp_period_code(period, draft->reader->arena));
}

/* "from 2021-11" */
static void flag_from(struct bp_series_draft *draft, const struct bp_yaml *node, const char *key,
                      enum flag flag)
{
    struct bp_yaml rest = *node;
    struct bp_period period;
    rest.text = node->text + strlen("from ");
    if (!bp_period_read(draft->reader, &rest, key, draft->series->period_kind, &period))
        return;
    int count = 0;
    for (int i = 0; i < draft->series->n_points; i++)
        if (draft->series->points[i].period.index >= period.index) {
            set_flag(&draft->series->points[i], flag);
            count++;
        }
    if (count == 0)
        bp_report_error(draft->reader->report, &node->source, "no-value",
                        "there is no value from %s on; check the period, or delete it here",
                        bp_period_code(period, draft->reader->arena));
}

/* A list of periods, one, or "from" one on. */
static void read_flags(struct bp_series_draft *draft, const struct bp_yaml *map, const char *key,
                       enum flag flag)
{
    const struct bp_yaml *node = bp_yaml_find(map, key);
    if (node && node->kind == BP_YAML_LIST)
        for (int i = 0; i < node->n_items; i++)
            flag_period(draft, node->items[i], key, flag);
    else if (node && node->kind == BP_YAML_TEXT && g_str_has_prefix(node->text, "from "))
        flag_from(draft, node, key, flag);
    else if (node)
        flag_period(draft, node, key, flag);
}

static void read_points(struct bp_series_draft *draft, const struct bp_yaml *map)
{
    const struct bp_yaml *values = bp_yaml_find(map, "values"), *csv = bp_yaml_find(map, "csv");
    draft->csv = csv != NULL;
    if (values && csv)
        bp_report_error(draft->reader->report, &csv->source, "two-keys",
                        "the values stand below “values” or in a CSV file, not both; delete one of "
                        "the keys");
    else if (csv)
        bp_csv_read(draft, csv);
    else if (values)
        bp_points_read(draft, values);
    else
        bp_reader_missing(draft->reader, map, BP_PART_SERIES, "values",
                          "write “values:” and below it a line for each period, or “csv:” and "
                          "“file: …”");
    bp_points_sort(draft);
}

/* What is said of periods that no value has. */
static void check_periods(struct bp_series_draft *draft, const struct bp_yaml *map)
{
    struct bp_series *series = draft->series;
    struct bp_arena *arena = draft->reader->arena;
    if (series->n_points == 0)
        return;
    int first = series->points[0].period.index;
    int last = series->points[series->n_points - 1].period.index;
    if (series->has_baseline &&
        (series->baseline_until.index < first || series->baseline_from.index > last))
        bp_report_error(draft->reader->report, &bp_yaml_find(map, "baseline")->source, "no-value",
                        "there is no value in the baseline; the series runs from %s to %s",
                        bp_period_code(series->points[0].period, arena),
                        bp_period_code(series->points[series->n_points - 1].period, arena));
    for (int i = 0; i < series->n_rebases; i++)
        if (series->rebases[i].at.index <= first || series->rebases[i].at.index > last)
            bp_report_error(draft->reader->report, &series->rebases[i].text.source, "no-value",
                            "there are no values on both sides of %s, so that nothing changes "
                            "there; check the period, or delete the rebase",
                            bp_period_code(series->rebases[i].at, arena));
}

/* A constant holds from the first period on. */
static void settle_steps(struct bp_series *series, struct bp_step *steps, int count)
{
    if (count > 0 && steps[0].from.index == G_MININT)
        steps[0].from.index = series->n_points > 0 ? series->points[0].period.index : 0;
}

bool bp_series_read(struct bp_metrics_draft *metrics, const struct bp_yaml *node,
                    struct bp_series *series)
{
    struct bp_reader *reader = metrics->reader;
    struct bp_series_draft draft = {.metrics = metrics, .reader = reader, .series = series};
    *series = (struct bp_series){.source = node->source};
    if (!bp_reader_keys(reader, node, BP_PART_SERIES))
        return false;
    read_id(&draft, node);
    series->title = bp_reader_text(reader, node, "title");
    if (!series->title.text)
        bp_reader_missing(reader, node, BP_PART_SERIES, "title",
                          "write “title: ” and what it is called in print");
    series->measure = bp_reader_text(reader, node, "measure");
    series->source_note = bp_reader_text(reader, node, "source");
    read_unit(&draft, node);
    series->better = (enum bp_better)bp_reader_choice(reader, node, "better", bp_betters + 1);
    series->small_base = read_whole(&draft, node, "small-base", MOST_PER, 0);
    int kind = bp_reader_choice(reader, node, "period", bp_period_kinds);
    if (!kind) {
        bp_reader_missing(reader, node, BP_PART_SERIES, "period",
                          "write “period: month”, or day, week, quarter, year, financial-quarter "
                          "or financial-year");
        return false;
    }
    series->period_kind = (enum bp_period_kind)(kind - 1);
    series->targets = read_steps(&draft, node, "target", &series->n_targets);
    series->ambers = read_steps(&draft, node, "amber", &series->n_ambers);
    read_baseline(&draft, node);
    series->events = read_notes(&draft, node, BP_PART_INCIDENT, &series->n_events);
    series->rebases = read_notes(&draft, node, BP_PART_REBASE, &series->n_rebases);
    draft.points = g_array_new(FALSE, FALSE, sizeof(struct bp_point));
    int errors = bp_report_tally(reader->report).errors;
    read_points(&draft, node);
    series->faulty = series->faulty || bp_report_tally(reader->report).errors > errors;
    g_array_free(draft.points, TRUE);
    settle_steps(series, series->targets, series->n_targets);
    settle_steps(series, series->ambers, series->n_ambers);
    check_periods(&draft, node);
    read_flags(&draft, node, "ghosts", FLAG_GHOST);
    read_flags(&draft, node, "provisional", FLAG_PROVISIONAL);
    read_flags(&draft, node, "revised", FLAG_REVISED);
    bp_judging_read(reader, node, series, &series->judging);
    return true;
}
