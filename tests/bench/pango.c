/* SPDX-License-Identifier: MIT */
#include "pango.h"

#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

/* As src/compose/style.c has them, in points. */
#define TEXT_WIDTH   391.08
#define INDENT       14
#define PANEL        26.5
#define BODY_SIZE    11.5
#define SECTION_SIZE 12
#define ITEM_SIZE    15

enum look { LOOK_BODY, LOOK_SECTION, LOOK_ITEM, N_LOOKS };

struct setting {
    PangoFontMap *map;
    PangoContext *context;
    PangoLayout *layout;
    PangoFontDescription *looks[N_LOOKS];
};

/* Shapes as boardpack does: for a printer, whose glyphs stand on no grid. */
static void no_hinting(FcPattern *pattern, gpointer data)
{
    (void)data;
    FcPatternDel(pattern, FC_HINTING);
    FcPatternAddBool(pattern, FC_HINTING, FcFalse);
}

static PangoFontDescription *look_new(PangoWeight weight, double size)
{
    PangoFontDescription *look = pango_font_description_from_string("Open Sans");

    pango_font_description_set_weight(look, weight);
    pango_font_description_set_size(look, pango_units_from_double(size));
    return look;
}

static void setting_init(struct setting *setting)
{
    setting->map = pango_ft2_font_map_new();
    pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(setting->map), 72, 72);
    pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(setting->map), no_hinting, NULL,
                                             NULL);
    setting->context = pango_font_map_create_context(setting->map);
    pango_context_set_round_glyph_positions(setting->context, FALSE);
    pango_context_set_language(setting->context, pango_language_from_string("en-gb"));
    setting->layout = pango_layout_new(setting->context);
    pango_layout_set_wrap(setting->layout, PANGO_WRAP_WORD);
    setting->looks[LOOK_BODY] = look_new(PANGO_WEIGHT_NORMAL, BODY_SIZE);
    setting->looks[LOOK_SECTION] = look_new(PANGO_WEIGHT_BOLD, SECTION_SIZE);
    setting->looks[LOOK_ITEM] = look_new(PANGO_WEIGHT_BOLD, ITEM_SIZE);
}

static void setting_finish(struct setting *setting)
{
    for (int i = 0; i < N_LOOKS; i++)
        pango_font_description_free(setting->looks[i]);
    g_object_unref(setting->layout);
    g_object_unref(setting->context);
    g_object_unref(setting->map);
}

static int break_text(struct setting *setting, const char *text, enum look look, double width)
{
    pango_layout_set_font_description(setting->layout, setting->looks[look]);
    pango_layout_set_width(setting->layout, pango_units_from_double(width));
    pango_layout_set_text(setting->layout, text, -1);
    return pango_layout_get_line_count(setting->layout);
}

static int break_line(struct setting *setting, const struct bp_corpus_line *line)
{
    switch (line->kind) {
    case BP_LINE_ITEM:
        return break_text(setting, line->text, LOOK_ITEM, TEXT_WIDTH);
    case BP_LINE_SECTION:
        return break_text(setting, line->text, LOOK_SECTION, TEXT_WIDTH);
    case BP_LINE_ACTION:
        return break_text(setting, line->text, LOOK_BODY, TEXT_WIDTH - PANEL);
    default:
        return break_text(setting, line->text, LOOK_BODY, TEXT_WIDTH - INDENT * line->level);
    }
}

struct bp_pango_cost bp_pango_measure(const struct bp_corpus *corpus, int runs)
{
    struct bp_pango_cost cost = {.seconds = G_MAXDOUBLE};
    struct setting setting;

    setting_init(&setting);
    for (int look = 0; look < N_LOOKS; look++)
        break_text(&setting, "Minutes", (enum look)look, TEXT_WIDTH);
    for (int run = 0; run < runs; run++) {
        gint64 begin = g_get_monotonic_time();
        int lines = 0;

        for (guint i = 0; i < corpus->lines->len; i++)
            lines += break_line(&setting, &g_array_index(corpus->lines, struct bp_corpus_line, i));
        cost.seconds = MIN(cost.seconds, (double)(g_get_monotonic_time() - begin) / 1e6);
        cost.lines = lines;
    }
    setting_finish(&setting);
    return cost;
}
