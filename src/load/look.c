/* SPDX-License-Identifier: MIT */
#include "load/look.h"

#include <string.h>

#include "load/edit.h"
#include "load/inspect.h"
#include "load/measure.h"
#include "load/pattern.h"
#include "load/shelf.h"
#include "load/sheet.h"
#include "load/style.h"
#include "load/template.h"

enum { MOST_EDITIONS = 4, N_MONTHS = 12, N_WEEKDAYS = 7, N_HALF_DAYS = 2 };

/* The keys of a layer, and of an edition or a house style's part for one layout. */
static const char *const layer_keys[] = {
    "layout",  "house",  "page",     "colours", "fonts",     "formats",      "names",
    "wording", "styles", "header",   "footer",  "watermark", "line-numbers", "metadata",
    "parts",   "body",   "editions", "for",     NULL};
static const char *const overlay_keys[] = {
    "about",  "page",   "colours",   "fonts",        "formats",  "names", "wording", "styles",
    "header", "footer", "watermark", "line-numbers", "metadata", "parts", "body",    NULL};
static const char *const head_keys[] = {"about", "extends", "prints", "language", NULL};

/* A map whose keys are names that the layout chooses itself. */
static bool is_named(struct bp_draft *draft, const struct bp_yaml *node, const char *key)
{
    if (node->kind == BP_YAML_MAP)
        return true;
    bp_report_error(draft->reader.report, &node->source, "wrong-type",
                    "“%s” should have names with their values below it, but %s stands here", key,
                    bp_yaml_describe(node));
    return false;
}

static void take_colours(struct bp_draft *draft, const struct bp_yaml *map)
{
    for (int i = 0; is_named(draft, map, "colours") && i < map->n_pairs; i++) {
        const struct bp_yaml_pair *pair = &map->pairs[i];
        struct bp_draft_name *name = bp_arena_new(draft->reader.arena, sizeof *name);
        name->source = pair->value->source;
        if (bp_yaml_is_empty(pair->value))
            bp_report_error(draft->reader.report, &pair->key->source, "missing",
                            "“%s” has no colour; put it in quotes, as in \"#12436D\", since a # "
                            "alone begins a remark",
                            bp_reader_clip(&draft->reader, pair->key->text));
        else if (bp_colour_read(draft, pair->value, pair->key->text, &name->colour, NULL))
            g_hash_table_replace(draft->colours, (gpointer)(gsize)pair->key->text, name);
    }
}

