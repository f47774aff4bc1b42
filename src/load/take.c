/* SPDX-License-Identifier: MIT */
#include "load/take.h"

#include <string.h>

#include "load/edit.h"
#include "load/inspect.h"
#include "load/measure.h"
#include "load/pattern.h"
#include "load/sheet.h"
#include "load/style.h"
#include "load/template.h"

static const char *const part_keys[BP_N_TAKE_PARTS][6] = {
    [BP_TAKE_NAMES] = {"months", "short-months", "weekdays", "half-days"},
    [BP_TAKE_RUNNING] = {"every", "rest", "first", "left", "right"},
    [BP_TAKE_LINE] = {"start", "centre", "end"},
    [BP_TAKE_PICTURE] = {"picture", "height"},
    [BP_TAKE_METADATA] = {"title", "author", "subject"},
};

enum { N_MONTHS = 12, N_WEEKDAYS = 7, N_HALF_DAYS = 2 };

const char *const *bp_take_keys(enum bp_take_part part)
{
    return part_keys[part];
}

bool bp_take_named(struct bp_draft *draft, const struct bp_yaml *node, const char *key)
{
    if (node->kind == BP_YAML_MAP && node->n_pairs <= BP_MOST_NAMES)
        return true;
    if (node->kind == BP_YAML_MAP)
        bp_report_error(draft->reader.report, &node->source, "too-many",
                        "“%s” has %d names; write at most %d", key, node->n_pairs, BP_MOST_NAMES);
    else
        bp_report_error(draft->reader.report, &node->source, "wrong-type",
                        "“%s” should have names with their values below it, but %s stands here",
                        key, bp_yaml_describe(node));
    return false;
}

static void take_colours(struct bp_draft *draft, const struct bp_yaml *map)
{
    for (int i = 0; bp_take_named(draft, map, "colours") && i < map->n_pairs; i++) {
        const struct bp_yaml_pair *pair = &map->pairs[i];
        struct bp_draft_name *name = bp_arena_new(draft->reader.arena, sizeof *name);
        const struct bp_draft_name *known = g_hash_table_lookup(draft->colours, pair->key->text);
        name->source = pair->value->source;
        name->built_in = draft->built_in || (known && known->built_in);
        if (bp_yaml_is_empty(pair->value) && bp_report_has(draft->reader.report, "cut-by-comment"))
            continue; /* a # without quotes: that has been said */
        if (bp_yaml_is_empty(pair->value))
            bp_report_error(draft->reader.report, &pair->key->source, "missing",
                            "“%s” has no colour; write one in quotes, as in \"#12436D\"",
                            bp_reader_clip(&draft->reader, pair->key->text));
        else if (bp_colour_read(draft, pair->value, pair->key->text, &name->colour, NULL))
            g_hash_table_replace(draft->colours, (gpointer)(gsize)pair->key->text, name);
    }
}

static void take_fonts(struct bp_draft *draft, const struct bp_yaml *map)
{
    for (int i = 0; bp_take_named(draft, map, "fonts") && i < map->n_pairs; i++) {
        const struct bp_yaml_pair *pair = &map->pairs[i];
        struct bp_draft_name *name = bp_arena_new(draft->reader.arena, sizeof *name);
        name->source = pair->value->source;
        name->words = bp_reader_words(&draft->reader, pair->value, pair->key->text).text;
        if (name->words)
            g_hash_table_replace(draft->fonts, (gpointer)(gsize)pair->key->text, name);
    }
}

