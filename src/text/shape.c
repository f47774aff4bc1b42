/* SPDX-License-Identifier: MIT */
#include "text/shape.h"

#include <limits.h>
#include <string.h>

#include "text/service.h"

struct bp_stretch bp_stretch_begin(struct bp_text_service *text, const struct bp_shaping *how,
                                   const char *string, int size, int start, int end)
{
    hb_buffer_t *buffer = text->buffer;
    bool backwards = how->level % 2 != 0;
    const char *language = pango_language_to_string(bp_look_language(text, how->look, how->script));
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, string, size, (unsigned)start, end - start);
    hb_buffer_set_direction(buffer, backwards ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer,
                         hb_script_from_iso15924_tag(g_unicode_script_to_iso15924(how->script)));
    hb_buffer_set_language(buffer, hb_language_from_string(language, -1));
    hb_shape(how->face->hb_font, buffer, how->look->features, how->look->n_features);
    int n = (int)hb_buffer_get_length(buffer);
    return (struct bp_stretch){.text = text,
                               .how = *how,
                               .string = string,
                               .end = end,
                               .taken = start,
                               .glyph = backwards ? n - 1 : 0};
}

static bool backwards(const struct bp_stretch *stretch)
{
    return stretch->how.level % 2 != 0;
}

static hb_glyph_info_t *infos(const struct bp_stretch *stretch, int *n)
{
    unsigned length;
    hb_glyph_info_t *info = hb_buffer_get_glyph_infos(stretch->text->buffer, &length);
    *n = (int)length;
    return info;
}

/* Glyphs are in visual order, and asked for again and again: the first is found by halves. */
int bp_stretch_missing(const struct bp_stretch *stretch, int from)
{
    int n, first = 0;
    const hb_glyph_info_t *info = infos(stretch, &n);
    int start = backwards(stretch) ? n - 1 : 0;
    int step = backwards(stretch) ? -1 : 1;
    for (int end = n; first < end;) {
        int middle = first + (end - first) / 2;
        if ((int)info[start + step * middle].cluster < from)
            first = middle + 1;
        else
            end = middle;
    }
    for (; first < n; first++)
        if (info[start + step * first].codepoint == 0)
            return (int)info[start + step * first].cluster;
    return -1;
}

/* The glyph from which on clusters are not before `at`. */
static int glyph_at(const struct bp_stretch *stretch, int at)
{
    int n;
    int glyph = stretch->glyph;
    const hb_glyph_info_t *info = infos(stretch, &n);
    int step = backwards(stretch) ? -1 : 1;
    while (glyph >= 0 && glyph < n && (int)info[glyph].cluster < at)
        glyph += step;
    return glyph;
}

bool bp_stretch_parts(struct bp_stretch *stretch, int at)
{
    int n;
    const hb_glyph_info_t *info = infos(stretch, &n);
    int glyph = glyph_at(stretch, at);
    if (at >= stretch->end || (glyph >= 0 && glyph < n && (int)info[glyph].cluster == at))
        return true;
    /* Characters that show nothing have no glyph and lie in the cluster before them. */
    int shown = at;
    while (shown < stretch->end && pango_is_zero_width(g_utf8_get_char(stretch->string + shown)))
        shown = (int)(g_utf8_next_char(stretch->string + shown) - stretch->string);
    if (shown == at)
        return false;
    if (glyph < 0 || glyph >= n)
        return shown >= stretch->end;
    return (int)info[glyph].cluster == shown;
}

static int16_t units(hb_position_t position)
{
    return (int16_t)CLAMP(position, INT16_MIN, INT16_MAX);
}

struct bp_shape *bp_stretch_take(struct bp_stretch *stretch, int at)
{
    struct bp_text_service *text = stretch->text;
    int n;
    const hb_glyph_info_t *info = infos(stretch, &n);
    const hb_glyph_position_t *position = hb_buffer_get_glyph_positions(text->buffer, NULL);
    int next = at >= stretch->end ? (backwards(stretch) ? -1 : n) : glyph_at(stretch, at);
    int first = backwards(stretch) ? next + 1 : stretch->glyph;
    int count = ABS(next - stretch->glyph);
    struct bp_made_shape *made = bp_arena_new(text->arena, sizeof *made);
    struct bp_glyph *glyphs = bp_arena_new(text->arena, (size_t)count * sizeof *glyphs);
    int width = 0;
    for (int i = 0; i < count; i++) {
        int from = first + i;
        glyphs[i] = (struct bp_glyph){
            .id = info[from].codepoint,
            .advance = units(position[from].x_advance),
            .x_offset = units(position[from].x_offset),
            .y_offset = units(position[from].y_offset),
            .cluster = (uint16_t)MAX(0, (int)info[from].cluster - stretch->taken)};
        width += glyphs[i].advance;
        bp_faces_use(&text->faces, stretch->how.face, glyphs[i].id);
    }
    made->how = stretch->how;
    made->shape = (struct bp_shape){.face = &stretch->how.face->face,
                                    .text = stretch->string + stretch->taken,
                                    .glyphs = glyphs,
                                    .n_glyphs = count,
                                    .length = at - stretch->taken,
                                    .width = width,
                                    .level = (uint8_t)stretch->how.level};
    stretch->taken = at;
    stretch->glyph = next;
    return &made->shape;
}

const struct bp_shape *bp_shape_space(struct bp_text_service *text, struct bp_look *look,
                                      GUnicodeScript script, int width)
{
    for (guint i = 0; i < look->spaces->len; i++) {
        const struct bp_shape *shape = look->spaces->pdata[i];
        if (shape->width == width || (width == INT_MIN && i == 0))
            return shape;
    }
    struct bp_shaping how = {.look = look, .face = look->face, .script = script};
    struct bp_stretch stretch = bp_stretch_begin(text, &how, " ", 1, 0, 1);
    struct bp_shape *shape = bp_stretch_take(&stretch, 1);
    shape->space = true;
    /* The first is the face's own. */
    if (look->spaces->len > 0 && shape->n_glyphs > 0) {
        struct bp_glyph glyph = shape->glyphs[0];
        shape->width = width;
        glyph.advance = units(width);
        shape->glyphs = bp_arena_copy(text->arena, &glyph, 1, sizeof glyph);
    }
    g_ptr_array_add(look->spaces, shape);
    if (width != INT_MIN && shape->width != width)
        return bp_shape_space(text, look, script, width);
    return shape;
}
