/* SPDX-License-Identifier: MIT */
#include "write/content.h"

#include <assert.h>
#include <math.h>

#include "base/number.h"
#include "write/string.h"

static const char *const artifacts[] = {
    [BP_ARTIFACT_LAYOUT] = "/Artifact<</Type/Layout>>BDC\n",
    [BP_ARTIFACT_HEADER] = "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n",
    [BP_ARTIFACT_FOOTER] = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n",
    [BP_ARTIFACT_WATERMARK] = "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\n",
};

void bp_painter_init(struct bp_painter *painter, struct bp_fonts *fonts, double height)
{
    *painter = (struct bp_painter){.fragments = bp_fragments_create(fonts),
                                   .out = g_string_sized_new(32768),
                                   .height = (int)lround(height * 100)};
}

void bp_painter_finish(struct bp_painter *painter)
{
    bp_fragments_destroy(painter->fragments);
    g_string_free(painter->out, TRUE);
}

static int hundredths(double points)
{
    return (int)lround(points * 100);
}

/* Hundredths as points, and a space. */
static void append(GString *out, int value)
{
    int rest = abs(value) % 100;
    if (value < 0)
        g_string_append_c(out, '-');
    if (abs(value) >= 100 || rest == 0)
        bp_string_int(out, abs(value) / 100);
    if (rest > 0) {
        g_string_append_c(out, '.');
        g_string_append_c(out, (char)('0' + rest / 10));
        if (rest % 10 > 0)
            g_string_append_c(out, (char)('0' + rest % 10));
    }
    g_string_append_c(out, ' ');
}

static void set_colour(struct bp_painter *painter, bp_colour colour)
{
    int red = colour >> 16 & 255, green = colour >> 8 & 255, blue = colour & 255;
    if (painter->colour == colour)
        return;
    painter->colour = colour;
    bp_number_append(painter->out, red / 255.0, 3);
    if (red == green && green == blue) {
        g_string_append(painter->out, " g\n");
        return;
    }
    g_string_append_c(painter->out, ' ');
    bp_number_append(painter->out, green / 255.0, 3);
    g_string_append_c(painter->out, ' ');
    bp_number_append(painter->out, blue / 255.0, 3);
    g_string_append(painter->out, " rg\n");
}

static void begin_text(struct bp_painter *painter)
{
    if (painter->in_text)
        return;
    g_string_append(painter->out, "BT\n");
    painter->in_text = true;
    painter->line_x = painter->line_y = 0;
}

static void end_text(struct bp_painter *painter)
{
    if (painter->in_text)
        g_string_append(painter->out, "ET\n");
    painter->in_text = false;
}

static void place_text(struct bp_painter *painter, const struct bp_box *box)
{
    int x = hundredths(box->x), y = painter->height - hundredths(box->y);
    if (box->angle != 0) {
        double turn = box->angle * G_PI / 180;
        double matrix[] = {cos(turn), sin(turn), -sin(turn), cos(turn)};
        for (int i = 0; i < 4; i++) {
            bp_number_append(painter->out, matrix[i], 5);
            g_string_append_c(painter->out, ' ');
        }
        append(painter->out, x);
        append(painter->out, y);
        g_string_append(painter->out, "Tm\n");
        return;
    }
    append(painter->out, x - painter->line_x);
    append(painter->out, y - painter->line_y);
    g_string_append(painter->out, "Td\n");
    painter->line_x = x;
    painter->line_y = y;
}

/* True when the font or size changed: a string that is open must be shown before. */
static bool is_other_font(const struct bp_painter *painter, const struct bp_face *face, double size)
{
    return painter->face != face || painter->size != size;
}

static void set_font(struct bp_painter *painter, const struct bp_face *face, double size)
{
    g_string_append(painter->out, "/F");
    bp_string_int(painter->out, face->number);
    g_string_append_c(painter->out, ' ');
    bp_number_append(painter->out, size, 2);
    g_string_append(painter->out, " Tf");
    painter->face = face;
    painter->size = size;
}

