/* SPDX-License-Identifier: MIT */
#include "chart/telltogether.h"

#include <glib.h>

#include "chart/pen.h"
#include "chart/tell.h"
#include "chart/tellmarks.h"
#include "chart/track.h"

/* The periods that any of the measures shows. */
struct span {
    enum bp_period_kind kind;
    int first, last;
};

static bool find_span(const struct bp_chart *chart, const struct bp_look *look, struct span *span)
{
    int most = (int)(BP_CHART_MOST_COLUMNS / bp_pen_scale_of(look));
    *span = (struct span){.first = G_MAXINT, .last = G_MININT};
    if (chart->n_measures == 0 || chart->n_measures > most)
        return false;
    span->kind = chart->measures[0].series[0]->period_kind;
    for (int i = 0; i < chart->n_measures; i++) {
        const struct bp_chart *measure = &chart->measures[i];
        if (measure->series[0]->period_kind != span->kind)
            return false;
        if (measure->n_rows == 0)
            continue;
        span->first = MIN(span->first, measure->rows[0].period->index);
        span->last = MAX(span->last, measure->rows[measure->n_rows - 1].period->index);
    }
    return span->first <= span->last && span->last - span->first < BP_CHART_MOST_PERIODS;
}

static void add_rows(struct bp_chart *chart, const struct span *span, const struct bp_look *look,
                     struct bp_arena *arena)
{
    int n = span->last - span->first + 1;
    struct bp_period *periods = bp_arena_new(arena, (size_t)n * sizeof *periods);
    bp_chart_rows_new(chart, n, arena);
    for (int i = 0; i < n; i++) {
        periods[i] = (struct bp_period){span->kind, span->first + i};
        chart->rows[i].period = &periods[i];
        chart->rows[i].label = bp_period_label(periods[i], look->months, arena);
    }
}

void bp_measures_tell_together(struct bp_chart *chart, const struct bp_look *look,
                               struct bp_arena *arena)
{
    const struct bp_series *series[BP_CHART_MOST_COLUMNS];
    struct span span;
    if (!find_span(chart, look, &span))
        return;
    add_rows(chart, &span, look, arena);
    for (int i = 0; i < chart->n_measures; i++) {
        const struct bp_chart *measure = &chart->measures[i];
        series[i] = measure->series[0];
        chart->heads[i] = measure->name;
        for (int k = 0; k < measure->n_rows; k++) {
            int row = measure->rows[k].period->index - span.first;
            chart->rows[row].values[i] = measure->rows[k].values[0];
        }
    }
    bp_marks_tell(chart, series, chart->n_measures, look, arena);
}
