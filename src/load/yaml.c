/* SPDX-License-Identifier: MIT */
#include "load/yaml.h"

#include <glib.h>
#include <string.h>
#include <yaml.h>

#include "load/encoding.h"
#include "load/mend.h"
#include "load/miskey.h"
#include "load/slip.h"

enum { MOST_LEVELS = 64, MOST_NODES = 200000, MOST_TEXT = 8 << 20 };

/* What an "&name" stands for, and what a "*name" of it costs. */
struct anchor {
    struct bp_yaml *node; /* NULL until its end: an alias inside would make a circle */
    struct bp_source source;
    int nodes;
    size_t text;
    bool used;
};

struct builder {
    yaml_parser_t parser;
    struct bp_lines *lines;
    const char *mend; /* of an empty file; NULL: it needs none */
    struct bp_arena *arena;
    struct bp_report *report;
    GHashTable *anchors; /* name to struct anchor */
    int nodes;
    size_t text;
    int level;
};

static struct bp_yaml *build_node(struct builder *builder, yaml_event_t *event);

static struct bp_source source_of(const struct builder *builder, yaml_mark_t mark)
{
    return (struct bp_source){builder->lines->file, (int)mark.line + 1, (int)mark.column + 1};
}

static bool next_event(struct builder *builder, yaml_event_t *event)
{
    const yaml_parser_t *parser = &builder->parser;
    if (yaml_parser_parse(&builder->parser, event))
        return true;
    struct bp_yaml_fault fault = {
        .problem = parser->problem ? parser->problem : "",
        .context = parser->context ? parser->context : "",
        .line = (int)parser->problem_mark.line + 1,
        .column = (int)parser->problem_mark.column + 1,
        .context_line = (int)parser->context_mark.line + 1,
        .context_column = (int)parser->context_mark.column + 1,
    };
    int line = strstr(fault.context, "simple key") ? fault.context_line : fault.line;
    if (!bp_miskey_long(builder->lines, line, builder->report))
        bp_mend_report(builder->lines, &fault, builder->report);
    return false;
}

static bool count(struct builder *builder, int nodes, size_t text, const struct bp_source *at)
{
    builder->nodes += nodes;
    builder->text += text;
    if (builder->nodes <= MOST_NODES && builder->text <= MOST_TEXT)
        return true;
    bp_report_error(builder->report, at, "too-large",
                    "from here on the file holds more than 200,000 values or 8 MiB of text; split "
                    "it, or write long tables as Markdown");
    return false;
}

static struct bp_yaml *new_node(struct builder *builder, enum bp_yaml_kind kind, yaml_mark_t mark)
{
    struct bp_yaml *node = bp_arena_new(builder->arena, sizeof *node);
    node->kind = kind;
    node->source = source_of(builder, mark);
    return count(builder, 1, 0, &node->source) ? node : NULL;
}

static bool refuse_tag(struct builder *builder, const yaml_char_t *tag, yaml_mark_t mark)
{
    if (!tag)
        return true;
    struct bp_source at = source_of(builder, mark);
    bp_report_error(builder->report, &at, "leading-mark",
                    "a value cannot start with “!”, which has a meaning of its own; put the whole "
                    "value in quotes");
    return false;
}

static struct anchor *add_anchor(struct builder *builder, const yaml_char_t *name, yaml_mark_t mark)
{
    if (!name)
        return NULL;
    struct anchor *anchor = bp_arena_new(builder->arena, sizeof *anchor);
    anchor->source = source_of(builder, mark);
    anchor->nodes = builder->nodes;
    anchor->text = builder->text;
    g_hash_table_replace(builder->anchors, g_strdup((const char *)name), anchor);
    return anchor;
}

static void end_anchor(struct builder *builder, struct anchor *anchor, struct bp_yaml *node)
{
    if (!anchor)
        return;
    anchor->node = node;
    anchor->nodes = builder->nodes - anchor->nodes;
    anchor->text = builder->text - anchor->text;
}

static struct bp_yaml *build_alias(struct builder *builder, yaml_event_t *event)
{
    const char *name = (const char *)event->data.alias.anchor;
    struct bp_source at = source_of(builder, event->start_mark);
    struct anchor *anchor = g_hash_table_lookup(builder->anchors, name);
    if (!anchor || !anchor->node) {
        bp_mend_leading(builder->lines, &at, builder->report);
        return NULL;
    }
    anchor->used = true;
    return count(builder, anchor->nodes, anchor->text, &at) ? anchor->node : NULL;
}

