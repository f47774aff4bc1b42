/* SPDX-License-Identifier: MIT */
#include "load/layer.h"

#include <stdlib.h>
#include <string.h>

#include "base/nearest.h"
#include "load/encoding.h"
#include "load/shelf.h"

enum { MOST_LAYERS = 8, MOST_BYTES = 1 << 20 };

/* It has a slash or ends with .yaml or .yml. */
static bool is_path(const char *name)
{
    return strchr(name, '/') || g_str_has_suffix(name, ".yaml") || g_str_has_suffix(name, ".yml");
}

/* "minutes" of "minutes.yaml", "ashcombe" of "houses/ashcombe.yaml"; NULL for other files. */
static char *shelf_name(const char *path)
{
    const char *base = strrchr(path, '/');
    size_t folder = base ? (size_t)(base - path) : 0;
    bool known = !base || (folder == 6 && strncmp(path, "houses", 6) == 0);
    if (!known || !g_str_has_suffix(path, ".yaml"))
        return NULL;
    base = base ? base + 1 : path;
    return g_strndup(base, strlen(base) - strlen(".yaml"));
}

static const struct bp_shelf_file *find_built_in(const char *name)
{
    int n;
    const struct bp_shelf_file *files = bp_shelf_files(&n), *found = NULL;
    for (int i = 0; i < n && !found; i++) {
        char *own = shelf_name(files[i].path);
        if (own && strcmp(own, name) == 0)
            found = &files[i];
        g_free(own);
    }
    return found;
}

/* A folder with a layout file in it is what new layout makes. */
static bool report_folder(const struct bp_layer_wish *wish, struct bp_reader *reader)
{
    char *folder = bp_layer_path(wish->folder, wish->name);
    char *file = g_build_filename(folder, "layout.yaml", NULL);
    bool found = g_file_test(file, G_FILE_TEST_IS_REGULAR);
    if (found)
        bp_report_error(reader->report, wish->from, "no-layout",
                        "“%s” is a folder; write the file in it, %s%slayout.yaml", wish->name,
                        wish->name, g_str_has_suffix(wish->name, "/") ? "" : "/");
    g_free(file);
    g_free(folder);
    return found;
}

/* A layout that others extend prints nothing by itself. */
static bool is_offered(const struct bp_shelf_file *file)
{
    return strstr(file->bytes.data, "\n  prints: ") || strchr(file->path, '/') ||
           strchr(file->path, '-');
}

static void report_unknown(const struct bp_layer_wish *wish, struct bp_reader *reader)
{
    if (report_folder(wish, reader))
        return;
    int n;
    const struct bp_shelf_file *files = bp_shelf_files(&n);
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < n; i++) {
        char *name = shelf_name(files[i].path);
        if (name && is_offered(&files[i]))
            g_ptr_array_add(names, name);
        else
            g_free(name);
    }
    g_ptr_array_add(names, NULL);
    const char *near = bp_nearest(wish->name, (const char *const *)names->pdata);
    char *all = g_strjoinv(", ", (char **)names->pdata);
    if (near)
        bp_report_error(reader->report, wish->from, "no-layout",
                        "there is no layout or house style “%s”; did you mean “%s”?", wish->name,
                        near);
    else
        bp_report_error(reader->report, wish->from, "no-layout",
                        "there is no layout or house style “%s”; there are %s, and files that "
                        "end in .yaml",
                        wish->name, all);
    g_free(all);
    g_ptr_array_free(names, TRUE);
}

/* The map of a file's bytes; NULL, with a report, when they are no YAML or no map. */
static const struct bp_yaml *read_map(const struct bp_bytes *bytes, const char *file,
                                      struct bp_reader *reader)
{
    struct bp_lines lines;
    bool marked = bytes->size >= 3 && memcmp(bytes->data, "\xEF\xBB\xBF", 3) == 0;
    bp_lines_init(&lines, file, bytes->data + (marked ? 3 : 0), bytes->size - (marked ? 3 : 0));
    const struct bp_yaml *map =
        bp_encoding_check(&lines, reader->report)
            ? bp_yaml_read(&lines, "write at least “layout:” with “extends: minutes” under it",
                           reader->arena, reader->report)
            : NULL;
    bp_lines_finish(&lines);
    if (map && map->kind != BP_YAML_MAP) {
        bp_report_error(reader->report, &map->source, "wrong-type",
                        "this file is %s, and should start with “layout:” or “house:”; see an "
                        "example with boardpack new layout DIR",
                        bp_yaml_describe(map));
        return NULL;
    }
    return map;
}

