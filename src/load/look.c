/* SPDX-License-Identifier: MIT */
#include "load/look.h"

#include <string.h>

#include "load/inspect.h"
#include "load/language.h"
#include "load/shelf.h"
#include "load/sheet.h"
#include "load/style.h"
#include "load/take.h"

enum { MOST_EDITIONS = 4, MOST_NAMED = 16 };

/* The keys of a layer, and of an edition or a house style's part for one layout. */
static const char *const layer_keys[] = {
    "layout",  "house",  "page",     "colours", "fonts",     "formats",      "names",
    "wording", "styles", "header",   "footer",  "watermark", "line-numbers", "metadata",
    "parts",   "body",   "editions", "for",     NULL};
static const char *const overlay_keys[] = {
    "about",  "page",   "colours",   "fonts",        "formats",  "names", "wording", "styles",
    "header", "footer", "watermark", "line-numbers", "metadata", "parts", "body",    NULL};
static const char *const head_keys[] = {"about", "extends", "prints", "language", NULL};

/* A house style is in the language of the layouts that it is made for: that of the first layer,
 * unless it says another. */
static bool is_foreign(const struct bp_draft *draft, const struct bp_layer *layer)
{
    const struct bp_yaml *own = bp_yaml_find(layer->head, "language");
    const char *language = own && own->kind == BP_YAML_TEXT ? own->text : draft->language;
    const char *layout = draft->look->language;
    return layer->house && language && layout && !bp_language_is_same(language, layout);
}

const char *const *bp_look_layer_keys(void)
{
    return layer_keys;
}

const char *const *bp_look_head_keys(void)
{
    return head_keys;
}

const char *const *bp_look_overlay_keys(void)
{
    return overlay_keys;
}

static void enter(struct bp_draft *draft, const struct bp_layer *layer)
{
    draft->foreign = is_foreign(draft, layer);
    draft->house = layer->house;
    draft->only = false;
    draft->reader.folder = layer->folder;
    draft->reader.root = layer->root;
    draft->built_in = layer->built_in;
}

/* What stands below "layout:" or "house:". */
static void check_head(struct bp_draft *draft, const struct bp_layer *layer)
{
    static const char *const data[] = {"meeting", "report", NULL};
    const struct bp_yaml *prints = bp_yaml_find(layer->head, "prints");
    bp_draft_keys(draft, layer->head, layer->house ? "“house:”" : "“layout:”", head_keys);
    if (prints)
        bp_draft_choice(draft, prints, "prints", data);
    if (bp_yaml_find(layer->head, "language"))
        bp_language_read(&draft->reader, layer->head);
}

static void take_layer(struct bp_draft *draft, const struct bp_layer *layer)
{
    struct bp_words language = bp_reader_text(&draft->reader, layer->head, "language");
    if (!layer->house && language.text)
        draft->look->language = language.text;
    if (!draft->language)
        draft->language = draft->look->language;
    enter(draft, layer);
    bp_draft_keys(draft, layer->map, layer->house ? "a house style" : "a layout", layer_keys);
    draft->look->about = layer->about ? layer->about : draft->look->about;
    if (!layer->house)
        draft->look->name = layer->name;
    bp_take(draft, layer->map);
}

