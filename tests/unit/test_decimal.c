/* SPDX-License-Identifier: MIT */
#include "model/decimal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static struct bp_decimal decimal(const char *text)
{
    struct bp_decimal value = {0, 0};
    if (!bp_decimal_parse(text, &value))
        fail_msg("“%s” is no number", text);
    return value;
}

static void assert_prints(struct bp_decimal value, int scale, const char *thousands,
                          const char *expected)
{
    GString *out = g_string_new(NULL);
    bp_decimal_append(out, value, scale, thousands);
    assert_string_equal(out->str, expected);
    g_string_free(out, TRUE);
}

static void numbers_are_read_with_their_decimals(void **state)
{
    static const char *const bad[] = {"",
                                      "-",
                                      "1.",
                                      ".5",
                                      "1,000",
                                      "+1",
                                      "1e3",
                                      " 1",
                                      "1 ",
                                      "--1",
                                      "1.2.3",
                                      "½",
                                      "0x10",
                                      "1.-2",
                                      "- 1",
                                      "nan",
                                      "1.0000000000",
                                      "1000000000000000000",
                                      "99999999999999999999999"};
    (void)state;
    assert_true(decimal("-1234.50").digits == -123450);
    assert_int_equal(decimal("-1234.50").scale, 2);
    assert_true(decimal("999999999999999999").digits == INT64_C(999999999999999999));
    assert_int_equal(decimal("0.000000001").scale, 9);
    assert_true(decimal("007").digits == 7);
    assert_true(decimal("-0").digits == 0);
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        struct bp_decimal value;
        if (bp_decimal_parse(bad[i], &value))
            fail_msg("“%s” is read", bad[i]);
    }
}

static void halves_are_rounded_away_from_zero(void **state)
{
    static const struct {
        const char *value;
        int scale;
        const char *rounded;
    } cases[] = {
        {"0.05", 1, "0.1"},     {"-0.05", 1, "-0.1"}, {"0.049", 1, "0.0"},   {"-0.049", 1, "0.0"},
        {"2.5", 0, "3"},        {"-2.5", 0, "-3"},    {"3.5", 0, "4"},       {"0.5", 0, "1"},
        {"-0.5", 0, "-1"},      {"0.4999", 0, "0"},   {"99.95", 1, "100.0"}, {"1.005", 2, "1.01"},
        {"-1.005", 2, "-1.01"}, {"7", 2, "7.00"},     {"0", 1, "0.0"},       {"-0.004", 2, "0.00"},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_prints(decimal(cases[i].value), cases[i].scale, NULL, cases[i].rounded);
}

static void thousands_are_parted(void **state)
{
    (void)state;
    assert_prints(decimal("1234567.5"), 1, ",", "1,234,567.5");
    assert_prints(decimal("-123456"), 0, ",", "-123,456");
    assert_prints(decimal("999.95"), 1, ",", "1,000.0");
    assert_prints(decimal("100"), 0, ",", "100");
    assert_prints(decimal("1000"), 0, "\u202f", "1\u202f000");
    assert_prints(decimal("999999999999999999"), 9, NULL, "999999999999999999.000000000");
}

static void sums_that_do_not_fit_are_refused(void **state)
{
    struct bp_decimal sum;
    (void)state;
    assert_true(bp_decimal_add(decimal("0.1"), decimal("0.2"), &sum));
    assert_int_equal(bp_decimal_compare(sum, decimal("0.3")), 0);
    assert_true(bp_decimal_subtract(decimal("1"), decimal("1.05"), &sum));
    assert_prints(sum, 2, NULL, "-0.05");
    assert_false(bp_decimal_add(decimal("999999999999999999"), decimal("1"), &sum));
    assert_false(bp_decimal_subtract(decimal("-999999999999999999"), decimal("1"), &sum));
    assert_false(bp_decimal_add(decimal("999999999999999999"), decimal("0.1"), &sum));
}

static void numbers_of_other_scales_are_compared(void **state)
{
    (void)state;
    assert_int_equal(bp_decimal_compare(decimal("1.50"), decimal("1.5")), 0);
    assert_true(bp_decimal_compare(decimal("-1.5"), decimal("-1.49")) < 0);
    assert_true(bp_decimal_compare(decimal("999999999999999999"), decimal("0.000000001")) > 0);
    assert_int_equal(bp_decimal_sign(decimal("-0.01")), -1);
    assert_int_equal(bp_decimal_sign(decimal("0.00")), 0);
}

static void ratios_are_rounded_once(void **state)
{
    static const struct {
        const char *times;
        const char *by;
        int factor;
        int scale;
        const char *result;
    } cases[] = {
        {"1", "3", 1, 9, "0.333333333"},
        {"2", "3", 100, 1, "66.7"},
        {"1", "-3", 100, 1, "-33.3"},
        {"-1", "-3", 100, 1, "33.3"},
        {"5659", "46000", 100, 1, "12.3"},
        {"1", "2000", 100, 1, "0.1"},
        {"-1", "2000", 100, 1, "-0.1"},
        {"0.05", "0.1", 1, 0, "1"},
        {"1.5", "0.01", 1, 2, "150.00"},
        {"3", "1000", 100000, 1, "300.0"},
        {"999999999999999999", "1", 1, 0, "999999999999999999"},
        {"0", "7", 100, 1, "0.0"},
    };
    struct bp_decimal result;
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_true(bp_decimal_ratio(decimal(cases[i].times), decimal(cases[i].by), cases[i].factor,
                                     cases[i].scale, &result));
        assert_prints(result, cases[i].scale, NULL, cases[i].result);
    }
    assert_false(bp_decimal_ratio(decimal("1"), decimal("0.00"), 100, 1, &result));
    assert_false(bp_decimal_ratio(decimal("999999999999999999"), decimal("1"), 10, 0, &result));
    assert_false(bp_decimal_ratio(decimal("999999999999999999"), decimal("0.000000001"), G_MAXINT,
                                  9, &result));
}

static void zeros_at_the_end_are_trimmed(void **state)
{
    (void)state;
    assert_int_equal(bp_decimal_trim(decimal("1.500")).scale, 1);
    assert_int_equal(bp_decimal_trim(decimal("100")).scale, 0);
    assert_int_equal(bp_decimal_trim(decimal("0.00")).scale, 0);
    assert_true(bp_decimal_double(decimal("-0.25")) == -0.25);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_with_their_decimals),
        cmocka_unit_test(halves_are_rounded_away_from_zero),
        cmocka_unit_test(thousands_are_parted),
        cmocka_unit_test(sums_that_do_not_fit_are_refused),
        cmocka_unit_test(numbers_of_other_scales_are_compared),
        cmocka_unit_test(ratios_are_rounded_once),
        cmocka_unit_test(zeros_at_the_end_are_trimmed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
