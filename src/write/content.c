/* SPDX-License-Identifier: MIT */
#include "write/content.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "write/string.h"
#include "write/watermark.h"

/* Thousandths of the size that nobody sees: below the last decimal that is printed. */
#define LEAST_MOVE 0.05

static const char *const artifacts[] = {
    [BP_ARTIFACT_LAYOUT] = "/Artifact<</Type/Layout>>BDC\n",
    [BP_ARTIFACT_HEADER] = "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n",
    [BP_ARTIFACT_FOOTER] = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n",
    [BP_ARTIFACT_WATERMARK] = "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\n",
};

void bp_painter_init(struct bp_painter *painter, struct bp_fonts *fonts,
                     const struct bp_figures *figures, double height)
{
    *painter = (struct bp_painter){.fragments = bp_fragments_create(fonts),
                                   .figures = figures,
                                   .out = g_string_sized_new(32768),
                                   .owners = g_ptr_array_new(),
                                   .order = g_array_new(FALSE, FALSE, sizeof(int)),
                                   .starts = g_array_new(FALSE, FALSE, sizeof(double)),
                                   .sheet = (int)lround(height * 100)};
}

void bp_painter_finish(struct bp_painter *painter)
{
    bp_fragments_destroy(painter->fragments);
    g_string_free(painter->out, TRUE);
    g_ptr_array_free(painter->owners, TRUE);
    g_array_free(painter->order, TRUE);
    g_array_free(painter->starts, TRUE);
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

static void close_mark(struct bp_painter *painter)
{
    if (painter->marked)
        g_string_append(painter->out, "EMC\n");
    painter->marked = false;
}

/* Opens the run's mark, with replacement text in `actual` and `size` bytes where it is not NULL.
 * Marks do not nest: a kid takes one more identifier instead, which all readers understand. */
static void open_mark(struct bp_painter *painter, const char *actual, size_t size)
{
    struct bp_kid *kid = painter->run->kid;
    GString *out = painter->out;
    if (painter->marked && !actual)
        return;
    close_mark(painter);
    painter->marked = true;
    if (!kid) {
        g_string_append(out, artifacts[painter->run->artifact]);
        return;
    }
    int mcid = (int)painter->owners->len - painter->first_owner;
    if (kid->content.mcid < 0)
        kid->content.mcid = mcid;
    /* A kid's boxes are neighbours, and so are its identifiers. */
    assert(kid->content.mcid == mcid || painter->owners->pdata[painter->owners->len - 1] == kid);
    g_ptr_array_add(painter->owners, kid);
    g_string_append_c(out, '/');
    g_string_append(out, actual ? "Span" : bp_tag_name(kid->content.tag->role));
    g_string_append(out, "<</MCID ");
    bp_string_int(out, mcid);
    if (actual) {
        g_string_append(out, "/ActualText<FEFF");
        bp_string_utf16(out, actual, size);
        g_string_append_c(out, '>');
    }
    g_string_append(out, ">>BDC\n");
}

/* A mark that was opened inside a text object is closed inside it, and one outside outside. */
static void begin_text(struct bp_painter *painter)
{
    if (painter->in_text)
        return;
    close_mark(painter);
    g_string_append(painter->out, "BT\n");
    painter->in_text = true;
    painter->line_x = painter->line_y = 0;
}

static void end_text(struct bp_painter *painter)
{
    if (!painter->in_text)
        return;
    close_mark(painter);
    g_string_append(painter->out, "ET\n");
    painter->in_text = false;
}

static void place_text(struct bp_painter *painter, const struct bp_box *box)
{
    int x = hundredths(box->x), y = painter->height - hundredths(box->y);
    append(painter->out, x - painter->line_x);
    append(painter->out, y - painter->line_y);
    g_string_append(painter->out, "Td\n");
    painter->line_x = x;
    painter->line_y = y;
}

static void open_string(struct bp_painter *painter)
{
    if (!painter->in_string)
        g_string_append(painter->out, "[(");
    painter->in_string = true;
}

static void close_string(struct bp_painter *painter)
{
    if (painter->in_string)
        g_string_append(painter->out, ")]TJ\n");
    painter->in_string = false;
}

static void set_font(struct bp_painter *painter, const struct bp_face *face, double size)
{
    if (painter->face == face && painter->size == size)
        return;
    close_string(painter);
    g_string_append(painter->out, "/F");
    bp_string_int(painter->out, face->number);
    g_string_append_c(painter->out, ' ');
    bp_number_append(painter->out, size, 2);
    g_string_append(painter->out, " Tf\n");
    painter->face = face;
    painter->size = size;
}

/* Shows a shape `move` thousandths to the right of the pen. */
static void show_shape(struct bp_painter *painter, const struct bp_shape *shape, double size,
                       double move, bool replaced)
{
    struct bp_fragment fragment = bp_fragment_find(painter->fragments, shape, size);
    bool alone = !fragment.told && !replaced && painter->run->kid;
    set_font(painter, shape->face, size);
    if (alone) {
        close_string(painter);
        open_mark(painter, shape->text, (size_t)shape->length);
    } else {
        open_mark(painter, NULL, 0);
    }
    open_string(painter);
    if (fabs(move) >= LEAST_MOVE)
        bp_fragment_move(painter->out, move, 1);
    g_string_append_len(painter->out, fragment.text, fragment.length);
    if (alone) {
        close_string(painter);
        close_mark(painter);
    }
}

/* Reverses each stretch of shapes of at least `level` (UAX #9 rule L2). Done on the visual order,
 * this gives back the order of reading. */
static void reverse_level(const struct bp_line_box *line, int *order, int level)
{
    for (int i = 0, end; i < line->n_shapes; i = end + 1) {
        for (end = i; end < line->n_shapes && line->shapes[order[end]]->level >= level;)
            end++;
        for (int a = i, b = end - 1; a < b; a++, b--) {
            int swapped = order[a];
            order[a] = order[b];
            order[b] = swapped;
        }
    }
}

/* The shapes in the order of reading, and where each begins, in thousandths of the size. */
static void plan_line(struct bp_painter *painter, const struct bp_line_box *line)
{
    int n = line->n_shapes, highest = 0, lowest = 255;
    double x = 0;
    g_array_set_size(painter->order, (guint)n);
    g_array_set_size(painter->starts, (guint)n);
    int *order = (int *)(void *)painter->order->data;
    double *starts = (double *)(void *)painter->starts->data;
    for (int i = 0; i < n; i++) {
        const struct bp_shape *shape = line->shapes[i];
        order[i] = i;
        starts[i] = x;
        x += shape->width * 1000.0 / shape->face->units_per_em;
        x += shape->space ? line->stretch * 1000 / line->size : 0;
        highest = MAX(highest, shape->level);
        lowest = MIN(lowest, shape->level | 1);
    }
    for (int level = highest; level >= lowest; level--)
        reverse_level(line, order, level);
}

static void show_line(struct bp_painter *painter, const struct bp_line_box *line)
{
    bool replaced = line->actual && painter->run->kid;
    double pen = 0;
    plan_line(painter, line);
    if (replaced)
        open_mark(painter, line->actual, strlen(line->actual));
    for (int i = 0; i < line->n_shapes; i++) {
        int place = g_array_index(painter->order, int, i);
        double start = g_array_index(painter->starts, double, place);
        const struct bp_shape *shape = line->shapes[place];
        show_shape(painter, shape, line->size, start - pen, replaced);
        if (fabs(start - pen) >= LEAST_MOVE)
            pen = start;
        pen += shape->width * 1000.0 / shape->face->units_per_em;
    }
    close_string(painter);
    if (replaced)
        close_mark(painter);
}

static void paint_text(struct bp_painter *painter, const struct bp_box *box)
{
    begin_text(painter);
    set_colour(painter, box->line.colour);
    place_text(painter, box);
    show_line(painter, &box->line);
}

static void paint_rectangle(struct bp_painter *painter, const struct bp_box *box)
{
    int left = hundredths(box->x), right = hundredths(box->x + box->width);
    int top = hundredths(box->y), foot = hundredths(box->y + box->height);
    end_text(painter);
    set_colour(painter, box->fill.colour);
    open_mark(painter, NULL, 0);
    append(painter->out, left);
    append(painter->out, painter->height - foot);
    append(painter->out, right - left);
    append(painter->out, foot - top);
    g_string_append(painter->out, "re f\n");
}

static void paint_watermark(struct bp_painter *painter)
{
    end_text(painter);
    open_mark(painter, NULL, 0);
    g_string_append_printf(painter->out, "/%s Do\n",
                           bp_watermark_name(painter->height != painter->sheet));
}

static bool is_same_mark(const struct bp_box *a, const struct bp_box *b)
{
    return a->kid == b->kid && (a->kid || a->artifact == b->artifact);
}

/* A picture is one unit by one, as an XObject; without one the mark stands empty. */
static void paint_figure(struct bp_painter *painter, const struct bp_box *box)
{
    int left = hundredths(box->x), right = hundredths(box->x + box->width);
    int top = hundredths(box->y), foot = hundredths(box->y + box->height);
    GString *out = painter->out;
    if (!box->picture && !box->kid)
        return;
    end_text(painter);
    open_mark(painter, NULL, 0);
    if (!box->picture)
        return;
    g_string_append(out, "q ");
    append(out, right - left);
    g_string_append(out, "0 0 ");
    append(out, foot - top);
    append(out, left);
    append(out, painter->height - foot);
    g_string_append(out, "cm /P");
    bp_string_int(out, bp_figures_find(painter->figures, box->picture));
    g_string_append(out, " Do Q\n");
}

static void paint_run(struct bp_painter *painter, const struct bp_box *boxes, int n)
{
    painter->run = boxes;
    for (int i = 0; i < n; i++) {
        if (bp_is_watermark(&boxes[i]))
            paint_watermark(painter);
        else if (boxes[i].kind == BP_BOX_TEXT)
            paint_text(painter, &boxes[i]);
        else if (boxes[i].kind == BP_BOX_RECTANGLE)
            paint_rectangle(painter, &boxes[i]);
        else
            paint_figure(painter, &boxes[i]);
    }
    close_mark(painter);
}

void bp_painter_page(struct bp_painter *painter, const struct bp_page *page)
{
    g_string_truncate(painter->out, 0);
    painter->height = page->height > 0 ? hundredths(page->height) : painter->sheet;
    painter->first_owner = (int)painter->owners->len;
    painter->face = NULL;
    painter->colour = 0;
    for (int i = 0; i < page->n_boxes; i++)
        if (page->boxes[i].kid)
            page->boxes[i].kid->content.mcid = -1;
    for (int i = 0, end; i < page->n_boxes; i = end) {
        for (end = i + 1; end < page->n_boxes && is_same_mark(&page->boxes[i], &page->boxes[end]);)
            end++;
        paint_run(painter, &page->boxes[i], end - i);
    }
    end_text(painter);
}
