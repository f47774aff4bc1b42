/* SPDX-License-Identifier: MIT */
/*
 * Prints what the loader knows, a line each. After "meeting", "report", "layout" or "settings": the
 * keys of such a file's parts, the part, a tab, the key. After "values": what a layout can print,
 * the record, the value, its kind, and where it leads or which words it can be, with tabs between.
 */
#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "load/edit.h"
#include "load/keys.h"
#include "load/look.h"
#include "load/pattern.h"
#include "load/settings.h"
#include "load/sheet.h"
#include "load/style.h"
#include "load/template.h"
#include "model/value.h"

static void print_keys(const char *part, const char *const *keys)
{
    for (; *keys; keys++)
        printf("%s\t%s\n", part, *keys);
}

static void print_lists(const struct bp_key_list *lists, int n)
{
    for (int i = 0; i < n; i++)
        print_keys(lists[i].noun, lists[i].keys);
}

/* The keys that put a block somewhere are those of every block; the others have blocks of their
 * own. */
static void print_blocks(struct bp_arena *arena)
{
    static const char *const move[] = {"move", "before", "after", NULL};
    static const char *const remove[] = {"remove", NULL};
    for (int kind = 0; kind < BP_N_TEMPLATE_KINDS; kind++) {
        const char *name = bp_template_kind_name((enum bp_template_kind)kind);
        printf("%s\t%s\n", name, name);
        print_keys(name, bp_template_keys((enum bp_template_kind)kind, arena));
        for (const char *const *key = bp_edit_keys(); *key; key++)
            if (strcmp(*key, "move") != 0 && strcmp(*key, "remove") != 0)
                printf("%s\t%s\n", name, *key);
    }
    print_keys("move", move);
    print_keys("remove", remove);
}

static void print_layout(void)
{
    struct bp_arena *arena = bp_arena_create();
    int n_look, n_take;
    const struct bp_key_list *look = bp_look_keys(&n_look), *take = bp_take_keys(&n_take);
    print_lists(look, n_look);
    print_lists(take, n_take);
    print_keys("page", bp_sheet_keys());
    print_keys("style", bp_style_keys(arena));
    print_keys("text", bp_pattern_keys());
    print_blocks(arena);
    bp_arena_destroy(arena);
}

static void print_data(int first, int end)
{
    for (int part = first; part < end; part++)
        print_keys(bp_keys_noun((enum bp_part)part), bp_keys_of((enum bp_part)part));
}

static void print_datum(const struct bp_record_type *type, const struct bp_datum *datum)
{
    static const char *const kinds[] = {
        [BP_VALUE_WORDS] = "words",      [BP_VALUE_NUMBER] = "number",
        [BP_VALUE_DATE] = "day",         [BP_VALUE_TIME] = "time",
        [BP_VALUE_PROSE] = "prose",      [BP_VALUE_CHOICE] = "choice",
        [BP_VALUE_LENGTH] = "length",    [BP_VALUE_RECORD] = "record",
        [BP_VALUE_FIELD] = "page number"};
    printf("%s\t%s\t%s%s\t", type->noun, datum->name,
           datum->count > 0 || datum->list ? "list of " : "", kinds[datum->kind]);
    if (datum->record)
        printf("%s", datum->record->noun);
    const char *gap = "";
    for (int i = datum->choices && !datum->choices[0]; datum->choices && datum->choices[i]; i++) {
        printf("%s%s", gap, datum->choices[i]);
        gap = ", ";
    }
    printf("\n");
}

/* Each record once, those that it leads to after it. */
static void print_values(const struct bp_record_type *type, GHashTable *printed)
{
    if (!g_hash_table_add(printed, (gpointer)(gsize)type))
        return;
    for (int i = 0; i < type->n_data; i++)
        print_datum(type, &type->data[i]);
    for (int i = 0; i < type->n_data; i++)
        if (type->data[i].record)
            print_values(type->data[i].record, printed);
}

int main(int argc, char **argv)
{
    const char *what = argc > 1 ? argv[1] : "meeting";
    if (strcmp(what, "values") == 0) {
        GHashTable *printed = g_hash_table_new(g_direct_hash, g_direct_equal);
        print_values(&bp_root_type, printed);
        g_hash_table_destroy(printed);
    } else if (strcmp(what, "layout") == 0) {
        print_layout();
    } else if (strcmp(what, "settings") == 0) {
        print_keys("top level", bp_settings_keys());
    } else if (strcmp(what, "report") == 0) {
        print_data(BP_PART_REPORT_FILE, BP_N_PARTS);
    } else {
        print_data(0, BP_PART_REPORT_FILE);
    }
    return 0;
}
