/* SPDX-License-Identifier: MIT */
#include "layout/dump.h"

#include <stdio.h>

#include "base/number.h"

static const char *const artifacts[] = {"layout", "header", "footer", "watermark"};
static const char *const kinds[] = {"text", "rectangle", "figure"};

/* `key=1,2.5`, zeros too. */
static void dump_numbers(struct bp_dump *dump, const char *key, const double *values, int n)
{
    GString *text = g_string_new(NULL);

    for (int i = 0; i < n; i++) {
        if (i)
            g_string_append_c(text, ',');
        bp_number_append(text, values[i], 2);
    }
    bp_dump_word(dump, key, text->str);
    g_string_free(text, TRUE);
}

static void dump_colour(struct bp_dump *dump, bp_colour colour)
{
    char text[16];

    snprintf(text, sizeof text, "#%06X", colour);
    bp_dump_word(dump, "colour", text);
}

static void dump_line(const struct bp_line_box *line, struct bp_dump *dump)
{
    const struct bp_face *face = NULL;

    bp_dump_number(dump, "size", line->size);
    dump_colour(dump, line->colour);
    bp_dump_number(dump, "stretch", line->stretch);
    for (int i = 0; i < line->n_shapes; i++) {
        if (line->shapes[i]->face != face)
            bp_dump_word(dump, "face", line->shapes[i]->face->name);
        face = line->shapes[i]->face;
    }
    bp_dump_text(dump, "actual", line->actual);
}

static void dump_box(const struct bp_box *box, struct bp_dump *dump)
{
    bool text = box->kind == BP_BOX_TEXT;

    bp_dump_begin(dump, kinds[box->kind]);
    dump_numbers(dump, "at", (double[]){box->x, box->y}, 2);
    dump_numbers(dump, text ? "width" : "extent", (double[]){box->width, box->height},
                 text ? 1 : 2);
    if (!box->kid)
        bp_dump_word(dump, "artifact", artifacts[box->artifact]);
    bp_dump_number(dump, "angle", box->angle);
    if (box->kind == BP_BOX_RECTANGLE)
        dump_colour(dump, box->fill.colour);
    if (box->kind == BP_BOX_FIGURE && box->picture)
        bp_dump_text(dump, "picture", box->picture->path);
    if (text) {
        GString *words = g_string_new(NULL);

        dump_line(&box->line, dump);
        bp_box_append_text(box, words);
        bp_dump_text(dump, "text", words->str);
        g_string_free(words, TRUE);
    }
    bp_dump_end(dump);
}

static void dump_page(const struct bp_page *page, const struct bp_sheet *sheet,
                      struct bp_dump *dump)
{
    bp_dump_begin(dump, "page");
    bp_dump_text(dump, "label", page->label);
    if (page->width > 0 && (page->width != sheet->width || page->height != sheet->height))
        dump_numbers(dump, "size", (double[]){page->width, page->height}, 2);
    for (int i = 0; i < page->n_boxes; i++)
        dump_box(&page->boxes[i], dump);
    for (const struct bp_link *link = page->links; link; link = link->next) {
        bp_dump_begin(dump, "link");
        dump_numbers(dump, "box", (double[]){link->x0, link->y0, link->x1, link->y1}, 4);
        bp_dump_text(dump, "target", link->target);
        bp_dump_text(dump, "contents", link->contents);
        bp_dump_end(dump);
    }
    bp_dump_end(dump);
}

void bp_box_append_text(const struct bp_box *box, GString *out)
{
    for (int i = 0; i < box->line.n_shapes; i++)
        g_string_append_len(out, box->line.shapes[i]->text, box->line.shapes[i]->length);
}

void bp_pages_dump(const struct bp_pages *pages, struct bp_dump *dump)
{
    for (int i = 0; i < pages->n_pages; i++)
        dump_page(&pages->pages[i], &pages->document->sheet, dump);
    for (const struct bp_place *place = pages->places; place; place = place->next) {
        bp_dump_begin(dump, "place");
        bp_dump_text(dump, "id", place->id);
        bp_dump_text(dump, "page", pages->pages[place->page].label);
        bp_dump_number(dump, "y", place->y);
        bp_dump_text(dump, "bookmark", place->bookmark);
        bp_dump_int(dump, "level", place->level);
        bp_dump_end(dump);
    }
}
