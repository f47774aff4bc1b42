/* SPDX-License-Identifier: MIT */
#include "load/pattern.h"

#include <string.h>

#include "load/expression.h"
#include "load/language.h"

enum { MOST_DEPTH = 12, LONGEST_TEXT = 4000 };

static const char *const keys[] = {"text",  "first",    "join", "by",       "when",
                                   "style", "emphasis", "link", "language", NULL};

/* Signs that can't be seen in a file. */
static const struct {
    const char *name;
    const char *sign;
} signs[] = {{"tab", "\t"}, {"newline", "\n"}};

const char *const *bp_pattern_keys(void)
{
    return keys;
}

static struct bp_pattern *read(struct bp_draft *draft, const struct bp_yaml *node, const char *key,
                               int depth);

static struct bp_pattern *new_pattern(struct bp_draft *draft, enum bp_pattern_kind kind,
                                      struct bp_source source)
{
    struct bp_pattern *pattern = bp_arena_new(draft->reader.arena, sizeof *pattern);
    pattern->kind = kind;
    pattern->source = source;
    return pattern;
}

/* "$${" stands for "${" itself. */
static struct bp_pattern *literal(struct bp_draft *draft, const struct bp_yaml *node,
                                  const char *from, const char *to)
{
    GString *words = g_string_new(NULL);
    for (const char *c = from; c < to; c++) {
        if (c + 2 < to && strncmp(c, "$${", 3) == 0)
            continue;
        g_string_append_c(words, *c);
    }
    struct bp_pattern *pattern =
        new_pattern(draft, BP_PATTERN_LITERAL, bp_yaml_place_at(node, from));
    pattern->literal = bp_arena_string(draft->reader.arena, words->str, words->len);
    g_string_free(words, TRUE);
    return pattern;
}

/* The next "${" that is meant, or NULL. */
static const char *next_value(const char *text)
{
    for (const char *c = text; (c = strstr(c, "${")) != NULL; c += 2)
        if (c == text || c[-1] != '$')
            return c;
    return NULL;
}

static struct bp_pattern *value(struct bp_draft *draft, const struct bp_yaml *node,
                                const char *open, const char *close)
{
    struct bp_pattern *pattern = new_pattern(draft, BP_PATTERN_VALUE, bp_yaml_place_at(node, open));
    struct bp_expression from = {node, open + 2, (size_t)(close - open - 2)};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (strlen(signs[i].name) == from.length &&
            strncmp(signs[i].name, from.text, from.length) == 0) {
            pattern->kind = BP_PATTERN_LITERAL;
            pattern->literal = signs[i].sign;
            return pattern;
        }
    return bp_path_parse(draft, &from, &pattern->value) ? pattern : NULL;
}

/* One part alone, or all of them. */
static struct bp_pattern *read_string(struct bp_draft *draft, const struct bp_yaml *node,
                                      const char *key)
{
    struct bp_pattern *whole = new_pattern(draft, BP_PATTERN_WHOLE, node->source);
    struct bp_pattern **next = &whole->first;
    const char *at = node->text;
    if (strlen(at) > LONGEST_TEXT) {
        bp_report_error(draft->reader.report, &node->source, "too-long",
                        "“%s” has %zu bytes; write at most %d", key, strlen(at), LONGEST_TEXT);
        return NULL;
    }
    for (const char *open; *at; at = open) {
        open = next_value(at);
        if (open == at) {
            const char *close = strchr(open, '}');
            if (!close) {
                struct bp_source source = bp_yaml_place_at(node, open);
                bp_report_error(draft->reader.report, &source, "bad-expression",
                                "no “}” closes this “${”; write one after the value’s name");
                return NULL;
            }
            *next = value(draft, node, open, close);
            open = close + 1;
        } else {
            open = open ? open : at + strlen(at);
            *next = literal(draft, node, at, open);
        }
        if (!*next)
            return NULL;
        next = &(*next)->next;
    }
    return whole->first && !whole->first->next ? whole->first : whole;
}

