/* SPDX-License-Identifier: MIT */
#include "text/service.h"

static const char own_list[] =
#include "gen/fonts/faces.list.h"
    ;

static const char own_hyphens[] =
#include "gen/fonts/hyphenation.list.h"
    ;

struct bp_text_service *bp_text_create(struct bp_report *report)
{
    return bp_text_create_from(own_list, report);
}

struct bp_text_service *bp_text_create_from(const char *list, struct bp_report *report)
{
    struct bp_text_service *text = g_new0(struct bp_text_service, 1);
    text->arena = bp_arena_create();
    text->looks = g_ptr_array_new();
    text->buffer = hb_buffer_create();
    hb_buffer_set_flags(text->buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    text->attributes = g_array_new(FALSE, FALSE, sizeof(PangoLogAttr));
    text->pieces = g_array_new(FALSE, FALSE, sizeof(struct bp_piece));
    text->scratch = g_string_new(NULL);
    bp_cache_init(&text->cache);
    bool fine = bp_faces_init(&text->faces, list, text->arena, report);
    if (bp_hyphens_init(&text->hyphens, own_hyphens, text->arena, report) && fine)
        return text;
    bp_text_destroy(text);
    return NULL;
}

void bp_text_destroy(struct bp_text_service *text)
{
    if (!text)
        return;
    g_clear_object(&text->context);
    for (guint i = 0; i < text->looks->len; i++)
        bp_look_destroy(text->looks->pdata[i]);
    g_ptr_array_free(text->looks, TRUE);
    hb_buffer_destroy(text->buffer);
    g_array_free(text->attributes, TRUE);
    g_array_free(text->pieces, TRUE);
    g_string_free(text->scratch, TRUE);
    bp_cache_finish(&text->cache);
    bp_faces_finish(&text->faces);
    bp_hyphens_finish(&text->hyphens);
    bp_arena_destroy(text->arena);
    g_free(text);
}

/* Appends one of `n` things there are: "a", "a, b" or "a, b or c". */
static void append_choice(GString *out, int index, int n, const char *name)
{
    if (index > 0)
        g_string_append(out, index == n - 1 ? " or " : ", ");
    g_string_append(out, name);
}

static bool begins_family(const struct bp_table *table, int index)
{
    const char *family = table->faces[index].family;
    return family && (index == 0 || g_strcmp0(table->faces[index - 1].family, family) != 0);
}

static void append_families(const struct bp_table *table, GString *out)
{
    int n = 0, index = 0;
    for (int i = 0; i < table->n_faces; i++)
        n += begins_family(table, i);
    for (int i = 0; i < table->n_faces; i++)
        if (begins_family(table, i))
            append_choice(out, index++, n, table->faces[i].family);
}

/* The weights and slopes of a family; returns how many there are. */
static int append_looks(const struct bp_table *table, const char *family, GString *out)
{
    int n = 0, index = 0;
    for (int i = 0; i < table->n_faces; i++)
        n += g_strcmp0(table->faces[i].family, family) == 0;
    for (int i = 0; i < table->n_faces; i++) {
        const struct bp_table_face *face = &table->faces[i];
        char look[32];
        if (g_strcmp0(face->family, family) != 0)
            continue;
        g_snprintf(look, sizeof look, "%d%s", face->weight, face->italic ? " italic" : "");
        append_choice(out, index++, n, look);
    }
    return n;
}

const char *bp_text_no_face(const struct bp_text_service *text, const struct bp_font *font)
{
    const char *family = font->family ? font->family : "";
    if (bp_faces_find(&text->faces, family, font->weight, font->italic) >= 0)
        return NULL;
    GString *choice = g_string_new(NULL);
    const char *fault;
    if (append_looks(&text->faces.table, family, choice) > 0) {
        fault = bp_arena_printf(text->arena, "the family “%s” has no weight %d%s; write %s", family,
                                font->weight, font->italic ? " in italic" : "", choice->str);
    } else {
        append_families(&text->faces.table, choice);
        fault =
            bp_arena_printf(text->arena, "there is no family “%s”; write %s", family, choice->str);
    }
    g_string_free(choice, TRUE);
    return fault;
}

int bp_text_n_faces(const struct bp_text_service *text)
{
    return (int)text->faces.used->len;
}

const struct bp_face *bp_text_face(const struct bp_text_service *text, int number)
{
    const struct bp_open_face *open = text->faces.used->pdata[number];
    return &open->face;
}

static const struct bp_open_face *opened(const struct bp_face *face)
{
    return (const struct bp_open_face *)(const void *)face;
}

struct bp_bytes bp_text_face_data(G_GNUC_UNUSED const struct bp_text_service *text,
                                  const struct bp_face *face)
{
    GMappedFile *map = opened(face)->map;
    return (struct bp_bytes){g_mapped_file_get_contents(map), g_mapped_file_get_length(map)};
}

int bp_text_face_glyphs(G_GNUC_UNUSED const struct bp_text_service *text,
                        const struct bp_face *face, const uint32_t **glyphs, struct bp_arena *arena)
{
    const struct bp_open_face *open = opened(face);
    uint32_t *list = bp_arena_new(arena, ((size_t)open->n_glyphs + 1) * sizeof *list);
    int n = 0;
    list[n++] = 0;
    for (uint32_t i = 1; i < (uint32_t)open->n_glyphs; i++)
        if (open->used[i / 32] >> (i % 32) & 1)
            list[n++] = i;
    *glyphs = list;
    return n;
}

struct bp_metrics bp_text_metrics(struct bp_text_service *text, const struct bp_font *font,
                                  double size)
{
    const struct bp_look *look = bp_look_find(text, font);
    if (!look)
        return (struct bp_metrics){0};
    const struct bp_face *face = &look->face->face;
    double scale = size / face->units_per_em;
    return (struct bp_metrics){.ascent = face->ascent * scale,
                               .descent = -face->descent * scale,
                               .cap_height = face->cap_height * scale,
                               .x_height = face->x_height * scale};
}
