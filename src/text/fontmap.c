/* SPDX-License-Identifier: MIT */
#include "text/fontmap.h"

#include <string.h>

/* GObject asks for types with these names. */
typedef struct {
    PangoFont parent;
    PangoFontMap *map; /* which owns the font */
    struct bp_faces *faces;
    int index;
    PangoCoverage *coverage;
} BpFont;

typedef struct {
    PangoFontClass parent;
} BpFontClass;

typedef struct {
    PangoFontMap parent;
    struct bp_faces *faces;
    GPtrArray *fonts;     /* BpFont, beside the table; NULL: not yet made */
    GHashTable *fontsets; /* PangoFontset by description and language */
} BpFontMap;

typedef struct {
    PangoFontMapClass parent;
} BpFontMapClass;

/* What the macros define is not static. */
GType bp_font_get_type(void);
GType bp_font_map_get_type(void);

G_DEFINE_TYPE(BpFont, bp_font, PANGO_TYPE_FONT)
G_DEFINE_TYPE(BpFontMap, bp_font_map, PANGO_TYPE_FONT_MAP)

static void cover(PangoCoverage *coverage, hb_face_t *face)
{
    hb_set_t *characters = hb_set_create();
    hb_codepoint_t c = HB_SET_VALUE_INVALID;
    hb_face_collect_unicodes(face, characters);
    while (hb_set_next(characters, &c))
        pango_coverage_set(coverage, (int)c, PANGO_COVERAGE_EXACT);
    /* HarfBuzz draws a non-breaking hyphen as a hyphen. */
    if (hb_set_has(characters, 0x2010))
        pango_coverage_set(coverage, 0x2011, PANGO_COVERAGE_EXACT);
    hb_set_destroy(characters);
}

static PangoCoverage *font_coverage(PangoFont *self, G_GNUC_UNUSED PangoLanguage *language)
{
    BpFont *font = (BpFont *)self;
    if (!font->coverage) {
        struct bp_open_face *face = bp_faces_open(font->faces, font->index);
        font->coverage = pango_coverage_new();
        if (face)
            cover(font->coverage, face->hb_face);
    }
    return g_object_ref(font->coverage);
}

