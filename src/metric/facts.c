/* SPDX-License-Identifier: MIT */
#include "metric/facts.h"

const char *const bp_fact_ofs[] = {"latest", "rolling", "to-date"};
const char *const bp_fact_bases[] = {"previous", "last-year", "baseline"};

static struct bp_level previous(const struct bp_series *series, const struct bp_level *latest,
                                struct bp_arena *arena)
{
    struct bp_period period = latest->from;

    period.index--;
    return bp_level_at(series, period, arena);
}

static void count_points(struct bp_facts *facts)
{
    const struct bp_series *series = facts->series;
    int n = series->n_points;

    for (int i = 0; i < n; i++) {
        facts->present += series->points[i].state == BP_POINT_PRESENT;
        facts->missing += series->points[i].state == BP_POINT_MISSING;
        facts->suppressed += series->points[i].state == BP_POINT_SUPPRESSED;
    }
    if (n > 0)
        facts->gaps = series->points[n - 1].period.index - series->points[0].period.index + 1 - n;
}

static void set_change(struct bp_facts *facts, int index, struct bp_fact fact,
                       const struct bp_level *from, const struct bp_level *to)
{
    fact.change = bp_change_between(facts->series, from, to);
    facts->changes[index] = fact;
}

void bp_facts_make(const struct bp_series *series, struct bp_facts *facts, struct bp_arena *arena)
{
    static const char by_year[] = "a series by year has none but its values";
    struct bp_level before, year_before, rolling_before, to_date_before;
    bool years =
        series->period_kind == BP_PERIOD_YEAR || series->period_kind == BP_PERIOD_FINANCIAL_YEAR;

    *facts = (struct bp_facts){.series = series, .latest = bp_level_latest(series, arena)};
    facts->baseline = bp_level_baseline(series);
    facts->rolling = facts->to_date = before = year_before = facts->latest;
    if (!facts->latest.fault) {
        before = previous(series, &facts->latest, arena);
        year_before = bp_level_before(series, &facts->latest, 1, arena);
        facts->rolling = bp_level_rolling(series, facts->latest.until, arena);
        facts->to_date = bp_level_to_date(series, facts->latest.until, arena);
        facts->has_target =
            bp_series_step(series->targets, series->n_targets, facts->latest.until, &facts->target);
        facts->has_amber =
            bp_series_step(series->ambers, series->n_ambers, facts->latest.until, &facts->amber);
    }
    if (years)
        facts->rolling.fault = facts->to_date.fault = by_year;
    rolling_before =
        facts->rolling.fault ? facts->rolling : bp_level_before(series, &facts->rolling, 1, arena);
    to_date_before =
        facts->to_date.fault ? facts->to_date : bp_level_before(series, &facts->to_date, 1, arena);
    set_change(facts, 0, (struct bp_fact){.of = BP_OF_LATEST, .basis = BP_BASIS_PREVIOUS}, &before,
               &facts->latest);
    set_change(facts, 1, (struct bp_fact){.of = BP_OF_LATEST, .basis = BP_BASIS_LAST_YEAR},
               &year_before, &facts->latest);
    set_change(facts, 2, (struct bp_fact){.of = BP_OF_LATEST, .basis = BP_BASIS_BASELINE},
               &facts->baseline, &facts->latest);
    set_change(facts, 3, (struct bp_fact){.of = BP_OF_ROLLING, .basis = BP_BASIS_LAST_YEAR},
               &rolling_before, &facts->rolling);
    set_change(facts, 4, (struct bp_fact){.of = BP_OF_TO_DATE, .basis = BP_BASIS_LAST_YEAR},
               &to_date_before, &facts->to_date);
    count_points(facts);
}
