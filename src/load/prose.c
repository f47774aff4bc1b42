/* SPDX-License-Identifier: MIT */
#include "load/prose.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <string.h>

#include "load/bound.h"
#include "load/cell.h"
#include "load/encoding.h"
#include "load/entity.h"
#include "load/html.h"
#include "load/link.h"
#include "load/mention.h"
#include "load/note.h"
#include "load/stray.h"

enum { MOST_DEPTH = 64, MOST_LISTS = 4 };

struct maker {
    struct bp_reader *reader;
    const struct bp_yaml *node;
    const char *key; /* what messages call the text */
    struct bp_lines text;
    struct bp_source last; /* of the node before, for those that cmark gives no place */
    GPtrArray *notes;      /* NOTEs in the order of their numbers */
    GPtrArray *calls;      /* NOTE_REFs, and */
    GArray *numbers;       /* the numbers that they call */
    struct bp_prose *parents[MOST_DEPTH + 1];
    struct bp_prose *tails[MOST_DEPTH + 1];
    int counted[MOST_DEPTH + 1]; /* entries of a list so far */
    int depth;
};

/* The place in the file of a byte (from 1, as cmark counts) of the Markdown. */
static struct bp_source place(struct maker *maker, int line, int byte)
{
    int column = bp_lines_column(&maker->text, line, (size_t)MAX(byte - 1, 0));
    return bp_yaml_place(maker->node, line, column);
}

/* Whether the text stands in the file where cmark says, without an escape or entity. */
static bool is_literal(struct maker *maker, cmark_node *node, const char *text)
{
    size_t length, start = (size_t)MAX(cmark_node_get_start_column(node) - 1, 0);
    const char *line = bp_lines_find(&maker->text, cmark_node_get_start_line(node), &length);
    return maker->node->literal && line && start <= length && strlen(text) <= length - start &&
           memcmp(line + start, text, strlen(text)) == 0;
}

static bool error(struct maker *maker, const struct bp_source *at, const char *code,
                  const char *text)
{
    bp_report_error(maker->reader->report, at, code, "%s", text);
    return false;
}

static int count_around(const struct maker *maker, enum bp_prose_kind kind)
{
    int count = 0;
    for (int i = 0; i <= maker->depth; i++)
        count += maker->parents[i]->kind == kind;
    return count;
}

/* Marks that were meant to do something and would be printed instead. */
static void check_text(struct maker *maker, const struct bp_prose *prose)
{
    const char *call = strstr(prose->text, "[^");
    const char *end = call ? strchr(call, ']') : NULL;
    if (end && end > call + 2 && !memchr(call, ' ', (size_t)(end - call))) {
        struct bp_source at = prose->source;
        at.column += (int)g_utf8_strlen(prose->text, call - prose->text);
        bp_report_error(maker->reader->report, &at, "no-such-note",
                        "the footnote %.*s is not in this text; add a line “%.*s: …” below it",
                        (int)(end + 1 - call), call, (int)(end + 1 - call), call);
    }
    if (bp_bound_is_ruling(prose->text, strlen(prose->text)))
        error(maker, &prose->source, "no-table",
              "this line of dashes makes no table; give it as many columns as the line above it");
    if (strstr(prose->text, "**"))
        bp_report_warning(maker->reader->report, &prose->source, "stray-marks",
                          "“**” will be printed as it stands; for bold write **words** without "
                          "spaces inside the stars");
}

/* The words of an image's children: its alternative text. */
static void gather_text(cmark_node *node, GString *out)
{
    cmark_iter *iter = cmark_iter_new(node);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *part = cmark_iter_get_node(iter);
        const char *literal = cmark_node_get_literal(part);
        if (event != CMARK_EVENT_ENTER)
            continue;
        if (literal)
            g_string_append(out, literal);
        else if (cmark_node_get_type(part) == CMARK_NODE_SOFTBREAK)
            g_string_append_c(out, ' ');
    }
    cmark_iter_free(iter);
}

static void set_text(struct maker *maker, cmark_node *node, struct bp_prose *prose,
                     const char *text)
{
    int line = cmark_node_get_start_line(node);
    struct bp_entity bad = {.byte = (size_t)MAX(cmark_node_get_start_column(node) - 1, 0)};
    prose->text = bp_arena_string(maker->reader->arena, text, strlen(text));
    if (!bp_entity_find(&maker->text, line, text, &bad))
        return;
    struct bp_source at = line > 0 ? place(maker, line, (int)bad.byte + 1) : prose->source;
    bp_report_error(maker->reader->report, &at, "bad-character", "%s; delete it", bad.words);
}

