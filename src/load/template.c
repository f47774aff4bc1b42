/* SPDX-License-Identifier: MIT */
#include "load/template.h"

#include <string.h>

#include "base/nearest.h"
#include "load/expression.h"
#include "load/pattern.h"
#include "load/templateown.h"

enum { MOST_KEYS = 24 };

/* A kind's key, what stands after it, and the keys that only it and its like have. */
enum content { CONTENT_BLOCKS, CONTENT_TEXT, CONTENT_EITHER, CONTENT_STYLE, CONTENT_OTHER };

static const struct kind {
    const char *name;
    enum content content;
    const char *keys[9];
} kinds[BP_N_TEMPLATE_KINDS] = {
    [BP_TEMPLATE_SECTION] = {"section", CONTENT_BLOCKS, {"id", "optional"}},
    [BP_TEMPLATE_GROUP] = {"group", CONTENT_BLOCKS, {"id", "optional"}},
    [BP_TEMPLATE_HEADING] = {"heading", CONTENT_TEXT, {"label", "label-style", "id", "bookmark"}},
    [BP_TEMPLATE_PARAGRAPH] = {"paragraph", CONTENT_TEXT, {"id"}},
    [BP_TEMPLATE_CAPTION] = {"caption", CONTENT_TEXT, {"id"}},
    [BP_TEMPLATE_LIST] = {"list", CONTENT_OTHER, {"id", "numbering", "item-style", "label-style"}},
    [BP_TEMPLATE_ITEM] = {"item", CONTENT_EITHER, {"id", "label", "label-style"}},
    [BP_TEMPLATE_TABLE] = {"table",
                           CONTENT_OTHER,
                           {"id", "landscape", "wide-from", "wide-style", "row-style", "row-group",
                            "draw", "attach"}},
    [BP_TEMPLATE_COLUMN] = {"cell",
                            CONTENT_EITHER,
                            {"head", "head-draw", "width", "align", "row-header", "optional"}},
    [BP_TEMPLATE_PANEL] = {"panel", CONTENT_BLOCKS, {"id", "optional"}},
    [BP_TEMPLATE_QUOTE] = {"quote", CONTENT_BLOCKS, {"id"}},
    [BP_TEMPLATE_RULE] = {"rule", CONTENT_STYLE, {NULL}},
    [BP_TEMPLATE_PICTURE] = {"picture", CONTENT_OTHER, {"alt", "width", "height", "id"}},
    [BP_TEMPLATE_FIGURE] = {"figure", CONTENT_TEXT, {"height", "draw", "attach", "id"}},
    [BP_TEMPLATE_PROSE] = {"prose", CONTENT_TEXT, {"lead", "headings"}},
    [BP_TEMPLATE_BREAK] = {"page-break", CONTENT_OTHER, {NULL}},
    [BP_TEMPLATE_COLUMNS] = {"columns", CONTENT_OTHER, {"id"}},
    [BP_TEMPLATE_USE] = {"use", CONTENT_OTHER, {"with"}},
};
static const char *const common[] = {"name", "when", "each", "as", "style", NULL};

const char *bp_template_kind_name(enum bp_template_kind kind)
{
    return kinds[kind].name;
}

const char *const *bp_template_keys(enum bp_template_kind kind, struct bp_arena *arena)
{
    const char **keys = bp_arena_new(arena, MOST_KEYS * sizeof *keys);
    int n = 0;
    for (int i = 0; kinds[kind].keys[i]; i++)
        keys[n++] = kinds[kind].keys[i];
    for (int i = 0; common[i]; i++)
        if (kind != BP_TEMPLATE_RULE || strcmp(common[i], "style") != 0) /* it is its value */
            keys[n++] = common[i];
    return keys;
}

static struct bp_template *read_children(struct bp_draft *draft, const struct bp_yaml *list,
                                         const char *key, enum bp_template_kind parent);

static bool has_key(const struct bp_yaml *map, const char *key)
{
    for (int i = 0; i < map->n_pairs; i++)
        if (strcmp(map->pairs[i].key->text, key) == 0)
            return true;
    return false;
}

/* A key that blocks of some kind have. */
static bool is_key(const char *word)
{
    for (int kind = 0; kind < BP_N_TEMPLATE_KINDS; kind++)
        for (int i = 0; kinds[kind].keys[i]; i++)
            if (strcmp(kinds[kind].keys[i], word) == 0)
                return true;
    return g_strv_contains(common, word);
}

static void report_no_kind(struct bp_draft *draft, const struct bp_yaml *node,
                           const char *const *more)
{
    const char *names[BP_N_TEMPLATE_KINDS + 1] = {NULL};
    for (int kind = 0; kind < BP_N_TEMPLATE_KINDS; kind++)
        names[kind] = kinds[kind].name;
    for (int i = 0; i < node->n_pairs; i++) {
        const struct bp_yaml *key = node->pairs[i].key;
        const char *near = bp_nearest(key->text, names);
        if (is_key(key->text) || (more && g_strv_contains(more, key->text)))
            continue;
        bp_report_error(draft->reader.report, &key->source, "unknown-key",
                        near ? "there is no kind of block “%s”; write “%s”"
                             : "there is no kind of block “%s”; write “paragraph: ” and its text, "
                               "or another kind",
                        bp_reader_clip(&draft->reader, key->text), near);
        return;
    }
    bp_report_error(draft->reader.report, &node->source, "no-kind",
                    "this block does not say what it is; write “paragraph: ” and its text, or "
                    "another kind of block");
}

