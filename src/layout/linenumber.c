/* SPDX-License-Identifier: MIT */
#include "layout/linenumber.h"

#include <math.h>
#include <string.h>

/* Between the numbers and the text area, and between them and the paper's edge. */
#define GAP       8.0
#define EDGE_ROOM 12.0

/* Baselines no further apart are one. */
#define SAME_LINE 0.5

static bool is_label(const struct bp_tag *tag)
{
    return tag->role == BP_TAG_LBL || (tag->parent && tag->parent->role == BP_TAG_LBL);
}

static int compare(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

/* The baselines of what is read, from the top. */
static GArray *find_baselines(const struct bp_sheet_under_way *sheet)
{
    GArray *baselines = g_array_new(false, false, sizeof(double));
    for (guint i = 0; i < sheet->boxes->len; i++) {
        const struct bp_box *box = &g_array_index(sheet->boxes, struct bp_box, i);
        if (box->kind != BP_BOX_TEXT || !box->kid || is_label(box->kid->content.tag))
            continue;
        double baseline = box->y + box->rise;
        g_array_append_val(baselines, baseline);
    }
    g_array_sort(baselines, compare);
    return baselines;
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
    GArray *baselines = find_baselines(sheet);
    double size = sheet->layout->document->line_numbers->type.size;
    double last = -INFINITY, least = MAX(SAME_LINE, size);
    int number = 0;
    for (guint i = 0; i < baselines->len; i++) {
        double baseline = g_array_index(baselines, double, i);
        if (baseline - last <= least)
            continue;
        add_number(sheet, own, ++number, baseline);
        last = baseline;
    }
    g_array_free(baselines, true);
}
