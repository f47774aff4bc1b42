/* SPDX-License-Identifier: MIT */
#include "chart/describe.h"

#include <glib.h>
#include <string.h>

#include "chart/tellseries.h"
#include "chart/track.h"
#include "metric/mention.h"

/* Of a sentence: the words around the figures, the longest name of a variation, and what a measure
 * and the name of a bar take at least and at most. A figure that is filled in later counts as long
 * as most are. */
enum {
    FRAME = 50,
    FRAME_OF_FINDING = 30,
    FRAME_OF_SERIES = 34,
    FRAME_OF_LINES = 25,
    FRAME_OF_FUNNEL = 64,
    LONGEST_VARIATION = 36,
    LEAST_MEASURE = 16,
    MOST_MEASURE = 64,
    LENGTH_OF_MENTION = 40,
    LEAST_NAME = 20,
    MOST_NAME = 40,
    LEAST_MEASURE_OF_LINES = 24,
    MOST_COLUMN = 12,     /* of a heat map, with the comma before it */
    FRAME_OF_TARGET = 23, /* "; misses its target of " */
    FRAME_OF_CLOSE = 29,  /* "; nearly meets its target of " */
    FRAME_OF_EVENT = 10,  /* "; marked: " */
    FRAME_OF_EVENTS = 20, /* "; events marked: 12" */
};

static int length_of(const char *words)
{
    return words ? (int)g_utf8_strlen(words, -1) : 0;
}

static int length_of_words(const struct bp_words *words)
{
    int length = 0;
    if (!words->parts)
        return length_of(words->text);
    for (const struct bp_prose *part = words->parts; part; part = part->next)
        length += part->kind == BP_PROSE_MENTION ? LENGTH_OF_MENTION : length_of(part->text);
    return length;
}

/* At most `most` characters, cut between words. */
static const char *clip(const char *words, int most, struct bp_arena *arena)
{
    if (g_utf8_strlen(words, -1) <= most)
        return words;
    const char *end = g_utf8_offset_to_pointer(words, most - 1), *space = end;
    while (space > words && *space != ' ')
        space--;
    end = space > words ? space : end;
    while (end > words + 1 && strchr(",;:.", end[-1]))
        end--;
    return bp_arena_printf(arena, "%.*s…", (int)(end - words), words);
}

/* The words around the figures of one series, or of several. */
static int frame_of_series(const struct bp_chart *chart)
{
    int frame = chart->n_lines > 0 ? FRAME_OF_LINES : FRAME_OF_SERIES;
    return frame + (chart->n_events > 0 ? FRAME_OF_EVENTS : 0);
}

/* What the sentence has left for the measure when it says all else. */
static int room_for_measure(const struct bp_chart *chart)
{
    int latest = length_of(chart->latest) + length_of(chart->latest_at);
    int first = length_of(chart->first) + length_of(chart->first_at);
    int extremes = length_of(chart->highest) + length_of(chart->highest_at) +
                   length_of(chart->lowest) + length_of(chart->lowest_at);
    if (chart->finding.text)
        return BP_CHART_LONGEST_ALT - FRAME_OF_FINDING - latest - length_of_words(&chart->finding);
    if (chart->type == BP_CHART_SPC)
        return BP_CHART_LONGEST_ALT - frame_of_series(chart) - latest - LONGEST_VARIATION;
    if (chart->n_lines > 0)
        return BP_CHART_LONGEST_ALT - frame_of_series(chart) - length_of(chart->each) -
               length_of(chart->each_at);
    if (chart->n_series > 0)
        return BP_CHART_LONGEST_ALT - frame_of_series(chart) - latest - first;
    if (chart->type == BP_CHART_FUNNEL)
        return BP_CHART_LONGEST_ALT - FRAME_OF_FUNNEL - length_of(chart->latest);
    if (chart->type == BP_CHART_SLOPE)
        return BP_CHART_LONGEST_ALT - FRAME_OF_FINDING - length_of(chart->heads[0]) -
               length_of(chart->heads[1]);
    if (chart->type == BP_CHART_WATERFALL)
        return BP_CHART_LONGEST_ALT - FRAME - length_of(chart->first) - length_of(chart->latest) -
               length_of(chart->highest) - length_of(chart->highest_at);
    return BP_CHART_LONGEST_ALT - FRAME - MAX(extremes, latest);
}

