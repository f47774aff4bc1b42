/* SPDX-License-Identifier: MIT */
#include "load/expression.h"

#include <string.h>

enum { MOST_NAMES = 8, MOST_FILTERS = 4, MOST_TESTS = 32, LONGEST = 400 };

/* A text being read from left to right. */
struct scanner {
    struct bp_draft *draft;
    const struct bp_yaml *node;
    const char *at;
    const char *end;
    int n_tests;
    bool failed;
};

static void fail(struct scanner *scanner, const char *at, const char *what)
{
    struct bp_source source = bp_yaml_place_at(scanner->node, at);
    if (!scanner->failed)
        bp_report_error(scanner->draft->reader.report, &source, "bad-expression", "%s", what);
    scanner->failed = true;
}

/* Something stands at `at` that is neither a name nor a word of the language. */
static void fail_at(struct scanner *scanner, const char *at)
{
    struct bp_reader *reader = &scanner->draft->reader;
    const char *rest = bp_arena_string(reader->arena, at, (size_t)(scanner->end - at));
    const char *mend = "write values as in meeting.title or meeting.date | short, conditions as in "
                       "action.status is closed";
    if (*rest == '=')
        mend = "write “is”";
    else if (strncmp(rest, "!=", 2) == 0)
        mend = "write “is not”";
    else if (*rest == '(' || *rest == ')')
        mend = "write the condition without brackets; “and” binds closer than “or”";
    else if (strncmp(rest, "${", 2) == 0)
        mend = "write the name alone, without “${” and “}”";
    else if (*rest == '{' || *rest == '}')
        mend = "write one “{” and one “}”";
    fail(scanner, at,
         *rest ? bp_arena_printf(reader->arena, "“%s” can’t stand here; %s",
                                 bp_reader_clip(reader, rest), mend)
               : "a name is missing here; write it, as in meeting.title");
}

static void skip_blanks(struct scanner *scanner)
{
    while (scanner->at < scanner->end && strchr(" \n", *scanner->at))
        scanner->at++;
}

static bool is_name_byte(char c)
{
    return g_ascii_isalnum(c) || c == '-' || c == '_';
}

static size_t name_length(const struct scanner *scanner)
{
    const char *c = scanner->at;
    while (c < scanner->end && is_name_byte(*c))
        c++;
    return (size_t)(c - scanner->at);
}

/* Takes the next word when it is this one. */
static bool take_word(struct scanner *scanner, const char *word)
{
    skip_blanks(scanner);
    size_t length = strlen(word);
    bool sign = !is_name_byte(word[0]);
    if ((size_t)(scanner->end - scanner->at) < length || strncmp(scanner->at, word, length) != 0 ||
        (!sign && name_length(scanner) != length))
        return false;
    scanner->at += length;
    return true;
}

static const char *take_name(struct scanner *scanner)
{
    size_t length = name_length(scanner);
    if (length == 0)
        return NULL;
    const char *name = bp_arena_string(scanner->draft->reader.arena, scanner->at, length);
    scanner->at += length;
    return name;
}

static bool take_filters(struct scanner *scanner, struct bp_path *path)
{
    const char *filters[MOST_FILTERS];
    while (take_word(scanner, "|")) {
        skip_blanks(scanner);
        const char *start = scanner->at;
        const char *filter = take_name(scanner);
        if (!filter || path->n_filters == MOST_FILTERS) {
            fail(scanner, start,
                 filter ? "this is one filter too many; write at most 4 after “|”"
                        : "the name of a filter is missing here; write it after “|”, as in "
                          "meeting.date | short");
            return false;
        }
        filters[path->n_filters++] = filter;
    }
    path->filters = bp_arena_copy(scanner->draft->reader.arena, filters, (size_t)path->n_filters,
                                  sizeof *filters);
    return true;
}

static bool take_path(struct scanner *scanner, struct bp_path *path)
{
    const char *names[MOST_NAMES];
    skip_blanks(scanner);
    const char *start = scanner->at;
    *path = (struct bp_path){.source = bp_yaml_place_at(scanner->node, start)};
    do {
        const char *name = take_name(scanner);
        if (!name) {
            fail_at(scanner, scanner->at);
            return false;
        }
        if (path->n_names == MOST_NAMES) {
            fail(scanner, start, "no value has so many names; write at most 8 with dots between");
            return false;
        }
        names[path->n_names++] = name;
    } while (scanner->at < scanner->end && *scanner->at == '.' && scanner->at++);
    path->names =
        bp_arena_copy(scanner->draft->reader.arena, names, (size_t)path->n_names, sizeof *names);
    return take_filters(scanner, path);
}

/* A value to compare with: words in quotes, a single word, or a path. */
static bool take_right(struct scanner *scanner, struct bp_test *test)
{
    skip_blanks(scanner);
    const char *start = scanner->at;
    char quote = start < scanner->end ? *start : '\0';
    if (quote == '"' || quote == '\'') {
        const char *close = memchr(start + 1, quote, (size_t)(scanner->end - start - 1));
        if (!close) {
            fail(scanner, start,
                 quote == '"' ? "no \" closes this one; write it after the words"
                              : "no ' closes this one; write it after the words");
            return false;
        }
        test->literal =
            bp_arena_string(scanner->draft->reader.arena, start + 1, (size_t)(close - start - 1));
        scanner->at = close + 1;
        return true;
    }
    size_t length = name_length(scanner);
    if (length > 0 && (start + length == scanner->end || start[length] != '.')) {
        test->literal = take_name(scanner);
        return true;
    }
    return take_path(scanner, &test->right);
}

