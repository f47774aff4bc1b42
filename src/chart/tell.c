/* SPDX-License-Identifier: MIT */
#include "chart/tell.h"

#include <string.h>

#include "chart/tellbars.h"
#include "chart/tellmeasure.h"
#include "chart/tellseries.h"

/* Characters of what is measured, in a sentence that must be short. */
enum { LONGEST_MEASURE = 40 };

const char *bp_chart_clip(const char *words, int most, struct bp_arena *arena)
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

void bp_chart_rows_new(struct bp_chart *chart, int n_rows, struct bp_arena *arena)
{
    chart->n_rows = n_rows;
    chart->rows = bp_arena_new(arena, (size_t)MAX(n_rows, 1) * sizeof *chart->rows);
}

/* The sub-title up to its first comma: what is measured, without place and period. */
static const char *measure_of(const struct bp_chart *chart, struct bp_arena *arena)
{
    const char *words = chart->subtitle.text;
    const char *comma = words ? strstr(words, ", ") : NULL;
    if (comma)
        words = bp_arena_string(arena, words, (size_t)(comma - words));
    words = words ? words : chart->about;
    words = words ? words : chart->title.text;
    return words ? bp_chart_clip(words, LONGEST_MEASURE, arena) : NULL;
}

typedef void tell_kind(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena);

/* A ROOM has nothing to tell, and icons are told with their measure. */
static tell_kind *const kinds[BP_N_CHART_TYPES] = {
    [BP_CHART_BAR] = bp_bars_tell,        [BP_CHART_SLOPE] = bp_bars_tell,
    [BP_CHART_WATERFALL] = bp_steps_tell, [BP_CHART_LINE] = bp_series_tell,
    [BP_CHART_SPC] = bp_series_tell,      [BP_CHART_SPARK] = bp_measure_tell,
    [BP_CHART_TABLE] = bp_table_tell,     [BP_CHART_MATRIX] = bp_matrix_tell,
};

void bp_chart_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    const struct bp_series *series = chart->n_series > 0 ? chart->series[0] : NULL;
    if (series)
        chart->about = series->measure.text ? series->measure.text : series->title.text;
    if (series && !chart->note.text)
        chart->note = series->source_note;
    chart->measure = measure_of(chart, arena);
    for (int i = 0; i < chart->n_measures; i++)
        bp_chart_tell(&chart->measures[i], look, arena);
    if (kinds[chart->type])
        kinds[chart->type](chart, look, arena);
}

void bp_charts_tell(struct bp_narrative *narrative, const struct bp_look *look,
                    struct bp_arena *arena)
{
    for (int i = 0; i < narrative->n_charts; i++) {
        narrative->charts[i]->anchor = bp_arena_printf(arena, "chart-%d", i + 1);
        bp_chart_tell(narrative->charts[i], look, arena);
    }
}
