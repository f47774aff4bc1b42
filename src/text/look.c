/* SPDX-License-Identifier: MIT */
#include "text/look.h"

#include <string.h>

#include "text/service.h"

static bool same(const char *a, const char *b)
{
    return a == b || g_strcmp0(a, b) == 0;
}

static bool has_font(const struct bp_look *look, const struct bp_font *font)
{
    return look->font.weight == font->weight && look->font.italic == font->italic &&
           look->font.tabular == font->tabular && same(look->font.family, font->family) &&
           same(look->font.language, font->language);
}

static const char *keep(struct bp_arena *arena, const char *string)
{
    return string ? bp_arena_string(arena, string, strlen(string)) : NULL;
}

struct bp_look *bp_look_find(struct bp_text_service *text, const struct bp_font *font)
{
    for (guint i = 0; i < text->looks->len; i++)
        if (has_font(text->looks->pdata[i], font))
            return text->looks->pdata[i];
    int index =
        bp_faces_find(&text->faces, font->family ? font->family : "", font->weight, font->italic);
    struct bp_open_face *face = index < 0 ? NULL : bp_faces_open(&text->faces, index);
    if (!face)
        return NULL;
    struct bp_look *look = bp_arena_new(text->arena, sizeof *look);
    look->number = (int)text->looks->len;
    look->font = *font;
    look->font.family = keep(text->arena, font->family);
    look->font.language = keep(text->arena, font->language);
    look->language = pango_language_from_string(font->language ? font->language : "und");
    look->face = face;
    look->spaces = g_ptr_array_new();
    static const hb_tag_t tabular[] = {HB_TAG('t', 'n', 'u', 'm'), HB_TAG('l', 'n', 'u', 'm')};
    for (unsigned i = 0; font->tabular && i < G_N_ELEMENTS(tabular); i++)
        look->features[look->n_features++] =
            (hb_feature_t){tabular[i], 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    g_ptr_array_add(text->looks, look);
    return look;
}

void bp_look_destroy(struct bp_look *look)
{
    g_ptr_array_free(look->spaces, TRUE);
}

PangoLanguage *bp_look_language(const struct bp_text_service *text, const struct bp_look *look,
                                GUnicodeScript script)
{
    if (pango_language_includes_script(look->language, (PangoScript)script))
        return look->language;
    guint32 tag = GUINT32_TO_BE(g_unicode_script_to_iso15924(script));
    char name[5] = "";
    char language[16];
    memcpy(name, &tag, 4);
    const struct bp_table *table = &text->faces.table;
    for (int i = 0; i < table->n_faces; i++)
        if (table->faces[i].scripts && bp_table_language(table->faces[i].scripts, name, language))
            return pango_language_from_string(language);
    return look->language;
}
