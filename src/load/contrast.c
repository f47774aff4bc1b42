/* SPDX-License-Identifier: MIT */
#include "load/contrast.h"

#include "load/measure.h"
#include "load/shelf.h"

#define LEAST_CONTRAST       4.5
#define LEAST_CHART_CONTRAST 3.0

enum { PAPER = 0xFFFFFF, MOST_CHARTS = 8 };

void bp_contrast_init(struct bp_contrast *contrast, struct bp_draft *draft)
{
    contrast->draft = draft;
    contrast->fine = g_hash_table_new(g_direct_hash, g_direct_equal);
    contrast->told = g_hash_table_new(g_direct_hash, g_direct_equal);
    contrast->grounds = g_hash_table_new(g_direct_hash, g_direct_equal);
}

void bp_contrast_finish(struct bp_contrast *contrast)
{
    g_hash_table_destroy(contrast->fine);
    g_hash_table_destroy(contrast->told);
    g_hash_table_destroy(contrast->grounds);
}

struct bp_ground bp_contrast_paper(void)
{
    return (struct bp_ground){PAPER, {NULL, 0, 0}};
}

/* Nearer to white than to black. */
static bool is_pale(bp_colour colour)
{
    return bp_colour_contrast(colour, PAPER) < bp_colour_contrast(colour, 0);
}

/* A style of a few words among others. */
static bool is_inline(const struct bp_contrast *contrast, const struct bp_look_style *style)
{
    const struct bp_look_style *const *keys = contrast->draft->look->keys;
    return style == keys[BP_STYLE_LINK] || style == keys[BP_STYLE_EMPHASIS] ||
           style == keys[BP_STYLE_STRONG] || style == keys[BP_STYLE_NOTE_CALL];
}

void bp_contrast_check(struct bp_contrast *contrast, const struct bp_look_style *style,
                       struct bp_ground ground)
{
    bp_colour text = style->style.type.colour;
    if (is_inline(contrast, style) && !(style->said & BP_TYPE_COLOUR))
        return; /* it has that of the words around it */
    gpointer once = GUINT_TO_POINTER(text + 1);
    gpointer pair = GSIZE_TO_POINTER((gsize)text << 24 | ground.colour);
    if (g_hash_table_contains(contrast->fine, pair) || g_hash_table_contains(contrast->told, once))
        return;
    double ratio = bp_colour_contrast(text, ground.colour);
    if (ratio >= LEAST_CONTRAST) {
        g_hash_table_add(contrast->fine, pair);
        return;
    }
    g_hash_table_add(contrast->told, once);
    bool ours = bp_shelf_has(&style->colour_source) && ground.source.line > 0 &&
                !bp_shelf_has(&ground.source);
    bool darker = is_pale(ours ? text : ground.colour); /* the mend: away from the other */
    bp_report_error(contrast->draft->reader.report, ours ? &ground.source : &style->colour_source,
                    "low-contrast",
                    "text in the colour #%06X on #%06X has a contrast of %d.%02d to 1; write a %s "
                    "%s, so that it is at least 4.5 to 1",
                    text, ground.colour, (int)ratio, (int)(ratio * 100) % 100,
                    darker ? "darker" : "lighter", ours ? "ground" : "one");
}

void bp_contrast_check_prose(struct bp_contrast *contrast, struct bp_ground ground)
{
    static const enum bp_style_key texts[] = {
        BP_STYLE_BULLET_MARK, BP_STYLE_DASH_MARK, BP_STYLE_SMALL_MARK, BP_STYLE_NUMBER_MARK,
        BP_STYLE_LIST_TEXT,   BP_STYLE_CODE,      BP_STYLE_STANDALONE, BP_STYLE_LINK,
        BP_STYLE_EMPHASIS,    BP_STYLE_STRONG,    BP_STYLE_NOTE_CALL,
    };
    static const enum bp_style_key heads[] = {BP_STYLE_HEAD_TEXT, BP_STYLE_HEAD_TEXT_END,
                                              BP_STYLE_HEAD_TEXT_CENTRE};
    static const enum bp_style_key cells[] = {BP_STYLE_CELL_TEXT,        BP_STYLE_CELL_TEXT_END,
                                              BP_STYLE_CELL_TEXT_CENTRE, BP_STYLE_LINK,
                                              BP_STYLE_EMPHASIS,         BP_STYLE_STRONG};
    static const enum bp_style_key notes[] = {BP_STYLE_NOTE, BP_STYLE_NOTE_TEXT};
    const struct bp_ground paper = {.colour = PAPER};
    const struct bp_look *look = contrast->draft->look;
    const struct bp_look_style *head = look->keys[BP_STYLE_HEAD_ROW];
    const struct bp_look_style *row = look->keys[BP_STYLE_ROW];
    const struct bp_ground on_head = {head->style.fill, head->fill_source};
    const struct bp_ground on_row = {row->style.fill, row->fill_source};
    if (!g_hash_table_add(contrast->grounds, GUINT_TO_POINTER(ground.colour + 1)))
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        bp_contrast_check(contrast, look->keys[texts[i]], ground);
    for (size_t i = 0; i < G_N_ELEMENTS(heads); i++)
        bp_contrast_check(contrast, look->keys[heads[i]], head->style.has_fill ? on_head : ground);
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        bp_contrast_check(contrast, look->keys[cells[i]], row->style.has_fill ? on_row : ground);
    for (size_t i = 0; i < G_N_ELEMENTS(notes); i++)
        bp_contrast_check(contrast, look->keys[notes[i]], paper);
}

/* Two fills may not be told apart in a chart's parts; on paper each must be seen. */
void bp_contrast_check_charts(struct bp_contrast *contrast)
{
    static const enum bp_style_key icons[] = {BP_STYLE_CHART_GOOD, BP_STYLE_CHART_BAD,
                                              BP_STYLE_CHART_CLOSE, BP_STYLE_CHART_USUAL,
                                              BP_STYLE_CHART_NEITHER};
    const struct bp_look *look = contrast->draft->look;
    for (size_t i = 0; i < G_N_ELEMENTS(icons); i++) {
        const struct bp_look_style *style = look->keys[icons[i]];
        const struct bp_ground ground = {style->style.fill, style->fill_source};
        bp_contrast_check(contrast, style, style->style.has_fill ? ground : bp_contrast_paper());
    }
    for (int i = 1; i <= MOST_CHARTS; i++) {
        char name[16];
        g_snprintf(name, sizeof name, "chart-%d", i);
        const struct bp_draft_name *colour = g_hash_table_lookup(contrast->draft->colours, name);
        double ratio = colour ? bp_colour_contrast(colour->colour, PAPER) : LEAST_CHART_CONTRAST;
        if (ratio < LEAST_CHART_CONTRAST)
            bp_report_error(contrast->draft->reader.report, &colour->source, "low-contrast",
                            "the chart colour #%06X on #%06X has a contrast of %d.%02d to 1; write "
                            "a darker one, so that it is at least 3 to 1",
                            colour->colour, PAPER, (int)ratio, (int)(ratio * 100) % 100);
    }
}
