/* SPDX-License-Identifier: MIT */
#include "load/inspect.h"

#include <string.h>

#include "base/nearest.h"
#include "load/measure.h"
#include "load/style.h"
#include "load/typing.h"
#include "model/format.h"

#define LEAST_CONTRAST       4.5 /* WCAG 2.2, 1.4.3 */
#define LEAST_CHART_CONTRAST 3.0 /* WCAG 2.2, 1.4.11 */

enum { MOST_DEPTH = 40, PAPER = 0xFFFFFF };

/* A part that is being looked into, and whether it was entered for an entry of something. */
struct active {
    const struct active *outer;
    const struct bp_look_part *part;
    bool for_entry;
};

struct inspector {
    struct bp_draft *draft;
    GHashTable *seen;    /* part, scope and ground as text: need not be looked into again */
    GHashTable *grounds; /* colours on which Markdown's styles have been checked */
    GHashTable *fine;    /* pairs of colours whose contrast is good */
    GHashTable *used;    /* names of wordings and styles */
};

/* Where a template stands. */
struct place {
    const struct bp_typing_scope *scope;
    const struct active *active;
    bp_colour ground;
    bool for_entry; /* inside an `each` since the part under way was entered */
    int depth;
};

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

static void check_contrast(struct inspector *inspector, const struct bp_look_style *style,
                           bp_colour ground)
{
    gpointer pair = GSIZE_TO_POINTER((gsize)style->style.type.colour << 24 | ground);
    if (g_hash_table_contains(inspector->fine, pair))
        return;
    double contrast = bp_colour_contrast(style->style.type.colour, ground);
    if (contrast >= LEAST_CONTRAST) {
        g_hash_table_add(inspector->fine, pair);
        return;
    }
    bp_report_error(inspector->draft->reader.report, &style->colour_source, "low-contrast",
                    "text in the colour #%06X on #%06X has a contrast of %d.%02d to 1; write a %s "
                    "one, so that it is at least 4.5 to 1",
                    style->style.type.colour, ground, (int)contrast, (int)(contrast * 100) % 100,
                    ground > 0x7FFFFF ? "darker" : "lighter");
}

static const struct bp_look_style *bind_style(struct inspector *inspector, const char *name,
                                              const struct bp_source *at)
{
    if (!name)
        return NULL;
    g_hash_table_add(inspector->used, (gpointer)(gsize)name);
    return bp_style_find(inspector->draft, name, at);
}

static void inspect_pattern(struct inspector *inspector, struct bp_pattern *pattern,
                            const struct place *place);

/* Words of the layout stand for their pattern. */
static void bind_path(struct inspector *inspector, struct bp_path *path, const struct place *place)
{
    struct bp_draft *draft = inspector->draft;
    if (path->n_names != 2 || strcmp(path->names[0], "words") != 0)
        return;
    struct bp_named_pattern *wording = g_hash_table_lookup(draft->wording, path->names[1]);
    g_hash_table_add(inspector->used, (gpointer)(gsize)path->names[1]);
    if (!wording) {
        bp_draft_unknown(draft, &path->source, "wording", path->names[1], draft->wording);
        return;
    }
    path->wording = wording->pattern;
    struct place inner = *place;
    inner.depth++;
    if (inner.depth > MOST_DEPTH)
        bp_report_error(draft->reader.report, &wording->source, "circle",
                        "the wording “%s” says itself, by way of others; write it without",
                        wording->name);
    else
        inspect_pattern(inspector, wording->pattern, &inner);
}

