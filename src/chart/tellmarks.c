/* SPDX-License-Identifier: MIT */
#include "chart/tellmarks.h"

#include <glib.h>
#include <string.h>

#include "model/series.h"

/* NULL: nothing is said of it. */
static const char *mark_of(const struct bp_point *point, const struct bp_look *look)
{
    if (point->state == BP_POINT_SUPPRESSED)
        return bp_look_literal(look, "chart-suppressed");
    if (point->state != BP_POINT_PRESENT)
        return NULL;
    return point->provisional ? bp_look_literal(look, "chart-provisional")
           : point->revised   ? bp_look_literal(look, "chart-revised")
                              : NULL;
}

/* The mark that all values of the period have; NULL when they differ, or have none. */
static const char *common_mark(const struct bp_series *const *series, int n_series,
                               struct bp_period period, const struct bp_look *look)
{
    const char *common = NULL;
    for (int i = 0; i < n_series; i++) {
        const struct bp_point *point = bp_series_point(series[i], period);
        const char *mark = point ? mark_of(point, look) : NULL;
        if (!point || point->state == BP_POINT_MISSING)
            continue;
        if (!mark || (common && strcmp(common, mark) != 0))
            return NULL;
        common = mark;
    }
    return common;
}

static const char *named_marks(const struct bp_series *const *series, int n_series,
                               struct bp_period period, const struct bp_look *look,
                               struct bp_arena *arena)
{
    GString *marks = g_string_new(NULL);
    for (int i = 0; i < n_series; i++) {
        const struct bp_point *point = bp_series_point(series[i], period);
        const char *mark = point ? mark_of(point, look) : NULL;
        if (mark)
            g_string_append_printf(marks, "%s%s: %s", marks->len > 0 ? "; " : "",
                                   series[i]->title.text, mark);
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
        row->mark = common_mark(series, n_series, *row->period, look);
        if (!row->mark)
            row->mark = named_marks(series, n_series, *row->period, look, arena);
    }
}
