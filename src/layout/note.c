/* SPDX-License-Identifier: MIT */
#include "layout/note.h"

/* Type up to this size has the distances below, larger type larger ones. */
#define PLAIN_SIZE 10.0

/* Above the first footnote of a page: space, a short rule, space. */
#define SPACE      12.0
#define RULE_SPACE 4.0
#define RULE_WIDTH 60.0

/* Between two notes. */
#define GAP 3.0

/* A page may be overfull by so little: sums of rounded numbers. */
#define SLACK 0.01

void bp_notes_init(struct bp_notes *notes, struct bp_layout *layout)
{
    *notes = (struct bp_notes){.layout = layout,
                               .called = g_ptr_array_new(),
                               .carried = g_array_new(false, false, sizeof(struct bp_strip))};
}

void bp_notes_finish(struct bp_notes *notes)
{
    g_ptr_array_free(notes->called, true);
    g_array_free(notes->carried, true);
}

static double scale(const struct bp_notes *notes)
{
    return MAX(notes->layout->document->note_rule->type.size / PLAIN_SIZE, 1);
}

/* Between a page's text and its notes. */
static double head_room(const struct bp_notes *notes)
{
    return (SPACE + RULE_SPACE) * scale(notes);
}

static double strips_height(const struct bp_strip *strips, int n)
{
    double height = 0;
    for (int i = 0; i < n; i++)
        height += strips[i].height + (i > 0 ? strips[i].space_before : 0);
    return height;
}

double bp_notes_height(const struct bp_notes *notes, const struct bp_strip *strip, double before)
{
    double height = before;
    for (int i = 0; i < strip->n_notes; i++)
        height += strip->notes[i]->height + (height > 0 ? GAP * scale(notes) : head_room(notes));
    return height;
}

double bp_notes_carried(const struct bp_notes *notes, double room)
{
    guint n = notes->carried->len;
    if (n == 0)
        return 0;
    const struct bp_strip *strips = (const struct bp_strip *)(void *)notes->carried->data;
    double height = strips_height(strips, (int)n) + head_room(notes);
    return MIN(height, room / 2);
}

void bp_notes_call(struct bp_notes *notes, const struct bp_strip *strip)
{
    for (int i = 0; i < strip->n_notes; i++)
        g_ptr_array_add(notes->called, strip->notes[i]);
}

/* The page's notes follow those carried from the page before. */
static GArray *gather(struct bp_notes *notes)
{
    GArray *strips = notes->carried;
    for (guint i = 0; i < notes->called->len; i++) {
        const struct bp_flow_note *note = notes->called->pdata[i];
        for (int k = 0; k < note->n_strips; k++) {
            struct bp_strip strip = note->strips[k];
            if (k == 0)
                strip.space_before = GAP * scale(notes);
            g_array_append_val(strips, strip);
        }
    }
    g_ptr_array_set_size(notes->called, 0);
    notes->carried = g_array_new(false, false, sizeof(struct bp_strip));
    return strips;
}

static void place_rule(struct bp_notes *notes, struct bp_sheet_under_way *sheet, double y)
{
    const struct bp_sheet *own = &notes->layout->document->sheet;
    const struct bp_style *style = notes->layout->document->note_rule;
    double start = own->margin_start + bp_sheet_side(own), larger = scale(notes);
    struct bp_fragment rule =
        bp_fragment_rectangle(notes->layout, start, -RULE_SPACE * larger, RULE_WIDTH * larger,
                              style->rule, style->rule_colour);
    bp_place_fragment(sheet, &rule, y);
}

void bp_notes_place(struct bp_notes *notes, struct bp_sheet_under_way *sheet, double y,
                    double bottom, bool empty)
{
    GArray *strips = gather(notes);
    const struct bp_strip *all = (const struct bp_strip *)(void *)strips->data;
    double room = bottom - y - head_room(notes), height = 0;
    int n = 0;
    for (; n < (int)strips->len; n++) {
        double next = height + all[n].height + (n > 0 ? all[n].space_before : 0);
        if (next > room + SLACK && !(n == 0 && empty))
            break;
        height = next;
    }
    g_array_append_vals(notes->carried, all + n, strips->len - (guint)n);
    double at = bottom - height;
    if (n > 0)
        place_rule(notes, sheet, at);
    for (int i = 0; i < n; i++) {
        at += i > 0 ? all[i].space_before : 0;
        bp_place_strip(sheet, &all[i], at);
        at += all[i].height;
    }
    g_array_free(strips, true);
}

bool bp_notes_left(const struct bp_notes *notes)
{
    return notes->carried->len > 0;
}
