/* SPDX-License-Identifier: MIT */
#include "chart/canvas.h"

#include <cairo-pdf.h>
#include <glib.h>
#include <math.h>

#include "base/library.h"

/* Of a mark's size: the white rim, and how much larger a diamond or triangle must be drawn to look
 * as large as a disc. */
#define RIM     0.18
#define HOLLOW  0.55 /* of a hollow mark: what is white */
#define POINTED 1.25

#define SLANT 3.5 /* points from one stroke of a hatch to the next */

#define MOST_BYTES ((size_t)8 << 20)

/* In points: what rounding may add. */
#define SLACK 0.01

struct cairo {
    __typeof__(&cairo_pdf_surface_create_for_stream) pdf_create;
    __typeof__(&cairo_pdf_surface_restrict_to_version) restrict_to_version;
    __typeof__(&cairo_pdf_surface_set_metadata) set_metadata;
    __typeof__(&cairo_create) create;
    __typeof__(&cairo_destroy) destroy;
    __typeof__(&cairo_status) status;
    __typeof__(&cairo_surface_finish) finish;
    __typeof__(&cairo_surface_status) surface_status;
    __typeof__(&cairo_surface_destroy) surface_destroy;
    __typeof__(&cairo_set_source_rgb) colour;
    __typeof__(&cairo_set_line_width) line_width;
    __typeof__(&cairo_set_line_join) line_join;
    __typeof__(&cairo_set_dash) dash;
    __typeof__(&cairo_move_to) move_to;
    __typeof__(&cairo_line_to) line_to;
    __typeof__(&cairo_close_path) close_path;
    __typeof__(&cairo_arc) arc;
    __typeof__(&cairo_rectangle) rectangle;
    __typeof__(&cairo_stroke) stroke;
    __typeof__(&cairo_fill) fill;
};

static const struct bp_library cairo_library = {
    "libcairo.so.2", "libcairo2",
    (const char *const[]){"cairo_pdf_surface_create_for_stream",
                          "cairo_pdf_surface_restrict_to_version",
                          "cairo_pdf_surface_set_metadata",
                          "cairo_create",
                          "cairo_destroy",
                          "cairo_status",
                          "cairo_surface_finish",
                          "cairo_surface_status",
                          "cairo_surface_destroy",
                          "cairo_set_source_rgb",
                          "cairo_set_line_width",
                          "cairo_set_line_join",
                          "cairo_set_dash",
                          "cairo_move_to",
                          "cairo_line_to",
                          "cairo_close_path",
                          "cairo_arc",
                          "cairo_rectangle",
                          "cairo_stroke",
                          "cairo_fill",
                          NULL}};

struct bp_canvas {
    struct cairo cairo;
    struct bp_pen *pen;
    cairo_surface_t *surface;
    cairo_t *context;
    GString *out;
    double width;
    double height;
    GArray *labels; /* struct bp_drawing_label */
};

static cairo_status_t take(void *user, const unsigned char *bytes, unsigned int size)
{
    GString *out = user;
    if (out->len + size > MOST_BYTES)
        return CAIRO_STATUS_WRITE_ERROR;
    g_string_append_len(out, (const char *)bytes, size);
    return CAIRO_STATUS_SUCCESS;
}

