/* SPDX-License-Identifier: MIT */
#include "chart/tellmarks.h"

#include <glib.h>

#include "model/series.h"

/* The layout's words for the marks. */
static const char *const words[] = {"chart-provisional", "chart-revised", "chart-suppressed"};
enum { PROVISIONAL, REVISED, SUPPRESSED, NONE };

static int mark_of(const struct bp_point *point)
{
    if (point->state == BP_POINT_SUPPRESSED)
        return SUPPRESSED;
    if (point->state != BP_POINT_PRESENT)
        return NONE;
    return point->provisional ? PROVISIONAL : point->revised ? REVISED : NONE;
}

/* The mark that all values of the period have; NONE when they differ, or have none. */
static int common_mark(const struct bp_series *const *series, int n_series, struct bp_period period)
{
    int common = NONE;
    for (int i = 0; i < n_series; i++) {
        const struct bp_point *point = bp_series_point(series[i], period);
        if (!point || point->state == BP_POINT_MISSING)
            continue;
        int mark = mark_of(point);
        if (mark == NONE || (common != NONE && mark != common))
            return NONE;
        common = mark;
    }
    return common;
}

/* Each mark with the series whose values have it. */
static const char *named_marks(const struct bp_series *const *series, int n_series,
                               struct bp_period period, const struct bp_look *look,
                               struct bp_arena *arena)
{
    GString *marks = g_string_new(NULL);
    for (size_t k = 0; k < G_N_ELEMENTS(words); k++) {
        const char *word = bp_look_literal(look, words[k]);
        int n = 0;
        for (int i = 0; word && i < n_series; i++) {
            const struct bp_point *point = bp_series_point(series[i], period);
            if (!point || mark_of(point) != (int)k)
                continue;
            if (n++ == 0)
                g_string_append_printf(marks, "%s%s: ", marks->len > 0 ? "; " : "", word);
            g_string_append_printf(marks, "%s%s", n > 1 ? ", " : "", series[i]->title.text);
        }
    }
    const char *all = marks->len > 0 ? bp_arena_string(arena, marks->str, marks->len) : NULL;
    g_string_free(marks, TRUE);
    return all;
}

void bp_marks_tell(struct bp_chart *chart, const struct bp_series *const *series, int n_series,
                   const struct bp_look *look, struct bp_arena *arena)
{
    for (int i = 0; i < chart->n_rows; i++) {
        struct bp_chart_row *row = &chart->rows[i];
        if (!row->period)
            continue;
        int common = common_mark(series, n_series, *row->period);
        row->mark = common < NONE ? bp_look_literal(look, words[common])
                                  : named_marks(series, n_series, *row->period, look, arena);
    }
}
