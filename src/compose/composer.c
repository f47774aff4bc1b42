/* SPDX-License-Identifier: MIT */
#include "compose/composer.h"

#include <string.h>

#include "model/anchor.h"

static guint hash_type(gconstpointer key)
{
    const struct bp_type *type = key;
    guint hash = g_str_hash(type->family) ^ g_double_hash(&type->size);
    hash = hash * 31 + g_double_hash(&type->rise);
    hash = hash * 31 + (guint)type->weight;
    return hash * 31 + type->colour + (guint)type->italic * 2 + type->tabular;
}

static gboolean is_same_type(gconstpointer one, gconstpointer other)
{
    const struct bp_type *a = one, *b = other;
    return a->weight == b->weight && a->italic == b->italic && a->tabular == b->tabular &&
           a->size == b->size && a->colour == b->colour && a->rise == b->rise &&
           strcmp(a->family, b->family) == 0;
}

static const struct bp_type *type_new(struct bp_composer *composer, struct bp_type type)
{
    const struct bp_type *known = g_hash_table_lookup(composer->types, &type);
    if (known)
        return known;
    struct bp_type *made = bp_arena_copy(composer->arena, &type, 1, sizeof type);
    g_hash_table_add(composer->types, made);
    return made;
}

/* The first of two styles with one type gives it. */
static void type_known(struct bp_composer *composer, const struct bp_type *type)
{
    if (!g_hash_table_contains(composer->types, type))
        g_hash_table_add(composer->types, (gpointer)type);
}

static void add_targets(struct bp_composer *composer, const struct bp_item *items, int n_items)
{
    for (int i = 0; i < n_items; i++) {
        const char *number = items[i].number.text;
        if (number != NULL && !g_hash_table_contains(composer->targets, number))
            g_hash_table_insert(composer->targets, (gpointer)number, (gpointer)items[i].anchor);
        add_targets(composer, items[i].items, items[i].n_items);
    }
}

void bp_composer_init(struct bp_composer *composer, const struct bp_look *look,
                      const struct bp_root *root, struct bp_arena *arena)
{
    *composer = (struct bp_composer){.arena = arena, .look = look, .root = root};
    const char *language = root->meeting ? root->meeting->language : root->report->language;
    composer->language = language ? language : look->language;
    if (look->language && !bp_language_is_same(look->language, composer->language))
        composer->own_language = look->language;
    composer->types = g_hash_table_new(hash_type, is_same_type);
    composer->links = g_ptr_array_new();
    composer->ids = g_hash_table_new(g_str_hash, g_str_equal);
    composer->notes = g_hash_table_new(g_direct_hash, g_direct_equal);
    composer->targets = g_hash_table_new(g_str_hash, g_str_equal);
    composer->plain = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (int i = 0; i < look->n_styles; i++)
        type_known(composer, &look->styles[i]->style.type);
    if (root->meeting)
        add_targets(composer, root->meeting->items, root->meeting->n_items);
}

static void fail(struct bp_composer *composer, const char *what)
{
    composer->failed = true;
    bp_report_error(composer->report, &composer->at, "too-much",
                    "the document comes to more %s than any needs; look here for an “each” that "
                    "stands in others, and for wordings that print one another",
                    what);
}

bool bp_composer_goes_on(struct bp_composer *composer)
{
    if (composer->failed)
        return false;
    if (composer->n_blocks > BP_MOST_BLOCKS)
        fail(composer, "blocks");
    else if (composer->n_bytes > BP_MOST_BYTES)
        fail(composer, "words");
    else if (++composer->n_steps > BP_MOST_STEPS)
        fail(composer, "work");
    return !composer->failed;
}

void bp_composer_enter(struct bp_composer *composer, struct bp_source at)
{
    if (!composer->failed && at.line > 0)
        composer->at = at;
}

void bp_composer_finish(struct bp_composer *composer)
{
    g_hash_table_destroy(composer->types);
    g_ptr_array_free(composer->links, TRUE);
    g_hash_table_destroy(composer->ids);
    g_hash_table_destroy(composer->notes);
    g_hash_table_destroy(composer->targets);
    g_hash_table_destroy(composer->plain);
}

const struct bp_style *bp_composer_style(const struct bp_composer *composer, enum bp_style_key key)
{
    return &composer->look->keys[key]->style;
}

const char *bp_composer_id(struct bp_composer *composer, const char *stem, const char *words)
{
    return bp_anchor_new(composer->ids, stem, words, composer->arena);
}

const char *bp_composer_target(struct bp_composer *composer, const char *target)
{
    const char *id = target[0] == '#' ? g_hash_table_lookup(composer->targets, target + 1) : NULL;
    return id == NULL ? target : bp_arena_printf(composer->arena, "#%s", id);
}

static void gather_ids(const struct bp_block *block, GHashTable *ids)
{
    if (block->id != NULL)
        g_hash_table_add(ids, (gpointer)block->id);
    for (int i = 0; i < block->text.n_runs; i++)
        if (block->text.runs[i].note != NULL)
            gather_ids(block->text.runs[i].note, ids);
    for (const struct bp_block *child = block->first; child != NULL; child = child->next)
        gather_ids(child, ids);
}

void bp_composer_check_links(struct bp_composer *composer, const struct bp_document *document)
{
    GHashTable *ids = g_hash_table_new(g_str_hash, g_str_equal);
    if (composer->links->len > 0)
        gather_ids(document->root, ids);
    for (guint i = 0; i < composer->links->len; i++) {
        struct bp_run *run = composer->links->pdata[i];
        if (g_hash_table_contains(ids, run->link + 1))
            continue;
        const struct bp_type *plain = g_hash_table_lookup(composer->plain, run->type);
        run->link = NULL;
        run->type = plain != NULL ? plain : run->type;
    }
    g_hash_table_destroy(ids);
}

const struct bp_type *bp_type_dress(struct bp_composer *composer, const struct bp_type *type,
                                    const struct bp_look_style *style)
{
    const struct bp_type *own = &style->style.type;
    struct bp_type dressed = *type;
    if (style->said & BP_TYPE_FAMILY)
        dressed.family = own->family;
    if (style->said & BP_TYPE_WEIGHT)
        dressed.weight = own->weight;
    if (style->said & BP_TYPE_ITALIC)
        dressed.italic = own->italic;
    if (style->said & BP_TYPE_TABULAR)
        dressed.tabular = own->tabular;
    if (style->said & BP_TYPE_SIZE)
        dressed.size = own->size;
    if (style->said & BP_TYPE_COLOUR)
        dressed.colour = own->colour;
    if (style->said & BP_TYPE_RISE)
        dressed.rise = own->rise;
    return type_new(composer, dressed);
}

const struct bp_type *bp_type_slant(struct bp_composer *composer, const struct bp_type *type,
                                    bool italic)
{
    struct bp_type other = *type;
    other.italic = italic;
    return type_new(composer, other);
}
