/* SPDX-License-Identifier: MIT */
#include "load/template.h"

#include <string.h>

#include "base/nearest.h"
#include "load/expression.h"
#include "load/measure.h"
#include "load/pattern.h"

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
                           {"id", "landscape", "wide-from", "wide-style", "row-group"}},
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

static const char *read_name(struct bp_draft *draft, const struct bp_yaml *node, const char *key)
{
    const struct bp_yaml *value = bp_yaml_find(node, key);
    struct bp_words words = bp_reader_words(&draft->reader, value, key);
    for (const char *c = words.text; c && *c; c++)
        if (!g_ascii_isalnum(*c) && *c != '-' && *c != '_') {
            bp_report_error(draft->reader.report, &words.source, "bad-name",
                            "“%s” is not a name; write letters, figures and hyphens only",
                            bp_reader_clip(&draft->reader, words.text));
            return NULL;
        }
    return words.text;
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
    template->name = read_name(draft, node, "name");
    template->when = when ? bp_test_read(draft, when) : NULL;
    template->as = read_name(draft, node, "as");
    if (each)
        template->repeats = bp_path_read(draft, each, &template->each);
    if (each && !template->as)
        bp_report_error(draft->reader.report, &each->source, "missing",
                        "“each” needs “as” beside it; write “as: ” and what one of them is called");
    if (template->kind != BP_TEMPLATE_RULE)
        read_styles(draft, node, template);
}

static const struct bp_pattern *read_pattern(struct bp_draft *draft, const struct bp_yaml *node,
                                             const char *key)
{
    const struct bp_yaml *value = bp_yaml_find(node, key);
    return value ? bp_pattern_read(draft, value, key) : NULL;
}

/* Points, or nothing; a line is not yet known here. */
static double read_length(struct bp_draft *draft, const struct bp_yaml *node, const char *key)
{
    const struct bp_yaml *value = bp_yaml_find(node, key);
    return value ? bp_measure_read_points(draft, value, key) : 0;
}

static void read_heading(struct bp_draft *draft, const struct bp_yaml *node,
                         struct bp_template *template)
{
    const struct bp_yaml *bookmark = bp_yaml_find(node, "bookmark");
    if (bookmark && bookmark->kind == BP_YAML_TEXT && strcmp(bookmark->text, "none") == 0)
        template->no_bookmark = true;
    else
        template->bookmark = read_pattern(draft, node, "bookmark");
}

/* The styles that a list gives to all its items. */
static void read_list(struct bp_draft *draft, const struct bp_yaml *node,
                      struct bp_template *template)
{
    static const char *const numberings[] = {"none", "disc", "decimal", "alpha", "roman", NULL};
    const struct bp_yaml *numbering = bp_yaml_find(node, "numbering");
    const struct bp_yaml *item_style = bp_yaml_find(node, "item-style");
    const char *style = bp_reader_words(&draft->reader, item_style, "item-style").text;
    int choice = numbering ? bp_draft_choice(draft, numbering, "numbering", numberings) : -1;
    template->numbering = choice > 0 ? numberings[choice] : NULL;
    for (struct bp_template *item = template->first; item; item = item->next) {
        if (style && item->n_styles == 0) {
            item->style_names[item->n_styles++] = style;
            item->style_source = item_style->source;
        }
        if (!item->label_style_name) {
            item->label_style_name = template->label_style_name;
            item->label_style_source = template->label_style_source;
        }
    }
}

static void read_table(struct bp_draft *draft, const struct bp_yaml *node,
                       struct bp_template *template)
{
    const struct bp_yaml *from = bp_yaml_find(node, "wide-from");
    const struct bp_yaml *columns = bp_yaml_find(node, "table");
    if (columns->kind == BP_YAML_LIST && columns->n_items == 0)
        bp_report_error(draft->reader.report, &columns->source, "missing",
                        "this table has no columns; write each after “- ”, as in “- head: Owner” "
                        "and below it “cell: …”");
    template->may_turn = bp_draft_flag(draft, node, "landscape", false);
    template->group = read_pattern(draft, node, "row-group");
    template->wide_style_name =
        bp_reader_words(&draft->reader, bp_yaml_find(node, "wide-style"), "wide-style").text;
    template->wide_from = bp_reader_count(&draft->reader, node, "wide-from", 0);
    if ((from != NULL) != (template->wide_style_name != NULL))
        bp_report_error(draft->reader.report, &node->source, "missing",
                        "“wide-from” and “wide-style” go together; write both, or neither");
}

static void read_column(struct bp_draft *draft, const struct bp_yaml *node,
                        struct bp_template *template)
{
    static const char *const aligns[] = {"start", "end", "centre", NULL};
    const struct bp_yaml *align = bp_yaml_find(node, "align");
    int choice = align ? bp_draft_choice(draft, align, "align", aligns) : 0;
    const struct bp_yaml *draw = bp_yaml_find(node, "head-draw");
    if (draw)
        bp_path_read(draft, draw, &template->draw);
    template->text = read_pattern(draft, node, "head");
    template->align = (enum bp_align)MAX(choice, 0);
    template->row_header = bp_draft_flag(draft, node, "row-header", false);
}