/* Escapes in quotes can make characters that the file itself was searched for. A tab
 * comes of "C:\temp". */
static bool check_characters(struct builder *builder, const struct bp_yaml *node, size_t length)
{
    char spare[80];
    const char *end = node->text + length;
    for (const char *at = node->text; at < end; at = g_utf8_next_char(at)) {
        const char *fault = *at == '\t' ? "a tab" : bp_encoding_fault(g_utf8_get_char(at), spare);
        if (!fault)
            continue;
        bp_report_error(
            builder->report, &node->source, "bad-character",
            "the quotes hold %s; delete it, or, if a backslash is meant there, write it "
            "twice, \\\\",
            fault);
        return false;
    }
    return true;
}

/* Left open, it would change the direction of our own words beside the value. */
static void check_turn(struct builder *builder, const struct bp_yaml *node, size_t length)
{
    gunichar character;
    const char *turn = bp_encoding_find_turn(node->text, length, false, &character);
    if (!turn)
        return;
    int line = 1;
    const char *start = node->text;
    for (const char *at = start; at < turn; at++) {
        line += *at == '\n';
        start = *at == '\n' ? at + 1 : start;
    }
    struct bp_source at = bp_yaml_place(node, line, (int)g_utf8_strlen(start, turn - start) + 1);
    bp_encoding_report_turn(&at, character, builder->report);
}

/* The columns before a block's text: where its first line with words stands. */
static int find_indent(struct builder *builder, const struct bp_yaml *node)
{
    const char *text = node->text;
    int line = node->source.line + 1;
    for (; *text == '\n'; text++)
        line++;
    size_t length;
    const char *raw = bp_lines_find(builder->lines, line, &length);
    int own = (int)strspn(text, " ");
    int all = 0;
    while (raw && (size_t)all < length && raw[all] == ' ')
        all++;
    return MAX(all - own, 0);
}

/* Whether a text on one line stands there without an escape. */
static bool is_literal(struct builder *builder, const struct bp_yaml *node, size_t length)
{
    const struct bp_source *at = &node->source;
    size_t start = bp_lines_offset(builder->lines, at->line, at->column + (node->quoted ? 1 : 0));
    return length <= builder->lines->size - start &&
           memcmp(builder->lines->data + start, node->text, length) == 0;
}

static struct bp_yaml *build_text(struct builder *builder, yaml_event_t *event)
{
    struct bp_yaml *node = new_node(builder, BP_YAML_TEXT, event->start_mark);
    size_t length = event->data.scalar.length;
    yaml_scalar_style_t style = event->data.scalar.style;
    if (!node || !count(builder, 0, length, &node->source))
        return NULL;
    node->text = bp_arena_string(builder->arena, (const char *)event->data.scalar.value, length);
    node->plain = style == YAML_PLAIN_SCALAR_STYLE;
    node->quoted =
        style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    node->one_line = event->start_mark.line == event->end_mark.line;
    node->indent = style == YAML_LITERAL_SCALAR_STYLE ? find_indent(builder, node) : -1;
    node->literal = node->indent >= 0 || (node->one_line && is_literal(builder, node, length));
    if (node->quoted && !check_characters(builder, node, length))
        return NULL;
    check_turn(builder, node, length);
    if (node->plain) {
        struct bp_source end = source_of(builder, event->end_mark);
        bp_slip_check(builder->lines, &node->source, &end, node->text, builder->report);
    }
    return node;
}

static struct bp_yaml *build_list(struct builder *builder, yaml_event_t *event)
{
    struct bp_yaml *node = new_node(builder, BP_YAML_LIST, event->start_mark);
    if (!node)
        return NULL;
    node->flow = event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    GPtrArray *items = g_ptr_array_new();
    yaml_event_t next;
    struct bp_yaml *item = NULL;
    while (next_event(builder, &next)) {
        bool end = next.type == YAML_SEQUENCE_END_EVENT;
        item = end ? node : build_node(builder, &next);
        yaml_event_delete(&next);
        if (end || !item)
            break;
        g_ptr_array_add(items, item);
        item = NULL;
    }
    node->n_items = (int)items->len;
    node->items = bp_arena_copy(builder->arena, items->pdata, items->len, sizeof *node->items);
    g_ptr_array_free(items, TRUE);
    return item;
}

