/* SPDX-License-Identifier: MIT */
#include "compose/scope.h"

#include <stdlib.h>
#include <string.h>

#include "compose/pattern.h"

static const struct bp_value nothing = {BP_VALUE_NOTHING};

static struct bp_value number_value(int number)
{
    return (struct bp_value){.kind = BP_VALUE_NUMBER, .number = number};
}

/* "loop.index" and "loop.count", of the innermost loop. */
static struct bp_value loop_value(const struct bp_binding *scope, const struct bp_path *path)
{
    while (scope && scope->index == 0)
        scope = scope->outer;
    if (!scope || path->n_names < 2)
        return nothing;
    return number_value(strcmp(path->names[1], "index") == 0 ? scope->index : scope->count);
}

struct bp_value bp_scope_value(struct bp_composer *composer, const struct bp_binding *scope,
                               const struct bp_path *path)
{
    const char *name = path->names[0];
    const struct bp_binding *at = scope;
    struct bp_value value = nothing;
    if (path->wording)
        return nothing;
    while (at && strcmp(at->name, name) != 0)
        at = at->outer;
    if (at)
        value = at->value;
    else if (strcmp(name, "loop") == 0)
        return loop_value(scope, path);
    else
        value = bp_record_value(composer->root, bp_record_find(&bp_root_type, name));
    for (int i = 1; i < path->n_names && value.kind == BP_VALUE_RECORD; i++)
        value = value.record
                    ? bp_record_value(value.record, bp_record_find(value.type, path->names[i]))
                    : nothing;
    return bp_path_filters(path, "count") ? number_value(bp_value_count(&value)) : value;
}

static bool is_there(struct bp_composer *composer, const struct bp_binding *scope,
                     const struct bp_path *path)
{
    if (path->wording || bp_path_filters(path, "line"))
        return *bp_path_string(composer, scope, path) != '\0';
    struct bp_value value = bp_scope_value(composer, scope, path);
    bool counted = bp_path_filters(path, "count");
    return counted ? value.number > 0 : !bp_value_is_empty(&value);
}

static int compare_numbers(int a, int b)
{
    return (a > b) - (a < b);
}

/* Negative, zero or positive; `good` is false where one is empty. */
static int compare(const struct bp_value *a, const struct bp_value *b, bool *good)
{
    *good = a->kind == b->kind && !bp_value_is_empty(a) && !bp_value_is_empty(b);
    if (!*good)
        return 0;
    switch (a->kind) {
    case BP_VALUE_NUMBER:
        return compare_numbers(a->number, b->number);
    case BP_VALUE_DATE:
        return bp_date_compare(a->date, b->date);
    case BP_VALUE_TIME:
        return compare_numbers(a->time.hour * 60 + a->time.minute,
                               b->time.hour * 60 + b->time.minute);
    default:
        *good = false;
        return 0;
    }
}

static struct bp_value right_value(struct bp_composer *composer, const struct bp_binding *scope,
                                   const struct bp_test *test)
{
    if (test->literal)
        return number_value(atoi(test->literal));
    return bp_scope_value(composer, scope, &test->right);
}

static bool is_in_order(struct bp_composer *composer, const struct bp_binding *scope,
                        const struct bp_test *test)
{
    struct bp_value left = bp_scope_value(composer, scope, &test->left);
    struct bp_value right = right_value(composer, scope, test);
    bool good;
    int order = compare(&left, &right, &good);
    return good && (test->kind == BP_TEST_LESS ? order < 0 : order > 0);
}

/* Words, as they are printed. */
static bool holds_of_words(struct bp_composer *composer, const struct bp_binding *scope,
                           const struct bp_test *test)
{
    const char *left = bp_path_string(composer, scope, &test->left);
    const char *right = test->literal             ? test->literal
                        : test->right.n_names > 0 ? bp_path_string(composer, scope, &test->right)
                                                  : "";
    if (test->kind == BP_TEST_IS_NUMBER)
        return g_ascii_isdigit(*left);
    if (test->kind == BP_TEST_IS)
        return strcmp(left, right) == 0;
    if (*right == '\0')
        return false;
    char *a = g_utf8_casefold(left, -1), *b = g_utf8_casefold(right, -1);
    bool holds = test->kind == BP_TEST_BEGINS ? g_str_has_prefix(a, b) : strstr(a, b) != NULL;
    g_free(a);
    g_free(b);
    return holds;
}

static bool holds_of_parts(struct bp_composer *composer, const struct bp_binding *scope,
                           const struct bp_test *test)
{
    bool all = test->kind == BP_TEST_ALL;
    for (const struct bp_test *part = test->first; part; part = part->next)
        if (bp_scope_holds(composer, scope, part) != all)
            return !all;
    return all;
}

bool bp_scope_holds(struct bp_composer *composer, const struct bp_binding *scope,
                    const struct bp_test *test)
{
    if (!test)
        return true;
    switch (test->kind) {
    case BP_TEST_ANY:
    case BP_TEST_ALL:
        return holds_of_parts(composer, scope, test);
    case BP_TEST_NOT:
        return !bp_scope_holds(composer, scope, test->first);
    case BP_TEST_THERE:
        return is_there(composer, scope, &test->left);
    case BP_TEST_LESS:
    case BP_TEST_MORE:
        return is_in_order(composer, scope, test);
    default:
        return holds_of_words(composer, scope, test);
    }
}
