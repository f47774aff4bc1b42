/* SPDX-License-Identifier: MIT */
#include "metric/level.h"

static struct bp_level none(struct bp_period from, struct bp_period until, const char *fault)
{
    return (struct bp_level){.fault = fault, .from = from, .until = until};
}

/* NULL: none has a value. */
static const struct bp_point *latest_point(const struct bp_series *series)
{
    for (int i = series->n_points; i-- > 0;)
        if (series->points[i].state == BP_POINT_PRESENT)
            return &series->points[i];
    return NULL;
}

struct bp_level bp_level_at(const struct bp_series *series, struct bp_period period,
                            struct bp_arena *arena)
{
    const struct bp_point *point = bp_series_point(series, period);
    const char *code = bp_period_code(period, arena);

    if (!point)
        return none(period, period, bp_arena_printf(arena, "it has no value for %s", code));
    if (point->state != BP_POINT_PRESENT)
        return none(period, period,
                    bp_arena_printf(arena, "its value for %s is %s", code,
                                    point->state == BP_POINT_MISSING ? "missing" : "suppressed"));
    return (struct bp_level){.from = period,
                             .until = period,
                             .value = point->value,
                             .has_denominator = point->has_parts,
                             .numerator = point->numerator,
                             .denominator = point->denominator,
                             .provisional = point->provisional};
}

struct bp_level bp_level_latest(const struct bp_series *series, struct bp_arena *arena)
{
    const struct bp_point *point = latest_point(series);
    struct bp_period nowhere = {series->period_kind, 0};

    return point ? bp_level_at(series, point->period, arena)
                 : none(nowhere, nowhere, "it has no value at all");
}

/* Money that has numerators and denominators is an average, and summed like one. */
static bool is_sum(const struct bp_series *series)
{
    bool sum = series->unit == BP_METRIC_COUNT || series->unit == BP_METRIC_MONEY;

    for (int i = 0; sum && i < series->n_points; i++)
        sum = !series->points[i].has_parts;
    return sum;
}

/* Adds one period's part to a level under way, whose value is the numerators' sum. */
static bool add(const struct bp_point *point, bool sum, struct bp_level *level)
{
    level->provisional = level->provisional || point->provisional;
    if (sum)
        return bp_decimal_add(level->value, point->value, &level->value);
    return bp_decimal_add(level->value, point->numerator, &level->value) &&
           bp_decimal_add(level->denominator, point->denominator, &level->denominator);
}

static const char *cannot_sum(const struct bp_series *series, struct bp_arena *arena)
{
    static const char *const nouns[] = {
        [BP_METRIC_COUNT] = "a count",
        [BP_METRIC_PERCENT] = "a percentage",
        [BP_METRIC_RATE] = "a rate",
        [BP_METRIC_RATIO] = "a ratio",
        [BP_METRIC_MONEY] = "an average of money",
        [BP_METRIC_DURATION] = "a duration",
    };

    return bp_arena_printf(arena,
                           "%s is summed over periods only from its numerators and denominators, "
                           "which it does not have; give both with each value",
                           nouns[series->unit]);
}

/* The sums' ratio, where the level is one. */
static struct bp_level settle(const struct bp_series *series, struct bp_level level)
{
    if (is_sum(series))
        return level;
    level.has_denominator = true;
    level.numerator = level.value;
    if (!bp_decimal_quotient(level.value, level.denominator, bp_series_factor(series),
                             &level.value))
        return none(level.from, level.until, "its denominators are all zero");
    return level;
}

struct bp_level bp_level_over(const struct bp_series *series, struct bp_period from,
                              struct bp_period until, struct bp_arena *arena)
{
    struct bp_level level = {.from = from, .until = until};
    bool sum = is_sum(series);
    const char *too_large = "its sum has more than 18 digits";

    if (from.index == until.index)
        return bp_level_at(series, from, arena);
    for (struct bp_period period = from; period.index <= until.index; period.index++) {
        const struct bp_point *point = bp_series_point(series, period);
        bool of_nothing = point && point->has_parts && point->state == BP_POINT_MISSING &&
                          bp_decimal_sign(point->denominator) == 0;

        if (!point || (point->state != BP_POINT_PRESENT && !of_nothing)) {
            struct bp_level gap = bp_level_at(series, period, arena);

            return none(from, until, gap.fault);
        }
        if (!sum && !point->has_parts)
            return none(from, until, cannot_sum(series, arena));
        if (!add(point, sum, &level))
            return none(from, until, too_large);
    }
    return settle(series, level);
}

struct bp_level bp_level_baseline(const struct bp_series *series)
{
    struct bp_period from = series->baseline_from, until = series->baseline_until;
    struct bp_level level = {.from = from, .until = until};
    int count = 0;

    if (!series->has_baseline)
        return none(from, until, "it has no “baseline”; give it one with “from” and “until”");
    for (int i = 0; i < series->n_points; i++) {
        const struct bp_point *point = &series->points[i];

        if (point->period.index < from.index || point->period.index > until.index ||
            point->state != BP_POINT_PRESENT || point->ghost)
            continue;
        level.provisional = level.provisional || point->provisional;
        count++;
        if (!bp_decimal_add(level.value, point->value, &level.value))
            return none(from, until, "its sum has more than 18 digits");
    }
    if (count == 0)
        return none(from, until, "its baseline has no value");
    if (!bp_decimal_quotient(level.value, bp_decimal_whole(count), 1, &level.value))
        return none(from, until, "its mean has more than 18 digits");
    return level;
}

struct bp_level bp_level_rolling(const struct bp_series *series, struct bp_period until,
                                 struct bp_arena *arena)
{
    struct bp_period from = bp_period_year_before(until);

    from.index++;
    return bp_level_over(series, from, until, arena);
}

struct bp_level bp_level_to_date(const struct bp_series *series, struct bp_period until,
                                 struct bp_arena *arena)
{
    struct bp_date april = bp_period_first(bp_period_financial_year(until));
    struct bp_period from = bp_period_of(until.kind, april);

    if (until.kind == BP_PERIOD_YEAR)
        return none(until, until, "a calendar year is no part of a financial year");
    /* a week belongs to the year in which it begins, as in bp_period_financial_year() */
    if (bp_date_compare(bp_period_first(from), april) < 0)
        from.index++;
    return bp_level_over(series, from, until, arena);
}

struct bp_level bp_level_before(const struct bp_series *series, const struct bp_level *level,
                                int years, struct bp_arena *arena)
{
    struct bp_period from = level->from, until = level->until;

    for (; years > 0; years--) {
        from = bp_period_year_before(from);
        until = bp_period_year_before(until);
    }
    return bp_level_over(series, from, until, arena);
}
