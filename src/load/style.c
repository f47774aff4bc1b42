/* SPDX-License-Identifier: MIT */
#include "load/style.h"

#include <stddef.h>
#include <string.h>

#include "load/measure.h"

enum kind {
    KIND_LENGTH,
    KIND_SIZE, /* a length whose em and percent are of the document's size */
    KIND_COLOUR,
    KIND_FONT,
    KIND_WEIGHT,
    KIND_FLAG,
    KIND_COUNT,
    KIND_CHOICE,
    KIND_STYLE,
    KIND_MARKS,
};

static const char *const aligns[] = {"start", "end", "centre", "justify", NULL};
static const char *const columns[] = {"text", "full", "page", NULL};
static const char *const labels[] = {"hanging", "side", NULL};

/* A key of a style: what it takes, and where in struct bp_look_style it goes. */
static const struct property {
    const char *name;
    enum kind kind;
    size_t offset;
    unsigned part; /* of the type; 0: not of it */
    const char *const *choices;
} properties[] = {
    {"font", KIND_FONT, offsetof(struct bp_look_style, style.type.family), BP_TYPE_FAMILY, NULL},
    {"size", KIND_SIZE, offsetof(struct bp_look_style, style.type.size), BP_TYPE_SIZE, NULL},
    {"leading", KIND_SIZE, offsetof(struct bp_look_style, style.leading), 0, NULL},
    {"weight", KIND_WEIGHT, offsetof(struct bp_look_style, style.type.weight), BP_TYPE_WEIGHT,
     NULL},
    {"italic", KIND_FLAG, offsetof(struct bp_look_style, style.type.italic), BP_TYPE_ITALIC, NULL},
    {"tabular", KIND_FLAG, offsetof(struct bp_look_style, style.type.tabular), BP_TYPE_TABULAR,
     NULL},
    {"colour", KIND_COLOUR, offsetof(struct bp_look_style, style.type.colour), BP_TYPE_COLOUR,
     NULL},
    {"rise", KIND_LENGTH, offsetof(struct bp_look_style, style.type.rise), BP_TYPE_RISE, NULL},
    {"space-before", KIND_LENGTH, offsetof(struct bp_look_style, style.space_before), 0, NULL},
    {"space-after", KIND_LENGTH, offsetof(struct bp_look_style, style.space_after), 0, NULL},
    {"indent", KIND_LENGTH, offsetof(struct bp_look_style, style.indent), 0, NULL},
    {"hanging", KIND_LENGTH, offsetof(struct bp_look_style, style.hanging), 0, NULL},
    {"turnover", KIND_LENGTH, offsetof(struct bp_look_style, style.turnover), 0, NULL},
    {"align", KIND_CHOICE, offsetof(struct bp_look_style, style.align), 0, aligns},
    {"column", KIND_CHOICE, offsetof(struct bp_look_style, style.column), 0, columns},
    {"label", KIND_CHOICE, offsetof(struct bp_look_style, style.label_place), 0, labels},
    {"keep-with-next", KIND_FLAG, offsetof(struct bp_look_style, style.keep_with_next), 0, NULL},
    {"keep-with-previous", KIND_FLAG, offsetof(struct bp_look_style, style.keep_with_previous), 0,
     NULL},
    {"keep-together", KIND_FLAG, offsetof(struct bp_look_style, style.keep_together), 0, NULL},
    {"new-page", KIND_FLAG, offsetof(struct bp_look_style, style.new_page), 0, NULL},
    {"hyphenate", KIND_FLAG, offsetof(struct bp_look_style, style.hyphenate), 0, NULL},
    {"orphans", KIND_COUNT, offsetof(struct bp_look_style, style.orphans), 0, NULL},
    {"widows", KIND_COUNT, offsetof(struct bp_look_style, style.widows), 0, NULL},
    {"tab", KIND_LENGTH, offsetof(struct bp_look_style, style.tab), 0, NULL},
    {"end-tab", KIND_FLAG, offsetof(struct bp_look_style, style.end_tab), 0, NULL},
    {"fill", KIND_COLOUR, offsetof(struct bp_look_style, style.fill), 0, NULL},
    {"bar", KIND_LENGTH, offsetof(struct bp_look_style, style.bar), 0, NULL},
    {"padding-x", KIND_LENGTH, offsetof(struct bp_look_style, style.padding_x), 0, NULL},
    {"padding-y", KIND_LENGTH, offsetof(struct bp_look_style, style.padding_y), 0, NULL},
    {"rule", KIND_LENGTH, offsetof(struct bp_look_style, style.rule), 0, NULL},
    {"rule-above", KIND_LENGTH, offsetof(struct bp_look_style, style.rule_above), 0, NULL},
    {"rule-below", KIND_LENGTH, offsetof(struct bp_look_style, style.rule_below), 0, NULL},
    {"rule-gap", KIND_LENGTH, offsetof(struct bp_look_style, style.rule_gap), 0, NULL},
    {"rule-colour", KIND_COLOUR, offsetof(struct bp_look_style, style.rule_colour), 0, NULL},
    {"text", KIND_STYLE, offsetof(struct bp_look_style, text), 0, NULL},
    {"lead-in", KIND_STYLE, offsetof(struct bp_look_style, lead_in), 0, NULL},
    {"list-text", KIND_STYLE, offsetof(struct bp_look_style, list_text), 0, NULL},
    {"marks", KIND_MARKS, offsetof(struct bp_look_style, marks), 0, NULL},
};

