/* SPDX-License-Identifier: MIT */
/*
 * For the tests of compose: prose made by hand, and a document tree as a few lines of text. A block
 * is its kind and, where it has one, level, label in brackets and #id; runs stand between bars with
 * marks for bold (b), italic (i), small (s), struck (x), emphasised (e), link (<…>) and note
 * ({number}); "~" is U+00A0, "→" a tab, "¶" a line break.
 */
#ifndef TESTS_UNIT_TREE_H
#define TESTS_UNIT_TREE_H

#include <glib.h>
#include <stdarg.h>
#include <string.h>

#include "compose/document.h"
#include "model/prose.h"

static inline struct bp_prose *prose_new(struct bp_arena *arena, enum bp_prose_kind kind,
                                         const char *text)
{
    struct bp_prose *prose = bp_arena_new(arena, sizeof *prose);

    prose->kind = kind;
    prose->text = text;
    return prose;
}

/* Appends children up to a NULL, and returns the parent. */
static inline struct bp_prose *prose_with(struct bp_prose *parent, ...)
{
    va_list list;
    struct bp_prose **end = &parent->first;

    while (*end)
        end = &(*end)->next;
    va_start(list, parent);
    for (struct bp_prose *child; (child = va_arg(list, struct bp_prose *)) != NULL;) {
        *end = child;
        end = &child->next;
    }
    va_end(list);
    return parent;
}

static inline struct bp_prose *prose_paragraph(struct bp_arena *arena, const char *text)
{
    return prose_with(prose_new(arena, BP_PROSE_PARAGRAPH, NULL),
                      prose_new(arena, BP_PROSE_TEXT, text), NULL);
}

/* A whole prose of one line. */
static inline struct bp_prose *prose_line(struct bp_arena *arena, const char *text)
{
    return prose_with(prose_new(arena, BP_PROSE_ROOT, NULL), prose_paragraph(arena, text), NULL);
}

static inline void tree_print_words(const char *text, int length, GString *out)
{
    for (const char *c = text; c < text + length; c++) {
        if (*c == '\t')
            g_string_append(out, "→");
        else if (*c == '\n')
            g_string_append(out, "¶");
        else if (g_str_has_prefix(c, "\u00A0")) {
            g_string_append(out, "~");
            c++;
        } else
            g_string_append_c(out, *c);
    }
}

static inline void tree_print_run(const struct bp_run *run, const struct bp_type *own, GString *out)
{
    static const char *const fields[] = {"", "PAGE", "PAGES", "SECTION"};

    if (run->type->weight > own->weight)
        g_string_append(out, "b:");
    if (run->type->italic != own->italic)
        g_string_append(out, "i:");
    if (run->type->size < own->size)
        g_string_append(out, "s:");
    if (run->strike)
        g_string_append(out, "x:");
    if (run->emphasis)
        g_string_append(out, "e:");
    if (run->link)
        g_string_append_printf(out, "<%s>", run->link);
    tree_print_words(run->text, run->length, out);
    g_string_append(out, fields[run->field]);
    if (run->note)
        g_string_append_printf(out, "{%s}", run->note->id);
}

static inline void tree_print_text(const struct bp_text *text, const struct bp_type *own,
                                   GString *out)
{
    for (int i = 0; i < text->n_runs; i++) {
        g_string_append(out, i > 0 ? "|" : "");
        tree_print_run(&text->runs[i], own, out);
    }
}

static inline void tree_print(const struct bp_block *block, int depth, GString *out)
{
    static const char *const kinds[] = {"section", "group", "h",      "p",     "list",   "item",
                                        "table",   "row",   "cell",   "panel", "quote",  "note",
                                        "caption", "rule",  "figure", "break", "columns"};
    static const char *const scopes[] = {"", " column", " row"};

    g_string_append_printf(out, "%*s%s", depth * 2, "", kinds[block->kind]);
    if (block->kind == BP_BLOCK_HEADING)
        g_string_append_printf(out, "%d", block->level);
    g_string_append(out, scopes[block->scope]);
    if (block->id)
        g_string_append_printf(out, " #%s", block->id);
    if (block->label.n_runs > 0) {
        g_string_append(out, " [");
        tree_print_text(&block->label, &block->label.runs[0].type[0], out);
        g_string_append(out, "]");
    }
    if (block->text.n_runs > 0) {
        g_string_append(out, " ");
        tree_print_text(&block->text, &block->style->type, out);
    }
    g_string_append(out, "\n");
    for (const struct bp_block *child = block->first; child; child = child->next)
        tree_print(child, depth + 1, out);
}

/* The blocks below `parent`, in the arena. */
static inline const char *tree_children(struct bp_arena *arena, const struct bp_block *parent)
{
    GString *out = g_string_new(NULL);
    const char *text;

    for (const struct bp_block *child = parent->first; child; child = child->next)
        tree_print(child, 0, out);
    text = bp_arena_string(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return text;
}

#endif