static struct bp_typing inspect_path(struct inspector *inspector, struct bp_path *path,
                                     const struct place *place)
{
    static const struct bp_typing nothing = {BP_VALUE_NOTHING, NULL, NULL, false};
    bind_path(inspector, path, place);
    if (path->n_names == 2 && strcmp(path->names[0], "words") == 0 && !path->wording)
        return nothing;
    struct bp_typing typing = bp_typing_of(inspector->draft, path, place->scope);
    for (int i = 0; i < path->n_filters; i++)
        if (strcmp(path->filters[i], "words") == 0 && typing.kind == BP_VALUE_WORDS) {
            struct bp_path plain = *path;
            plain.n_filters = i;
            typing = bp_typing_of(inspector->draft, &plain, place->scope);
            for (int k = 0; typing.choices && (k == 0 || typing.choices[k]); k++)
                if (typing.choices[k])
                    g_hash_table_add(inspector->used, (gpointer)(gsize)typing.choices[k]);
            typing = (struct bp_typing){BP_VALUE_WORDS, NULL, NULL, false};
        }
    return typing;
}

static void inspect_test(struct inspector *inspector, struct bp_test *test,
                         const struct place *place)
{
    if (!test)
        return;
    for (struct bp_test *part = test->first; part; part = part->next)
        inspect_test(inspector, part, place);
    if (test->left.n_names > 0)
        bind_path(inspector, &test->left, place);
    if (test->right.n_names > 0)
        bind_path(inspector, &test->right, place);
    bp_typing_check_test(inspector->draft, test, place->scope);
}

static void inspect_pattern(struct inspector *inspector, struct bp_pattern *pattern,
                            const struct place *place)
{
    if (!pattern)
        return;
    inspect_test(inspector, (struct bp_test *)(gsize)pattern->when, place);
    pattern->style = bind_style(inspector, pattern->style_name, &pattern->source);
    if (pattern->style && pattern->style->said & BP_TYPE_COLOUR)
        check_contrast(inspector, pattern->style, place->ground);
    inspect_pattern(inspector, (struct bp_pattern *)(gsize)pattern->link, place);
    if (pattern->kind == BP_PATTERN_VALUE) {
        struct bp_typing typing = inspect_path(inspector, &pattern->value, place);
        bp_typing_check_printable(inspector->draft, &pattern->value, typing);
    }
    for (struct bp_pattern *part = pattern->first; part; part = part->next)
        inspect_pattern(inspector, part, place);
}

static void inspect_const(struct inspector *inspector, const struct bp_pattern *pattern,
                          const struct place *place)
{
    inspect_pattern(inspector, (struct bp_pattern *)(gsize)pattern, place);
}

/* All styles that Markdown may come to, once for each ground. */
static void inspect_prose_styles(struct inspector *inspector, bp_colour ground)
{
    static const enum bp_style_key texts[] = {
        BP_STYLE_BULLET_MARK, BP_STYLE_DASH_MARK, BP_STYLE_SMALL_MARK, BP_STYLE_NUMBER_MARK,
        BP_STYLE_LIST_TEXT,   BP_STYLE_CODE,      BP_STYLE_STANDALONE, BP_STYLE_LINK,
    };
    const struct bp_look *look = inspector->draft->look;
    const struct bp_style *head = &look->keys[BP_STYLE_HEAD_ROW]->style;
    const struct bp_style *row = &look->keys[BP_STYLE_ROW]->style;
    if (!g_hash_table_add(inspector->grounds, GUINT_TO_POINTER(ground + 1)))
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        check_contrast(inspector, look->keys[texts[i]], ground);
    check_contrast(inspector, look->keys[BP_STYLE_HEAD_TEXT], head->has_fill ? head->fill : ground);
    check_contrast(inspector, look->keys[BP_STYLE_CELL_TEXT], row->has_fill ? row->fill : ground);
}

static void check_text(struct inspector *inspector, const struct bp_template *template,
                       const struct place *place)
{
    for (int i = 0; i < template->n_styles; i++)
        if (template->styles[i]) {
            const struct bp_look_style *style = template->styles[i];
            check_contrast(inspector, style, place->ground);
            if (style->lead_in)
                check_contrast(inspector, style->lead_in, place->ground);
        }
    if (template->kind == BP_TEMPLATE_PROSE)
        inspect_prose_styles(inspector, place->ground);
}

