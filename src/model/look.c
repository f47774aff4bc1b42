/* SPDX-License-Identifier: MIT */
#include "model/look.h"

#include <glib.h>
#include <string.h>

const char *bp_style_key_name(enum bp_style_key key)
{
    static const char *const names[BP_N_STYLE_KEYS] = {
        [BP_STYLE_DOCUMENT] = "document",
        [BP_STYLE_BODY] = "body",
        [BP_STYLE_LIST] = "list",
        [BP_STYLE_BULLET] = "bullet",
        [BP_STYLE_NUMBERED] = "numbered",
        [BP_STYLE_BULLET_MARK] = "bullet-mark",
        [BP_STYLE_DASH_MARK] = "dash-mark",
        [BP_STYLE_SMALL_MARK] = "small-mark",
        [BP_STYLE_NUMBER_MARK] = "number-mark",
        [BP_STYLE_LIST_TEXT] = "list-text",
        [BP_STYLE_QUOTE] = "quote",
        [BP_STYLE_CODE] = "code",
        [BP_STYLE_RULE] = "rule",
        [BP_STYLE_STANDALONE] = "standalone",
        [BP_STYLE_SECTION_HEADING] = "section-heading",
        [BP_STYLE_MINOR_HEADING] = "minor-heading",
        [BP_STYLE_TABLE] = "table",
        [BP_STYLE_FULL_TABLE] = "full-table",
        [BP_STYLE_HEAD_ROW] = "head-row",
        [BP_STYLE_ROW] = "row",
        [BP_STYLE_CELL] = "cell",
        [BP_STYLE_HEAD_TEXT] = "head-text",
        [BP_STYLE_HEAD_TEXT_END] = "head-text-end",
        [BP_STYLE_HEAD_TEXT_CENTRE] = "head-text-centre",
        [BP_STYLE_CELL_TEXT] = "cell-text",
        [BP_STYLE_CELL_TEXT_END] = "cell-text-end",
        [BP_STYLE_CELL_TEXT_CENTRE] = "cell-text-centre",
        [BP_STYLE_NOTE] = "note",
        [BP_STYLE_NOTE_TEXT] = "note-text",
        [BP_STYLE_NOTE_RULE] = "note-rule",
        [BP_STYLE_NOTE_CALL] = "note-call",
        [BP_STYLE_STRONG] = "strong",
        [BP_STYLE_EMPHASIS] = "emphasis",
        [BP_STYLE_LINK] = "link",
        [BP_STYLE_HEADER] = "header",
        [BP_STYLE_FOOTER] = "footer",
        [BP_STYLE_WATERMARK] = "watermark",
        [BP_STYLE_LINE_NUMBER] = "line-number",
        [BP_STYLE_CHART_LABEL] = "chart-label",
        [BP_STYLE_CHART_AXIS] = "chart-axis",
        [BP_STYLE_CHART_VALUE] = "chart-value",
        [BP_STYLE_CHART_BASE] = "chart-base",
        [BP_STYLE_CHART_BAND] = "chart-band",
        [BP_STYLE_CHART_BAND_1] = "chart-band-1",
        [BP_STYLE_CHART_BAND_2] = "chart-band-2",
        [BP_STYLE_CHART_BAND_3] = "chart-band-3",
        [BP_STYLE_CHART_SIGNAL] = "chart-signal",
        [BP_STYLE_CHART_GOOD] = "chart-good",
        [BP_STYLE_CHART_BAD] = "chart-bad",
        [BP_STYLE_CHART_CLOSE] = "chart-close",
        [BP_STYLE_CHART_USUAL] = "chart-usual",
        [BP_STYLE_CHART_NEITHER] = "chart-neither",
        [BP_STYLE_SERIES_1] = "series-1",
        [BP_STYLE_SERIES_2] = "series-2",
        [BP_STYLE_SERIES_3] = "series-3",
        [BP_STYLE_SERIES_4] = "series-4",
        [BP_STYLE_SERIES_5] = "series-5",
        [BP_STYLE_SERIES_6] = "series-6",
        [BP_STYLE_SHADE_1] = "shade-1",
        [BP_STYLE_SHADE_2] = "shade-2",
        [BP_STYLE_SHADE_3] = "shade-3",
        [BP_STYLE_SHADE_4] = "shade-4",
        [BP_STYLE_SHADE_5] = "shade-5",
    };
    return names[key];
}

bool bp_path_filters(const struct bp_path *path, const char *filter)
{
    for (int i = 0; i < path->n_filters; i++)
        if (strcmp(path->filters[i], filter) == 0)
            return true;
    return false;
}

const struct bp_pattern *bp_look_wording(const struct bp_look *look, const char *name)
{
    for (int i = 0; i < look->n_wording; i++)
        if (strcmp(look->wording[i].name, name) == 0)
            return look->wording[i].pattern;
    return NULL;
}

bool bp_language_is_same(const char *a, const char *b)
{
    size_t length = strcspn(a, "-");
    return strcspn(b, "-") == length && g_ascii_strncasecmp(a, b, length) == 0;
}

const char *bp_look_literal(const struct bp_look *look, const char *name)
{
    const struct bp_pattern *pattern = bp_look_wording(look, name);
    while (pattern && pattern->kind == BP_PATTERN_WHOLE && pattern->first && !pattern->first->next)
        pattern = pattern->first;
    return pattern && pattern->kind == BP_PATTERN_LITERAL ? pattern->literal : NULL;
}
