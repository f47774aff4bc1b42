/* SPDX-License-Identifier: MIT */
#include "chart/span.h"

struct bp_span bp_span_new(struct bp_arena *arena)
{
    return (struct bp_span){.arena = arena};
}

void bp_span_add(struct bp_span *span, double at, double before, double after)
{
    if ((span->n & (span->n - 1)) == 0) {
        struct bp_span_place *more =
            bp_arena_new(span->arena, (size_t)MAX(2 * span->n, 1) * sizeof *more);
        for (int i = 0; i < span->n; i++)
            more[i] = span->places[i];
        span->places = more;
    }
    span->places[span->n++] = (struct bp_span_place){at, before, after};
}

/* Each place that reaches left is held against each that reaches right. */
void bp_span_fit(const struct bp_span *span, double left, double right, double least, double *from,
                 double *to)
{
    double length = right - left;
    for (int i = 0; i < span->n; i++)
        for (int k = 0; k < span->n; k++) {
            const struct bp_span_place *one = &span->places[i], *other = &span->places[k];
            if (other->at > one->at)
                length = MIN(length,
                             (right - left - one->before - other->after) / (other->at - one->at));
        }
    length = MAX(length, least);
    *from = left;
    for (int i = 0; i < span->n; i++)
        *from = MAX(*from, left + span->places[i].before - span->places[i].at * length);
    *to = *from + length;
}
