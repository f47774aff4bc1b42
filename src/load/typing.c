/* SPDX-License-Identifier: MIT */
#include "load/typing.h"

#include <string.h>

#include "base/nearest.h"
#include "model/format.h"

static const char *const filters[] = {"capital", "count", "line", "words", NULL};

static const struct bp_typing nothing = {BP_VALUE_NOTHING, NULL, NULL, false};

const char *const *bp_typing_filters(void)
{
    return filters;
}

static void report_unknown(struct bp_draft *draft, const struct bp_path *path, const char *name,
                           const char *noun, GPtrArray *names)
{
    g_ptr_array_add(names, NULL);
    const char *near = bp_nearest(name, (const char *const *)names->pdata);
    char *all = g_strjoinv(", ", (char **)names->pdata);
    if (near)
        bp_report_error(draft->reader.report, &path->source, "unknown-value",
                        "%s has no value “%s”; did you mean “%s”?", noun, name, near);
    else
        bp_report_error(draft->reader.report, &path->source, "unknown-value",
                        "%s has no value “%s”; it has %s", noun, name, all);
    g_free(all);
}

/* "meeting.next", for a message. */
static const char *whole_name(struct bp_draft *draft, const struct bp_path *path)
{
    GString *name = g_string_new(NULL);
    for (int i = 0; i < path->n_names; i++)
        g_string_append_printf(name, "%s%s", i > 0 ? "." : "", path->names[i]);
    const char *kept = bp_arena_string(draft->reader.arena, name->str, name->len);
    g_string_free(name, TRUE);
    return kept;
}

/* The value at the start of a path: a name of the layout's own, or one of the data's. */
static struct bp_typing first_typing(struct bp_draft *draft, const struct bp_path *path,
                                     const struct bp_typing_scope *scope)
{
    GPtrArray *names = g_ptr_array_new();
    struct bp_typing typing = nothing;
    const char *name = path->names[0];
    bool found = false, nameless = false; /* an “as” is missing, which has been reported */
    for (; scope && !found; scope = scope->outer) {
        found = strcmp(scope->name, name) == 0;
        if (found)
            typing = scope->typing;
        nameless = nameless || !*scope->name;
        g_ptr_array_add(names, (gpointer)(gsize)scope->name);
    }
    const struct bp_datum *datum = found ? NULL : bp_record_find(&bp_root_type, name);
    if (datum)
        typing = (struct bp_typing){datum->kind, datum->record, datum->choices,
                                    datum->list || datum->count > 0};
    for (int i = 0; i < bp_root_type.n_data; i++)
        g_ptr_array_add(names, (gpointer)(gsize)bp_root_type.data[i].name);
    g_ptr_array_add(names, (gpointer)(gsize) "words");
    if (!found && !datum && !nameless)
        report_unknown(draft, path, name, "the data here", names);
    g_ptr_array_free(names, TRUE);
    return typing;
}

static struct bp_typing next_typing(struct bp_draft *draft, const struct bp_path *path, int at,
                                    struct bp_typing typing)
{
    const char *name = path->names[at];
    if (typing.list || typing.kind != BP_VALUE_RECORD) {
        bp_report_error(draft->reader.report, &path->source, "no-record",
                        typing.list ? "“%s” is a list, and has no value “%s”; take its entries "
                                      "one by one with “each” and “as”"
                                    : "“%s” has no values of its own, such as “%s”; write it alone",
                        path->names[at - 1], name);
        return nothing;
    }
    const struct bp_datum *datum = bp_record_find(typing.record, name);
    if (datum)
        return (struct bp_typing){datum->kind, datum->record, datum->choices,
                                  datum->list || datum->count > 0};
    GPtrArray *names = g_ptr_array_new();
    for (int i = 0; i < typing.record->n_data; i++)
        g_ptr_array_add(names, (gpointer)(gsize)typing.record->data[i].name);
    report_unknown(draft, path, name, typing.record->noun, names);
    g_ptr_array_free(names, TRUE);
    return nothing;
}

