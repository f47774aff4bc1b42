/* SPDX-License-Identifier: MIT */
#include "chart/tickwords.h"

#include <math.h>

#include "metric/amount.h"

#define BRIEF_FROM 1e6

bool bp_tick_is_brief(const struct bp_ticks *ticks, const char *unit)
{
    double most = MAX(fabs(bp_ticks_value(ticks, 0)), fabs(bp_ticks_value(ticks, ticks->n - 1)));
    return most >= BRIEF_FROM && !(unit && *unit == '%');
}

const char *bp_tick_words(const struct bp_ticks *ticks, int index, const char *unit, bool brief,
                          struct bp_arena *arena)
{
    const struct bp_amount_signs signs = bp_amount_signs(unit, arena);
    const struct bp_tick_style style = {
        .before = signs.before, .after = signs.after, .brief = brief};
    GString *out = g_string_new(NULL);
    bp_ticks_label(ticks, index, &style, out);
    const char *words = bp_arena_string(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return words;
}
