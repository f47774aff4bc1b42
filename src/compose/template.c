/* SPDX-License-Identifier: MIT */
#include "compose/template.h"

#include <string.h>

#include "compose/mark.h"
#include "compose/prose.h"

#define ID_CHARACTERS "abcdefghijklmnopqrstuvwxyz0123456789.-"

enum { DEEPEST_HEADING = 6, MOST_DEPTH = 48, MOST_NESTING = 200 };

void bp_block_forget(struct bp_block *parent, struct bp_block *last)
{
    if (last)
        last->next = NULL;
    else
        parent->first = NULL;
    parent->last = last;
}

static const struct bp_style *style_of(const struct bp_stand *place,
                                       const struct bp_template *template, enum bp_style_key key)
{
    return template->n_styles > 0 ? &template->styles[0]->style
                                  : bp_composer_style(place->composer, key);
}

static const struct bp_look_style *text_in(const struct bp_stand *place,
                                           const struct bp_template *template)
{
    const struct bp_look_style *own = template->n_styles > 0 ? template->styles[0] : NULL;
    return own && own->text ? own->text : place->composer->look->keys[BP_STYLE_DOCUMENT];
}

/* Words in a style, as a phrase that has been begun; false, and no phrase, when there are none. */
static bool begin(const struct bp_stand *place, const struct bp_style *style,
                  const struct bp_pattern *pattern, struct bp_phrase *phrase)
{
    bp_phrase_begin(phrase, place->composer, style, place->source);
    if (bp_pattern_add(phrase, pattern, place->scope))
        return true;
    bp_phrase_end_string(phrase);
    return false;
}

static struct bp_text text_of(const struct bp_stand *place, const struct bp_style *style,
                              const struct bp_pattern *pattern)
{
    struct bp_phrase phrase;
    const struct bp_text none = {NULL, 0};
    return begin(place, style, pattern, &phrase) ? bp_phrase_end(&phrase) : none;
}

const char *bp_template_id(const struct bp_stand *place, const struct bp_template *template)
{
    const char *words = bp_pattern_string(place->composer, place->scope, template->id);
    char *stem = g_strcanon(g_ascii_strdown(words, -1), ID_CHARACTERS, '-');
    const char *id = *stem ? bp_composer_id(place->composer, stem, "") : NULL;
    g_free(stem);
    return id;
}

static struct bp_block *add(const struct bp_stand *place, const struct bp_template *template,
                            enum bp_block_kind kind, const struct bp_style *style)
{
    struct bp_block *block =
        bp_block_at(place->composer, place->parent, kind, style, place->source);
    block->id = bp_template_id(place, template);
    return block;
}

static void compose_text(const struct bp_stand *place, const struct bp_template *template)
{
    const struct bp_style *style =
        template->n_styles > 0 ? &template->styles[0]->style : &place->text->style;
    struct bp_phrase phrase;
    if (!begin(place, style, template->text, &phrase))
        return;
    struct bp_block *block =
        add(place, template,
            template->kind == BP_TEMPLATE_CAPTION ? BP_BLOCK_CAPTION : BP_BLOCK_PARAGRAPH, style);
    block->text = bp_phrase_end(&phrase);
}

static void set_bookmark(const struct bp_stand *place, const struct bp_template *template,
                         struct bp_block *heading)
{
    struct bp_composer *composer = place->composer;
    if (template->no_bookmark)
        return;
    if (template->bookmark) {
        heading->bookmark = bp_pattern_string(composer, place->scope, template->bookmark);
        return;
    }
    const char *label = bp_pattern_string(composer, place->scope, template->label);
    const char *text = bp_pattern_string(composer, place->scope, template->text);
    heading->bookmark = *label ? bp_arena_printf(composer->arena, "%s %s", label, text) : text;
}

/* Where no heading may stand, its words are a paragraph in its style. */
static void compose_heading(const struct bp_stand *place, const struct bp_template *template)
{
    if (!place->section) {
        compose_text(place, template);
        return;
    }
    int level = MIN(place->section->above + 1, DEEPEST_HEADING);
    int at = CLAMP(level - 2, 0, MAX(template->n_styles - 1, 0));
    const struct bp_style *style =
        template->n_styles > 0 ? &template->styles[at]->style
                               : bp_composer_style(place->composer, BP_STYLE_SECTION_HEADING);
    struct bp_text text = text_of(place, style, template->text);
    if (text.n_runs == 0)
        return;
    struct bp_block *heading = add(place, template, BP_BLOCK_HEADING, style);
    heading->text = text;
    heading->level = level;
    heading->label_style = template->label_style ? &template->label_style->style : style;
    heading->label = text_of(place, heading->label_style, template->label);
    set_bookmark(place, template, heading);
    place->section->level = level;
}

