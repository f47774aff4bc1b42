/* SPDX-License-Identifier: MIT */
#include "load/inspect.h"

#include <string.h>

#include "base/nearest.h"
#include "load/binding.h"
#include "load/contrast.h"
#include "load/shelf.h"
#include "load/style.h"
#include "load/typing.h"
#include "model/format.h"

/* Bounds: of blocks in blocks, of parts in parts, of help with names. */
enum { MOST_NESTED = 200, MOST_PARTS = 40, MOST_COMPARED = 4000000 };

bool bp_format_check(struct bp_draft *draft, const struct bp_yaml *node, const char *pattern)
{
    const char *fault = bp_format_fault(pattern, NULL, NULL);
    if (!fault)
        return true;
    struct bp_source at = bp_yaml_place_at(node, node->text + (fault - pattern));
    bp_report_error(draft->reader.report, &at, "bad-format",
                    "“%s” is nothing that a day or a time has; write d, MMMM, y, EEEE, HH, mm and "
                    "the like, and put words between single quotes",
                    fault);
    return false;
}

static void inspect_const(struct bp_inspector *inspector, const struct bp_pattern *pattern,
                          const struct bp_place *place)
{
    bp_inspect_pattern(inspector, (struct bp_pattern *)(gsize)pattern, place);
}

/* A fill that nobody would see; NULL. */
static const struct bp_look_style *report_fill(struct bp_inspector *inspector,
                                               const struct bp_look_style *style, bool in_cell)
{
    bp_report_error(inspector->draft->reader.report, &style->style.source, "no-panel",
                    in_cell
                        ? "the style “%s” has a fill, which is not shown in a table’s cell; give "
                          "the fill to the style “row”"
                        : "the style “%s” has a fill, which only panels and the rows of tables "
                          "show; put the text into a “panel:” of that style",
                    style->style.name);
    return NULL;
}

static void check_text(struct bp_inspector *inspector, const struct bp_template *template,
                       const struct bp_place *place)
{
    for (int i = 0; i < template->n_styles; i++)
        if (template->styles[i]) {
            const struct bp_look_style *style = template->styles[i];
            if (style->style.has_fill) {
                report_fill(inspector, style, place->in_cell);
                continue;
            }
            bp_contrast_check(&inspector->contrast, style, place->ground);
            if (style->lead_in)
                bp_contrast_check(&inspector->contrast, style->lead_in, place->ground);
        }
    if (template->kind == BP_TEMPLATE_PROSE)
        bp_contrast_check_prose(&inspector->contrast, place->ground);
}

static void inspect_list(struct bp_inspector *inspector, struct bp_template *first,
                         const struct bp_place *place);

static bool uses_itself(const struct bp_active_part *active, const struct bp_look_part *part,
                        bool for_entry)
{
    for (; active; active = active->outer) {
        if (active->part == part)
            return !for_entry;
        for_entry = for_entry || active->for_entry;
    }
    return false;
}

static void inspect_use(struct bp_inspector *inspector, struct bp_template *template,
                        const struct bp_place *place)
{
    struct bp_draft *draft = inspector->draft;
    if (!template->part_name)
        return; /* it was no name, which has been reported */
    template->part = g_hash_table_lookup(draft->parts, template->part_name);
    if (!template->part) {
        bp_draft_unknown(draft, &template->source, "part", template->part_name, draft->parts);
        return;
    }
    if (uses_itself(place->active, template->part, place->for_entry)) {
        bp_report_error(draft->reader.report, &template->source, "circle",
                        "the part “%s” uses itself without end; use it for the entries of a list "
                        "with “each” and “as”",
                        template->part_name);
        return;
    }
    if (!bp_inspect_is_new(inspector, "parts.", template->part->name, place))
        return;
    if (place->n_parts == MOST_PARTS) {
        bp_report_error(draft->reader.report, &template->source, "too-deep",
                        "the part “%s” is used by way of more than %d others; write its blocks "
                        "where they are used",
                        template->part_name, MOST_PARTS);
        return;
    }
    const struct bp_active_part active = {place->active, template->part, place->for_entry};
    struct bp_place inner = *place;
    inner.active = &active;
    inner.for_entry = false;
    inner.n_parts++;
    struct bp_tally before = bp_report_tally(draft->reader.report);
    inspect_list(inspector, template->part->first, &inner);
    if (bp_report_tally(draft->reader.report).errors > before.errors &&
        bp_shelf_has(&template->part->source) && !bp_shelf_has(&template->source))
        bp_report_error(draft->reader.report, &template->source, "wrong-part",
                        "the part “%s” finds something missing when it is used here; give it what "
                        "it prints with “each” or “with”, and “as”",
                        template->part_name);
}