/* The kind whose key the map has; -1, with a report, when it has none or several. */
static int find_kind(struct bp_draft *draft, const struct bp_yaml *node, const char *const *more)
{
    int found = -1;
    for (int kind = 0; kind < BP_N_TEMPLATE_KINDS; kind++) {
        if (!has_key(node, kinds[kind].name))
            continue;
        if (found >= 0) {
            bp_report_error(draft->reader.report, &node->source, "two-kinds",
                            "this block has both “%s” and “%s”; write two blocks, each after a "
                            "dash of its own",
                            kinds[found].name, kinds[kind].name);
            return -1;
        }
        found = kind;
    }
    if (found < 0)
        report_no_kind(draft, node, more);
    return found;
}

/* A style, or one for each level of headings. */
static void read_styles(struct bp_draft *draft, const struct bp_yaml *node,
                        struct bp_template *template)
{
    const struct bp_yaml *style = bp_yaml_find(node, "style");
    if (!style)
        return;
    bool list = style->kind == BP_YAML_LIST;
    template->style_source = style->source;
    int n = list ? style->n_items : 1;
    if (n > BP_MOST_LEVELS) {
        bp_report_error(draft->reader.report, &style->source, "too-many",
                        "“style” has %d entries; write at most %d, one a level of headings", n,
                        BP_MOST_LEVELS);
        return;
    }
    for (int i = 0; i < n; i++) {
        const struct bp_yaml *name = list ? style->items[i] : style;
        struct bp_words words = bp_reader_words(&draft->reader, name, "style");
        if (words.text)
            template->style_names[template->n_styles++] = words.text;
    }
}

static void read_common(struct bp_draft *draft, const struct bp_yaml *node,
                        struct bp_template *template)
{
    const struct bp_yaml *when = bp_yaml_find(node, "when");
    const struct bp_yaml *each = bp_yaml_find(node, "each");
    template->name = bp_template_name_read(draft, node, "name");
    template->when = when ? bp_test_read(draft, when) : NULL;
    template->as = bp_template_name_read(draft, node, "as");
    if (each)
        template->repeats = bp_path_read(draft, each, &template->each);
    if (each && !template->as)
        bp_report_error(draft->reader.report, &each->source, "missing",
                        "“each” needs “as” beside it; write “as: ” and what one of them is called");
    if (template->kind != BP_TEMPLATE_RULE)
        read_styles(draft, node, template);
}

/* A text in an item or a cell is a paragraph of it. */
static struct bp_template *lone_paragraph(struct bp_draft *draft, const struct bp_yaml *node,
                                          const char *key)
{
    struct bp_template *paragraph = bp_arena_new(draft->reader.arena, sizeof *paragraph);
    paragraph->kind = BP_TEMPLATE_PARAGRAPH;
    paragraph->source = node->source;
    paragraph->text = bp_pattern_read(draft, node, key);
    return paragraph;
}

static void read_content(struct bp_draft *draft, const struct bp_yaml *value,
                         struct bp_template *template)
{
    const struct kind *kind = &kinds[template->kind];
    switch (kind->content) {
    case CONTENT_BLOCKS:
        template->first = bp_templates_read(draft, value, kind->name);
        break;
    case CONTENT_TEXT:
        template->text = bp_pattern_read(draft, value, kind->name);
        break;
    case CONTENT_EITHER:
        if (value->kind == BP_YAML_LIST)
            template->first = bp_templates_read(draft, value, kind->name);
        else
            template->first = lone_paragraph(draft, value, kind->name);
        break;
    case CONTENT_STYLE:
        template->style_source = value->source;
        template->style_names[0] = bp_reader_words(&draft->reader, value, kind->name).text;
        template->n_styles = template->style_names[0] != NULL;
        break;
    case CONTENT_OTHER:
        break;
    }
}

/* The keys of the kind, its own, and the caller's. */
static const char *const *all_keys(struct bp_draft *draft, enum bp_template_kind kind,
                                   const char *const *more)
{
    const char *const *keys = bp_template_keys(kind, draft->reader.arena);
    const char **all = bp_arena_new(draft->reader.arena, 2 * MOST_KEYS * sizeof *all);
    int n = 0;
    all[n++] = kinds[kind].name;
    for (int i = 0; keys[i]; i++)
        all[n++] = keys[i];
    for (int i = 0; more && more[i]; i++)
        all[n++] = more[i];
    return all;
}

