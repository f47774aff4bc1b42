/* SPDX-License-Identifier: MIT */
#include "layout/watermark.h"

#include <math.h>
#include <string.h>

bool bp_watermark_set(struct bp_layout *layout, struct bp_box *box)
{
    const struct bp_document *document = layout->document;
    if (!document->watermark)
        return false;
    const struct bp_sheet *sheet = bp_layout_sheet(layout);
    const struct bp_type *type = &document->watermark_style->type;
    struct bp_font font = {type->family, type->weight, type->italic, type->tabular,
                           document->language};
    const struct bp_shape **shapes = bp_arena_new(layout->arena, sizeof *shapes);
    shapes[0] =
        bp_text_shape(layout->text, &font, document->watermark, (int)strlen(document->watermark));
    double diagonal = hypot(sheet->width, sheet->height);
    if (!shapes[0])
        return false;
    double size = MIN(type->size,
                      0.75 * diagonal * type->size / MAX(bp_shape_width(shapes[0], type->size), 1));
    double width = bp_shape_width(shapes[0], size), angle = atan2(sheet->height, sheet->width);
    double height = bp_text_metrics(layout->text, &font, size).cap_height;
    *box = (struct bp_box){
        .kind = BP_BOX_TEXT,
        .x = sheet->width / 2 - width / 2 * cos(angle) + height / 2 * sin(angle),
        .y = sheet->height / 2 + width / 2 * sin(angle) + height / 2 * cos(angle),
        .width = width,
        .artifact = BP_ARTIFACT_WATERMARK,
        .angle = angle * 180 / G_PI,
        .line = {.shapes = shapes, .n_shapes = 1, .size = size, .colour = type->colour},
    };
    return true;
}
