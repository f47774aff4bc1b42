/* SPDX-License-Identifier: MIT */
/* Paragraphs and headings: lines of text as strips. */
#include "layout/setting.h"

#define FEWEST_LINES 2 /* orphans and widows, unless the style says otherwise */

/* The footnotes that lines call are placed on the page of the line. */
static void add_lines(struct bp_flow *flow, const struct bp_block *block,
                      const struct bp_frame *frame, const struct bp_set_text *set)
{
    const struct bp_style *style = block->style;
    double baseline = bp_style_baseline(flow->layout, style);
    int orphans = style->orphans ? style->orphans : FEWEST_LINES;
    int widows = style->widows ? style->widows : FEWEST_LINES;
    for (int i = 0; i < set->n_lines; i++) {
        const struct bp_set_line *line = &set->lines[i];
        for (int k = 0; k < line->n_fragments; k++)
            line->fragments[k].box.y += baseline;
        const struct bp_strip_parts parts = {style->leading, baseline, line->fragments,
                                             line->n_fragments};
        struct bp_strip *strip = bp_flow_strip(flow, frame, &parts);
        strip->notes = line->notes;
        strip->n_notes = line->n_notes;
        if (i > 0 && (i < orphans || set->n_lines - i < widows))
            strip->keep = true;
    }
    if (set->colon)
        flow->keep_next = true;
}

static struct bp_tag *paragraph_tag(const struct bp_flow *flow, const struct bp_block *block,
                                    const struct bp_frame *frame, enum bp_tag_role role)
{
    struct bp_tag *tag = bp_tag_new(flow->layout->arena, frame->tag, role);
    tag->language = block->language;
    return tag;
}

static void flow_text(struct bp_flow *flow, const struct bp_block *block,
                      const struct bp_frame *frame, struct bp_tag *tag)
{
    const struct bp_setting_place place = {frame->start, frame->width, tag, frame->language};
    struct bp_set_text set = bp_text_set(flow->layout, &block->text, block->style, &place);
    add_lines(flow, block, frame, &set);
}

void bp_flow_paragraph(struct bp_flow *flow, const struct bp_block *block,
                       const struct bp_frame *frame)
{
    bool caption = block->kind == BP_BLOCK_CAPTION;
    struct bp_tag *tag = frame->tag;
    if (caption || !frame->direct)
        tag = paragraph_tag(flow, block, frame, caption ? BP_TAG_CAPTION : BP_TAG_P);
    flow_text(flow, block, frame, tag);
}

void bp_flow_heading(struct bp_flow *flow, const struct bp_block *block,
                     const struct bp_frame *frame)
{
    enum bp_tag_role role = (enum bp_tag_role)(BP_TAG_H1 + CLAMP(block->level, 1, 6) - 1);
    struct bp_tag *tag = paragraph_tag(flow, block, frame, role);
    struct bp_frame inner = *frame;
    if (block->label.n_runs) {
        double hanging = bp_label_hanging(flow->layout, block, frame);
        bp_flow_label(flow, block, frame, hanging, tag);
        inner.start += hanging;
        inner.width -= hanging;
    }
    int first = bp_flow_count(flow);
    double label_height = flow->label.height;
    flow_text(flow, block, &inner, tag);
    bp_flow_at_least(flow, first, label_height);
    bp_flow_keep(flow, first, bp_flow_count(flow));
}
