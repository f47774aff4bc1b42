/* SPDX-License-Identifier: MIT */
#include "compose/pattern.h"

#include <string.h>

#include "compose/prose.h"
#include "model/format.h"

/* The numbers of model/value.c's fields are those of the document's. */
_Static_assert(BP_FIELD_PAGE == 1 && BP_FIELD_PAGES == 2 && BP_FIELD_SECTION == 3, "fields");

static const char *find_format(const struct bp_look *look, const char *name)
{
    for (int i = 0; i < look->n_formats; i++)
        if (strcmp(look->formats[i].name, name) == 0)
            return look->formats[i].pattern;
    return NULL;
}

/* By the first of the path's filters that is a format, or the usual one of the kind. */
static void add_moment(struct bp_phrase *phrase, const struct bp_path *path,
                       const struct bp_value *value)
{
    const struct bp_look *look = phrase->composer->look;
    bool date = value->kind == BP_VALUE_DATE;
    const struct bp_format_names names = {look->months, look->short_months, look->weekdays,
                                          look->half_days};
    const struct bp_date no_date = {0, 0, 0};
    const struct bp_time no_time = {-1, 0};
    const char *pattern = NULL;
    for (int i = 0; i < path->n_filters && pattern == NULL; i++)
        pattern = find_format(look, path->filters[i]);
    if (pattern == NULL)
        pattern = find_format(look, date ? "date" : "time");
    if (pattern == NULL)
        pattern = date ? "y-MM-dd" : "HH:mm";
    GString *words = g_string_new(NULL);
    bp_format_append(words, pattern, &names, date ? value->date : no_date,
                     date ? no_time : value->time);
    bp_phrase_own(phrase, words->str);
    g_string_free(words, TRUE);
}

/* One value that is no list. */
static void add_single(struct bp_phrase *phrase, const struct bp_path *path,
                       const struct bp_value *value)
{
    char number[16];
    switch (value->kind) {
    case BP_VALUE_WORDS:
    case BP_VALUE_CHOICE:
        bp_phrase_words(phrase, &value->words);
        break;
    case BP_VALUE_NUMBER:
        g_snprintf(number, sizeof number, "%d", value->number);
        bp_phrase_add(phrase, number);
        break;
    case BP_VALUE_DATE:
    case BP_VALUE_TIME:
        add_moment(phrase, path, value);
        break;
    case BP_VALUE_PROSE:
        if (bp_prose_is_line(value->prose))
            bp_prose_phrase(phrase, value->prose->first);
        break;
    case BP_VALUE_FIELD:
        bp_phrase_field(phrase, (enum bp_field)value->number);
        break;
    default:
        break;
    }
}

/* "A, B and C", in the look's own signs and words. */
static void add_entries(struct bp_phrase *phrase, const struct bp_path *path,
                        const struct bp_value *value)
{
    const struct bp_pattern *and = bp_look_wording(phrase->composer->look, "and");
    const struct bp_pattern *comma = bp_look_wording(phrase->composer->look, "comma");
    int n = bp_value_count(value);
    for (int i = 0; i < n; i++) {
        struct bp_value entry = bp_value_entry(value, i);
        const struct bp_pattern *between = i < n - 1 || and == NULL ? comma : and;
        if (i > 0 && !bp_pattern_add(phrase, between, NULL))
            bp_phrase_add(phrase, ", ");
        add_single(phrase, path, &entry);
    }
}

static bool is_unchanged(const struct bp_phrase *phrase, struct bp_phrase_mark mark)
{
    struct bp_phrase_mark now = bp_phrase_mark(phrase);
    return now.n_pieces == mark.n_pieces && now.length == mark.length;
}

static bool add_path(struct bp_phrase *phrase, const struct bp_path *path,
                     const struct bp_binding *scope)
{
    struct bp_phrase_mark mark = bp_phrase_mark(phrase);
    phrase->capital = phrase->capital || bp_path_filters(path, "capital");
    if (path->wording != NULL) {
        bp_pattern_add(phrase, path->wording, scope);
    } else {
        struct bp_value value = bp_scope_value(phrase->composer, scope, path);
        bool choice = value.kind == BP_VALUE_CHOICE && bp_path_filters(path, "words");
        if (bp_value_is_empty(&value))
            ;
        else if (choice)
            bp_pattern_add(phrase, bp_look_wording(phrase->composer->look, value.words.text),
                           scope);
        else
            add_entries(phrase, path, &value);
    }
    bool added = !is_unchanged(phrase, mark);
    phrase->capital = mark.capital && !added;
    return added;
}

static bool add_whole(struct bp_phrase *phrase, const struct bp_pattern *pattern,
                      const struct bp_binding *scope)
{
    struct bp_phrase_mark mark = bp_phrase_mark(phrase);
    for (const struct bp_pattern *part = pattern->first; part != NULL; part = part->next)
        if (!bp_pattern_add(phrase, part, scope)) {
            bp_phrase_return(phrase, mark);
            return false;
        }
    return pattern->first != NULL;
}