static const struct bp_format *find_format(struct bp_draft *draft, const char *name)
{
    for (guint i = 0; i < draft->formats->len; i++) {
        const struct bp_format *format = draft->formats->pdata[i];
        if (strcmp(format->name, name) == 0)
            return format;
    }
    return NULL;
}

static void report_filter(struct bp_draft *draft, const struct bp_path *path, const char *filter)
{
    GPtrArray *names = g_ptr_array_new();
    for (int i = 0; filters[i]; i++)
        g_ptr_array_add(names, (gpointer)(gsize)filters[i]);
    for (guint i = 0; i < draft->formats->len; i++)
        g_ptr_array_add(names,
                        (gpointer)(gsize)((struct bp_format *)draft->formats->pdata[i])->name);
    g_ptr_array_add(names, NULL);
    const char *near = bp_nearest(filter, (const char *const *)names->pdata);
    char *all = g_strjoinv(", ", (char **)names->pdata);
    if (near)
        bp_report_error(draft->reader.report, &path->source, "unknown-filter",
                        "there is no filter “%s”; did you mean “%s”?", filter, near);
    else
        bp_report_error(draft->reader.report, &path->source, "unknown-filter",
                        "there is no filter “%s”; there are %s", filter, all);
    g_free(all);
    g_ptr_array_free(names, TRUE);
}

static void report_wrong_filter(struct bp_draft *draft, const struct bp_path *path,
                                const char *filter, const char *takes)
{
    bp_report_error(draft->reader.report, &path->source, "wrong-filter",
                    "“| %s” takes %s, and “%s” is none; leave it out", filter, takes,
                    path->names[path->n_names - 1]);
}

static void check_words(struct bp_draft *draft, const struct bp_path *path,
                        const char *const *choices)
{
    for (int i = choices[0] ? 0 : 1; choices[i]; i++)
        if (!g_hash_table_contains(draft->wording, choices[i]))
            bp_report_error(draft->reader.report, &path->source, "no-wording",
                            "there are no words for “%s”; write “%s: ” and the words below "
                            "“wording:”",
                            choices[i], choices[i]);
}

static struct bp_typing filtered(struct bp_draft *draft, const struct bp_path *path, int at,
                                 struct bp_typing typing)
{
    static const struct bp_typing words = {BP_VALUE_WORDS, NULL, NULL, false};
    static const struct bp_typing number = {BP_VALUE_NUMBER, NULL, NULL, false};
    const char *filter = path->filters[at];
    bool dated = typing.kind == BP_VALUE_DATE || typing.kind == BP_VALUE_TIME;
    if (strcmp(filter, "count") == 0)
        return number;
    if (strcmp(filter, "capital") == 0) {
        if (typing.kind != BP_VALUE_RECORD)
            return words;
        report_wrong_filter(draft, path, filter, "words");
    } else if (strcmp(filter, "line") == 0) {
        if (typing.kind == BP_VALUE_PROSE && !typing.list)
            return words;
        report_wrong_filter(draft, path, filter, "Markdown text");
    } else if (strcmp(filter, "words") == 0) {
        if (typing.kind == BP_VALUE_CHOICE) {
            check_words(draft, path, typing.choices);
            return words;
        }
        report_wrong_filter(draft, path, filter, "one of a few choices such as action.status");
    } else if (find_format(draft, filter)) {
        if (dated && !typing.list)
            return words;
        report_wrong_filter(draft, path, filter, "a day or a time");
    } else {
        report_filter(draft, path, filter);
    }
    return nothing;
}

struct bp_typing bp_typing_of(struct bp_draft *draft, const struct bp_path *path,
                              const struct bp_typing_scope *scope)
{
    struct bp_typing typing = {BP_VALUE_WORDS, NULL, NULL, false};
    if (!path->wording) {
        typing = first_typing(draft, path, scope);
        for (int i = 1; i < path->n_names && typing.kind != BP_VALUE_NOTHING; i++)
            typing = next_typing(draft, path, i, typing);
    }
    for (int i = 0; i < path->n_filters && typing.kind != BP_VALUE_NOTHING; i++)
        typing = filtered(draft, path, i, typing);
    return typing;
}

