/* SPDX-License-Identifier: MIT */
/* From a file to a control chart: each test is a decision, which layouts/SPC.md has too
 * (tests/spc.sh). */
#include "chart/control.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glib.h>

#include "loaded.h"
#include "model/narrative.h"

/* Sixteen months of "calls", from January 2021: 4 and 6 by turns and then, from January 2022, 9 and
 * 11; `more` are other keys of the series, `chart` those of its chart. */
static struct loaded load(const char *more, const char *chart)
{
    GString *text = g_string_new("report:\n  title: Calls\n  date: 2022-06-01\nmetrics:\n"
                                 "  - id: calls\n    title: Calls\n    unit: count\n"
                                 "    period: month\n    better: lower\n    values:\n");
    for (int i = 0; i < 16; i++)
        g_string_append_printf(text, "      %d-%02d: %d\n", 2021 + i / 12, i % 12 + 1,
                               (i < 12 ? 4 : 9) + i % 2 * 2);
    g_string_append_printf(text,
                           "%sbody:\n  - chart:\n      title: Calls\n      type: spc\n%s"
                           "      series: calls\n",
                           more, chart);
    struct loaded loaded = loaded_bytes(text->str, text->len);
    assert_string_equal(loaded.said, "");
    g_string_free(text, TRUE);
    return loaded;
}

static struct bp_control of_chart(struct loaded *loaded, struct bp_spc **shown)
{
    const struct bp_chart *chart = loaded->data.charts[0];
    const struct bp_track track = bp_track_new(chart, 0, loaded->arena);
    struct bp_control control = bp_control_of_chart(chart, &track, loaded->arena);
    *shown = bp_control_shown(&control, &track, loaded->arena);
    return control;
}

static struct bp_control of_series(struct loaded *loaded)
{
    return bp_spc_of_series(&loaded->data.metrics->series[0], NULL, NULL, loaded->arena);
}

static void limits_come_from_the_whole_series_whatever_part_of_it_is_shown(void **state)
{
    struct loaded loaded = load("", "      from: 2021-11\n");
    struct bp_spc *shown;
    const struct bp_control part = of_chart(&loaded, &shown), whole = of_series(&loaded);
    (void)state;
    assert_int_equal(shown->n_points, 6);
    for (int i = 0; i < 6; i++)
        assert_memory_equal(&shown->points[i], &whole.spc->points[10 + i], sizeof *shown->points);
    assert_int_equal(part.spc->variation, whole.spc->variation);
    loaded_finish(&loaded);
}

static void what_comes_after_the_last_period_shown_counts_for_nothing(void **state)
{
    struct loaded loaded = load("", "      until: 2021-12\n");
    struct bp_spc *shown;
    const struct bp_control part = of_chart(&loaded, &shown);
    (void)state;
    assert_int_equal(part.spc->n_points, 12);
    assert_true(shown->points[11].mean == 5);
    assert_false(shown->points[11].has_limits);
    loaded_finish(&loaded);
}

static void a_frozen_baseline_out_of_sight_still_holds(void **state)
{
    struct loaded loaded =
        load("    baseline:\n      from: 2021-01\n      until: 2021-12\n", "      from: 2022-01\n");
    struct bp_spc *shown;
    (void)state;
    of_chart(&loaded, &shown);
    assert_int_equal(shown->n_points, 4);
    assert_true(shown->points[0].mean == 5);
    assert_int_equal(shown->points[3].rules & BP_SPC_OUTSIDE, BP_SPC_OUTSIDE);
    loaded_finish(&loaded);
}

static void a_rebase_out_of_sight_still_parts_the_series(void **state)
{
    struct loaded loaded = load("    rebases:\n      - at: 2022-01\n        reason: A new line\n",
                                "      from: 2022-03\n");
    struct bp_spc *shown;
    const struct bp_control control = of_chart(&loaded, &shown);
    (void)state;
    assert_int_equal(shown->n_segments, 1);
    assert_int_equal(shown->segments[0].first, 0);
    assert_int_equal(shown->segments[0].last, 1);
    assert_int_equal(shown->last_rebase, -1);
    assert_true(shown->points[0].mean == 10);
    assert_string_equal(bp_control_rebase(&control)->text.text, "A new line");
    loaded_finish(&loaded);
}

