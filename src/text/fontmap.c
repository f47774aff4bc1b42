/* SPDX-License-Identifier: MIT */
#include "text/fontmap.h"

#include <string.h>

/* A face to Pango. */
struct font {
    PangoFont parent;
    PangoFontMap *map; /* which owns the font */
    struct bp_faces *faces;
    int index;
    PangoCoverage *coverage; /* NULL: not yet asked for */
};

struct fontmap {
    PangoFontMap parent;
    struct bp_faces *faces;
    GPtrArray *fonts;     /* struct font, beside the table; NULL: not yet made */
    GHashTable *fontsets; /* PangoFontset by description and language */
};

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
    struct font *font = (struct font *)self;
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
    const struct font *font = (struct font *)self;
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
    return ((struct font *)self)->map;
}

static void font_finalize(GObject *self)
{
    g_clear_object(&((struct font *)self)->coverage);
    G_OBJECT_CLASS(g_type_class_peek(PANGO_TYPE_FONT))->finalize(self);
}

static void font_class_init(gpointer class, G_GNUC_UNUSED gpointer data)
{
    PangoFontClass *own = class;
    own->parent_class.finalize = font_finalize;
    own->get_coverage = font_coverage;
    own->describe = font_describe;
    own->get_font_map = font_map;
}

static GType font_type(void)
{
    static gsize type;
    if (g_once_init_enter(&type))
        g_once_init_leave(&type, g_type_register_static_simple(
                                     PANGO_TYPE_FONT, "BpTextFont", sizeof(PangoFontClass),
                                     font_class_init, sizeof(struct font), NULL, 0));
    return type;
}

static PangoFont *font_at(struct fontmap *map, int index)
{
    struct font *font = map->fonts->pdata[index];
    if (!font) {
        font = g_object_new(font_type(), NULL);
        font->map = PANGO_FONT_MAP(map);
        font->faces = map->faces;
        font->index = index;
        map->fonts->pdata[index] = font;
    }
    return g_object_ref((PangoFont *)font);
}

static int find_family(const struct fontmap *map, const PangoFontDescription *description)
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
    struct fontmap *map = (struct fontmap *)self;
    return font_at(map, MAX(0, find_family(map, description)));
}

static void append_stand_ins(struct fontmap *map, PangoFontsetSimple *simple,
                             PangoLanguage *language, int weight, bool italic)
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
    struct fontmap *map = (struct fontmap *)self;
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
    struct fontmap *map = (struct fontmap *)self;
    g_hash_table_destroy(map->fontsets);
    for (guint i = 0; i < map->fonts->len; i++)
        if (map->fonts->pdata[i])
            g_object_unref(map->fonts->pdata[i]);
    g_ptr_array_free(map->fonts, TRUE);
    G_OBJECT_CLASS(g_type_class_peek(PANGO_TYPE_FONT_MAP))->finalize(self);
}

static void map_class_init(gpointer class, G_GNUC_UNUSED gpointer data)
{
    PangoFontMapClass *own = class;
    own->parent_class.finalize = map_finalize;
    own->load_font = map_load_font;
    own->load_fontset = map_load_fontset;
}

static GType map_type(void)
{
    static gsize type;
    if (g_once_init_enter(&type))
        g_once_init_leave(&type,
                          g_type_register_static_simple(PANGO_TYPE_FONT_MAP, "BpTextFontMap",
                                                        sizeof(PangoFontMapClass), map_class_init,
                                                        sizeof(struct fontmap), NULL, 0));
    return type;
}

PangoContext *bp_fontmap_context(struct bp_faces *faces)
{
    struct fontmap *map = g_object_new(map_type(), NULL);
    map->faces = faces;
    map->fonts = g_ptr_array_new();
    map->fontsets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_object_unref);
    g_ptr_array_set_size(map->fonts, faces->table.n_faces);
    PangoContext *context = pango_font_map_create_context(PANGO_FONT_MAP(map));
    g_object_unref(map);
    return context;
}

struct bp_open_face *bp_fontmap_face(PangoFont *self)
{
    struct font *font = (struct font *)self;
    return bp_faces_open(font->faces, font->index);
}
