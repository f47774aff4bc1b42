/* SPDX-License-Identifier: MIT */
#include "write/tags.h"

#include <string.h>

#include "base/number.h"
#include "write/string.h"
#include "write/tree.h"

struct printer {
    struct bp_pdf *pdf;
    const struct bp_pages *pages;
    int root;
    const struct bp_marks *marks;
    GPtrArray *notes;
};

/* The first of `kid` and its sisters that is a tag, or NULL. */
static struct bp_kid *first_tag(struct bp_kid *kid)
{
    while (kid && kid->kind != BP_KID_TAG)
        kid = kid->next;
    return kid;
}

/* Calls `visit` for every tag, in the order of reading. Trees may be deep: it does not recurse. */
static void walk(struct bp_tag *top, void (*visit)(struct printer *, struct bp_tag *),
                 struct printer *printer)
{
    GPtrArray *later = g_ptr_array_new(); /* kids whose tags are still to be visited */
    struct bp_kid *kid;
    visit(printer, top);
    kid = first_tag(top->first);
    while (kid || later->len > 0) {
        if (!kid) {
            kid = g_ptr_array_steal_index(later, later->len - 1);
            continue;
        }
        visit(printer, kid->tag);
        struct bp_kid *sister = first_tag(kid->next);
        if (sister)
            g_ptr_array_add(later, sister);
        kid = first_tag(kid->tag->first);
    }
    g_ptr_array_free(later, TRUE);
}

static void number(struct printer *printer, struct bp_tag *tag)
{
    tag->object = bp_serial_number(printer->pdf->serial);
    if (tag->id)
        g_ptr_array_add(printer->notes, tag);
}

static bool is_shown(const struct bp_kid *kid)
{
    return kid->kind != BP_KID_CONTENT || kid->content.mcid >= 0;
}

/* The page of the tag's first piece, which its pieces there need not name; -1: none. */
static int page_of(const struct bp_tag *tag)
{
    for (const struct bp_kid *kid = tag->first; kid; kid = kid->next)
        if (kid->kind == BP_KID_CONTENT && kid->content.mcid >= 0)
            return kid->content.page;
    return -1;
}

static void append_page(GString *out, const struct printer *printer, int page)
{
    g_string_append(out, "/Pg ");
    bp_string_reference(out, bp_pdf_number(printer->pdf->pages[page]));
}

/* A piece of content has one mark or more: neighbours that it owns. */
static void append_content(GString *out, const struct printer *printer, const struct bp_kid *kid,
                           int page)
{
    const struct bp_marks *marks = printer->marks;
    int start = marks->starts[kid->content.page], end = marks->starts[kid->content.page + 1];
    for (int i = start + kid->content.mcid; i < end && marks->owners[i] == kid; i++) {
        if (kid->content.page != page) {
            g_string_append(out, "<</Type/MCR");
            append_page(out, printer, kid->content.page);
            g_string_append(out, "/MCID ");
        }
        bp_string_int(out, i - start);
        g_string_append(out, kid->content.page != page ? ">> " : " ");
    }
}

static void append_kid(GString *out, const struct printer *printer, const struct bp_kid *kid,
                       int page)
{
    if (kid->kind == BP_KID_TAG) {
        bp_string_reference(out, kid->tag->object);
        g_string_append_c(out, ' ');
    } else if (kid->kind == BP_KID_LINK) {
        g_string_append(out, "<</Type/OBJR/Obj ");
        bp_string_reference(out, kid->link->object);
        g_string_append(out, ">> ");
    } else {
        append_content(out, printer, kid, page);
    }
}

static void append_kids(GString *out, const struct printer *printer, const struct bp_tag *tag)
{
    int page = page_of(tag);
    if (page >= 0)
        append_page(out, printer, page);
    g_string_append(out, "/K[");
    gsize start = out->len;
    for (const struct bp_kid *kid = tag->first; kid; kid = kid->next)
        if (is_shown(kid))
            append_kid(out, printer, kid, page);
    if (out->len > start)
        g_string_overwrite_len(out, out->len - 1, "]", 1);
    else
        g_string_truncate(out, start - strlen("/K["));
}

static void append_box(GString *out, const struct printer *printer, const struct bp_tag *tag)
{
    double height = printer->pdf->heights[tag->page];
    const double *box = tag->box;
    double up[4] = {box[0], height - box[3], box[2], height - box[1]};
    g_string_append(out, "/A<</O/Layout/BBox[");
    for (int i = 0; i < 4; i++) {
        if (i > 0)
            g_string_append_c(out, ' ');
        bp_number_append(out, up[i], 2);
    }
    g_string_append(out, "]>>");
}

static void append_span(GString *out, const char *key, int span)
{
    if (span <= 1)
        return;
    g_string_append(out, key);
    bp_string_int(out, span);
}

static void append_cell(GString *out, const struct bp_tag *tag)
{
    if (tag->scope == BP_SCOPE_NONE && tag->column_span <= 1 && tag->row_span <= 1)
        return;
    g_string_append(out, "/A<</O/Table");
    if (tag->scope != BP_SCOPE_NONE)
        g_string_append(out, tag->scope == BP_SCOPE_COLUMN ? "/Scope/Column" : "/Scope/Row");
    append_span(out, "/ColSpan ", tag->column_span);
    append_span(out, "/RowSpan ", tag->row_span);
    g_string_append(out, ">>");
}

