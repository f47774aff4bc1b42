/* SPDX-License-Identifier: MIT */
#include "text/faces.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <hb-ot.h>

enum { SEMIBOLD = 600, BOLD = 700 };

bool bp_faces_init(struct bp_faces *faces, const char *list, struct bp_arena *arena,
                   struct bp_report *report)
{
    *faces = (struct bp_faces){.arena = arena, .report = report, .used = g_ptr_array_new()};
    bool fine = bp_table_read(list, &faces->table, arena, report);
    faces->open = bp_arena_new(arena, (size_t)faces->table.n_faces * sizeof(struct bp_open_face *));
    return fine;
}

void bp_faces_finish(struct bp_faces *faces)
{
    for (int i = 0; faces->open && i < faces->table.n_faces; i++) {
        struct bp_open_face *face = faces->open[i];
        if (!face || face->face.path != faces->table.faces[i].path)
            continue; /* not opened, or opened as another line's */
        hb_font_destroy(face->hb_font);
        hb_face_destroy(face->hb_face);
        g_mapped_file_unref(face->map);
    }
    g_ptr_array_free(faces->used, TRUE);
}

static int find_exact(const struct bp_faces *faces, const char *family, int weight, bool italic)
{
    for (int i = 0; i < faces->table.n_faces; i++) {
        const struct bp_table_face *face = &faces->table.faces[i];
        if (face->family && face->weight == weight && face->italic == italic &&
            strcmp(face->family, family) == 0)
            return i;
    }
    return -1;
}

int bp_faces_find(const struct bp_faces *faces, const char *family, int weight, bool italic)
{
    int index = find_exact(faces, family, weight, italic);
    return index < 0 && weight == SEMIBOLD ? find_exact(faces, family, BOLD, italic) : index;
}

/* Files that differ in style only have the same name up to the last hyphen. */
static bool same_group(const struct bp_table_face *a, const struct bp_table_face *b)
{
    const char *hyphen = strrchr(a->path, '-');
    return hyphen && a->scripts == b->scripts &&
           strncmp(a->path, b->path, (size_t)(hyphen - a->path) + 1) == 0;
}

static int style_distance(const struct bp_table_face *face, int weight, bool italic)
{
    return abs(face->weight - weight) + (face->italic != italic ? 1000 : 0);
}

static bool stands_for(const struct bp_table_face *face, const char *const *scripts, int n_scripts)
{
    char language[16];
    for (int i = 0; i < n_scripts; i++)
        if (bp_table_language(face->scripts, scripts[i], language))
            return true;
    return false;
}

int bp_faces_stand_ins(const struct bp_faces *faces, const char *const *scripts, int n_scripts,
                       int weight, bool italic, int *indices)
{
    const struct bp_table *table = &faces->table;
    int n = 0;
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0, next; i < table->n_faces; i = next) {
            const struct bp_table_face *first = &table->faces[i];
            int best = i;
            for (next = i + 1; next < table->n_faces && same_group(first, first + (next - i));
                 next++)
                if (style_distance(&table->faces[next], weight, italic) <
                    style_distance(&table->faces[best], weight, italic))
                    best = next;
            if (first->scripts && stands_for(first, scripts, n_scripts) == (pass == 0))
                indices[n++] = best;
        }
    return n;
}

static int metric(hb_font_t *font, hb_ot_metrics_tag_t tag, const char *measured)
{
    hb_position_t position = 0;
    hb_codepoint_t glyph;
    hb_glyph_extents_t extents;
    if (hb_ot_metrics_get_position(font, tag, &position) && (position != 0 || !measured))
        return position;
    /* Old OS/2 tables have no heights of letters. */
    if (measured && hb_font_get_nominal_glyph(font, (hb_codepoint_t)measured[0], &glyph) &&
        hb_font_get_glyph_extents(font, glyph, &extents))
        return extents.y_bearing;
    return position;
}

static int read_int16(const char *data, unsigned size, unsigned offset)
{
    if (offset + 2 > size)
        return 0;
    return (int16_t)((uint8_t)data[offset] << 8 | (uint8_t)data[offset + 1]);
}

static void read_tables(struct bp_open_face *open)
{
    struct bp_face *face = &open->face;
    unsigned size;
    hb_blob_t *head = hb_face_reference_table(open->hb_face, HB_TAG('h', 'e', 'a', 'd'));
    const char *data = hb_blob_get_data(head, &size);
    for (unsigned i = 0; i < 4; i++)
        face->box[i] = read_int16(data, size, 36 + 2 * i);
    hb_blob_destroy(head);
    hb_blob_t *post = hb_face_reference_table(open->hb_face, HB_TAG('p', 'o', 's', 't'));
    data = hb_blob_get_data(post, &size);
    face->fixed_pitch = read_int16(data, size, 12) != 0 || read_int16(data, size, 14) != 0;
    hb_blob_destroy(post);
    hb_blob_t *cff = hb_face_reference_table(open->hb_face, HB_TAG('C', 'F', 'F', ' '));
    face->cff = hb_blob_get_length(cff) > 0;
    hb_blob_destroy(cff);
}

static const char *postscript_name(hb_face_t *face, struct bp_arena *arena)
{
    char name[128] = "";
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
    return bp_arena_string(arena, name, strlen(name));
}

