/* SPDX-License-Identifier: MIT */
/* Blocks that hold or part others: sections, groups, panels, quotations, rules, figures, page
 * breaks. */
#include "layout/flow.h"

/* The column that a block asks for, when the frame is one of the page's columns. */
static struct bp_frame block_frame(const struct bp_flow *flow, const struct bp_block *block,
                                   const struct bp_frame *frame)
{
    const struct bp_sheet *sheet = &flow->layout->document->sheet;
    struct bp_frame inner = *frame;
    if (frame->page) {
        double side = block->style->column == BP_COLUMN_TEXT ? sheet->side : 0;
        inner.start = sheet->margin_start + side;
        inner.width = sheet->width - sheet->margin_end - inner.start;
    }
    inner.start += block->style->indent;
    inner.width -= block->style->indent;
    if (block->language)
        inner.language = block->language;
    return inner;
}

static void add_place(struct bp_flow *flow, const struct bp_block *block)
{
    struct bp_layout *layout = flow->layout;
    struct bp_place *place = bp_arena_new(layout->arena, sizeof *place);
    place->id = block->id;
    place->bookmark = block->bookmark;
    place->level = block->level;
    if (layout->last_place)
        layout->last_place->next = place;
    else
        layout->first_place = place;
    layout->last_place = place;
    if (!flow->places)
        flow->places = place;
    flow->n_places++;
}

static struct bp_tag *block_tag(const struct bp_flow *flow, const struct bp_block *block,
                                const struct bp_frame *frame, enum bp_tag_role role)
{
    struct bp_tag *tag = bp_tag_new(flow->layout->arena, frame->tag, role);
    tag->language = block->language;
    return tag;
}

/* Children in a structure element of their own. */
static void flow_tagged(struct bp_flow *flow, const struct bp_block *block,
                        const struct bp_frame *frame, enum bp_tag_role role)
{
    struct bp_frame inner = *frame;
    inner.tag = block_tag(flow, block, frame, role);
    inner.direct = false;
    bp_flow_children(flow, block, &inner);
}

static void flow_rule(struct bp_flow *flow, const struct bp_block *block,
                      const struct bp_frame *frame)
{
    const struct bp_style *style = block->style;
    double height = style->leading > 0 ? style->leading : style->rule;
    struct bp_fragment rule =
        bp_fragment_rectangle(flow->layout, frame->start, (height - style->rule) / 2, frame->width,
                              style->rule, style->rule_colour);
    const struct bp_strip_parts parts = {height, -1, &rule, 1};
    bp_flow_strip(flow, frame, &parts);
}

static void flow_figure(struct bp_flow *flow, const struct bp_block *block,
                        const struct bp_frame *frame)
{
    struct bp_layout *layout = flow->layout;
    struct bp_kid *kid = NULL;
    double shrink = 1;
    if (block->alt) {
        struct bp_tag *tag = block_tag(flow, block, frame, BP_TAG_FIGURE);
        tag->alt = block->alt;
        kid = bp_tag_content(layout->arena, tag);
    }
    if (block->width > frame->width)
        shrink = frame->width / block->width;
    if (block->height * shrink > bp_layout_height(layout))
        shrink = bp_layout_height(layout) / block->height;
    double width = block->width * shrink;
    struct bp_fragment figure = {.box = {.kind = BP_BOX_FIGURE,
                                         .x = bp_layout_left(layout, frame->start, width),
                                         .width = width,
                                         .height = block->height * shrink,
                                         .kid = kid,
                                         .picture = block->picture}};
    const struct bp_strip_parts parts = {figure.box.height, -1, &figure, 1};
    bp_flow_strip(flow, frame, &parts);
}

void bp_flow_panel(struct bp_flow *flow, const struct bp_block *block, const struct bp_frame *frame)
{
    const struct bp_style *style = block->style;
    struct bp_ground *ground = bp_arena_new(flow->layout->arena, sizeof *ground);
    *ground = (struct bp_ground){frame->ground, style, frame->start, frame->width};
    struct bp_frame inner = *frame;
    inner.ground = ground;
    inner.page = false;
    inner.direct = false;
    inner.start += style->bar + style->padding_x;
    inner.width -= style->bar + 2 * style->padding_x;
    double before = flow->space;
    flow->space = 0;
    int first = bp_flow_count(flow);
    bp_flow_children(flow, block, &inner);
    int end = bp_flow_count(flow);
    if (end == first)
        return;
    struct bp_strip *top = bp_flow_at(flow, first);
    top->space_before = before;
    top->height += style->padding_y;
    if (top->baseline >= 0)
        top->baseline += style->padding_y;
    for (int i = 0; i < top->n_fragments; i++)
        top->fragments[i].box.y += style->padding_y;
    bp_flow_at(flow, end - 1)->height += style->padding_y;
    flow->space = 0;
}

static void flow_kind(struct bp_flow *flow, const struct bp_block *block,
                      const struct bp_frame *frame)
{
    switch (block->kind) {
    case BP_BLOCK_SECTION:
        flow_tagged(flow, block, frame, BP_TAG_SECT);
        break;
    case BP_BLOCK_QUOTE: {
        struct bp_frame inner = *frame;
        inner.page = false;
        flow_tagged(flow, block, &inner, BP_TAG_BLOCKQUOTE);
        break;
    }
    case BP_BLOCK_GROUP:
    case BP_BLOCK_COLUMNS:
        bp_flow_children(flow, block, frame);
        break;
    case BP_BLOCK_HEADING:
        bp_flow_heading(flow, block, frame);
        break;
    case BP_BLOCK_PARAGRAPH:
    case BP_BLOCK_CAPTION:
        bp_flow_paragraph(flow, block, frame);
        break;
    case BP_BLOCK_LIST:
        bp_flow_list(flow, block, frame);
        break;
    case BP_BLOCK_TABLE:
        bp_flow_table(flow, block, frame);
        break;
    case BP_BLOCK_PANEL:
        bp_flow_panel(flow, block, frame);
        break;
    case BP_BLOCK_RULE:
        flow_rule(flow, block, frame);
        break;
    case BP_BLOCK_FIGURE:
        flow_figure(flow, block, frame);
        break;
    case BP_BLOCK_PAGE_BREAK:
        flow->break_next = true;
        break;
    case BP_BLOCK_ITEM:
    case BP_BLOCK_ROW:
    case BP_BLOCK_CELL:
    case BP_BLOCK_NOTE:
        g_assert_not_reached(); /* set by their list, table or run */
    }
}

void bp_flow_block(struct bp_flow *flow, const struct bp_block *block, const struct bp_frame *frame)
{
    const struct bp_style *style = block->style;
    struct bp_frame inner = block_frame(flow, block, frame);
    bp_flow_space(flow, style->space_before);
    if (block->id || block->bookmark)
        add_place(flow, block);
    if (style->keep_with_previous)
        flow->keep_next = true;
    int first = bp_flow_count(flow);
    flow_kind(flow, block, &inner);
    int end = bp_flow_count(flow);
    if (style->keep_together)
        bp_flow_keep(flow, first, end);
    if (style->keep_with_next && end > first)
        flow->keep_next = true;
    bp_flow_space(flow, style->space_after);
}

void bp_flow_children(struct bp_flow *flow, const struct bp_block *block,
                      const struct bp_frame *frame)
{
    for (const struct bp_block *child = block->first; child; child = child->next)
        bp_flow_block(flow, child, frame);
}

bool bp_block_stands_alone(const struct bp_block *parent)
{
    return parent->first && !parent->first->next && parent->first->kind == BP_BLOCK_PARAGRAPH;
}
