/* SPDX-License-Identifier: MIT */
#include "write/figure.h"

#include <string.h>

#include "papers/drawing.h"
#include "write/predict.h"
#include "write/string.h"

/* From an image, one unit by one, to how it stands upright, by Exif's orientation. */
static const char *const turns[] = {
    [2] = "-1 0 0 1 1 0", [3] = "-1 0 0 -1 1 1", [4] = "1 0 0 -1 0 1", [5] = "0 -1 -1 0 1 1",
    [6] = "0 -1 1 0 0 1", [7] = "0 1 1 0 0 0",   [8] = "0 1 -1 0 1 0",
};

static bool is_same(const struct bp_picture *a, const struct bp_picture *b)
{
    return a->file.size > 0 && a->file.size == b->file.size &&
           memcmp(a->file.data, b->file.data, a->file.size) == 0;
}

static guint index_of(const struct bp_figures *figures, const struct bp_picture *picture)
{
    guint i = 0;
    while (i < figures->pictures->len && !is_same(figures->pictures->pdata[i], picture))
        i++;
    return i;
}

static void add(struct bp_figures *figures, const struct bp_picture *picture)
{
    if (g_hash_table_contains(figures->numbers, picture))
        return;
    guint index = index_of(figures, picture);
    if (index == figures->pictures->len)
        g_ptr_array_add(figures->pictures, (void *)picture);
    g_hash_table_insert(figures->numbers, (void *)picture, GUINT_TO_POINTER(index + 1));
}

static void add_names(struct bp_figures *figures, struct bp_pdf *pdf, HPDF_Dict resources)
{
    for (guint i = 0; i < figures->pictures->len; i++) {
        void *object = bp_pdf_reserve(pdf);
        char *name = g_strdup_printf("P%u", i + 1);
        HPDF_Dict_Add(bp_pdf_entry(pdf, resources, "XObject"), name, object);
        g_ptr_array_add(figures->objects, object);
        g_free(name);
    }
}

void bp_figures_init(struct bp_figures *figures, struct bp_pdf *pdf, HPDF_Dict resources,
                     const struct bp_pages *pages)
{
    figures->pictures = g_ptr_array_new();
    figures->objects = g_ptr_array_new();
    figures->numbers = g_hash_table_new(NULL, NULL);
    for (int i = 0; i < pages->n_pages; i++)
        for (int k = 0; k < pages->pages[i].n_boxes; k++)
            if (pages->pages[i].boxes[k].kind == BP_BOX_FIGURE && pages->pages[i].boxes[k].picture)
                add(figures, pages->pages[i].boxes[k].picture);
    add_names(figures, pdf, resources);
}

void bp_figures_finish(struct bp_figures *figures)
{
    g_ptr_array_free(figures->pictures, TRUE);
    g_ptr_array_free(figures->objects, TRUE);
    g_hash_table_destroy(figures->numbers);
}

int bp_figures_find(const struct bp_figures *figures, const struct bp_picture *picture)
{
    return GPOINTER_TO_INT(g_hash_table_lookup(figures->numbers, picture));
}

static GString *image_entries(const struct bp_picture *picture, int channels)
{
    GString *entries = g_string_new("/Type/XObject/Subtype/Image/BitsPerComponent 8/Width ");
    bp_string_int(entries, picture->columns);
    g_string_append(entries, "/Height ");
    bp_string_int(entries, picture->rows);
    g_string_append(entries, channels == 1 ? "/ColorSpace/DeviceGray" : "/ColorSpace/DeviceRGB");
    return entries;
}

/* Prints the samples, and frees the entries. */
static void print_samples(const struct bp_picture *picture, struct bp_pdf *pdf, int number,
                          GString *entries, const struct bp_bytes *samples)
{
    int channels = (int)(samples->size / ((size_t)picture->columns * (size_t)picture->rows));
    GString *rows = bp_predict(samples, picture->columns, channels);
    g_string_append_printf(entries, "/DecodeParms<</Predictor 15/Colors %d/Columns %d>>", channels,
                           picture->columns);
    bp_serial_stream(pdf->serial, number, entries->str, rows->str, rows->len, true);
    g_string_free(rows, TRUE);
    g_string_free(entries, TRUE);
}

static void print_pixels(const struct bp_picture *picture, struct bp_pdf *pdf, int number)
{
    GString *entries = image_entries(picture, picture->channels);
    if (picture->alpha.size > 0) {
        int mask = bp_serial_number(pdf->serial);
        print_samples(picture, pdf, mask, image_entries(picture, 1), &picture->alpha);
        g_string_append(entries, "/SMask ");
        bp_string_reference(entries, mask);
    }
    print_samples(picture, pdf, number, entries, &picture->data);
}

static void print_image(const struct bp_picture *picture, struct bp_pdf *pdf, int number)
{
    GString *entries = image_entries(picture, picture->channels);
    g_string_append(entries, "/Filter/DCTDecode");
    bp_serial_stream(pdf->serial, number, entries->str, picture->data.data, picture->data.size,
                     false);
    g_string_free(entries, TRUE);
}

/* One that does not stand upright becomes a form that turns it. */
static void print_jpeg(const struct bp_picture *picture, struct bp_pdf *pdf, int number)
{
    if (picture->orientation <= 1) {
        print_image(picture, pdf, number);
        return;
    }
    int image = bp_serial_number(pdf->serial);
    GString *entries = g_string_new("/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<<"
                                    "/XObject<</Im ");
    GString *content = g_string_new(turns[picture->orientation]);
    print_image(picture, pdf, image);
    bp_string_reference(entries, image);
    g_string_append(entries, ">>>>");
    g_string_append(content, " cm /Im Do\n");
    bp_serial_stream(pdf->serial, number, entries->str, content->str, content->len, true);
    g_string_free(content, TRUE);
    g_string_free(entries, TRUE);
}

static int new_number(void *user)
{
    return bp_serial_number(user);
}

static void print_object(void *user, int number, const GString *text)
{
    g_string_append_len(bp_serial_object(user, number), text->str, (gssize)text->len);
}

static void print_stream(void *user, int number, const GString *entries,
                         const struct bp_bytes *data)
{
    bp_serial_stream(user, number, entries->str, data->data, data->size, false);
}

static bool print_drawing(const struct bp_picture *picture, struct bp_pdf *pdf, int number,
                          struct bp_report *report)
{
    const struct bp_copy_target target = {pdf->serial, new_number, print_object, print_stream};
    struct bp_paper *paper = bp_paper_open(&picture->data, picture->path, &picture->source, report);
    bool good = paper != NULL;
    if (good) {
        bp_drawing_print(paper, number, &target);
        good = bp_paper_check(paper, report);
    }
    bp_paper_close(paper);
    return good;
}

bool bp_figures_print(const struct bp_figures *figures, struct bp_pdf *pdf,
                      struct bp_report *report)
{
    bool good = true;
    for (guint i = 0; i < figures->pictures->len && good; i++) {
        const struct bp_picture *picture = figures->pictures->pdata[i];
        int number = bp_pdf_number(figures->objects->pdata[i]);
        if (picture->kind == BP_PICTURE_DRAWING)
            good = print_drawing(picture, pdf, number, report);
        else if (picture->kind == BP_PICTURE_JPEG)
            print_jpeg(picture, pdf, number);
        else
            print_pixels(picture, pdf, number);
    }
    return good;
}