static PangoFontDescription *font_describe(PangoFont *self)
{
    const BpFont *font = (BpFont *)self;
    const struct bp_table_face *face = &font->faces->table.faces[font->index];
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(description, face->family ? face->family : face->scripts);
    pango_font_description_set_weight(description, (PangoWeight)face->weight);
    pango_font_description_set_style(description,
                                     face->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    return description;
}

static PangoFontMap *font_map(PangoFont *self)
{
    return ((BpFont *)self)->map;
}

static void font_finalize(GObject *self)
{
    g_clear_object(&((BpFont *)self)->coverage);
    G_OBJECT_CLASS(bp_font_parent_class)->finalize(self);
}

static void bp_font_class_init(BpFontClass *class)
{
    G_OBJECT_CLASS(class)->finalize = font_finalize;
    class->parent.get_coverage = font_coverage;
    class->parent.describe = font_describe;
    class->parent.get_font_map = font_map;
}

static void bp_font_init(G_GNUC_UNUSED BpFont *font)
{
}

static PangoFont *font_at(BpFontMap *map, int index)
{
    BpFont *font = map->fonts->pdata[index];
    if (!font) {
        font = g_object_new(bp_font_get_type(), NULL);
        font->map = PANGO_FONT_MAP(map);
        font->faces = map->faces;
        font->index = index;
        map->fonts->pdata[index] = font;
    }
    return g_object_ref((PangoFont *)font);
}

static int find_family(const BpFontMap *map, const PangoFontDescription *description)
{
    const char *family = pango_font_description_get_family(description);
    int weight = (int)pango_font_description_get_weight(description);
    bool italic = pango_font_description_get_style(description) == PANGO_STYLE_ITALIC;
    const struct bp_table *table = &map->faces->table;
    for (int i = 0; i < table->n_faces; i++) {
        const struct bp_table_face *face = &table->faces[i];
        if (face->family && face->weight == weight && face->italic == italic &&
            g_strcmp0(face->family, family) == 0)
            return i;
    }
    return -1;
}

/* What Pango takes for a character that no font of a fontset has: shaping will miss it too. */
static PangoFont *map_load_font(PangoFontMap *self, G_GNUC_UNUSED PangoContext *context,
                                const PangoFontDescription *description)
{
    BpFontMap *map = (BpFontMap *)self;
    return font_at(map, MAX(0, find_family(map, description)));
}

static void append_stand_ins(BpFontMap *map, PangoFontsetSimple *simple, PangoLanguage *language,
                             int weight, bool italic)
{
    enum { MOST = 8 };
    char names[MOST][5] = {0};
    const char *scripts[MOST];
    int n_scripts = 0;
    const PangoScript *written = language ? pango_language_get_scripts(language, &n_scripts) : NULL;
    n_scripts = MIN(n_scripts, MOST);
    for (int i = 0; i < n_scripts; i++) {
        guint32 tag = GUINT32_TO_BE(g_unicode_script_to_iso15924((GUnicodeScript)written[i]));
        memcpy(names[i], &tag, 4);
        scripts[i] = names[i];
    }
    int *indices = g_new(int, map->faces->table.n_faces + 1);
    int n = bp_faces_stand_ins(map->faces, scripts, n_scripts, weight, italic, indices);
    for (int i = 0; i < n; i++)
        pango_fontset_simple_append(simple, font_at(map, indices[i]));
    g_free(indices);
}

static PangoFontset *map_load_fontset(PangoFontMap *self, G_GNUC_UNUSED PangoContext *context,
                                      const PangoFontDescription *description,
                                      PangoLanguage *language)
{
    BpFontMap *map = (BpFontMap *)self;
    const char *family = pango_font_description_get_family(description);
    int weight = (int)pango_font_description_get_weight(description);
    bool italic = pango_font_description_get_style(description) == PANGO_STYLE_ITALIC;
    char *key = g_strdup_printf("%d %d %s %s", weight, italic,
                                language ? pango_language_to_string(language) : "", family);
    PangoFontset *fontset = g_hash_table_lookup(map->fontsets, key);
    if (fontset) {
        g_free(key);
        return g_object_ref(fontset);
    }
    PangoFontsetSimple *simple = pango_fontset_simple_new(language);
    int own = find_family(map, description);
    fontset = PANGO_FONTSET(simple);
    if (own >= 0)
        pango_fontset_simple_append(simple, font_at(map, own));
    append_stand_ins(map, simple, language, weight, italic);
    g_hash_table_insert(map->fontsets, key, fontset);
    return g_object_ref(fontset);
}

static void map_finalize(GObject *self)
{
    BpFontMap *map = (BpFontMap *)self;
    g_hash_table_destroy(map->fontsets);
    for (guint i = 0; i < map->fonts->len; i++)
        if (map->fonts->pdata[i])
            g_object_unref(map->fonts->pdata[i]);
    g_ptr_array_free(map->fonts, TRUE);
    G_OBJECT_CLASS(bp_font_map_parent_class)->finalize(self);
}

static void bp_font_map_class_init(BpFontMapClass *class)
{
    G_OBJECT_CLASS(class)->finalize = map_finalize;
    class->parent.load_font = map_load_font;
    class->parent.load_fontset = map_load_fontset;
}

static void bp_font_map_init(BpFontMap *map)
{
    map->fonts = g_ptr_array_new();
    map->fontsets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_object_unref);
}

PangoContext *bp_fontmap_context(struct bp_faces *faces)
{
    BpFontMap *map = g_object_new(bp_font_map_get_type(), NULL);
    map->faces = faces;
    g_ptr_array_set_size(map->fonts, faces->table.n_faces);
    PangoContext *context = pango_font_map_create_context(PANGO_FONT_MAP(map));
    g_object_unref(map);
    return context;
}

struct bp_open_face *bp_fontmap_face(PangoFont *self)
{
    BpFont *font = (BpFont *)self;
    return bp_faces_open(font->faces, font->index);
}