/* Nothing of it says more than a heading. */
static bool says_nothing(const struct bp_block *block)
{
    const struct bp_block *child = block->first;
    while (child && child->kind == BP_BLOCK_HEADING)
        child = child->next;
    return child == NULL;
}

/* A block whose children are the template's; nothing when none of them comes to anything. */
static void compose_container(const struct bp_stand *place, const struct bp_template *template,
                              enum bp_block_kind kind, const struct bp_style *style)
{
    struct bp_block *last = place->parent->last;
    struct bp_block *block = add(place, template, kind, style);
    struct bp_stand inner = *place;
    int level = place->section ? place->section->level : 0;
    struct bp_section section = {level, level};
    bool holds_headings = kind != BP_BLOCK_QUOTE;
    bool has_text = kind == BP_BLOCK_PANEL || kind == BP_BLOCK_QUOTE;
    inner.parent = block;
    if (kind == BP_BLOCK_SECTION && place->section)
        inner.section = &section;
    else if (!holds_headings)
        inner.section = NULL;
    if (has_text || (template->n_styles > 0 && template->styles[0]->text))
        inner.text = text_in(place, template);
    bp_templates_compose(&inner, template->first);
    if (!block->first || (template->optional && says_nothing(block)))
        bp_block_forget(place->parent, last);
}

static void compose_prose(const struct bp_stand *place, const struct bp_template *template)
{
    struct bp_composer *composer = place->composer;
    const struct bp_prose *prose = bp_pattern_prose(composer, place->scope, template->text);
    struct bp_prose_setting setting = {.text = template->n_styles > 0 ? template->styles[0]
                                                                      : place->text};
    struct bp_phrase lead;
    if (!prose)
        return;
    if (template->has_headings && place->section)
        setting.level = place->section->level;
    if (template->lead && begin(place, &setting.text->style, template->lead, &lead))
        setting.lead = &lead;
    bp_prose_compose(composer, place->parent, prose, &setting);
}

static enum bp_numbering numbering_of(const struct bp_template *template)
{
    static const char *const names[] = {"none", "disc", "decimal", "alpha", "roman"};
    for (size_t i = 0; template->numbering && i < G_N_ELEMENTS(names); i++)
        if (strcmp(names[i], template->numbering) == 0)
            return (enum bp_numbering)i;
    return BP_NUMBERING_NONE;
}

/* A list under way. */
struct list {
    struct bp_block *block;
    int number; /* of the item that comes next */
};

static void compose_item(const struct bp_stand *place, const struct bp_template *template,
                         void *user)
{
    struct list *list = user;
    struct bp_block *last = list->block->last;
    enum bp_numbering numbering = list->block->numbering;
    bool counted = numbering > BP_NUMBERING_DISC;
    struct bp_stand inner = *place;
    inner.parent = list->block;
    struct bp_block *item =
        add(&inner, template, BP_BLOCK_ITEM,
            style_of(place, template, counted ? BP_STYLE_NUMBERED : BP_STYLE_BULLET));
    inner.parent = item;
    inner.section = NULL;
    inner.text = text_in(place, template);
    bp_templates_compose(&inner, template->first);
    if (!item->first) {
        bp_block_forget(list->block, last);
        return;
    }
    if (template->label) {
        item->label_style = template->label_style ? &template->label_style->style : item->style;
        item->label = text_of(place, item->label_style, template->label);
    } else if (numbering != BP_NUMBERING_NONE) {
        bp_item_mark(place->composer, item, inner.list_depth, counted ? list->number++ : -1);
    }
}

static void compose_list(const struct bp_stand *place, const struct bp_template *template)
{
    struct bp_block *last = place->parent->last;
    struct bp_stand inner = *place;
    struct list list = {
        add(place, template, BP_BLOCK_LIST, style_of(place, template, BP_STYLE_LIST)), 1};
    list.block->numbering = numbering_of(template);
    inner.list_depth++;
    for (const struct bp_template *item = template->first; item; item = item->next)
        bp_template_repeat(&inner, item, compose_item, &list);
    if (!list.block->first)
        bp_block_forget(place->parent, last);
}

