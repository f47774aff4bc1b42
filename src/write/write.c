/* SPDX-License-Identifier: MIT */
#include "write/write.h"

#include "write/attachment.h"
#include "write/colour.h"
#include "write/content.h"
#include "write/font.h"
#include "write/label.h"
#include "write/link.h"
#include "write/metadata.h"
#include "write/outline.h"
#include "write/tags.h"
#include "write/watermark.h"

/* Kids of one node of the page tree. */
#define PAGES_PER_NODE 64

static HPDF_Array make_media_box(struct bp_pdf *pdf, double width, double height)
{
    HPDF_Array box = bp_pdf_array(pdf);
    HPDF_Array_AddNumber(box, 0);
    HPDF_Array_AddNumber(box, 0);
    HPDF_Array_AddReal(box, (HPDF_REAL)width);
    HPDF_Array_AddReal(box, (HPDF_REAL)height);
    return box;
}

/* A page's own box, or the root's. */
static void set_size(struct bp_pdf *pdf, HPDF_Page page, int index, const struct bp_pages *pages)
{
    const struct bp_page *laid = &pages->pages[index];
    const struct bp_sheet *sheet = &pages->document->sheet;
    pdf->heights[index] = laid->height > 0 ? laid->height : sheet->height;
    HPDF_Dict_RemoveElement(page, "MediaBox");
    if (laid->height > 0 && (laid->width != sheet->width || laid->height != sheet->height))
        HPDF_Dict_Add(page, "MediaBox", make_media_box(pdf, laid->width, laid->height));
}

static void add_pages(struct bp_pdf *pdf, const struct bp_pages *pages, HPDF_Dict resources)
{
    const struct bp_sheet *sheet = &pages->document->sheet;
    pdf->n_pages = pages->n_pages;
    pdf->height = sheet->height;
    pdf->pages = g_new0(HPDF_Page, pages->n_pages);
    pdf->heights = g_new0(double, pages->n_pages);
    HPDF_SetPagesConfiguration(pdf->doc, PAGES_PER_NODE);
    HPDF_Dict_Add(pdf->doc->root_pages, "MediaBox",
                  make_media_box(pdf, sheet->width, sheet->height));
    for (int i = 0; i < pages->n_pages && !pdf->error; i++) {
        HPDF_Page page = pdf->pages[i] = HPDF_AddPage(pdf->doc);
        if (!page)
            return;
        set_size(pdf, page, i, pages);
        HPDF_Dict_Add(page, "Resources", resources);
        HPDF_Dict_AddName(page, "Tabs", "S");
        HPDF_Dict_AddNumber(page, "StructParents", i);
    }
}

/* `starts` has room for one more than there are pages. */
static void paint_pages(struct bp_pdf *pdf, const struct bp_pages *pages,
                        struct bp_painter *painter, int *starts)
{
    for (int i = 0; i < pages->n_pages; i++) {
        HPDF_PageAttr attr = pdf->pages[i]->attr;
        starts[i] = (int)painter->owners->len;
        bp_painter_page(painter, &pages->pages[i]);
        bp_serial_stream(pdf->serial, bp_pdf_number(attr->contents), "", painter->out->str,
                         painter->out->len, true);
    }
    starts[pages->n_pages] = (int)painter->owners->len;
}

/* First all that libharu holds and all streams, then what goes into object streams. */
static bool make(struct bp_pdf *pdf, const struct bp_pages *pages, struct bp_fonts *fonts,
                 struct bp_report *report)
{
    struct bp_figures figures;
    struct bp_attachments attachments;
    void *root = bp_tags_root(pdf), *labels = bp_labels_add(pdf, pages);
    add_pages(pdf, pages, fonts->resources);
    if (pdf->error || !bp_links_add(pdf, pages, report))
        return false;
    bp_outline_add(pdf, pages);
    bp_watermark_add(pdf, fonts, pages);
    bp_figures_init(&figures, pdf, fonts->resources, pages);
    bp_attachments_init(&attachments, pdf, pages);
    bp_metadata_add(pdf, pages->document, attachments.tags->len > 0 ? 3 : 2);

    int *starts = g_new0(int, pages->n_pages + 1);
    struct bp_painter painter;
    bp_painter_init(&painter, fonts, &figures, pdf->height);
    paint_pages(pdf, pages, &painter, starts);
    bool good = bp_fonts_embed(fonts, pdf, report) && bp_colour_add(pdf) && !pdf->error;
    if (good) {
        struct bp_marks marks = {starts, (struct bp_kid *const *)painter.owners->pdata};
        bp_serial_start(pdf->serial, (int)pdf->doc->xref->entries->count);
        good = bp_figures_print(&figures, pdf, report);
        bp_pdf_print(pdf);
        bp_fonts_print(fonts, pdf);
        bp_labels_print(pdf, pages, labels);
        bp_attachments_print(&attachments, pdf, pages->document);
        bp_tags_print(pdf, pages, &marks, root);
    }
    bp_painter_finish(&painter);
    bp_figures_finish(&figures);
    bp_attachments_finish(&attachments);
    g_free(starts);
    return good && !pdf->error;
}

static void report_pdf(const struct bp_pdf *pdf, struct bp_report *report)
{
    if (pdf->error)
        bp_report_system(report, NULL, "pdf", "the PDF cannot be made: libharu's error %lX, %lu",
                         (unsigned long)pdf->error, (unsigned long)pdf->detail);
    if (pdf->shortened)
        bp_report_warning(report, NULL, "long-text",
                          "a title, description or link text is longer than a PDF may hold "
                          "and was cut; write it in under 16,000 characters");
}

bool bp_write_pdf(const struct bp_pages *pages, struct bp_text_service *text,
                  struct bp_arena *arena, struct bp_bytes *out, struct bp_report *report)
{
    struct bp_pdf pdf;
    struct bp_fonts fonts = {0};
    bool good = bp_pdf_init(&pdf) && bp_fonts_init(&fonts, &pdf, text, arena, report) &&
                make(&pdf, pages, &fonts, report);
    if (good)
        bp_serial_finish(pdf.serial, bp_pdf_number(pdf.doc->catalog), bp_pdf_number(pdf.doc->info),
                         out);
    report_pdf(&pdf, report);
    bp_fonts_finish(&fonts);
    bp_pdf_finish(&pdf);
    return good;
}

void bp_write_free(struct bp_bytes *out)
{
    g_free((char *)out->data);
    *out = (struct bp_bytes){NULL, 0};
}
