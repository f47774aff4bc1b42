/* SPDX-License-Identifier: MIT */
/* What holds of every control chart, by random series. */
#include "metric/spc.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static struct bp_spc_input inputs[40];

static bool is_told(const struct bp_spc_point *point)
{
    return isfinite(point->value) && isfinite(point->mean) && isfinite(point->lower) &&
           isfinite(point->upper) && isfinite(point->lower_near) && isfinite(point->upper_near);
}

/* Nothing said is infinite or no number, limits hold their order, and only counted points of
 * segments with limits are signals, whatever comes in. */
static void nothing_told_is_no_number(void **state)
{
    static const double odd[] = {0,      -0.0,   1,        -1,        0.1, 1e308,
                                 -1e308, 1e-308, INFINITY, -INFINITY, NAN};
    struct bp_arena *arena = bp_arena_create();
    GRand *dice = g_rand_new_with_seed(5);
    (void)state;
    for (int round = 0; round < 20000; round++) {
        struct bp_spc_options options = {.profile =
                                             (enum bp_spc_profile)g_rand_int_range(dice, 0, 3),
                                         .chart = (enum bp_spc_chart)g_rand_int_range(dice, 0, 4),
                                         .better = (enum bp_better)g_rand_int_range(dice, 0, 4),
                                         .shift = g_rand_int_range(dice, 6, 8),
                                         .has_baseline = g_rand_boolean(dice),
                                         .baseline_first = g_rand_int_range(dice, -3, 20),
                                         .baseline_last = g_rand_int_range(dice, -3, 40),
                                         .scale = g_rand_int_range(dice, 0, 2) * 100};
        int n = g_rand_int_range(dice, 0, 40), few = g_rand_int_range(dice, 1, 11);
        for (int i = 0; i < n; i++)
            inputs[i] =
                (struct bp_spc_input){.value = odd[g_rand_int_range(dice, 0, few + 1)],
                                      .numerator = odd[g_rand_int_range(dice, 0, few + 1)],
                                      .denominator = odd[g_rand_int_range(dice, 0, few + 1)],
                                      .gap = g_rand_int_range(dice, 0, 9) == 0,
                                      .ghost = g_rand_int_range(dice, 0, 9) == 0,
                                      .rebase = g_rand_int_range(dice, 0, 25) == 0,
                                      .has_target = g_rand_boolean(dice),
                                      .target = odd[g_rand_int_range(dice, 0, 11)]};
        struct bp_spc *spc = bp_spc_new(&options, inputs, n, arena);
        for (int i = 0; i < n; i++) {
            struct bp_spc_point *point = &spc->points[i];
            assert_true(is_told(point));
            assert_true(point->lower <= point->lower_near && point->upper_near <= point->upper);
            assert_true(point->counted || (!point->rules && !point->direction));
            assert_true((point->rules != 0) == (point->kind != BP_SPC_COMMON));
            assert_true(point->has_value || !point->counted);
        }
        bp_arena_reset(arena);
    }
    g_rand_free(dice);
    bp_arena_destroy(arena);
}

static int reflected(const struct bp_spc *spc, const struct bp_spc *other)
{
    int same = 0;
    for (int i = 0; i < spc->n_points; i++)
        same += spc->points[i].rules == other->points[i].rules &&
                spc->points[i].kind == other->points[i].kind &&
                spc->points[i].direction == -other->points[i].direction;
    return same;
}

/* A series upside down, with the other way better, is the same series; shifted and stretched by
 * powers of two too. */
static void a_series_upside_down_has_the_same_signals(void **state)
{
    struct bp_arena *arena = bp_arena_create();
    GRand *dice = g_rand_new_with_seed(11);
    (void)state;
    for (int round = 0; round < 3000; round++) {
        struct bp_spc_options options = {.profile =
                                             (enum bp_spc_profile)g_rand_int_range(dice, 0, 3),
                                         .better = BP_BETTER_HIGHER};
        int n = g_rand_int_range(dice, 13, 40), spread = g_rand_int_range(dice, 2, 20);
        for (int i = 0, at = 0; i < n; i++) {
            at = g_rand_boolean(dice) ? at + g_rand_int_range(dice, 0, spread)
                                      : g_rand_int_range(dice, -spread, spread);
            inputs[i] =
                (struct bp_spc_input){.value = at, .gap = g_rand_int_range(dice, 0, 15) == 0};
        }
        struct bp_spc *spc = bp_spc_new(&options, inputs, n, arena);
        for (int i = 0; i < n; i++)
            inputs[i].value = -inputs[i].value * 4;
        options.better = BP_BETTER_LOWER;
        assert_int_equal(reflected(spc, bp_spc_new(&options, inputs, n, arena)), n);
        bp_arena_reset(arena);
    }
    g_rand_free(dice);
    bp_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_told_is_no_number),
        cmocka_unit_test(a_series_upside_down_has_the_same_signals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