static struct bp_template *read_kind(struct bp_draft *draft, const struct bp_yaml *node,
                                     enum bp_template_kind kind, const char *const *more)
{
    struct bp_template *template = bp_arena_new(draft->reader.arena, sizeof *template);
    const struct bp_yaml *value = bp_yaml_find(node, kinds[kind].name);
    template->kind = kind;
    template->source = node->source;
    bp_draft_keys(draft, node, bp_arena_printf(draft->reader.arena, "a “%s”", kinds[kind].name),
                  all_keys(draft, kind, more));
    if (!value) {
        bp_report_error(draft->reader.report, &node->source, "missing",
                        "“%s” is empty; write what stands in it", kinds[kind].name);
        return NULL;
    }
    read_common(draft, node, template);
    template->label = bp_template_pattern_read(draft, node, "label");
    const struct bp_yaml *label_style = bp_yaml_find(node, "label-style");
    template->label_style_name = bp_reader_words(&draft->reader, label_style, "label-style").text;
    template->label_style_source = label_style ? label_style->source : node->source;
    template->id = bp_template_pattern_read(draft, node, "id");
    template->optional = bp_draft_flag(draft, node, "optional", false);
    template->width = bp_template_length_read(draft, node, "width");
    if (kind == BP_TEMPLATE_PICTURE)
        template->height = bp_template_length_read(draft, node, "height");
    read_content(draft, value, template);
    if (kind == BP_TEMPLATE_LIST || kind == BP_TEMPLATE_TABLE || kind == BP_TEMPLATE_COLUMNS)
        template->first = read_children(draft, value, kinds[kind].name, kind);
    bp_template_own_read(draft, node, template);
    return template;
}

static bool is_child_of(enum bp_template_kind kind, enum bp_template_kind parent)
{
    bool inner = kind == BP_TEMPLATE_ITEM || kind == BP_TEMPLATE_COLUMN;
    if (parent == BP_TEMPLATE_LIST)
        return kind == BP_TEMPLATE_ITEM;
    if (parent == BP_TEMPLATE_TABLE)
        return kind == BP_TEMPLATE_COLUMN;
    return parent == BP_TEMPLATE_COLUMNS ? kind == BP_TEMPLATE_GROUP : !inner;
}

static void report_kind(struct bp_draft *draft, const struct bp_yaml *node, const char *name,
                        enum bp_template_kind parent)
{
    const char *child = parent == BP_TEMPLATE_LIST      ? "item"
                        : parent == BP_TEMPLATE_TABLE   ? "cell"
                        : parent == BP_TEMPLATE_COLUMNS ? "group"
                                                        : NULL;
    if (child)
        bp_report_error(draft->reader.report, &node->source, "wrong-kind",
                        "“%s” can’t stand right in “%s”; write “%s: ” and put it below that", name,
                        kinds[parent].name, child);
    else
        bp_report_error(draft->reader.report, &node->source, "wrong-kind",
                        "“%s” stands only in “%s”; write another kind of block here", name,
                        strcmp(name, "item") == 0 ? "list" : "table");
}

struct bp_template *bp_template_read_child(struct bp_draft *draft, const struct bp_yaml *node,
                                           enum bp_template_kind parent, const char *const *more)
{
    if (node->kind != BP_YAML_MAP) {
        bp_report_error(draft->reader.report, &node->source, "wrong-type",
                        "a block should stand here, not %s; write “- paragraph: ” and its text",
                        bp_yaml_describe(node));
        return NULL;
    }
    int kind = find_kind(draft, node, more);
    if (kind < 0)
        return NULL;
    if (!is_child_of((enum bp_template_kind)kind, parent)) {
        report_kind(draft, node, kinds[kind].name, parent);
        return NULL;
    }
    return read_kind(draft, node, (enum bp_template_kind)kind, more);
}

static struct bp_template *read_children(struct bp_draft *draft, const struct bp_yaml *list,
                                         const char *key, enum bp_template_kind parent)
{
    struct bp_template *first = NULL, **next = &first;
    if (!list || !bp_draft_list(draft, list, key))
        return NULL;
    for (int i = 0; i < list->n_items; i++) {
        *next = bp_template_read_child(draft, list->items[i], parent, NULL);
        if (*next)
            next = &(*next)->next;
    }
    return first;
}

struct bp_template *bp_template_read(struct bp_draft *draft, const struct bp_yaml *node,
                                     const char *const *more)
{
    return bp_template_read_child(draft, node, BP_TEMPLATE_SECTION, more);
}

bool bp_template_holds(enum bp_template_kind kind)
{
    return kinds[kind].content == CONTENT_BLOCKS || kinds[kind].content == CONTENT_EITHER ||
           kind == BP_TEMPLATE_LIST || kind == BP_TEMPLATE_TABLE || kind == BP_TEMPLATE_COLUMNS;
}

struct bp_template *bp_templates_read(struct bp_draft *draft, const struct bp_yaml *list,
                                      const char *key)
{
    return read_children(draft, list, key, BP_TEMPLATE_SECTION);
}
