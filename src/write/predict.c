/* SPDX-License-Identifier: MIT */
#include "write/predict.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum filter { FILTER_NONE, FILTER_SUB, FILTER_UP, FILTER_AVERAGE, FILTER_PAETH, N_FILTERS };

struct row {
    const guchar *here;
    const guchar *above; /* NULL: zeros */
    int size;
    int channels;
};

static guchar paeth(int left, int above, int corner)
{
    int guess = left + above - corner;
    int to_left = abs(guess - left), to_above = abs(guess - above), to_corner = abs(guess - corner);
    if (to_left <= to_above && to_left <= to_corner)
        return (guchar)left;
    return (guchar)(to_above <= to_corner ? above : corner);
}

/* Fills `out` and gives how much is left: the sum of the differences, as signed bytes. */
static guint64 filter_row(const struct row *row, enum filter filter, guchar *out)
{
    guint64 sum = 0;
    for (int i = 0; i < row->size; i++) {
        bool first = i < row->channels;
        int left = first ? 0 : row->here[i - row->channels];
        int above = row->above ? row->above[i] : 0;
        int corner = first || !row->above ? 0 : row->above[i - row->channels];
        int guess = 0;
        if (filter == FILTER_SUB)
            guess = left;
        else if (filter == FILTER_UP)
            guess = above;
        else if (filter == FILTER_PAETH)
            guess = paeth(left, above, corner);
        out[i] = (guchar)(row->here[i] - guess);
        sum += (guint64)abs((gint8)out[i]);
    }
    return sum;
}

static void append_row(GString *out, const struct row *row, guchar *tried, guchar *best)
{
    guint64 least = G_MAXUINT64;
    int chosen = FILTER_NONE;
    for (int filter = 0; filter < N_FILTERS; filter++) {
        if (filter == FILTER_AVERAGE)
            continue; /* hardly ever the best */
        guint64 sum = filter_row(row, (enum filter)filter, tried);
        if (sum < least) {
            least = sum;
            chosen = filter;
            memcpy(best, tried, (size_t)row->size);
        }
    }
    g_string_append_c(out, (char)chosen);
    g_string_append_len(out, (const char *)best, row->size);
}

GString *bp_predict(const struct bp_bytes *samples, int columns, int channels)
{
    struct row row = {.size = columns * channels, .channels = channels};
    size_t size = (size_t)row.size, rows = samples->size / size;
    GString *out = g_string_sized_new((size + 1) * rows + 1);
    guchar *tried = g_malloc(2 * size);
    for (size_t i = 0; i < rows; i++) {
        row.here = (const guchar *)samples->data + i * size;
        row.above = i > 0 ? row.here - size : NULL;
        append_row(out, &row, tried, tried + size);
    }
    g_free(tried);
    return out;
}