static void read_picture(struct bp_draft *draft, const struct bp_yaml *node,
                         struct bp_template *template)
{
    const struct bp_yaml *alt = bp_yaml_find(node, "alt");
    template->picture = bp_draft_picture(draft, bp_yaml_find(node, "picture"));
    template->decorative = alt && alt->kind == BP_YAML_TEXT &&strcmp(alt->text, "none") == 0;
    if (!alt)
        bp_report_error(draft->reader.report, &node->source, "missing",
                        "this picture has no words for those who do not see it; write “alt: ” and "
                        "what it shows, or “alt: none” if it says nothing");
    else if (!template->decorative)
        template->text = read_pattern(draft, node, "alt");
}

/* The height of a figure is a length, or a number of points of the data; that of a chart its own.
 */
static void read_figure(struct bp_draft *draft, const struct bp_yaml *node,
                        struct bp_template *template)
{
    const struct bp_yaml *height = bp_yaml_find(node, "height");
    const struct bp_yaml *draw = bp_yaml_find(node, "draw");
    const struct bp_yaml *alt = bp_yaml_find(node, "figure");
    template->decorative = alt->kind == BP_YAML_TEXT &&strcmp(alt->text, "none") == 0;
    if (draw)
        bp_path_read(draft, draw, &template->draw);
    template->attach = read_pattern(draft, node, "attach");
    if (template->attach && !draw)
        bp_report_error(draft->reader.report, &bp_yaml_find(node, "attach")->source, "missing",
                        "“attach” names the file of a chart’s data, and no chart is drawn here; "
                        "write “draw: ” and the chart, or take “attach” out");
    if (height && height->kind == BP_YAML_TEXT && strchr(height->text, '.') &&
        g_ascii_isalpha(*height->text))
        bp_path_read(draft, height, &template->value);
    else
        template->height = read_length(draft, node, "height");
    if (!height && !draw)
        bp_report_error(draft->reader.report, &node->source, "missing",
                        "this figure has no height; write “height: 60 mm”, or “draw: ” and the "
                        "chart that stands in it");
}

static void read_use(struct bp_draft *draft, const struct bp_yaml *node,
                     struct bp_template *template)
{
    const struct bp_yaml *with = bp_yaml_find(node, "with");
    template->part_name = read_name(draft, node, "use");
    if (!with)
        return;
    bp_path_read(draft, with, &template->value);
    if (!template->as || template->repeats)
        bp_report_error(draft->reader.report, &with->source, "missing",
                        "“with” needs “as” beside it, and no “each”; write “as: ” and what the "
                        "part calls it");
}

static void read_own(struct bp_draft *draft, const struct bp_yaml *node,
                     struct bp_template *template)
{
    switch (template->kind) {
    case BP_TEMPLATE_HEADING:
        read_heading(draft, node, template);
        break;
    case BP_TEMPLATE_LIST:
        template->first = read_children(draft, bp_yaml_find(node, "list"), "list", template->kind);
        read_list(draft, node, template);
        break;
    case BP_TEMPLATE_TABLE:
        template->first =
            read_children(draft, bp_yaml_find(node, "table"), "table", template->kind);
        read_table(draft, node, template);
        break;
    case BP_TEMPLATE_COLUMN:
        read_column(draft, node, template);
        break;
    case BP_TEMPLATE_PICTURE:
        read_picture(draft, node, template);
        break;
    case BP_TEMPLATE_FIGURE:
        read_figure(draft, node, template);
        break;
    case BP_TEMPLATE_PROSE:
        template->lead = read_pattern(draft, node, "lead");
        template->has_headings = bp_draft_flag(draft, node, "headings", false);
        break;
    case BP_TEMPLATE_COLUMNS:
        template->first =
            read_children(draft, bp_yaml_find(node, "columns"), "columns", template->kind);
        break;
    case BP_TEMPLATE_USE:
        read_use(draft, node, template);
        break;
    default:
        break;
    }
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
    template->label = read_pattern(draft, node, "label");
    const struct bp_yaml *label_style = bp_yaml_find(node, "label-style");
    template->label_style_name = bp_reader_words(&draft->reader, label_style, "label-style").text;
    template->label_style_source = label_style ? label_style->source : node->source;
    template->id = read_pattern(draft, node, "id");
    template->optional = bp_draft_flag(draft, node, "optional", false);
    template->width = read_length(draft, node, "width");
    if (kind == BP_TEMPLATE_PICTURE)
        template->height = read_length(draft, node, "height");
    read_content(draft, value, template);
    read_own(draft, node, template);
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
