/* SPDX-License-Identifier: MIT */
#include "layout/paginate.h"

#include "layout/place.h"

/* Above the first footnote of a page: space, a short rule, space. */
#define NOTE_SPACE      12.0
#define NOTE_RULE_SPACE 4.0
#define NOTE_RULE_WIDTH 60.0
#define NOTE_GAP        3.0

/* A page may be overfull by so little: sums of rounded numbers. */
#define SLACK 0.01

struct paginator {
    const struct bp_flow *flow;
    struct bp_layout *layout;
    struct bp_sheet_under_way sheet;
    double top;
    double bottom;
    GPtrArray *notes; /* struct bp_flow_note, of the page under way */
    GArray *carried;  /* struct bp_strip: notes that did not fit on their page */
    GArray *pages;    /* struct bp_page */
};

static double strips_height(const struct bp_strip *strips, int n)
{
    double height = 0;
    for (int i = 0; i < n; i++)
        height += strips[i].height + (i > 0 ? strips[i].space_before : 0);
    return height;
}

static double notes_height(const struct bp_strip *strip, double before)
{
    double height = before;
    for (int i = 0; i < strip->n_notes; i++)
        height += strip->notes[i]->height + (height > 0 ? NOTE_GAP : NOTE_SPACE + NOTE_RULE_SPACE);
    return height;
}

static double carried_height(const struct paginator *paginator)
{
    guint n = paginator->carried->len;
    if (n == 0)
        return 0;
    const struct bp_strip *strips = (const struct bp_strip *)(void *)paginator->carried->data;
    double height = strips_height(strips, (int)n) + NOTE_SPACE + NOTE_RULE_SPACE;
    return MIN(height, (paginator->bottom - paginator->top) / 2);
}

/* The strips [first, end) that go on the page that begins with `first`. */
static int page_end(const struct paginator *paginator, int first)
{
    int n = bp_flow_count(paginator->flow), end = first;
    const struct bp_strip *start = bp_flow_at(paginator->flow, first);
    double y = paginator->top + (start->head ? start->head->height : 0);
    double notes = carried_height(paginator);
    for (; end < n; end++) {
        const struct bp_strip *strip = bp_flow_at(paginator->flow, end);
        if (end > first && strip->page_break)
            return end;
        double bottom = y + strip->height + (end > first ? strip->space_before : 0);
        double with_notes = notes_height(strip, notes);
        if (end > first && bottom + with_notes > paginator->bottom + SLACK)
            break;
        y = bottom;
        notes = with_notes;
    }
    if (end == n)
        return n;
    for (int i = end; i > first; i--)
        if (!bp_flow_at(paginator->flow, i)->keep)
            return i;
    return end;
}

static bool has_ground(const struct bp_strip *strip, const struct bp_ground *ground)
{
    for (const struct bp_ground *g = strip->ground; g; g = g->parent)
        if (g == ground)
            return true;
    return false;
}

/* Grounds that begin with strip `index` on this page, the outer ones first. */
static void place_grounds(struct paginator *paginator, const struct bp_ground *ground, int index,
                          int end, double y)
{
    if (!ground)
        return;
    place_grounds(paginator, ground->parent, index, end, y);
    const struct bp_flow *flow = paginator->flow;
    double bottom = y + bp_flow_at(flow, index)->height;
    for (int i = index + 1; i < end && has_ground(bp_flow_at(flow, i), ground); i++)
        bottom += bp_flow_at(flow, i)->space_before + bp_flow_at(flow, i)->height;
    bp_place_ground(&paginator->sheet, ground, y, bottom);
}

static const struct bp_ground *new_ground(const struct bp_strip *strip,
                                          const struct bp_strip *before)
{
    if (!before || !strip->ground || !has_ground(before, strip->ground))
        return strip->ground;
    return NULL;
}

