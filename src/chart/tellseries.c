/* SPDX-License-Identifier: MIT */
#include "chart/tellseries.h"

#include <glib.h>

#include "metric/amount.h"
#include "chart/control.h"
#include "chart/describe.h"
#include "chart/tell.h"
#include "chart/telltogether.h"
#include "chart/tellevents.h"
#include "chart/tellmarks.h"

/* A chart under way. */
struct telling {
    struct bp_chart *chart;
    const struct bp_look *look;
    struct bp_arena *arena;
    struct bp_track tracks[BP_CHART_MOST_GROUPS];
    int n_columns; /* filled so far */
};

static const char *label_of(const struct telling *telling, struct bp_period period)
{
    return bp_period_label(period, telling->look->months, telling->arena);
}

static const char *print(const struct telling *telling, const struct bp_series *series,
                         struct bp_decimal value, int more)
{
    struct bp_amount_form form = bp_amount_form(series);
    form.decimals = MIN(form.decimals + more, BP_DECIMAL_MOST_SCALE);
    return bp_amount_print(&form, value, telling->arena);
}

/* A column of the data table; none when the table has as many as it can. */
static int add_column(struct telling *telling, const char *head)
{
    if (telling->n_columns == BP_CHART_MOST_COLUMNS)
        return -1;
    telling->chart->heads[telling->n_columns] = head;
    return telling->n_columns++;
}

static void tell_values(struct telling *telling, const struct bp_track *track, const char *head)
{
    int column = add_column(telling, head);
    for (int i = 0; i < track->n_slots && column >= 0; i++)
        if (track->slots[i].point)
            telling->chart->rows[i].values[column] =
                print(telling, track->series, track->slots[i].point->value, 0);
}

static void tell_target(struct telling *telling)
{
    const struct bp_track *track = &telling->tracks[0];
    const struct bp_series *series = track->series;
    int column = add_column(telling, bp_look_literal(telling->look, "chart-target"));
    for (int i = 0; i < track->n_slots && column >= 0; i++) {
        const struct bp_step *step =
            bp_track_step(series->targets, series->n_targets, track->slots[i].period);
        if (step)
            telling->chart->rows[i].values[column] = print(telling, series, step->value, 0);
    }
}

/* The first series' first, latest, highest and lowest value. */
static void tell_extremes(struct telling *telling)
{
    const struct bp_track *track = &telling->tracks[0];
    struct bp_chart *chart = telling->chart;
    const struct bp_slot *first = NULL, *last = NULL, *highest = NULL, *lowest = NULL;
    for (int i = 0; i < track->n_slots; i++) {
        const struct bp_slot *slot = &track->slots[i];
        if (!slot->point)
            continue;
        first = first ? first : slot;
        last = slot;
        highest = highest && highest->value >= slot->value ? highest : slot;
        lowest = lowest && lowest->value <= slot->value ? lowest : slot;
        chart->n_provisional += slot->point->provisional;
    }
    if (!first)
        return;
    chart->first = print(telling, track->series, first->point->value, 0);
    chart->first_at = label_of(telling, first->period);
    chart->latest = print(telling, track->series, last->point->value, 0);
    chart->latest_at = label_of(telling, last->period);
    chart->highest = print(telling, track->series, highest->point->value, 0);
    chart->highest_at = label_of(telling, highest->period);
    chart->lowest = print(telling, track->series, lowest->point->value, 0);
    chart->lowest_at = label_of(telling, lowest->period);
}

/* Whether the latest value meets its target; a value on it does. */
static void tell_standing(struct telling *telling)
{
    const struct bp_track *track = &telling->tracks[0];
    const struct bp_series *series = track->series;
    int last = bp_track_last(track);
    const struct bp_step *target =
        last < 0 ? NULL
                 : bp_track_step(series->targets, series->n_targets, track->slots[last].period);
    if (!target || !telling->chart->target)
        return;
    telling->chart->target_value = print(telling, series, target->value, 0);
    int side = bp_decimal_compare(track->slots[last].point->value, target->value);
    if (series->better == BP_BETTER_HIGHER)
        telling->chart->standing = side >= 0 ? BP_STANDING_MET : BP_STANDING_MISSED;
    else if (series->better == BP_BETTER_LOWER)
        telling->chart->standing = side <= 0 ? BP_STANDING_MET : BP_STANDING_MISSED;
}