static void make_image(struct maker *maker, cmark_node *node, struct bp_prose *prose)
{
    const char *target = cmark_node_get_url(node);
    GString *words = g_string_new(NULL);
    gather_text(node, words);
    g_strstrip(words->str);
    set_text(maker, node, prose, words->str);
    g_string_free(words, TRUE);
    prose->target = bp_arena_string(maker->reader->arena, target, strlen(target));
    if (!*prose->text)
        error(
            maker, &prose->source, "no-alternative",
            "this picture has no words for those who cannot see it; write ![what it shows](file)");
    if (!*prose->target)
        error(maker, &prose->source, "empty-link",
              "this picture names no file; write its path between the round brackets");
    else if (strstr(prose->target, "://"))
        error(maker, &prose->source, "bad-path",
              "pictures are not fetched from the web; save it beside this file and write its path");
    else
        bp_link_check_file(maker->reader, &prose->source, prose->target);
}

static void make_link(struct maker *maker, cmark_node *node, struct bp_prose *prose)
{
    const char *target = cmark_node_get_url(node);
    prose->target = bp_arena_string(maker->reader->arena, target, strlen(target));
    if (!cmark_node_first_child(node))
        error(maker, &prose->source, "empty-link",
              "this link has no words; write them between the square brackets");
    if (bp_link_check(maker->reader, &prose->source, prose->target) && *prose->target == '#')
        g_array_append_val(maker->reader->prose_links, prose);
}

static void make_list(struct maker *maker, cmark_node *node, struct bp_prose *prose)
{
    if (count_around(maker, BP_PROSE_LIST) == MOST_LISTS)
        error(maker, &prose->source, "too-deep",
              "this list stands inside four others; write at most four levels");
    prose->tight = cmark_node_get_list_tight(node);
    if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST)
        prose->start = cmark_node_get_list_start(node);
    if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST && prose->start == 0)
        error(maker, &prose->source, "list-start", "this list starts at 0; start it at 1");
}

static void make_code_block(struct maker *maker, cmark_node *node, struct bp_prose *prose)
{
    int length, offset;
    char mark;
    set_text(maker, node, prose, cmark_node_get_literal(node));
    if (!cmark_node_get_fenced(node, &length, &offset, &mark))
        bp_report_warning(maker->reader->report, &prose->source, "code",
                          "this is indented by four spaces or more below an empty line and will be "
                          "printed as computer code; indent it less");
}

static void make_call(struct maker *maker, cmark_node *node, struct bp_prose *prose)
{
    const char *literal = cmark_node_get_literal(node);
    int number = literal ? (int)g_ascii_strtoll(literal, NULL, 10) : 0;
    if (count_around(maker, BP_PROSE_NOTE))
        error(maker, &prose->source, "note-in-note",
              "a footnote cannot call another footnote; write its words here");
    g_ptr_array_add(maker->calls, prose);
    g_array_append_val(maker->numbers, number);
}

static void check_row(struct maker *maker, cmark_node *node, const struct bp_prose *prose)
{
    int columns = cmark_gfm_extensions_get_table_columns(cmark_node_parent(node));
    int cells = bp_cell_count(&maker->text, cmark_node_get_start_line(node),
                              (size_t)MAX(cmark_node_get_start_column(node) - 1, 0));
    if (cells > columns)
        bp_report_error(maker->reader->report, &prose->source, "too-many-cells",
                        "this row has %d cells and the table's header %d, so the last would be "
                        "left out; add a column to the header, or write \\| for a bar in the text",
                        cells, columns);
}

/* The extensions' node types are known by their names only. */
static bool make_extended(struct maker *maker, cmark_node *node, struct bp_prose *prose)
{
    const char *type = cmark_node_get_type_string(node);
    if (strcmp(type, "strikethrough") == 0) {
        prose->kind = BP_PROSE_STRIKE;
    } else if (strcmp(type, "table") == 0) {
        prose->kind = BP_PROSE_TABLE;
        prose->header_rows = 1;
    } else if (strcmp(type, "table_header") == 0 || strcmp(type, "table_row") == 0) {
        prose->kind = BP_PROSE_ROW;
        check_row(maker, node, prose);
    } else if (strcmp(type, "table_cell") == 0) {
        prose->kind = BP_PROSE_CELL;
        prose->align = bp_cell_align(node);
    } else {
        return false;
    }
    return true;
}

static void check_words(struct maker *maker, cmark_node *node, const struct bp_prose *prose)
{
    if (!cmark_node_first_child(node))
        error(maker, &prose->source, "missing",
              prose->kind == BP_PROSE_ITEM
                  ? "this list entry has no words; write them, or delete it"
                  : "this heading has no words; write them, or delete it");
}

static void check_number(struct maker *maker, cmark_node *node, const struct bp_prose *prose)
{
    const struct bp_prose *list = maker->parents[maker->depth];
    int byte = cmark_node_get_start_column(node) - 1;
    int number = list->start + maker->counted[maker->depth]++;
    if (list->start > 0 && byte >= 0)
        bp_stray_check_number(
            maker->reader, &prose->source,
            &(struct bp_stray_place){&maker->text, cmark_node_get_start_line(node), (size_t)byte},
            number, !cmark_node_previous(node) && !cmark_node_next(node));
}