static double place_strips(struct paginator *paginator, int first, int end)
{
    const struct bp_flow *flow = paginator->flow;
    double y = paginator->top;
    const struct bp_head *head = bp_flow_at(flow, first)->head;
    for (int i = 0; head && i < head->n_strips; i++) {
        bp_place_strip(&paginator->sheet, &head->strips[i], y);
        y += head->strips[i].height;
    }
    for (int i = first; i < end; i++) {
        const struct bp_strip *strip = bp_flow_at(flow, i);
        if (i > first)
            y += strip->space_before;
        place_grounds(paginator, new_ground(strip, i > first ? strip - 1 : NULL), i, end, y);
        bp_place_strip(&paginator->sheet, strip, y);
        for (int k = 0; k < strip->n_notes; k++)
            g_ptr_array_add(paginator->notes, strip->notes[k]);
        y += strip->height;
    }
    return y;
}

/* The page's notes follow those carried from the page before. */
static GArray *gather_notes(struct paginator *paginator)
{
    GArray *strips = paginator->carried;
    for (guint i = 0; i < paginator->notes->len; i++) {
        const struct bp_flow_note *note = paginator->notes->pdata[i];
        for (int k = 0; k < note->n_strips; k++) {
            struct bp_strip strip = note->strips[k];
            if (k == 0)
                strip.space_before = NOTE_GAP;
            g_array_append_val(strips, strip);
        }
    }
    g_ptr_array_set_size(paginator->notes, 0);
    paginator->carried = g_array_new(false, false, sizeof(struct bp_strip));
    return strips;
}

/* Notes stand at the foot of the page; what has no room there goes to the next page. */
static void place_notes(struct paginator *paginator, double y)
{
    GArray *strips = gather_notes(paginator);
    const struct bp_strip *all = (const struct bp_strip *)(void *)strips->data;
    double room = paginator->bottom - y - NOTE_SPACE - NOTE_RULE_SPACE, height = 0;
    int n = 0;
    for (; n < (int)strips->len; n++) {
        double next = height + all[n].height + (n > 0 ? all[n].space_before : 0);
        if (next > room + SLACK && !(n == 0 && y <= paginator->top + SLACK))
            break;
        height = next;
    }
    g_array_append_vals(paginator->carried, all + n, strips->len - (guint)n);
    if (n > 0) {
        const struct bp_sheet *sheet = &paginator->layout->document->sheet;
        double at = paginator->bottom - height;
        struct bp_fragment rule = bp_fragment_rectangle(
            paginator->layout, sheet->margin_start + sheet->side, -NOTE_RULE_SPACE, NOTE_RULE_WIDTH,
            paginator->layout->document->note_rule->rule,
            paginator->layout->document->note_rule->rule_colour);
        bp_place_fragment(&paginator->sheet, &rule, at);
        for (int i = 0; i < n; i++) {
            at += i > 0 ? all[i].space_before : 0;
            bp_place_strip(&paginator->sheet, &all[i], at);
            at += all[i].height;
        }
    }
    g_array_free(strips, true);
}

static void finish_page(struct paginator *paginator, double y)
{
    struct bp_page page = {0};
    place_notes(paginator, y);
    bp_place_page(&paginator->sheet, &page);
    g_array_append_val(paginator->pages, page);
}

void bp_flow_paginate(const struct bp_flow *flow, struct bp_pages *pages)
{
    const struct bp_sheet *sheet = &flow->layout->document->sheet;
    struct paginator paginator = {
        .flow = flow,
        .layout = flow->layout,
        .top = sheet->margin_top,
        .bottom = sheet->height - sheet->margin_bottom,
        .notes = g_ptr_array_new(),
        .carried = g_array_new(false, false, sizeof(struct bp_strip)),
        .pages = g_array_new(false, true, sizeof(struct bp_page)),
    };
    bp_place_init(&paginator.sheet, flow->layout);
    for (int first = 0, end; first < bp_flow_count(flow); first = end) {
        end = page_end(&paginator, first);
        finish_page(&paginator, place_strips(&paginator, first, end));
    }
    while (paginator.carried->len > 0 || paginator.pages->len == 0)
        finish_page(&paginator, paginator.top);
    pages->n_pages = (int)paginator.pages->len;
    pages->pages = bp_arena_copy(flow->layout->arena, paginator.pages->data, paginator.pages->len,
                                 sizeof(struct bp_page));
    bp_place_finish(&paginator.sheet);
    g_array_free(paginator.pages, true);
    g_array_free(paginator.carried, true);
    g_ptr_array_free(paginator.notes, true);
}
