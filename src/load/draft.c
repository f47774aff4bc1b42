/* SPDX-License-Identifier: MIT */
#include "load/draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/nearest.h"
#include "load/layer.h"
#include "load/row.h"
#include "load/shelf.h"

enum { MOST_PICTURE_BYTES = 16 << 20, MOST_LISTED = 24, MOST_HELPED = 100 };

void bp_draft_init(struct bp_draft *draft, struct bp_arena *arena, struct bp_report *report)
{
    *draft = (struct bp_draft){.reader = {.arena = arena, .report = report}};
    draft->look = bp_arena_new(arena, sizeof *draft->look);
    draft->colours = g_hash_table_new(g_str_hash, g_str_equal);
    draft->fonts = g_hash_table_new(g_str_hash, g_str_equal);
    draft->styles = g_hash_table_new(g_str_hash, g_str_equal);
    draft->wording = g_hash_table_new(g_str_hash, g_str_equal);
    draft->parts = g_hash_table_new(g_str_hash, g_str_equal);
    draft->pictures = g_hash_table_new(g_str_hash, g_str_equal);
    draft->style_list = g_ptr_array_new();
    draft->wording_list = g_ptr_array_new();
    draft->part_list = g_ptr_array_new();
    draft->picture_list = g_ptr_array_new();
    draft->formats = g_ptr_array_new();
}

void bp_draft_finish(struct bp_draft *draft)
{
    g_hash_table_destroy(draft->colours);
    g_hash_table_destroy(draft->fonts);
    g_hash_table_destroy(draft->styles);
    g_hash_table_destroy(draft->wording);
    g_hash_table_destroy(draft->parts);
    g_hash_table_destroy(draft->pictures);
    g_ptr_array_free(draft->style_list, TRUE);
    g_ptr_array_free(draft->wording_list, TRUE);
    g_ptr_array_free(draft->part_list, TRUE);
    g_ptr_array_free(draft->picture_list, TRUE);
    g_ptr_array_free(draft->formats, TRUE);
}

/* "-remove: x" and "size:12" are other things than they look like. */
static bool report_space(struct bp_draft *draft, const struct bp_yaml *node, bool key)
{
    const char *text = node->text;
    if (node->kind != BP_YAML_TEXT || !node->plain)
        return false;
    if (*text == '-' && text[1] && text[1] != '-') {
        bp_report_error(draft->reader.report, &node->source, "no-space",
                        "there is no space after the “-”; write - %s%s",
                        bp_reader_clip(&draft->reader, text + 1), key ? ":" : "");
        return true;
    }
    const char *colon = strchr(text, ':');
    if (!colon || !bp_row_lacks_space(text))
        return false;
    bp_report_error(draft->reader.report, &node->source, "no-space",
                    "there is no space after the colon; write %.*s: %s", (int)(colon - text), text,
                    bp_reader_clip(&draft->reader, colon + 1));
    return true;
}

static void report_key(struct bp_draft *draft, const struct bp_yaml *key, const char *noun,
                       const char *const *keys)
{
    if (report_space(draft, key, true))
        return;
    const char *word = bp_reader_clip(&draft->reader, key->text);
    const char *near = bp_nearest(key->text, keys);
    if (near) {
        bp_report_error(draft->reader.report, &key->source, "unknown-key",
                        "%s has no key “%s”; write “%s”", noun, word, near);
        return;
    }
    char *all = g_strjoinv(", ", (char **)(gpointer)keys);
    bp_report_error(draft->reader.report, &key->source, "unknown-key",
                    "%s has no key “%s”; its %s %s", noun, word,
                    keys[1] ? "keys are" : "only key is", all);
    g_free(all);
}

bool bp_draft_keys(struct bp_draft *draft, const struct bp_yaml *node, const char *noun,
                   const char *const *keys)
{
    if (node->kind != BP_YAML_MAP && report_space(draft, node, false))
        return false;
    if (node->kind != BP_YAML_MAP) {
        bp_report_error(draft->reader.report, &node->source, "wrong-type",
                        "%s should have keys of its own, but %s stands here; write “%s: …” on a "
                        "line of its own, indented",
                        noun, bp_yaml_is_empty(node) ? "nothing" : bp_yaml_describe(node), keys[0]);
        return false;
    }
    for (int i = 0; i < node->n_pairs; i++)
        if (!g_strv_contains(keys, node->pairs[i].key->text))
            report_key(draft, node->pairs[i].key, noun, keys);
    return true;
}

bool bp_draft_list(struct bp_draft *draft, const struct bp_yaml *node, const char *key)
{
    if (node->kind == BP_YAML_LIST)
        return true;
    if (node->kind == BP_YAML_MAP && node->n_pairs > 0 &&
        report_space(draft, node->pairs[0].key, true))
        return false;
    bp_report_error(draft->reader.report, &node->source, "wrong-type",
                    "“%s” should be a list of blocks, but %s stands here; write each block after "
                    "“- ”",
                    key, bp_yaml_describe(node));
    return false;
}

