/* SPDX-License-Identifier: MIT */
#include "chart/tellmeasure.h"

#include <glib.h>

#include "chart/tell.h"
#include "chart/track.h"
#include "chart/tellseries.h"
#include "chart/telltogether.h"
#include "metric/control.h"
#include "metric/mention.h"

enum { VARIATION_ICON, ASSURANCE_ICON, STATUS_ICON };

static const struct bp_chart *icon_new(const struct bp_chart *measure, enum bp_chart_type type,
                                       struct bp_arena *arena)
{
    struct bp_chart *icon = bp_arena_new(arena, sizeof *icon);
    *icon = *measure;
    icon->type = type;
    icon->rows = NULL;
    icon->n_rows = 0;
    icon->icons[VARIATION_ICON] = icon->icons[ASSURANCE_ICON] = icon->icons[STATUS_ICON] = NULL;
    return icon;
}

/* From the same period last year. */
static void tell_change(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    const struct bp_series *series = chart->series[0];
    struct bp_metric_phrase phrase = {.series = series,
                                      .what = BP_METRIC_LATEST,
                                      .basis = BP_METRIC_FROM_LAST_YEAR,
                                      .level = bp_level_latest(series, arena)};
    if (phrase.level.fault)
        return;
    const struct bp_level before = bp_level_before(series, &phrase.level, 1, arena);
    phrase.change = bp_change_between(series, &before, &phrase.level);
    if (phrase.change.fault)
        return;
    chart->yearly = bp_arena_new(arena, sizeof *chart->yearly);
    bp_mention_tell(&phrase, look, arena, chart->yearly);
}

/* A value between the target and its amber threshold is close, one on the threshold too. */
static void tell_close(struct bp_chart *chart, const struct bp_slot *latest)
{
    const struct bp_series *series = chart->series[0];
    const struct bp_step *amber = bp_track_step(series->ambers, series->n_ambers, latest->period);
    if (chart->standing != BP_STANDING_MISSED || !amber)
        return;
    int side = bp_decimal_compare(latest->point->value, amber->value);
    if (series->better == BP_BETTER_HIGHER ? side >= 0 : side <= 0)
        chart->standing = BP_STANDING_CLOSE;
}

static void add_icons(struct bp_chart *chart, struct bp_arena *arena)
{
    chart->icons[VARIATION_ICON] = icon_new(chart, BP_CHART_VARIATION, arena);
    chart->icons[ASSURANCE_ICON] = icon_new(chart, BP_CHART_ASSURANCE, arena);
    if (chart->standing != BP_STANDING_NONE)
        chart->icons[STATUS_ICON] = icon_new(chart, BP_CHART_STATUS, arena);
}

void bp_measure_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    bp_series_tell(chart, look, arena);
    const struct bp_track track = bp_track_new(chart, 0, arena);
    int last = bp_track_last(&track);
    if (last < 0)
        return;
    const struct bp_control control = bp_spc_of_series(chart->series[0], NULL, NULL, arena);
    chart->variation = (int)control.spc->variation;
    chart->assurance = (int)control.spc->assurance;
    chart->latest_short = bp_period_label(track.slots[last].period, look->short_months, arena);
    tell_close(chart, &track.slots[last]);
    tell_change(chart, look, arena);
    add_icons(chart, arena);
}

static enum bp_chart_finding finding_of(const struct bp_chart *measure)
{
    static const enum bp_chart_finding findings[] = {
        [BP_SPC_VARIATION_NONE] = BP_CHART_UNKNOWN,
        [BP_SPC_VARIATION_COMMON] = BP_CHART_USUAL,
        [BP_SPC_VARIATION_IMPROVEMENT_HIGH] = BP_CHART_IMPROVING,
        [BP_SPC_VARIATION_IMPROVEMENT_LOW] = BP_CHART_IMPROVING,
        [BP_SPC_VARIATION_CONCERN_HIGH] = BP_CHART_WORSENING,
        [BP_SPC_VARIATION_CONCERN_LOW] = BP_CHART_WORSENING,
        [BP_SPC_VARIATION_NEUTRAL_HIGH] = BP_CHART_NEITHER,
        [BP_SPC_VARIATION_NEUTRAL_LOW] = BP_CHART_NEITHER,
    };
    return findings[measure->variation];
}