static void show_line(struct bp_painter *painter, const struct bp_line_box *line)
{
    GString *out = painter->out;
    bool open = false;
    for (int i = 0; i < line->n_shapes; i++) {
        const struct bp_shape *shape = line->shapes[i];
        if (is_other_font(painter, shape->face, line->size)) {
            if (open)
                g_string_append(out, ")]TJ\n");
            set_font(painter, shape->face, line->size);
            open = false;
        }
        if (!open)
            g_string_append(out, "[(");
        open = true;
        bp_fragment_append(painter->fragments, shape, line->size, out);
        if (shape->space && line->stretch != 0 && i + 1 < line->n_shapes)
            bp_fragment_move(out, line->stretch * 1000 / line->size, 1);
    }
    if (open)
        g_string_append(out, ")]TJ\n");
}

static void paint_text(struct bp_painter *painter, const struct bp_box *box)
{
    const struct bp_line_box *line = &box->line;
    begin_text(painter);
    set_colour(painter, line->colour);
    place_text(painter, box);
    if (line->actual) {
        g_string_append(painter->out, "/Span<</ActualText");
        bp_string_text(painter->out, line->actual);
        g_string_append(painter->out, ">>BDC\n");
    }
    show_line(painter, line);
    if (line->actual)
        g_string_append(painter->out, "EMC\n");
    if (box->angle != 0) /* the line's beginning is turned, too */
        end_text(painter);
}

static void paint_rectangle(struct bp_painter *painter, const struct bp_box *box)
{
    int left = hundredths(box->x), right = hundredths(box->x + box->width);
    int top = hundredths(box->y), foot = hundredths(box->y + box->height);
    end_text(painter);
    set_colour(painter, box->fill.colour);
    append(painter->out, left);
    append(painter->out, painter->height - foot);
    append(painter->out, right - left);
    append(painter->out, foot - top);
    g_string_append(painter->out, "re f\n");
}

static bool is_same_mark(const struct bp_box *a, const struct bp_box *b)
{
    return a->kid == b->kid && (a->kid || a->artifact == b->artifact);
}

static void begin_mark(struct bp_painter *painter, const struct bp_box *box, int *mcid)
{
    if (!box->kid) {
        g_string_append(painter->out, artifacts[box->artifact]);
        return;
    }
    /* A kid's boxes are neighbours: an identifier may mark one stretch only (14.7.4.3). */
    assert(box->kid->content.mcid < 0);
    box->kid->content.mcid = (*mcid)++;
    g_string_append_c(painter->out, '/');
    g_string_append(painter->out, bp_tag_name(box->kid->content.tag->role));
    g_string_append(painter->out, "<</MCID ");
    bp_string_int(painter->out, box->kid->content.mcid);
    g_string_append(painter->out, ">>BDC\n");
}

/* Marked content and text objects must nest: text that is all of a mark shares one text object
 * with its neighbours, all else gets text objects inside the mark. */
static void paint_run(struct bp_painter *painter, const struct bp_box *boxes, int n, int *mcid)
{
    bool plain = true;
    for (int i = 0; i < n; i++)
        plain = plain && boxes[i].kind == BP_BOX_TEXT && boxes[i].angle == 0;
    if (plain)
        begin_text(painter);
    else
        end_text(painter);
    begin_mark(painter, boxes, mcid);
    for (int i = 0; i < n; i++) {
        if (boxes[i].kind == BP_BOX_TEXT)
            paint_text(painter, &boxes[i]);
        else if (boxes[i].kind == BP_BOX_RECTANGLE)
            paint_rectangle(painter, &boxes[i]);
    }
    if (!plain)
        end_text(painter);
    g_string_append(painter->out, "EMC\n");
}

int bp_painter_page(struct bp_painter *painter, const struct bp_page *page)
{
    int mcid = 0;
    g_string_truncate(painter->out, 0);
    painter->face = NULL;
    painter->colour = 0;
    for (int i = 0; i < page->n_boxes; i++)
        if (page->boxes[i].kid)
            page->boxes[i].kid->content.mcid = -1;
    for (int i = 0, end; i < page->n_boxes; i = end) {
        for (end = i + 1; end < page->n_boxes && is_same_mark(&page->boxes[i], &page->boxes[end]);)
            end++;
        paint_run(painter, &page->boxes[i], end - i, &mcid);
    }
    end_text(painter);
    return mcid;
}