static void check_prose(struct bp_inspector *inspector, struct bp_pattern *pattern,
                        const struct bp_place *place)
{
    struct bp_draft *draft = inspector->draft;
    bool lone = pattern->kind == BP_PATTERN_VALUE;
    struct bp_typing typing = {BP_VALUE_WORDS, NULL, NULL, false};
    if (pattern->kind == BP_PATTERN_FIRST || pattern->kind == BP_PATTERN_LIST) {
        bp_inspect_test(inspector, (struct bp_test *)(gsize)pattern->when, place);
        for (struct bp_pattern *part = pattern->first; part; part = part->next)
            check_prose(inspector, part, place);
        return;
    }
    if (lone)
        typing = bp_inspect_path(inspector, &pattern->value, place);
    if (typing.kind != BP_VALUE_PROSE && typing.kind != BP_VALUE_NOTHING)
        bp_report_error(draft->reader.report, &pattern->source, "no-prose",
                        "“prose” prints Markdown text of the data, as in ${action.action}; write "
                        "“paragraph” for other words");
}

/* A chart, and the styles of the words on it. */
static void inspect_draw(struct bp_inspector *inspector, struct bp_template *template,
                         const struct bp_place *place)
{
    const struct bp_look *look = inspector->draft->look;
    struct bp_typing typing = bp_inspect_path(inspector, &template->draw, place);
    if (typing.kind != BP_VALUE_NOTHING && (typing.record != &bp_chart_record || typing.list))
        bp_report_error(inspector->draft->reader.report, &template->draw.source, "no-chart",
                        "“draw” is followed by a chart of the data, as in part.chart");
    for (int key = BP_STYLE_CHART_LABEL; key <= BP_STYLE_CHART_VALUE; key++)
        bp_contrast_check(&inspector->contrast, look->keys[key], place->ground);
}

/* The styles, words and values of one template, in its place. */
static void inspect_own(struct bp_inspector *inspector, struct bp_template *template,
                        const struct bp_place *place)
{
    for (int i = 0; i < template->n_styles; i++)
        template->styles[i] =
            bp_inspect_style(inspector, template->style_names[i], &template->style_source);
    template->label_style =
        bp_inspect_style(inspector, template->label_style_name, &template->label_style_source);
    template->wide_style =
        bp_inspect_style(inspector, template->wide_style_name, &template->source);
    template->row_style = bp_inspect_style(inspector, template->row_style_name, &template->source);
    if (template->kind == BP_TEMPLATE_COLUMN)
        ; /* its head stands outside the rows: inspect_heads() */
    else if (template->kind == BP_TEMPLATE_PROSE && template->text)
        check_prose(inspector, (struct bp_pattern *)(gsize) template->text, place);
    else
        inspect_const(inspector, template->text, place);
    inspect_const(inspector, template->label, place);
    inspect_const(inspector, template->id, place);
    inspect_const(inspector, template->bookmark, place);
    inspect_const(inspector, template->lead, place);
    inspect_const(inspector, template->group, place);
    inspect_const(inspector, template->attach, place);
    if (template->draw.n_names > 0 && template->kind != BP_TEMPLATE_COLUMN)
        inspect_draw(inspector, template, place);
    bool printed = template->kind == BP_TEMPLATE_HEADING ||
                   template->kind == BP_TEMPLATE_PARAGRAPH ||
                   template->kind == BP_TEMPLATE_CAPTION || template->kind == BP_TEMPLATE_PROSE;
    if (printed)
        check_text(inspector, template, place);
    if (template->label && template->label_style)
        bp_contrast_check(&inspector->contrast, template->label_style, place->ground);
}

/* A ground of its own, behind all that stands in it. */
static struct bp_ground ground_of(struct bp_inspector *inspector,
                                  const struct bp_template *template, const struct bp_place *place)
{
    const struct bp_look_style *style = template->n_styles > 0 ? template->styles[0] : NULL;
    if (template->kind == BP_TEMPLATE_TABLE)
        style = inspector->draft->look->keys[BP_STYLE_ROW];
    else if (style && style->style.has_fill &&
             (template->kind != BP_TEMPLATE_PANEL || place->in_cell))
        style = report_fill(inspector, style, place->in_cell);
    if (!style || !style->style.has_fill)
        return place->ground;
    return (struct bp_ground){style->style.fill, style->fill_source};
}