static void take_formats(struct bp_draft *draft, const struct bp_yaml *map)
{
    for (int i = 0; bp_take_named(draft, map, "formats") && i < map->n_pairs; i++) {
        const struct bp_yaml_pair *pair = &map->pairs[i];
        struct bp_format *format = NULL;
        struct bp_words words = bp_reader_words(&draft->reader, pair->value, pair->key->text);
        for (guint k = 0; k < draft->formats->len && !format; k++)
            if (strcmp(((struct bp_format *)draft->formats->pdata[k])->name, pair->key->text) == 0)
                format = draft->formats->pdata[k];
        if (format && draft->foreign)
            continue;
        if (!format) {
            format = bp_arena_new(draft->reader.arena, sizeof *format);
            format->name = pair->key->text;
            g_ptr_array_add(draft->formats, format);
        }
        if (words.text && bp_format_check(draft, pair->value, words.text))
            format->pattern = words.text;
    }
}

/* A list of exactly `n` words. */
static void take_list(struct bp_draft *draft, const struct bp_yaml *map, const char *key, int n,
                      const char *const **list)
{
    const struct bp_yaml *node = bp_yaml_find(map, key);
    if (!node)
        return;
    if (node->kind != BP_YAML_LIST || node->n_items != n) {
        bp_report_error(draft->reader.report, &node->source, "wrong-number",
                        "“%s” should be a list of %d names; write each after “- ”", key, n);
        return;
    }
    const char **words = bp_arena_new(draft->reader.arena, (size_t)n * sizeof *words);
    for (int i = 0; i < n; i++) {
        words[i] = bp_reader_words(&draft->reader, node->items[i], key).text;
        if (!words[i])
            return;
    }
    *list = words;
}

static void take_names(struct bp_draft *draft, const struct bp_yaml *map)
{
    if (!bp_draft_keys(draft, map, "“names”", part_keys[BP_TAKE_NAMES]) || draft->foreign)
        return;
    take_list(draft, map, "months", N_MONTHS, &draft->look->months);
    take_list(draft, map, "short-months", N_MONTHS, &draft->look->short_months);
    take_list(draft, map, "weekdays", N_WEEKDAYS, &draft->look->weekdays);
    take_list(draft, map, "half-days", N_HALF_DAYS, &draft->look->half_days);
}

static void take_wording(struct bp_draft *draft, const struct bp_yaml *map)
{
    for (int i = 0; bp_take_named(draft, map, "wording") && i < map->n_pairs; i++) {
        const struct bp_yaml_pair *pair = &map->pairs[i];
        struct bp_named_pattern *wording = g_hash_table_lookup(draft->wording, pair->key->text);
        struct bp_pattern *pattern = bp_pattern_read(draft, pair->value, pair->key->text);
        if (!pattern || (wording && draft->foreign))
            continue;
        if (!wording) {
            wording = bp_arena_new(draft->reader.arena, sizeof *wording);
            wording->name = pair->key->text;
            wording->built_in = draft->built_in;
            g_hash_table_insert(draft->wording, (gpointer)(gsize)wording->name, wording);
            g_ptr_array_add(draft->wording_list, wording);
        }
        wording->source = pair->key->source;
        wording->pattern = pattern;
    }
}

/* Of a picture in a running line. */
#define USUAL_HEIGHT 28.0

static void take_slot(struct bp_draft *draft, const struct bp_yaml *node,
                      struct bp_look_running *slot)
{
    const struct bp_yaml *picture =
        node->kind == BP_YAML_MAP ? bp_yaml_find(node, "picture") : NULL;
    *slot = (struct bp_look_running){.text = NULL};
    if (!picture) {
        slot->text = bp_pattern_read(draft, node, "text");
        return;
    }
    const struct bp_yaml *height = bp_yaml_find(node, "height");
    bp_draft_keys(draft, node, "a picture", part_keys[BP_TAKE_PICTURE]);
    slot->picture = bp_draft_picture(draft, picture);
    slot->height = height ? bp_measure_read_points(draft, height, "height") : USUAL_HEIGHT;
}

