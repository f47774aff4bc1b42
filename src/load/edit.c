/* SPDX-License-Identifier: MIT */
#include "load/edit.h"

#include <string.h>

#include "load/shelf.h"
#include "load/template.h"

static const char *const keys[] = {"before", "after", "into", "replace", "remove", "move", NULL};
static const char *const remove_keys[] = {"remove", NULL};
static const char *const move_keys[] = {"move", "before", "after", NULL};

const char *const *bp_edit_keys(void)
{
    return keys;
}

const char *const *bp_edit_remove_keys(void)
{
    return remove_keys;
}

const char *const *bp_edit_move_keys(void)
{
    return move_keys;
}

enum { MOST_EDITS = 1000 };

/* A search for a block by the names of its way. */
struct search {
    char **names;
    struct bp_template **link; /* that points to the last block found */
    int n_found;
    GHashTable *known; /* names that were passed, for a message */
};

static void search_list(struct search *search, struct bp_template **list, int depth)
{
    for (; *list; list = &(*list)->next) {
        struct bp_template *template = *list;
        bool fits = template->name && strcmp(template->name, search->names[depth]) == 0;
        if (template->name)
            g_hash_table_add(search->known, (gpointer)(gsize) template->name);
        if (fits && !search->names[depth + 1]) {
            search->link = list;
            search->n_found++;
        } else if (fits) {
            search_list(search, &template->first, depth + 1);
            continue;
        }
        search_list(search, &template->first, depth);
    }
}

static void search_all(struct bp_draft *draft, struct search *search)
{
    search_list(search, &draft->body->first, 0);
    for (guint i = 0; i < draft->part_list->len; i++) {
        struct bp_look_part *part = draft->part_list->pdata[i];
        bool fits = strcmp(part->name, search->names[0]) == 0 && search->names[1];
        if (fits)
            search_list(search, &part->first, 1);
        else
            search_list(search, &part->first, 0);
    }
}

/* The last name of the way is the one that is not there, or not in the others. */
static void report_unknown(struct bp_draft *draft, const struct bp_yaml *node,
                           const struct search *search)
{
    char **last = search->names + g_strv_length(search->names) - 1;
    if (last != search->names && g_hash_table_contains(search->known, *last))
        bp_report_error(draft->reader.report, &node->source, "unknown-name",
                        "there is no block “%s” inside “%s”; check both names", *last, last[-1]);
    else if (draft->house && !draft->only && bp_shelf_names(*last))
        bp_report_error(draft->reader.report, &node->source, "unknown-name",
                        "the layout “%s” has no block “%s”; to change another layout’s, put this "
                        "below “for:” and that layout’s name",
                        draft->look->name, *last);
    else
        bp_draft_unknown(draft, &node->source, "block", *last, search->known);
}

/* The link to the block of that name; NULL, with a report, when there is none, or more than one. */
static struct bp_template **find(struct bp_draft *draft, const struct bp_yaml *node,
                                 const char *key)
{
    struct bp_words words = bp_reader_words(&draft->reader, node, key);
    if (!words.text)
        return NULL;
    struct search search = {.names = g_strsplit(words.text, ".", -1),
                            .known = g_hash_table_new(g_str_hash, g_str_equal)};
    search_all(draft, &search);
    if (search.n_found > 1)
        bp_report_error(draft->reader.report, &node->source, "several",
                        "%d blocks are called “%s”; write the name of what it stands in before it, "
                        "as in details.%s",
                        search.n_found, words.text, words.text);
    else if (search.n_found == 0)
        report_unknown(draft, node, &search);
    g_hash_table_destroy(search.known);
    g_strfreev(search.names);
    return search.n_found == 1 ? search.link : NULL;
}

/* What kind of block a neighbour of this one stands in. */
static enum bp_template_kind parent_kind(const struct bp_template *sibling)
{
    if (sibling->kind == BP_TEMPLATE_ITEM)
        return BP_TEMPLATE_LIST;
    return sibling->kind == BP_TEMPLATE_COLUMN ? BP_TEMPLATE_TABLE : BP_TEMPLATE_SECTION;
}

/* A new item looks like its neighbours, unless it says otherwise. */
static void take_after(struct bp_template *template, const struct bp_template *sibling)
{
    if (template->kind != BP_TEMPLATE_ITEM || sibling->kind != BP_TEMPLATE_ITEM)
        return;
    if (template->n_styles == 0 && sibling->n_styles > 0) {
        template->style_names[template->n_styles++] = sibling->style_names[0];
        template->style_source = sibling->style_source;
    }
    if (!template->label_style_name) {
        template->label_style_name = sibling->label_style_name;
        template->label_style_source = sibling->label_style_source;
    }
}

static void insert(struct bp_draft *draft, const struct bp_yaml *node, const char *key)
{
    struct bp_template **link = find(draft, bp_yaml_find(node, key), key);
    if (!link)
        return;
    struct bp_template *there = *link;
    struct bp_template *template = bp_template_read_child(draft, node, parent_kind(there), keys);
    if (!template)
        return;
    take_after(template, there);
    if (strcmp(key, "after") == 0) {
        template->next = there->next;
        there->next = template;
    } else if (strcmp(key, "before") == 0) {
        template->next = there;
        *link = template;
    } else {
        template->next = there->next;
        template->name = template->name ? template->name : there->name;
        *link = template;
    }
}