static bool add_parts(struct bp_phrase *phrase, const struct bp_pattern *pattern,
                      const struct bp_binding *scope)
{
    bool any = false;
    for (const struct bp_pattern *part = pattern->first; part != NULL; part = part->next) {
        bool added = bp_pattern_add(phrase, part, scope);
        any = any || added;
        if (added && pattern->kind == BP_PATTERN_FIRST)
            break;
    }
    return any;
}

static bool add_joined(struct bp_phrase *phrase, const struct bp_pattern *pattern,
                       const struct bp_binding *scope)
{
    bool any = false;
    for (const struct bp_pattern *part = pattern->first; part != NULL; part = part->next) {
        struct bp_phrase_mark mark = bp_phrase_mark(phrase);
        if (any)
            bp_phrase_own(phrase, pattern->literal != NULL ? pattern->literal : ", ");
        if (bp_pattern_add(phrase, part, scope))
            any = true;
        else
            bp_phrase_return(phrase, mark);
    }
    return any;
}

void bp_phrase_link(struct bp_phrase *phrase, const char *target)
{
    struct bp_composer *composer = phrase->composer;
    const struct bp_type *plain = phrase->look.type;
    phrase->look.link = target;
    phrase->look.type = bp_type_dress(composer, plain, composer->look->keys[BP_STYLE_LINK]);
    g_hash_table_insert(composer->plain, (gpointer)phrase->look.type, (gpointer)plain);
}

/* The look of the pattern's own words. */
static void dress(struct bp_phrase *phrase, const struct bp_pattern *pattern,
                  const struct bp_binding *scope)
{
    struct bp_composer *composer = phrase->composer;
    if (pattern->language != NULL)
        phrase->language = pattern->language;
    if (pattern->style != NULL)
        phrase->look.type = bp_type_dress(composer, phrase->look.type, pattern->style);
    if (pattern->emphasis) {
        phrase->look.emphasis = true;
        phrase->look.type =
            bp_type_dress(composer, phrase->look.type, composer->look->keys[BP_STYLE_EMPHASIS]);
    }
    if (pattern->link == NULL)
        return;
    const char *target = bp_pattern_string(composer, scope, pattern->link);
    if (*target != '\0')
        bp_phrase_link(phrase, bp_composer_target(composer, target));
}

static bool add_kind(struct bp_phrase *phrase, const struct bp_pattern *pattern,
                     const struct bp_binding *scope)
{
    switch (pattern->kind) {
    case BP_PATTERN_LITERAL:
        bp_phrase_own(phrase, pattern->literal);
        return *pattern->literal != '\0';
    case BP_PATTERN_VALUE:
        return add_path(phrase, &pattern->value, scope);
    case BP_PATTERN_WHOLE:
        return add_whole(phrase, pattern, scope);
    case BP_PATTERN_JOIN:
        return add_joined(phrase, pattern, scope);
    default:
        return add_parts(phrase, pattern, scope);
    }
}

bool bp_pattern_add(struct bp_phrase *phrase, const struct bp_pattern *pattern,
                    const struct bp_binding *scope)
{
    if (pattern == NULL || !bp_scope_holds(phrase->composer, scope, pattern->when))
        return false;
    struct bp_run before = phrase->look;
    const char *language = phrase->language;
    dress(phrase, pattern, scope);
    bool added = add_kind(phrase, pattern, scope);
    phrase->look = before;
    phrase->language = language;
    return added;
}

const char *bp_pattern_string(struct bp_composer *composer, const struct bp_binding *scope,
                              const struct bp_pattern *pattern)
{
    struct bp_phrase phrase;
    const struct bp_source nowhere = {NULL, 0, 0};
    bp_phrase_begin(&phrase, composer, bp_composer_style(composer, BP_STYLE_DOCUMENT), nowhere);
    bp_pattern_add(&phrase, pattern, scope);
    return bp_phrase_end_string(&phrase);
}

const char *bp_path_string(struct bp_composer *composer, const struct bp_binding *scope,
                           const struct bp_path *path)
{
    struct bp_pattern pattern = {.kind = BP_PATTERN_VALUE, .value = *path};
    return bp_pattern_string(composer, scope, &pattern);
}

const struct bp_prose *bp_pattern_prose(struct bp_composer *composer,
                                        const struct bp_binding *scope,
                                        const struct bp_pattern *pattern)
{
    if (pattern == NULL || !bp_scope_holds(composer, scope, pattern->when))
        return NULL;
    if (pattern->kind == BP_PATTERN_VALUE) {
        struct bp_value value = bp_scope_value(composer, scope, &pattern->value);
        return value.kind == BP_VALUE_PROSE && !value.list && !bp_value_is_empty(&value)
                   ? value.prose
                   : NULL;
    }
    for (const struct bp_pattern *part = pattern->first; part != NULL; part = part->next) {
        const struct bp_prose *prose = bp_pattern_prose(composer, scope, part);
        if (prose != NULL)
            return prose;
    }
    return NULL;
}

void bp_pattern_picture(struct bp_phrase *phrase, const struct bp_words *alt)
{
    const struct bp_binding scope = {.name = "picture",
                                     .value = {.kind = BP_VALUE_WORDS, .words = *alt}};
    const struct bp_pattern *wording = bp_look_wording(phrase->composer->look, "picture");
    if (!bp_pattern_add(phrase, wording, &scope))
        bp_phrase_words(phrase, alt);
}
