/* SPDX-License-Identifier: MIT */
/* Blocks that hold or part others: sections, groups, panels, quotations, rules, figures, page
 * breaks. */
#include "layout/flow.h"

#include <string.h>

#include "layout/setting.h"

/* Of a panel's text or a drawing, however narrow its place is. */
#define LEAST_WIDTH 1.0

/* The column that a block asks for, when the frame is one of the page's columns. */
static struct bp_frame block_frame(const struct bp_flow *flow, const struct bp_block *block,
                                   const struct bp_frame *frame)
{
    const struct bp_sheet *sheet = bp_layout_sheet(flow->layout);
    struct bp_frame inner = *frame;
    if (frame->page && block->style->column == BP_COLUMN_TEXT) {
        double side = bp_sheet_side(sheet);
        inner.start = sheet->margin_start + side;
        inner.width = bp_sheet_column(sheet) - side;
        inner.span = false;
    } else if (frame->page) {
        inner.start = sheet->margin_start;
        inner.width = bp_sheet_width(sheet);
        inner.span = true;
    }
    inner.start += block->style->indent;
    inner.width -= block->style->indent;
    if (block->language)
        inner.language = block->language;
    return inner;
}

/* A place that waits for the next strip. */
static void add_place(struct bp_flow *flow, struct bp_place known)
{
    struct bp_layout *layout = flow->layout;
    struct bp_place *place = bp_arena_copy(layout->arena, &known, 1, sizeof known);
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
    const struct bp_strip_parts parts = {height, -1, &rule, style->rule > 0};
    bp_flow_strip(flow, frame, &parts);
}

/* A room for a figure or picture: no larger than the frame and the page. */
static void fit_figure(const struct bp_layout *layout, const struct bp_frame *frame,
                       struct bp_box *box)
{
    double shrink = 1, height = MAX(bp_layout_height(layout), 0), width = MAX(frame->width, 0);
    if (box->width > width)
        shrink = width / box->width;
    if (box->height * shrink > height)
        shrink = height / box->height;
    box->width *= shrink;
    box->height *= shrink;
}

/* The tag of a figure and the piece of content that is all of it; none where it says nothing. */
static struct bp_tag *figure_tag(const struct bp_flow *flow, const struct bp_block *block,
                                 const struct bp_frame *frame, struct bp_kid **kid)
{
    if (!block->alt)
        return NULL;
    struct bp_tag *tag = block_tag(flow, block, frame, BP_TAG_FIGURE);
    tag->alt = block->alt;
    tag->attachment = block->attachment;
    *kid = bp_tag_content(flow->layout->arena, tag);
    return tag;
}

/* Where directions mix, the space at the end stands apart, and may be at the left. */
static bool is_seen(const struct bp_box *box)
{
    for (int i = 0; i < box->line.n_shapes; i++)
        if (!box->line.shapes[i]->space)
            return true;
    return false;
}

/* Appends the words of a drawing whose left edge is at `left`. They end in spaces, so that those
 * who hear them hear them apart. */
static void add_label(struct bp_layout *layout, const struct bp_drawing_label *label,
                      const struct bp_setting_place *place, double left, GArray *fragments)
{
    const char *words = bp_arena_printf(layout->arena, "%s ", label->words);
    struct bp_run run = {.text = words, .length = (int)strlen(words), .type = label->type};
    const struct bp_text text = {&run, 1};
    const struct bp_style style = {.type = *label->type};
    struct bp_set_text set = bp_text_set(layout, &text, &style, place);
    if (set.n_lines == 0)
        return;
    double first = G_MAXDOUBLE;
    for (int i = 0; i < set.lines->n_fragments; i++)
        if (is_seen(&set.lines->fragments[i].box))
            first = MIN(first, set.lines->fragments[i].box.x);
    for (int i = 0; i < set.lines->n_fragments; i++) {
        struct bp_fragment fragment = set.lines->fragments[i];
        fragment.box.x += left + label->x - first;
        fragment.box.y += label->y;
        g_array_append_val(fragments, fragment);
    }
}

/* From the frame's start to a figure that is narrower. */
static double figure_start(const struct bp_block *block, const struct bp_frame *frame, double width)
{
    if (block->style->align == BP_ALIGN_CENTRE)
        return frame->start + (frame->width - width) / 2;
    return frame->start + (block->style->align == BP_ALIGN_END ? frame->width - width : 0);
}

