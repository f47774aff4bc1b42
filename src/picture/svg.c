/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memmem() */
#include "picture/svg.h"

#include <cairo-pdf.h>
#include <glib.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

#include "base/library.h"
#include "picture/fault.h"
#include "picture/survey.h"

/* Of the drawing, which write scales. */
#define LONGER_SIDE 1000.0

/* Of the natural size, in pixels of 1/96 inch, and of one side to the other. */
#define LEAST_PIXELS 0.1
#define MOST_PIXELS  30000.0
#define MOST_RATIO   1000.0

#define POINTS_A_PIXEL 0.75
#define MOST_BYTES     ((size_t)32 << 20)

struct rsvg {
    __typeof__(&rsvg_handle_new_from_data) new_from_data;
    __typeof__(&rsvg_handle_set_dpi) set_dpi;
    __typeof__(&rsvg_handle_get_intrinsic_size_in_pixels) size_in_pixels;
    __typeof__(&rsvg_handle_get_intrinsic_dimensions) dimensions;
    __typeof__(&rsvg_handle_render_document) render_document;
};

static const struct bp_library rsvg_library = {
    "librsvg-2.so.2", "librsvg2-2",
    (const char *const[]){"rsvg_handle_new_from_data", "rsvg_handle_set_dpi",
                          "rsvg_handle_get_intrinsic_size_in_pixels",
                          "rsvg_handle_get_intrinsic_dimensions", "rsvg_handle_render_document",
                          NULL}};

struct cairo {
    __typeof__(&cairo_pdf_surface_create_for_stream) pdf_create;
    __typeof__(&cairo_pdf_surface_restrict_to_version) restrict_to_version;
    __typeof__(&cairo_pdf_surface_set_metadata) set_metadata;
    __typeof__(&cairo_create) create;
    __typeof__(&cairo_destroy) destroy;
    __typeof__(&cairo_surface_finish) finish;
    __typeof__(&cairo_surface_status) status;
    __typeof__(&cairo_surface_destroy) surface_destroy;
};

static const struct bp_library cairo_library = {
    "libcairo.so.2", "libcairo2",
    (const char *const[]){"cairo_pdf_surface_create_for_stream",
                          "cairo_pdf_surface_restrict_to_version", "cairo_pdf_surface_set_metadata",
                          "cairo_create", "cairo_destroy", "cairo_surface_finish",
                          "cairo_surface_status", "cairo_surface_destroy", NULL}};

struct drawing {
    struct rsvg rsvg;
    struct cairo cairo;
    RsvgHandle *handle;
    GString *out;
    double width; /* of the drawing */
    double height;
};