static void compose_columns(const struct bp_stand *place, const struct bp_template *template)
{
    struct bp_block *last = place->parent->last;
    struct bp_block *block =
        add(place, template, BP_BLOCK_COLUMNS, style_of(place, template, BP_STYLE_DOCUMENT));
    struct bp_stand inner = *place;
    inner.parent = block;
    bp_templates_compose(&inner, template->first);
    if (!block->first)
        bp_block_forget(place->parent, last);
}

/* NULL: none. */
static const struct bp_chart *chart_of(const struct bp_stand *place,
                                       const struct bp_template *template)
{
    if (template->draw.n_names == 0)
        return NULL;
    const struct bp_value value = bp_scope_value(place->composer, place->scope, &template->draw);
    return value.kind == BP_VALUE_RECORD ? value.record : NULL;
}

const struct bp_chart *bp_template_chart(const struct bp_stand *place,
                                         const struct bp_template *template)
{
    const struct bp_chart *chart = chart_of(place, template);
    bool drawn = chart && chart->type != BP_CHART_ROOM && chart->type != BP_CHART_TABLE &&
                 chart->type != BP_CHART_MATRIX;
    return drawn ? chart : NULL;
}

const struct bp_attachment *bp_template_attachment(const struct bp_stand *place,
                                                   const struct bp_template *template,
                                                   const char *about)
{
    const struct bp_chart *chart = template->attach ? chart_of(place, template) : NULL;
    if (!chart || !chart->csv)
        return NULL;
    const char *name = bp_pattern_string(place->composer, place->scope, template->attach);
    if (*name == '\0')
        return NULL;
    struct bp_attachment *attachment = bp_arena_new(place->composer->arena, sizeof *attachment);
    *attachment = (struct bp_attachment){.name = name,
                                         .ending = ".csv",
                                         .type = "text/csv",
                                         .about = about ? about : name,
                                         .data = chart->csv,
                                         .size = strlen(chart->csv)};
    return attachment;
}

static void compose_figure(const struct bp_stand *place, const struct bp_template *template)
{
    const struct bp_style *style = style_of(place, template, BP_STYLE_DOCUMENT);
    const char *alt = bp_pattern_string(place->composer, place->scope, template->text);
    double height = template->height;
    if (template->value.n_names > 0) {
        struct bp_value value = bp_scope_value(place->composer, place->scope, &template->value);
        height = value.kind == BP_VALUE_LENGTH ? value.length : height;
    }
    if (template->kind == BP_TEMPLATE_FIGURE && *alt == '\0')
        return;
    struct bp_block *figure = add(place, template, BP_BLOCK_FIGURE, style);
    figure->picture = template->picture;
    figure->alt = template->decorative ? NULL : alt;
    figure->width =
        template->kind == BP_TEMPLATE_FIGURE ? place->composer->look->sheet.width : template->width;
    figure->height = height;
    figure->chart = bp_template_chart(place, template);
    if (figure->chart)
        figure->width = 0; /* as wide as its place */
    figure->attachment = bp_template_attachment(place, template, figure->alt);
}

static void compose_part(const struct bp_stand *place, const struct bp_template *template)
{
    struct bp_stand inner = *place;
    if (place->composer->failed)
        return;
    if (++inner.depth > MOST_DEPTH) {
        place->composer->failed = true;
        bp_report_error(place->composer->report, &template->source, "circle",
                        "the part “%s” uses itself without end; give it the entries of what it was "
                        "used for, as in “each: item.items”",
                        template->part_name);
        return;
    }
    bp_templates_compose(&inner, template->part->first);
}