static struct bp_test *new_test(struct scanner *scanner, enum bp_test_kind kind)
{
    struct bp_test *test = bp_arena_new(scanner->draft->reader.arena, sizeof *test);
    test->kind = kind;
    skip_blanks(scanner);
    test->source = bp_yaml_place_at(scanner->node, scanner->at);
    if (++scanner->n_tests > MOST_TESTS)
        fail(scanner, scanner->node->text,
             "this condition has more than 32 parts; write it with fewer");
    return test;
}

static struct bp_test *negated(struct scanner *scanner, struct bp_test *test)
{
    struct bp_test *not = new_test(scanner, BP_TEST_NOT);
    not ->first = test;
    return not ;
}

/* The kind of comparison that comes next, after a path. */
static enum bp_test_kind take_comparison(struct scanner *scanner, bool *negative)
{
    *negative = false;
    if (take_word(scanner, "is")) {
        *negative = take_word(scanner, "not");
        return take_word(scanner, "number") ? BP_TEST_IS_NUMBER : BP_TEST_IS;
    }
    if (take_word(scanner, "contains"))
        return BP_TEST_CONTAINS;
    if (take_word(scanner, "begins")) {
        if (!take_word(scanner, "with"))
            fail(scanner, scanner->at, "“begins” needs “with” after it; write “begins with”");
        return BP_TEST_BEGINS;
    }
    if (take_word(scanner, "<"))
        return BP_TEST_LESS;
    return take_word(scanner, ">") ? BP_TEST_MORE : BP_TEST_THERE;
}

static struct bp_test *take_test(struct scanner *scanner)
{
    bool negative;
    if (take_word(scanner, "not")) {
        struct bp_test *inner = scanner->n_tests < MOST_TESTS ? take_test(scanner) : NULL;
        return inner ? negated(scanner, inner) : NULL;
    }
    struct bp_test *test = new_test(scanner, BP_TEST_THERE);
    if (!take_path(scanner, &test->left))
        return NULL;
    test->kind = take_comparison(scanner, &negative);
    bool compares = test->kind != BP_TEST_THERE && test->kind != BP_TEST_IS_NUMBER;
    if (compares && !take_right(scanner, test))
        return NULL;
    return negative ? negated(scanner, test) : test;
}

/* Tests with one word between them. */
static struct bp_test *take_all(struct scanner *scanner)
{
    struct bp_test *first = take_test(scanner), *last = first;
    while (last && take_word(scanner, "and"))
        last = last->next = take_test(scanner);
    if (!last || last == first)
        return last ? first : NULL;
    struct bp_test *all = new_test(scanner, BP_TEST_ALL);
    all->first = first;
    return all;
}

static struct bp_test *take_any(struct scanner *scanner)
{
    struct bp_test *first = take_all(scanner), *last = first;
    while (last && take_word(scanner, "or"))
        last = last->next = take_all(scanner);
    if (!last || last == first)
        return last ? first : NULL;
    struct bp_test *any = new_test(scanner, BP_TEST_ANY);
    any->first = first;
    return any;
}

static bool at_end(struct scanner *scanner)
{
    skip_blanks(scanner);
    if (!scanner->failed && scanner->at < scanner->end)
        fail_at(scanner, scanner->at);
    return !scanner->failed;
}

bool bp_path_parse(struct bp_draft *draft, const struct bp_expression *from, struct bp_path *path)
{
    struct scanner scanner = {draft, from->node, from->text, from->text + from->length, 0, false};
    return take_path(&scanner, path) && at_end(&scanner);
}

static bool is_text(struct bp_draft *draft, const struct bp_yaml *node, const char *noun)
{
    if (node->kind == BP_YAML_TEXT && strlen(node->text) <= LONGEST)
        return true;
    bp_report_error(draft->reader.report, &node->source, "wrong-type",
                    "%s should stand here on one line, not %s; write it as in meeting.items", noun,
                    node->kind == BP_YAML_TEXT ? "so many words" : bp_yaml_describe(node));
    return false;
}

bool bp_path_read(struct bp_draft *draft, const struct bp_yaml *node, struct bp_path *path)
{
    if (!is_text(draft, node, "the name of a value"))
        return false;
    struct bp_expression from = {node, node->text, strlen(node->text)};
    return bp_path_parse(draft, &from, path);
}

struct bp_test *bp_test_read(struct bp_draft *draft, const struct bp_yaml *node)
{
    if (!is_text(draft, node, "a condition"))
        return NULL;
    struct scanner scanner = {draft, node, node->text, node->text + strlen(node->text), 0, false};
    struct bp_test *test = take_any(&scanner);
    return at_end(&scanner) ? test : NULL;
}
