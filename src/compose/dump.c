/* SPDX-License-Identifier: MIT */
#include "compose/dump.h"

#include <stdio.h>
#include <string.h>

static const char *const kinds[] = {
    [BP_BLOCK_SECTION] = "section", [BP_BLOCK_GROUP] = "group",
    [BP_BLOCK_HEADING] = "heading", [BP_BLOCK_PARAGRAPH] = "paragraph",
    [BP_BLOCK_LIST] = "list",       [BP_BLOCK_ITEM] = "item",
    [BP_BLOCK_TABLE] = "table",     [BP_BLOCK_ROW] = "row",
    [BP_BLOCK_CELL] = "cell",       [BP_BLOCK_PANEL] = "panel",
    [BP_BLOCK_QUOTE] = "quote",     [BP_BLOCK_NOTE] = "note",
    [BP_BLOCK_CAPTION] = "caption", [BP_BLOCK_RULE] = "rule",
    [BP_BLOCK_FIGURE] = "figure",   [BP_BLOCK_PAGE_BREAK] = "page-break",
    [BP_BLOCK_COLUMNS] = "columns",
};
static const char *const fields[] = {NULL, "page", "pages", "section"};
static const char *const numberings[] = {NULL, "disc", "decimal", "alpha", "roman"};
static const char *const scopes[] = {NULL, "column", "row"};

static bool same_type(const struct bp_type *a, const struct bp_type *b)
{
    return strcmp(a->family, b->family) == 0 && a->weight == b->weight && a->italic == b->italic &&
           a->tabular == b->tabular && a->size == b->size && a->colour == b->colour;
}

/* What of `type` differs from the block's own. */
static void dump_type(const struct bp_type *type, const struct bp_type *own, struct bp_dump *dump)
{
    char colour[16];

    if (strcmp(type->family, own->family) != 0)
        bp_dump_text(dump, "family", type->family);
    if (type->weight != own->weight)
        bp_dump_int(dump, "weight", type->weight);
    if (type->italic != own->italic)
        bp_dump_word(dump, "italic", type->italic ? "yes" : "no");
    if (type->tabular != own->tabular)
        bp_dump_word(dump, "tabular", type->tabular ? "yes" : "no");
    if (type->size != own->size)
        bp_dump_number(dump, "size", type->size);
    if (type->colour != own->colour) {
        snprintf(colour, sizeof colour, "#%06X", type->colour);
        bp_dump_word(dump, "colour", colour);
    }
}

static void dump_text(const struct bp_text *text, const char *node, const struct bp_style *style,
                      struct bp_dump *dump)
{
    for (int i = 0; i < text->n_runs; i++) {
        const struct bp_run *run = &text->runs[i];

        bp_dump_begin(dump, node);
        if (!same_type(run->type, &style->type))
            dump_type(run->type, &style->type, dump);
        bp_dump_text(dump, "language", run->language);
        bp_dump_text(dump, "link", run->link);
        bp_dump_flag(dump, "emphasis", run->emphasis);
        bp_dump_flag(dump, "strike", run->strike);
        bp_dump_word(dump, "field", fields[run->field]);
        if (run->note)
            bp_dump_text(dump, "note", run->note->id ? run->note->id : "");
        bp_dump_part(dump, "text", run->text ? run->text : "", run->text ? run->length : 0);
        bp_dump_end(dump);
    }
}

static void dump_table(const struct bp_block *block, struct bp_dump *dump)
{
    bp_dump_int(dump, "columns", block->n_columns);
    bp_dump_int(dump, "header-rows", block->header_rows);
    for (int i = 0; block->column_widths && i < block->n_columns; i++)
        bp_dump_number(dump, "width", block->column_widths[i]);
}

static void dump_block(const struct bp_block *block, struct bp_dump *dump)
{
    const struct bp_style *label_style = block->label_style ? block->label_style : block->style;

    bp_dump_begin(dump, kinds[block->kind]);
    bp_dump_word(dump, "style", block->style->name);
    bp_dump_source(dump, block->source);
    bp_dump_text(dump, "id", block->id);
    bp_dump_text(dump, "language", block->language);
    bp_dump_int(dump, "level", block->level);
    bp_dump_text(dump, "bookmark", block->bookmark);
    bp_dump_word(dump, "numbering", numberings[block->numbering]);
    if (block->kind == BP_BLOCK_TABLE)
        dump_table(block, dump);
    if (block->column_span > 1)
        bp_dump_int(dump, "column-span", block->column_span);
    if (block->row_span > 1)
        bp_dump_int(dump, "row-span", block->row_span);
    bp_dump_word(dump, "scope", scopes[block->scope]);
    bp_dump_number(dump, "width", block->width);
    bp_dump_number(dump, "height", block->height);
    bp_dump_text(dump, "alt", block->alt);
    bp_dump_text(dump, "attachment", block->attachment ? block->attachment->name : NULL);
    dump_text(&block->label, block->label_place == BP_LABEL_SIDE ? "side-label" : "label",
              label_style, dump);
    dump_text(&block->text, "run", block->style, dump);
    for (const struct bp_block *child = block->first; child; child = child->next)
        dump_block(child, dump);
    bp_dump_end(dump);
}

static void dump_sheet(const struct bp_sheet *sheet, struct bp_dump *dump)
{
    bp_dump_begin(dump, "sheet");
    bp_dump_number(dump, "width", sheet->width);
    bp_dump_number(dump, "height", sheet->height);
    bp_dump_number(dump, "top", sheet->margin_top);
    bp_dump_number(dump, "bottom", sheet->margin_bottom);
    bp_dump_number(dump, "start", sheet->margin_start);
    bp_dump_number(dump, "end", sheet->margin_end);
    bp_dump_number(dump, "side", sheet->side);
    bp_dump_end(dump);
}

static void dump_running(const struct bp_document *document, struct bp_dump *dump)
{
    static const char *const kinds_of_page[] = {"first", "left", "right"};
    static const char *const places[] = {"start", "centre", "end"};

    for (int kind = 0; kind < BP_N_PAGE_KINDS; kind++)
        for (int i = 0; i < BP_N_RUNNING; i++) {
            char *header = g_strdup_printf("%s-header-%s", kinds_of_page[kind], places[i]);
            char *footer = g_strdup_printf("%s-footer-%s", kinds_of_page[kind], places[i]);

            dump_text(&document->header[kind].texts[i], header, document->header_style, dump);
            dump_text(&document->footer[kind].texts[i], footer, document->footer_style, dump);
            g_free(header);
            g_free(footer);
        }
}

void bp_document_dump(const struct bp_document *document, struct bp_dump *dump)
{

    bp_dump_begin(dump, "document");
    bp_dump_text(dump, "title", document->title);
    bp_dump_text(dump, "author", document->author);
    bp_dump_text(dump, "subject", document->subject);
    bp_dump_text(dump, "language", document->language);
    bp_dump_flag(dump, "right-to-left", document->right_to_left);
    bp_dump_text(dump, "watermark", document->watermark);
    dump_sheet(&document->sheet, dump);
    dump_running(document, dump);
    dump_block(document->root, dump);
    bp_dump_end(dump);
}