/* What stands on pages of some kinds. */
static void take_line(struct bp_draft *draft, const struct bp_yaml *node, unsigned kinds,
                      struct bp_look_running running[][BP_LOOK_SLOTS])
{
    const char *const *slots = part_keys[BP_TAKE_LINE];
    if (!node || !bp_draft_keys(draft, node, "a running line", slots))
        return;
    for (int slot = 0; slot < BP_LOOK_SLOTS; slot++) {
        const struct bp_yaml *value = bp_yaml_find(node, slots[slot]);
        struct bp_look_running taken;
        if (!value)
            continue;
        take_slot(draft, value, &taken);
        for (int kind = 0; kind < BP_LOOK_PAGE_KINDS; kind++)
            if (kinds & 1U << kind)
                running[kind][slot] = taken;
    }
}

static void take_running(struct bp_draft *draft, const struct bp_yaml *node, const char *noun,
                         struct bp_look_running running[][BP_LOOK_SLOTS])
{
    const char *const *pages = part_keys[BP_TAKE_RUNNING];
    static const unsigned kinds[] = {7, 6, 1, 2, 4};
    if (!bp_draft_keys(draft, node, noun, pages))
        return;
    for (int i = 0; pages[i]; i++)
        take_line(draft, bp_yaml_find(node, pages[i]), kinds[i], running);
}

static void take_metadata(struct bp_draft *draft, const struct bp_yaml *node)
{
    const char *const *own = part_keys[BP_TAKE_METADATA];
    const struct bp_pattern **patterns[] = {&draft->look->title, &draft->look->author,
                                            &draft->look->subject};
    if (!bp_draft_keys(draft, node, "“metadata”", own))
        return;
    for (int i = 0; own[i]; i++) {
        const struct bp_yaml *value = bp_yaml_find(node, own[i]);
        if (value)
            *patterns[i] = bp_pattern_read(draft, value, own[i]);
    }
}

static void take_parts(struct bp_draft *draft, const struct bp_yaml *map)
{
    for (int i = 0; bp_take_named(draft, map, "parts") && i < map->n_pairs; i++) {
        const struct bp_yaml_pair *pair = &map->pairs[i];
        struct bp_look_part *part = g_hash_table_lookup(draft->parts, pair->key->text);
        if (!part) {
            part = bp_arena_new(draft->reader.arena, sizeof *part);
            part->name = pair->key->text;
            g_hash_table_insert(draft->parts, (gpointer)(gsize)part->name, part);
            g_ptr_array_add(draft->part_list, part);
        }
        part->source = pair->key->source;
        part->first = bp_templates_read(draft, pair->value, part->name);
    }
}

static bool is_none(const struct bp_yaml *node)
{
    static const char *const none[] = {"none", "no", "false", NULL};
    return node->kind == BP_YAML_TEXT && g_strv_contains(none, node->text);
}

void bp_take(struct bp_draft *draft, const struct bp_yaml *map)
{
    static const struct {
        const char *key;
        void (*take)(struct bp_draft *draft, const struct bp_yaml *node);
    } takers[] = {
        {"page", bp_sheet_read},    {"colours", take_colours},   {"fonts", take_fonts},
        {"formats", take_formats},  {"names", take_names},       {"wording", take_wording},
        {"styles", bp_styles_read}, {"metadata", take_metadata}, {"parts", take_parts},
        {"body", bp_body_read},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(takers); i++) {
        const struct bp_yaml *node = bp_yaml_find(map, takers[i].key);
        if (node)
            takers[i].take(draft, node);
    }
    const struct bp_yaml *header = bp_yaml_find(map, "header");
    const struct bp_yaml *footer = bp_yaml_find(map, "footer");
    const struct bp_yaml *watermark = bp_yaml_find(map, "watermark");
    if (header)
        take_running(draft, header, "“header”", draft->look->header);
    if (footer)
        take_running(draft, footer, "“footer”", draft->look->footer);
    if (watermark)
        draft->look->watermark =
            is_none(watermark) ? NULL : bp_pattern_read(draft, watermark, "watermark");
    draft->look->line_numbers =
        bp_draft_flag(draft, map, "line-numbers", draft->look->line_numbers);
}
