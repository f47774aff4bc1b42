/* SPDX-License-Identifier: MIT */
/*
 * For the tests of layout: a document made by hand on a small page, laid out with real faces, and
 * what they ask of the pages. The text column is 260 pt wide and begins at 90; 15 lines of 14 pt
 * fill a page.
 */
#ifndef TESTS_UNIT_LAID_H
#define TESTS_UNIT_LAID_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>

#include "layout/dump.h"
#include "layout/layout.h"

#define LAID_TYPE(points)                                                                          \
    {                                                                                              \
        .family = "Open Sans", .weight = 400, .size = points                                       \
    }

enum { LAID_TOP = 40, LAID_FOOT = 260, LAID_SIDE = 30, LAID_TEXT = 90, LAID_END = 350 };

static const struct bp_style laid_plain = {
    .name = "plain", .type = LAID_TYPE(10), .leading = 14, .orphans = 1, .widows = 1};
static const struct bp_style laid_table = {
    .name = "table", .type = LAID_TYPE(10), .leading = 14, .padding_x = 10};
static const struct bp_style laid_hanging = {
    .name = "item", .type = LAID_TYPE(10), .leading = 14, .hanging = 20};

struct laid {
    struct bp_arena *arena;
    struct bp_report *report;
    struct bp_text_service *text;
    struct bp_document document;
    struct bp_pages pages;
    struct bp_block *root;
};

static inline void laid_free_string(void *string)
{
    g_string_free(string, TRUE);
}

static inline int laid_setup(void **state)
{
    struct laid *laid = g_new0(struct laid, 1);
    laid->arena = bp_arena_create();
    laid->report = bp_report_create();
    laid->text = bp_text_create(laid->report);
    laid->root = bp_block_new(laid->arena, NULL, BP_BLOCK_SECTION, &laid_plain);
    laid->document = (struct bp_document){.sheet = {.width = 400,
                                                    .height = 300,
                                                    .margin_top = LAID_TOP,
                                                    .margin_bottom = 300 - LAID_FOOT,
                                                    .margin_start = LAID_SIDE,
                                                    .margin_end = 400 - LAID_END,
                                                    .side = LAID_TEXT - LAID_SIDE},
                                          .root = laid->root,
                                          .language = "en-GB",
                                          .title = "Test",
                                          .header_style = &laid_plain,
                                          .footer_style = &laid_plain,
                                          .note_rule = &laid_plain,
                                          .watermark_style = &laid_plain};
    *state = laid;
    return laid->text ? 0 : -1;
}

static inline int laid_teardown(void **state)
{
    struct laid *laid = *state;
    bp_text_destroy(laid->text);
    bp_report_destroy(laid->report);
    bp_arena_destroy(laid->arena);
    g_free(laid);
    return 0;
}

/* Within `slack` points. */
#define assert_near(a, b, slack) assert_float_equal((float)(a), (float)(b), (float)(slack))

#define LAID(test) cmocka_unit_test_setup_teardown(test, laid_setup, laid_teardown)

/* One more run of `text`; borrowed until the next. */
static inline struct bp_run *laid_run(struct laid *laid, struct bp_text *text,
                                      const struct bp_style *style, const char *words)
{
    struct bp_run *runs = bp_arena_new(laid->arena, (size_t)(text->n_runs + 1) * sizeof *runs);
    for (int i = 0; i < text->n_runs; i++)
        runs[i] = text->runs[i];
    text->runs = runs;
    runs[text->n_runs] =
        (struct bp_run){.text = words, .length = (int)strlen(words), .type = &style->type};
    return &runs[text->n_runs++];
}

/* A block with words (NULL: none) in its own style. */
static inline struct bp_block *laid_add(struct laid *laid, struct bp_block *parent,
                                        enum bp_block_kind kind, const struct bp_style *style,
                                        const char *words)
{
    struct bp_block *block = bp_block_new(laid->arena, parent, kind, style);
    if (words)
        laid_run(laid, &block->text, style, words);
    return block;
}

static inline struct bp_block *laid_paragraph(struct laid *laid, struct bp_block *parent,
                                              const char *words)
{
    return laid_add(laid, parent, BP_BLOCK_PARAGRAPH, &laid_plain, words);
}

