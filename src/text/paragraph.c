/* SPDX-License-Identifier: MIT */
#include "text/paragraph.h"

#include <limits.h>
#include <string.h>

#include "text/breaks.h"
#include "text/itemise.h"
#include "text/service.h"
#include "text/shape.h"
#include "text/words.h"

static bool find_looks(struct bp_text_service *text, const struct bp_text_run *runs, int n_runs,
                       struct bp_look **looks, struct bp_report *report)
{
    bool fine = true;
    for (int i = 0; i < n_runs; i++) {
        const struct bp_font *font = &runs[i].font;
        looks[i] = bp_look_find(text, font);
        if (looks[i])
            continue;
        const char *fault = bp_text_no_face(text, font);
        if (fault)
            bp_report_error(report, &runs[i].source.source, "no-face", "%s", fault);
        fine = false;
    }
    return fine;
}

static bool is_reordered(const struct bp_paragraph *paragraph)
{
    for (int i = 0; i < paragraph->n_pieces; i++) {
        const struct bp_shape *shape = paragraph->pieces[i].shape;
        if (shape && shape->level != (paragraph->right_to_left ? 1 : 0))
            return true;
    }
    return paragraph->right_to_left;
}

bool bp_paragraph_make(struct bp_text_service *text, const struct bp_text_run *runs, int n_runs,
                       struct bp_paragraph *paragraph, struct bp_arena *arena,
                       struct bp_report *report)
{
    bool right_to_left = paragraph->right_to_left;
    struct bp_look *few[32];
    struct bp_look **looks = n_runs <= 32 ? few : g_new(struct bp_look *, n_runs);
    struct bp_source_text source = {runs, looks, n_runs, right_to_left};
    *paragraph = (struct bp_paragraph){.right_to_left = right_to_left && n_runs == 0};
    bool fine = find_looks(text, runs, n_runs, looks, report);
    if (fine && n_runs > 0 && !bp_words_make(text, &source))
        fine = bp_itemise_make(text, &source, &paragraph->right_to_left, report);
    if (fine && n_runs > 0) {
        paragraph->n_pieces = (int)text->pieces->len;
        paragraph->pieces =
            bp_arena_copy(arena, text->pieces->data, text->pieces->len, sizeof *paragraph->pieces);
        paragraph->reorder = is_reordered(paragraph);
    }
    if (looks != few)
        g_free(looks);
    return fine;
}

/* The levels of a line's pieces: what hangs at an edge has the paragraph's (UAX #9 rule L1). */
static int line_levels(const struct bp_paragraph *paragraph, int first, int end, int *levels)
{
    int base = paragraph->right_to_left, highest = 0;
    bool hangs = true;
    for (int i = end - 1; i >= first; i--) {
        const struct bp_piece *piece = &paragraph->pieces[i];
        if (!piece->space)
            hangs = !piece->shape;
        levels[i - first] = hangs ? base : piece->shape->level;
        highest = MAX(highest, levels[i - first]);
    }
    return highest;
}

static void reverse(int *order, int first, int last)
{
    for (; first < last; first++, last--) {
        int kept = order[first];
        order[first] = order[last];
        order[last] = kept;
    }
}

void bp_paragraph_order(const struct bp_paragraph *paragraph, int first, int end, int *order)
{
    int n = end - first;
    int *levels = g_new(int, MAX(n, 1));
    int highest = line_levels(paragraph, first, end, levels);
    for (int i = 0; i < n; i++)
        order[i] = first + i;
    for (int level = highest; level > 0; level--)
        for (int i = 0, until; i < n; i = until + 1) {
            for (until = i; until < n && levels[order[until] - first] >= level; until++)
                ;
            reverse(order, i, until - 1);
        }
    g_free(levels);
}

/* The width, in font units, of the characters in front of byte `at`. */
static int width_before(const struct bp_shape *shape, int at)
{
    int width = 0;
    for (int i = 0; i < shape->n_glyphs; i++)
        if (shape->glyphs[i].cluster < at)
            width += shape->glyphs[i].advance;
    return width;
}

static const struct bp_shape *shape_anew(struct bp_text_service *text, const struct bp_shape *shape,
                                         int start, int length)
{
    const struct bp_made_shape *made = (const struct bp_made_shape *)(const void *)shape;
    struct bp_stretch stretch =
        bp_stretch_begin(text, &made->how, shape->text + start, length, 0, length);
    return bp_stretch_take(&stretch, length);
}