static void a_rebase_in_sight_begins_a_segment_there(void **state)
{
    struct loaded loaded = load("    rebases:\n      - at: 2022-01\n        reason: A new line\n",
                                "      from: 2021-11\n");
    struct bp_spc *shown;
    (void)state;
    of_chart(&loaded, &shown);
    assert_int_equal(shown->n_segments, 2);
    assert_int_equal(shown->segments[0].last, 1);
    assert_int_equal(shown->last_rebase, 2);
    loaded_finish(&loaded);
}

static void a_chart_goes_by_its_own_rules_and_else_by_those_of_its_series(void **state)
{
    struct loaded loaded = load("    shift: 6\n    limits: c\n", "      trend: 6\n");
    struct bp_spc *shown;
    const struct bp_control chart = of_chart(&loaded, &shown), series = of_series(&loaded);
    (void)state;
    assert_int_equal(chart.judging.limits, BP_SPC_C);
    assert_int_equal(chart.judging.shift, 6);
    assert_int_equal(chart.judging.trend, 6);
    assert_int_equal(series.judging.trend, 0);
    loaded_finish(&loaded);
}

static void another_profile_leaves_the_points_of_a_shift_behind(void **state)
{
    struct loaded loaded = load("    shift: 6\n", "      profile: plotthedots\n");
    struct bp_spc *shown;
    const struct bp_control chart = of_chart(&loaded, &shown);
    (void)state;
    assert_int_equal(chart.judging.profile, BP_SPC_PLOTTHEDOTS);
    assert_int_equal(chart.judging.shift, 0);
    loaded_finish(&loaded);
}

/* A series of days, the last ones 4 and 6 by turns. */
static struct bp_control of_days(struct bp_point *points, int n, int gap, struct bp_arena *arena)
{
    struct bp_series *series = bp_arena_new(arena, sizeof *series);
    *series = (struct bp_series){.points = points, .n_points = n};
    for (int i = 0; i < n; i++)
        points[i] = (struct bp_point){.period = {BP_PERIOD_DAY, i < gap ? i : i + 1},
                                      .value = bp_decimal_whole(i % 2 ? 4 : 6)};
    return bp_spc_of_series(series, NULL, NULL, arena);
}

static void a_period_without_an_entry_is_a_gap(void **state)
{
    struct bp_arena *arena = bp_arena_create();
    struct bp_point points[20];
    const struct bp_control control = of_days(points, 20, 3, arena);
    (void)state;
    assert_int_equal(control.spc->n_points, 21);
    assert_false(control.spc->points[3].has_value);
    assert_int_equal(control.spc->n_counted, 20);
    assert_null(bp_control_point(&control, (struct bp_period){BP_PERIOD_DAY, 21}));
    assert_null(bp_control_point(&control, (struct bp_period){BP_PERIOD_DAY, -1}));
    bp_arena_destroy(arena);
}

static void a_missing_and_a_suppressed_value_are_gaps(void **state)
{
    struct bp_arena *arena = bp_arena_create();
    struct bp_point points[20];
    struct bp_control control = of_days(points, 20, 20, arena);
    (void)state;
    points[4].state = BP_POINT_MISSING;
    points[9].state = BP_POINT_SUPPRESSED;
    control = bp_spc_of_series(control.series, NULL, NULL, arena);
    assert_int_equal(control.spc->n_counted, 18);
    assert_false(control.spc->points[9].has_value);
    bp_arena_destroy(arena);
}

static void a_provisional_value_counts_as_others_do(void **state)
{
    struct bp_arena *arena = bp_arena_create();
    struct bp_point points[20];
    struct bp_control control = of_days(points, 20, 20, arena);
    (void)state;
    points[19].provisional = true;
    control = bp_spc_of_series(control.series, NULL, NULL, arena);
    assert_int_equal(control.spc->n_counted, 20);
    bp_arena_destroy(arena);
}