/* What a house style says for one of the layouts that it lies over. */
static void take_for(struct bp_draft *draft, const struct bp_layer *house, GPtrArray *layers)
{
    const struct bp_yaml *all = bp_yaml_find(house->map, "for");
    if (!all || !bp_take_named(draft, all, "for"))
        return;
    enter(draft, house);
    draft->only = true;
    for (guint i = 0; i < layers->len; i++) {
        const struct bp_layer *layer = layers->pdata[i];
        const struct bp_yaml *map = layer->house ? NULL : bp_yaml_find(all, layer->name);
        bool very = strcmp(layer->name, draft->look->name) == 0;
        if (draft->foreign && !very)
            continue; /* it has words of another language in it */
        draft->foreign = false;
        if (map && bp_draft_keys(draft, map, "“for”", overlay_keys))
            bp_take(draft, map);
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
    for (int i = 0; all && all->kind == BP_YAML_MAP && i < all->n_pairs && names->len < MOST_NAMED;
         i++) {
        const char *name = all->pairs[i].key->text;
        if (!g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
            g_ptr_array_add(names, (gpointer)(gsize)name);
    }
}

static void report_edition(struct bp_draft *draft, const char *edition, GPtrArray *layers,
                           const struct bp_source *from)
{
    GPtrArray *names = g_ptr_array_new();
    for (guint i = 0; i < layers->len; i++)
        add_editions(layers->pdata[i], names);
    g_ptr_array_add(names, NULL);
    char *all = g_strjoinv(", ", (char **)names->pdata);
    bp_report_error(draft->reader.report, from, "no-edition",
                    "the layout “%s” has no edition “%s”; it has %s", draft->look->name, edition,
                    *all ? all : "no editions");
    g_free(all);
    g_ptr_array_free(names, TRUE);
}

static void take_edition(struct bp_draft *draft, const char *edition, GPtrArray *layers,
                         const struct bp_source *from)
{
    struct bp_tally before = bp_report_tally(draft->reader.report);
    bool found = false;
    for (guint i = 0; i < layers->len; i++) {
        const struct bp_layer *layer = layers->pdata[i];
        const struct bp_yaml *all = bp_yaml_find(layer->map, "editions");
        if (!all || !bp_take_named(draft, all, "editions"))
            continue;
        const struct bp_yaml *map = bp_yaml_find(all, edition);
        found = found || map;
        enter(draft, layer);
        if (map && bp_draft_keys(draft, map, "an edition", overlay_keys))
            bp_take(draft, map);
    }
    if (!found && bp_report_tally(draft->reader.report).errors == before.errors)
        report_edition(draft, edition, layers, from);
}

static void take_editions(struct bp_draft *draft, const struct bp_look_wish *wish,
                          GPtrArray *layers)
{
    char **names = wish->editions ? g_strsplit(wish->editions, ",", MOST_EDITIONS) : NULL;
    for (int i = 0; names && names[i]; i++)
        if (*g_strstrip(names[i]))
            take_edition(draft, names[i], layers, wish->editions_from);
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
    if (named && wish->prints && g_strcmp0(printed_by(layers, reader), wish->prints) != 0) {
        const struct bp_layer_wish usual = {.name = wish->usual};
        g_ptr_array_set_size(layers, 0);
        return bp_layers_open(&usual, layers, reader) && open_house(&wish->layout, layers, reader);
    }
    return has_house || !wish->house.name || open_house(&wish->house, layers, reader);
}

/* Charts have a layer of their own, over base: as it is as long as the others together, it is left
 * out where the data have none. A layer that is not ours may name what is in it. */
static bool open_charts(const struct bp_look_wish *wish, GPtrArray *layers,
                        struct bp_reader *reader)
{
    const struct bp_layer *first = layers->pdata[0];
    bool wanted = wish->charts || !wish->prints;
    for (guint i = 0; i < layers->len; i++)
        wanted = wanted || !((struct bp_layer *)layers->pdata[i])->built_in;
    if (!wanted || !first->built_in || strcmp(first->name, "base") != 0)
        return true;
    struct bp_layer *charts = bp_layer_built_in("charts.yaml", reader);
    if (charts)
        g_ptr_array_insert(layers, 1, charts);
    return charts != NULL;
}

/* What the layout's data must be. */
static bool fits_data(const struct bp_look_wish *wish, GPtrArray *layers, struct bp_reader *reader)
{
    const char *prints = printed_by(layers, reader);
    if (!wish->prints)
        return true;
    if (!prints)
        bp_report_error(reader->report, wish->layout.from, "no-layout",
                        "“%s” prints nothing by itself; write another layout, such as minutes",
                        wish->layout.name);
    else if (strcmp(prints, wish->prints) != 0)
        bp_report_error(reader->report, wish->layout.from, "wrong-layout",
                        "the layout “%s” is for files with “%s:”, and this one has “%s:”; write "
                        "another layout",
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
    const struct bp_layer *last = layers->pdata[layers->len - 1];
    draft->body = bp_arena_new(draft->reader.arena, sizeof *draft->body);
    for (guint i = 0; i < layers->len; i++)
        take_layer(draft, layers->pdata[i]);
    for (guint i = 0; i < layers->len; i++)
        if (((struct bp_layer *)layers->pdata[i])->house)
            take_for(draft, layers->pdata[i], layers);
    take_editions(draft, wish, layers);
    if (!draft->body->first)
        bp_report_error(draft->reader.report, &last->head->source, "missing",
                        "this layout has no blocks to print; write “body:” and its blocks");
    if (bp_styles_resolve(draft)) {
        bp_sheet_resolve(draft);
        bp_draft_inspect(draft);
    }
    freeze(draft);
}

static bool heads_are_right(struct bp_draft *draft, GPtrArray *layers)
{
    struct bp_tally before = bp_report_tally(draft->reader.report);
    for (guint i = 0; i < layers->len; i++)
        check_head(draft, layers->pdata[i]);
    return bp_report_tally(draft->reader.report).errors == before.errors;
}

struct bp_look *bp_look_read(const struct bp_look_wish *wish, struct bp_arena *arena,
                             struct bp_report *report)
{
    struct bp_tally before = bp_report_tally(report);
    GPtrArray *layers = g_ptr_array_new();
    struct bp_draft draft;
    bp_draft_init(&draft, arena, report);
    if (open_layers(wish, layers, &draft.reader) && open_charts(wish, layers, &draft.reader) &&
        heads_are_right(&draft, layers) && fits_data(wish, layers, &draft.reader))
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