bool bp_draft_flag(struct bp_draft *draft, const struct bp_yaml *map, const char *key,
                   bool otherwise)
{
    static const char *const words[] = {"no", "yes", "false", "true", NULL};
    const struct bp_yaml *node = bp_yaml_find(map, key);
    int choice = node ? bp_draft_choice(draft, node, key, words) : -1;
    return choice < 0 ? otherwise : choice % 2 == 1;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void bp_draft_unknown(struct bp_draft *draft, const struct bp_source *at, const char *noun,
                      const char *word, GHashTable *names)
{
    guint n;
    bool helped = bp_report_errors(draft->reader.report) < MOST_HELPED;
    char **all = (char **)g_hash_table_get_keys_as_array(names, &n);
    if (helped)
        qsort(all, n, sizeof *all, compare_names);
    const char *near = helped ? bp_nearest(word, (const char *const *)all) : NULL;
    const char *clipped = bp_reader_clip(&draft->reader, word);
    if (near) {
        bp_report_error(draft->reader.report, at, "unknown-name",
                        "there is no %s “%s”; did you mean “%s”?", noun, clipped, near);
    } else if (n > MOST_LISTED || n == 0 || !helped) {
        bp_report_error(draft->reader.report, at, "unknown-name",
                        "there is no %s “%s” in this layout; check the name", noun, clipped);
    } else {
        char *listed = g_strjoinv(", ", all);
        bp_report_error(
            draft->reader.report, at, "unknown-name", "there is no %s “%s”; there are %s%s", noun,
            clipped, listed,
            names == draft->colours ? ", and any that you write as in \"#12436D\", in quotes" : "");
        g_free(listed);
    }
    g_free(all);
}

void bp_draft_unused(struct bp_draft *draft, const struct bp_source *at, const char *noun,
                     const char *word, GHashTable *names)
{
    GHashTableIter iter;
    gpointer name;
    GPtrArray *others = g_ptr_array_new();
    g_hash_table_iter_init(&iter, names);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        if (strcmp(name, word) != 0 && ABS((int)strlen(name) - (int)strlen(word)) <= 1)
            g_ptr_array_add(others, name);
    g_ptr_array_sort(others, compare_names);
    g_ptr_array_add(others, NULL);
    const char *near = bp_nearest(word, (const char *const *)others->pdata);
    if (near)
        bp_report_warning(draft->reader.report, at, "unused-name",
                          "nothing uses the %s “%s”; did you mean “%s”?", noun,
                          bp_reader_clip(&draft->reader, word), near);
    g_ptr_array_free(others, TRUE);
}

int bp_draft_choice(struct bp_draft *draft, const struct bp_yaml *node, const char *key,
                    const char *const *words)
{
    struct bp_words said = bp_reader_words(&draft->reader, node, key);
    if (!said.text)
        return -1;
    for (int i = 0; words[i]; i++)
        if (g_ascii_strcasecmp(words[i], said.text) == 0)
            return i;
    char *all = g_strjoinv(", ", (char **)(gpointer)words);
    bp_report_error(draft->reader.report, &node->source, "bad-choice",
                    "“%s” is nothing that “%s” can be; write one of %s",
                    bp_reader_clip(&draft->reader, said.text), key, all);
    g_free(all);
    return -1;
}

/* The bytes of a picture file; NULL, with a report, when it can't be read. */
static const struct bp_bytes *picture_bytes(struct bp_draft *draft, const char *path,
                                            const struct bp_source *from)
{
    if (!draft->built_in)
        return bp_file_read(path, draft->reader.root, MOST_PICTURE_BYTES, from, draft->reader.arena,
                            draft->reader.report);
    const struct bp_shelf_file *file =
        bp_shelf_find(g_str_has_prefix(path, "./") ? path + 2 : path);
    if (!file)
        bp_report_error(draft->reader.report, from, "no-file", "there is no picture %s", path);
    return file ? &file->bytes : NULL;
}

struct bp_picture *bp_draft_picture(struct bp_draft *draft, const struct bp_yaml *node)
{
    struct bp_reader *reader = &draft->reader;
    struct bp_words words = bp_reader_words(reader, node, "picture");
    if (!words.text)
        return NULL;
    char *path = bp_layer_path(reader->folder, words.text);
    struct bp_picture *picture = g_hash_table_lookup(draft->pictures, path);
    const struct bp_bytes *bytes = picture ? NULL : picture_bytes(draft, path, &node->source);
    if (bytes) {
        picture = bp_arena_new(reader->arena, sizeof *picture);
        picture->path = words.text;
        picture->source = node->source;
        picture->file = *bytes;
        g_hash_table_insert(draft->pictures, bp_arena_string(reader->arena, path, strlen(path)),
                            picture);
        g_ptr_array_add(draft->picture_list, picture);
    }
    g_free(path);
    return picture;
}
