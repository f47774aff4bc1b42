/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memmem() */
#include "picture/svg.h"

#include <glib.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

#include "base/library.h"
#include "picture/fault.h"
#include "picture/surface.h"
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

struct drawing {
    struct rsvg rsvg;
    RsvgHandle *handle;
    struct bp_surface surface;
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

static bool paint(struct drawing *drawing)
{
    const RsvgRectangle all = {0, 0, drawing->width, drawing->height};
    bool good =
        drawing->rsvg.render_document(drawing->handle, drawing->surface.context, &all, NULL);
    return bp_surface_end(&drawing->surface) && good;
}

static bool keep(struct drawing *drawing, struct bp_picture *picture, struct bp_arena *arena,
                 struct bp_report *report)
{
    const GString *out = drawing->surface.out;
    if (!paint(drawing))
        return bp_picture_fault(picture, report, "picture-large",
                                "is too much to be drawn; make it simpler");
    picture->data.data = bp_arena_copy(arena, out->str, out->len, 1);
    picture->data.size = out->len;
    return is_fit(picture, out, report);
}

static bool draw(struct drawing *drawing, struct bp_picture *picture, struct bp_arena *arena,
                 struct bp_report *report)
{
    drawing->handle =
        drawing->rsvg.new_from_data((const guint8 *)picture->file.data, picture->file.size, NULL);
    if (!drawing->handle)
        return damaged(picture, report);
    drawing->rsvg.set_dpi(drawing->handle, 96);
    if (!set_size(drawing, picture, report) ||
        !bp_surface_init(&drawing->surface, drawing->width, drawing->height, MOST_BYTES, report))
        return false;
    bool good = keep(drawing, picture, arena, report);
    bp_surface_finish(&drawing->surface);
    return good;
}

bool bp_svg_open(struct bp_picture *picture, struct bp_arena *arena, struct bp_report *report)
{
    struct drawing drawing = {0};
    if (!bp_survey_svg(picture, report) || !bp_library_load(&rsvg_library, &drawing.rsvg, report))
        return false;
    bool good = draw(&drawing, picture, arena, report);
    picture->kind = BP_PICTURE_DRAWING;
    g_clear_object(&drawing.handle);
    return good;
}
