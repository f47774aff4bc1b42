/* SPDX-License-Identifier: MIT */
#include "replay.h"

#include <cairo-pdf.h>
#include <libdeflate.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_PLAIN (1 << 20)

/* The plain bytes of the first content stream. To be freed. */
static char *inflate_page(const struct bp_bytes *pdf, size_t *size)
{
    const char *bytes = (const char *)pdf->data, *end = bytes + pdf->size;
    const char *stream = g_strstr_len(bytes, (gssize)pdf->size, "stream\n");
    struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
    char *plain = g_malloc(MOST_PLAIN + 1);
    size_t used;
    bool good = stream &&
                libdeflate_zlib_decompress_ex(inflater, stream + 7, (size_t)(end - stream - 7),
                                              plain, MOST_PLAIN, &used, size) == LIBDEFLATE_SUCCESS;
    libdeflate_free_decompressor(inflater);
    if (good) {
        plain[*size] = '\0';
        return plain;
    }
    fputs("bench: a drawing's PDF can't be read\n", stderr);
    g_free(plain);
    return NULL;
}

static bool is_known(const char *verb)
{
    static const char *const known[] = {"m",  "l", "c", "h", "re", "f",  "f*", "S",
                                        "n",  "W", "w", "J", "j",  "d",  "M",  "rg",
                                        "RG", "g", "G", "q", "Q",  "cm", "gs", NULL};
    return g_strv_contains(known, verb);
}

/* Cairo's own frame, "/a0 gs" and "/x5 Do", has names in it, which are passed over; "Do" would hide
 * the drawing. */
static bool add_token(struct bp_replay *replay, struct bp_replay_step *step, int *n_numbers,
                      const char *token)
{
    char *end;
    double number = g_ascii_strtod(token, &end);
    if (*end == '\0') {
        if (*n_numbers < 6)
            step->numbers[(*n_numbers)++] = number;
        return true;
    }
    if (*token == '/')
        return true;
    if (!is_known(token)) {
        fprintf(stderr, "bench: no chart was known to draw “%s”\n", token);
        return false;
    }
    g_strlcpy(step->verb, token, sizeof step->verb);
    g_array_append_val(replay->steps, *step);
    *step = (struct bp_replay_step){0};
    *n_numbers = 0;
    return true;
}

bool bp_replay_init(struct bp_replay *replay, const struct bp_drawing *drawing)
{
    struct bp_replay_step step = {0};
    size_t size;
    int n_numbers = 0;
    bool good = true;
    *replay = (struct bp_replay){g_array_new(FALSE, FALSE, sizeof step), drawing};
    char *plain = inflate_page(&drawing->picture.data, &size);
    for (char *rest = plain, *token; plain && good && (token = strsep(&rest, " \n[]"));)
        if (*token)
            good = add_token(replay, &step, &n_numbers, token);
    g_free(plain);
    return plain && good;
}

void bp_replay_finish(struct bp_replay *replay)
{
    g_array_free(replay->steps, TRUE);
}

static void set_dash(cairo_t *context, const double *numbers)
{
    cairo_set_dash(context, numbers, numbers[0] > 0 ? 2 : 0, 0);
}

static void carry_out(const struct bp_replay_step *step, cairo_t *context)
{
    const double *n = step->numbers;
    const char *verb = step->verb;
    if (strcmp(verb, "m") == 0)
        cairo_move_to(context, n[0], n[1]);
    else if (strcmp(verb, "l") == 0)
        cairo_line_to(context, n[0], n[1]);
    else if (strcmp(verb, "c") == 0)
        cairo_curve_to(context, n[0], n[1], n[2], n[3], n[4], n[5]);
    else if (strcmp(verb, "h") == 0)
        cairo_close_path(context);
    else if (strcmp(verb, "re") == 0)
        cairo_rectangle(context, n[0], n[1], n[2], n[3]);
    else if (*verb == 'f')
        cairo_fill(context);
    else if (strcmp(verb, "S") == 0)
        cairo_stroke(context);
    else if (strcmp(verb, "w") == 0)
        cairo_set_line_width(context, n[0]);
    else if (strcmp(verb, "d") == 0)
        set_dash(context, n);
    else if (strcmp(verb, "rg") == 0 || strcmp(verb, "RG") == 0)
        cairo_set_source_rgb(context, n[0], n[1], n[2]);
    else if (strcmp(verb, "g") == 0 || strcmp(verb, "G") == 0)
        cairo_set_source_rgb(context, n[0], n[0], n[0]);
}

static void draw_words(const struct bp_drawing *drawing, cairo_t *context)
{
    PangoLayout *layout = pango_cairo_create_layout(context);
    PangoFontDescription *face = pango_font_description_from_string("Inter");
    for (int i = 0; i < drawing->n_labels; i++) {
        const struct bp_drawing_label *label = &drawing->labels[i];
        pango_font_description_set_absolute_size(face, label->type->size * PANGO_SCALE);
        pango_layout_set_font_description(layout, face);
        pango_layout_set_text(layout, label->words, -1);
        cairo_move_to(context, label->x,
                      label->y - (double)pango_layout_get_baseline(layout) / PANGO_SCALE);
        pango_cairo_show_layout(context, layout);
    }
    pango_font_description_free(face);
    g_object_unref(layout);
}

void bp_replay_draw(const struct bp_replay *replay, cairo_surface_t *surface, cairo_t *context)
{
    cairo_pdf_surface_set_size(surface, replay->drawing->width, replay->drawing->height);
    for (guint i = 0; i < replay->steps->len; i++)
        carry_out(&g_array_index(replay->steps, struct bp_replay_step, i), context);
    draw_words(replay->drawing, context);
    cairo_show_page(context);
}
