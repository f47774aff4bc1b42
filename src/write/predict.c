/* SPDX-License-Identifier: MIT */
#include "write/predict.h"

#include <stdlib.h>
#include <string.h>

/* A row and the one above it, each with zeros before it for the pixel that is not there. */
struct row {
    const guchar *here;
    const guchar *above;
    int size;
    int back; /* to the pixel on the left */
};

static void take_none(const struct row *row, guchar *out)
{
    memcpy(out, row->here, (size_t)row->size);
}

static void take_left(const struct row *row, guchar *out)
{
    for (int i = 0; i < row->size; i++)
        out[i] = (guchar)(row->here[i] - row->here[i - row->back]);
}

static void take_above(const struct row *row, guchar *out)
{
    for (int i = 0; i < row->size; i++)
        out[i] = (guchar)(row->here[i] - row->above[i]);
}

static void take_nearest(const struct row *row, guchar *out)
{
    for (int i = 0; i < row->size; i++) {
        int left = row->here[i - row->back], above = row->above[i];
        int corner = row->above[i - row->back];
        int to_left = abs(above - corner), to_above = abs(left - corner);
        int to_corner = abs(left + above - 2 * corner);
        int guess = to_above <= to_corner ? above : corner;
        if (to_left <= to_above && to_left <= to_corner)
            guess = left;
        out[i] = (guchar)(row->here[i] - guess);
    }
}

/* By their numbers in the file. Averages, number 3, are hardly ever the best. */
static void (*const filters[])(const struct row *row, guchar *out) = {
    take_none, take_left, take_above, NULL, take_nearest};

/* How much a filter leaves: the sum of the differences, as signed bytes. */
static int sum_of(const guchar *bytes, int size)
{
    int sum = 0;
    for (int i = 0; i < size; i++)
        sum += abs((gint8)bytes[i]);
    return sum;
}

static void append_row(GString *out, const struct row *row, guchar *tried)
{
    gsize start = out->len;
    int least = G_MAXINT;
    g_string_set_size(out, start + 1 + (gsize)row->size);
    for (size_t i = 0; i < G_N_ELEMENTS(filters); i++) {
        if (!filters[i])
            continue;
        filters[i](row, tried);
        int sum = sum_of(tried, row->size);
        if (sum >= least)
            continue;
        least = sum;
        out->str[start] = (char)i;
        memcpy(out->str + start + 1, tried, (size_t)row->size);
    }
}

GString *bp_predict(const struct bp_bytes *samples, int columns, int channels)
{
    size_t back = (size_t)channels, size = (size_t)columns * back, rows = samples->size / size;
    GString *out = g_string_sized_new((size + 1) * rows + 1);
    guchar *room = g_malloc0(3 * (size + back));
    guchar *here = room + back, *above = here + size + back, *tried = above + size;
    for (size_t i = 0; i < rows; i++) {
        memcpy(here, samples->data + i * size, size);
        append_row(out, &(struct row){here, above, (int)size, channels}, tried);
        memcpy(above, here, size);
    }
    g_free(room);
    return out;
}