void bp_typing_check_printable(struct bp_draft *draft, const struct bp_path *path,
                               struct bp_typing typing)
{
    const char *name = path->names[path->n_names - 1];
    const char *whole = whole_name(draft, path);
    if (typing.kind == BP_VALUE_RECORD && typing.list)
        bp_report_error(draft->reader.report, &path->source, "not-printable",
                        "“%s” is a list, and can’t be printed as words; write “each: %s” and “as: "
                        "one”, and print ${one.%s}",
                        name, whole, typing.record->data[0].name);
    else if (typing.kind == BP_VALUE_RECORD)
        bp_report_error(draft->reader.report, &path->source, "not-printable",
                        "“%s” is %s, and can’t be printed as words; write one of its values, as in "
                        "%s.%s",
                        name, typing.record->noun, whole, typing.record->data[0].name);
    else if (typing.kind == BP_VALUE_PROSE)
        bp_report_error(draft->reader.report, &path->source, "not-printable",
                        "“%s” is Markdown text of one or more paragraphs; write “prose: ” and it, "
                        "or “| line” after it to print it where it is one line",
                        name);
    else if (typing.kind == BP_VALUE_CHOICE)
        bp_report_error(draft->reader.report, &path->source, "not-printable",
                        "“%s” is one of a few choices, whose words the layout gives; write “| "
                        "words” after it",
                        name);
}

static bool is_ordered(enum bp_value_kind kind)
{
    return kind == BP_VALUE_NUMBER || kind == BP_VALUE_DATE || kind == BP_VALUE_TIME;
}

static void check_choice(struct bp_draft *draft, const struct bp_test *test,
                         const char *const *choices)
{
    GPtrArray *names = g_ptr_array_new();
    bool found = false;
    for (int i = choices[0] ? 0 : 1; choices[i]; i++) {
        g_ptr_array_add(names, (gpointer)(gsize)choices[i]);
        found = found || strcmp(choices[i], test->literal) == 0;
    }
    g_ptr_array_add(names, NULL);
    const char *near = found ? NULL : bp_nearest(test->literal, (const char *const *)names->pdata);
    char *all = g_strjoinv(", ", (char **)names->pdata);
    const char *name = test->left.names[test->left.n_names - 1];
    if (near)
        bp_report_error(draft->reader.report, &test->source, "bad-choice",
                        "“%s” is never “%s”; did you mean “%s”?", name, test->literal, near);
    else if (!found)
        bp_report_error(draft->reader.report, &test->source, "bad-choice",
                        "“%s” is never “%s”; it is one of %s", name, test->literal, all);
    g_free(all);
    g_ptr_array_free(names, TRUE);
}

void bp_typing_check_test(struct bp_draft *draft, const struct bp_test *test,
                          const struct bp_typing_scope *scope)
{
    if (test->kind <= BP_TEST_NOT)
        return;
    struct bp_typing left = bp_typing_of(draft, &test->left, scope);
    struct bp_typing right = {BP_VALUE_WORDS, NULL, NULL, false};
    bool order = test->kind == BP_TEST_LESS || test->kind == BP_TEST_MORE;
    if (test->right.n_names > 0)
        right = bp_typing_of(draft, &test->right, scope);
    if (left.kind == BP_VALUE_NOTHING || right.kind == BP_VALUE_NOTHING)
        return;
    if (test->kind == BP_TEST_IS && left.kind == BP_VALUE_CHOICE && test->literal)
        check_choice(draft, test, left.choices);
    bool number = test->literal && g_ascii_isdigit(test->literal[0]);
    if (order && (!is_ordered(left.kind) || (test->literal ? !number || left.kind != BP_VALUE_NUMBER
                                                           : right.kind != left.kind)))
        bp_report_error(draft->reader.report, &test->source, "bad-comparison",
                        "“<” and “>” compare two numbers, two days or two times; write “is”, or "
                        "“| count” after a list");
}