static void inspect_with(struct bp_inspector *inspector, struct bp_template *template,
                         const struct bp_place *place)
{
    struct bp_typing_scope with = {
        place->scope, template->as ? template->as : "", {BP_VALUE_NOTHING}};
    struct bp_place inner = *place;
    if (template->value.n_names > 0 && template->kind == BP_TEMPLATE_USE) {
        with.typing = bp_inspect_path(inspector, &template->value, place);
        with.typing.list = false;
        inner.scope = &with;
    } else if (template->value.n_names > 0) {
        bp_inspect_path(inspector, &template->value, place);
    }
    bool outside = template->kind == BP_TEMPLATE_COLUMN || template->kind == BP_TEMPLATE_TABLE;
    if (!outside)
        bp_inspect_test(inspector, (struct bp_test *)(gsize) template->when, &inner);
    inspect_own(inspector, template, &inner);
    inner.ground = ground_of(inspector, template, place);
    inner.in_cell = place->in_cell || template->kind == BP_TEMPLATE_COLUMN;
    for (int i = 0; i < template->n_styles; i++)
        if (template->styles[i] && template->styles[i]->text)
            bp_contrast_check(&inspector->contrast, template->styles[i]->text, inner.ground);
    if (template->kind == BP_TEMPLATE_USE)
        inspect_use(inspector, template, &inner);
    inspect_list(inspector, template->first, &inner);
}

/* What of a table is not said once a row. */
static void inspect_heads(struct bp_inspector *inspector, struct bp_template *table,
                          const struct bp_place *place)
{
    const struct bp_look_style *row = inspector->draft->look->keys[BP_STYLE_HEAD_ROW];
    struct bp_place head = *place;
    bool headed = false;
    if (row->style.has_fill)
        head.ground = (struct bp_ground){row->style.fill, row->fill_source};
    bp_inspect_test(inspector, (struct bp_test *)(gsize)table->when, place);
    for (struct bp_template *column = table->first; column; column = column->next) {
        headed = headed || column->text || column->row_header;
        inspect_const(inspector, column->text, &head);
        if (column->draw.n_names > 0)
            inspect_draw(inspector, column, &head);
        bp_inspect_test(inspector, (struct bp_test *)(gsize)column->when, place);
    }
    if (!headed && table->first)
        bp_report_error(
            inspector->draft->reader.report, &table->source, "no-heads",
            "this table has no heads, without which who hears it is lost; write “head: ” "
            "and a word for each column, or “row-header: yes” for one of them");
}

static void inspect_template(struct bp_inspector *inspector, struct bp_template *template,
                             const struct bp_place *place)
{
    static const struct bp_datum loop_data[] = {{.name = "index", .kind = BP_VALUE_NUMBER},
                                                {.name = "count", .kind = BP_VALUE_NUMBER}};
    static const struct bp_record_type loop_type = {
        .noun = "a loop", .data = loop_data, .n_data = 2};
    struct bp_place inner = *place;
    if (!bp_inspect_goes_on(inspector, &template->source))
        return;
    if (++inner.depth > MOST_NESTED) {
        bp_report_error(inspector->draft->reader.report, &template->source, "too-deep",
                        "this block stands in more than %d others; write it with fewer",
                        MOST_NESTED);
        return;
    }
    if (template->kind == BP_TEMPLATE_TABLE)
        inspect_heads(inspector, template, place);
    if (!template->repeats) {
        inspect_with(inspector, template, &inner);
        return;
    }
    struct bp_typing typing = bp_inspect_path(inspector, &template->each, place);
    if (!typing.list && typing.kind != BP_VALUE_NOTHING)
        bp_report_error(inspector->draft->reader.report, &template->each.source, "no-list",
                        template->each.n_filters > 0
                            ? "“%s” with a filter is no list; leave the filter out"
                            : "“%s” is no list; write “when” to print a block only where it is not "
                              "empty",
                        template->each.names[template->each.n_names - 1]);
    struct bp_typing_scope loop = {
        place->scope, "loop", {BP_VALUE_RECORD, &loop_type, NULL, false}};
    struct bp_typing_scope entry = {&loop, template->as ? template->as : "", typing};
    entry.typing.list = false;
    inner.scope = &entry;
    inner.for_entry = true;
    inspect_with(inspector, template, &inner);
}

static void inspect_list(struct bp_inspector *inspector, struct bp_template *first,
                         const struct bp_place *place)
{
    for (struct bp_template *template = first; template; template = template->next)
        inspect_template(inspector, template, place);
}

