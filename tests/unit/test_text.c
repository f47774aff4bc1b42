/* SPDX-License-Identifier: MIT */
/* Both ways to a paragraph against PangoLayout: the same glyphs, widths and line ends. */
#include <glib.h>
#include <math.h>
#include <pango/pangoft2.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "text/faces.h"
#include "text/itemise.h"
#include "text/paragraph.h"
#include "text/service.h"

#define FONTS "/usr/share/fonts/"
#define NOTO  FONTS "truetype/noto/"

static const char *const families[] = {
    FONTS "truetype/open-sans/OpenSans-Regular.ttf",
    FONTS "truetype/open-sans/OpenSans-BoldItalic.ttf",
    NOTO "NotoSans-Regular.ttf",
    NOTO "NotoSerif-Italic.ttf",
    FONTS "opentype/inter/Inter-Regular.otf",
    FONTS "truetype/crosextra/Carlito-Regular.ttf",
    FONTS "truetype/lato/Lato-Regular.ttf",
    FONTS "truetype/liberation/LiberationSans-Regular.ttf",
    FONTS "truetype/liberation/LiberationSerif-Regular.ttf",
    FONTS "truetype/vollkorn/Vollkorn-Regular.ttf",
    FONTS "truetype/dejavu/DejaVuSans.ttf",
    FONTS "opentype/ebgaramond/EBGaramond12-Regular.otf",
    FONTS "truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf",
    FONTS "opentype/cantarell/Cantarell-Regular.otf",
    FONTS "truetype/gentium/Gentium-R.ttf",
    FONTS "truetype/dejavu/DejaVuSerif.ttf",
    NOTO "NotoSansDisplay-Bold.ttf",
};

static const char *const english[] = {
    "The PCC welcomed the report – “To Watch, AV, and Tally” – and asked that Yvonne Taylor’s team "
    "provide an update: V. A. Fowler, F. Tyler, T. Wyatt (WYP), L’Avenue; Type A T V W Y P F.",
    "Overall satisfaction was 74.1 % (up 2.3 % from 71.8 %), i.e. 1,234 of 1,665 victims; see "
    "https://example.org/reports/2021-22/q3.pdf?page=3&view=all or item 6/22 and/or go-live.",
    "Ω Αθήνα",
    "Путин подписал: Указ № 5 от 10.05.2022 г. — «Работа» (Гл. Т. У.)",
};

/*
 * Pango's font map, which only this test uses, now and then loses a pattern between its threads.
 * Nothing of ours calls fontconfig.
 */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig.so\n";
}

static struct bp_text_service *service_of(const char *path, struct bp_report *report)
{
    char *list = g_strdup_printf("family none Test\n400 upright 0 %s\n", path);
    struct bp_text_service *text = bp_text_create_from(list, report);
    g_free(list);
    return text;
}

static void plain(FcPattern *pattern, G_GNUC_UNUSED gpointer data)
{
    FcPatternDel(pattern, FC_HINTING);
    FcPatternAddBool(pattern, FC_HINTING, FcFalse);
    FcPatternDel(pattern, FC_DPI);
    FcPatternAddDouble(pattern, FC_DPI, 72);
}

/* A layout whose pixel is a font unit. */
static PangoLayout *layout_of(FcConfig *config, const char *family, int units, const char *string,
                              const char *language)
{
    PangoFontMap *map = pango_ft2_font_map_new();
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(map), 72, 72);
    pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(map), plain, NULL, NULL);
    PangoContext *context = pango_font_map_create_context(map);
    pango_context_set_language(context, pango_language_from_string(language));
    pango_context_set_round_glyph_positions(context, FALSE);
    PangoLayout *layout = pango_layout_new(context);
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(description, family);
    pango_font_description_set_absolute_size(description, (double)units * PANGO_SCALE);
    pango_layout_set_font_description(layout, description);
    pango_layout_set_text(layout, string, -1);
    pango_font_description_free(description);
    g_object_unref(context);
    g_object_unref(map);
    return layout;
}

static gboolean pass_over(G_GNUC_UNUSED PangoFontset *fontset, G_GNUC_UNUSED PangoFont *font,
                          G_GNUC_UNUSED gpointer data)
{
    return FALSE;
}

/* Goes through a whole fontset, which Pango sorts in a thread, and so waits for its end. */
static void wait_for(PangoLayout *layout, PangoLanguage *language)
{
    PangoFontset *fontset = pango_context_load_fontset(
        pango_layout_get_context(layout), pango_layout_get_font_description(layout), language);
    pango_fontset_foreach(fontset, pass_over, NULL);
    g_object_unref(fontset);
}