/* A paragraph of `n` lines: "a1", "a2", … */
static inline struct bp_block *laid_lines(struct laid *laid, const struct bp_style *style,
                                          const char *stem, int n)
{
    GString *words = g_string_new(NULL);
    for (int i = 1; i <= n; i++)
        g_string_append_printf(words, "%s%s%d", i > 1 ? "\n" : "", stem, i);
    struct bp_block *block = laid_add(laid, laid->root, BP_BLOCK_PARAGRAPH, style,
                                      bp_arena_string(laid->arena, words->str, words->len));
    g_string_free(words, TRUE);
    return block;
}

/* A cell of a row with one paragraph of `words` (NULL: none). */
static inline struct bp_block *laid_cell(struct laid *laid, struct bp_block *row, const char *words)
{
    struct bp_block *cell = bp_block_new(laid->arena, row, BP_BLOCK_CELL, &laid_plain);
    if (words)
        laid_paragraph(laid, cell, words);
    return cell;
}

static inline struct bp_block *laid_row(struct laid *laid, struct bp_block *table)
{
    return bp_block_new(laid->arena, table, BP_BLOCK_ROW, &laid_plain);
}

static inline struct bp_block *laid_grid(struct laid *laid, int n_columns)
{
    struct bp_block *table = bp_block_new(laid->arena, laid->root, BP_BLOCK_TABLE, &laid_table);
    table->n_columns = n_columns;
    return table;
}

/* A NOTE that a run may call, labelled with `number`. */
static inline struct bp_block *laid_note(struct laid *laid, const char *number, const char *words)
{
    struct bp_block *note = bp_block_new(laid->arena, NULL, BP_BLOCK_NOTE, &laid_hanging);
    laid_run(laid, &note->label, &laid_hanging, number);
    laid_paragraph(laid, note, words);
    return note;
}

static inline void laid_out(struct laid *laid)
{
    bool done =
        bp_layout_document(&laid->document, laid->text, &laid->pages, laid->arena, laid->report);
    if (!done)
        bp_report_print(laid->report, stderr);
    assert_true(done);
}

/* The words of a box in the order of reading: UAX #9 rule L2 is its own inverse. */
static inline void laid_read(const struct bp_box *box, GString *out)
{
    int n = box->line.n_shapes;
    const struct bp_shape **order = g_new(const struct bp_shape *, (gsize)MAX(n, 1));
    for (int i = 0; i < n; i++)
        order[i] = box->line.shapes[i];
    for (int level = 8; level > 0; level--)
        for (int i = 0, end; i < n; i = end + 1) {
            for (end = i; end < n && order[end]->level >= level;)
                end++;
            for (int a = i, b = end - 1; a < b; a++, b--) {
                const struct bp_shape *swapped = order[a];
                order[a] = order[b];
                order[b] = swapped;
            }
        }
    for (int i = 0; i < n; i++)
        g_string_append_len(out, order[i]->text, order[i]->length);
    g_free(order);
}

/* The words of a box without the spaces around them, in the arena. */
static inline const char *laid_words(const struct laid *laid, const struct bp_box *box)
{
    GString *out = g_string_new(NULL);
    laid_read(box, out);
    g_strstrip(out->str);
    const char *words = bp_arena_string(laid->arena, out->str, strlen(out->str));
    g_string_free(out, TRUE);
    return words;
}

struct laid_box {
    const struct bp_box *box;
    int page;  /* index */
    double x0; /* of what is seen */
    double x1;
};

/* From where to where a text box's words reach, its outer spaces left out. */
static inline void laid_measure(struct laid_box *found)
{
    const struct bp_line_box *line = &found->box->line;
    double x = found->box->x;
    bool seen = false;
    for (int i = 0; i < line->n_shapes; i++) {
        const struct bp_shape *shape = line->shapes[i];
        double width = shape->width * line->size / shape->face->units_per_em;
        if (!shape->space && !seen)
            found->x0 = x;
        x += width;
        if (!shape->space)
            found->x1 = x;
        seen = seen || !shape->space;
        x += shape->space ? line->stretch : 0;
    }
}

/* The first text box from page `from` on whose words begin with `words`; its box is NULL for none.
 */
static inline struct laid_box laid_seek(const struct laid *laid, int from, const char *words)
{
    for (int i = from; i < laid->pages.n_pages; i++)
        for (int k = 0; k < laid->pages.pages[i].n_boxes; k++) {
            struct laid_box found = {&laid->pages.pages[i].boxes[k], i, 0, 0};
            if (found.box->kind != BP_BOX_TEXT ||
                !g_str_has_prefix(laid_words(laid, found.box), words))
                continue;
            laid_measure(&found);
            return found;
        }
    return (struct laid_box){0};
}

