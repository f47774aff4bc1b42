/* SPDX-License-Identifier: MIT */
#include "layout/place.h"

#include <math.h>
#include <string.h>

void bp_place_init(struct bp_sheet_under_way *sheet, struct bp_layout *layout)
{
    *sheet = (struct bp_sheet_under_way){.layout = layout};
    sheet->grounds = g_array_new(false, false, sizeof(struct bp_box));
    sheet->boxes = g_array_new(false, false, sizeof(struct bp_box));
    sheet->lane_boxes = g_ptr_array_new();
}

void bp_place_finish(struct bp_sheet_under_way *sheet)
{
    g_array_free(sheet->grounds, true);
    g_array_free(sheet->boxes, true);
    for (guint i = 0; i < sheet->lane_boxes->len; i++)
        g_array_free(sheet->lane_boxes->pdata[i], true);
    g_ptr_array_free(sheet->lane_boxes, true);
}

/* Layout ends here: positions are the same on every machine from now on. */
static double rounded(double points)
{
    return round(points * 100) / 100;
}

static void place_link(struct bp_sheet_under_way *sheet, const struct bp_fragment *fragment,
                       double y)
{
    struct bp_arena *arena = sheet->layout->arena;
    const struct bp_box *box = &fragment->box;
    struct bp_link *link = bp_arena_new(arena, sizeof *link);
    double baseline = y + box->y, size = box->line.size;
    *link = (struct bp_link){
        .x0 = rounded(box->x + sheet->shift),
        .y0 = rounded(baseline - size),
        .x1 = rounded(box->x + sheet->shift + box->width),
        .y1 = rounded(baseline + 0.3 * size),
        .target = fragment->link,
        .contents = fragment->link_tag->alt,
        .tag = fragment->link_tag,
    };
    if (sheet->last_link)
        sheet->last_link->next = link;
    else
        sheet->first_link = link;
    sheet->last_link = link;
    bp_tag_link(arena, fragment->link_tag, link);
}

static void place_figure(struct bp_sheet_under_way *sheet, const struct bp_box *box)
{
    struct bp_tag *tag = box->kid->content.tag;
    bool goes_on = tag->first->content.page >= 0 && tag->first != box->kid;
    tag->page = sheet->number;
    memset(tag->box, 0, sizeof tag->box);
    if (goes_on)
        return;
    tag->box[0] = box->x;
    tag->box[1] = box->y;
    tag->box[2] = rounded(box->x + box->width);
    tag->box[3] = rounded(box->y + box->height);
}

/* Where boxes that are read go. */
static GArray *boxes_of(struct bp_sheet_under_way *sheet, int lane)
{
    if (lane == 0)
        return sheet->boxes;
    while (sheet->lane_boxes->len < (guint)lane)
        g_ptr_array_add(sheet->lane_boxes, g_array_new(false, false, sizeof(struct bp_box)));
    return sheet->lane_boxes->pdata[lane - 1];
}

void bp_place_fragment(struct bp_sheet_under_way *sheet, const struct bp_fragment *fragment,
                       double y)
{
    struct bp_box box = fragment->box;
    box.x = rounded(box.x + sheet->shift);
    box.y = rounded(box.y + y);
    if (box.kid)
        box.kid = bp_kid_on_page(sheet->layout->arena, box.kid, sheet->number);
    if (box.kind == BP_BOX_FIGURE && box.kid)
        place_figure(sheet, &box);
    if (box.kind != BP_BOX_TEXT) {
        box.width = rounded(box.width);
        box.height = rounded(box.height);
    }
    if (box.kind == BP_BOX_RECTANGLE) {
        g_array_append_val(sheet->grounds, box);
        return;
    }
    g_array_append_val(boxes_of(sheet, fragment->lane), box);
    if (fragment->link && fragment->link_tag)
        place_link(sheet, fragment, y);
}

