/* SPDX-License-Identifier: MIT */
#include "papers/copy.h"

#include <stdlib.h>
#include <string.h>

#include "papers/qpdf.h"

#define MOST_DEPTH   100
#define MOST_OBJECTS 500000

/* An object as the paper counts it. */
struct old {
    int number;
    int generation;
};

struct bp_copier {
    struct bp_paper *paper;
    struct bp_copy_target target;
    GHashTable *numbers; /* new ones by old ones, both as pointers */
    GArray *waiting;     /* struct old, in the order met */
    guint done;
    int depth;
};

/* Of a stream: the length is printed anew, tags are not copied. */
static const char *const dropped[] = {"/Length", "/StructParent", "/StructParents", NULL};

struct bp_copier *bp_copier_create(struct bp_paper *paper, const struct bp_copy_target *target)
{
    struct bp_copier *copier = g_new0(struct bp_copier, 1);
    copier->paper = paper;
    copier->target = *target;
    copier->numbers = g_hash_table_new(NULL, NULL);
    copier->waiting = g_array_new(FALSE, FALSE, sizeof(struct old));
    return copier;
}

void bp_copier_destroy(struct bp_copier *copier)
{
    if (!copier)
        return;
    g_hash_table_destroy(copier->numbers);
    g_array_free(copier->waiting, TRUE);
    g_free(copier);
}

static int new_number(const struct bp_copier *copier, struct old old)
{
    return GPOINTER_TO_INT(g_hash_table_lookup(copier->numbers, GINT_TO_POINTER(old.number)));
}

static void print_reference(struct bp_copier *copier, qpdf_oh handle, GString *out)
{
    const struct bp_qpdf *qpdf = &copier->paper->qpdf;
    struct old old = {qpdf->object_id(copier->paper->data, handle),
                      qpdf->generation(copier->paper->data, handle)};
    int number = new_number(copier, old);
    if (number == 0) {
        number = copier->target.number(copier->target.user);
        g_hash_table_insert(copier->numbers, GINT_TO_POINTER(old.number), GINT_TO_POINTER(number));
        g_array_append_val(copier->waiting, old);
    }
    g_string_append_printf(out, "%d 0 R", number);
}

/* qpdf gives names with their escapes resolved (ISO 32000-1 7.3.5). */
static void print_name(GString *out, const char *name)
{
    g_string_append_c(out, '/');
    for (const guchar *at = (const guchar *)name + 1; *at; at++) {
        if (*at <= ' ' || *at > '~' || strchr("#()<>[]{}/%", *at))
            g_string_append_printf(out, "#%02X", *at);
        else
            g_string_append_c(out, (char)*at);
    }
}

static void print_string(struct bp_copier *copier, qpdf_oh handle, GString *out)
{
    size_t size = 0;
    const char *bytes = copier->paper->qpdf.string_value(copier->paper->data, handle, &size);
    g_string_append_c(out, '<');
    for (size_t i = 0; i < size; i++)
        g_string_append_printf(out, "%02X", (guchar)bytes[i]);
    g_string_append_c(out, '>');
}

static void print_array(struct bp_copier *copier, qpdf_oh handle, GString *out)
{
    const struct bp_qpdf *qpdf = &copier->paper->qpdf;
    int count = qpdf->array_n_items(copier->paper->data, handle);
    g_string_append_c(out, '[');
    for (int i = 0; i < count; i++) {
        qpdf_oh item = qpdf->array_item(copier->paper->data, handle, i);
        if (i > 0)
            g_string_append_c(out, ' ');
        bp_copy_value(copier, item, out);
        qpdf->release(copier->paper->data, item);
    }
    g_string_append_c(out, ']');
}

/* qpdf goes through the keys of one dictionary at a time. */
static GPtrArray *keys_of(struct bp_copier *copier, qpdf_oh handle)
{
    const struct bp_qpdf *qpdf = &copier->paper->qpdf;
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    qpdf->begin_keys(copier->paper->data, handle);
    while (qpdf->more_keys(copier->paper->data))
        g_ptr_array_add(keys, g_strdup(qpdf->next_key(copier->paper->data)));
    return keys;
}