static void tell_line(struct telling *telling)
{
    struct bp_chart *chart = telling->chart;
    bool alone = chart->n_series == 1;
    for (int i = 0; i < chart->n_series; i++)
        tell_values(telling, &telling->tracks[i], alone ? NULL : chart->series[i]->title.text);
    if (alone && chart->compare == BP_CHART_LAST_YEAR) {
        const struct bp_track before = bp_track_year_before(&telling->tracks[0], telling->arena);
        tell_values(telling, &before, bp_look_literal(telling->look, "chart-last-year"));
    }
    if (alone && chart->target && chart->series[0]->n_targets > 0)
        tell_target(telling);
}

/* The rules that a point breaks, in the layout's words. */
static const char *rules_of(const struct telling *telling, unsigned rules)
{
    static const char *const words[] = {"chart-outside", "chart-shift", "chart-trend",
                                        "chart-two-of-three"};
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const char *word = rules & 1U << i ? bp_look_literal(telling->look, words[i]) : NULL;
        if (word)
            g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : "", word);
    }
    const char *all = out->len > 0 ? bp_arena_string(telling->arena, out->str, out->len) : NULL;
    g_string_free(out, TRUE);
    return all;
}

static void tell_limits(struct telling *telling, const struct bp_spc *result)
{
    const struct bp_series *series = telling->chart->series[0];
    int mean = add_column(telling, bp_look_literal(telling->look, "chart-mean"));
    int lower = add_column(telling, bp_look_literal(telling->look, "chart-lower-limit"));
    int upper = add_column(telling, bp_look_literal(telling->look, "chart-upper-limit"));
    int rules = add_column(telling, bp_look_literal(telling->look, "chart-signal"));
    int decimals = MIN(series->decimals + 1, BP_DECIMAL_MOST_SCALE);
    for (int i = 0; i < result->n_points; i++) {
        const struct bp_spc_point *point = &result->points[i];
        const char **values = telling->chart->rows[i].values;
        if (point->has_mean)
            values[mean] = print(telling, series, bp_amount_rounded(point->mean, decimals), 1);
        if (point->has_limits) {
            values[lower] = print(telling, series, bp_amount_rounded(point->lower, decimals), 1);
            values[upper] = print(telling, series, bp_amount_rounded(point->upper, decimals), 1);
        }
        values[rules] = rules_of(telling, point->rules);
    }
    if (result->n_points == 0 || !result->points[result->n_points - 1].has_limits)
        return; /* those of an earlier segment say nothing of now */
    const char **present = telling->chart->rows[result->n_points - 1].values;
    telling->chart->mean = present[mean];
    telling->chart->lower = present[lower];
    telling->chart->upper = present[upper];
}

static void tell_ground(struct telling *telling, const struct bp_control *control)
{
    struct bp_chart *chart = telling->chart;
    const struct bp_spc *spc = control->spc;
    const struct bp_spc_segment *present = &spc->segments[spc->n_segments - 1];
    const struct bp_note_at *rebase = bp_control_rebase(control);
    chart->counted = bp_arena_printf(telling->arena, "%d", spc->n_counted);
    if (present->has_limits && present->base_first >= 0) {
        chart->base_from = label_of(telling, bp_control_period(control, present->base_first));
        chart->base_until = label_of(telling, bp_control_period(control, present->base_last));
    }
    if (rebase) {
        chart->rebased = label_of(telling, rebase->at);
        chart->rebased_why = rebase->text.text;
    }
    chart->variation = (int)spc->variation;
    chart->assurance = (int)spc->assurance;
}

