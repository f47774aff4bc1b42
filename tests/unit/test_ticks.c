/* SPDX-License-Identifier: MIT */
#include "chart/ticks.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "comma.h"

/* 640 ranges and what R's labeling makes of them; tests/ticks/extended.R wrote it. */
static const char table[] =
#include "gen/tests/ticks/extended.txt.h"
    ;

static int compare_line(const char *line)
{
    char *at;
    double least = g_ascii_strtod(line, &at), most = g_ascii_strtod(at, &at);
    int wanted = (int)g_ascii_strtod(at, &at);
    bool loose = g_ascii_strtod(at, &at) > 0;
    struct bp_ticks ticks = bp_ticks_extended(least, most, wanted, loose);
    int n = 0;
    for (char *end;; n++, at = end) {
        double expected = g_ascii_strtod(at, &end);
        if (end == at)
            break;
        double value = ticks.first + n * ticks.step;
        if (n >= ticks.n || !(fabs(value - expected) <= 1e-12 * fmax(fabs(most), fabs(least))))
            break;
    }
    if (n == ticks.n && strspn(at, " ") == strlen(at))
        return 0;
    print_error("%s\n  got %d from %.17g by %.17g\n", line, ticks.n, ticks.first, ticks.step);
    return 1;
}

static void ticks_equal_those_of_the_authors(void **state)
{
    char **lines = g_strsplit(table, "\n", -1);
    int compared = 0, wrong = 0;
    (void)state;
    for (int i = 0; lines[i]; i++)
        if (*lines[i] && *lines[i] != '#') {
            wrong += compare_line(lines[i]);
            compared++;
        }
    g_strfreev(lines);
    assert_int_equal(wrong, 0);
    assert_true(compared >= 600);
}

static char *labels(const struct bp_ticks *ticks, const struct bp_tick_style *style)
{
    GString *out = g_string_new(NULL);
    for (int i = 0; i < ticks->n; i++) {
        if (i > 0)
            g_string_append_c(out, ' ');
        bp_ticks_label(ticks, i, style, out);
    }
    return g_string_free(out, FALSE);
}

static void expect_labels(struct bp_ticks ticks, struct bp_tick_style style, const char *expected)
{
    char *told = labels(&ticks, &style);
    assert_string_equal(told, expected);
    g_free(told);
}

static void labels_have_as_few_decimals_as_tell_them_apart(void **state)
{
    (void)state;
    expect_labels((struct bp_ticks){0, 5, 4}, (struct bp_tick_style){0}, "0 5 10 15");
    expect_labels((struct bp_ticks){0, 0.1, 5}, (struct bp_tick_style){0}, "0 0.1 0.2 0.3 0.4");
    expect_labels((struct bp_ticks){1, 0.5, 3}, (struct bp_tick_style){0}, "1.0 1.5 2.0");
    expect_labels((struct bp_ticks){0, 2.5, 4}, (struct bp_tick_style){0}, "0 2.5 5.0 7.5");
    expect_labels((struct bp_ticks){0.001, 0.00025, 3}, (struct bp_tick_style){0},
                  "0.00100 0.00125 0.00150");
    expect_labels((struct bp_ticks){-0.3, 0.1, 5}, (struct bp_tick_style){.minus = "-"},
                  "-0.3 -0.2 -0.1 0 0.1");
}

static void thousands_have_commas(void **state)
{
    (void)state;
    expect_labels((struct bp_ticks){0, 500, 4}, (struct bp_tick_style){0}, "0 500 1,000 1,500");
    expect_labels((struct bp_ticks){999000, 1000, 3}, (struct bp_tick_style){0},
                  "999,000 1,000,000 1,001,000");
    expect_labels((struct bp_ticks){-1000, 1000, 3}, (struct bp_tick_style){0}, "−1,000 0 1,000");
    expect_labels((struct bp_ticks){1000, 0.5, 2}, (struct bp_tick_style){.thousands = " "},
                  "1 000.0 1 000.5");
}

static void percent_and_pounds_are_said_with_every_number(void **state)
{
    (void)state;
    expect_labels((struct bp_ticks){0, 25, 5}, (struct bp_tick_style){.after = "%"},
                  "0% 25% 50% 75% 100%");
    expect_labels((struct bp_ticks){-20, 20, 3}, (struct bp_tick_style){.before = "£"},
                  "−£20 £0 £20");
}

static void brief_numbers_share_one_unit(void **state)
{
    struct bp_tick_style pounds = {.before = "£", .brief = true};
    (void)state;
    expect_labels((struct bp_ticks){0, 400000, 4}, pounds, "£0 £0.4m £0.8m £1.2m");
    expect_labels((struct bp_ticks){0, 2.5e6, 4}, pounds, "£0 £2.5m £5.0m £7.5m");
    expect_labels((struct bp_ticks){-2e9, 1e9, 4}, pounds, "−£2bn −£1bn £0 £1bn");
    expect_labels((struct bp_ticks){0, 5000, 4}, pounds, "£0 £5k £10k £15k");
    expect_labels((struct bp_ticks){0, 2000, 4}, pounds, "£0 £2,000 £4,000 £6,000");
    pounds.million = " million";
    expect_labels((struct bp_ticks){0, 1e6, 2}, pounds, "£0 £1 million");
}