/* Of text that was made larger, in ems. */
#define LEAST_LEADING 1.2

enum {
    N_PROPERTIES = G_N_ELEMENTS(properties),
    MOST_SIZE = 500,
    MOST_LINES = 20,
    MOST_LIKES = 24 /* from one style to the next */
};

enum state { STATE_NEW, STATE_OPEN, STATE_DONE };

/* A style as the layers say it. */
struct bp_draft_style {
    struct bp_look_style look;
    const struct bp_yaml *said[N_PROPERTIES]; /* the last layer's word; NULL: none */
    const struct bp_yaml *like;
    enum state state;
    bool built_in; /* a layer of ours has it too */
    bool used;
};

const char *const *bp_style_keys(struct bp_arena *arena)
{
    const char **keys = bp_arena_new(arena, (N_PROPERTIES + 2) * sizeof *keys);
    for (int i = 0; i < N_PROPERTIES; i++)
        keys[i] = properties[i].name;
    keys[N_PROPERTIES] = "like";
    return keys;
}

static void read_style(struct bp_draft *draft, const struct bp_yaml_pair *pair)
{
    const char *name = pair->key->text;
    struct bp_draft_style *style = g_hash_table_lookup(draft->styles, name);
    const char *noun = bp_arena_printf(draft->reader.arena, "the style “%s”",
                                       bp_reader_clip(&draft->reader, name));
    if (!bp_draft_keys(draft, pair->value, noun, bp_style_keys(draft->reader.arena)))
        return;
    if (!style) {
        style = bp_arena_new(draft->reader.arena, sizeof *style);
        style->look.style.name = name;
        style->look.style.type.weight = 400;
        style->built_in = draft->built_in;
        g_hash_table_insert(draft->styles, (gpointer)(gsize)name, style);
        g_ptr_array_add(draft->style_list, style);
    }
    style->look.style.source = pair->key->source;
    for (int i = 0; i < N_PROPERTIES; i++) {
        const struct bp_yaml *value = bp_yaml_find(pair->value, properties[i].name);
        if (value)
            style->said[i] = value;
    }
    const struct bp_yaml *like = bp_yaml_find(pair->value, "like");
    if (like)
        style->like = like;
}

void bp_styles_read(struct bp_draft *draft, const struct bp_yaml *styles)
{
    if (styles->kind == BP_YAML_MAP && styles->n_pairs > BP_MOST_NAMES) {
        bp_report_error(draft->reader.report, &styles->source, "too-many",
                        "“styles” has %d names; write at most %d", styles->n_pairs, BP_MOST_NAMES);
        return;
    }
    if (styles->kind != BP_YAML_MAP) {
        bp_report_error(draft->reader.report, &styles->source, "wrong-type",
                        "“styles” should have the styles’ names as its keys, but %s stands here",
                        bp_yaml_describe(styles));
        return;
    }
    for (int i = 0; i < styles->n_pairs; i++)
        read_style(draft, &styles->pairs[i]);
}

const struct bp_look_style *bp_style_find(struct bp_draft *draft, const char *name,
                                          const struct bp_source *at)
{
    struct bp_draft_style *style = g_hash_table_lookup(draft->styles, name);
    if (!style)
        bp_draft_unknown(draft, at, "style", name, draft->styles);
    else
        style->used = true;
    return style ? &style->look : NULL;
}

static void set_weight(struct bp_draft *draft, const struct bp_yaml *node, int *weight)
{
    static const char *const words[] = {"regular", "semibold", "bold", "400", "600", "700", NULL};
    static const int weights[] = {400, 600, 700, 400, 600, 700};
    int choice = bp_draft_choice(draft, node, "weight", words);
    if (choice >= 0)
        *weight = weights[choice];
}

/* "text" and "heading", or whatever the layout's fonts are called, or a family's own name. */
static void set_font(struct bp_draft *draft, const struct bp_yaml *node, struct bp_style *style)
{
    struct bp_words words = bp_reader_words(&draft->reader, node, "font");
    if (!words.text)
        return;
    const struct bp_draft_name *named = g_hash_table_lookup(draft->fonts, words.text);
    style->type.family = named ? named->words : words.text;
    style->family_source = named ? named->source : node->source;
}