/* What stands below "layout:" or "house:". */
static bool read_head(struct bp_layer *layer, struct bp_reader *reader)
{
    const struct bp_yaml *house = bp_yaml_find(layer->map, "house");
    const struct bp_yaml *layout = bp_yaml_find(layer->map, "layout");
    layer->house = house != NULL;
    layer->head = house ? house : layout;
    if (!layer->head || (house && layout) || layer->head->kind != BP_YAML_MAP) {
        bp_report_error(reader->report, layer->head ? &layer->head->source : &layer->map->source,
                        "no-head",
                        "a layout starts with “layout:”, a house style with “house:”, and with "
                        "“extends: minutes” or “about: …” below it, indented by two spaces");
        return false;
    }
    layer->about = bp_reader_text(reader, layer->head, "about").text;
    layer->extends = bp_reader_text(reader, layer->head, "extends");
    return true;
}

static struct bp_layer *make_layer(const struct bp_bytes *bytes, const char *file,
                                   struct bp_reader *reader)
{
    struct bp_layer *layer = bp_arena_new(reader->arena, sizeof *layer);
    layer->file = bp_arena_string(reader->arena, file, strlen(file));
    layer->map = read_map(bytes, layer->file, reader);
    return layer->map && read_head(layer, reader) ? layer : NULL;
}

struct bp_layer *bp_layer_built_in(const char *path, struct bp_reader *reader)
{
    const struct bp_shelf_file *file = bp_shelf_find(path);
    char *name = file ? shelf_name(path) : NULL;
    if (!name)
        return NULL;
    char *shown = g_strconcat("layouts/", path, NULL);
    struct bp_layer *layer = make_layer(&file->bytes, shown, reader);
    char *folder = g_path_get_dirname(path);
    if (layer) {
        layer->name = bp_arena_string(reader->arena, name, strlen(name));
        layer->built_in = true;
        layer->folder = bp_arena_string(reader->arena, folder, strlen(folder));
    }
    g_free(folder);
    g_free(shown);
    g_free(name);
    return layer;
}

char *bp_layer_path(const char *folder, const char *name)
{
    if (!folder || strcmp(folder, ".") == 0 || g_path_is_absolute(name))
        return g_strdup(name);
    return g_build_filename(folder, name, NULL);
}

static const char *folder_of(const char *path, struct bp_arena *arena)
{
    char *folder = g_path_get_dirname(path);
    const char *kept = bp_arena_string(arena, folder, strlen(folder));
    g_free(folder);
    return kept;
}

static struct bp_layer *open_path(const struct bp_layer_wish *wish, struct bp_reader *reader)
{
    if (report_folder(wish, reader))
        return NULL;
    char *path = bp_layer_path(wish->folder, wish->name);
    struct bp_layer *layer = NULL;
    const struct bp_bytes *bytes =
        bp_file_read(path, wish->root, MOST_BYTES, wish->from, reader->arena, reader->report);
    if (bytes)
        layer = make_layer(bytes, wish->folder ? path : wish->name, reader);
    if (layer) {
        layer->name = layer->file;
        layer->folder = folder_of(path, reader->arena);
        layer->root = wish->root ? wish->root : bp_file_root(path, NULL, reader->arena);
    }
    g_free(path);
    return layer;
}

bool bp_layer_is_known(const struct bp_layer_wish *wish, struct bp_reader *reader)
{
    if (find_built_in(wish->name))
        return true;
    report_unknown(wish, reader);
    return false;
}

static struct bp_layer *open_one(const struct bp_layer_wish *wish, struct bp_reader *reader)
{
    if (is_path(wish->name))
        return open_path(wish, reader);
    const struct bp_shelf_file *file = find_built_in(wish->name);
    if (file)
        return bp_layer_built_in(file->path, reader);
    report_unknown(wish, reader);
    return NULL;
}

bool bp_layers_open(const struct bp_layer_wish *wish, GPtrArray *layers, struct bp_reader *reader)
{
    struct bp_layer_wish next = *wish;
    struct bp_layer *layer = open_one(&next, reader);
    guint before = layers->len;
    while (layer) {
        g_ptr_array_insert(layers, (gint)before, layer);
        if (!layer->extends.text)
            return true;
        if (layers->len - before == MOST_LAYERS) {
            bp_report_error(reader->report, &layer->extends.source, "circle",
                            "this layout extends itself, or more than %d others; write another one "
                            "after “extends”",
                            MOST_LAYERS);
            return false;
        }
        next = (struct bp_layer_wish){layer->extends.text, layer->folder, layer->root,
                                      &layer->extends.source};
        layer = open_one(&next, reader);
    }
    return false;
}