static void layout_free(PangoLayout *layout)
{
    PangoContext *context = pango_layout_get_context(layout);
    PangoFontMap *map = g_object_ref(pango_context_get_font_map(context));
    wait_for(layout, pango_context_get_language(context));
    for (GSList *run = pango_layout_get_line_readonly(layout, 0)->runs; run; run = run->next)
        wait_for(layout, ((PangoGlyphItem *)run->data)->item->analysis.language);
    g_object_unref(layout);
    /* A font map that ends keeps its configuration. */
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), NULL);
    pango_fc_font_map_shutdown(PANGO_FC_FONT_MAP(map));
    g_object_unref(map);
}

/* Pango's glyphs in visual order, the invisible left out. */
static GArray *layout_glyphs(PangoLayout *layout)
{
    GArray *glyphs = g_array_new(FALSE, FALSE, sizeof(guint32));
    PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
    for (GSList *run = line->runs; run; run = run->next) {
        const PangoGlyphString *string = ((PangoGlyphItem *)run->data)->glyphs;
        for (int i = 0; i < string->num_glyphs; i++)
            if (string->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
                g_array_append_val(glyphs, string->glyphs[i].glyph);
    }
    return glyphs;
}

static GArray *paragraph_glyphs(const struct bp_paragraph *paragraph)
{
    GArray *glyphs = g_array_new(FALSE, FALSE, sizeof(guint32));
    int *order = g_new(int, paragraph->n_pieces);
    bp_paragraph_order(paragraph, 0, paragraph->n_pieces, order);
    for (int i = 0; i < paragraph->n_pieces; i++) {
        const struct bp_shape *shape = paragraph->pieces[order[i]].shape;
        for (int k = 0; shape && k < shape->n_glyphs; k++)
            g_array_append_val(glyphs, shape->glyphs[k].id);
    }
    g_free(order);
    return glyphs;
}

/* In font units of the face at hand. */
static double width_of(const struct bp_paragraph *paragraph)
{
    double width = 0;
    for (int i = 0; i < paragraph->n_pieces; i++)
        width += paragraph->pieces[i].shape ? paragraph->pieces[i].shape->width : 0;
    return width;
}

static void assert_width(double ours, double theirs, const char *of)
{
    if (fabs(ours - theirs) > theirs * 0.0005)
        fail_msg("%s: %g, not %g", of, ours, theirs);
}

/* The places where a line may end are those of Pango. */
static void assert_breaks(const struct bp_paragraph *paragraph, const char *string)
{
    glong n = g_utf8_strlen(string, -1);
    PangoLogAttr *attributes = g_new0(PangoLogAttr, (gsize)n + 1);
    pango_get_log_attrs(string, -1, -1, pango_language_from_string("en"), attributes, (int)n + 1);
    int at = 0;
    int seen = 0;
    for (int i = 0; i < paragraph->n_pieces; i++) {
        const struct bp_piece *piece = &paragraph->pieces[i];
        at += piece->shape ? piece->shape->length : 1;
        for (; seen < g_utf8_pointer_to_offset(string, string + at); seen++)
            if (seen > g_utf8_pointer_to_offset(
                           string, string + at - (piece->shape ? piece->shape->length : 1)) &&
                attributes[seen].is_line_break)
                fail_msg("“%s”: no piece ends in front of character %d", string, seen);
        if (string[at] != '\0' && attributes[seen].is_line_break != (piece->end != BP_END_NONE))
            fail_msg("“%s”: a piece ends with %d in front of character %d", string, piece->end,
                     seen);
    }
    assert_int_equal(at, strlen(string));
    g_free(attributes);
}

static struct bp_text_run run_of(const char *string, const char *family)
{
    return (struct bp_text_run){.text = string,
                                .length = (int)strlen(string),
                                .font = {family, 400, false, false, "en"},
                                .size = 10};
}

static void words_are_as_wide_as_pangos(G_GNUC_UNUSED void **state)
{
    struct bp_report *report = bp_report_create();
    for (guint i = 0; i < G_N_ELEMENTS(families); i++) {
        struct bp_text_service *text = service_of(families[i], report);
        if (!text)
            fail_msg("%s is not installed", families[i]);
        FcConfig *config = FcConfigCreate();
        assert_true(FcConfigAppFontAddFile(config, (const FcChar8 *)families[i]));
        for (guint k = 0; k < G_N_ELEMENTS(english); k++) {
            struct bp_arena *arena = bp_arena_create();
            struct bp_text_run run = run_of(english[k], "Test");
            struct bp_paragraph paragraph = {0};
            struct bp_look *look = bp_look_find(text, &run.font);
            struct bp_source_text source = {&run, &look, 1, false};
            bool there = bp_paragraph_make(text, &run, 1, &paragraph, arena, report);
            if (there && bp_words_make(text, &source)) {
                PangoLayout *layout =
                    layout_of(config, "Test", look->face->face.units_per_em, english[k], "en");
                int width;
                pango_layout_get_size(layout, &width, NULL);
                assert_width(width_of(&paragraph), (double)width / PANGO_SCALE, families[i]);
                assert_breaks(&paragraph, english[k]);
                layout_free(layout);
            } else if (k < 2) {
                fail_msg("%s: not the fast way", families[i]);
            }
            bp_arena_destroy(arena);
        }
        FcConfigDestroy(config);
        bp_text_destroy(text);
    }
    bp_report_destroy(report);
}

static void faces_that_kern_with_the_space_are_known(G_GNUC_UNUSED void **state)
{
    struct bp_report *report = bp_report_create();
    for (guint i = 0; i < G_N_ELEMENTS(families); i++) {
        struct bp_text_service *text = service_of(families[i], report);
        struct bp_font font = {"Test", 400, false, false, "en"};
        assert_non_null(text);
        bool minds = bp_look_find(text, &font)->face->minds_spaces;
        if (strstr(families[i], "OpenSans"))
            assert_false(minds);
        if (strstr(families[i], "Lato") || strstr(families[i], "LiberationSans") ||
            strstr(families[i], "Vollkorn"))
            assert_true(minds);
        bp_text_destroy(text);
    }
    bp_report_destroy(report);
}

static const char *const scraps[] = {
    "a",  "word",   "AV",     "12", "3.5", "(", ")",  "[", "]", "!",  "?",      "/", "-",
    "–",  "—",      "“",      "”",  "‘",   "’", "\"", "'", "«", "»",  "…",      ".", ",",
    ";",  ":",      "%",      "£",  "$",   "§", " ",  " ", " ", " ",  " ",      " ", "\t",
    "\t", "\u00A0", "\u2011", "№",  "°",   "&", "@",  "#", "*", "\\", "e\u0301"};

static char *random_text(GRand *random)
{
    GString *string = g_string_new("x");
    int n = g_rand_int_range(random, 1, 14);
    for (int i = 0; i < n; i++)
        g_string_append(string, scraps[g_rand_int_range(random, 0, G_N_ELEMENTS(scraps))]);
    return g_string_free(string, FALSE);
}

static void lines_end_where_pango_ends_them(G_GNUC_UNUSED void **state)
{
    struct bp_report *report = bp_report_create();
    struct bp_text_service *text = bp_text_create(report);
    struct bp_arena *arena = bp_arena_create();
    GRand *random = g_rand_new_with_seed(7);
    int fast = 0;
    assert_non_null(text);
    for (int i = 0; i < 6000; i++) {
        char *string = random_text(random);
        struct bp_text_run run = run_of(string, "Open Sans");
        struct bp_look *look = bp_look_find(text, &run.font);
        struct bp_source_text source = {&run, &look, 1, false};
        struct bp_paragraph paragraph = {0};
        assert_true(bp_paragraph_make(text, &run, 1, &paragraph, arena, report));
        fast += bp_words_make(text, &source);
        assert_breaks(&paragraph, string);
        g_free(string);
    }
    assert_true(fast > 5000);
    g_rand_free(random);
    bp_arena_destroy(arena);
    bp_text_destroy(text);
    bp_report_destroy(report);
}

static double pieces_width(const struct bp_text_service *text)
{
    struct bp_paragraph paragraph = {.pieces = (struct bp_piece *)(void *)text->pieces->data,
                                     .n_pieces = (int)text->pieces->len};
    return width_of(&paragraph);
}

static void both_ways_are_the_same(G_GNUC_UNUSED void **state)
{
    struct bp_report *report = bp_report_create();
    struct bp_text_service *text = bp_text_create(report);
    GRand *random = g_rand_new_with_seed(11);
    assert_non_null(text);
    for (int i = 0; i < 3000; i++) {
        char *string = random_text(random);
        int cut = (int)(g_utf8_next_char(string + strlen(string) / 2 - 1) - string);
        while ((string[cut] & 0xC0) == 0x80)
            cut++;
        struct bp_text_run runs[] = {run_of(string, "Open Sans"),
                                     run_of(string + cut, "Open Sans")};
        runs[0].length = cut;
        runs[1].font.weight = 700;
        struct bp_look *looks[] = {bp_look_find(text, &runs[0].font),
                                   bp_look_find(text, &runs[1].font)};
        struct bp_source_text source = {runs, looks, 2, false};
        bool right_to_left;
        if (bp_words_make(text, &source)) {
            double width = pieces_width(text);
            GArray *fast = g_array_new(FALSE, FALSE, sizeof(struct bp_piece));
            g_array_append_vals(fast, text->pieces->data, text->pieces->len);
            assert_true(bp_itemise_make(text, &source, &right_to_left, report));
            assert_false(right_to_left);
            assert_int_equal(fast->len, text->pieces->len);
            assert_true(width == pieces_width(text));
            for (guint k = 0; k < fast->len; k++) {
                const struct bp_piece *a = &g_array_index(fast, struct bp_piece, k);
                const struct bp_piece *b = &g_array_index(text->pieces, struct bp_piece, k);
                if (a->end != b->end)
                    fail_msg("“%s”: piece %u ends with %d, and with %d", string, k, a->end, b->end);
                assert_int_equal(a->run, b->run);
                assert_int_equal(a->space, b->space);
                assert_int_equal(a->tab, b->tab);
            }
            g_array_free(fast, TRUE);
        }
        g_free(string);
    }
    g_rand_free(random);
    bp_text_destroy(text);
    bp_report_destroy(report);
}

static const struct {
    const char *string;
    const char *language;
    const char *path;
} scripts[] = {
    {"مرحبا بالعالم، هذا تقرير المجلس رقم 123 (مسودة).", "ar", NOTO "NotoSansArabic-Regular.ttf"},
    {"The chair said مرحبا بكم 2022 to all.", "en", NOTO "NotoSansArabic-Regular.ttf"},
    {"שלום עולם, סעיף 12 (ב) – 50% של ABC.", "he", NOTO "NotoSansHebrew-Regular.ttf"},
    {"Item שלום 3.5 עולם end", "en", NOTO "NotoSansHebrew-Regular.ttf"},
    {"कार्यवृत्त: क्षेत्रीय समिति की बैठक 12 मार्च को हुई।", "hi", NOTO "NotoSansDevanagari-Regular.ttf"},
    {"รายงานการประชุมคณะกรรมการ ครั้งที่ 3", "th", NOTO "NotoSansThai-Regular.ttf"},
    {"சபை அறிக்கை", "ta", NOTO "NotoSansTamil-Regular.ttf"},
    {"Minutes in ქართული and Հայերեն", "en", NOTO "NotoSansGeorgian-Regular.ttf"},
};

static void assert_same_glyphs(GArray *ours, GArray *theirs, const char *of)
{
    for (guint i = 0; i < MIN(ours->len, theirs->len); i++)
        if (g_array_index(ours, guint32, i) != g_array_index(theirs, guint32, i))
            fail_msg("“%s”: glyph %u is %u, not %u", of, i, g_array_index(ours, guint32, i),
                     g_array_index(theirs, guint32, i));
    assert_int_equal(ours->len, theirs->len);
}

static void other_scripts_are_shaped_as_pango_shapes_them(G_GNUC_UNUSED void **state)
{
    struct bp_report *report = bp_report_create();
    struct bp_text_service *text = bp_text_create(report);
    assert_non_null(text);
    for (guint i = 0; i < G_N_ELEMENTS(scripts); i++) {
        struct bp_arena *arena = bp_arena_create();
        FcConfig *config = FcConfigCreate();
        struct bp_text_run run = run_of(scripts[i].string, "Open Sans");
        run.font.language = scripts[i].language;
        FcConfigAppFontAddFile(config, (const FcChar8 *)families[0]);
        FcConfigAppFontAddFile(config, (const FcChar8 *)scripts[i].path);
        FcConfigAppFontAddFile(config, (const FcChar8 *)NOTO "NotoSansArmenian-Regular.ttf");
        PangoLayout *layout =
            layout_of(config, "Open Sans", 1000, scripts[i].string, scripts[i].language);
        struct bp_paragraph paragraph = {0};
        bool fine = bp_paragraph_make(text, &run, 1, &paragraph, arena, report);
        if (!fine)
            bp_report_print(report, stderr);
        assert_true(fine);
        GArray *ours = paragraph_glyphs(&paragraph);
        GArray *theirs = layout_glyphs(layout);
        int width;
        double points = 0;
        pango_layout_get_size(layout, &width, NULL);
        for (int k = 0; k < paragraph.n_pieces; k++)
            points += paragraph.pieces[k].width;
        assert_same_glyphs(ours, theirs, scripts[i].string);
        assert_width(points * 100, (double)width / PANGO_SCALE, scripts[i].string);
        assert_breaks(&paragraph, scripts[i].string);
        g_array_free(ours, TRUE);
        g_array_free(theirs, TRUE);
        layout_free(layout);
        FcConfigDestroy(config);
        bp_arena_destroy(arena);
    }
    bp_text_destroy(text);
    bp_report_destroy(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_as_wide_as_pangos),
        cmocka_unit_test(faces_that_kern_with_the_space_are_known),
        cmocka_unit_test(lines_end_where_pango_ends_them),
        cmocka_unit_test(both_ways_are_the_same),
        cmocka_unit_test(other_scripts_are_shaped_as_pango_shapes_them),
    };
    /* Pango's font maps would have fontconfig read the system's fonts. */
    FcConfig *none = FcConfigCreate();
    FcConfigSetCurrent(none);
    FcConfigDestroy(none);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