/* Fills the node's fields; false when its children are not to be gone into. One case a type. */
static bool make_node(struct maker *maker, cmark_node *node, struct bp_prose *prose)
{
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
        prose->kind = BP_PROSE_PARAGRAPH;
        return true;
    case CMARK_NODE_HEADING:
        prose->kind = BP_PROSE_HEADING;
        prose->level = cmark_node_get_heading_level(node);
        check_words(maker, node, prose);
        return true;
    case CMARK_NODE_LIST:
        prose->kind = BP_PROSE_LIST;
        make_list(maker, node, prose);
        return true;
    case CMARK_NODE_ITEM:
        prose->kind = BP_PROSE_ITEM;
        check_words(maker, node, prose);
        check_number(maker, node, prose);
        return true;
    case CMARK_NODE_BLOCK_QUOTE:
        prose->kind = BP_PROSE_QUOTE;
        return true;
    case CMARK_NODE_THEMATIC_BREAK:
        prose->kind = BP_PROSE_RULE;
        return false;
    case CMARK_NODE_CODE_BLOCK:
        prose->kind = BP_PROSE_CODE_BLOCK;
        make_code_block(maker, node, prose);
        return false;
    case CMARK_NODE_TEXT:
        prose->kind = BP_PROSE_TEXT;
        set_text(maker, node, prose, cmark_node_get_literal(node));
        prose->literal = is_literal(maker, node, prose->text);
        check_text(maker, prose);
        return false;
    case CMARK_NODE_SOFTBREAK:
        prose->kind = BP_PROSE_SPACE;
        return false;
    case CMARK_NODE_LINEBREAK:
        prose->kind = BP_PROSE_BREAK;
        return false;
    case CMARK_NODE_CODE:
        prose->kind = BP_PROSE_CODE;
        set_text(maker, node, prose, cmark_node_get_literal(node));
        prose->literal = is_literal(maker, node, prose->text);
        return false;
    case CMARK_NODE_EMPH:
        prose->kind = BP_PROSE_EMPHASIS;
        return true;
    case CMARK_NODE_STRONG:
        prose->kind = BP_PROSE_STRONG;
        return true;
    case CMARK_NODE_LINK:
        prose->kind = BP_PROSE_LINK;
        make_link(maker, node, prose);
        return true;
    case CMARK_NODE_IMAGE:
        prose->kind = BP_PROSE_IMAGE;
        make_image(maker, node, prose);
        return false;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
        prose->kind = BP_PROSE_NOTE;
        g_ptr_array_add(maker->notes, prose);
        return true;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
        prose->kind = BP_PROSE_NOTE_REF;
        make_call(maker, node, prose);
        return false;
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_HTML_INLINE:
        bp_html_report(maker->reader, &prose->source, cmark_node_get_literal(node));
        return false;
    default:
        return make_extended(maker, node, prose);
    }
}

static bool add_node(struct maker *maker, cmark_node *node, bool *descend)
{
    struct bp_prose *prose = bp_arena_new(maker->reader->arena, sizeof *prose);
    struct bp_prose *parent = maker->parents[maker->depth];
    int line = cmark_node_get_start_line(node);
    if (line > 0)
        maker->last = place(maker, line, cmark_node_get_start_column(node));
    prose->source = maker->last;
    *descend = make_node(maker, node, prose) && cmark_node_first_child(node);
    if (maker->tails[maker->depth])
        maker->tails[maker->depth]->next = prose;
    else
        parent->first = prose;
    maker->tails[maker->depth] = prose;
    if (!*descend)
        return true;
    if (maker->depth == MOST_DEPTH)
        return error(maker, &prose->source, "too-deep",
                     "this stands inside too many marks or lists; write it more simply");
    maker->depth++;
    maker->parents[maker->depth] = prose;
    maker->tails[maker->depth] = NULL;
    maker->counted[maker->depth] = 0;
    return true;
}

/* Goes through cmark's tree without recursion: its depth is the writer's choice. */
static bool copy_tree(struct maker *maker, cmark_node *document)
{
    cmark_node *node = cmark_node_first_child(document);
    while (node) {
        bool descend;
        if (!add_node(maker, node, &descend))
            return false;
        if (descend) {
            node = cmark_node_first_child(node);
            continue;
        }
        while (node != document && !cmark_node_next(node)) {
            node = cmark_node_parent(node);
            maker->depth--;
        }
        node = node == document ? NULL : cmark_node_next(node);
    }
    return true;
}