static void labels_are_the_same_in_a_locale_with_commas(void **state)
{
    (void)state;
    assert_true(comma_locale_set());
    expect_labels((struct bp_ticks){0, 1250.5, 2}, (struct bp_tick_style){0}, "0 1,250.5");
    setlocale(LC_ALL, "C");
}

static void expect_axis(struct bp_axis_wish wish, const char *expected)
{
    struct bp_axis axis = bp_axis_fit(&wish);
    expect_labels(axis.ticks, (struct bp_tick_style){.minus = "-"}, expected);
}

static void axes_of_bars_have_a_zero(void **state)
{
    (void)state;
    expect_axis((struct bp_axis_wish){.least = 82, .most = 97, .wanted = 5, .zero = true},
                "0 25 50 75 100");
    expect_axis((struct bp_axis_wish){.least = -97, .most = -82, .wanted = 5, .zero = true},
                "-100 -75 -50 -25 0");
    expect_axis((struct bp_axis_wish){.least = -3, .most = 8, .wanted = 5, .zero = true},
                "-3 0 3 6 9");
    expect_axis((struct bp_axis_wish){.wanted = 5, .zero = true}, "0 0.25 0.50 0.75 1.00");
}

static void axes_of_counts_have_whole_numbers(void **state)
{
    (void)state;
    expect_axis((struct bp_axis_wish){.least = 0, .most = 2, .wanted = 6, .whole = true}, "0 1 2");
    expect_axis((struct bp_axis_wish){.wanted = 6, .zero = true, .whole = true}, "0 1");
    expect_axis((struct bp_axis_wish){.least = 4, .most = 4, .wanted = 5, .whole = true}, "3 4 5");
}

static void an_axis_of_one_value_is_about_it(void **state)
{
    (void)state;
    expect_axis((struct bp_axis_wish){.wanted = 5}, "-1.0 -0.5 0 0.5 1.0");
    expect_axis((struct bp_axis_wish){.least = 50, .most = 50, .wanted = 3}, "45 50 55");
}

static double any_value(GRand *dice, double size)
{
    return g_rand_double_range(dice, -1, 1) * size;
}

/* The data inside, two ticks or more, the ends ticks, no two labels alike, zero and whole numbers
 * where they are asked for. */
static void every_axis_keeps_its_promises(void **state)
{
    GRand *dice = g_rand_new_with_seed(3);
    (void)state;
    for (int turn = 0; turn < 20000; turn++) {
        double size = pow(10, g_rand_double_range(dice, -5, 12));
        struct bp_axis_wish wish = {.least = any_value(dice, size),
                                    .wanted = g_rand_int_range(dice, 2, 10),
                                    .zero = g_rand_boolean(dice),
                                    .whole = g_rand_boolean(dice)};
        wish.most = g_rand_boolean(dice)
                        ? wish.least
                        : wish.least + fabs(any_value(dice, size / (1 + turn % 99)));
        struct bp_axis axis = bp_axis_fit(&wish);
        double slack = axis.ticks.step * 1e-6;
        assert_true(axis.ticks.n >= 2 && axis.ticks.n < 4 * wish.wanted + 4 && axis.ticks.step > 0);
        assert_true(axis.low <= wish.least + slack && axis.high >= wish.most - slack);
        assert_true(!wish.zero || (axis.low <= 0 && axis.high >= 0));
        GString *before = g_string_new(NULL), *label = g_string_new(NULL);
        for (int i = 0; i < axis.ticks.n; i++) {
            double value = bp_ticks_value(&axis.ticks, i);
            assert_true(!wish.whole || fabs(value - round(value)) <= slack);
            bp_ticks_label(&axis.ticks, i, &(struct bp_tick_style){.brief = turn % 2}, label);
            assert_string_not_equal(label->str, before->str);
            g_string_assign(before, label->str);
            g_string_truncate(label, 0);
        }
        g_string_free(before, TRUE);
        g_string_free(label, TRUE);
    }
    g_rand_free(dice);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_equal_those_of_the_authors),
        cmocka_unit_test(labels_have_as_few_decimals_as_tell_them_apart),
        cmocka_unit_test(thousands_have_commas),
        cmocka_unit_test(percent_and_pounds_are_said_with_every_number),
        cmocka_unit_test(brief_numbers_share_one_unit),
        cmocka_unit_test(labels_are_the_same_in_a_locale_with_commas),
        cmocka_unit_test(axes_of_bars_have_a_zero),
        cmocka_unit_test(axes_of_counts_have_whole_numbers),
        cmocka_unit_test(an_axis_of_one_value_is_about_it),
        cmocka_unit_test(every_axis_keeps_its_promises),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
