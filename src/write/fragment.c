/* SPDX-License-Identifier: MIT */
#include "write/fragment.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "write/string.h"

/* A finished fragment, for any size. */
struct fragment {
    guint32 start; /* in `texts` */
    guint32 length;
    bool told;
};

struct bp_fragments {
    struct bp_fonts *fonts;
    GHashTable *known; /* struct bp_shape * -> index in `made`, from 1 */
    GArray *made;      /* struct fragment */
    GString *texts;
    GString *scratch;
};

/* A fragment in the making. */
struct maker {
    const struct bp_shape *shape;
    struct bp_subset *subset;
    GString *out;
    double scale; /* thousandths a font unit */
    double size;
    int pen;     /* font units: where the glyphs shown so far leave it */
    double owed; /* thousandths that it is still to move */
    bool sized;  /* the fragment holds lengths of its size */
    bool raised;
    bool told;
};

struct bp_fragments *bp_fragments_create(struct bp_fonts *fonts)
{
    struct bp_fragments *fragments = g_new0(struct bp_fragments, 1);
    fragments->fonts = fonts;
    fragments->known = g_hash_table_new(NULL, NULL);
    fragments->made = g_array_new(FALSE, FALSE, sizeof(struct fragment));
    fragments->texts = g_string_new(NULL);
    fragments->scratch = g_string_new(NULL);
    return fragments;
}

void bp_fragments_destroy(struct bp_fragments *fragments)
{
    if (!fragments)
        return;
    g_hash_table_destroy(fragments->known);
    g_array_free(fragments->made, TRUE);
    g_string_free(fragments->texts, TRUE);
    g_string_free(fragments->scratch, TRUE);
    g_free(fragments);
}

void bp_fragment_move(GString *out, double mille, int decimals)
{
    g_string_append_c(out, ')');
    bp_number_append(out, -mille, decimals);
    g_string_append_c(out, '(');
}

/* Moves the pen by what is owed; less than half a thousandth waits for the next glyph. */
static void settle(struct maker *maker)
{
    double move = round(maker->owed);
    if (move == 0)
        return;
    maker->owed -= move;
    bp_fragment_move(maker->out, move, 0);
}

static void rise(struct maker *maker, int units)
{
    if (units == 0 && !maker->raised)
        return;
    g_string_append(maker->out, ")]TJ ");
    bp_number_append(maker->out, units * maker->scale * maker->size / 1000, 2);
    g_string_append(maker->out, " Ts[(");
    maker->raised = units != 0;
    maker->sized = true;
}

/* Shows a glyph whose origin is at `at`, in font units. */
static void show(struct maker *maker, const struct bp_glyph *glyph, int at)
{
    guint16 number = maker->subset->numbers[glyph->id];
    at += glyph->x_offset;
    maker->owed += (at - maker->pen) * maker->scale;
    settle(maker);
    rise(maker, glyph->y_offset);
    bp_string_byte(maker->out, (char)(number >> 8));
    bp_string_byte(maker->out, (char)(number & 0xFF));
    maker->pen = at + maker->subset->advances[number];
}

/* A control character leaves a glyph without ink or width: nothing to paint, nothing to read. */
static bool is_nothing(const struct bp_cluster *cluster, const struct bp_glyph *glyphs)
{
    for (int i = 0; i < cluster->n; i++)
        if (glyphs[i].advance != 0)
            return false;
    return bp_unicode_invisible(cluster->text, cluster->length);
}

static int advance_of(const struct bp_glyph *glyphs, int n)
{
    int advance = 0;
    for (int i = 0; i < n; i++)
        advance += glyphs[i].advance;
    return advance;
}

static bool learn(struct maker *maker, const struct bp_glyph *glyphs, struct bp_cluster *cluster)
{
    guint32 few_ids[8], *ids = few_ids;
    guint16 few_numbers[8], *numbers = few_numbers;
    bool leftward = maker->shape->level & 1, learnt;
    if (cluster->n > 8) {
        ids = g_new(guint32, cluster->n);
        numbers = g_new(guint16, cluster->n);
    }
    for (int i = 0; i < cluster->n; i++) {
        ids[i] = glyphs[leftward ? cluster->n - 1 - i : i].id;
        numbers[i] = maker->subset->numbers[ids[i]];
    }
    cluster->ids = ids;
    cluster->numbers = numbers;
    learnt = bp_unicode_learn(&maker->subset->unicode, cluster);
    if (ids != few_ids) {
        g_free(ids);
        g_free(numbers);
    }
    return learnt;
}