static void append(struct bp_draft *draft, const struct bp_yaml *node)
{
    struct bp_template **link = find(draft, bp_yaml_find(node, "into"), "into");
    if (!link)
        return;
    if (!bp_template_holds((*link)->kind)) {
        bp_report_error(draft->reader.report, &node->source, "wrong-kind",
                        "“%s” is a “%s”, which holds no blocks; write “after: %s”", (*link)->name,
                        bp_template_kind_name((*link)->kind), (*link)->name);
        return;
    }
    struct bp_template *template = bp_template_read_child(draft, node, (*link)->kind, keys);
    struct bp_template **end = &(*link)->first;
    if (!template)
        return;
    if (*end)
        take_after(template, *end);
    while (*end)
        end = &(*end)->next;
    *end = template;
}

static void remove_one(struct bp_draft *draft, const struct bp_yaml *name)
{
    struct bp_template **link = find(draft, name, "remove");
    if (link)
        *link = (*link)->next;
}

static void remove_all(struct bp_draft *draft, const struct bp_yaml *node)
{
    const struct bp_yaml *names = bp_yaml_find(node, "remove");
    bp_draft_keys(draft, node, "a “remove”", remove_keys);
    if (names->kind != BP_YAML_LIST) {
        remove_one(draft, names);
        return;
    }
    for (int i = 0; i < names->n_items; i++)
        remove_one(draft, names->items[i]);
}

static bool holds(const struct bp_template *outer, const struct bp_template *inner)
{
    if (outer == inner)
        return true;
    for (const struct bp_template *child = outer->first; child; child = child->next)
        if (holds(child, inner))
            return true;
    return false;
}

static void move(struct bp_draft *draft, const struct bp_yaml *node)
{
    const struct bp_yaml *before = bp_yaml_find(node, "before");
    const struct bp_yaml *after = bp_yaml_find(node, "after");
    if (!bp_draft_keys(draft, node, "a “move”", move_keys))
        return;
    if ((before != NULL) == (after != NULL)) {
        bp_report_error(draft->reader.report, &node->source, "missing",
                        "“move” needs one of “before” and “after” beside it; write “before: ” and "
                        "the name of a block");
        return;
    }
    struct bp_template **from = find(draft, bp_yaml_find(node, "move"), "move");
    struct bp_template **to = find(draft, before ? before : after, before ? "before" : "after");
    if (!from || !to)
        return;
    struct bp_template *moved = *from, *there = *to;
    if (holds(moved, there) || parent_kind(moved) != parent_kind(there)) {
        bp_report_error(draft->reader.report, &node->source, "bad-move",
                        "“%s” can’t stand beside “%s”; name a block of its own kind, and not one "
                        "inside it",
                        moved->name, there->name);
        return;
    }
    *from = moved->next;
    to = find(draft, before ? before : after, "move");
    struct bp_template **gap = before ? to : &(*to)->next;
    moved->next = *gap;
    *gap = moved;
}

/* A block that is put in more than one place. */
static bool has_two_places(struct bp_draft *draft, const struct bp_yaml *node)
{
    int n = 0;
    for (int i = 0; keys[i] && strcmp(keys[i], "remove") != 0; i++)
        n += bp_yaml_find(node, keys[i]) != NULL;
    if (n > 1)
        bp_report_error(draft->reader.report, &node->source, "several",
                        "this block says more than one place; write one of “before”, “after”, "
                        "“into” and “replace”");
    return n > 1;
}

static bool edit(struct bp_draft *draft, const struct bp_yaml *node)
{
    if (node->kind != BP_YAML_MAP)
        return false;
    if (bp_yaml_find(node, "move")) {
        move(draft, node);
        return true;
    }
    if (bp_yaml_find(node, "remove")) {
        remove_all(draft, node);
        return true;
    }
    if (has_two_places(draft, node))
        return true;
    if (bp_yaml_find(node, "into")) {
        append(draft, node);
        return true;
    }
    for (int i = 0; keys[i]; i++)
        if (bp_yaml_find(node, keys[i])) {
            insert(draft, node, keys[i]);
            return true;
        }
    return false;
}

void bp_body_read(struct bp_draft *draft, const struct bp_yaml *body)
{
    struct bp_template **end = &draft->body->first;
    bool extends = *end != NULL;
    if (!bp_draft_list(draft, body, "body"))
        return;
    if (extends && body->n_items > MOST_EDITS) {
        bp_report_error(draft->reader.report, &body->source, "too-many",
                        "“body” has %d changes; write at most %d", body->n_items, MOST_EDITS);
        return;
    }
    for (int i = 0; i < body->n_items; i++) {
        const struct bp_yaml *node = body->items[i];
        if (edit(draft, node))
            continue;
        if (extends && node->kind == BP_YAML_MAP) {
            bp_report_error(draft->reader.report, &node->source, "no-place",
                            "this block does not say where it goes; write “after: ” or “before: ” "
                            "and the name of a block, or “replace: ” or “remove: ”");
            continue;
        }
        struct bp_template *template = bp_template_read(draft, node, NULL);
        if (!template || extends)
            continue;
        *end = template;
        end = &template->next;
    }
}