static void inspect_list(struct inspector *inspector, struct bp_template *first,
                         const struct place *place);

/* What is known of the place inside the part, as text: names and kinds of what can be seen. */
static char *signature(const struct bp_look_part *part, const struct place *place)
{
    GString *text = g_string_new(part->name);
    g_string_append_printf(text, " %06X %d", place->ground, place->for_entry);
    for (const struct bp_typing_scope *scope = place->scope; scope; scope = scope->outer) {
        bool hidden = false;
        for (const struct bp_typing_scope *inner = place->scope; inner != scope;
             inner = inner->outer)
            hidden = hidden || strcmp(inner->name, scope->name) == 0;
        if (!hidden)
            g_string_append_printf(text, " %s=%d%s%d", scope->name, (int)scope->typing.kind,
                                   scope->typing.record ? scope->typing.record->noun : "",
                                   scope->typing.list);
    }
    return g_string_free(text, FALSE);
}

static bool uses_itself(const struct active *active, const struct bp_look_part *part,
                        bool for_entry)
{
    for (; active; active = active->outer) {
        if (active->part == part)
            return !for_entry;
        for_entry = for_entry || active->for_entry;
    }
    return false;
}

static void inspect_use(struct inspector *inspector, struct bp_template *template,
                        const struct place *place)
{
    struct bp_draft *draft = inspector->draft;
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
    char *text = signature(template->part, place);
    if (g_hash_table_contains(inspector->seen, text)) {
        g_free(text);
        return;
    }
    g_hash_table_add(inspector->seen, text);
    const struct active active = {place->active, template->part, place->for_entry};
    struct place inner = *place;
    inner.active = &active;
    inner.for_entry = false;
    inspect_list(inspector, template->part->first, &inner);
}

static void check_prose(struct inspector *inspector, struct bp_pattern *pattern,
                        const struct place *place)
{
    struct bp_draft *draft = inspector->draft;
    bool lone = pattern->kind == BP_PATTERN_VALUE;
    struct bp_typing typing = {BP_VALUE_WORDS, NULL, NULL, false};
    if (pattern->kind == BP_PATTERN_FIRST || pattern->kind == BP_PATTERN_LIST) {
        inspect_test(inspector, (struct bp_test *)(gsize)pattern->when, place);
        for (struct bp_pattern *part = pattern->first; part; part = part->next)
            check_prose(inspector, part, place);
        return;
    }
    if (lone)
        typing = inspect_path(inspector, &pattern->value, place);
    if (typing.kind != BP_VALUE_PROSE && typing.kind != BP_VALUE_NOTHING)
        bp_report_error(draft->reader.report, &pattern->source, "no-prose",
                        "“prose” prints Markdown text of the data, as in ${action.action}; write "
                        "“paragraph” for other words");
}

/* A chart, and the styles of the words on it. */
static void inspect_draw(struct inspector *inspector, struct bp_template *template,
                         const struct place *place)
{
    const struct bp_look *look = inspector->draft->look;
    struct bp_typing typing = inspect_path(inspector, &template->draw, place);
    if (typing.kind != BP_VALUE_NOTHING && (typing.record != &bp_chart_record || typing.list))
        bp_report_error(inspector->draft->reader.report, &template->draw.source, "no-chart",
                        "“draw” is followed by a chart of the data, as in part.chart");
    for (int key = BP_STYLE_CHART_LABEL; key <= BP_STYLE_CHART_VALUE; key++)
        check_contrast(inspector, look->keys[key], place->ground);
}