static void inspect_running(struct bp_inspector *inspector,
                            struct bp_look_running running[][BP_LOOK_SLOTS], enum bp_style_key key,
                            const struct bp_place *place)
{
    bool any = false;
    for (int kind = 0; kind < BP_LOOK_PAGE_KINDS; kind++)
        for (int slot = 0; slot < BP_LOOK_SLOTS; slot++) {
            inspect_const(inspector, running[kind][slot].text, place);
            any = any || running[kind][slot].text;
        }
    if (any)
        bp_contrast_check(&inspector->contrast, inspector->draft->look->keys[key],
                          bp_contrast_paper());
}

/* A name that nothing uses, and that is near one that is used, is a slip. */
static void inspect_names(struct bp_inspector *inspector)
{
    struct bp_draft *draft = inspector->draft;
    guint n, compared = 0;
    char **used = (char **)g_hash_table_get_keys_as_array(inspector->used, &n);
    for (guint i = 0; i < draft->wording_list->len && compared < MOST_COMPARED; i++) {
        const struct bp_named_pattern *wording = draft->wording_list->pdata[i];
        if (wording->built_in || g_hash_table_contains(inspector->used, wording->name))
            continue;
        compared += n;
        const char *near = bp_nearest(wording->name, (const char *const *)used);
        if (near && g_hash_table_contains(draft->wording, near))
            bp_report_warning(draft->reader.report, &wording->source, "unused-wording",
                              "nothing prints the wording “%s”; did you mean “%s”?", wording->name,
                              near);
        else if (!bp_shelf_names(wording->name))
            bp_report_warning(draft->reader.report, &wording->source, "unused-wording",
                              "nothing prints the wording “%s”; check the name", wording->name);
    }
    g_free(used);
}

static void inspect_colour_names(struct bp_draft *draft)
{
    GHashTableIter iter;
    gpointer name, value;
    g_hash_table_iter_init(&iter, draft->colours);
    while (g_hash_table_iter_next(&iter, &name, &value)) {
        const struct bp_draft_name *colour = value;
        if (!colour->used && !colour->built_in && !g_str_has_prefix(name, "chart-"))
            bp_draft_unused(draft, &colour->source, "colour", name, draft->colours);
    }
}

/* What the wording prints of a series that a text names. */
static void inspect_mention(struct bp_inspector *inspector)
{
    static const char name[] = "mention";
    const struct bp_typing_scope scope = {
        NULL, name, {BP_VALUE_RECORD, &bp_mention_record, NULL, false}};
    const struct bp_place place = {.ground = bp_contrast_paper(), .scope = &scope};
    struct bp_named_pattern *wording = g_hash_table_lookup(inspector->draft->wording, name);
    g_hash_table_add(inspector->used, (gpointer)(gsize)name);
    if (wording)
        bp_inspect_pattern(inspector, wording->pattern, &place);
}

void bp_draft_inspect(struct bp_draft *draft)
{
    static const struct bp_typing words = {BP_VALUE_WORDS, NULL, NULL, false};
    struct bp_inspector inspector = {
        .draft = draft,
        .seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .used = g_hash_table_new(g_str_hash, g_str_equal)};
    bp_contrast_init(&inspector.contrast, draft);
    const struct bp_place place = {.ground = bp_contrast_paper()};
    const struct bp_typing_scope picture = {NULL, "picture", words};
    struct bp_place in_picture = place;
    struct bp_look *look = draft->look;
    in_picture.scope = &picture;
    struct bp_named_pattern *wording = g_hash_table_lookup(draft->wording, "picture");
    g_hash_table_add(inspector.used, (gpointer)(gsize) "picture");
    g_hash_table_add(inspector.used, (gpointer)(gsize) "and");
    g_hash_table_add(inspector.used, (gpointer)(gsize) "comma");
    g_hash_table_add(inspector.used, (gpointer)(gsize) "nothing");
    if (wording)
        bp_inspect_pattern(&inspector, wording->pattern, &in_picture);
    inspect_mention(&inspector);
    inspect_list(&inspector, draft->body->first, &place);
    inspect_running(&inspector, look->header, BP_STYLE_HEADER, &place);
    inspect_running(&inspector, look->footer, BP_STYLE_FOOTER, &place);
    inspect_const(&inspector, look->watermark, &place);
    inspect_const(&inspector, look->title, &place);
    inspect_const(&inspector, look->author, &place);
    inspect_const(&inspector, look->subject, &place);
    bp_contrast_check_prose(&inspector.contrast, place.ground);
    bp_contrast_check_charts(&inspector.contrast);
    inspect_names(&inspector);
    inspect_colour_names(draft);
    bp_styles_warn(draft);
    g_hash_table_destroy(inspector.seen);
    bp_contrast_finish(&inspector.contrast);
    g_hash_table_destroy(inspector.used);
}
