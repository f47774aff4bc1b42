/* SPDX-License-Identifier: MIT */
#include "write/font.h"

#include <hb-ot.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "write/cff.h"
#include "write/string.h"

/* FontDescriptor flags (ISO 32000-1 table 123). */
#define FLAG_FIXED_PITCH 1
#define FLAG_SYMBOLIC    4
#define FLAG_ITALIC      64

/* What a viewer needs no more once text is shaped. */
static const hb_tag_t dropped[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('n', 'a', 'm', 'e'), HB_TAG('O', 'S', '/', '2'), HB_TAG('p', 'o', 's', 't'),
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('g', 'a', 's', 'p'),
    HB_TAG('h', 'd', 'm', 'x'), HB_TAG('V', 'D', 'M', 'X'), HB_TAG('L', 'T', 'S', 'H'),
    HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'), HB_TAG('V', 'O', 'R', 'G'),
    HB_TAG('M', 'A', 'T', 'H'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('J', 'S', 'T', 'F'),
    HB_TAG('D', 'S', 'I', 'G'), HB_TAG('m', 'e', 't', 'a'), HB_TAG('S', 'T', 'A', 'T'),
};

static hb_face_t *open_face(struct bp_text_service *text, const struct bp_face *face)
{
    struct bp_bytes bytes = bp_text_face_data(text, face);
    hb_blob_t *blob =
        hb_blob_create(bytes.data, (unsigned)bytes.size, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *whole = hb_face_create(blob, (unsigned)face->index);
    hb_blob_destroy(blob);
    return whole;
}

static hb_subset_plan_t *make_plan(hb_face_t *whole, const guint32 *glyphs, int n_glyphs)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_t *wanted = hb_subset_input_glyph_set(input);
    for (int i = 0; i < n_glyphs; i++)
        hb_set_add(wanted, glyphs[i]);
    hb_set_t *tables = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < G_N_ELEMENTS(dropped); i++)
        hb_set_add(tables, dropped[i]);
    hb_set_clear(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG));
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(whole, input);
    hb_subset_input_destroy(input);
    return plan;
}

/* FNV-1a: the subset's tag must differ where its glyphs differ, and be the same in every run. */
static guint32 hash_glyphs(const guint32 *glyphs, int n_glyphs)
{
    guint32 hash = 2166136261u;
    for (int i = 0; i < n_glyphs; i++)
        hash = (hash ^ glyphs[i]) * 16777619u;
    return hash;
}

static void map_glyphs(struct bp_subset *subset, hb_font_t *font)
{
    const hb_map_t *old = hb_subset_plan_new_to_old_glyph_mapping(subset->plan);
    subset->n_glyphs = (int)hb_map_get_population(old);
    subset->numbers = g_new0(guint16, hb_face_get_glyph_count(subset->whole));
    subset->advances = g_new0(int, subset->n_glyphs);
    for (int i = 0; i < subset->n_glyphs; i++) {
        hb_codepoint_t id = hb_map_get(old, (hb_codepoint_t)i);
        subset->numbers[id] = (guint16)i;
        subset->advances[i] = hb_font_get_glyph_h_advance(font, id);
    }
}

static bool subset_init(struct bp_subset *subset, struct bp_text_service *text,
                        struct bp_arena *arena, struct bp_report *report)
{
    const guint32 *glyphs;
    int n_glyphs = bp_text_face_glyphs(text, subset->face, &glyphs, arena);
    if (n_glyphs == 0)
        return true;
    subset->whole = open_face(text, subset->face);
    subset->plan = make_plan(subset->whole, glyphs, n_glyphs);
    if (!subset->plan) {
        bp_report_system(report, subset->face->path, "font-subset",
                         "the font cannot be cut down to the glyphs in use; it may be damaged");
        return false;
    }
    hb_font_t *font = hb_font_create(subset->whole);
    subset->tag_hash = hash_glyphs(glyphs, n_glyphs);
    map_glyphs(subset, font);
    bp_unicode_init(&subset->unicode, font, subset->n_glyphs);
    hb_font_destroy(font);
    return true;
}