/* The styles, words and values of one template, in its place. */
static void inspect_own(struct inspector *inspector, struct bp_template *template,
                        const struct place *place)
{
    for (int i = 0; i < template->n_styles; i++)
        template->styles[i] = bind_style(inspector, template->style_names[i], &template->source);
    template->label_style = bind_style(inspector, template->label_style_name, &template->source);
    template->wide_style = bind_style(inspector, template->wide_style_name, &template->source);
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
    if (template->draw.n_names > 0)
        inspect_draw(inspector, template, place);
    bool printed = template->kind == BP_TEMPLATE_HEADING ||
                   template->kind == BP_TEMPLATE_PARAGRAPH ||
                   template->kind == BP_TEMPLATE_CAPTION || template->kind == BP_TEMPLATE_PROSE;
    if (printed)
        check_text(inspector, template, place);
    if (template->label && template->label_style)
        check_contrast(inspector, template->label_style, place->ground);
}

/* A ground of its own, behind all that stands in it. */
static bp_colour ground_of(const struct bp_template *template, bp_colour around)
{
    const struct bp_look_style *style = template->n_styles > 0 ? template->styles[0] : NULL;
    return style && style->style.has_fill ? style->style.fill : around;
}

static void inspect_with(struct inspector *inspector, struct bp_template *template,
                         const struct place *place)
{
    struct bp_typing_scope with = {place->scope, template->as, {BP_VALUE_NOTHING}};
    struct place inner = *place;
    if (template->value.n_names > 0 && template->kind == BP_TEMPLATE_USE) {
        with.typing = inspect_path(inspector, &template->value, place);
        with.typing.list = false;
        inner.scope = &with;
    } else if (template->value.n_names > 0) {
        inspect_path(inspector, &template->value, place);
    }
    bool outside = template->kind == BP_TEMPLATE_COLUMN || template->kind == BP_TEMPLATE_TABLE;
    if (!outside)
        inspect_test(inspector, (struct bp_test *)(gsize) template->when, &inner);
    inspect_own(inspector, template, &inner);
    inner.ground = ground_of(template, place->ground);
    if (inner.ground != place->ground) {
        const struct bp_look_style *text = template->styles[0]->text;
        if (text)
            check_contrast(inspector, text, inner.ground);
    }
    if (template->kind == BP_TEMPLATE_USE)
        inspect_use(inspector, template, &inner);
    inspect_list(inspector, template->first, &inner);
}

/* What of a table is not said once a row. */
static void inspect_heads(struct inspector *inspector, struct bp_template *table,
                          const struct place *place)
{
    inspect_test(inspector, (struct bp_test *)(gsize)table->when, place);
    for (struct bp_template *column = table->first; column; column = column->next) {
        inspect_const(inspector, column->text, place);
        inspect_test(inspector, (struct bp_test *)(gsize)column->when, place);
    }
}

static void inspect_template(struct inspector *inspector, struct bp_template *template,
                             const struct place *place)
{
    static const struct bp_datum loop_data[] = {{.name = "index", .kind = BP_VALUE_NUMBER},
                                                {.name = "count", .kind = BP_VALUE_NUMBER}};
    static const struct bp_record_type loop_type = {
        .noun = "a loop", .data = loop_data, .n_data = 2};
    struct place inner = *place;
    inner.depth++;
    if (template->kind == BP_TEMPLATE_TABLE)
        inspect_heads(inspector, template, place);
    if (!template->repeats) {
        inspect_with(inspector, template, &inner);
        return;
    }
    struct bp_typing typing = inspect_path(inspector, &template->each, place);
    struct bp_typing_scope loop = {
        place->scope, "loop", {BP_VALUE_RECORD, &loop_type, NULL, false}};
    struct bp_typing_scope entry = {&loop, template->as ? template->as : "", typing};
    entry.typing.list = false;
    inner.scope = &entry;
    inner.for_entry = true;
    inspect_with(inspector, template, &inner);
}

static void inspect_list(struct inspector *inspector, struct bp_template *first,
                         const struct place *place)
{
    for (struct bp_template *template = first; template; template = template->next)
        inspect_template(inspector, template, place);
}