static void join_notes(struct maker *maker)
{
    for (guint i = 0; i < maker->calls->len; i++) {
        struct bp_prose *call = maker->calls->pdata[i];
        int number = g_array_index(maker->numbers, int, i);
        if (number >= 1 && number <= (int)maker->notes->len)
            call->note = maker->notes->pdata[number - 1];
        else
            error(maker, &call->source, "no-such-note",
                  "this footnote is not in the text; add a line for it below, [^1]: …");
    }
}

static void report_lost(struct maker *maker)
{
    GArray *lost = bp_note_find_lost(&maker->text);
    for (guint i = 0; i < lost->len; i++) {
        const struct bp_note *note = &g_array_index(lost, struct bp_note, i);
        struct bp_source at = place(maker, note->line, (int)note->byte + 1);
        const char *label = bp_reader_clip(maker->reader, note->label);
        if (note->repeated)
            bp_report_error(maker->reader->report, &at, "duplicate-note",
                            "[%s] is here for a second time and would be left out; give it a label "
                            "of its own",
                            label);
        else if (*label == '^')
            bp_report_error(maker->reader->report, &at, "unused-note",
                            "nothing calls this footnote, so it would be left out; write [%s] "
                            "where it belongs",
                            label);
        else
            bp_report_error(maker->reader->report, &at, "unused-note",
                            "this line would be left out as the address of a link [%s]; to print "
                            "it write \\[%s]",
                            label, label);
    }
    g_array_free(lost, TRUE);
}

/* cmark keeps its extensions, and which characters they take, in variables of its own. */
static cmark_node *parse(const struct bp_lines *text)
{
    static GMutex mutex;
    static const char *const extensions[] = {"table", "strikethrough", "autolink"};
    g_mutex_lock(&mutex);
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
    for (size_t i = 0; i < G_N_ELEMENTS(extensions); i++)
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
    cmark_parser_feed(parser, text->data, text->size);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    g_mutex_unlock(&mutex);
    cmark_consolidate_text_nodes(document);
    return document;
}

/* The file's own characters are known to be closed. */
static void check_turn(struct maker *maker)
{
    gunichar character;
    const char *data = maker->text.data;
    const char *turn = bp_encoding_find_turn(data, maker->text.size, true, &character);
    if (!turn)
        return;
    int line = 1;
    size_t start = 0;
    for (size_t i = 0; data + i < turn; i++) {
        line += data[i] == '\n';
        start = data[i] == '\n' ? i + 1 : start;
    }
    struct bp_source at = place(maker, line, (int)((size_t)(turn - data) - start) + 1);
    bp_encoding_report_turn(&at, character, maker->reader->report);
}

static bool check_bounds(struct maker *maker)
{
    int line;
    size_t byte;
    const char *fault = bp_bound_check(&maker->text, &line, &byte);
    if (!fault)
        return true;
    struct bp_source at = place(maker, line, (int)byte + 1);
    return error(maker, &at, "too-much", fault);
}

static struct bp_prose *make_prose(struct maker *maker)
{
    struct bp_prose *root = bp_arena_new(maker->reader->arena, sizeof *root);
    root->source = maker->node->source;
    root->kind = BP_PROSE_ROOT;
    maker->parents[0] = root;
    if (!check_bounds(maker))
        return NULL;
    check_turn(maker);
    bp_stray_check(maker->reader, maker->node, &maker->text, maker->key);
    report_lost(maker);
    cmark_node *document = parse(&maker->text);
    bool copied = copy_tree(maker, document);
    cmark_node_free(document);
    if (copied)
        join_notes(maker);
    return copied && root->first ? root : NULL;
}

struct bp_prose *bp_prose_read(struct bp_reader *reader, const struct bp_yaml *node,
                               const char *key)
{
    if (node->kind != BP_YAML_TEXT) {
        bp_report_error(reader->report, &node->source, "wrong-type",
                        "“%s” should be text, not %s; write the words after it, or “|” and all the "
                        "words below it, indented",
                        key, bp_yaml_describe(node));
        return NULL;
    }
    if (node->text[strspn(node->text, " \t\r\n")] == '\0') {
        bp_report_error(reader->report, &node->source, "missing",
                        "“%s” has no words; write them, or delete it", key);
        return NULL;
    }
    struct maker maker = {.reader = reader,
                          .node = node,
                          .key = key,
                          .last = node->source,
                          .notes = g_ptr_array_new(),
                          .calls = g_ptr_array_new(),
                          .numbers = g_array_new(FALSE, FALSE, sizeof(int))};
    bp_lines_init(&maker.text, node->source.file, node->text, strlen(node->text));
    struct bp_prose *root = make_prose(&maker);
    bp_mention_prose(reader, root);
    bp_lines_finish(&maker.text);
    g_array_free(maker.numbers, TRUE);
    g_ptr_array_free(maker.calls, TRUE);
    g_ptr_array_free(maker.notes, TRUE);
    return root;
}