static inline struct laid_box laid_find(const struct laid *laid, const char *words)
{
    struct laid_box found = laid_seek(laid, 0, words);
    if (!found.box)
        fail_msg("no box begins with \"%s\"", words);
    return found;
}

/* The `index`th rectangle of a page, in the order of painting. */
static inline const struct bp_box *laid_rectangle(const struct laid *laid, int page, int index)
{
    for (int k = 0; k < laid->pages.pages[page].n_boxes; k++) {
        const struct bp_box *box = &laid->pages.pages[page].boxes[k];
        if (box->kind == BP_BOX_RECTANGLE && index-- == 0)
            return box;
    }
    fail_msg("page %d has too few rectangles", page);
    return NULL;
}

/* Where the lines of a page stand that are read, "a1 a2 / b1": pages parted by " / ". */
static inline const char *laid_pages(const struct laid *laid)
{
    GString *out = g_string_new(NULL);
    for (int i = 0; i < laid->pages.n_pages; i++) {
        g_string_append(out, i > 0 ? " /" : "");
        for (int k = 0; k < laid->pages.pages[i].n_boxes; k++) {
            const struct bp_box *box = &laid->pages.pages[i].boxes[k];
            if (box->kind == BP_BOX_TEXT && box->kid)
                g_string_append_printf(out, "%s%s", out->len ? " " : "", laid_words(laid, box));
        }
    }
    const char *pages = bp_arena_string(laid->arena, out->str, out->len);
    g_string_free(out, TRUE);
    return pages;
}

static inline GHashTable *laid_contents(const struct laid *laid)
{
    GHashTable *contents = g_hash_table_new_full(NULL, NULL, NULL, laid_free_string);
    for (int i = 0; i < laid->pages.n_pages; i++)
        for (int k = 0; k < laid->pages.pages[i].n_boxes; k++) {
            const struct bp_box *box = &laid->pages.pages[i].boxes[k];
            if (!box->kid)
                continue;
            GString *words = g_hash_table_lookup(contents, box->kid);
            if (!words)
                g_hash_table_insert(contents, box->kid, words = g_string_new(NULL));
            if (box->kind == BP_BOX_TEXT)
                laid_read(box, words);
        }
    return contents;
}

static inline void laid_print_attributes(const struct bp_tag *tag, GString *out)
{
    static const char *const scopes[] = {"", " column", " row"};
    g_string_append(out, scopes[tag->scope]);
    if (tag->column_span > 1 || tag->row_span > 1)
        g_string_append_printf(out, " %dx%d", tag->column_span, tag->row_span);
    if (tag->numbering)
        g_string_append_printf(out, " %s", tag->numbering);
    if (tag->language)
        g_string_append_printf(out, " %s", tag->language);
    if (tag->id)
        g_string_append_printf(out, " #%s", tag->id);
    if (tag->alt)
        g_string_append_printf(out, " alt=%s", tag->alt);
}

static inline void laid_print_tag(const struct bp_tag *tag, GHashTable *contents, GString *out)
{
    g_string_append_printf(out, "(%s", bp_tag_name(tag->role));
    laid_print_attributes(tag, out);
    for (const struct bp_kid *kid = tag->first; kid; kid = kid->next) {
        const GString *words = g_hash_table_lookup(contents, kid);
        g_string_append_c(out, ' ');
        if (kid->kind == BP_KID_TAG)
            laid_print_tag(kid->tag, contents, out);
        else if (kid->kind == BP_KID_LINK)
            g_string_append_printf(out, "@%s", kid->link->target);
        else
            g_string_append_printf(out, "'%s'", words ? words->str : "NOWHERE");
    }
    g_string_append_c(out, ')');
}

/* The tags below the Document: "(P 'words ' (Span 'more'))", each piece of content quoted. */
static inline const char *laid_tags(const struct laid *laid)
{
    GHashTable *contents = laid_contents(laid);
    GString *out = g_string_new(NULL);
    for (const struct bp_kid *kid = laid->pages.tags->first; kid; kid = kid->next)
        laid_print_tag(kid->tag, contents, out);
    const char *tags = bp_arena_string(laid->arena, out->str, out->len);
    g_string_free(out, TRUE);
    g_hash_table_unref(contents);
    return tags;
}

#endif
