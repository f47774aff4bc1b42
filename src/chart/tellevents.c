/* SPDX-License-Identifier: MIT */
#include "chart/tellevents.h"

#include <glib.h>
#include <string.h>

enum { N_LETTERS = 26 };

static const char *mark(int index, struct bp_arena *arena)
{
    char letters[8];
    size_t start = sizeof letters;
    for (int n = index + 1; n > 0 && start > 0; n = (n - 1) / N_LETTERS)
        letters[--start] = (char)('A' + (n - 1) % N_LETTERS);
    return bp_arena_string(arena, letters + start, sizeof letters - start);
}

static bool is_told(const GPtrArray *notes, const struct bp_note_at *note)
{
    for (guint i = 0; i < notes->len; i++) {
        const struct bp_note_at *other = notes->pdata[i];
        if (other->at.index == note->at.index && strcmp(other->text.text, note->text.text) == 0)
            return true;
    }
    return false;
}

/* In the order of their periods, those of one period as they are told. */
static void add(GPtrArray *notes, const struct bp_note_at *note)
{
    guint at = notes->len;
    while (at > 0 && ((const struct bp_note_at *)notes->pdata[at - 1])->at.index > note->at.index)
        at--;
    g_ptr_array_insert(notes, (gint)at, (gpointer)(gsize)note);
}

void bp_events_tell(struct bp_chart *chart, const struct bp_track *track,
                    const struct bp_look *look, struct bp_arena *arena)
{
    GPtrArray *notes = g_ptr_array_new();
    int first = track->n_slots > 0 ? track->slots[0].period.index : 0;
    for (int i = 0; i < chart->n_series; i++)
        for (int k = 0; k < chart->series[i]->n_events; k++) {
            const struct bp_note_at *note = &chart->series[i]->events[k];
            bool shown = note->at.index >= first && note->at.index < first + track->n_slots;
            if (shown && note->text.text && !is_told(notes, note))
                add(notes, note);
        }
    struct bp_chart_event *events =
        bp_arena_new(arena, (size_t)MAX(notes->len, 1) * sizeof *events);
    for (guint i = 0; i < notes->len; i++) {
        const struct bp_note_at *note = notes->pdata[i];
        events[i] = (struct bp_chart_event){mark((int)i, arena),
                                            bp_period_label(note->at, look->months, arena),
                                            note->text, note->at.index - first};
    }
    chart->events = events;
    chart->n_events = (int)notes->len;
    g_ptr_array_free(notes, TRUE);
}