static void count_kinds(struct bp_chart *chart, const struct bp_spc *shown)
{
    for (int i = 0; i < shown->n_points; i++) {
        chart->n_concerns += shown->points[i].kind == BP_SPC_CONCERN;
        chart->n_improvements += shown->points[i].kind == BP_SPC_IMPROVEMENT;
        chart->n_neutrals += shown->points[i].kind == BP_SPC_NEUTRAL;
    }
}

static void tell_control(struct telling *telling)
{
    const struct bp_track *track = &telling->tracks[0];
    const struct bp_control control = bp_control_of_chart(telling->chart, track, telling->arena);
    const struct bp_spc *shown = bp_control_shown(&control, track, telling->arena);
    tell_values(telling, track, NULL);
    tell_limits(telling, shown);
    tell_ground(telling, &control);
    count_kinds(telling->chart, shown);
}

/* In the data table beside what was measured then. */
static void tell_events(struct telling *telling)
{
    struct bp_chart *chart = telling->chart;
    bp_events_tell(chart, &telling->tracks[0], telling->look, telling->arena);
    for (int i = 0; i < chart->n_events; i++) {
        const struct bp_chart_event *event = &chart->events[i];
        const char **cell = &chart->rows[event->slot].event;
        *cell = *cell ? bp_arena_printf(telling->arena, "%s; %s", *cell, event->words.text)
                      : event->words.text;
    }
}

void bp_series_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    struct telling telling = {.chart = chart, .look = look, .arena = arena};
    for (int i = 0; i < chart->n_series; i++)
        telling.tracks[i] = bp_track_new(chart, i, arena);
    bp_chart_rows_new(chart, chart->n_series > 0 ? telling.tracks[0].n_slots : 0, arena);
    for (int i = 0; i < chart->n_rows; i++) {
        const struct bp_slot *slot = &telling.tracks[0].slots[i];
        chart->rows[i].label = label_of(&telling, slot->period);
        chart->rows[i].period = &slot->period;
    }
    if (chart->n_rows == 0)
        return;
    tell_extremes(&telling);
    tell_standing(&telling);
    if (chart->type == BP_CHART_SPC)
        tell_control(&telling);
    else
        tell_line(&telling);
    bp_marks_tell(chart, chart->series, chart->n_series, look, arena);
    if (chart->type != BP_CHART_SPARK)
        tell_events(&telling);
}

/* From the first period that any of them has a value at to the last. */
static void tell_span(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    struct bp_period first = {.index = G_MAXINT}, last = {.index = G_MININT};
    for (int i = 0; i < chart->n_measures; i++) {
        const struct bp_track track = bp_track_new(&chart->measures[i], 0, arena);
        for (int k = 0; k < track.n_slots; k++) {
            const struct bp_period period = track.slots[k].period;
            first = track.slots[k].point && period.index < first.index ? period : first;
            last = track.slots[k].point && period.index > last.index ? period : last;
        }
    }
    if (first.index > last.index)
        return;
    chart->first_at = bp_period_label(first, look->months, arena);
    chart->latest_at = bp_period_label(last, look->months, arena);
}

/* Which is highest at its latest, and which lowest, where all have one scale. */
void bp_multiples_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    const struct bp_point *most = NULL, *least = NULL;
    bp_measures_tell_together(chart, look, arena);
    tell_span(chart, look, arena);
    chart->counted = bp_arena_printf(arena, "%d", chart->n_measures);
    for (int i = 0; i < chart->n_measures; i++) {
        const struct bp_chart *one = &chart->measures[i];
        const struct bp_track track = bp_track_new(one, 0, arena);
        int last = bp_track_last(&track);
        chart->n_provisional += one->n_provisional;
        if (chart->own_scales || last < 0)
            continue;
        const struct bp_point *point = track.slots[last].point;
        const char *name = one->series[0]->title.text;
        if (!most || bp_decimal_compare(point->value, most->value) > 0) {
            most = point;
            chart->highest = one->latest;
            chart->highest_at = name;
        }
        if (!least || bp_decimal_compare(point->value, least->value) <= 0) {
            least = point;
            chart->lowest = one->latest;
            chart->lowest_at = name;
        }
    }
}