/* What the sentence has for each name, beside its figures and its measure. */
static int room_for_name(const struct bp_chart *chart)
{
    int n = (chart->highest_at != NULL) + (chart->lowest_at != NULL) + (chart->group != NULL);
    int figures = length_of(chart->highest) + length_of(chart->lowest);
    int measure = MIN(length_of(chart->measure_name), MOST_MEASURE);
    int room = BP_CHART_LONGEST_ALT - FRAME - figures - measure;
    return CLAMP(room / MAX(n, 1), LEAST_NAME, MOST_NAME);
}

/* The name of a bar, or of a cell: "Ashford, May". */
static const char *shorten_name(const struct bp_chart *chart, const char *name,
                                const struct bp_look *look, struct bp_arena *arena)
{
    int room = room_for_name(chart);
    const char *comma = bp_look_literal(look, "comma");
    const char *column = chart->type == BP_CHART_HEAT && comma && name ? strstr(name, comma) : NULL;
    for (const char *next = column; next; next = strstr(next + 1, comma))
        column = next;
    if (!name || chart->n_series > 0) /* periods are short */
        return name;
    if (!column)
        return clip(name, room, arena);
    const char *row = bp_arena_string(arena, name, (size_t)(column - name));
    return bp_arena_printf(arena, "%s%s",
                           clip(row, MAX(room - length_of(column), LEAST_NAME), arena),
                           clip(column, MOST_COLUMN, arena));
}

/* "Housing 2,540, Waste 1,822", or names alone; each name of at most `most` characters. */
static const char *join_lines(const struct bp_chart *chart, int most, bool values,
                              const struct bp_look *look, struct bp_arena *arena)
{
    const char *comma = bp_look_literal(look, "comma");
    GString *all = g_string_new(NULL);
    for (int i = 0; i < chart->n_lines; i++) {
        const struct bp_chart *line = &chart->lines[i];
        g_string_append_printf(all, "%s%s", i > 0 && comma ? comma : "",
                               clip(line->name, most, arena));
        if (values)
            g_string_append_printf(all, " %s", line->latest);
    }
    const char *words = bp_arena_string(arena, all->str, all->len);
    g_string_free(all, TRUE);
    return words;
}

/* The period that all lines have their latest value at; NULL: they differ. */
static const char *common_latest(const struct bp_chart *chart)
{
    for (int i = 0; i < chart->n_lines; i++)
        if (g_strcmp0(chart->lines[i].latest_at, chart->lines[0].latest_at) != 0)
            return NULL;
    return chart->lines[0].latest_at;
}

/* As much of several lines as the sentence has room for: their names before their values. */
static void name_lines(struct bp_chart *form, const struct bp_look *look, struct bp_arena *arena)
{
    static const int longest[] = {MOST_NAME, LEAST_NAME};
    static const int measures[] = {MOST_MEASURE, LEAST_MEASURE_OF_LINES};
    const char *at = common_latest(form);
    for (int values = at != NULL; values >= 0; values--)
        for (size_t i = 0; i < G_N_ELEMENTS(measures) * G_N_ELEMENTS(longest); i++) {
            int measure = MIN(length_of(form->measure_name), measures[i / 2]);
            form->each = join_lines(form, longest[i % 2], values, look, arena);
            form->each_at = values ? at : NULL;
            if (length_of(form->each) + length_of(form->each_at) + measure <=
                BP_CHART_LONGEST_ALT - frame_of_series(form))
                return;
        }
}

/* The only event that is marked, as part of a sentence; NULL: they are several, or its figures are
 * filled in later. */
static const char *only_event(const struct bp_chart *form, struct bp_arena *arena)
{
    const struct bp_words *words = form->n_events == 1 ? &form->events[0].words : NULL;
    if (!words || words->parts)
        return NULL;
    size_t length = strlen(words->text);
    while (length > 0 && words->text[length - 1] == '.')
        length--;
    return length > 0 ? bp_arena_string(arena, words->text, length) : NULL;
}

/* Of one series also how it stands to its target, and what was marked, if there is room left. */
static void say_more(struct bp_chart *form, int room, struct bp_arena *arena)
{
    int target = length_of(form->target_value) +
                 (form->standing == BP_STANDING_CLOSE ? FRAME_OF_CLOSE : FRAME_OF_TARGET);
    const char *event = only_event(form, arena);
    if (form->standing != BP_STANDING_NONE && room >= target)
        room -= target;
    else
        form->standing = BP_STANDING_NONE;
    if (event && room >= FRAME_OF_EVENT + length_of(event) - FRAME_OF_EVENTS)
        form->event = event;
}

