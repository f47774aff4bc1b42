/* SPDX-License-Identifier: MIT */
#include "write/watermark.h"

#include <math.h>

#include "base/number.h"

/* An outline under way, from font units to points on the page, y up. */
struct drawing {
    GString *out;
    double origin_x;
    double origin_y;
    double cosine; /* of the turn, times the scale */
    double sine;
};

static void add_point(struct drawing *drawing, float x, float y)
{
    double across = drawing->origin_x + x * drawing->cosine - y * drawing->sine;
    double up = drawing->origin_y + x * drawing->sine + y * drawing->cosine;
    bp_number_append(drawing->out, across, 1);
    g_string_append_c(drawing->out, ' ');
    bp_number_append(drawing->out, up, 1);
    g_string_append_c(drawing->out, ' ');
}

static void move_to(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state, float x,
                    float y, void *user)
{
    struct drawing *drawing = data;
    (void)functions, (void)state, (void)user;
    add_point(drawing, x, y);
    g_string_append(drawing->out, "m\n");
}

static void line_to(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state, float x,
                    float y, void *user)
{
    struct drawing *drawing = data;
    (void)functions, (void)state, (void)user;
    add_point(drawing, x, y);
    g_string_append(drawing->out, "l\n");
}

/* HarfBuzz turns glyf's quadratic curves into cubic ones. */
static void cubic_to(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state, float x1,
                     float y1, float x2, float y2, float x, float y, void *user)
{
    struct drawing *drawing = data;
    (void)functions, (void)state, (void)user;
    add_point(drawing, x1, y1);
    add_point(drawing, x2, y2);
    add_point(drawing, x, y);
    g_string_append(drawing->out, "c\n");
}

static void close_path(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state, void *user)
{
    struct drawing *drawing = data;
    (void)functions, (void)state, (void)user;
    g_string_append(drawing->out, "h\n");
}

static hb_draw_funcs_t *make_functions(void)
{
    hb_draw_funcs_t *functions = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(functions, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(functions, line_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(functions, cubic_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(functions, close_path, NULL, NULL);
    return functions;
}

static void draw_shape(struct drawing *drawing, const struct bp_fonts *fonts,
                       const struct bp_shape *shape, hb_draw_funcs_t *functions)
{
    hb_font_t *font = hb_font_create(fonts->subsets[shape->face->number].whole);
    for (int i = 0; i < shape->n_glyphs; i++) {
        const struct bp_glyph *glyph = &shape->glyphs[i];
        struct drawing moved = *drawing;
        moved.origin_x += glyph->x_offset * drawing->cosine - glyph->y_offset * drawing->sine;
        moved.origin_y += glyph->x_offset * drawing->sine + glyph->y_offset * drawing->cosine;
        hb_font_get_glyph_shape(font, glyph->id, functions, &moved);
        drawing->origin_x += glyph->advance * drawing->cosine;
        drawing->origin_y += glyph->advance * drawing->sine;
    }
    hb_font_destroy(font);
}

static void set_fill(GString *out, bp_colour colour)
{
    for (int shift = 16; shift >= 0; shift -= 8) {
        bp_number_append(out, (double)(colour >> shift & 0xFF) / 255, 3);
        g_string_append_c(out, ' ');
    }
    g_string_append(out, "rg\n");
}

static void draw(GString *out, const struct bp_fonts *fonts, const struct bp_box *box,
                 double height)
{
    double turn = box->angle * G_PI / 180;
    hb_draw_funcs_t *functions = make_functions();
    struct drawing drawing = {.out = out, .origin_x = box->x, .origin_y = height - box->y};
    set_fill(out, box->line.colour);
    for (int i = 0; i < box->line.n_shapes; i++) {
        const struct bp_shape *shape = box->line.shapes[i];
        double scale = box->line.size / shape->face->units_per_em;
        drawing.cosine = cos(turn) * scale;
        drawing.sine = sin(turn) * scale;
        draw_shape(&drawing, fonts, shape, functions);
    }
    g_string_append(out, "f\n");
    hb_draw_funcs_destroy(functions);
}

bool bp_is_watermark(const struct bp_box *box)
{
    return box->kind == BP_BOX_TEXT && !box->kid && box->artifact == BP_ARTIFACT_WATERMARK;
}

const char *bp_watermark_name(bool turned)
{
    return turned ? "Wt" : "Wm";
}

/* The first page that is turned or not; NULL: there is none. */
static const struct bp_page *find_page(const struct bp_pages *pages, bool turned)
{
    const struct bp_sheet *sheet = &pages->document->sheet;
    for (int i = 0; i < pages->n_pages; i++) {
        const struct bp_page *page = &pages->pages[i];
        if ((page->height > 0 && page->height != sheet->height) == turned)
            return page;
    }
    return NULL;
}

static const struct bp_box *find_watermark(const struct bp_page *page)
{
    for (int i = 0; page && i < page->n_boxes; i++)
        if (bp_is_watermark(&page->boxes[i]))
            return &page->boxes[i];
    return NULL;
}

static void print_form(struct bp_pdf *pdf, const struct bp_fonts *fonts, const struct bp_box *box,
                       const struct bp_sheet *sheet, int form)
{
    GString *entries = g_string_new("/Type/XObject/Subtype/Form/BBox[0 0 ");
    bp_number_append(entries, sheet->width, 2);
    g_string_append_c(entries, ' ');
    bp_number_append(entries, sheet->height, 2);
    g_string_append_c(entries, ']');
    GString *out = g_string_new(NULL);
    draw(out, fonts, box, sheet->height);
    if (!pdf->error)
        bp_serial_stream(pdf->serial, form, entries->str, out->str, out->len, true);
    g_string_free(out, TRUE);
    g_string_free(entries, TRUE);
}

void bp_watermark_add(struct bp_pdf *pdf, const struct bp_fonts *fonts,
                      const struct bp_pages *pages)
{
    for (int turned = 0; turned < 2; turned++) {
        const struct bp_page *page = find_page(pages, turned);
        const struct bp_box *box = find_watermark(page);
        if (!box)
            continue;
        struct bp_sheet sheet = pages->document->sheet;
        if (page->height > 0) {
            sheet.width = page->width;
            sheet.height = page->height;
        }
        void *form = bp_pdf_reserve(pdf);
        HPDF_Dict_Add(bp_pdf_entry(pdf, fonts->resources, "XObject"), bp_watermark_name(turned),
                      form);
        print_form(pdf, fonts, box, &sheet, bp_pdf_number(form));
    }
}
