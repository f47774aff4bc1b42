/* SPDX-License-Identifier: MIT */
#include "write/tree.h"

#include <string.h>

#include "write/string.h"

#define LEAF_PAIRS 32
#define NODE_KIDS  64

/* A printed node, with where the texts of its first and last key stand in `limits`. */
struct node {
    int number;
    guint32 first, first_length;
    guint32 last, last_length;
};

void bp_tree_init(struct bp_tree *tree, struct bp_serial *serial, bool names)
{
    *tree = (struct bp_tree){.serial = serial,
                             .names = names,
                             .leaf = g_string_new(NULL),
                             .first = g_string_new(NULL),
                             .last = g_string_new(NULL),
                             .nodes = g_array_new(FALSE, FALSE, sizeof(struct node)),
                             .limits = g_string_new(NULL)};
}

void bp_tree_finish(struct bp_tree *tree)
{
    g_string_free(tree->leaf, TRUE);
    g_string_free(tree->first, TRUE);
    g_string_free(tree->last, TRUE);
    g_array_free(tree->nodes, TRUE);
    g_string_free(tree->limits, TRUE);
}

static void append_limits(GString *out, const struct bp_tree *tree, const struct node *first,
                          const struct node *last)
{
    g_string_append(out, "/Limits[");
    g_string_append_len(out, tree->limits->str + first->first, first->first_length);
    g_string_append_c(out, ' ');
    g_string_append_len(out, tree->limits->str + last->last, last->last_length);
    g_string_append_c(out, ']');
}

static void append_pairs(GString *out, const struct bp_tree *tree)
{
    g_string_append(out, tree->names ? "/Names[" : "/Nums[");
    g_string_append_len(out, tree->leaf->str, (gssize)tree->leaf->len);
    g_string_append_c(out, ']');
}

static void close_leaf(struct bp_tree *tree)
{
    if (tree->n_leaf == 0)
        return;
    struct node node = {.number = bp_serial_number(tree->serial)};
    node.first = (guint32)tree->limits->len;
    node.first_length = (guint32)tree->first->len;
    g_string_append_len(tree->limits, tree->first->str, (gssize)tree->first->len);
    node.last = (guint32)tree->limits->len;
    node.last_length = (guint32)tree->last->len;
    g_string_append_len(tree->limits, tree->last->str, (gssize)tree->last->len);

    GString *out = bp_serial_object(tree->serial, node.number);
    g_string_append(out, "<<");
    append_limits(out, tree, &node, &node);
    append_pairs(out, tree);
    g_string_append(out, ">>");
    g_array_append_val(tree->nodes, node);
    g_string_truncate(tree->leaf, 0);
    tree->n_leaf = 0;
}

/* The key stands in tree->last. */
static GString *open_pair(struct bp_tree *tree)
{
    if (tree->n_leaf++ == 0)
        g_string_assign(tree->first, tree->last->str);
    else
        g_string_append_c(tree->leaf, ' ');
    g_string_append_len(tree->leaf, tree->last->str, (gssize)tree->last->len);
    g_string_append_c(tree->leaf, ' ');
    return tree->leaf;
}

GString *bp_tree_number(struct bp_tree *tree, int key)
{
    if (tree->n_leaf == LEAF_PAIRS)
        close_leaf(tree);
    g_string_truncate(tree->last, 0);
    bp_string_int(tree->last, key);
    return open_pair(tree);
}

GString *bp_tree_name(struct bp_tree *tree, const char *key)
{
    if (tree->n_leaf == LEAF_PAIRS)
        close_leaf(tree);
    g_string_truncate(tree->last, 0);
    bp_string_bytes(tree->last, key, strlen(key));
    return open_pair(tree);
}

static void append_kids(GString *out, const struct node *nodes, guint n)
{
    g_string_append(out, "/Kids[");
    for (guint i = 0; i < n; i++) {
        if (i > 0)
            g_string_append_c(out, ' ');
        bp_string_reference(out, nodes[i].number);
    }
    g_string_append_c(out, ']');
}

/* Puts nodes above the nodes, so that no array grows long. */
static void gather(struct bp_tree *tree)
{
    GArray *above = g_array_new(FALSE, FALSE, sizeof(struct node));
    for (guint i = 0; i < tree->nodes->len; i += NODE_KIDS) {
        guint n = MIN(NODE_KIDS, tree->nodes->len - i);
        const struct node *kids = &g_array_index(tree->nodes, struct node, i);
        struct node node = kids[0];
        node.last = kids[n - 1].last;
        node.last_length = kids[n - 1].last_length;
        node.number = bp_serial_number(tree->serial);
        GString *out = bp_serial_object(tree->serial, node.number);
        g_string_append(out, "<<");
        append_limits(out, tree, &kids[0], &kids[n - 1]);
        append_kids(out, kids, n);
        g_string_append(out, ">>");
        g_array_append_val(above, node);
    }
    g_array_free(tree->nodes, TRUE);
    tree->nodes = above;
}

void bp_tree_print(struct bp_tree *tree, int number)
{
    if (tree->nodes->len > 0)
        close_leaf(tree);
    while (tree->nodes->len > NODE_KIDS)
        gather(tree);
    GString *out = bp_serial_object(tree->serial, number);
    g_string_append(out, "<<");
    if (tree->nodes->len > 0)
        append_kids(out, &g_array_index(tree->nodes, struct node, 0), tree->nodes->len);
    else
        append_pairs(out, tree);
    g_string_append(out, ">>");
}
