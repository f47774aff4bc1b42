/* SPDX-License-Identifier: MIT */
#include "chart/tell.h"

#include <string.h>

#include "chart/csv.h"
#include "chart/describe.h"
#include "chart/tellbars.h"
#include "chart/tellforms.h"
#include "chart/tellmeasure.h"
#include "chart/tellseries.h"

/* Words without figures of series, which are filled in later. */
static const char *plain(const struct bp_words *words)
{
    return words->parts ? NULL : words->text;
}

void bp_chart_rows_new(struct bp_chart *chart, int n_rows, struct bp_arena *arena)
{
    chart->n_rows = n_rows;
    chart->rows = bp_arena_new(arena, (size_t)MAX(n_rows, 1) * sizeof *chart->rows);
}

void bp_chart_heads_set(struct bp_chart *chart, const char *const *wordings, size_t n,
                        const struct bp_look *look)
{
    for (size_t i = 0; i < n; i++)
        chart->heads[i] = bp_look_literal(look, wordings[i]);
}

static const char *before_comma(const char *words, struct bp_arena *arena)
{
    const char *comma = strstr(words, ", ");
    return comma ? bp_arena_string(arena, words, (size_t)(comma - words)) : words;
}

/* The sub-title up to its first comma: what is measured, without place and period. */
static const char *measure_of(const struct bp_chart *chart, struct bp_arena *arena)
{
    const char *words = plain(&chart->subtitle);
    words = words ? before_comma(words, arena) : NULL;
    words = words ? words : chart->name;
    words = words ? words : chart->about;
    return words ? words : plain(&chart->title);
}

/* Of one among others its title, which stands in their table. */
static const char *about(const struct bp_chart *chart, const struct bp_series *series)
{
    bool titled = chart->type == BP_CHART_SPARK || !series->measure.text;
    return titled ? series->title.text : series->measure.text;
}

/* One of several that a chart shows together; NULL: there is none any more. */
static const struct bp_series *series_at(const struct bp_chart *chart, int i)
{
    if (chart->type == BP_CHART_FUNNEL)
        return chart->funnel->series && i < chart->funnel->n_points ? chart->funnel->series[i]
                                                                    : NULL;
    if (chart->type == BP_CHART_MULTIPLES)
        return i < chart->n_measures ? chart->measures[i].series[0] : NULL;
    return i < chart->n_series ? chart->series[i] : NULL;
}

/* What all of several measure, without their places where these differ; NULL: they differ in more,
 * or don't say. */
static const char *about_all(const struct bp_chart *chart, struct bp_arena *arena)
{
    const char *all = series_at(chart, 0)->measure.text;
    for (int i = 1; all && series_at(chart, i); i++) {
        const char *one = series_at(chart, i)->measure.text;
        if (one && strcmp(all, one) == 0)
            continue;
        all = before_comma(all, arena);
        if (!one || strcmp(all, before_comma(one, arena)) != 0)
            return NULL;
    }
    return all;
}

/* What it measures, where its file does not say it in the sub-title. */
static void name_measure(struct bp_chart *chart, struct bp_arena *arena)
{
    const struct bp_series *first = series_at(chart, 0);
    if (first && series_at(chart, 1)) {
        chart->about = about_all(chart, arena);
    } else if (first) {
        chart->name = first->title.text;
        chart->about = about(chart, first);
    }
    if (first && !chart->note.text)
        chart->note = first->source_note;
    chart->measure_name = measure_of(chart, arena);
    chart->titled = chart->measure_name && chart->measure_name == chart->title.text;
}

typedef void tell_kind(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena);

/* A ROOM has nothing to tell, and icons are told with their measure. */
static tell_kind *const kinds[BP_N_CHART_TYPES] = {
    [BP_CHART_BAR] = bp_bars_tell,        [BP_CHART_SLOPE] = bp_bars_tell,
    [BP_CHART_WATERFALL] = bp_steps_tell, [BP_CHART_LINE] = bp_series_tell,
    [BP_CHART_SPC] = bp_series_tell,      [BP_CHART_SPARK] = bp_measure_tell,
    [BP_CHART_TABLE] = bp_table_tell,     [BP_CHART_MATRIX] = bp_matrix_tell,
    [BP_CHART_DOTS] = bp_bars_tell,       [BP_CHART_PARETO] = bp_pareto_tell,
    [BP_CHART_PYRAMID] = bp_bars_tell,    [BP_CHART_MULTIPLES] = bp_multiples_tell,
    [BP_CHART_FUNNEL] = bp_funnel_tell,   [BP_CHART_HEAT] = bp_heat_tell,
    [BP_CHART_GANTT] = bp_gantt_tell,     [BP_CHART_RISKS] = bp_risks_tell,
};

void bp_chart_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    name_measure(chart, arena);
    for (int i = 0; i < chart->n_measures; i++)
        bp_chart_tell(&chart->measures[i], look, arena);
    if (kinds[chart->type])
        kinds[chart->type](chart, look, arena);
    bp_chart_describe(chart, look, arena);
}

/* The day of the meeting or the report. */
static struct bp_date day_of(const struct bp_data *data)
{
    return data->meeting ? data->meeting->date : data->narrative->date;
}

/* A table whose measures are not of one kind of period has what the page has, where each stands. */
static const char *csv_of(const struct bp_chart *chart, const struct bp_look *look,
                          struct bp_arena *arena)
{
    if (chart->type != BP_CHART_TABLE || chart->n_rows > 0)
        return bp_chart_csv(chart, look, arena);
    struct bp_chart standings = *chart;
    bp_standings_tell(&standings, look, arena);
    return bp_chart_csv(&standings, look, arena);
}

void bp_charts_tell(const struct bp_data *data, const struct bp_look *look, struct bp_arena *arena)
{
    for (int i = 0; i < data->n_charts; i++) {
        struct bp_chart *chart = data->charts[i];
        chart->anchor = bp_arena_printf(arena, "chart-%d", i + 1);
        chart->number = bp_arena_printf(arena, "%d", i + 1);
        if (chart->type == BP_CHART_GANTT && chart->gantt->as_of.year == 0)
            chart->gantt->as_of = day_of(data);
        bp_chart_tell(chart, look, arena);
        chart->csv = csv_of(chart, look, arena);
        for (int k = 0; k < chart->n_measures; k++) {
            chart->measures[k].number = bp_arena_printf(arena, "%d.%d", i + 1, k + 1);
            chart->measures[k].csv = bp_chart_csv(&chart->measures[k], look, arena);
        }
    }
}
