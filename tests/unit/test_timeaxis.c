/* SPDX-License-Identifier: MIT */
#include "chart/timeaxis.h"

#include <glib.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

static struct bp_arena *arena;

/* As wide as 9 pt of a usual sans serif; `user` is the size. */
static double measure(const char *text, void *user)
{
    double width = 0;
    for (; *text; text++)
        width += g_ascii_isdigit(*text)      ? 0.56
                 : strchr(" /.fijlt", *text) ? 0.3
                 : strchr("MmwW", *text)     ? 0.85
                                             : 0.58;
    return width * *(double *)user;
}

static double size = 9;

/* Of `n` periods over `width` points, with 12 points beside. */
static struct bp_timeaxis_wish wish_of(enum bp_period_kind kind, const char *first, int n,
                                       double width)
{
    struct bp_timeaxis_wish wish = {.n = n,
                                    .x = 12,
                                    .step = n > 1 ? width / (n - 1) : 0,
                                    .right = width + 24,
                                    .gap = 6,
                                    .months = months,
                                    .measure = measure,
                                    .user = &size};
    assert_true(bp_period_parse(first, kind, &wish.first));
    return wish;
}

/* "Nov(2021) Jan(2022) Apr": the second row's names after the names that they stand under. */
static void expect(struct bp_timeaxis_wish wish, const char *expected)
{
    struct bp_timeaxis *axis = bp_timeaxis_new(&wish, arena);
    GString *out = g_string_new(NULL);
    for (int i = 0, k = 0; i < axis->rows[0].n; i++) {
        struct bp_time_name *name = &axis->rows[0].names[i];
        g_string_append_printf(out, "%s%s", i ? " " : "", name->text);
        if (k < axis->rows[1].n && axis->rows[1].names[k].x == name->x)
            g_string_append_printf(out, "(%s)", axis->rows[1].names[k++].text);
    }
    assert_string_equal(out->str, expected);
    g_string_free(out, TRUE);
}