bool bp_shape_part(struct bp_text_service *text, const struct bp_shape *shape, double size,
                   double width, const struct bp_shape *parts[3])
{
    double room = width * shape->face->units_per_em / size;
    int space = 0, after = 0;
    const char *end = shape->text + shape->length;
    for (const char *at = shape->text, *next; at < end; at = next) {
        gunichar character = g_utf8_get_char(at);
        int byte = (int)(at - shape->text);
        next = g_utf8_next_char(at);
        if ((character != 0xA0 && character != 0x202F) || byte == 0 || next == end ||
            width_before(shape, byte) > room)
            continue;
        space = byte;
        after = (int)(next - shape->text);
    }
    if (space == 0)
        return false;
    parts[0] = shape_anew(text, shape, 0, space);
    parts[1] = shape_anew(text, shape, space, after - space);
    parts[2] = shape_anew(text, shape, after, shape->length - after);
    return true;
}

bool bp_shape_split(struct bp_text_service *text, const struct bp_shape *shape, double size,
                    double width, const struct bp_shape **head, const struct bp_shape **tail)
{
    const struct bp_made_shape *made = (const struct bp_made_shape *)(const void *)shape;
    double room = width * shape->face->units_per_em / size;
    const PangoLogAttr *attribute =
        bp_break_attributes(text, shape->text, shape->length, made->how.look->language);
    int best = 0;
    const char *end = shape->text + shape->length;
    const char *at = shape->text;
    for (at = g_utf8_next_char(at), attribute++; at < end; at = g_utf8_next_char(at), attribute++) {
        int byte = (int)(at - shape->text);
        if (!attribute->is_cursor_position)
            continue;
        if (best > 0 && width_before(shape, byte) > room)
            break;
        best = byte;
    }
    if (best == 0)
        return false;
    *head = shape_anew(text, shape, 0, best);
    *tail = shape_anew(text, shape, best, shape->length - best);
    return true;
}

/* The script of the first character that has one. */
static GUnicodeScript own_script(const char *string, int length)
{
    for (const char *at = string; at < string + length; at = g_utf8_next_char(at)) {
        GUnicodeScript script = g_unichar_get_script(g_utf8_get_char(at));
        if (script != G_UNICODE_SCRIPT_COMMON && script != G_UNICODE_SCRIPT_INHERITED)
            return script;
    }
    return G_UNICODE_SCRIPT_COMMON;
}

static const struct bp_shape *shape_in(struct bp_text_service *text, struct bp_shaping *how,
                                       struct bp_open_face *face, const char *string, int length)
{
    if (!face)
        return NULL;
    how->face = face;
    struct bp_stretch stretch = bp_stretch_begin(text, how, string, length, 0, length);
    return bp_stretch_missing(&stretch, 0) < 0 ? bp_stretch_take(&stretch, length) : NULL;
}

/* In the look's own face, or in the first stand-in that has it all; NULL: none has. */
static const struct bp_shape *shape_in_any(struct bp_text_service *text, struct bp_shaping *how,
                                           const char *string, int length)
{
    const struct bp_look *look = how->look;
    const struct bp_shape *shape = shape_in(text, how, look->face, string, length);
    if (shape)
        return shape;
    guint32 tag = GUINT32_TO_BE(g_unicode_script_to_iso15924(how->script));
    char name[5] = "";
    memcpy(name, &tag, 4);
    const char *scripts[] = {name};
    int *indices = g_new(int, text->faces.table.n_faces + 1);
    int n =
        bp_faces_stand_ins(&text->faces, scripts, 1, look->font.weight, look->font.italic, indices);
    for (int i = 0; i < n && !shape; i++)
        shape = shape_in(text, how, bp_faces_open(&text->faces, indices[i]), string, length);
    g_free(indices);
    return shape;
}

const struct bp_shape *bp_text_shape(struct bp_text_service *text, const struct bp_font *font,
                                     const char *string, int length)
{
    struct bp_look *look = bp_look_find(text, font);
    if (!look)
        return NULL;
    if (length == 1 && *string == ' ')
        return bp_shape_space(text, look, G_UNICODE_SCRIPT_COMMON, INT_MIN);
    bool fresh;
    /* The last bit parts these from words, which may be shaped with other spaces or scripts. */
    struct bp_word *word = bp_cache_word(&text->cache, (uint32_t)look->number << 8 | 1 << 3, string,
                                         length, text->arena, &fresh);
    if (!fresh)
        return word->parts ? word->parts[0].shape : NULL;
    struct bp_shaping how = {.look = look,
                             .script = own_script(word->text, length),
                             .level = bp_text_runs_left(word->text, length, false)};
    struct bp_word_part part = {.end = length};
    part.shape = shape_in_any(text, &how, word->text, length);
    if (part.shape)
        word->parts = bp_arena_copy(text->arena, &part, 1, sizeof part);
    return part.shape;
}
