/* SPDX-License-Identifier: MIT */
#include "layout/flow.h"

/* Of a page, which leaves room for a heading. */
#define WHOLE 0.9

void bp_flow_init(struct bp_flow *flow, struct bp_layout *layout)
{
    *flow = (struct bp_flow){.layout = layout};
    flow->strips = g_array_new(false, true, sizeof(struct bp_strip));
}

void bp_flow_finish(struct bp_flow *flow)
{
    g_array_free(flow->strips, true);
}

void bp_flow_space(struct bp_flow *flow, double space)
{
    flow->space = MAX(flow->space, space);
}

int bp_flow_count(const struct bp_flow *flow)
{
    return (int)flow->strips->len;
}

struct bp_strip *bp_flow_at(const struct bp_flow *flow, int index)
{
    return &g_array_index(flow->strips, struct bp_strip, index);
}

/* The label's fragments, moved to the strip's baseline, and then the strip's own. */
static void fill_strip(struct bp_flow *flow, struct bp_strip *strip,
                       const struct bp_strip_parts *parts)
{
    struct bp_label *label = &flow->label;
    double baseline =
        parts->baseline >= 0 ? parts->baseline : 0.75 * MAX(parts->height, label->leading);
    strip->n_fragments = label->n_fragments + parts->n_fragments;
    strip->fragments =
        bp_arena_new(flow->layout->arena, (size_t)strip->n_fragments * sizeof(struct bp_fragment));
    for (int i = 0; i < label->n_fragments; i++) {
        strip->fragments[i] = label->fragments[i];
        strip->fragments[i].box.y += baseline;
    }
    for (int i = 0; i < parts->n_fragments; i++)
        strip->fragments[label->n_fragments + i] = parts->fragments[i];
    *label = (struct bp_label){0};
}

static struct bp_place **waiting_places(const struct bp_flow *flow)
{
    if (flow->n_places == 0)
        return NULL;
    struct bp_place **places =
        bp_arena_new(flow->layout->arena, (size_t)flow->n_places * sizeof *places);
    struct bp_place *place = flow->places;
    for (int i = 0; i < flow->n_places; i++, place = place->next)
        places[i] = place;
    return places;
}

struct bp_strip *bp_flow_strip(struct bp_flow *flow, const struct bp_frame *frame,
                               const struct bp_strip_parts *parts)
{
    struct bp_strip strip = {
        .space_before = flow->space,
        .height = parts->height,
        .baseline = parts->baseline,
        .keep = flow->keep_next,
        .page_break = flow->break_next,
        .span = frame->span,
        .turned = flow->layout->sheet == &flow->layout->turned,
        .ground = frame->ground,
        .head = frame->head,
        .places = waiting_places(flow),
        .n_places = flow->n_places,
    };
    fill_strip(flow, &strip, parts);
    flow->space = 0;
    flow->keep_next = flow->break_next = false;
    flow->places = NULL;
    flow->n_places = 0;
    g_array_append_val(flow->strips, strip);
    return bp_flow_at(flow, bp_flow_count(flow) - 1);
}

bool bp_strip_has_ground(const struct bp_strip *strip, const struct bp_ground *ground)
{
    for (const struct bp_ground *g = strip->ground; g; g = g->parent)
        if (g == ground)
            return true;
    return false;
}

double bp_strip_head_room(const struct bp_strip *strip)
{
    return (strip->head ? strip->head->height : 0) + strip->rise;
}

void bp_flow_keep(struct bp_flow *flow, int first, int end)
{
    for (int i = first + 1; i < end; i++)
        bp_flow_at(flow, i)->keep = true;
}

void bp_flow_keep_whole(struct bp_flow *flow, int first, int end)
{
    if (bp_flow_height(flow, first, end) <= WHOLE * bp_layout_height(flow->layout))
        bp_flow_keep(flow, first, end);
}

double bp_flow_height(const struct bp_flow *flow, int first, int end)
{
    double height = 0;
    for (int i = first; i < end; i++) {
        const struct bp_strip *strip = bp_flow_at(flow, i);
        height += strip->height + (i > first ? strip->space_before : 0);
    }
    return height;
}

void bp_flow_at_least(struct bp_flow *flow, int first, double height)
{
    int end = bp_flow_count(flow);
    double reached = 0;
    for (int i = first; i < end; i++) {
        struct bp_strip *strip = bp_flow_at(flow, i);
        if (i > first && reached < height)
            strip->keep = true;
        reached += strip->height + (i > first ? strip->space_before : 0);
        if (reached >= height)
            return;
    }
    if (end > first)
        bp_flow_at(flow, end - 1)->height += height - reached;
}

const struct bp_sheet *bp_layout_sheet(const struct bp_layout *layout)
{
    return layout->sheet ? layout->sheet : &layout->document->sheet;
}

struct bp_sheet bp_layout_page_sheet(const struct bp_layout *layout, const struct bp_page *page,
                                     int index)
{
    struct bp_sheet sheet = layout->document->sheet;
    if (page->width > 0 && page->width != sheet.width)
        sheet = bp_sheet_turned(&sheet);
    return bp_sheet_of_page(&sheet, index);
}

double bp_layout_height(const struct bp_layout *layout)
{
    return bp_sheet_height(bp_layout_sheet(layout));
}

double bp_layout_left(const struct bp_layout *layout, double start, double width)
{
    bool turned = layout->document->right_to_left;
    return turned ? bp_layout_sheet(layout)->width - start - width : start;
}

struct bp_fragment bp_fragment_rectangle(const struct bp_layout *layout, double start, double y,
                                         double width, double height, bp_colour colour)
{
    return (struct bp_fragment){.box = {
                                    .kind = BP_BOX_RECTANGLE,
                                    .x = bp_layout_left(layout, start, width),
                                    .y = y,
                                    .width = width,
                                    .height = height,
                                    .artifact = BP_ARTIFACT_LAYOUT,
                                    .fill = {colour},
                                }};
}
