/* SPDX-License-Identifier: MIT */
#include "text/service.h"

static const char own_list[] =
#include "gen/fonts/faces.list.h"
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
    if (bp_faces_init(&text->faces, list, text->arena, report))
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
    bp_arena_destroy(text->arena);
    g_free(text);
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