void bp_place_lanes(struct bp_sheet_under_way *sheet)
{
    for (guint i = 0; i < sheet->lane_boxes->len; i++) {
        GArray *boxes = sheet->lane_boxes->pdata[i];
        g_array_append_vals(sheet->boxes, boxes->data, boxes->len);
        g_array_set_size(boxes, 0);
    }
    sheet->lanes = NULL;
    sheet->rises = NULL;
}

void bp_place_head(struct bp_sheet_under_way *sheet, const struct bp_strip *strip, double y)
{
    if (strip->lanes != sheet->lanes)
        bp_place_lanes(sheet);
    sheet->lanes = strip->lanes;
    sheet->rises = strip->rises;
    sheet->rise = strip->rise;
    sheet->head = y;
}

/* A fragment of a lane that goes on on this page; a ground begins where the page does. */
static void place_risen(struct bp_sheet_under_way *sheet, const struct bp_fragment *fragment,
                        double y)
{
    struct bp_fragment risen = *fragment;
    y += sheet->rises[fragment->lane - 1] - sheet->rise;
    double over = sheet->head - y - risen.box.y;
    if (risen.box.kind == BP_BOX_RECTANGLE && over > 0) {
        risen.box.y += over;
        risen.box.height = MAX(risen.box.height - over, 0);
    }
    bp_place_fragment(sheet, &risen, y);
}

void bp_place_strip(struct bp_sheet_under_way *sheet, const struct bp_strip *strip, double y)
{
    if (strip->lanes != sheet->lanes)
        bp_place_lanes(sheet);
    sheet->lanes = strip->lanes;
    for (int i = 0; i < strip->n_fragments; i++)
        if (sheet->rises && strip->fragments[i].lane > 0)
            place_risen(sheet, &strip->fragments[i], y);
        else
            bp_place_fragment(sheet, &strip->fragments[i], y);
    for (int i = 0; i < strip->n_places; i++) {
        strip->places[i]->page = sheet->number;
        strip->places[i]->y = rounded(y + strip->places[i]->y);
    }
}

/* A rectangle of the page itself, whatever is placed. */
static void place_at_edge(struct bp_sheet_under_way *sheet, struct bp_fragment rectangle, double y)
{
    bool mirrored = sheet->layout->document->right_to_left;
    rectangle.box.x = (mirrored ? sheet->width - rectangle.box.width : 0) - sheet->shift;
    bp_place_fragment(sheet, &rectangle, y);
}

void bp_place_ground(struct bp_sheet_under_way *sheet, const struct bp_ground *ground, double top,
                     double bottom)
{
    const struct bp_layout *layout = sheet->layout;
    const struct bp_style *style = ground->style;
    double width = ground->page ? sheet->width : ground->width;
    struct bp_fragment fill =
        bp_fragment_rectangle(layout, ground->start, 0, width, bottom - top, style->fill);
    struct bp_fragment bar = bp_fragment_rectangle(layout, ground->start, 0, style->bar,
                                                   bottom - top, style->rule_colour);
    if (style->has_fill && ground->page)
        place_at_edge(sheet, fill, top);
    else if (style->has_fill)
        bp_place_fragment(sheet, &fill, top);
    if (style->bar > 0 && ground->page)
        place_at_edge(sheet, bar, top);
    else if (style->bar > 0)
        bp_place_fragment(sheet, &bar, top);
}

void bp_place_page(struct bp_sheet_under_way *sheet, struct bp_page *page)
{
    struct bp_arena *arena = sheet->layout->arena;
    page->label = bp_arena_printf(arena, "%d", sheet->number + 1);
    g_array_append_vals(sheet->grounds, sheet->boxes->data, sheet->boxes->len);
    page->n_boxes = (int)sheet->grounds->len;
    page->boxes =
        bp_arena_copy(arena, sheet->grounds->data, sheet->grounds->len, sizeof(struct bp_box));
    page->links = sheet->first_link;
    g_array_set_size(sheet->grounds, 0);
    g_array_set_size(sheet->boxes, 0);
    sheet->first_link = sheet->last_link = NULL;
    sheet->number++;
}
