/* SPDX-License-Identifier: MIT */
#include "compose/composer.h"

#include <string.h>

static void given_in_items(GHashTable *given, const struct bp_item *items, int n_items)
{
    for (int i = 0; i < n_items; i++) {
        for (int e = 0; e < items[i].n_entries; e++) {
            const struct bp_entry *entry = &items[i].entries[e];
            if (entry->kind == BP_ENTRY_ACTION && entry->action->id.text != NULL)
                g_hash_table_add(given, (gpointer)entry->action->id.text);
        }
        given_in_items(given, items[i].items, items[i].n_items);
    }
}

/* "item-3"; below it "item-3.1", or "item-3-a" where the number does not say its parent's. */
static const char *item_id(struct bp_composer *composer, const struct bp_item *item,
                           const char *stem)
{
    const char *words = item->number.text != NULL ? item->number.text : item->title.text;
    const char *parent = strchr(stem, '-');
    size_t length = parent != NULL ? strlen(++parent) : 0;
    if (length > 0 && g_ascii_strncasecmp(words, parent, length) == 0 && words[length] == '.')
        stem = "item";
    return bp_composer_id(composer, stem, words);
}

static void name_items(struct bp_composer *composer, const struct bp_item *items, int n_items,
                       const char *stem)
{
    for (int i = 0; i < n_items; i++) {
        const struct bp_item *item = &items[i];
        const char *id = item_id(composer, item, stem);
        g_hash_table_insert(composer->item_ids, (gpointer)item, (gpointer)id);
        const char *number = item->number.text;
        if (number != NULL && !g_hash_table_contains(composer->targets, number))
            g_hash_table_insert(composer->targets, (gpointer)number, (gpointer)id);
        name_items(composer, item->items, item->n_items, id);
    }
}

static const struct bp_type *type_new(struct bp_composer *composer, struct bp_type type)
{
    for (guint i = 0; i < composer->types->len; i++) {
        const struct bp_type *known = g_ptr_array_index(composer->types, i);
        if (known->weight == type.weight && known->italic == type.italic &&
            known->tabular == type.tabular && known->size == type.size &&
            known->colour == type.colour && known->rise == type.rise &&
            strcmp(known->family, type.family) == 0)
            return known;
    }
    struct bp_type *made = bp_arena_copy(composer->arena, &type, 1, sizeof type);
    g_ptr_array_add(composer->types, made);
    return made;
}

void bp_composer_init(struct bp_composer *composer, const struct bp_meeting *meeting,
                      struct bp_arena *arena)
{
    *composer = (struct bp_composer){.arena = arena, .meeting = meeting};
    composer->types = g_ptr_array_new();
    composer->actions = g_ptr_array_new();
    composer->given = g_hash_table_new(g_str_hash, g_str_equal);
    composer->ids = g_hash_table_new(g_str_hash, g_str_equal);
    composer->notes = g_hash_table_new(g_direct_hash, g_direct_equal);
    composer->item_ids = g_hash_table_new(g_direct_hash, g_direct_equal);
    composer->targets = g_hash_table_new(g_str_hash, g_str_equal);
    for (int i = 0; i < BP_N_STYLES; i++)
        g_ptr_array_add(composer->types, (gpointer)&bp_style((enum bp_style_key)i)->type);
    given_in_items(composer->given, meeting->items, meeting->n_items);
    name_items(composer, meeting->items, meeting->n_items, "item");
}

void bp_composer_finish(struct bp_composer *composer)
{
    g_ptr_array_free(composer->types, TRUE);
    g_ptr_array_free(composer->actions, TRUE);
    g_hash_table_destroy(composer->given);
    g_hash_table_destroy(composer->ids);
    g_hash_table_destroy(composer->notes);
    g_hash_table_destroy(composer->item_ids);
    g_hash_table_destroy(composer->targets);
}

const char *bp_composer_id(struct bp_composer *composer, const char *stem, const char *words)
{
    GString *id = g_string_new(stem);
    bool gap = true;
    for (const char *c = words; *c != '\0'; c++) {
        if (!g_ascii_isalnum(*c) && *c != '.') {
            gap = true;
            continue;
        }
        if (gap)
            g_string_append_c(id, '-');
        gap = false;
        g_string_append_c(id, g_ascii_tolower(*c));
    }
    const char *wanted = bp_arena_string(composer->arena, id->str, id->len);
    const char *only = wanted;
    int n = GPOINTER_TO_INT(g_hash_table_lookup(composer->ids, wanted));
    if (n > 0) {
        do
            g_string_printf(id, "%s-%d", wanted, ++n);
        while (g_hash_table_contains(composer->ids, id->str));
        only = bp_arena_string(composer->arena, id->str, id->len);
    }
    g_hash_table_insert(composer->ids, (gpointer)wanted, GINT_TO_POINTER(MAX(n, 1)));
    if (only != wanted)
        g_hash_table_insert(composer->ids, (gpointer)only, GINT_TO_POINTER(1));
    g_string_free(id, TRUE);
    return only;
}

const char *bp_composer_target(struct bp_composer *composer, const char *target)
{
    const char *id = target[0] == '#' ? g_hash_table_lookup(composer->targets, target + 1) : NULL;
    return id == NULL ? target : bp_arena_printf(composer->arena, "#%s", id);
}

const struct bp_type *bp_type_weight(struct bp_composer *composer, const struct bp_type *type,
                                     int weight)
{
    struct bp_type other = *type;
    other.weight = weight;
    return type_new(composer, other);
}

const struct bp_type *bp_type_slant(struct bp_composer *composer, const struct bp_type *type,
                                    bool italic)
{
    struct bp_type other = *type;
    other.italic = italic;
    return type_new(composer, other);
}

const struct bp_type *bp_type_colour(struct bp_composer *composer, const struct bp_type *type,
                                     bp_colour colour)
{
    struct bp_type other = *type;
    other.colour = colour;
    return type_new(composer, other);
}

const struct bp_type *bp_type_raise(struct bp_composer *composer, const struct bp_type *type,
                                    double size, double rise)
{
    struct bp_type other = *type;
    other.size = size;
    other.rise = rise;
    return type_new(composer, other);
}
