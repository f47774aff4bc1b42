/* SPDX-License-Identifier: MIT */
#include "layout/paginate.h"

#include "layout/band.h"
#include "layout/linenumber.h"
#include "layout/note.h"
#include "layout/place.h"

/* A page may be overfull by so little: sums of rounded numbers. */
#define SLACK 0.01

struct paginator {
    const struct bp_flow *flow;
    struct bp_layout *layout;
    struct bp_sheet_under_way sheet;
    struct bp_notes notes;
    bool turned; /* the page under way */
    double top;
    double bottom;
    GArray *pages; /* struct bp_page */
};

/*
 * Whether a page that begins with strip `first` is turned: the strip is set for such a page, or is
 * kept with one that is, as a heading with its table.
 */
static bool is_turned(const struct paginator *paginator, int first)
{
    const struct bp_flow *flow = paginator->flow;
    double height = 0, most = bp_sheet_height(&paginator->layout->turned) / 2;
    for (int i = first; i < bp_flow_count(flow) && height <= most; i++) {
        const struct bp_strip *strip = bp_flow_at(flow, i);
        if (i > first && !strip->keep)
            return false;
        if (strip->turned)
            return true;
        height += strip->height + (i > first ? strip->space_before : 0);
    }
    return false;
}

/* The last strip that may begin the next page in place of `end`; `first` when there is none. */
static int retreat(const struct paginator *paginator, int first, int end)
{
    while (end > first && bp_flow_at(paginator->flow, end)->keep)
        end--;
    return end;
}

/* Whether strip `end` needs a page of another kind than those before it. */
static bool parts_pages(const struct paginator *paginator, int first, int end)
{
    bool turned = bp_flow_at(paginator->flow, end)->turned;
    return end > first && turned != bp_flow_at(paginator->flow, end - 1)->turned &&
           !(paginator->turned && turned);
}

/* The strips [first, end) that go on the page that begins with `first`. */
static int page_end(const struct paginator *paginator, int first)
{
    int n = bp_flow_count(paginator->flow), end = first;
    const struct bp_strip *start = bp_flow_at(paginator->flow, first);
    double y = paginator->top + bp_strip_head_room(start);
    double notes = bp_notes_carried(&paginator->notes, paginator->bottom - paginator->top);
    for (; end < n; end++) {
        const struct bp_strip *strip = bp_flow_at(paginator->flow, end);
        if (end > first && strip->page_break)
            return end;
        if (parts_pages(paginator, first, end)) {
            int before = retreat(paginator, first, end);
            return before > first && is_turned(paginator, before) ? before : end;
        }
        double bottom = y + strip->height + (end > first ? strip->space_before : 0);
        double with_notes = bp_notes_height(&paginator->notes, strip, notes);
        if (end > first && bottom + with_notes > paginator->bottom + SLACK)
            break;
        y = bottom;
        notes = with_notes;
    }
    if (end == n)
        return n;
    int before = retreat(paginator, first, end);
    return before > first ? before : end;
}

/* A stretch of strips that stand under one another on the page. */
struct stack {
    int first;
    int end;
    bool page;    /* the first begins the page */
    double along; /* how far along the line from the first column */
};

/* Grounds that begin with strip `index` in this stack, the outer ones first. */
static void place_grounds(struct paginator *paginator, const struct bp_ground *ground, int index,
                          const struct stack *stack, double y)
{
    if (!ground)
        return;
    place_grounds(paginator, ground->parent, index, stack, y);
    const struct bp_flow *flow = paginator->flow;
    double bottom = y + bp_flow_at(flow, index)->height;
    for (int i = index + 1; i < stack->end && bp_strip_has_ground(bp_flow_at(flow, i), ground); i++)
        bottom += bp_flow_at(flow, i)->space_before + bp_flow_at(flow, i)->height;
    bool begins = index == 0 || !bp_strip_has_ground(bp_flow_at(flow, index - 1), ground);
    bool top = ground->page && begins && stack->page && index == stack->first;
    bp_place_ground(&paginator->sheet, ground, top ? 0 : y, bottom);
}

static const struct bp_ground *new_ground(const struct bp_strip *strip,
                                          const struct bp_strip *before)
{
    if (!before || !strip->ground || !bp_strip_has_ground(before, strip->ground))
        return strip->ground;
    return NULL;
}

/*
 * From now on, what is set for a sheet that is turned or not is placed on the page under way, moved
 * along the line by `along`.
 */
static void turn_to(struct paginator *paginator, bool turned, double along)
{
    struct bp_layout *layout = paginator->layout;
    layout->sheet = turned ? &layout->turned : NULL;
    const struct bp_sheet *set = bp_layout_sheet(layout);
    const struct bp_sheet *page = paginator->turned ? &layout->turned : &layout->document->sheet;
    struct bp_sheet own = bp_sheet_of_page(page, paginator->sheet.number);
    along += own.margin_start - page->margin_start;
    paginator->sheet.shift =
        layout->document->right_to_left ? page->width - set->width - along : along;
}

/* Returns where the last strip ends. */
static double place_stack(struct paginator *paginator, const struct stack *stack, double y)
{
    const struct bp_flow *flow = paginator->flow;
    const struct bp_strip *start = bp_flow_at(flow, stack->first);
    const struct bp_head *head = start->head;
    turn_to(paginator, start->turned, stack->along);
    for (int i = 0; head && i < head->n_strips; i++) {
        bp_place_strip(&paginator->sheet, &head->strips[i], y);
        y += head->strips[i].height;
    }
    bp_place_head(&paginator->sheet, start, y);
    y += start->rise;
    for (int i = stack->first; i < stack->end; i++) {
        const struct bp_strip *strip = bp_flow_at(flow, i);
        if (i > stack->first)
            y += strip->space_before;
        turn_to(paginator, strip->turned, stack->along);
        place_grounds(paginator, new_ground(strip, i > stack->first ? strip - 1 : NULL), i, stack,
                      y);
        bp_place_strip(&paginator->sheet, strip, y);
        bp_notes_call(&paginator->notes, strip);
        y += strip->height;
    }
    return y;
}