struct bp_canvas *bp_canvas_create(struct bp_pen *pen, double width, double height)
{
    struct cairo cairo;
    if (!bp_library_load(&cairo_library, &cairo, pen->report))
        return NULL;
    struct bp_canvas *canvas = g_new0(struct bp_canvas, 1);
    canvas->cairo = cairo;
    canvas->pen = pen;
    canvas->out = g_string_new(NULL);
    canvas->width = width;
    canvas->height = height;
    canvas->labels = g_array_new(FALSE, FALSE, sizeof(struct bp_drawing_label));
    canvas->surface = cairo.pdf_create(take, canvas->out, width, height);
    cairo.restrict_to_version(canvas->surface, CAIRO_PDF_VERSION_1_4); /* no object streams */
    /* else it is that of the clock */
    cairo.set_metadata(canvas->surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
    canvas->context = cairo.create(canvas->surface);
    cairo.line_join(canvas->context, CAIRO_LINE_JOIN_ROUND);
    return canvas;
}

/* The same on every machine. */
static double rounded(double points)
{
    return round(points * 100) / 100;
}

static void set_colour(struct bp_canvas *canvas, bp_colour colour)
{
    canvas->cairo.colour(canvas->context, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0,
                         (colour & 255) / 255.0);
}

static void trace(struct bp_canvas *canvas, const struct bp_spot *spots, int n_spots)
{
    for (int i = 0; i < n_spots; i++) {
        double x = rounded(spots[i].x), y = rounded(spots[i].y);
        if (i == 0)
            canvas->cairo.move_to(canvas->context, x, y);
        else
            canvas->cairo.line_to(canvas->context, x, y);
    }
}

void bp_canvas_path(struct bp_canvas *canvas, const struct bp_stroke *stroke,
                    const struct bp_spot *spots, int n_spots)
{
    const double dashes[] = {stroke->dash, stroke->dash};
    if (n_spots < 2)
        return;
    set_colour(canvas, stroke->colour);
    canvas->cairo.line_width(canvas->context, stroke->width);
    canvas->cairo.dash(canvas->context, dashes, stroke->dash > 0 ? 2 : 0, 0);
    trace(canvas, spots, n_spots);
    canvas->cairo.stroke(canvas->context);
}

void bp_canvas_line(struct bp_canvas *canvas, const struct bp_stroke *stroke, struct bp_spot from,
                    struct bp_spot to)
{
    const struct bp_spot ends[] = {from, to};
    bp_canvas_path(canvas, stroke, ends, 2);
}

void bp_canvas_rimmed(struct bp_canvas *canvas, const struct bp_stroke *stroke, double rim,
                      const struct bp_spot *spots, int n_spots)
{
    const struct bp_stroke white = {BP_CANVAS_PAPER, stroke->width + 2 * rim, 0};
    bp_canvas_path(canvas, &white, spots, n_spots);
    bp_canvas_path(canvas, stroke, spots, n_spots);
}

void bp_canvas_frame(struct bp_canvas *canvas, const struct bp_stroke *stroke,
                     struct bp_spot corner, struct bp_spot other)
{
    const struct bp_spot spots[] = {
        corner, {other.x, corner.y}, other, {corner.x, other.y}, corner};
    bp_canvas_path(canvas, stroke, spots, G_N_ELEMENTS(spots));
}

void bp_canvas_hatch(struct bp_canvas *canvas, const struct bp_stroke *stroke,
                     struct bp_spot corner, struct bp_spot other)
{
    double width = other.x - corner.x, height = other.y - corner.y;
    for (double offset = SLANT - height; offset < width; offset += SLANT) {
        double from = MAX(0, -offset), to = MIN(height, width - offset);
        if (from < to)
            bp_canvas_line(canvas, stroke,
                           (struct bp_spot){corner.x + offset + from, other.y - from},
                           (struct bp_spot){corner.x + offset + to, other.y - to});
    }
    bp_canvas_frame(canvas, stroke, corner, other);
}

void bp_canvas_area(struct bp_canvas *canvas, bp_colour colour, const struct bp_spot *spots,
                    int n_spots)
{
    set_colour(canvas, colour);
    trace(canvas, spots, n_spots);
    canvas->cairo.close_path(canvas->context);
    canvas->cairo.fill(canvas->context);
}

void bp_canvas_rectangle(struct bp_canvas *canvas, bp_colour colour, struct bp_spot corner,
                         struct bp_spot other)
{
    double x = rounded(MIN(corner.x, other.x)), y = rounded(MIN(corner.y, other.y));
    double right = rounded(MAX(corner.x, other.x)), foot = rounded(MAX(corner.y, other.y));
    set_colour(canvas, colour);
    canvas->cairo.rectangle(canvas->context, x, y, rounded(right - x), rounded(foot - y));
    canvas->cairo.fill(canvas->context);
}

static void fill_mark(struct bp_canvas *canvas, enum bp_mark mark, struct bp_spot at, double radius,
                      bp_colour colour)
{
    double r = radius * POINTED, s = radius * 0.9;
    const struct bp_spot diamond[] = {
        {at.x, at.y - r}, {at.x + r, at.y}, {at.x, at.y + r}, {at.x - r, at.y}};
    const struct bp_spot triangle[] = {
        {at.x, at.y - r}, {at.x + r, at.y + 0.75 * r}, {at.x - r, at.y + 0.75 * r}};
    switch (mark) {
    case BP_MARK_DISC:
        set_colour(canvas, colour);
        canvas->cairo.arc(canvas->context, rounded(at.x), rounded(at.y), rounded(radius), 0,
                          2 * G_PI);
        canvas->cairo.fill(canvas->context);
        break;
    case BP_MARK_DIAMOND:
        bp_canvas_area(canvas, colour, diamond, 4);
        break;
    case BP_MARK_TRIANGLE:
        bp_canvas_area(canvas, colour, triangle, 3);
        break;
    case BP_MARK_SQUARE:
        bp_canvas_rectangle(canvas, colour, (struct bp_spot){at.x - s, at.y - s},
                            (struct bp_spot){at.x + s, at.y + s});
        break;
    }
}

void bp_canvas_mark(struct bp_canvas *canvas, const struct bp_mark_look *look, struct bp_spot at)
{
    double radius = look->size / 2;
    fill_mark(canvas, look->shape, at, radius * (1 + 2 * RIM), BP_CANVAS_PAPER);
    fill_mark(canvas, look->shape, at, radius, look->colour);
    if (look->hollow)
        fill_mark(canvas, look->shape, at, radius * HOLLOW, BP_CANVAS_PAPER);
}

/* Whether no label is in the rectangle, and all of it on the canvas. */
static bool is_free(const struct bp_canvas *canvas, struct bp_spot corner, struct bp_spot other)
{
    if (corner.x < -SLACK || corner.y < -SLACK || other.x > canvas->width + SLACK ||
        other.y > canvas->height + SLACK)
        return false;
    for (guint i = 0; i < canvas->labels->len; i++) {
        const struct bp_drawing_label *label =
            &g_array_index(canvas->labels, struct bp_drawing_label, i);
        double size = label->type->size;
        if (label->x < other.x && label->x + label->width > corner.x &&
            label->y - BP_PEN_ABOVE * size < other.y && label->y + BP_PEN_BELOW * size > corner.y)
            return false;
    }
    return true;
}

bool bp_canvas_label(struct bp_canvas *canvas, const struct bp_type *type, const char *words,
                     struct bp_spot at, enum bp_align align)
{
    double width = bp_pen_measure(canvas->pen, type, words);
    struct bp_drawing_label label = {
        .words = words, .type = type, .x = at.x, .y = rounded(at.y), .width = width};
    if (align == BP_ALIGN_END)
        label.x -= width;
    else if (align == BP_ALIGN_CENTRE)
        label.x -= width / 2;
    label.x = rounded(label.x);
    struct bp_spot corner = {label.x, label.y - BP_PEN_ABOVE * type->size};
    struct bp_spot other = {label.x + width, label.y + BP_PEN_BELOW * type->size};
    if (!is_free(canvas, corner, other))
        return false;
    g_array_append_val(canvas->labels, label);
    return true;
}

void bp_canvas_lines(struct bp_canvas *canvas, const struct bp_type *type,
                     const struct bp_pen_lines *lines, struct bp_spot top, enum bp_align align)
{
    double line = bp_pen_leading(type), first = top.y + bp_pen_middle(canvas->pen, type, line);
    for (int i = 0; i < lines->n_lines; i++)
        bp_canvas_label(canvas, type, lines->lines[i], (struct bp_spot){top.x, first + i * line},
                        align);
}

struct bp_drawing *bp_canvas_finish(struct bp_canvas *canvas, const char *name)
{
    const struct cairo *cairo = &canvas->cairo;
    struct bp_pen *pen = canvas->pen;
    struct bp_drawing *drawing = bp_arena_new(pen->arena, sizeof *drawing);
    bool good = cairo->status(canvas->context) == CAIRO_STATUS_SUCCESS;
    cairo->destroy(canvas->context);
    cairo->finish(canvas->surface);
    good = good && cairo->surface_status(canvas->surface) == CAIRO_STATUS_SUCCESS;
    cairo->surface_destroy(canvas->surface);
    if (!good)
        bp_report_system(pen->report, NULL, "drawing-failed", "Cairo could not draw %s", name);
    *drawing = (struct bp_drawing){.width = canvas->width, .height = canvas->height};
    drawing->picture = (struct bp_picture){
        .path = name, .kind = BP_PICTURE_DRAWING, .width = canvas->width, .height = canvas->height};
    drawing->picture.data.data = bp_arena_copy(pen->arena, canvas->out->str, canvas->out->len, 1);
    drawing->picture.data.size = canvas->out->len;
    drawing->n_labels = (int)canvas->labels->len;
    drawing->labels = bp_arena_copy(pen->arena, canvas->labels->data, canvas->labels->len,
                                    sizeof *drawing->labels);
    g_array_free(canvas->labels, TRUE);
    g_string_free(canvas->out, TRUE);
    g_free(canvas);
    return good && !pen->failed ? drawing : NULL;
}
