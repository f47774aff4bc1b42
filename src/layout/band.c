/* SPDX-License-Identifier: MIT */
#include "layout/band.h"

/* A page may be overfull by so little: sums of rounded numbers. */
#define SLACK 0.01

/* How often a height is halved to find the least that holds a band. */
#define HALVINGS 24

static const struct bp_strip *at(const struct bp_bands *bands, int index)
{
    return bp_flow_at(bands->flow, index);
}

/* Whether the band that begins with `first` ends before strip `index`, however much room there is.
 */
static bool ends_band(const struct bp_bands *bands, int first, int index)
{
    if (index <= first)
        return false;
    if (index >= bands->limit)
        return true;
    const struct bp_strip *strip = at(bands, index);
    return strip->page_break || strip->turned || strip->span != at(bands, first)->span;
}

/*
 * The strip after the last that stands in one column, `room` high, that begins with `first`. Where
 * that must begin the page (`whole`) what is higher than the room is cut; else it has no place.
 */
static int column_end(const struct bp_bands *bands, int first, double room, bool whole)
{
    double y = bp_strip_head_room(at(bands, first));
    int end = first;
    for (; !ends_band(bands, first, end); end++) {
        const struct bp_strip *strip = at(bands, end);
        double foot = y + strip->height + (end > first ? strip->space_before : 0);
        if (foot > room + SLACK && (end > first || !whole))
            break;
        y = foot;
    }
    if (ends_band(bands, first, end))
        return end;
    int before = end;
    while (before > first && at(bands, before)->keep)
        before--;
    return before > first ? before : whole ? end : first;
}

static double column_height(const struct bp_bands *bands, int first, int end)
{
    if (first == end)
        return 0;
    return bp_strip_head_room(at(bands, first)) + bp_flow_height(bands->flow, first, end);
}

static double band_height(const struct bp_bands *bands, const struct bp_band *band)
{
    double height = 0;
    for (int i = 0, first = band->first; i < band->n; first = band->ends[i++])
        height = MAX(height, column_height(bands, first, band->ends[i]));
    return height;
}

/* Fills the columns one after the other; true when the band ends in them. */
static bool fill_columns(const struct bp_bands *bands, struct bp_band *band, double room,
                         bool whole)
{
    int end = band->first;
    for (int i = 0; i < band->n; i++) {
        if (!ends_band(bands, band->first, end))
            end = column_end(bands, end, room, whole);
        band->ends[i] = end;
    }
    return ends_band(bands, band->first, end);
}

static bool fits(const struct bp_bands *bands, int first, int end, int columns, double room)
{
    for (int i = 0; i < columns && first < end; i++)
        first = column_end(bands, first, room, false);
    return first >= end;
}

/* Each column as low as the others allow. What only fits when it is cut stays as it is. */
static void balance(const struct bp_bands *bands, struct bp_band *band, double room)
{
    int first = band->first, end = band->ends[band->n - 1];
    for (int i = 0; i < band->n; i++) {
        double low = 0, high = room;
        if (!fits(bands, first, end, band->n - i, high))
            return;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (low + high) / 2;
            if (fits(bands, first, end, band->n - i, middle))
                high = middle;
            else
                low = middle;
        }
        first = band->ends[i] = first < end ? column_end(bands, first, high, false) : end;
        room = high;
    }
}

static int fill_page(struct bp_bands *bands, int first, double bottom);

/* The page ends before what is kept with strip `end`, for which it has no room. */
static int end_before(struct bp_bands *bands, int first, int end, double bottom)
{
    int before = end, limit = bands->limit;
    while (before > first && at(bands, before)->keep)
        before--;
    if (before == first || before == end)
        return end;
    bands->limit = before;
    end = fill_page(bands, first, bottom);
    bands->limit = limit;
    return end;
}

static int fill_page(struct bp_bands *bands, int first, double bottom)
{
    double y = bands->top;
    int end = first;
    bool ended = true;
    g_array_set_size(bands->bands, 0);
    while (ended && end < bands->limit) {
        const struct bp_strip *strip = at(bands, end);
        struct bp_band band = {.first = end, .n = strip->span ? 1 : bands->columns};
        if (end > first && (strip->page_break || strip->turned))
            break;
        y += end > first ? strip->space_before : 0;
        ended = fill_columns(bands, &band, bottom - y, end == first);
        if (band.ends[band.n - 1] == end)
            return end_before(bands, first, end, bottom);
        if (ended && band.n > 1)
            balance(bands, &band, bottom - y);
        g_array_append_val(bands->bands, band);
        y += band_height(bands, &band);
        end = band.ends[band.n - 1];
    }
    return end;
}

int bp_bands_fill(struct bp_bands *bands, int first)
{
    double carried = bp_notes_carried(bands->notes, bands->bottom - bands->top);
    int end = fill_page(bands, first, bands->bottom - carried);
    double notes = carried;
    for (int i = first; i < end; i++)
        notes = bp_notes_height(bands->notes, at(bands, i), notes);
    return notes > carried ? fill_page(bands, first, bands->bottom - notes) : end;
}