static void begin_page(struct paginator *paginator, bool turned)
{
    struct bp_layout *layout = paginator->layout;
    const struct bp_sheet *sheet = turned ? &layout->turned : &layout->document->sheet;
    paginator->turned = turned;
    paginator->sheet.width = sheet->width;
    paginator->top = sheet->margin_top;
    paginator->bottom = sheet->height - sheet->margin_bottom;
}

/* Notes are set for the document's sheet, and begin at the text's start on a turned page too. */
static void finish_page(struct paginator *paginator, double y, bool empty)
{
    struct bp_layout *layout = paginator->layout;
    const struct bp_sheet *sheet = &layout->document->sheet;
    struct bp_sheet own =
        bp_sheet_of_page(paginator->turned ? &layout->turned : sheet, paginator->sheet.number);
    struct bp_page page = {0};
    bp_place_lanes(&paginator->sheet);
    bp_line_numbers_place(&paginator->sheet, &own);
    turn_to(paginator, false, paginator->turned ? -bp_sheet_side(sheet) : 0);
    bp_notes_place(&paginator->notes, &paginator->sheet, y, paginator->bottom, empty);
    bp_place_page(&paginator->sheet, &page);
    page.width = own.width;
    page.height = own.height;
    g_array_append_val(paginator->pages, page);
    layout->sheet = NULL;
}

/* A page of one column; returns the strip after its last. */
static int make_page(struct paginator *paginator, int first)
{
    const struct stack stack = {first, page_end(paginator, first), true, 0};
    finish_page(paginator, place_stack(paginator, &stack, paginator->top), false);
    return stack.end;
}

/* The bands of a page that ends before what stands on a turned one, with what is kept with that. */
static int fill_bands(const struct paginator *paginator, struct bp_bands *bands, int first)
{
    int end = bp_bands_fill(bands, first);
    if (end == bands->limit || !bp_flow_at(bands->flow, end)->turned)
        return end;
    int before = retreat(paginator, first, end);
    if (before == first || before == end || !is_turned(paginator, before))
        return end;
    bands->limit = before;
    return bp_bands_fill(bands, first);
}

/* Returns the foot of the lowest column. */
static double place_band(struct paginator *paginator, const struct bp_band *band, bool page,
                         double top)
{
    const struct bp_sheet *sheet = &paginator->layout->document->sheet;
    double foot = top;
    for (int i = 0, first = band->first; i < band->n; first = band->ends[i++]) {
        const struct stack stack = {first, band->ends[i], page && i == 0,
                                    i * (bp_sheet_column(sheet) + sheet->gutter)};
        double end = first < band->ends[i] ? place_stack(paginator, &stack, top) : top;
        foot = MAX(foot, end);
    }
    return foot;
}

/* A page of several columns; returns the strip after its last. */
static int make_banded_page(struct paginator *paginator, int first)
{
    struct bp_bands bands = {.flow = paginator->flow,
                             .notes = &paginator->notes,
                             .columns = bp_sheet_columns(&paginator->layout->document->sheet),
                             .top = paginator->top,
                             .bottom = paginator->bottom,
                             .limit = bp_flow_count(paginator->flow),
                             .bands = g_array_new(false, false, sizeof(struct bp_band))};
    int end = fill_bands(paginator, &bands, first);
    double y = paginator->top;
    for (guint i = 0; i < bands.bands->len; i++) {
        const struct bp_band *band = &g_array_index(bands.bands, struct bp_band, i);
        y += i > 0 ? bp_flow_at(paginator->flow, band->first)->space_before : 0;
        y = place_band(paginator, band, i == 0, y);
    }
    finish_page(paginator, y, false);
    g_array_free(bands.bands, true);
    return end;
}

static void make_pages(struct paginator *paginator)
{
    bool banded = bp_sheet_columns(&paginator->layout->document->sheet) > 1;
    for (int first = 0; first < bp_flow_count(paginator->flow);) {
        bool turned = is_turned(paginator, first);
        begin_page(paginator, turned);
        first =
            banded && !turned ? make_banded_page(paginator, first) : make_page(paginator, first);
    }
    while (bp_notes_left(&paginator->notes) || paginator->pages->len == 0) {
        begin_page(paginator, false);
        finish_page(paginator, paginator->top, true);
    }
}

void bp_flow_paginate(const struct bp_flow *flow, struct bp_pages *pages)
{
    struct paginator paginator = {
        .flow = flow,
        .layout = flow->layout,
        .pages = g_array_new(false, true, sizeof(struct bp_page)),
    };
    bp_place_init(&paginator.sheet, flow->layout);
    bp_notes_init(&paginator.notes, flow->layout);
    make_pages(&paginator);
    pages->n_pages = (int)paginator.pages->len;
    pages->pages = bp_arena_copy(flow->layout->arena, paginator.pages->data, paginator.pages->len,
                                 sizeof(struct bp_page));
    bp_notes_finish(&paginator.notes);
    bp_place_finish(&paginator.sheet);
    g_array_free(paginator.pages, true);
}