static void compose_one(const struct bp_stand *place, const struct bp_template *template,
                        void *user)
{
    (void)user;
    if (place->nesting > MOST_NESTING && !place->composer->failed) {
        place->composer->failed = true;
        bp_report_error(place->composer->report, &template->source, "too-deep",
                        "this block stands in more than %d others; write it with fewer",
                        MOST_NESTING);
    }
    if (!bp_composer_goes_on(place->composer))
        return;
    switch (template->kind) {
    case BP_TEMPLATE_SECTION:
        compose_container(place, template, BP_BLOCK_SECTION,
                          style_of(place, template, BP_STYLE_DOCUMENT));
        break;
    case BP_TEMPLATE_GROUP:
        compose_container(place, template, BP_BLOCK_GROUP,
                          style_of(place, template, BP_STYLE_DOCUMENT));
        break;
    case BP_TEMPLATE_PANEL:
        compose_container(place, template, BP_BLOCK_PANEL,
                          style_of(place, template, BP_STYLE_DOCUMENT));
        break;
    case BP_TEMPLATE_QUOTE:
        compose_container(place, template, BP_BLOCK_QUOTE,
                          style_of(place, template, BP_STYLE_QUOTE));
        break;
    case BP_TEMPLATE_HEADING:
        compose_heading(place, template);
        break;
    case BP_TEMPLATE_PARAGRAPH:
    case BP_TEMPLATE_CAPTION:
        compose_text(place, template);
        break;
    case BP_TEMPLATE_LIST:
        compose_list(place, template);
        break;
    case BP_TEMPLATE_TABLE:
        bp_table_compose(place, template);
        break;
    case BP_TEMPLATE_RULE:
        add(place, template, BP_BLOCK_RULE, style_of(place, template, BP_STYLE_RULE));
        break;
    case BP_TEMPLATE_PICTURE:
    case BP_TEMPLATE_FIGURE:
        compose_figure(place, template);
        break;
    case BP_TEMPLATE_PROSE:
        compose_prose(place, template);
        break;
    case BP_TEMPLATE_BREAK:
        add(place, template, BP_BLOCK_PAGE_BREAK, style_of(place, template, BP_STYLE_DOCUMENT));
        break;
    case BP_TEMPLATE_COLUMNS:
        compose_columns(place, template);
        break;
    case BP_TEMPLATE_USE:
        compose_part(place, template);
        break;
    case BP_TEMPLATE_ITEM:
    case BP_TEMPLATE_COLUMN:
    case BP_N_TEMPLATE_KINDS:
        g_assert_not_reached(); /* composed by their list or table */
    }
}

/* Where the data of a value stands; the place around it where that is not known. */
static struct bp_source source_of(const struct bp_value *value, struct bp_source around)
{
    struct bp_source source = bp_value_source(value);
    return source.line > 0 ? source : around;
}

/* The value of `with` is called `as`; a part without it does not stand there. */
static void with_value(const struct bp_stand *place, const struct bp_template *template,
                       bp_template_action *action, void *user)
{
    struct bp_stand inner = *place;
    struct bp_binding scope = {place->scope, template->as, {BP_VALUE_NOTHING}, 0, 0};
    if (template->kind == BP_TEMPLATE_USE && template->value.n_names > 0) {
        scope.value = bp_scope_value(place->composer, place->scope, &template->value);
        if (bp_value_is_empty(&scope.value))
            return;
        inner.scope = &scope;
        inner.source = source_of(&scope.value, place->source);
    }
    if (bp_scope_holds(place->composer, inner.scope, template->when))
        action(&inner, template, user);
}

void bp_template_repeat(const struct bp_stand *place, const struct bp_template *template,
                        bp_template_action *action, void *user)
{
    if (!template->repeats || template->kind == BP_TEMPLATE_TABLE) {
        with_value(place, template, action, user);
        return;
    }
    struct bp_value all = bp_scope_value(place->composer, place->scope, &template->each);
    int n = bp_value_count(&all);
    for (int i = 0; i < n && bp_composer_goes_on(place->composer); i++) {
        bp_composer_enter(place->composer, template->source);
        struct bp_value entry = bp_value_entry(&all, i);
        const struct bp_binding scope = {place->scope, template->as, entry, i + 1, n};
        struct bp_stand inner = *place;
        inner.scope = &scope;
        inner.source = source_of(&entry, place->source);
        with_value(&inner, template, action, user);
    }
}

void bp_templates_compose(const struct bp_stand *place, const struct bp_template *first)
{
    struct bp_stand inner = *place;
    inner.nesting++;
    for (const struct bp_template *template = first; template; template = template->next) {
        bp_composer_enter(place->composer, template->source);
        bp_template_repeat(&inner, template, compose_one, NULL);
    }
}