static void take_fonts(struct bp_draft *draft, const struct bp_yaml *map)
{
    for (int i = 0; is_named(draft, map, "fonts") && i < map->n_pairs; i++) {
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
    for (int i = 0; is_named(draft, map, "formats") && i < map->n_pairs; i++) {
        const struct bp_yaml_pair *pair = &map->pairs[i];
        struct bp_format *format = NULL;
        struct bp_words words = bp_reader_words(&draft->reader, pair->value, pair->key->text);
        for (guint k = 0; k < draft->formats->len && !format; k++)
            if (strcmp(((struct bp_format *)draft->formats->pdata[k])->name, pair->key->text) == 0)
                format = draft->formats->pdata[k];
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
    static const char *const keys[] = {"months", "short-months", "weekdays", "half-days", NULL};
    if (!bp_draft_keys(draft, map, "“names”", keys))
        return;
    take_list(draft, map, "months", N_MONTHS, &draft->look->months);
    take_list(draft, map, "short-months", N_MONTHS, &draft->look->short_months);
    take_list(draft, map, "weekdays", N_WEEKDAYS, &draft->look->weekdays);
    take_list(draft, map, "half-days", N_HALF_DAYS, &draft->look->half_days);
}

static void take_wording(struct bp_draft *draft, const struct bp_yaml *map)
{
    for (int i = 0; is_named(draft, map, "wording") && i < map->n_pairs; i++) {
        const struct bp_yaml_pair *pair = &map->pairs[i];
        struct bp_named_pattern *wording = g_hash_table_lookup(draft->wording, pair->key->text);
        struct bp_pattern *pattern = bp_pattern_read(draft, pair->value, pair->key->text);
        if (!pattern)
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

static void take_slot(struct bp_draft *draft, const struct bp_yaml *node,
                      struct bp_look_running *slot)
{
    static const char *const keys[] = {"picture", "height", NULL};
    const struct bp_yaml *picture =
        node->kind == BP_YAML_MAP ? bp_yaml_find(node, "picture") : NULL;
    struct bp_measure length = {28, BP_UNIT_POINT};
    *slot = (struct bp_look_running){.text = NULL};
    if (!picture) {
        slot->text = bp_pattern_read(draft, node, "text");
        return;
    }
    const struct bp_yaml *height = bp_yaml_find(node, "height");
    bp_draft_keys(draft, node, "a picture", keys);
    if (height)
        bp_measure_read(draft, height, "height", &length);
    slot->picture = bp_draft_picture(draft, picture);
    slot->height = length.number;
}

/* What stands on pages of some kinds. */
static void take_line(struct bp_draft *draft, const struct bp_yaml *node, unsigned kinds,
                      struct bp_look_running running[][BP_LOOK_SLOTS])
{
    static const char *const slots[] = {"start", "centre", "end", NULL};
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
    static const char *const keys[] = {"every", "rest", "first", "left", "right", NULL};
    static const unsigned kinds[] = {7, 6, 1, 2, 4};
    if (!bp_draft_keys(draft, node, noun, keys))
        return;
    for (int i = 0; keys[i]; i++)
        take_line(draft, bp_yaml_find(node, keys[i]), kinds[i], running);
}

static void take_metadata(struct bp_draft *draft, const struct bp_yaml *node)
{
    static const char *const keys[] = {"title", "author", "subject", NULL};
    const struct bp_pattern **patterns[] = {&draft->look->title, &draft->look->author,
                                            &draft->look->subject};
    if (!bp_draft_keys(draft, node, "“metadata”", keys))
        return;
    for (int i = 0; keys[i]; i++) {
        const struct bp_yaml *value = bp_yaml_find(node, keys[i]);
        if (value)
            *patterns[i] = bp_pattern_read(draft, value, keys[i]);
    }
}

static void take_parts(struct bp_draft *draft, const struct bp_yaml *map)
{
    for (int i = 0; is_named(draft, map, "parts") && i < map->n_pairs; i++) {
        const struct bp_yaml_pair *pair = &map->pairs[i];
        struct bp_look_part *part = g_hash_table_lookup(draft->parts, pair->key->text);
        if (!part) {
            part = bp_arena_new(draft->reader.arena, sizeof *part);
            part->name = pair->key->text;
            g_hash_table_insert(draft->parts, (gpointer)(gsize)part->name, part);
            g_ptr_array_add(draft->part_list, part);
        }
        part->source = pair->key->source;
        part->first = bp_templates_read(draft, pair->value);
    }
}

/* What a layer, an edition or a house style's part for one layout says: the last word counts. */
static void take(struct bp_draft *draft, const struct bp_yaml *map)
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
        draft->look->watermark = bp_pattern_read(draft, watermark, "watermark");
    draft->look->line_numbers =
        bp_draft_flag(draft, map, "line-numbers", draft->look->line_numbers);
}

static void enter(struct bp_draft *draft, const struct bp_layer *layer)
{
    draft->reader.folder = layer->folder;
    draft->reader.root = layer->root;
    draft->built_in = layer->built_in;
}

static void take_layer(struct bp_draft *draft, const struct bp_layer *layer)
{
    struct bp_words language = bp_reader_text(&draft->reader, layer->head, "language");
    enter(draft, layer);
    bp_draft_keys(draft, layer->map, layer->house ? "a house style" : "a layout", layer_keys);
    bp_draft_keys(draft, layer->head, layer->house ? "“house:”" : "“layout:”", head_keys);
    draft->look->language = language.text ? language.text : draft->look->language;
    draft->look->about = layer->about ? layer->about : draft->look->about;
    if (!layer->house)
        draft->look->name = layer->name;
    take(draft, layer->map);
}

/* What a house style says for one of the layouts that it lies over. */
static void take_for(struct bp_draft *draft, const struct bp_layer *house, GPtrArray *layers)
{
    const struct bp_yaml *all = bp_yaml_find(house->map, "for");
    if (!all || !is_named(draft, all, "for"))
        return;
    enter(draft, house);
    for (guint i = 0; i < layers->len; i++) {
        const struct bp_layer *layer = layers->pdata[i];
        const struct bp_yaml *map = layer->house ? NULL : bp_yaml_find(all, layer->name);
        if (map && bp_draft_keys(draft, map, "“for”", overlay_keys))
            take(draft, map);
    }
    for (int i = 0; i < all->n_pairs; i++) {
        char *path = g_strconcat(all->pairs[i].key->text, ".yaml", NULL);
        if (!bp_shelf_find(path))
            bp_report_error(draft->reader.report, &all->pairs[i].key->source, "no-layout",
                            "there is no layout “%s” to say this for; write one of those that "
                            "boardpack layouts lists",
                            bp_reader_clip(&draft->reader, all->pairs[i].key->text));
        g_free(path);
    }
}

/* Gathers the names of the editions that a layer has. */
static void add_editions(const struct bp_layer *layer, GPtrArray *names)
{
    const struct bp_yaml *all = bp_yaml_find(layer->map, "editions");
    for (int i = 0; all && all->kind == BP_YAML_MAP && i < all->n_pairs; i++) {
        const char *name = all->pairs[i].key->text;
        if (!g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
            g_ptr_array_add(names, (gpointer)(gsize)name);
    }
}

static void report_edition(struct bp_draft *draft, const char *edition, GPtrArray *layers)
{
    GPtrArray *names = g_ptr_array_new();
    for (guint i = 0; i < layers->len; i++)
        add_editions(layers->pdata[i], names);
    g_ptr_array_add(names, NULL);
    char *all = g_strjoinv(", ", (char **)names->pdata);
    bp_report_error(draft->reader.report, NULL, "no-edition",
                    "the layout “%s” has no edition “%s”; it has %s", draft->look->name, edition,
                    *all ? all : "none");
    g_free(all);
    g_ptr_array_free(names, TRUE);
}

static void take_edition(struct bp_draft *draft, const char *edition, GPtrArray *layers)
{
    bool found = false;
    for (guint i = 0; i < layers->len; i++) {
        const struct bp_layer *layer = layers->pdata[i];
        const struct bp_yaml *all = bp_yaml_find(layer->map, "editions");
        if (!all || !is_named(draft, all, "editions"))
            continue;
        const struct bp_yaml *map = bp_yaml_find(all, edition);
        found = found || map;
        enter(draft, layer);
        if (map && bp_draft_keys(draft, map, "an edition", overlay_keys))
            take(draft, map);
    }
    if (!found)
        report_edition(draft, edition, layers);
}

static void take_editions(struct bp_draft *draft, const char *editions, GPtrArray *layers)
{
    char **names = editions ? g_strsplit(editions, ",", MOST_EDITIONS) : NULL;
    for (int i = 0; names && names[i]; i++)
        take_edition(draft, g_strstrip(names[i]), layers);
    g_strfreev(names);
}

/* The house style's own layers go over the layout's; a layout that extends one has its own. */
static bool open_house(const struct bp_layer_wish *wish, GPtrArray *layers,
                       struct bp_reader *reader)
{
    GPtrArray *houses = g_ptr_array_new();
    bool good = bp_layers_open(wish, houses, reader), found = false;
    for (guint i = 0; good && i < houses->len; i++)
        if (((struct bp_layer *)houses->pdata[i])->house) {
            g_ptr_array_add(layers, houses->pdata[i]);
            found = true;
        }
    g_ptr_array_free(houses, TRUE);
    if (good && !found)
        bp_report_error(reader->report, wish->from, "no-house",
                        "“%s” is a layout, not a house style; write it as the layout", wish->name);
    return good && found;
}

/* What the layers print: "meeting" or "report"; NULL: nothing. */
static const char *printed_by(GPtrArray *layers, struct bp_reader *reader)
{
    const char *prints = NULL;
    for (guint i = 0; i < layers->len; i++) {
        const struct bp_layer *layer = layers->pdata[i];
        struct bp_words words = bp_reader_text(reader, layer->head, "prints");
        prints = words.text ? words.text : prints;
    }
    return prints;
}

/* A house style named alone lies over the usual layout of the data where its own is for others. */
static bool open_layers(const struct bp_look_wish *wish, GPtrArray *layers,
                        struct bp_reader *reader)
{
    bool has_house = false;
    if (!bp_layers_open(&wish->layout, layers, reader))
        return false;
    for (guint i = 0; i < layers->len; i++)
        has_house = has_house || ((struct bp_layer *)layers->pdata[i])->house;
    bool named = ((struct bp_layer *)layers->pdata[layers->len - 1])->house;
    if (named && g_strcmp0(printed_by(layers, reader), wish->prints) != 0) {
        const struct bp_layer_wish usual = {.name = wish->usual};
        g_ptr_array_set_size(layers, 0);
        return bp_layers_open(&usual, layers, reader) && open_house(&wish->layout, layers, reader);
    }
    return has_house || !wish->house.name || open_house(&wish->house, layers, reader);
}

/* What the layout's data must be. */
static bool fits_data(const struct bp_look_wish *wish, GPtrArray *layers, struct bp_reader *reader)
{
    const char *prints = printed_by(layers, reader);
    if (!prints)
        bp_report_error(reader->report, wish->layout.from, "no-layout",
                        "“%s” prints nothing by itself; write another layout, such as minutes",
                        wish->layout.name);
    else if (strcmp(prints, wish->prints) != 0)
        bp_report_error(reader->report, wish->layout.from, "wrong-layout",
                        "the layout “%s” is for a %s file, and this is a %s; write another layout",
                        wish->layout.name, prints, wish->prints);
    return prints && strcmp(prints, wish->prints) == 0;
}

static void freeze(struct bp_draft *draft)
{
    struct bp_look *look = draft->look;
    struct bp_arena *arena = draft->reader.arena;
    struct bp_format *formats = bp_arena_new(arena, (draft->formats->len + 1) * sizeof *formats);
    struct bp_named_pattern *wording =
        bp_arena_new(arena, (draft->wording_list->len + 1) * sizeof *wording);
    for (guint i = 0; i < draft->formats->len; i++)
        formats[i] = *(struct bp_format *)draft->formats->pdata[i];
    for (guint i = 0; i < draft->wording_list->len; i++)
        wording[i] = *(struct bp_named_pattern *)draft->wording_list->pdata[i];
    look->formats = formats;
    look->n_formats = (int)draft->formats->len;
    look->wording = wording;
    look->n_wording = (int)draft->wording_list->len;
    look->body = draft->body->first;
    look->pictures = bp_arena_copy(arena, draft->picture_list->pdata, draft->picture_list->len,
                                   sizeof *look->pictures);
    look->n_pictures = (int)draft->picture_list->len;
}

static void take_all(struct bp_draft *draft, const struct bp_look_wish *wish, GPtrArray *layers)
{
    draft->body = bp_arena_new(draft->reader.arena, sizeof *draft->body);
    for (guint i = 0; i < layers->len; i++)
        take_layer(draft, layers->pdata[i]);
    for (guint i = 0; i < layers->len; i++)
        if (((struct bp_layer *)layers->pdata[i])->house)
            take_for(draft, layers->pdata[i], layers);
    take_editions(draft, wish->editions, layers);
    if (bp_styles_resolve(draft)) {
        bp_sheet_resolve(draft);
        bp_draft_inspect(draft);
    }
    freeze(draft);
}

struct bp_look *bp_look_read(const struct bp_look_wish *wish, struct bp_arena *arena,
                             struct bp_report *report)
{
    struct bp_tally before = bp_report_tally(report);
    GPtrArray *layers = g_ptr_array_new();
    struct bp_draft draft;
    bp_draft_init(&draft, arena, report);
    if (open_layers(wish, layers, &draft.reader) && fits_data(wish, layers, &draft.reader))
        take_all(&draft, wish, layers);
    bp_draft_finish(&draft);
    g_ptr_array_free(layers, TRUE);
    return bp_report_tally(report).errors == before.errors ? draft.look : NULL;
}

const char *bp_look_usual(const char *name, const char *language, struct bp_arena *arena)
{
    char *tag =
        g_ascii_strdown(language ? language : "", (gssize)strcspn(language ? language : "", "-"));
    char *path = g_strdup_printf("%s-%s.yaml", name, tag);
    const char *found = bp_shelf_find(path) ? bp_arena_printf(arena, "%s-%s", name, tag) : name;
    g_free(path);
    g_free(tag);
    return found;
}

bool bp_look_known(const char *name, struct bp_report *report)
{
    struct bp_reader reader = {.arena = bp_arena_create(), .report = report};
    const struct bp_layer_wish wish = {.name = name};
    bool known = bp_layer_is_known(&wish, &reader);
    bp_arena_destroy(reader.arena);
    return known;
}

static void list_one(const char *path, bool houses, struct bp_reader *reader, GString *out)
{
    struct bp_layer *layer = bp_layer_built_in(path, reader);
    GPtrArray *editions = g_ptr_array_new();
    GPtrArray *layers = g_ptr_array_new();
    bool listed = layer && layer->house == houses;
    const struct bp_layer_wish wish = {.name = layer ? layer->name : path};
    if (listed && bp_layers_open(&wish, layers, reader) && (houses || printed_by(layers, reader))) {
        for (guint i = 0; i < layers->len; i++)
            add_editions(layers->pdata[i], editions);
        g_ptr_array_add(editions, NULL);
        char *names = g_strjoinv(", ", (char **)editions->pdata);
        g_string_append_printf(out, "  %-14s %s%s%s%s\n", layer->name,
                               layer->about ? layer->about : "", *names ? " (" : "", names,
                               *names ? ")" : "");
        g_free(names);
    }
    g_ptr_array_free(layers, TRUE);
    g_ptr_array_free(editions, TRUE);
}

void bp_looks_list(GString *out)
{
    struct bp_reader reader = {.arena = bp_arena_create(), .report = bp_report_create()};
    int n;
    const struct bp_shelf_file *files = bp_shelf_files(&n);
    g_string_append(out, "Layouts, for --layout, and in brackets their editions, for --edition:\n");
    for (int i = 0; i < n; i++)
        list_one(files[i].path, false, &reader, out);
    g_string_append(out,
                    "House styles, for --house, or for --layout with the layout they extend:\n");
    for (int i = 0; i < n; i++)
        list_one(files[i].path, true, &reader, out);
    bp_report_destroy(reader.report);
    bp_arena_destroy(reader.arena);
}