/* Shows glyphs whose first has its origin at `at`, in the order of the text. */
static void make_cluster(struct maker *maker, const struct bp_glyph *glyphs,
                         struct bp_cluster *cluster, int at)
{
    bool leftward = maker->shape->level & 1;
    if (is_nothing(cluster, glyphs))
        return;
    if (!learn(maker, glyphs, cluster))
        maker->told = false;
    if (leftward)
        at += advance_of(glyphs, cluster->n);
    for (int i = 0; i < cluster->n; i++) {
        const struct bp_glyph *glyph = &glyphs[leftward ? cluster->n - 1 - i : i];
        if (leftward)
            at -= glyph->advance;
        show(maker, glyph, at);
        if (!leftward)
            at += glyph->advance;
    }
}

/* The glyphs of one cluster are neighbours; its text ends where the next one's begins. */
static void make_rightward(struct maker *maker)
{
    const struct bp_shape *shape = maker->shape;
    int at = 0;
    for (int i = 0, end; i < shape->n_glyphs; i = end) {
        int from = shape->glyphs[i].cluster;
        for (end = i + 1; end < shape->n_glyphs && shape->glyphs[end].cluster == from;)
            end++;
        int to = end < shape->n_glyphs ? shape->glyphs[end].cluster : shape->length;
        struct bp_cluster cluster = {shape->text + from, to - from, NULL, NULL, end - i};
        make_cluster(maker, &shape->glyphs[i], &cluster, at);
        at += advance_of(&shape->glyphs[i], end - i);
    }
}

/* From right to left: content stands in the order of reading, which is not that of the page. */
static void make_leftward(struct maker *maker)
{
    const struct bp_shape *shape = maker->shape;
    int at = shape->width;
    for (int end = shape->n_glyphs, i; end > 0; end = i) {
        int from = shape->glyphs[end - 1].cluster;
        for (i = end - 1; i > 0 && shape->glyphs[i - 1].cluster == from;)
            i--;
        int to = i > 0 ? shape->glyphs[i - 1].cluster : shape->length;
        struct bp_cluster cluster = {shape->text + from, to - from, NULL, NULL, end - i};
        at -= advance_of(&shape->glyphs[i], end - i);
        make_cluster(maker, &shape->glyphs[i], &cluster, at);
    }
}

static void make(struct maker *maker)
{
    if (maker->shape->level & 1)
        make_leftward(maker);
    else
        make_rightward(maker);
    maker->owed += (maker->shape->width - maker->pen) * maker->scale;
    settle(maker);
    rise(maker, 0);
}

static struct bp_fragment keep(struct bp_fragments *fragments, const struct bp_shape *shape,
                               bool told)
{
    GString *made = fragments->scratch, *texts = fragments->texts;
    struct fragment fragment = {(guint32)texts->len, (guint32)made->len, told};
    g_string_append_len(texts, made->str, (gssize)made->len);
    g_array_append_val(fragments->made, fragment);
    g_hash_table_insert(fragments->known, (gpointer)shape, GUINT_TO_POINTER(fragments->made->len));
    return (struct bp_fragment){made->str, (int)made->len, told};
}

struct bp_fragment bp_fragment_find(struct bp_fragments *fragments, const struct bp_shape *shape,
                                    double size)
{
    guint index = GPOINTER_TO_UINT(g_hash_table_lookup(fragments->known, shape));
    if (index > 0) {
        const struct fragment *known = &g_array_index(fragments->made, struct fragment, index - 1);
        return (struct bp_fragment){fragments->texts->str + known->start, (int)known->length,
                                    known->told};
    }
    struct maker maker = {.shape = shape,
                          .subset = &fragments->fonts->subsets[shape->face->number],
                          .out = g_string_truncate(fragments->scratch, 0),
                          .scale = 1000.0 / shape->face->units_per_em,
                          .size = size,
                          .told = true};
    make(&maker);
    if (!maker.sized)
        return keep(fragments, shape, maker.told);
    return (struct bp_fragment){maker.out->str, (int)maker.out->len, maker.told};
}