/* Whether a rule of `table` may have a space among its glyphs: kerning, or a choice of form. */
static bool rules_have(hb_face_t *face, hb_tag_t table, hb_codepoint_t space)
{
    static const hb_tag_t features[] = {
        HB_TAG('k', 'e', 'r', 'n'), HB_TAG('c', 'a', 'l', 't'), HB_TAG('c', 'l', 'i', 'g'),
        HB_TAG('l', 'i', 'g', 'a'), HB_TAG('c', 'c', 'm', 'p'), HB_TAG('r', 'l', 'i', 'g'),
        HB_TAG('d', 'i', 's', 't'), HB_TAG('l', 'o', 'c', 'l'), HB_TAG_NONE};
    hb_set_t *lookups = hb_set_create();
    hb_set_t *glyphs = hb_set_create();
    hb_ot_layout_collect_lookups(face, table, NULL, NULL, features, lookups);
    hb_codepoint_t lookup = HB_SET_VALUE_INVALID;
    while (hb_set_next(lookups, &lookup))
        hb_ot_layout_lookup_collect_glyphs(face, table, lookup, glyphs, glyphs, glyphs, NULL);
    bool found = hb_set_has(glyphs, space);
    hb_set_destroy(lookups);
    hb_set_destroy(glyphs);
    return found;
}

/* Whether the kern table has a pair with a space; a table of another form than Windows' may. */
static bool pairs_have(hb_face_t *face, hb_codepoint_t space)
{
    enum { HEADERS = 4 + 6 + 8, PAIR = 6 };
    unsigned size;
    hb_blob_t *table = hb_face_reference_table(face, HB_TAG('k', 'e', 'r', 'n'));
    const char *data = hb_blob_get_data(table, &size);
    bool found = size > 0 && (size < HEADERS || read_int16(data, size, 0) != 0 ||
                              read_int16(data, size, 2) != 1 || data[8] != 0);
    /* The subtable's length is of 16 bits and may have overflowed: the pairs are counted. */
    unsigned n = size < HEADERS ? 0 : (uint16_t)read_int16(data, size, 10);
    for (unsigned i = 0; i < n && !found; i++) {
        unsigned at = HEADERS + i * PAIR;
        found = (uint16_t)read_int16(data, size, at) == space ||
                (uint16_t)read_int16(data, size, at + 2) == space;
    }
    hb_blob_destroy(table);
    return found;
}

static bool minds_spaces(const struct bp_open_face *open)
{
    static const hb_tag_t kern[] = {HB_TAG('k', 'e', 'r', 'n'), HB_TAG_NONE};
    hb_codepoint_t space;
    if (!hb_font_get_nominal_glyph(open->hb_font, ' ', &space))
        return false;
    hb_set_t *lookups = hb_set_create();
    hb_ot_layout_collect_lookups(open->hb_face, HB_OT_TAG_GPOS, NULL, NULL, kern, lookups);
    bool in_gpos = !hb_set_is_empty(lookups);
    hb_set_destroy(lookups);
    /* HarfBuzz takes the kern table where GPOS does not kern. */
    return (!in_gpos && pairs_have(open->hb_face, space)) ||
           rules_have(open->hb_face, HB_OT_TAG_GPOS, space) ||
           rules_have(open->hb_face, HB_OT_TAG_GSUB, space);
}

/* A family's face may stand in for scripts too: its file is opened and embedded once. */
static struct bp_open_face *find_open(const struct bp_faces *faces, const char *path)
{
    for (int i = 0; i < faces->table.n_faces; i++)
        if (faces->open[i] && strcmp(faces->table.faces[i].path, path) == 0)
            return faces->open[i];
    return NULL;
}

struct bp_open_face *bp_faces_open(struct bp_faces *faces, int index)
{
    const struct bp_table_face *entry = &faces->table.faces[index];
    if (!faces->open[index])
        faces->open[index] = find_open(faces, entry->path);
    if (faces->open[index])
        return faces->open[index];
    GMappedFile *map = g_mapped_file_new(entry->path, FALSE, NULL);
    if (!map) {
        bp_report_system(faces->report, entry->path, "missing-font",
                         "this font file is missing; install the package %s", entry->package);
        faces->incomplete = true;
        return NULL;
    }
    hb_blob_t *blob =
        hb_blob_create(g_mapped_file_get_contents(map), (unsigned)g_mapped_file_get_length(map),
                       HB_MEMORY_MODE_READONLY, NULL, NULL);
    struct bp_open_face *open = bp_arena_new(faces->arena, sizeof *open);
    open->map = map;
    open->hb_face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    open->hb_font = hb_font_create(open->hb_face);
    open->n_glyphs = (int)hb_face_get_glyph_count(open->hb_face);
    int units = (int)hb_face_get_upem(open->hb_face);
    hb_font_set_scale(open->hb_font, units, units);
    open->face = (struct bp_face){
        .number = -1,
        .name = postscript_name(open->hb_face, faces->arena),
        .path = entry->path,
        .units_per_em = units,
        .ascent = metric(open->hb_font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, NULL),
        .descent = metric(open->hb_font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, NULL),
        .cap_height = metric(open->hb_font, HB_OT_METRICS_TAG_CAP_HEIGHT, "H"),
        .x_height = metric(open->hb_font, HB_OT_METRICS_TAG_X_HEIGHT, "x"),
        .italic_angle = (double)hb_style_get_value(open->hb_font, HB_STYLE_TAG_SLANT_ANGLE),
        .italic = entry->italic,
        .weight = entry->weight,
    };
    read_tables(open);
    open->minds_spaces = minds_spaces(open);
    open->used = bp_arena_new(faces->arena, ((size_t)open->n_glyphs / 32 + 1) * sizeof(uint32_t));
    faces->open[index] = open;
    return open;
}

void bp_faces_use(struct bp_faces *faces, struct bp_open_face *face, uint32_t glyph)
{
    if (face->face.number < 0) {
        face->face.number = (int)faces->used->len;
        g_ptr_array_add(faces->used, face);
    }
    if (glyph < (uint32_t)face->n_glyphs)
        face->used[glyph / 32] |= (uint32_t)1 << (glyph % 32);
}