bool bp_svg_is(const struct bp_bytes *file)
{
    const char *text = file->data, *end = text + file->size;
    if (file->size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
        text += 3;
    while (text < end && g_ascii_isspace(*text))
        text++;
    return end - text > 4 && (g_str_has_prefix(text, "<?xml") || g_str_has_prefix(text, "<!DOC") ||
                              g_str_has_prefix(text, "<!--") || g_str_has_prefix(text, "<svg"));
}

static bool damaged(const struct bp_picture *picture, struct bp_report *report)
{
    return bp_picture_fault(picture, report, "picture-damaged",
                            "is no SVG that can be read; save it again as plain SVG");
}

static cairo_status_t take(void *user, const unsigned char *bytes, unsigned int size)
{
    GString *out = user;
    if (out->len + size > MOST_BYTES)
        return CAIRO_STATUS_WRITE_ERROR;
    g_string_append_len(out, (const char *)bytes, size);
    return CAIRO_STATUS_SUCCESS;
}

/* Pixels, from the width and height, else from the viewBox. */
static bool find_size(const struct drawing *drawing, double *width, double *height)
{
    gboolean has_width, has_height, has_box;
    RsvgLength across, down;
    RsvgRectangle box;
    if (drawing->rsvg.size_in_pixels(drawing->handle, width, height))
        return true;
    drawing->rsvg.dimensions(drawing->handle, &has_width, &across, &has_height, &down, &has_box,
                             &box);
    *width = box.width;
    *height = box.height;
    return has_box;
}

static bool set_size(struct drawing *drawing, struct bp_picture *picture, struct bp_report *report)
{
    double width, height;
    if (!find_size(drawing, &width, &height))
        return bp_picture_fault(picture, report, "picture-size",
                                "does not say how large it is; give its svg element a viewBox, or "
                                "a width and height");
    if (!(width >= LEAST_PIXELS && height >= LEAST_PIXELS && width <= MOST_PIXELS &&
          height <= MOST_PIXELS && width <= height * MOST_RATIO && height <= width * MOST_RATIO))
        return bp_picture_fault(picture, report, "picture-size",
                                "is %g by %g pixels large, which can't be drawn; give its svg "
                                "element a width and height",
                                width, height);
    double scale = LONGER_SIDE / MAX(width, height);
    drawing->width = round(width * scale * 100) / 100;
    drawing->height = round(height * scale * 100) / 100;
    picture->width = width * POINTS_A_PIXEL;
    picture->height = height * POINTS_A_PIXEL;
    return true;
}

static bool paint(struct drawing *drawing)
{
    const struct cairo *cairo = &drawing->cairo;
    RsvgRectangle all = {0, 0, drawing->width, drawing->height};
    cairo_surface_t *surface =
        cairo->pdf_create(take, drawing->out, drawing->width, drawing->height);
    cairo->restrict_to_version(surface, CAIRO_PDF_VERSION_1_4); /* no object streams */
    /* else it is that of the clock */
    cairo->set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
    cairo_t *context = cairo->create(surface);
    bool good = drawing->rsvg.render_document(drawing->handle, context, &all, NULL);
    cairo->destroy(context);
    cairo->finish(surface);
    good = good && cairo->status(surface) == CAIRO_STATUS_SUCCESS;
    cairo->surface_destroy(surface);
    return good;
}

static bool holds(const GString *file, const char *words)
{
    return memmem(file->str, file->len, words, strlen(words)) != NULL;
}

/* Survey tells most of it better, with the line; this is what Cairo made in the end. */
static bool is_fit(const struct bp_picture *picture, const GString *file, struct bp_report *report)
{
    if (holds(file, "/Font "))
        return bp_picture_fault(picture, report, "picture-text", BP_SURVEY_TEXT);
    if (holds(file, "/Image"))
        return bp_picture_fault(picture, report, "picture-effect",
                                "has a part that can't be drawn as vectors; take it out, or save "
                                "the picture as PNG");
    return true;
}

static bool draw(struct drawing *drawing, struct bp_picture *picture, struct bp_report *report)
{
    drawing->handle =
        drawing->rsvg.new_from_data((const guint8 *)picture->file.data, picture->file.size, NULL);
    if (!drawing->handle)
        return damaged(picture, report);
    drawing->rsvg.set_dpi(drawing->handle, 96);
    if (!set_size(drawing, picture, report))
        return false;
    if (!paint(drawing))
        return bp_picture_fault(picture, report, "picture-large",
                                "is too much to be drawn; make it simpler");
    return is_fit(picture, drawing->out, report);
}

bool bp_svg_open(struct bp_picture *picture, struct bp_arena *arena, struct bp_report *report)
{
    struct drawing drawing = {0};
    if (!bp_survey_svg(picture, report) || !bp_library_load(&rsvg_library, &drawing.rsvg, report) ||
        !bp_library_load(&cairo_library, &drawing.cairo, report))
        return false;
    drawing.out = g_string_new(NULL);
    bool good = draw(&drawing, picture, report);
    picture->kind = BP_PICTURE_DRAWING;
    if (good) {
        picture->data.data = bp_arena_copy(arena, drawing.out->str, drawing.out->len, 1);
        picture->data.size = drawing.out->len;
    }
    g_clear_object(&drawing.handle);
    g_string_free(drawing.out, TRUE);
    return good;
}