static void set_count(struct bp_draft *draft, const struct bp_yaml *node, const char *key, int *n)
{
    struct bp_words words = bp_reader_words(&draft->reader, node, key);
    if (!words.text)
        return;
    guint64 value;
    if (g_ascii_string_to_unsigned(words.text, 10, 1, MOST_LINES, &value, NULL))
        *n = (int)value;
    else
        bp_report_error(draft->reader.report, &node->source, "bad-count",
                        "“%s” is not a number of lines; write one from 1 to %d",
                        bp_reader_clip(&draft->reader, words.text), MOST_LINES);
}

static void set_marks(struct bp_draft *draft, const struct bp_yaml *node,
                      struct bp_look_style *style)
{
    struct bp_yaml *const *items = node->kind == BP_YAML_LIST ? node->items : NULL;
    int n = items ? node->n_items : 1;
    if (n > BP_MOST_MARKS) {
        bp_report_error(draft->reader.report, &node->source, "too-many",
                        "“marks” has %d entries; write at most %d, one a level", n, BP_MOST_MARKS);
        return;
    }
    style->n_marks = 0;
    for (int i = 0; i < n; i++) {
        const char *mark = bp_reader_words(&draft->reader, items ? items[i] : node, "marks").text;
        if (mark)
            style->marks[style->n_marks++] = mark;
    }
}

static void set_colour(struct bp_draft *draft, const struct bp_yaml *node,
                       const struct property *property, struct bp_look_style *style)
{
    bp_colour *colour = (bp_colour *)(void *)((char *)style + property->offset);
    bool fill = colour == &style->style.fill;
    if (fill && node->kind == BP_YAML_TEXT && strcmp(node->text, "none") == 0) {
        style->style.has_fill = false;
        return;
    }
    struct bp_source source;
    if (!bp_colour_read(draft, node, property->name, colour, &source))
        return;
    if (fill) {
        style->style.has_fill = true;
        style->fill_source = source;
    } else if (property->part) {
        style->colour_source = source;
    }
}

/* The document's own leading and size are those that lines and percent of others are of. */
static void set_length(struct bp_draft *draft, const struct bp_yaml *node,
                       const struct property *property, struct bp_look_style *style)
{
    const struct bp_draft_style *document = g_hash_table_lookup(draft->styles, "document");
    const struct bp_style *base = document ? &document->look.style : &style->style;
    double *value = (double *)(void *)((char *)style + property->offset);
    struct bp_measure length;
    if (!bp_measure_read(draft, node, property->name, &length))
        return;
    bool size = property->kind == KIND_SIZE;
    double points =
        bp_measure_points(length, size ? base->type.size : style->style.type.size, base->leading);
    if (value == &style->style.leading && length.unit == BP_UNIT_PERCENT)
        points = length.number * base->leading;
    if (points < 0 || (size && (points < 1 || points > MOST_SIZE)))
        bp_report_error(draft->reader.report, &node->source, "bad-length",
                        size ? "“%s” must be from 1 to 500 points; write 11.5, or a percentage of "
                               "the document’s"
                             : "“%s” can’t be less than nothing; write 0 or more",
                        property->name);
    else
        *value = points;
}

static void set_style(struct bp_draft *draft, const struct bp_yaml *node, const char *key,
                      const struct bp_look_style **style)
{
    struct bp_words words = bp_reader_words(&draft->reader, node, key);
    if (words.text)
        *style = bp_style_find(draft, words.text, &node->source);
}

static void set_property(struct bp_draft *draft, const struct property *property,
                         const struct bp_yaml *node, struct bp_look_style *style)
{
    static const char *const flags[] = {"no", "yes", "false", "true", NULL};
    void *value = (char *)style + property->offset;
    int choice;
    style->said |= property->part;
    switch (property->kind) {
    case KIND_LENGTH:
    case KIND_SIZE:
        set_length(draft, node, property, style);
        break;
    case KIND_COLOUR:
        set_colour(draft, node, property, style);
        break;
    case KIND_FONT:
        set_font(draft, node, &style->style);
        break;
    case KIND_WEIGHT:
        set_weight(draft, node, value);
        break;
    case KIND_FLAG:
        choice = bp_draft_choice(draft, node, property->name, flags);
        if (choice >= 0 && value == &style->style.end_tab)
            style->style.end_tab = choice % 2;
        else if (choice >= 0)
            *(bool *)value = choice % 2 == 1;
        break;
    case KIND_COUNT:
        set_count(draft, node, property->name, value);
        break;
    case KIND_CHOICE:
        choice = bp_draft_choice(draft, node, property->name, property->choices);
        if (choice >= 0)
            *(int *)value = choice;
        break;
    case KIND_STYLE:
        set_style(draft, node, property->name, value);
        break;
    case KIND_MARKS:
        set_marks(draft, node, style);
        break;
    }
}