static void months_have_years_below(void **state)
{
    (void)state;
    expect(wish_of(BP_PERIOD_MONTH, "2021-11", 14, 400),
           "Nov(2021) Dec Jan(2022) Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
    expect(wish_of(BP_PERIOD_MONTH, "2021-01", 25, 300),
           "Jan(2021) Apr Jul Oct Jan(2022) Apr Jul Oct Jan(2023)");
    expect(wish_of(BP_PERIOD_MONTH, "2021-01", 25, 150), "Jan(2021) Jul Jan(2022) Jul Jan(2023)");
}

static void years_begin_in_april_when_told(void **state)
{
    struct bp_timeaxis_wish wish = wish_of(BP_PERIOD_MONTH, "2020-04", 37, 400);
    (void)state;
    wish.april = true;
    expect(wish, "Apr(2020/21) Jul Oct Jan Apr(2021/22) Jul Oct Jan Apr(2022/23) Jul Oct Jan "
                 "Apr(2023/24)");
    wish = wish_of(BP_PERIOD_MONTH, "1999-02", 14, 350);
    wish.april = true;
    expect(wish, "Feb(1998/99) Mar Apr(1999/00) May Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar");
}

static void the_rest_of_a_year_gives_way_to_a_whole_one(void **state)
{
    struct bp_timeaxis_wish wish = wish_of(BP_PERIOD_MONTH, "2019-01", 37, 300);
    (void)state;
    wish.april = true;
    expect(wish, "Jan Apr(2019/20) Jul Oct Jan Apr(2020/21) Jul Oct Jan Apr(2021/22) Jul Oct Jan");
    expect(wish_of(BP_PERIOD_MONTH, "2021-12", 6, 130), "Dec Jan(2022) Feb Mar Apr May");
    /* where both fit, both are named */
    expect(wish_of(BP_PERIOD_MONTH, "2021-11", 6, 130), "Nov(2021) Dec Jan(2022) Feb Mar Apr");
}

static void the_first_and_the_last_are_named(void **state)
{
    (void)state;
    expect(wish_of(BP_PERIOD_MONTH, "2021-11", 24, 150), "Nov(2021) Jul(2022) Jan(2023) Jul Oct");
    expect(wish_of(BP_PERIOD_MONTH, "2001-05", 250, 250),
           "May(2001) Jan(2005) Jan(2010) Jan(2015) Feb(2022)");
}

static void quarters_are_of_calendar_or_financial_years(void **state)
{
    (void)state;
    expect(wish_of(BP_PERIOD_FINANCIAL_QUARTER, "2024/25 Q3", 6, 200),
           "Q3(2024/25) Q4 Q1(2025/26) Q2 Q3 Q4");
    expect(wish_of(BP_PERIOD_QUARTER, "2024-Q3", 6, 200), "Q3(2024) Q4 Q1(2025) Q2 Q3 Q4");
    expect(wish_of(BP_PERIOD_QUARTER, "2014-Q1", 37, 300),
           "Q1(2014) Q3 Q1(2015) Q3 Q1(2016) Q3 Q1(2017) Q3 Q1(2018) Q3 Q1(2019) Q3 Q1(2020) Q3 "
           "Q1(2021) Q3 "
           "Q1(2022) Q3 Q1(2023)");
}

static void years_need_no_second_row(void **state)
{
    (void)state;
    expect(wish_of(BP_PERIOD_YEAR, "2015", 8, 300), "2015 2016 2017 2018 2019 2020 2021 2022");
    expect(wish_of(BP_PERIOD_FINANCIAL_YEAR, "2003/04", 9, 250),
           "2003/04 2005/06 2007/08 2009/10 2011/12");
    expect(wish_of(BP_PERIOD_YEAR, "1900", 123, 400),
           "1900 1910 1920 1930 1940 1950 1960 1970 1980 1990 2000 2010 2022");
}

static void days_have_months_below_until_months_are_enough(void **state)
{
    (void)state;
    expect(wish_of(BP_PERIOD_DAY, "2022-03-25", 14, 300),
           "25(Mar 2022) 26 27 28 29 30 31 1(Apr 2022) 2 3 4 5 6 7");
    expect(wish_of(BP_PERIOD_DAY, "2022-03-14", 50, 300),
           "14(Mar 2022) 21 28 4(Apr 2022) 11 18 25 2(May 2022)");
    expect(wish_of(BP_PERIOD_DAY, "2022-03-01", 365, 400),
           "Mar(2022) Apr May Jun Jul Aug Sep Oct Nov Dec Jan(2023) 28 Feb");
}

static void weeks_are_named_by_their_mondays(void **state)
{
    (void)state;
    expect(wish_of(BP_PERIOD_WEEK, "2021-W50", 6, 300),
           "13 Dec(2021) 20 Dec 27 Dec 3 Jan(2022) 10 Jan 17 Jan");
    expect(wish_of(BP_PERIOD_WEEK, "2022-W01", 53, 250),
           "3 Jan(2022) 4 Apr 4 Jul 3 Oct 2 Jan(2023)");
}

static void where_little_fits_the_last_is_named(void **state)
{
    struct bp_timeaxis_wish wish = wish_of(BP_PERIOD_MONTH, "2022-01", 2, 10);
    (void)state;
    expect(wish, "Feb(2022)");
    wish.right = 12;
    wish.step = 0.1;
    expect(wish, "");
    expect(wish_of(BP_PERIOD_MONTH, "2022-01", 1, 150), "Jan(2022)");
    expect(wish_of(BP_PERIOD_MONTH, "2022-01", 12, 60), "Jan(2022) Jul Dec");
}

static void ticks_are_every_period_or_the_named(void **state)
{
    struct bp_timeaxis_wish wish = wish_of(BP_PERIOD_MONTH, "2021-01", 25, 150);
    (void)state;
    struct bp_timeaxis *axis = bp_timeaxis_new(&wish, arena);
    assert_int_equal(axis->n_ticks, 25);
    for (int i = 0; i < 25; i++)
        assert_int_equal(axis->ticks[i].named, i % 6 == 0);
    wish = wish_of(BP_PERIOD_MONTH, "2001-01", 253, 150);
    axis = bp_timeaxis_new(&wish, arena);
    assert_int_equal(axis->n_ticks, axis->rows[0].n);
}

/* The names of a row are whole, inside, apart, over their period, at periods, in order. */
static void check_row(const struct bp_timeaxis_wish *wish, const struct bp_time_row *row)
{
    for (int i = 0; i < row->n; i++) {
        const struct bp_time_name *name = &row->names[i];
        double place = wish->n > 1 ? (name->x - wish->x) / wish->step : 0;
        assert_true(fabs(name->right - name->left - measure(name->text, wish->user)) < 1e-9);
        assert_true(name->left >= wish->left && name->right <= wish->right + 1e-6);
        assert_true(name->left <= name->x && name->x <= name->right + 1e-6);
        assert_true(i == 0 || name->left >= row->names[i - 1].right + wish->gap);
        assert_true(fabs(place - round(place)) < 1e-6);
    }
}

static bool is_end_named(const struct bp_timeaxis *axis, double x)
{
    return fabs(axis->rows[0].names[0].x - x) < 1e-6 ||
           fabs(axis->rows[0].names[axis->rows[0].n - 1].x - x) < 1e-6;
}

/* 10,000 axes of 150 to 500 points, names of 7 to 14 points' size. */
static void names_never_overlap_and_are_never_clipped(void **state)
{
    GRand *dice = g_rand_new_with_seed(500);
    int n_names = 0, n_firsts = 0, n_lasts = 0;
    (void)state;
    for (int turn = 0; turn < 10000; turn++) {
        double width = g_rand_double_range(dice, 150, 500), big = g_rand_double_range(dice, 7, 14);
        enum bp_period_kind kind = (enum bp_period_kind)g_rand_int_range(dice, 0, 7);
        struct bp_date day = {g_rand_int_range(dice, 1950, 2060), g_rand_int_range(dice, 1, 13),
                              g_rand_int_range(dice, 1, 29)};
        int n = turn % 2 ? g_rand_int_range(dice, 1, 40) : g_rand_int_range(dice, 1, 800);
        double inset = g_rand_double_range(dice, 0, 30);
        struct bp_timeaxis_wish wish = {.first = bp_period_of(kind, day),
                                        .n = n,
                                        .x = inset,
                                        .step = n > 1 ? (width - 2 * inset) / (n - 1) : 0,
                                        .right = width,
                                        .gap = g_rand_double_range(dice, 3, 8),
                                        .april = g_rand_boolean(dice),
                                        .months = months,
                                        .measure = measure,
                                        .user = &big};
        struct bp_timeaxis *axis = bp_timeaxis_new(&wish, arena);
        check_row(&wish, &axis->rows[0]);
        check_row(&wish, &axis->rows[1]);
        assert_true(axis->rows[0].n >= MIN(n, 2));
        bool years = kind == BP_PERIOD_YEAR || kind == BP_PERIOD_FINANCIAL_YEAR;
        /* the first, or the second where the first one's gave way */
        assert_true(years || axis->rows[1].names[0].x == axis->rows[0].names[0].x ||
                    axis->rows[1].names[0].x == axis->rows[0].names[1].x);
        n_names += axis->rows[0].n;
        n_firsts += is_end_named(axis, wish.x);
        n_lasts += is_end_named(axis, wish.x + (n - 1) * wish.step);
        bp_arena_reset(arena);
    }
    g_rand_free(dice);
    print_message("%d names; first named %d, last %d of 10000\n", n_names, n_firsts, n_lasts);
    assert_true(n_names > 60000 && n_firsts > 9500 && n_lasts > 9900);
}

static int set_up(void **state)
{
    (void)state;
    arena = bp_arena_create();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    bp_arena_destroy(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_have_years_below),
        cmocka_unit_test(years_begin_in_april_when_told),
        cmocka_unit_test(the_rest_of_a_year_gives_way_to_a_whole_one),
        cmocka_unit_test(the_first_and_the_last_are_named),
        cmocka_unit_test(quarters_are_of_calendar_or_financial_years),
        cmocka_unit_test(years_need_no_second_row),
        cmocka_unit_test(days_have_months_below_until_months_are_enough),
        cmocka_unit_test(weeks_are_named_by_their_mondays),
        cmocka_unit_test(where_little_fits_the_last_is_named),
        cmocka_unit_test(ticks_are_every_period_or_the_named),
        cmocka_unit_test(names_never_overlap_and_are_never_clipped),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