bool bp_fonts_init(struct bp_fonts *fonts, struct bp_pdf *pdf, struct bp_text_service *text,
                   struct bp_arena *arena, struct bp_report *report)
{
    fonts->n_subsets = bp_text_n_faces(text);
    fonts->subsets = g_new0(struct bp_subset, fonts->n_subsets);
    fonts->resources = bp_pdf_object(pdf);
    HPDF_Dict names = bp_pdf_dict(pdf);
    HPDF_Dict_Add(fonts->resources, "Font", names);
    for (int i = 0; i < fonts->n_subsets; i++) {
        struct bp_subset *subset = &fonts->subsets[i];
        char name[16];
        subset->face = bp_text_face(text, i);
        if (!subset_init(subset, text, arena, report))
            return false;
        if (!subset->plan)
            continue;
        subset->object = bp_pdf_object(pdf);
        g_snprintf(name, sizeof name, "F%d", i);
        HPDF_Dict_Add(names, name, subset->object);
    }
    return true;
}

void bp_fonts_finish(struct bp_fonts *fonts)
{
    for (int i = 0; i < fonts->n_subsets; i++) {
        struct bp_subset *subset = &fonts->subsets[i];
        if (subset->plan) {
            bp_unicode_finish(&subset->unicode);
            hb_subset_plan_destroy(subset->plan);
        }
        hb_face_destroy(subset->whole);
        g_free(subset->numbers);
        g_free(subset->advances);
    }
    g_free(fonts->subsets);
}

static double per_mille(const struct bp_face *face, int units)
{
    return units * 1000.0 / face->units_per_em;
}

static void tagged_name(const struct bp_subset *subset, char *name, size_t size)
{
    guint32 rest = subset->tag_hash;
    char tag[7] = {0};
    for (int i = 0; i < 6; i++, rest /= 26)
        tag[i] = (char)('A' + rest % 26);
    g_snprintf(name, size, "%s+%s", tag, subset->face->name);
}

/* CFF outlines are embedded bare, glyf ones as the whole TrueType file. */
static bool print_file(const struct bp_subset *subset, struct bp_pdf *pdf, int number)
{
    hb_face_t *cut = hb_subset_plan_execute_or_fail(subset->plan);
    if (!cut)
        return false;
    hb_blob_t *blob = subset->face->cff ? hb_face_reference_table(cut, HB_TAG('C', 'F', 'F', ' '))
                                        : hb_face_reference_blob(cut);
    unsigned size;
    const char *data = hb_blob_get_data(blob, &size);
    char entries[64];
    if (subset->face->cff)
        g_snprintf(entries, sizeof entries, "/Subtype/CIDFontType0C");
    else
        g_snprintf(entries, sizeof entries, "/Length1 %u", size);
    bool good = size > 0 && !(subset->face->cff && bp_cff_is_cid_keyed(data, size));
    if (good)
        bp_serial_stream(pdf->serial, number, entries, data, size, true);
    hb_blob_destroy(blob);
    hb_face_destroy(cut);
    return good;
}

static HPDF_Dict make_descriptor(const struct bp_subset *subset, struct bp_pdf *pdf,
                                 const char *name, void *file)
{
    const struct bp_face *face = subset->face;
    HPDF_Dict dict = bp_pdf_object(pdf);
    HPDF_Array box = bp_pdf_array(pdf);
    int flags = FLAG_SYMBOLIC;
    if (face->fixed_pitch)
        flags |= FLAG_FIXED_PITCH;
    if (face->italic)
        flags |= FLAG_ITALIC;
    for (int i = 0; i < 4; i++)
        HPDF_Array_AddNumber(box, (HPDF_INT32)lround(per_mille(face, face->box[i])));
    HPDF_Dict_AddName(dict, "Type", "FontDescriptor");
    HPDF_Dict_AddName(dict, "FontName", name);
    HPDF_Dict_AddNumber(dict, "Flags", flags);
    HPDF_Dict_Add(dict, "FontBBox", box);
    HPDF_Dict_AddReal(dict, "ItalicAngle", (HPDF_REAL)face->italic_angle);
    HPDF_Dict_AddNumber(dict, "Ascent", (HPDF_INT32)lround(per_mille(face, face->ascent)));
    HPDF_Dict_AddNumber(dict, "Descent", (HPDF_INT32)lround(per_mille(face, face->descent)));
    HPDF_Dict_AddNumber(dict, "CapHeight", (HPDF_INT32)lround(per_mille(face, face->cap_height)));
    /* No font says how thick its stems are; this fits the usual weights from 400 to 700. */
    HPDF_Dict_AddNumber(dict, "StemV", 50 + face->weight * face->weight / 4200);
    HPDF_Dict_Add(dict, face->cff ? "FontFile3" : "FontFile2", file);
    return dict;
}