static enum bp_chart_hold hold_of(const struct bp_chart *measure)
{
    static const enum bp_chart_hold holds[] = {
        [BP_SPC_ASSURANCE_NONE] = BP_CHART_UNJUDGED,
        [BP_SPC_ASSURANCE_PASS] = BP_CHART_PASSING,
        [BP_SPC_ASSURANCE_FAIL] = BP_CHART_FAILING,
        [BP_SPC_ASSURANCE_INCONSISTENT] = BP_CHART_HIT_AND_MISS,
    };
    return holds[measure->assurance];
}

/* What its series have something of; the change only where no icon says where they go. */
static unsigned usual_columns(const struct bp_chart *chart)
{
    unsigned columns = BP_CHART_LATEST | BP_CHART_PERIOD;
    for (int i = 0; i < chart->n_measures; i++) {
        const struct bp_chart *measure = &chart->measures[i];
        columns |= measure->target_value ? BP_CHART_TARGET : 0;
        columns |= measure->standing != BP_STANDING_NONE ? BP_CHART_MET : 0;
        columns |= measure->variation != BP_SPC_VARIATION_NONE ? BP_CHART_VARIES : 0;
        columns |= measure->assurance != BP_SPC_ASSURANCE_NONE ? BP_CHART_ASSURES : 0;
        columns |= measure->n_rows > 1 ? BP_CHART_TREND : 0;
    }
    for (int i = 0; i < chart->n_measures && !(columns & BP_CHART_VARIES); i++)
        columns |= chart->measures[i].yearly ? BP_CHART_CHANGE : 0;
    return columns;
}

void bp_table_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    static const char *const names[BP_N_CHART_COLUMNS] = {
        "latest", "period", "target", "status", "change", "variation", "assurance", "line"};
    unsigned columns = chart->columns ? chart->columns : usual_columns(chart);
    GString *shown = g_string_new(NULL);
    bp_measures_tell_together(chart, look, arena);
    for (int i = 0; i < BP_N_CHART_COLUMNS; i++)
        if (columns & 1U << i)
            g_string_append_printf(shown, "%s%s", shown->len > 0 ? " " : "", names[i]);
    chart->column_names = bp_arena_string(arena, shown->str, shown->len);
    g_string_free(shown, TRUE);
    for (int i = 0; i < chart->n_measures; i++) {
        enum bp_chart_finding finding = finding_of(&chart->measures[i]);
        enum bp_chart_hold hold = hold_of(&chart->measures[i]);
        if (columns & BP_CHART_VARIES) {
            chart->n_improvements += finding == BP_CHART_IMPROVING;
            chart->n_concerns += finding == BP_CHART_WORSENING;
            chart->n_usuals += finding == BP_CHART_USUAL;
            chart->n_neutrals += finding == BP_CHART_NEITHER;
        }
        if (columns & BP_CHART_ASSURES) {
            chart->n_passes += hold == BP_CHART_PASSING;
            chart->n_fails += hold == BP_CHART_FAILING;
            chart->n_hits_and_misses += hold == BP_CHART_HIT_AND_MISS;
        }
    }
}

/* Both ways of an icon, or the one that has no way. */
static const struct bp_chart *row_icon(enum bp_chart_finding finding, struct bp_arena *arena)
{
    static const int variations[BP_N_CHART_FINDINGS] = {
        [BP_CHART_IMPROVING] = BP_SPC_VARIATION_IMPROVEMENT_HIGH,
        [BP_CHART_USUAL] = BP_SPC_VARIATION_COMMON,
        [BP_CHART_WORSENING] = BP_SPC_VARIATION_CONCERN_HIGH,
        [BP_CHART_NEITHER] = BP_SPC_VARIATION_NEUTRAL_HIGH,
        [BP_CHART_UNKNOWN] = BP_SPC_VARIATION_NONE,
    };
    const struct bp_chart icon = {.variation = variations[finding],
                                  .flush = true,
                                  .paired =
                                      finding != BP_CHART_USUAL && finding != BP_CHART_UNKNOWN};
    return finding == BP_CHART_UNKNOWN ? NULL : icon_new(&icon, BP_CHART_VARIATION, arena);
}

