/* SPDX-License-Identifier: MIT */
#include "layout/linenumber.h"

#include <math.h>
#include <string.h>

/* Between the numbers and the text area, and between them and the paper's edge. */
#define GAP       8.0
#define EDGE_ROOM 12.0

/* Baselines no further apart are one. */
#define SAME_LINE 0.5

/* Words that begin no further apart along the line are of one column. */
#define SAME_START 24.0

static bool is_label(const struct bp_tag *tag)
{
    return tag->role == BP_TAG_LBL || (tag->parent && tag->parent->role == BP_TAG_LBL);
}

struct line {
    double baseline;
    double start; /* of its words, from the page's start edge */
};

static int compare(const void *a, const void *b)
{
    const struct line *left = a, *right = b;
    return (left->baseline > right->baseline) - (left->baseline < right->baseline);
}

/* The lines of what is read, from the top. */
static GArray *find_lines(const struct bp_sheet_under_way *sheet, const struct bp_sheet *own)
{
    bool mirrored = sheet->layout->document->right_to_left;
    GArray *lines = g_array_new(false, false, sizeof(struct line));
    for (guint i = 0; i < sheet->boxes->len; i++) {
        const struct bp_box *box = &g_array_index(sheet->boxes, struct bp_box, i);
        if (box->kind != BP_BOX_TEXT || !box->kid || is_label(box->kid->content.tag))
            continue;
        struct line line = {box->y + box->rise,
                            mirrored ? own->width - box->x - box->width : box->x};
        g_array_append_val(lines, line);
    }
    g_array_sort(lines, compare);
    return lines;
}

/* Keeps one of lines that are no more than `least` apart: the one that is nearest to the numbers.
 */
static void thin_out(GArray *lines, double least)
{
    guint kept = 0;
    for (guint i = 0; i < lines->len; i++) {
        struct line line = g_array_index(lines, struct line, i);
        struct line *last = kept > 0 ? &g_array_index(lines, struct line, kept - 1) : NULL;
        if (!last || line.baseline - last->baseline > least)
            g_array_index(lines, struct line, kept++) = line;
        else if (line.start < last->start - SAME_START)
            *last = line;
    }
    g_array_set_size(lines, kept);
}

static void add_number(struct bp_sheet_under_way *sheet, const struct bp_sheet *own, int number,
                       double baseline)
{
    struct bp_layout *layout = sheet->layout;
    const struct bp_type *type = &layout->document->line_numbers->type;
    struct bp_font font = {type->family, type->weight, type->italic, type->tabular,
                           layout->document->language};
    const struct bp_shape **shapes = bp_arena_new(layout->arena, sizeof *shapes);
    char digits[16];
    g_snprintf(digits, sizeof digits, "%d", number);
    shapes[0] = bp_text_shape(layout->text, &font, digits, (int)strlen(digits));
    if (!shapes[0])
        return;
    double width = bp_shape_width(shapes[0], type->size);
    double start = MAX(own->margin_start - GAP - width, EDGE_ROOM);
    double left = layout->document->right_to_left ? own->width - start - width : start;
    struct bp_box box = {
        .kind = BP_BOX_TEXT,
        .x = round(left * 100) / 100,
        .y = round(baseline * 100) / 100,
        .width = width,
        .artifact = BP_ARTIFACT_LAYOUT,
        .line = {.shapes = shapes, .n_shapes = 1, .size = type->size, .colour = type->colour}};
    g_array_append_val(sheet->grounds, box);
}

void bp_line_numbers_place(struct bp_sheet_under_way *sheet, const struct bp_sheet *own)
{
    if (!sheet->layout->document->line_numbers)
        return;
    double size = sheet->layout->document->line_numbers->type.size;
    GArray *lines = find_lines(sheet, own);
    thin_out(lines, MAX(SAME_LINE, size));
    for (guint i = 0; i < lines->len; i++)
        add_number(sheet, own, (int)i + 1, g_array_index(lines, struct line, i).baseline);
    g_array_free(lines, true);
}
