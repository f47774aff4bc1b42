/* SPDX-License-Identifier: MIT */
/* Prints the keys that the loader knows of a kind of file: "meeting", "report", "metrics", "layout"
 * or "settings"; a line each: the part, a tab, the key. */
#include <stdio.h>
#include <string.h>

#include "load/edit.h"
#include "load/keys.h"
#include "load/look.h"
#include "load/pattern.h"
#include "load/settings.h"
#include "load/sheet.h"
#include "load/shelf.h"
#include "load/style.h"
#include "load/take.h"
#include "load/template.h"

static void print(const char *part, const char *const *keys)
{
    for (; *keys; keys++)
        printf("%s\t%s\n", part, *keys);
}

static void print_data(int first, int end)
{
    for (int part = first; part < end; part++)
        print(bp_keys_noun((enum bp_part)part), bp_keys_of((enum bp_part)part));
}

/* A block also has the place that a change gives it; but “remove” and “move” stand without one. */
static void print_blocks(struct bp_arena *arena)
{
    for (int kind = 0; kind < BP_N_TEMPLATE_KINDS; kind++) {
        const char *name = bp_template_kind_name((enum bp_template_kind)kind);
        printf("%s\t%s\n", name, name);
        print(name, bp_template_keys((enum bp_template_kind)kind, arena));
        for (const char *const *key = bp_edit_keys(); *key; key++)
            if (strcmp(*key, "remove") != 0 && strcmp(*key, "move") != 0)
                printf("%s\t%s\n", name, *key);
    }
    print("remove", bp_edit_remove_keys());
    print("move", bp_edit_move_keys());
}

/* The layouts of which a house style may say something. */
static void print_layouts(void)
{
    int n;
    const struct bp_shelf_file *files = bp_shelf_files(&n);
    for (int i = 0; i < n; i++)
        if (!strchr(files[i].path, '/'))
            printf("for\t%.*s\n", (int)strcspn(files[i].path, "."), files[i].path);
}

static void print_layout(void)
{
    static const char *const parts[BP_N_TAKE_PARTS] = {
        [BP_TAKE_NAMES] = "names",       [BP_TAKE_RUNNING] = "running",
        [BP_TAKE_LINE] = "running line", [BP_TAKE_PICTURE] = "picture of a running line",
        [BP_TAKE_METADATA] = "metadata",
    };
    struct bp_arena *arena = bp_arena_create();
    print("top level", bp_look_layer_keys());
    print("head", bp_look_head_keys());
    print("overlay", bp_look_overlay_keys());
    print_layouts();
    print("page", bp_sheet_keys());
    for (int part = 0; part < BP_N_TAKE_PARTS; part++)
        print(parts[part], bp_take_keys((enum bp_take_part)part));
    print("style", bp_style_keys(arena));
    print("text", bp_pattern_keys());
    print_blocks(arena);
    bp_arena_destroy(arena);
}

int main(int argc, char **argv)
{
    const char *kind = argc > 1 ? argv[1] : "";
    if (strcmp(kind, "meeting") == 0)
        print_data(0, BP_PART_REPORT_FILE);
    else if (strcmp(kind, "report") == 0)
        print_data(BP_PART_REPORT_FILE, BP_PART_METRICS_FILE);
    else if (strcmp(kind, "metrics") == 0)
        print_data(BP_PART_METRICS_FILE, BP_N_PARTS);
    else if (strcmp(kind, "layout") == 0)
        print_layout();
    else if (strcmp(kind, "settings") == 0)
        print("top level", bp_settings_keys());
    return 0;
}
