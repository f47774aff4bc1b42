/* SPDX-License-Identifier: MIT */
/* Lists, their items, and labels: bullets, numbers, side labels. */
#include "layout/setting.h"

/* Between a side label and the text column. */
#define SIDE_GAP 8.0

/* Positions are sums of rounded numbers. */
#define SLACK 0.01

/* Least room between a hanging label and its text, in ems. */
#define LABEL_GAP 0.5

static const char *numbering_name(enum bp_numbering numbering)
{
    static const char *const names[] = {
        [BP_NUMBERING_NONE] = NULL,          [BP_NUMBERING_DISC] = "Disc",
        [BP_NUMBERING_DECIMAL] = "Decimal",  [BP_NUMBERING_ALPHA] = "LowerAlpha",
        [BP_NUMBERING_ROMAN] = "LowerRoman",
    };
    return names[numbering];
}

static struct bp_setting_place label_place(const struct bp_layout *layout,
                                           const struct bp_block *block,
                                           const struct bp_frame *frame, double hanging)
{
    const struct bp_sheet *sheet = bp_layout_sheet(layout);
    struct bp_setting_place place = {.language = frame->language};
    if (block->label_place == BP_LABEL_SIDE && hanging <= 0) {
        place.start = sheet->margin_start;
        place.width = bp_sheet_side(sheet) - SIDE_GAP;
    } else {
        place.start = frame->start;
        place.width = hanging;
    }
    return place;
}

/* A heading's number is read together with its words: a space parts them. */
static struct bp_text with_space(const struct bp_layout *layout, const struct bp_text *text)
{
    int n = text->n_runs;
    struct bp_text spaced = {.n_runs = n + 1};
    spaced.runs = bp_arena_new(layout->arena, (size_t)(n + 1) * sizeof *spaced.runs);
    for (int i = 0; i < n; i++)
        spaced.runs[i] = text->runs[i];
    spaced.runs[n] = text->runs[n - 1];
    spaced.runs[n].text = " ";
    spaced.runs[n].length = 1;
    return spaced;
}

bool bp_label_may_stand_aside(const struct bp_layout *layout, const struct bp_block *block,
                              const struct bp_frame *frame)
{
    const struct bp_sheet *sheet = bp_layout_sheet(layout);
    double side = bp_sheet_side(sheet);
    if (block->label_place != BP_LABEL_SIDE || side <= SIDE_GAP)
        return false;
    return !frame || (!frame->beside && frame->start >= sheet->margin_start + side - SLACK);
}

/* Headings keep their numbers whole: one too wide for the side column stands before the words. */
static bool stands_aside(const struct bp_layout *layout, const struct bp_block *block,
                         const struct bp_frame *frame, struct bp_extent extent)
{
    double room = bp_sheet_side(bp_layout_sheet(layout)) - SIDE_GAP;
    return bp_label_may_stand_aside(layout, block, frame) &&
           (block->kind != BP_BLOCK_HEADING || extent.least <= room);
}

double bp_label_hanging(struct bp_layout *layout, const struct bp_block *block,
                        const struct bp_frame *frame)
{
    if (block->label.n_runs == 0)
        return bp_label_may_stand_aside(layout, block, frame) ? 0 : block->style->hanging;
    struct bp_extent extent = bp_text_extent(layout, &block->label, frame->language);
    if (stands_aside(layout, block, frame, extent))
        return 0;
    double room = extent.most + LABEL_GAP * block->style->type.size;
    return MIN(MAX(block->style->hanging, room), frame->width / 2);
}

void bp_flow_label(struct bp_flow *flow, const struct bp_block *block, const struct bp_frame *frame,
                   double hanging, struct bp_tag *tag)
{
    struct bp_layout *layout = flow->layout;
    const struct bp_style *style = block->label_style ? block->label_style : block->style;
    struct bp_setting_place place = label_place(layout, block, frame, hanging);
    place.tag = tag;
    struct bp_text text = block->label;
    if (block->kind == BP_BLOCK_HEADING)
        text = with_space(layout, &text);
    struct bp_set_text set = bp_text_set(layout, &text, style, &place);
    GArray *fragments = g_array_new(false, false, sizeof(struct bp_fragment));
    g_array_append_vals(fragments, flow->label.fragments, (guint)flow->label.n_fragments);
    for (int i = 0; i < set.n_lines; i++) {
        struct bp_set_line *line = &set.lines[i];
        for (int k = 0; k < line->n_fragments; k++)
            line->fragments[k].box.y += i * style->leading;
        g_array_append_vals(fragments, line->fragments, (guint)line->n_fragments);
    }
    flow->label = (struct bp_label){
        .fragments = bp_arena_copy(layout->arena, fragments->data, fragments->len,
                                   sizeof(struct bp_fragment)),
        .n_fragments = (int)fragments->len,
        .height = set.n_lines * style->leading,
        .leading = style->leading,
    };
    g_array_free(fragments, true);
}