/* A key must be a text that the map has not had; a fault here does not end the reading. */
static bool check_key(struct builder *builder, const struct bp_yaml *key, GHashTable *seen)
{
    if (key->kind != BP_YAML_TEXT) {
        bp_report_error(builder->report, &key->source, "bad-key",
                        "%s stands where a key belongs; write “key: value”", bp_yaml_describe(key));
        return false;
    }
    const struct bp_yaml *first = g_hash_table_lookup(seen, key->text);
    if (!first) {
        g_hash_table_insert(seen, (gpointer)(gsize)key->text, (gpointer)(gsize)key);
        return true;
    }
    bp_report_error(builder->report, &key->source, "duplicate-key",
                    "“%.60s” is here for a second time, after line %d; keep one of the two",
                    key->text, first->source.line);
    return false;
}

/* One pair; NULL at the map's end and on a fault, which `ended` tells apart. */
static bool build_pair(struct builder *builder, struct bp_yaml_pair *pair, bool *ended)
{
    yaml_event_t event;
    if (!next_event(builder, &event))
        return false;
    *ended = event.type == YAML_MAPPING_END_EVENT;
    pair->key = *ended ? NULL : build_node(builder, &event);
    yaml_event_delete(&event);
    if (!pair->key || !next_event(builder, &event))
        return false;
    pair->value = build_node(builder, &event);
    yaml_event_delete(&event);
    return pair->value != NULL;
}

static struct bp_yaml *build_map(struct builder *builder, yaml_event_t *event)
{
    struct bp_yaml *node = new_node(builder, BP_YAML_MAP, event->start_mark);
    if (!node)
        return NULL;
    node->flow = event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    GArray *pairs = g_array_new(FALSE, FALSE, sizeof(struct bp_yaml_pair));
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    struct bp_yaml_pair pair;
    bool ended = false;
    while (build_pair(builder, &pair, &ended))
        if (check_key(builder, pair.key, seen))
            g_array_append_val(pairs, pair);
    node->n_pairs = (int)pairs->len;
    node->pairs = bp_arena_copy(builder->arena, pairs->data, pairs->len, sizeof pair);
    g_hash_table_destroy(seen);
    g_array_free(pairs, TRUE);
    return ended ? node : NULL;
}

static struct bp_yaml *build_nested(struct builder *builder, yaml_event_t *event)
{
    if (builder->level == MOST_LEVELS) {
        struct bp_source at = source_of(builder, event->start_mark);
        bp_report_error(builder->report, &at, "too-deep",
                        "this stands inside more than %d others; a file needs far fewer, so "
                        "check the brackets and the indentation",
                        MOST_LEVELS);
        return NULL;
    }
    builder->level++;
    struct bp_yaml *node = event->type == YAML_SEQUENCE_START_EVENT ? build_list(builder, event)
                                                                    : build_map(builder, event);
    builder->level--;
    return node;
}

static struct bp_yaml *build_node(struct builder *builder, yaml_event_t *event)
{
    const yaml_char_t *name = NULL;
    const yaml_char_t *tag = NULL;
    if (event->type == YAML_ALIAS_EVENT)
        return build_alias(builder, event);
    if (event->type == YAML_SCALAR_EVENT) {
        name = event->data.scalar.anchor;
        tag = event->data.scalar.tag;
    } else if (event->type == YAML_SEQUENCE_START_EVENT) {
        name = event->data.sequence_start.anchor;
        tag = event->data.sequence_start.tag;
    } else {
        name = event->data.mapping_start.anchor;
        tag = event->data.mapping_start.tag;
    }
    if (!refuse_tag(builder, tag, event->start_mark))
        return NULL;
    struct anchor *anchor = add_anchor(builder, name, event->start_mark);
    struct bp_yaml *node = event->type == YAML_SCALAR_EVENT ? build_text(builder, event)
                                                            : build_nested(builder, event);
    end_anchor(builder, anchor, node);
    return node;
}

static bool expect(struct builder *builder, yaml_event_t *event, yaml_event_type_t type)
{
    if (!next_event(builder, event))
        return false;
    if (event->type == type)
        return true;
    yaml_event_delete(event);
    return false;
}