static struct bp_pattern *read_list(struct bp_draft *draft, const struct bp_yaml *node,
                                    enum bp_pattern_kind kind, const char *key, int depth)
{
    struct bp_pattern *list = new_pattern(draft, kind, node->source);
    struct bp_pattern **next = &list->first;
    if (node->kind != BP_YAML_LIST) {
        bp_report_error(draft->reader.report, &node->source, "wrong-type",
                        "“%s” should be a list, but %s stands here; write each part on a line of "
                        "its own after “- ”",
                        key, bp_yaml_describe(node));
        return NULL;
    }
    for (int i = 0; i < node->n_items; i++) {
        *next = read(draft, node->items[i], key, depth + 1);
        if (*next)
            next = &(*next)->next;
    }
    return list;
}

/* What a map says of its words: when, in which style, where they lead. */
static struct bp_pattern *dress(struct bp_draft *draft, const struct bp_yaml *node,
                                struct bp_pattern *words, int depth)
{
    const struct bp_yaml *when = bp_yaml_find(node, "when");
    const struct bp_yaml *style = bp_yaml_find(node, "style");
    const struct bp_yaml *link = bp_yaml_find(node, "link");
    struct bp_pattern *dressed = new_pattern(draft, BP_PATTERN_LIST, node->source);
    dressed->first = words;
    dressed->when = when ? bp_test_read(draft, when) : NULL;
    dressed->style_name = style ? bp_reader_words(&draft->reader, style, "style").text : NULL;
    if (style)
        dressed->source = style->source;
    dressed->link = link ? read(draft, link, "link", depth + 1) : NULL;
    dressed->emphasis = bp_draft_flag(draft, node, "emphasis", false);
    if (bp_yaml_find(node, "language"))
        dressed->language = bp_language_read(&draft->reader, node);
    return dressed;
}

static struct bp_pattern *read_map(struct bp_draft *draft, const struct bp_yaml *node,
                                   const char *key, int depth)
{
    const struct bp_yaml *text = bp_yaml_find(node, "text");
    const struct bp_yaml *first = bp_yaml_find(node, "first");
    const struct bp_yaml *join = bp_yaml_find(node, "join");
    const struct bp_yaml *by = bp_yaml_find(node, "by");
    struct bp_pattern *words = NULL;
    struct bp_tally before = bp_report_tally(draft->reader.report);
    if (!bp_draft_keys(draft, node, "a text", keys) ||
        bp_report_tally(draft->reader.report).errors > before.errors)
        return NULL;
    if ((text != NULL) + (first != NULL) + (join != NULL) != 1 || (by && !join)) {
        bp_report_error(draft->reader.report, &node->source, "bad-text",
                        "a text with keys has one of “text”, “first” and “join”, and “by” only "
                        "beside “join”; write “text: ” and the words");
        return NULL;
    }
    if (text)
        words = read(draft, text, key, depth + 1);
    else
        words = read_list(draft, first ? first : join, first ? BP_PATTERN_FIRST : BP_PATTERN_JOIN,
                          first ? "first" : "join", depth);
    if (words && by)
        words->literal = by->kind == BP_YAML_TEXT ? by->text : ", ";
    return words ? dress(draft, node, words, depth) : NULL;
}

static struct bp_pattern *read(struct bp_draft *draft, const struct bp_yaml *node, const char *key,
                               int depth)
{
    if (depth > MOST_DEPTH) {
        bp_report_error(draft->reader.report, &node->source, "too-deep",
                        "this text stands in too many others; write it with at most %d levels",
                        MOST_DEPTH);
        return NULL;
    }
    switch (node->kind) {
    case BP_YAML_TEXT:
        return read_string(draft, node, key);
    case BP_YAML_LIST:
        return read_list(draft, node, BP_PATTERN_LIST, key, depth);
    case BP_YAML_MAP:
        return read_map(draft, node, key, depth);
    }
    return NULL;
}

struct bp_pattern *bp_pattern_read(struct bp_draft *draft, const struct bp_yaml *node,
                                   const char *key)
{
    return read(draft, node, key, 0);
}