static const struct bp_chart *hold_icon(int assurance, struct bp_arena *arena)
{
    const struct bp_chart icon = {.assurance = assurance, .flush = true};
    return icon_new(&icon, BP_CHART_ASSURANCE, arena);
}

static void fill_row(struct bp_chart_matrix_row *row, const struct bp_chart *chart,
                     struct bp_arena *arena)
{
    for (int hold = 0; hold < BP_N_CHART_HOLDS; hold++)
        row->measures[hold] =
            bp_arena_new(arena, (size_t)MAX(chart->n_measures, 1) * sizeof *row->measures[hold]);
    for (int i = 0; i < chart->n_measures; i++) {
        enum bp_chart_hold hold = hold_of(&chart->measures[i]);
        if (finding_of(&chart->measures[i]) == row->finding)
            row->measures[hold][row->n_measures[hold]++] = &chart->measures[i];
    }
}

static bool has_measures(const struct bp_chart_matrix_row *row)
{
    int n = 0;
    for (int hold = 0; hold < BP_N_CHART_HOLDS; hold++)
        n += row->n_measures[hold];
    return n > 0;
}

void bp_standings_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    enum { PERIOD, LATEST, TARGET, VARIATION, ASSURANCE };
    static const char *const heads[] = {"chart-period", "chart-latest", "chart-target",
                                        "chart-variation", "chart-assurance"};
    bp_chart_rows_new(chart, chart->n_measures, arena);
    bp_chart_heads_set(chart, heads, G_N_ELEMENTS(heads), look);
    for (int i = 0; i < chart->n_measures; i++) {
        const struct bp_chart *measure = &chart->measures[i];
        struct bp_chart_row *row = &chart->rows[i];
        enum bp_spc_variation variation = (enum bp_spc_variation)measure->variation;
        enum bp_spc_assurance assurance = (enum bp_spc_assurance)measure->assurance;
        row->label = measure->name;
        row->values[PERIOD] = measure->latest_at;
        row->values[LATEST] = measure->latest;
        row->values[TARGET] = measure->target_value;
        row->values[VARIATION] = bp_look_literal(look, bp_spc_variation_name(variation));
        if (assurance != BP_SPC_ASSURANCE_NONE)
            row->values[ASSURANCE] = bp_look_literal(look, bp_spc_assurance_name(assurance));
    }
}

/* The first three rows stand there though they may be empty: that too is a finding. */
void bp_matrix_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    bp_standings_tell(chart, look, arena);
    chart->hold_icons[BP_CHART_PASSING] = hold_icon(BP_SPC_ASSURANCE_PASS, arena);
    chart->hold_icons[BP_CHART_HIT_AND_MISS] = hold_icon(BP_SPC_ASSURANCE_INCONSISTENT, arena);
    chart->hold_icons[BP_CHART_FAILING] = hold_icon(BP_SPC_ASSURANCE_FAIL, arena);
    chart->hold_icons[BP_CHART_UNJUDGED] = hold_icon(BP_SPC_ASSURANCE_NONE, arena);
    chart->matrix = bp_arena_new(arena, BP_N_CHART_FINDINGS * sizeof *chart->matrix);
    for (int finding = 0; finding < BP_N_CHART_FINDINGS; finding++) {
        struct bp_chart_matrix_row row = {.finding = (enum bp_chart_finding)finding};
        fill_row(&row, chart, arena);
        row.icon = row_icon(row.finding, arena);
        if (finding <= BP_CHART_WORSENING || has_measures(&row))
            chart->matrix[chart->n_matrix++] = row;
    }
}
