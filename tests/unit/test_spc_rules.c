/* SPDX-License-Identifier: MIT */
/*
 * Which points break a rule, as other tools' own tests say.
 *
 * PowerBI-SPC: github.com/AUS-DOH-Safety-and-Quality/PowerBI-SPC, 9f8a4f3, test/Outlier Flagging/
 *   shift.test.ts, trend.test.ts and twoInThree.test.ts, whose rules are those of MDC.
 * NHSRplotthedots: github.com/nhs-r-community/NHSRplotthedots, 0b49a46,
 *   tests/testthat/test-ptd_calculate_point_type.R. Its first step marks where a run is full, its
 *   second the whole run: expected is what both make of it.
 *
 * In a series "u" is just over the mean, "l" just under it, "." on it; "U" and "L" are beyond two
 * thirds of the limit; digits are values of their own. In what is expected "x" breaks the rule.
 */
#include "metric/signal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

enum { MOST = 20, NEVER = 99 };

struct row {
    enum bp_spc_profile profile;
    enum bp_spc_rule rule;
    int length;
    const char *series;
    const char *expected;
};

static const struct row rows[] = {
    /* PowerBI-SPC: a shift of so many points */
    {BP_SPC_MDC, BP_SPC_SHIFT, 7, ".ul.ul.", "......."},
    {BP_SPC_MDC, BP_SPC_SHIFT, 5, ".uuuuu.", ".xxxxx."},
    {BP_SPC_MDC, BP_SPC_SHIFT, 5, ".lllll.", ".xxxxx."},
    {BP_SPC_MDC, BP_SPC_SHIFT, 3, ".uuu.", ".xxx."},
    {BP_SPC_MDC, BP_SPC_SHIFT, 4, ".uuu.", "....."},
    {BP_SPC_MDC, BP_SPC_SHIFT, 4, "uuu.uuuu", "....xxxx"},
    {BP_SPC_MDC, BP_SPC_SHIFT, 3, ".....", "....."},
    {BP_SPC_MDC, BP_SPC_SHIFT, 3, "uuuullll.", "xxxxxxxx."},
    {BP_SPC_MDC, BP_SPC_SHIFT, 7, "uuuuuuu.", "xxxxxxx."},
    {BP_SPC_MDC, BP_SPC_SHIFT, 3, "ululul", "......"},
    /* and a trend of so many */
    {BP_SPC_MDC, BP_SPC_TREND, 5, "5656565", "......."},
    {BP_SPC_MDC, BP_SPC_TREND, 5, "1234565", "xxxxxx."},
    {BP_SPC_MDC, BP_SPC_TREND, 5, "6543212", "xxxxxx."},
    {BP_SPC_MDC, BP_SPC_TREND, 3, "12342", "xxxx."},
    {BP_SPC_MDC, BP_SPC_TREND, 4, "12323456", "...xxxxx"},
    {BP_SPC_MDC, BP_SPC_TREND, 3, "55555", "....."},
    {BP_SPC_MDC, BP_SPC_TREND, 3, "5", "."},
    {BP_SPC_MDC, BP_SPC_TREND, 7, "12345676", "xxxxxxx."},
    {BP_SPC_MDC, BP_SPC_TREND, 4, "132435", "......"},
    {BP_SPC_MDC, BP_SPC_TREND, 4, "12345", "xxxxx"},
    /* and two of three */
    {BP_SPC_MDC, BP_SPC_TWO_OF_THREE, 0, ".uuuu", "....."},
    {BP_SPC_MDC, BP_SPC_TWO_OF_THREE, 0, ".UU...", ".xx..."},
    {BP_SPC_MDC, BP_SPC_TWO_OF_THREE, 0, ".LL...", ".xx..."},
    {BP_SPC_MDC, BP_SPC_TWO_OF_THREE, 0, "U.U..", "x.x.."},
    {BP_SPC_MDC, BP_SPC_TWO_OF_THREE, 0, "U....", "....."},
    {BP_SPC_MDC, BP_SPC_TWO_OF_THREE, 0, ".UUU..", ".xxx.."},
    {BP_SPC_MDC, BP_SPC_TWO_OF_THREE, 0, ".UUL..", ".xx..."},
    {BP_SPC_MDC, BP_SPC_TWO_OF_THREE, 0, ".UU.UU.", ".xx.xx."},
    {BP_SPC_MDC, BP_SPC_TWO_OF_THREE, 0, "U", "."},
    {BP_SPC_MDC, BP_SPC_TWO_OF_THREE, 0, ".UU.U..", ".xx.x.."},
    /* NHSRplotthedots: seven on one side */
    {BP_SPC_PLOTTHEDOTS, BP_SPC_SHIFT, 7, "uuuuuu", "......"},
    {BP_SPC_PLOTTHEDOTS, BP_SPC_SHIFT, 7, "uuuuuul", "......."},
    {BP_SPC_PLOTTHEDOTS, BP_SPC_SHIFT, 7, "uuuuuuuul", "xxxxxxxx."},
    {BP_SPC_PLOTTHEDOTS, BP_SPC_SHIFT, 7, "llllllllu", "xxxxxxxx."},
    {BP_SPC_PLOTTHEDOTS, BP_SPC_SHIFT, 7, "luuuuuuuul", ".xxxxxxxx."},
    {BP_SPC_PLOTTHEDOTS, BP_SPC_SHIFT, 7, "ullllllllu", ".xxxxxxxx."},
    /* seven up or down */
    {BP_SPC_PLOTTHEDOTS, BP_SPC_TREND, 7, "123456", "......"},
    {BP_SPC_PLOTTHEDOTS, BP_SPC_TREND, 7, "1233456", "......."},
    {BP_SPC_PLOTTHEDOTS, BP_SPC_TREND, 7, "1234567", "xxxxxxx"},
    {BP_SPC_PLOTTHEDOTS, BP_SPC_TREND, 7, "212345673", ".xxxxxxx."},
    {BP_SPC_PLOTTHEDOTS, BP_SPC_TREND, 7, "7654321", "xxxxxxx"},
    {BP_SPC_PLOTTHEDOTS, BP_SPC_TREND, 7, "276543213", ".xxxxxxx."},
    /* two of three near a limit */
    {BP_SPC_PLOTTHEDOTS, BP_SPC_TWO_OF_THREE, 0, "uuu", "..."},
    {BP_SPC_PLOTTHEDOTS, BP_SPC_TWO_OF_THREE, 0, "UuU", "x.x"},
    {BP_SPC_PLOTTHEDOTS, BP_SPC_TWO_OF_THREE, 0, "uUU", ".xx"},
    {BP_SPC_PLOTTHEDOTS, BP_SPC_TWO_OF_THREE, 0, "UUu", "xx."},
    {BP_SPC_PLOTTHEDOTS, BP_SPC_TWO_OF_THREE, 0, "uuUuUuu", "..x.x.."},
    {BP_SPC_PLOTTHEDOTS, BP_SPC_TWO_OF_THREE, 0, "uuUUuuu", "..xx..."},
    {BP_SPC_PLOTTHEDOTS, BP_SPC_TWO_OF_THREE, 0, "UuuU", "...."},
    {BP_SPC_PLOTTHEDOTS, BP_SPC_TWO_OF_THREE, 0, "UuuUU", "...xx"},
};

