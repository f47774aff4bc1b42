/* SPDX-License-Identifier: MIT */
#include "metric/change.h"

int bp_change_decimals(const struct bp_series *series)
{
    return series->unit == BP_METRIC_PERCENT ? MAX(series->decimals, 1) : series->decimals;
}

/* What the threshold is compared with: the cases of a rate, else the level itself. */
static bool is_small(const struct bp_series *series, const struct bp_level *level)
{
    struct bp_decimal base = level->has_denominator ? level->denominator : level->value;

    if (series->unit != BP_METRIC_COUNT && !level->has_denominator)
        return false;
    return bp_decimal_compare(base, bp_decimal_whole(series->small_base)) < 0;
}

static void set_percent(const struct bp_series *series, struct bp_change *change)
{
    if (series->unit == BP_METRIC_PERCENT) {
        change->kind = BP_CHANGE_POINTS;
        change->small = is_small(series, &change->from) || is_small(series, &change->to);
    } else if (bp_decimal_sign(change->from.value) <= 0) {
        change->kind = BP_CHANGE_NO_BASE;
    } else if (is_small(series, &change->from)) {
        change->kind = BP_CHANGE_SMALL;
        change->small = true;
    } else if (!bp_decimal_ratio(change->difference, change->from.value, 100, 1,
                                 &change->percent)) {
        change->kind = BP_CHANGE_NO_BASE; /* so near to zero that the percentage fits nowhere */
    }
}

struct bp_change bp_change_between(const struct bp_series *series, const struct bp_level *from,
                                   const struct bp_level *to)
{
    struct bp_change change = {.fault = to->fault ? to->fault : from->fault,
                               .from = *from,
                               .to = *to,
                               .provisional = from->provisional || to->provisional};
    int better = series->better == BP_BETTER_HIGHER  ? 1
                 : series->better == BP_BETTER_LOWER ? -1
                                                     : 0;

    if (change.fault)
        return change;
    if (!bp_decimal_subtract(to->value, from->value, &change.difference)) {
        change.fault = "the difference has more than 18 digits";
        return change;
    }
    change.direction =
        bp_decimal_sign(bp_decimal_round(change.difference, bp_change_decimals(series)));
    change.good = change.direction * better;
    set_percent(series, &change);
    return change;
}