static void flow_item(struct bp_flow *flow, const struct bp_block *item,
                      const struct bp_frame *frame, double hanging)
{
    struct bp_arena *arena = flow->layout->arena;
    struct bp_tag *tag = bp_tag_new(arena, frame->tag, BP_TAG_LI);
    tag->language = item->language;
    struct bp_frame inner = *frame;
    if (item->language)
        inner.language = item->language;
    bp_flow_space(flow, item->style->space_before);
    if (item->label.n_runs)
        bp_flow_label(flow, item, &inner, hanging, bp_tag_new(arena, tag, BP_TAG_LBL));
    if (!bp_label_may_stand_aside(flow->layout, item, frame)) {
        inner.start += hanging;
        inner.width -= hanging;
    }
    inner.page = false;
    inner.tag = bp_tag_new(arena, tag, BP_TAG_LBODY);
    inner.direct = bp_block_stands_alone(item);
    int first = bp_flow_count(flow);
    double label_height = flow->label.height;
    bp_flow_children(flow, item, &inner);
    if (bp_flow_count(flow) == first && flow->label.n_fragments) {
        const struct bp_strip_parts empty = {item->style->leading,
                                             bp_style_baseline(flow->layout, item->style), NULL, 0};
        bp_flow_strip(flow, &inner, &empty);
    }
    bp_flow_at_least(flow, first, label_height);
    if (item->style->keep_together)
        bp_flow_keep_whole(flow, first, bp_flow_count(flow));
    bp_flow_space(flow, item->style->space_after);
}

static int label_length(const struct bp_block *item)
{
    int length = 0;
    for (int i = 0; i < item->label.n_runs; i++)
        length += item->label.runs[i].length;
    return length;
}

/* All items of a list have the room that its longest label takes: 9. and 10. stand in one line. */
static double list_hanging(struct bp_layout *layout, const struct bp_block *list,
                           const struct bp_frame *frame)
{
    const struct bp_block *longest = list->first;
    for (const struct bp_block *item = list->first; item; item = item->next)
        if (label_length(item) > label_length(longest))
            longest = item;
    return longest ? bp_label_hanging(layout, longest, frame) : 0;
}

void bp_flow_list(struct bp_flow *flow, const struct bp_block *block, const struct bp_frame *frame)
{
    struct bp_tag *tag = bp_tag_new(flow->layout->arena, frame->tag, BP_TAG_L);
    tag->language = block->language;
    tag->numbering = numbering_name(block->numbering);
    struct bp_frame inner = *frame;
    inner.tag = tag;
    double hanging = list_hanging(flow->layout, block, frame);
    for (const struct bp_block *item = block->first; item; item = item->next)
        flow_item(flow, item, &inner, hanging);
}

/* A note's label stands in front of its first line; its text hangs. It is set for the document's
 * sheet, wherever it is called. */
struct bp_flow_note *bp_flow_note(struct bp_layout *layout, const struct bp_block *note,
                                  struct bp_tag *tag)
{
    const struct bp_sheet *sheet = &layout->document->sheet;
    struct bp_tag *note_tag = bp_tag_new(layout->arena, tag, BP_TAG_NOTE);
    note_tag->language = note->language;
    note_tag->id = bp_arena_printf(layout->arena, "note-%d", ++layout->n_notes);
    struct bp_frame frame = {
        .start = sheet->margin_start + bp_sheet_side(sheet),
        .width = bp_sheet_width(sheet) - bp_sheet_side(sheet),
        .tag = note_tag,
        .direct = bp_block_stands_alone(note),
        .language = note->language ? note->language : layout->document->language,
    };
    struct bp_flow flow;
    const struct bp_sheet *around = layout->sheet;
    layout->sheet = NULL;
    bp_flow_init(&flow, layout);
    double hanging = bp_label_hanging(layout, note, &frame);
    if (note->label.n_runs)
        bp_flow_label(&flow, note, &frame, hanging,
                      bp_tag_new(layout->arena, note_tag, BP_TAG_LBL));
    frame.start += hanging;
    frame.width -= hanging;
    bp_flow_children(&flow, note, &frame);
    struct bp_flow_note *set = bp_arena_new(layout->arena, sizeof *set);
    set->n_strips = bp_flow_count(&flow);
    set->strips =
        bp_arena_copy(layout->arena, flow.strips->data, flow.strips->len, sizeof(struct bp_strip));
    set->height = bp_flow_height(&flow, 0, set->n_strips);
    bp_flow_finish(&flow);
    layout->sheet = around;
    return set;
}