/* A drawing, or a part of one, as a strip of its own in a figure's tag (NULL: it says nothing). */
static void flow_part(struct bp_flow *flow, const struct bp_block *block,
                      const struct bp_frame *frame, const struct bp_drawing *drawing,
                      struct bp_tag *tag, struct bp_kid *kid)
{
    struct bp_layout *layout = flow->layout;
    struct bp_fragment figure = {.box = {.kind = BP_BOX_FIGURE,
                                         .artifact = BP_ARTIFACT_LAYOUT,
                                         .picture = &drawing->picture,
                                         .width = drawing->width,
                                         .height = drawing->height,
                                         .kid = kid}};
    const struct bp_setting_place place = {
        .width = drawing->width, .tag = tag, .language = frame->language};
    GArray *fragments = g_array_new(false, false, sizeof(struct bp_fragment));
    figure.box.x =
        bp_layout_left(layout, figure_start(block, frame, drawing->width), drawing->width);
    g_array_append_val(fragments, figure);
    for (int i = 0; i < drawing->n_labels; i++)
        add_label(layout, &drawing->labels[i], &place, figure.box.x, fragments);
    const struct bp_strip_parts parts = {drawing->height, -1,
                                         (const struct bp_fragment *)(void *)fragments->data,
                                         (int)fragments->len};
    bp_flow_strip(flow, frame, &parts);
    g_array_free(fragments, true);
}

static const struct bp_drawing *draw_from(struct bp_layout *layout, const struct bp_block *block,
                                          const struct bp_frame *frame, int first)
{
    const struct bp_drawer *drawer = layout->document->drawer;
    const struct bp_drawing *drawing =
        drawer ? drawer->draw(drawer->user, block, first, MAX(frame->width, LEAST_WIDTH),
                              MAX(bp_layout_height(layout), LEAST_WIDTH))
               : NULL;
    layout->failed = layout->failed || !drawing;
    return drawing;
}

/* A chart drawn for the frame's width. One that is higher than a page goes on on the next. */
static void flow_drawing(struct bp_flow *flow, const struct bp_block *block,
                         const struct bp_frame *frame)
{
    const struct bp_drawing *drawing = draw_from(flow->layout, block, frame, 0);
    struct bp_kid *kid = NULL;
    struct bp_tag *tag = drawing ? figure_tag(flow, block, frame, &kid) : NULL;
    while (drawing) {
        flow_part(flow, block, frame, drawing, tag, kid);
        if (drawing->next_row == 0)
            return;
        drawing = draw_from(flow->layout, block, frame, drawing->next_row);
        kid = tag ? bp_tag_content(flow->layout->arena, tag) : NULL;
    }
}

static void flow_figure(struct bp_flow *flow, const struct bp_block *block,
                        const struct bp_frame *frame)
{
    struct bp_layout *layout = flow->layout;
    struct bp_fragment figure = {
        .box = {.kind = BP_BOX_FIGURE, .artifact = BP_ARTIFACT_LAYOUT, .picture = block->picture}};
    figure_tag(flow, block, frame, &figure.box.kid);
    bp_figure_size(block, &figure.box.width, &figure.box.height);
    fit_figure(layout, frame, &figure.box);
    figure.box.x =
        bp_layout_left(layout, figure_start(block, frame, figure.box.width), figure.box.width);
    const struct bp_strip_parts parts = {figure.box.height, -1, &figure, 1};
    bp_flow_strip(flow, frame, &parts);
}

/* Room above what stands in the strip. */
static void lower(struct bp_strip *strip, double room)
{
    strip->height += room;
    if (strip->baseline >= 0)
        strip->baseline += room;
    for (int i = 0; i < strip->n_fragments; i++)
        strip->fragments[i].box.y += room;
}

static void add_fragment(const struct bp_flow *flow, struct bp_strip *strip,
                         const struct bp_fragment *fragment)
{
    int n = strip->n_fragments;
    struct bp_fragment *fragments =
        bp_arena_new(flow->layout->arena, (size_t)(n + 1) * sizeof *fragments);
    for (int i = 0; i < n; i++)
        fragments[i] = strip->fragments[i];
    fragments[n] = *fragment;
    strip->fragments = fragments;
    strip->n_fragments = n + 1;
}

/* Whether a block of this kind has the rules that its style names above and below it. */
static bool may_have_rules(const struct bp_block *block)
{
    return block->kind == BP_BLOCK_HEADING || block->kind == BP_BLOCK_PARAGRAPH ||
           block->kind == BP_BLOCK_PANEL || block->kind == BP_BLOCK_GROUP;
}