/* The chart as the one sentence names it. */
static void shorten(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    struct bp_chart *form = bp_arena_new(arena, sizeof *form);
    *form = *chart;
    chart->short_form = form;
    form->highest_at = shorten_name(chart, chart->highest_at, look, arena);
    form->lowest_at = shorten_name(chart, chart->lowest_at, look, arena);
    form->group = shorten_name(chart, chart->group, look, arena);
    if (chart->n_lines > 0)
        name_lines(form, look, arena);
    int room = room_for_measure(form);
    chart->brief = room < LEAST_MEASURE;
    if (chart->measure_name)
        form->measure_name =
            clip(chart->measure_name, CLAMP(room, LEAST_MEASURE, MOST_MEASURE), arena);
    say_more(form, room - length_of(form->measure_name), arena);
}

/* From the first value that is shown to the latest. */
static void describe_series(struct bp_chart *chart, const struct bp_look *look,
                            struct bp_arena *arena)
{
    const struct bp_track track = bp_track_new(chart, 0, arena);
    int first = -1, last = bp_track_last(&track);
    for (int i = 0; i < track.n_slots; i++) {
        chart->n_values += track.slots[i].point != NULL;
        chart->n_missing += track.slots[i].point == NULL;
        first = first < 0 && track.slots[i].point ? i : first;
    }
    if (chart->n_values < 2)
        return;
    const struct bp_level from = bp_level_at(track.series, track.slots[first].period, arena);
    struct bp_metric_phrase phrase = {
        .series = track.series,
        .what = BP_METRIC_VALUE,
        .basis = BP_METRIC_FROM_PERIOD,
        .level = bp_level_at(track.series, track.slots[last].period, arena)};
    phrase.change = bp_change_between(track.series, &from, &phrase.level);
    if (phrase.change.fault)
        return;
    struct bp_mention *change = bp_arena_new(arena, sizeof *change);
    bp_mention_tell(&phrase, look, arena, change);
    chart->change = change;
}

/* Each of several series by itself. */
static void describe_lines(struct bp_chart *chart, const struct bp_look *look,
                           struct bp_arena *arena)
{
    chart->lines = bp_arena_new(arena, (size_t)chart->n_series * sizeof *chart->lines);
    chart->n_lines = chart->n_series;
    for (int i = 0; i < chart->n_series; i++) {
        struct bp_chart *line = &chart->lines[i];
        *line = (struct bp_chart){.type = BP_CHART_SPARK,
                                  .name = chart->series[i]->title.text,
                                  .series = {chart->series[i]},
                                  .n_series = 1,
                                  .has_from = chart->has_from,
                                  .has_until = chart->has_until,
                                  .from = chart->from,
                                  .until = chart->until,
                                  .target = true,
                                  .source = chart->source};
        bp_series_tell(line, look, arena);
        describe_series(line, look, arena);
    }
}

/* Of two groups: how many of the lines between them rise and fall. */
static void count_slopes(struct bp_chart *chart)
{
    for (int i = 0; i < chart->n_bars; i++) {
        const struct bp_chart_bar *bar = &chart->bars[i];
        int way = bp_decimal_compare(bar->values[1], bar->values[0]);
        if (!bar->there[0] || !bar->there[1])
            continue;
        chart->n_ups += way > 0;
        chart->n_downs += way < 0;
        chart->n_levels += way == 0;
    }
}

static void describe_bars(struct bp_chart *chart)
{
    for (int i = 0; i < chart->n_bars; i++) {
        bool there = false;
        for (int k = 0; k < BP_CHART_MOST_GROUPS; k++)
            there = there || chart->bars[i].there[k];
        chart->n_values += there && !chart->bars[i].total;
        chart->n_missing += !there;
    }
    if (chart->n_groups > 1)
        chart->extremes_of = chart->stack ? chart->heads[chart->n_groups] : chart->groups[0].text;
    if (chart->type == BP_CHART_SLOPE)
        count_slopes(chart);
}

void bp_chart_describe(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    if (chart->n_series > 0)
        describe_series(chart, look, arena);
    if (chart->n_series > 1)
        describe_lines(chart, look, arena);
    describe_bars(chart);
    shorten(chart, look, arena);
}
