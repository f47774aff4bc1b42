/* SPDX-License-Identifier: MIT */
#include "picture/weight.h"

#include <math.h>
#include <stdbool.h>

/* References within references: librsvg calls itself as deeply, and so does this. */
#define MOST_DEPTH 400

/* References followed: what is within the other bounds needs far fewer. */
#define MOST_FOLLOWED 5000000

/* A point takes at least so many bytes of a path, and so many weigh as much as an element. */
#define BYTES_A_POINT    2
#define BYTES_AN_ELEMENT 25

enum state { STATE_NEW, STATE_OPEN, STATE_DONE };

struct element {
    enum bp_weight_kind kind;
    enum state state;
    int first; /* child; 0: none */
    int next;
    size_t points;
    double total;
    GSList *references; /* ids; owned by `strings` */
    GSList *selectors;
};

struct bp_weight {
    GArray *elements;  /* struct element; 0 is above the root */
    GArray *open;      /* int: those that did not end */
    GArray *last;      /* int: the last child of each of these; 0: none yet */
    GHashTable *ids;   /* index by id */
    GHashTable *rules; /* GPtrArray of ids, by selector */
    GStringChunk *strings;
    size_t points; /* of all */
    int depth;
    int followed;
};

static struct element *element_at(const struct bp_weight *weight, int index)
{
    return &g_array_index(weight->elements, struct element, index);
}

static struct element *newest(const struct bp_weight *weight)
{
    return element_at(weight, (int)weight->elements->len - 1);
}

static void push(GArray *array, int value)
{
    g_array_append_val(array, value);
}

static void free_rule(gpointer rule)
{
    g_ptr_array_free(rule, TRUE);
}

struct bp_weight *bp_weight_create(void)
{
    struct bp_weight *weight = g_new0(struct bp_weight, 1);
    struct element root = {0};
    weight->elements = g_array_new(FALSE, TRUE, sizeof(struct element));
    g_array_append_val(weight->elements, root);
    weight->open = g_array_new(FALSE, FALSE, sizeof(int));
    weight->last = g_array_new(FALSE, FALSE, sizeof(int));
    push(weight->open, 0);
    push(weight->last, 0);
    weight->ids = g_hash_table_new(g_str_hash, g_str_equal);
    weight->rules = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_rule);
    weight->strings = g_string_chunk_new(4096);
    return weight;
}

void bp_weight_destroy(struct bp_weight *weight)
{
    for (guint i = 0; i < weight->elements->len; i++) {
        g_slist_free(element_at(weight, (int)i)->references);
        g_slist_free(element_at(weight, (int)i)->selectors);
    }
    g_array_free(weight->elements, TRUE);
    g_array_free(weight->open, TRUE);
    g_array_free(weight->last, TRUE);
    g_hash_table_destroy(weight->ids);
    g_hash_table_destroy(weight->rules);
    g_string_chunk_free(weight->strings);
    g_free(weight);
}

void bp_weight_begin(struct bp_weight *weight, enum bp_weight_kind kind, size_t points)
{
    int index = (int)weight->elements->len;
    struct element element = {.kind = kind, .points = points};
    int *last = &g_array_index(weight->last, int, weight->last->len - 1);
    g_array_append_val(weight->elements, element);
    if (*last)
        element_at(weight, *last)->next = index;
    else
        element_at(weight, g_array_index(weight->open, int, weight->open->len - 1))->first = index;
    *last = index;
    push(weight->open, index);
    push(weight->last, 0);
    weight->points += points;
}

void bp_weight_end(struct bp_weight *weight)
{
    g_array_set_size(weight->open, weight->open->len - 1);
    g_array_set_size(weight->last, weight->last->len - 1);
}

static char *keep(struct bp_weight *weight, const char *text)
{
    return g_string_chunk_insert_const(weight->strings, text);
}

void bp_weight_id(struct bp_weight *weight, const char *id)
{
    if (!g_hash_table_contains(weight->ids, id))
        g_hash_table_insert(weight->ids, keep(weight, id),
                            GUINT_TO_POINTER(weight->elements->len - 1));
}

void bp_weight_refer(struct bp_weight *weight, const char *id)
{
    struct element *element = newest(weight);
    element->references = g_slist_prepend(element->references, keep(weight, id));
}

void bp_weight_select(struct bp_weight *weight, const char *selector)
{
    struct element *element = newest(weight);
    element->selectors = g_slist_prepend(element->selectors, keep(weight, selector));
}

void bp_weight_rule(struct bp_weight *weight, const char *selector, const char *id)
{
    char *kept = keep(weight, selector);
    GPtrArray *rule = g_hash_table_lookup(weight->rules, kept);
    if (!rule) {
        rule = g_ptr_array_new();
        g_hash_table_insert(weight->rules, kept, rule);
    }
    g_ptr_array_add(rule, keep(weight, id));
}

int bp_weight_elements(const struct bp_weight *weight)
{
    return (int)weight->elements->len - 1;
}

static double total_of(struct bp_weight *weight, int index);

/* What a reference adds to an element that weighs `own` with its plain references; those alone
 * where that is not known yet: 0. */
static double reference_of(struct bp_weight *weight, double own, const char *id)
{
    int index = GPOINTER_TO_INT(g_hash_table_lookup(weight->ids, id));
    if (weight->followed == MOST_FOLLOWED)
        return INFINITY;
    weight->followed++;
    if (index == 0)
        return 0;
    bool plain = element_at(weight, index)->kind == BP_WEIGHT_PLAIN;
    if (plain != (own == 0))
        return 0;
    double times = plain ? 1 : own;
    if (element_at(weight, index)->kind == BP_WEIGHT_MARKER)
        times += (double)weight->points / BYTES_A_POINT;
    return times * total_of(weight, index);
}

static double rule_of(struct bp_weight *weight, double own, const char *selector)
{
    const GPtrArray *rule = g_hash_table_lookup(weight->rules, selector);
    double sum = 0;
    for (guint i = 0; rule && i < rule->len && isfinite(sum); i++)
        sum += reference_of(weight, own, rule->pdata[i]);
    return sum;
}

static double references_of(struct bp_weight *weight, const struct element *element, double own)
{
    double sum = rule_of(weight, own, "");
    for (const GSList *at = element->references; at && isfinite(sum); at = at->next)
        sum += reference_of(weight, own, at->data);
    for (const GSList *at = element->selectors; at && isfinite(sum); at = at->next)
        sum += rule_of(weight, own, at->data);
    return sum;
}

static double sum_of(struct bp_weight *weight, const struct element *element)
{
    double own = 1 + (double)element->points / BYTES_AN_ELEMENT;
    own += references_of(weight, element, 0);
    for (int child = element->first; child; child = element_at(weight, child)->next)
        own += total_of(weight, child);
    return own + references_of(weight, element, own);
}

/* No element is added any more: pointers to them stay. */
static double total_of(struct bp_weight *weight, int index)
{
    struct element *element = element_at(weight, index);
    if (element->state == STATE_DONE)
        return element->total;
    if (element->state == STATE_OPEN || weight->depth == MOST_DEPTH)
        return INFINITY;
    element->state = STATE_OPEN;
    weight->depth++;
    element->total = sum_of(weight, element);
    weight->depth--;
    element->state = STATE_DONE;
    return element->total;
}

double bp_weight_total(struct bp_weight *weight)
{
    return total_of(weight, 0);
}