/* Rules over and under the strips [first, end), in the first and the last of them. */
static void add_rules(struct bp_flow *flow, const struct bp_block *block,
                      const struct bp_frame *frame, int first, int end)
{
    const struct bp_style *style = block->style;
    struct bp_layout *layout = flow->layout;
    if (!may_have_rules(block) || first == end)
        return;
    if (style->rule_above > 0) {
        double start = frame->start, stop = frame->start + frame->width;
        if (frame->page && block->kind == BP_BLOCK_HEADING &&
            bp_label_may_stand_aside(layout, block, frame))
            start = bp_layout_sheet(layout)->margin_start;
        struct bp_fragment rule = bp_fragment_rectangle(layout, start, 0, stop - start,
                                                        style->rule_above, style->rule_colour);
        lower(bp_flow_at(flow, first), style->rule_above + style->rule_gap);
        add_fragment(flow, bp_flow_at(flow, first), &rule);
    }
    if (style->rule_below > 0) {
        struct bp_strip *last = bp_flow_at(flow, end - 1);
        struct bp_fragment rule =
            bp_fragment_rectangle(layout, frame->start, last->height + style->rule_gap,
                                  frame->width, style->rule_below, style->rule_colour);
        last->height += style->rule_gap + style->rule_below;
        add_fragment(flow, last, &rule);
    }
}

void bp_flow_panel(struct bp_flow *flow, const struct bp_block *block, const struct bp_frame *frame)
{
    const struct bp_style *style = block->style;
    struct bp_ground *ground = bp_arena_new(flow->layout->arena, sizeof *ground);
    bool page = frame->page && style->column == BP_COLUMN_PAGE;
    *ground = (struct bp_ground){frame->ground, style, frame->start, frame->width, page};
    struct bp_frame inner = *frame;
    inner.ground = ground;
    inner.page = false;
    inner.direct = false;
    if (!page) {
        inner.start += style->bar + style->padding_x;
        inner.width = MAX(frame->width - style->bar - 2 * style->padding_x, LEAST_WIDTH);
    }
    double before = flow->space;
    flow->space = 0;
    int first = bp_flow_count(flow);
    bp_flow_children(flow, block, &inner);
    int end = bp_flow_count(flow);
    if (end == first)
        return;
    struct bp_strip *top = bp_flow_at(flow, first);
    top->space_before = before;
    lower(top, style->padding_y);
    bp_flow_at(flow, end - 1)->height += style->padding_y;
    flow->space = 0;
}

/* A block without a tag tells its language to the tags that it put below `tag`, after `before`. */
static void tell_language(const struct bp_block *block, const struct bp_tag *tag,
                          struct bp_kid *before)
{
    struct bp_kid *kid = before ? before->next : tag->first;
    for (; block->language && kid; kid = kid->next)
        if (kid->kind == BP_KID_TAG && !kid->tag->language)
            kid->tag->language = block->language;
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
        bp_flow_children(flow, block, frame);
        break;
    case BP_BLOCK_COLUMNS:
        bp_flow_columns(flow, block, frame);
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
        if (block->chart)
            flow_drawing(flow, block, frame);
        else
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

/* A part of the document after which something else goes on: what follows is not under its heading,
 * and the running head must not say so. */
static bool ends_part(const struct bp_block *block)
{
    const struct bp_block *heading = block->first;
    return block->kind == BP_BLOCK_SECTION && block->next &&
           block->next->kind != BP_BLOCK_SECTION && heading && heading->kind == BP_BLOCK_HEADING &&
           heading->level <= 2 && heading->bookmark;
}

void bp_flow_block(struct bp_flow *flow, const struct bp_block *block, const struct bp_frame *frame)
{
    const struct bp_style *style = block->style;
    struct bp_frame inner = block_frame(flow, block, frame);
    bp_flow_space(flow, style->space_before);
    if (style->new_page && bp_flow_count(flow) > 0)
        flow->break_next = true;
    if (block->id || block->bookmark)
        add_place(flow, (struct bp_place){
                            .id = block->id, .bookmark = block->bookmark, .level = block->level});
    if (style->keep_with_previous)
        flow->keep_next = true;
    int first = bp_flow_count(flow);
    struct bp_kid *before = inner.tag->last;
    flow_kind(flow, block, &inner);
    if (block->kind == BP_BLOCK_GROUP || block->kind == BP_BLOCK_PANEL)
        tell_language(block, inner.tag, before);
    int end = bp_flow_count(flow);
    add_rules(flow, block, &inner, first, end);
    if (ends_part(block))
        add_place(flow, (struct bp_place){.bookmark = "", .level = 1});
    if (style->keep_together)
        bp_flow_keep_whole(flow, first, end);
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

void bp_figure_size(const struct bp_block *block, double *width, double *height)
{
    const struct bp_picture *picture = block->picture;
    bool sized = picture && picture->width > 0 && picture->height > 0;
    *width = MAX(block->width, 0);
    *height = MAX(block->height, 0);
    if (!sized)
        return;
    if (*width <= 0 && *height <= 0)
        *width = picture->width;
    if (*width <= 0)
        *width = *height * picture->width / picture->height;
    else if (*height <= 0)
        *height = *width * picture->height / picture->width;
}

bool bp_block_stands_alone(const struct bp_block *parent)
{
    return parent->first && !parent->first->next && parent->first->kind == BP_BLOCK_PARAGRAPH;
}