static double value_of(char letter)
{
    static const char letters[] = "LluU";
    static const double values[] = {-11, -1, 1, 11};
    const char *at = strchr(letters, letter);
    if (at)
        return values[at - letters];
    return letter == '.' ? 0 : letter - '0';
}

/* Points on a chart whose mean is 0 and whose limits are 15. */
static int read_points(const struct row *row, struct bp_spc_point points[MOST])
{
    int n = (int)strlen(row->series);
    assert_true(n <= MOST);
    for (int i = 0; i < n; i++)
        points[i] = (struct bp_spc_point){.has_value = true,
                                          .counted = true,
                                          .has_mean = true,
                                          .has_limits = true,
                                          .value = value_of(row->series[i]),
                                          .lower = -15,
                                          .upper = 15,
                                          .lower_near = -10,
                                          .upper_near = 10};
    return n;
}

static void other_tools_mark_the_same_points(void **state)
{
    int wrong = 0;
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct row *row = &rows[i];
        struct bp_spc_point points[MOST];
        struct bp_spc_options options = {.profile = row->profile, .shift = NEVER, .trend = NEVER};
        char found[MOST + 1] = "";
        int n = read_points(row, points);
        struct bp_spc_segment segment = {.last = n - 1, .n_counted = n, .has_limits = true};
        if (row->rule == BP_SPC_SHIFT)
            options.shift = row->length;
        if (row->rule == BP_SPC_TREND)
            options.trend = row->length;
        bp_signal_find(&options, &segment, points);
        for (int k = 0; k < n; k++)
            found[k] = points[k].rules & (unsigned)row->rule ? 'x' : '.';
        if (strcmp(found, row->expected) != 0) {
            print_error("%s: %s and not %s\n", row->series, found, row->expected);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(other_tools_mark_the_same_points)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