static bool resolve(struct bp_draft *draft, struct bp_draft_style *style, int depth);

/* What a style starts from: all of the style that it is like, or the document's type alone. */
static bool inherit(struct bp_draft *draft, struct bp_draft_style *style, int depth)
{
    struct bp_draft_style *document = g_hash_table_lookup(draft->styles, "document");
    struct bp_look_style *look = &style->look;
    const struct bp_style own = look->style;
    if (style->like) {
        struct bp_words words = bp_reader_words(&draft->reader, style->like, "like");
        struct bp_draft_style *parent =
            words.text ? g_hash_table_lookup(draft->styles, words.text) : NULL;
        if (parent)
            parent->used = true;
        if (words.text && !parent)
            bp_draft_unknown(draft, &style->like->source, "style", words.text, draft->styles);
        if (!parent || !resolve(draft, parent, depth + 1))
            return false;
        *look = parent->look;
    } else if (document && document != style) {
        if (!resolve(draft, document, depth + 1))
            return false;
        look->style.type = document->look.style.type;
        look->style.leading = document->look.style.leading;
        look->style.hyphenate = document->look.style.hyphenate;
        look->style.family_source = document->look.style.family_source;
        look->colour_source = document->look.colour_source;
    }
    look->style.name = own.name;
    look->style.source = own.source;
    return true;
}

static bool resolve(struct bp_draft *draft, struct bp_draft_style *style, int depth)
{
    if (depth > MOST_LIKES && style->state == STATE_NEW) {
        bp_report_error(draft->reader.report, &style->look.style.source, "too-deep",
                        "the style “%s” is like another by way of more than %d others; write "
                        "“like: ” and one that is nearer",
                        style->look.style.name, MOST_LIKES);
        return false;
    }
    if (style->state == STATE_OPEN) {
        bp_report_error(draft->reader.report, &style->like->source, "circle",
                        "the style “%s” is like itself, by way of others; write another one after "
                        "“like”",
                        style->look.style.name);
        style->state = STATE_DONE;
        return false;
    }
    if (style->state == STATE_DONE)
        return true;
    style->state = STATE_OPEN;
    bool good = inherit(draft, style, depth);
    for (int i = 0; i < N_PROPERTIES; i++)
        if (style->said[i])
            set_property(draft, &properties[i], style->said[i], &style->look);
    style->state = STATE_DONE;
    return good;
}

static void collect(struct bp_draft *draft)
{
    int n = (int)draft->style_list->len;
    const struct bp_look_style **styles =
        bp_arena_new(draft->reader.arena, (size_t)n * sizeof *styles);
    for (int i = 0; i < n; i++)
        styles[i] = &((struct bp_draft_style *)draft->style_list->pdata[i])->look;
    draft->look->styles = styles;
    draft->look->n_styles = n;
    for (int key = 0; key < BP_N_STYLE_KEYS; key++) {
        const char *name = bp_style_key_name((enum bp_style_key)key);
        struct bp_draft_style *style = g_hash_table_lookup(draft->styles, name);
        if (style) {
            draft->look->keys[key] = &style->look;
            style->used = true;
        } else {
            bp_report_error(draft->reader.report, &(struct bp_source){.file = draft->look->name},
                            "missing-style",
                            "this layout has no style “%s”, which every document needs; write "
                            "“extends: base” below “layout:”, or the style",
                            name);
        }
    }
}

void bp_styles_warn(struct bp_draft *draft)
{
    for (guint i = 0; i < draft->style_list->len; i++) {
        const struct bp_draft_style *style = draft->style_list->pdata[i];
        if (!style->used && !style->built_in)
            bp_draft_unused(draft, &style->look.style.source, "style", style->look.style.name,
                            draft->styles);
    }
}

bool bp_styles_resolve(struct bp_draft *draft)
{
    struct bp_tally before = bp_report_tally(draft->reader.report);
    for (guint i = 0; i < draft->style_list->len; i++)
        resolve(draft, draft->style_list->pdata[i], 0);
    collect(draft);
    return bp_report_tally(draft->reader.report).errors == before.errors;
}

void bp_styles_enlarge(struct bp_draft *draft, double least)
{
    for (guint i = 0; i < draft->style_list->len; i++) {
        struct bp_draft_style *style = draft->style_list->pdata[i];
        struct bp_style *look = &style->look.style;
        if (look->type.size >= least || &style->look == draft->look->keys[BP_STYLE_LINE_NUMBER])
            continue;
        look->type.size = least;
        look->leading = MAX(look->leading, LEAST_LEADING * least);
    }
}