static void report_empty(struct builder *builder)
{
    if (!builder->mend)
        return;
    struct bp_source at = {builder->lines->file, 1, 1};
    bool blank = true;
    for (size_t i = 0; blank && i < builder->lines->size; i++)
        blank = g_ascii_isspace(builder->lines->data[i]);
    bp_report_error(builder->report, &at, "empty-file", "%s; %s",
                    blank ? "this file is empty" : "this file holds comments only", builder->mend);
}

/* Past the document's end: only the stream's end may follow. */
static bool check_end(struct builder *builder)
{
    yaml_event_t event;
    if (!expect(builder, &event, YAML_DOCUMENT_END_EVENT))
        return false;
    yaml_event_delete(&event);
    if (!next_event(builder, &event))
        return false;
    struct bp_source at = source_of(builder, event.start_mark);
    bool ended = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
    if (!ended)
        bp_report_error(builder->report, &at, "second-document",
                        "this line ends the data, and what follows it would be left out; delete "
                        "the line");
    return ended;
}

static void check_anchors(struct builder *builder)
{
    GHashTableIter iter;
    gpointer name, value;
    g_hash_table_iter_init(&iter, builder->anchors);
    while (g_hash_table_iter_next(&iter, &name, &value)) {
        const struct anchor *anchor = value;
        if (!anchor->used)
            bp_report_error(builder->report, &anchor->source, "leading-mark",
                            "“&%s” would be left out, because “&” at a value's start has a meaning "
                            "of its own; put the whole value in quotes",
                            (const char *)name);
    }
}

static struct bp_yaml *build_document(struct builder *builder)
{
    yaml_event_t event;
    if (!expect(builder, &event, YAML_STREAM_START_EVENT))
        return NULL;
    yaml_event_delete(&event);
    if (!next_event(builder, &event))
        return NULL;
    bool empty = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
    if (empty) {
        report_empty(builder);
        return NULL;
    }
    if (!next_event(builder, &event))
        return NULL;
    struct bp_yaml *root = build_node(builder, &event);
    yaml_event_delete(&event);
    if (!root || !check_end(builder))
        return NULL;
    check_anchors(builder);
    return root;
}

struct bp_yaml *bp_yaml_read(struct bp_lines *lines, const char *mend, struct bp_arena *arena,
                             struct bp_report *report)
{
    if (!bp_slip_check_directives(lines, report))
        return NULL;
    struct builder builder = {.lines = lines, .mend = mend, .arena = arena, .report = report};
    if (!yaml_parser_initialize(&builder.parser))
        g_error("out of memory");
    builder.anchors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    yaml_parser_set_encoding(&builder.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&builder.parser, (const unsigned char *)lines->data, lines->size);
    struct bp_yaml *root = build_document(&builder);
    g_hash_table_destroy(builder.anchors);
    yaml_parser_delete(&builder.parser);
    return root;
}

bool bp_yaml_is_empty(const struct bp_yaml *node)
{
    return node->kind == BP_YAML_TEXT && node->plain &&
           (!*node->text || strcmp(node->text, "~") == 0 || strcmp(node->text, "null") == 0);
}

struct bp_yaml *bp_yaml_find(const struct bp_yaml *map, const char *key)
{
    for (int i = 0; map->kind == BP_YAML_MAP && i < map->n_pairs; i++)
        if (strcmp(map->pairs[i].key->text, key) == 0)
            return bp_yaml_is_empty(map->pairs[i].value) ? NULL : map->pairs[i].value;
    return NULL;
}

struct bp_source bp_yaml_place(const struct bp_yaml *node, int line, int column)
{
    struct bp_source at = node->source;
    if (node->indent >= 0) {
        at.line += line;
        at.column = node->indent + column;
    } else if (node->one_line) {
        at.column += column - 1 + (node->quoted ? 1 : 0);
    }
    return at;
}

struct bp_source bp_yaml_place_at(const struct bp_yaml *node, const char *at)
{
    int line = 1, column = 1;
    for (const char *c = node->text; c < at; c = g_utf8_next_char(c)) {
        column = *c == '\n' ? 1 : column + 1;
        line += *c == '\n';
    }
    return bp_yaml_place(node, line, column);
}

const char *bp_yaml_describe(const struct bp_yaml *node)
{
    if (node->kind == BP_YAML_LIST)
        return "a list";
    return node->kind == BP_YAML_MAP ? "a group of keys" : "text";
}
