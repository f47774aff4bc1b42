/* SPDX-License-Identifier: MIT */
#include "load/binding.h"

#include <string.h>

#include "load/style.h"

/* Bounds: of wordings in wordings; of the work of a whole look, which parts and wordings that use
 * each other many times would make endless. */
enum { MOST_WORDINGS = 24, MOST_STEPS = 4000000 };

const struct bp_look_style *bp_inspect_style(struct bp_inspector *inspector, const char *name,
                                             const struct bp_source *at)
{
    if (!name)
        return NULL;
    g_hash_table_add(inspector->used, (gpointer)(gsize)name);
    return bp_style_find(inspector->draft, name, at);
}

bool bp_inspect_goes_on(struct bp_inspector *inspector, const struct bp_source *at)
{
    bool full = ++inspector->steps > MOST_STEPS;
    if (full && !inspector->told)
        bp_report_error(inspector->draft->reader.report, at, "too-much",
                        "parts or wordings use one another here in too many ways; write them with "
                        "fewer");
    inspector->told = full;
    return !full;
}

/* What is known of the place inside the part or wording, as text: names and kinds of what can be
 * seen. */
static char *signature(struct bp_inspector *inspector, const char *kind, const char *name,
                       const struct bp_place *place)
{
    GString *text = g_string_new(kind);
    g_string_append_printf(text, "%s %06X %d", name, place->ground.colour, place->for_entry);
    for (const struct bp_typing_scope *scope = place->scope; scope; scope = scope->outer) {
        bool hidden = false;
        for (const struct bp_typing_scope *inner = place->scope; inner != scope && !hidden;
             inner = inner->outer) {
            hidden = strcmp(inner->name, scope->name) == 0;
            inspector->steps++;
        }
        if (!hidden)
            g_string_append_printf(text, " %s=%d%s%d", scope->name, (int)scope->typing.kind,
                                   scope->typing.record ? scope->typing.record->noun : "",
                                   scope->typing.list);
    }
    return g_string_free(text, FALSE);
}

bool bp_inspect_is_new(struct bp_inspector *inspector, const char *kind, const char *name,
                       const struct bp_place *place)
{
    return g_hash_table_add(inspector->seen, signature(inspector, kind, name, place));
}

static void inspect_wording(struct bp_inspector *inspector, const struct bp_named_pattern *wording,
                            const struct bp_place *place)
{
    struct bp_report *report = inspector->draft->reader.report;
    const struct bp_active_wording active = {place->wordings, wording};
    struct bp_place inner = *place;
    for (const struct bp_active_wording *outer = place->wordings; outer; outer = outer->outer)
        if (outer->wording == wording) {
            bp_report_error(report, &wording->source, "circle",
                            "the wording “%s” says itself, by way of others; write it without",
                            wording->name);
            return;
        }
    if (!bp_inspect_is_new(inspector, "words.", wording->name, place))
        return;
    inner.wordings = &active;
    if (++inner.n_wordings > MOST_WORDINGS)
        bp_report_error(report, &wording->source, "too-deep",
                        "the wording “%s” stands in more than %d others; write its words where "
                        "they are printed",
                        wording->name, MOST_WORDINGS);
    else
        bp_inspect_pattern(inspector, wording->pattern, &inner);
}

/* Words of the layout stand for their pattern. */
static void bind_path(struct bp_inspector *inspector, struct bp_path *path,
                      const struct bp_place *place)
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
    inspect_wording(inspector, wording, place);
}

struct bp_typing bp_inspect_path(struct bp_inspector *inspector, struct bp_path *path,
                                 const struct bp_place *place)
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

void bp_inspect_test(struct bp_inspector *inspector, struct bp_test *test,
                     const struct bp_place *place)
{
    if (!test)
        return;
    for (struct bp_test *part = test->first; part; part = part->next)
        bp_inspect_test(inspector, part, place);
    if (test->left.n_names > 0)
        bind_path(inspector, &test->left, place);
    if (test->right.n_names > 0)
        bind_path(inspector, &test->right, place);
    bp_typing_check_test(inspector->draft, test, place->scope);
}

void bp_inspect_pattern(struct bp_inspector *inspector, struct bp_pattern *pattern,
                        const struct bp_place *place)
{
    if (!pattern || !bp_inspect_goes_on(inspector, &pattern->source))
        return;
    bp_inspect_test(inspector, (struct bp_test *)(gsize)pattern->when, place);
    pattern->style = bp_inspect_style(inspector, pattern->style_name, &pattern->source);
    if (pattern->style && pattern->style->said & BP_TYPE_COLOUR)
        bp_contrast_check(&inspector->contrast, pattern->style, place->ground);
    bp_inspect_pattern(inspector, (struct bp_pattern *)(gsize)pattern->link, place);
    if (pattern->kind == BP_PATTERN_VALUE) {
        struct bp_typing typing = bp_inspect_path(inspector, &pattern->value, place);
        bp_typing_check_printable(inspector->draft, &pattern->value, typing);
    }
    for (struct bp_pattern *part = pattern->first; part; part = part->next)
        bp_inspect_pattern(inspector, part, place);
}