static HPDF_Dict make_descendant(struct bp_subset *subset, struct bp_pdf *pdf, const char *name,
                                 void *file)
{
    HPDF_Dict dict = bp_pdf_object(pdf), system = bp_pdf_dict(pdf);
    bp_pdf_string(pdf, system, "Registry", "Adobe");
    bp_pdf_string(pdf, system, "Ordering", "Identity");
    HPDF_Dict_AddNumber(system, "Supplement", 0);
    HPDF_Dict_AddName(dict, "Type", "Font");
    HPDF_Dict_AddName(dict, "Subtype", subset->face->cff ? "CIDFontType0" : "CIDFontType2");
    HPDF_Dict_AddName(dict, "BaseFont", name);
    HPDF_Dict_Add(dict, "CIDSystemInfo", system);
    HPDF_Dict_Add(dict, "FontDescriptor", make_descriptor(subset, pdf, name, file));
    if (!subset->face->cff)
        HPDF_Dict_AddName(dict, "CIDToGIDMap", "Identity");
    HPDF_Dict_AddNumber(dict, "DW", 0);
    subset->widths = bp_pdf_reserve(pdf);
    HPDF_Dict_Add(dict, "W", subset->widths);
    return dict;
}

static bool embed(struct bp_subset *subset, struct bp_pdf *pdf)
{
    char name[HPDF_LIMIT_MAX_NAME_LEN];
    void *file = bp_pdf_reserve(pdf), *unicode = bp_pdf_reserve(pdf);
    HPDF_Array descendants = bp_pdf_array(pdf);
    HPDF_Dict dict = subset->object;

    tagged_name(subset, name, sizeof name);
    HPDF_Array_Add(descendants, make_descendant(subset, pdf, name, file));
    HPDF_Dict_AddName(dict, "Type", "Font");
    HPDF_Dict_AddName(dict, "Subtype", "Type0");
    HPDF_Dict_AddName(dict, "BaseFont", name);
    HPDF_Dict_AddName(dict, "Encoding", "Identity-H");
    HPDF_Dict_Add(dict, "DescendantFonts", descendants);
    HPDF_Dict_Add(dict, "ToUnicode", unicode);
    if (pdf->error)
        return false;
    GString *cmap = bp_unicode_cmap(&subset->unicode);
    bp_serial_stream(pdf->serial, bp_pdf_number(unicode), "", cmap->str, cmap->len, true);
    g_string_free(cmap, TRUE);
    return print_file(subset, pdf, bp_pdf_number(file));
}

bool bp_fonts_embed(struct bp_fonts *fonts, struct bp_pdf *pdf, struct bp_report *report)
{
    for (int i = 0; i < fonts->n_subsets; i++) {
        struct bp_subset *subset = &fonts->subsets[i];
        if (subset->plan && !embed(subset, pdf)) {
            bp_report_system(
                report, subset->face->path, "font-embed",
                "the font cannot be embedded; it is damaged, or CFF with keys of its own");
            return false;
        }
    }
    return true;
}

void bp_fonts_print(const struct bp_fonts *fonts, struct bp_pdf *pdf)
{
    for (int i = 0; i < fonts->n_subsets; i++) {
        const struct bp_subset *subset = &fonts->subsets[i];
        if (!subset->plan)
            continue;
        GString *out = bp_serial_object(pdf->serial, bp_pdf_number(subset->widths));
        g_string_append(out, "[0[");
        for (int k = 0; k < subset->n_glyphs; k++) {
            if (k > 0)
                g_string_append_c(out, ' ');
            bp_number_append(out, per_mille(subset->face, subset->advances[k]), 2);
        }
        g_string_append(out, "]]");
    }
}
