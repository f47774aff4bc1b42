/* SPDX-License-Identifier: MIT */
#include "chart/scale.h"

#include <glib.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void expect_near(double value, double expected)
{
    if (!(fabs(value - expected) <= 1e-9))
        fail_msg("%.12g is not %.12g", value, expected);
}

static void a_scale_goes_up_the_page(void **state)
{
    struct bp_scale scale = {.low = -50, .high = 150, .at_low = 300, .at_high = 100};
    (void)state;
    expect_near(bp_scale_place(&scale, -50), 300);
    expect_near(bp_scale_place(&scale, 150), 100);
    expect_near(bp_scale_place(&scale, 0), 250);
    expect_near(bp_scale_place(&scale, 250), 0);
    for (double value = -100; value < 200; value += 7)
        expect_near(bp_scale_value(&scale, bp_scale_place(&scale, value)), value);
}

static void labels_with_room_stay_where_they_are(void **state)
{
    struct bp_beside labels[] = {{.wish = 70, .size = 10}, {.wish = 20, .size = 10}};
    (void)state;
    assert_true(bp_beside_spread(labels, 2, 0, 100, 2));
    expect_near(labels[0].centre, 70);
    expect_near(labels[1].centre, 20);
}

static void labels_at_one_place_move_as_far_up_as_down(void **state)
{
    struct bp_beside labels[] = {{.wish = 50, .size = 10}, {.wish = 50, .size = 10}};
    (void)state;
    assert_true(bp_beside_spread(labels, 2, 0, 100, 2));
    expect_near(labels[0].centre, 44);
    expect_near(labels[1].centre, 56);
}

static void labels_stay_between_the_ends(void **state)
{
    struct bp_beside labels[] = {
        {.wish = 99, .size = 10}, {.wish = 120, .size = 10}, {.wish = 1, .size = 10}};
    (void)state;
    assert_true(bp_beside_spread(labels, 3, 0, 100, 2));
    expect_near(labels[2].centre, 5);
    expect_near(labels[0].centre, 83);
    expect_near(labels[1].centre, 95);
}

static void without_room_no_label_is_placed(void **state)
{
    struct bp_beside labels[] = {{.wish = 5, .size = 10, .centre = -1},
                                 {.wish = 5, .size = 10, .centre = -1}};
    (void)state;
    assert_false(bp_beside_spread(labels, 2, 0, 21, 2));
    expect_near(labels[0].centre, -1);
    assert_true(bp_beside_spread(labels, 2, 0, 22, 2));
    assert_true(bp_beside_spread(labels, 0, 0, 0, 2));
}

enum { MOST = 8 };

static double cost(const struct bp_beside *labels, const double *centres, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += (centres[i] - labels[i].wish) * (centres[i] - labels[i].wish);
    return sum;
}

static bool is_allowed(const struct bp_beside *labels, const double *centres, int n)
{
    for (int i = 0; i < n; i++) {
        double half = labels[i].size / 2;
        if (centres[i] - half < -1e-9 || centres[i] + half > 100 + 1e-9)
            return false;
        for (int k = 0; k < n; k++) {
            double apart = half + labels[k].size / 2 + 2;
            bool before =
                labels[i].wish < labels[k].wish || (labels[i].wish == labels[k].wish && i < k);
            if (before && centres[k] - centres[i] < apart - 1e-9)
                return false;
        }
    }
    return true;
}

/* Apart, inside, in order, and no small change of the places that is allowed is nearer. */
static void no_better_places_are_found(void **state)
{
    GRand *dice = g_rand_new_with_seed(8);
    int n_placed = 0;
    (void)state;
    for (int turn = 0; turn < 20000; turn++) {
        struct bp_beside labels[MOST];
        double centres[MOST];
        int n = g_rand_int_range(dice, 1, MOST + 1);
        for (int i = 0; i < n; i++)
            labels[i] = (struct bp_beside){.wish = g_rand_int_range(dice, -10, 111),
                                           .size = g_rand_int_range(dice, 6, 18)};
        if (!bp_beside_spread(labels, n, 0, 100, 2))
            continue;
        n_placed++;
        for (int i = 0; i < n; i++)
            centres[i] = labels[i].centre;
        assert_true(is_allowed(labels, centres, n));
        double best = cost(labels, centres, n);
        for (int change = 0; change < 20; change++) {
            double by = g_rand_double_range(dice, -1, 1);
            for (int i = 0; i < n; i++)
                centres[i] = labels[i].centre + (g_rand_boolean(dice) ? by : 0);
            assert_true(!is_allowed(labels, centres, n) || cost(labels, centres, n) >= best - 1e-6);
        }
    }
    g_rand_free(dice);
    assert_true(n_placed > 15000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scale_goes_up_the_page),
        cmocka_unit_test(labels_with_room_stay_where_they_are),
        cmocka_unit_test(labels_at_one_place_move_as_far_up_as_down),
        cmocka_unit_test(labels_stay_between_the_ends),
        cmocka_unit_test(without_room_no_label_is_placed),
        cmocka_unit_test(no_better_places_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