static void a_limit_that_no_value_can_reach_is_shown_at_the_end_of_what_can(void **state)
{
    static const struct {
        const char *unit;
        const char *values[2]; /* by turns */
        double lower, upper;
    } cases[] = {
        {"count", {"1", "9"}, 0, 0},
        {"count", {"-1", "9"}, -1, 0},
        {"duration\n    symbol: hours", {"1", "9"}, 0, 0},
        {"money\n    symbol: £m", {"1", "9"}, -1, 0},
        {"percent", {"1", "99"}, -1, -1},
        {"percent",
         {"{numerator: 1, denominator: 99}", "{numerator: 99, denominator: 99}"},
         0,
         100},
        {"ratio", {"{numerator: 1, denominator: 99}", "{numerator: 99, denominator: 99}"}, 0, 1},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        GString *text = g_string_new(NULL);
        g_string_printf(text,
                        "report: {title: R, date: 2022-06-01}\nmetrics:\n  - id: a\n    title: A\n"
                        "    period: month\n    unit: %s\n    values:\n",
                        cases[i].unit);
        for (int k = 0; k < 16; k++)
            g_string_append_printf(text, "      %d-%02d: %s\n", 2021 + k / 12, k % 12 + 1,
                                   cases[i].values[k % 2]);
        g_string_append(text, "body:\n  - chart: {title: A, type: spc, limits: xmr, series: a}\n");
        struct loaded loaded = loaded_bytes(text->str, text->len);
        assert_string_equal(loaded.said, "");
        struct bp_spc *shown;
        const struct bp_control control = of_chart(&loaded, &shown);
        const struct bp_spc_point *point = &shown->points[0], *own = &control.spc->points[0];
        assert_true(point->has_limits && own->lower < 0);
        if (cases[i].lower >= 0)
            assert_float_equal(point->lower, cases[i].lower, 0);
        else
            assert_float_equal(point->lower, own->lower, 0);
        if (cases[i].upper > 0)
            assert_float_equal(point->upper, cases[i].upper, 0);
        else
            assert_float_equal(point->upper, own->upper, 0);
        loaded_finish(&loaded);
        g_string_free(text, TRUE);
    }
}

static void of_a_longer_series_the_latest_20000_periods_are_judged(void **state)
{
    struct bp_arena *arena = bp_arena_create();
    struct bp_point points[2];
    (void)state;
    of_days(points, 2, 2, arena);
    points[1].period.index = 3000000;
    const struct bp_series series = {.points = points, .n_points = 2};
    const struct bp_control control = bp_spc_of_series(&series, NULL, NULL, arena);
    assert_int_equal(BP_CONTROL_MOST, 20000);
    assert_int_equal(control.spc->n_points, BP_CONTROL_MOST);
    assert_null(bp_control_point(&control, points[0].period));
    assert_true(bp_control_point(&control, points[1].period)->has_value);
    bp_arena_destroy(arena);
}

static void a_series_without_values_is_judged_without_points(void **state)
{
    struct bp_arena *arena = bp_arena_create();
    const struct bp_series series = {0};
    const struct bp_control control = bp_spc_of_series(&series, NULL, NULL, arena);
    (void)state;
    assert_int_equal(control.spc->n_points, 0);
    assert_null(bp_control_rebase(&control));
    bp_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_come_from_the_whole_series_whatever_part_of_it_is_shown),
        cmocka_unit_test(what_comes_after_the_last_period_shown_counts_for_nothing),
        cmocka_unit_test(a_frozen_baseline_out_of_sight_still_holds),
        cmocka_unit_test(a_rebase_out_of_sight_still_parts_the_series),
        cmocka_unit_test(a_rebase_in_sight_begins_a_segment_there),
        cmocka_unit_test(a_chart_goes_by_its_own_rules_and_else_by_those_of_its_series),
        cmocka_unit_test(another_profile_leaves_the_points_of_a_shift_behind),
        cmocka_unit_test(a_period_without_an_entry_is_a_gap),
        cmocka_unit_test(a_missing_and_a_suppressed_value_are_gaps),
        cmocka_unit_test(a_provisional_value_counts_as_others_do),
        cmocka_unit_test(a_limit_that_no_value_can_reach_is_shown_at_the_end_of_what_can),
        cmocka_unit_test(of_a_longer_series_the_latest_20000_periods_are_judged),
        cmocka_unit_test(a_series_without_values_is_judged_without_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