static void inspect_running(struct inspector *inspector,
                            struct bp_look_running running[][BP_LOOK_SLOTS], enum bp_style_key key,
                            const struct place *place)
{
    bool any = false;
    for (int kind = 0; kind < BP_LOOK_PAGE_KINDS; kind++)
        for (int slot = 0; slot < BP_LOOK_SLOTS; slot++) {
            inspect_const(inspector, running[kind][slot].text, place);
            any = any || running[kind][slot].text;
        }
    if (any)
        check_contrast(inspector, inspector->draft->look->keys[key], PAPER);
}

/* Two fills may not be told apart in a chart's parts; on paper each must be seen. */
static void inspect_chart_colours(struct inspector *inspector)
{
    for (int i = 1; i <= 8; i++) {
        char name[16];
        g_snprintf(name, sizeof name, "chart-%d", i);
        const struct bp_draft_name *colour = g_hash_table_lookup(inspector->draft->colours, name);
        double contrast = colour ? bp_colour_contrast(colour->colour, PAPER) : 21;
        if (contrast < LEAST_CHART_CONTRAST)
            bp_report_error(inspector->draft->reader.report, &colour->source, "low-contrast",
                            "the chart colour #%06X on #%06X has a contrast of %d.%02d to 1; write "
                            "a darker one, so that it is at least 3 to 1",
                            colour->colour, PAPER, (int)contrast, (int)(contrast * 100) % 100);
    }
}

/* A name that nothing uses, and that is near one that is used, is a slip. */
static void inspect_names(struct inspector *inspector)
{
    struct bp_draft *draft = inspector->draft;
    guint n;
    char **used = (char **)g_hash_table_get_keys_as_array(inspector->used, &n);
    for (guint i = 0; i < draft->wording_list->len; i++) {
        const struct bp_named_pattern *wording = draft->wording_list->pdata[i];
        if (wording->built_in || g_hash_table_contains(inspector->used, wording->name))
            continue;
        const char *near = bp_nearest(wording->name, (const char *const *)used);
        if (near && g_hash_table_contains(draft->wording, near))
            bp_report_warning(draft->reader.report, &wording->source, "unused-wording",
                              "nothing prints the wording “%s”; did you mean “%s”?", wording->name,
                              near);
    }
    g_free(used);
}

void bp_draft_inspect(struct bp_draft *draft)
{
    static const struct bp_typing words = {BP_VALUE_WORDS, NULL, NULL, false};
    struct inspector inspector = {.draft = draft,
                                  .seen =
                                      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                                  .grounds = g_hash_table_new(g_direct_hash, g_direct_equal),
                                  .fine = g_hash_table_new(g_direct_hash, g_direct_equal),
                                  .used = g_hash_table_new(g_str_hash, g_str_equal)};
    const struct place place = {.ground = PAPER};
    const struct bp_typing_scope picture = {NULL, "picture", words};
    struct place in_picture = place;
    struct bp_look *look = draft->look;
    in_picture.scope = &picture;
    struct bp_named_pattern *wording = g_hash_table_lookup(draft->wording, "picture");
    g_hash_table_add(inspector.used, (gpointer)(gsize) "picture");
    g_hash_table_add(inspector.used, (gpointer)(gsize) "and");
    g_hash_table_add(inspector.used, (gpointer)(gsize) "nothing");
    if (wording)
        inspect_pattern(&inspector, wording->pattern, &in_picture);
    inspect_list(&inspector, draft->body->first, &place);
    inspect_running(&inspector, look->header, BP_STYLE_HEADER, &place);
    inspect_running(&inspector, look->footer, BP_STYLE_FOOTER, &place);
    inspect_const(&inspector, look->watermark, &place);
    inspect_const(&inspector, look->title, &place);
    inspect_const(&inspector, look->author, &place);
    inspect_const(&inspector, look->subject, &place);
    inspect_prose_styles(&inspector, PAPER);
    inspect_chart_colours(&inspector);
    inspect_names(&inspector);
    g_hash_table_destroy(inspector.seen);
    g_hash_table_destroy(inspector.grounds);
    g_hash_table_destroy(inspector.fine);
    g_hash_table_destroy(inspector.used);
}