static void print_entries(struct bp_copier *copier, qpdf_oh handle, const char *const *without,
                          GString *out)
{
    const struct bp_qpdf *qpdf = &copier->paper->qpdf;
    GPtrArray *keys = keys_of(copier, handle);
    for (guint i = 0; i < keys->len; i++) {
        const char *key = keys->pdata[i];
        if (without && g_strv_contains(without, key))
            continue;
        qpdf_oh value = qpdf->key(copier->paper->data, handle, key);
        print_name(out, key);
        g_string_append_c(out, ' ');
        bp_copy_value(copier, value, out);
        qpdf->release(copier->paper->data, value);
    }
    g_ptr_array_free(keys, TRUE);
}

static void print_direct(struct bp_copier *copier, qpdf_oh handle, GString *out)
{
    const struct bp_qpdf *qpdf = &copier->paper->qpdf;
    qpdf_data data = copier->paper->data;
    switch (qpdf->type_code(data, handle)) {
    case ot_boolean:
        g_string_append(out, qpdf->bool_value(data, handle) ? "true" : "false");
        break;
    case ot_integer:
        g_string_append_printf(out, "%lld", qpdf->int_value(data, handle));
        break;
    case ot_real:
        g_string_append(out, qpdf->real_value(data, handle));
        break;
    case ot_name:
        print_name(out, qpdf->name(data, handle));
        break;
    case ot_string:
        print_string(copier, handle, out);
        break;
    case ot_array:
        print_array(copier, handle, out);
        break;
    case ot_dictionary:
        g_string_append(out, "<<");
        print_entries(copier, handle, NULL, out);
        g_string_append(out, ">>");
        break;
    default:
        g_string_append(out, "null");
    }
}

void bp_copy_value(struct bp_copier *copier, unsigned handle, GString *out)
{
    if (copier->depth > MOST_DEPTH) {
        copier->paper->failed = true;
        g_string_append(out, "null");
        return;
    }
    copier->depth++;
    if (copier->paper->qpdf.is_indirect(copier->paper->data, handle))
        print_reference(copier, handle, out);
    else
        print_direct(copier, handle, out);
    copier->depth--;
}

void bp_copy_stream(struct bp_copier *copier, unsigned handle, int number, const char *entries)
{
    const struct bp_qpdf *qpdf = &copier->paper->qpdf;
    unsigned char *data = NULL;
    size_t size = 0;
    QPDF_BOOL filtered;
    GString *text = g_string_new(entries);
    qpdf_oh dict = qpdf->dict(copier->paper->data, handle);
    print_entries(copier, dict, dropped, text);
    qpdf->release(copier->paper->data, dict);
    if (qpdf->stream_data(copier->paper->data, handle, qpdf_dl_none, &filtered, &data, &size) &
        QPDF_ERRORS)
        copier->paper->failed = true;
    struct bp_bytes bytes = {(const char *)data, size};
    copier->target.stream(copier->target.user, number, text, &bytes);
    free(data);
    g_string_free(text, TRUE);
}

static void copy_object(struct bp_copier *copier, struct old old)
{
    const struct bp_qpdf *qpdf = &copier->paper->qpdf;
    int number = new_number(copier, old);
    qpdf_oh handle = qpdf->object_by_id(copier->paper->data, old.number, old.generation);
    if (qpdf->type_code(copier->paper->data, handle) == ot_stream) {
        bp_copy_stream(copier, handle, number, "");
    } else {
        GString *text = g_string_new(NULL);
        print_direct(copier, handle, text);
        copier->target.object(copier->target.user, number, text);
        g_string_free(text, TRUE);
    }
    qpdf->release(copier->paper->data, handle);
}

void bp_copy_rest(struct bp_copier *copier)
{
    while (copier->done < copier->waiting->len) {
        copy_object(copier, g_array_index(copier->waiting, struct old, copier->done++));
        if (copier->waiting->len > MOST_OBJECTS)
            copier->paper->failed = true;
        if (copier->paper->failed)
            return;
    }
}