static void append_attributes(GString *out, const struct printer *printer, const struct bp_tag *tag)
{
    if (tag->role == BP_TAG_TH || tag->role == BP_TAG_TD) {
        append_cell(out, tag);
    } else if (tag->role == BP_TAG_FIGURE && tag->box[2] > tag->box[0]) {
        append_box(out, printer, tag);
    } else if (tag->role == BP_TAG_L && tag->numbering) {
        g_string_append(out, "/A<</O/List/ListNumbering/");
        g_string_append(out, tag->numbering);
        g_string_append(out, ">>");
    }
}

static void append_text(GString *out, struct bp_pdf *pdf, const char *key, const char *text)
{
    if (!text)
        return;
    g_string_append(out, key);
    if (!bp_string_text(out, text))
        pdf->shortened = true;
}

static void print(struct printer *printer, struct bp_tag *tag)
{
    GString *out = bp_serial_object(printer->pdf->serial, tag->object);
    g_string_append(out, "<</S/");
    g_string_append(out, bp_tag_name(tag->role));
    g_string_append(out, "/P ");
    bp_string_reference(out, tag->parent ? tag->parent->object : printer->root);
    append_kids(out, printer, tag);
    append_attributes(out, printer, tag);
    append_text(out, printer->pdf, "/Lang", tag->language);
    append_text(out, printer->pdf, "/Alt", tag->alt);
    append_text(out, printer->pdf, "/ActualText", tag->actual);
    if (tag->attachment) {
        g_string_append(out, "/AF[");
        bp_string_reference(out, tag->file);
        g_string_append_c(out, ']');
    }
    if (tag->id) {
        g_string_append(out, "/ID");
        bp_string_bytes(out, tag->id, strlen(tag->id));
    }
    g_string_append(out, ">>");
}

static void print_parents(struct printer *printer, int object)
{
    const struct bp_pages *pages = printer->pages;
    struct bp_tree tree;
    int key = pages->n_pages;
    bp_tree_init(&tree, printer->pdf->serial, false);
    for (int i = 0; i < pages->n_pages; i++) {
        GString *out = bp_tree_number(&tree, i);
        g_string_append_c(out, '[');
        for (int k = printer->marks->starts[i]; k < printer->marks->starts[i + 1]; k++) {
            if (k > printer->marks->starts[i])
                g_string_append_c(out, ' ');
            bp_string_reference(out, printer->marks->owners[k]->content.tag->object);
        }
        g_string_append_c(out, ']');
    }
    for (int i = 0; i < pages->n_pages; i++)
        for (const struct bp_link *link = pages->pages[i].links; link; link = link->next)
            bp_string_reference(bp_tree_number(&tree, key++), link->tag->object);
    bp_tree_print(&tree, object);
    bp_tree_finish(&tree);
}

static int by_id(const void *a, const void *b)
{
    const struct bp_tag *const *left = a, *const *right = b;
    return strcmp((*left)->id, (*right)->id);
}

static void print_ids(struct printer *printer, int object)
{
    struct bp_tree tree;
    qsort(printer->notes->pdata, printer->notes->len, sizeof(void *), by_id);
    bp_tree_init(&tree, printer->pdf->serial, true);
    for (guint i = 0; i < printer->notes->len; i++) {
        const struct bp_tag *tag = printer->notes->pdata[i];
        bp_string_reference(bp_tree_name(&tree, tag->id), tag->object);
    }
    bp_tree_print(&tree, object);
    bp_tree_finish(&tree);
}

static void print_root(struct printer *printer)
{
    struct bp_serial *serial = printer->pdf->serial;
    int parents = bp_serial_number(serial), ids = 0;
    print_parents(printer, parents);
    if (printer->notes->len > 0) {
        ids = bp_serial_number(serial);
        print_ids(printer, ids);
    }
    GString *out = bp_serial_object(serial, printer->root);
    g_string_append(out, "<</Type/StructTreeRoot/K ");
    bp_string_reference(out, printer->pages->tags->object);
    g_string_append(out, "/ParentTree ");
    bp_string_reference(out, parents);
    if (ids > 0) {
        g_string_append(out, "/IDTree ");
        bp_string_reference(out, ids);
    }
    g_string_append(out, ">>");
}

void *bp_tags_root(struct bp_pdf *pdf)
{
    void *root = bp_pdf_reserve(pdf);
    HPDF_Dict mark = bp_pdf_dict(pdf);
    HPDF_Dict_AddBoolean(mark, "Marked", HPDF_TRUE);
    HPDF_Dict_Add(pdf->doc->catalog, "MarkInfo", mark);
    HPDF_Dict_Add(pdf->doc->catalog, "StructTreeRoot", root);
    return root;
}

void bp_tags_print(struct bp_pdf *pdf, const struct bp_pages *pages, const struct bp_marks *marks,
                   void *root)
{
    struct printer printer = {pdf, pages, bp_pdf_number(root), marks, g_ptr_array_new()};
    walk(pages->tags, number, &printer);
    walk(pages->tags, print, &printer);
    print_root(&printer);
    g_ptr_array_free(printer.notes, TRUE);
}
