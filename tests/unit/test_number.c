/* SPDX-License-Identifier: MIT */
#include "base/number.h"

#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "comma.h"

static void expect(double value, int decimals, const char *text)
{
    GString *out = g_string_new("<");

    bp_number_append(out, value, decimals);
    assert_string_equal(out->str + 1, text);
    g_string_free(out, TRUE);
}

static void zeros_are_not_trailed(void **state)
{
    (void)state;
    expect(0, 3, "0");
    expect(1, 3, "1");
    expect(10, 0, "10");
    expect(1.5, 3, "1.5");
    expect(1.25, 2, "1.25");
    expect(100.1, 4, "100.1");
    expect(0.05, 2, "0.05");
    expect(0.000001, 6, "0.000001");
    expect(595.276, 2, "595.28");
}

static void a_negative_zero_has_no_sign(void **state)
{
    (void)state;
    expect(-0.0, 2, "0");
    expect(-0.004, 2, "0");
    expect(-0.005, 2, "-0.01");
    expect(-1, 2, "-1");
    expect(-12.375, 2, "-12.38");
}

static void halves_are_rounded_away_from_zero(void **state)
{
    (void)state;
    expect(0.5, 0, "1");
    expect(1.5, 0, "2");
    expect(2.5, 0, "3");
    expect(-2.5, 0, "-3");
    expect(0.125, 2, "0.13");
    expect(0.375, 2, "0.38");
    expect(0.0625, 3, "0.063");
}

/* 2.675 is 2.67499999999999982… in binary, though 2.675 * 100 comes out as 267.5. */
static void what_only_looks_like_a_half_is_not_one(void **state)
{
    (void)state;
    expect(2.675, 2, "2.67");
    expect(1.005, 2, "1");
    expect(1.255, 2, "1.25");
    expect(8.345, 2, "8.35");
    expect(0.49999999999999994, 0, "0");
}

static void rounding_carries(void **state)
{
    (void)state;
    expect(0.999, 2, "1");
    expect(9.995, 2, "9.99");
    expect(99.9999, 3, "100");
    expect(-0.9999, 3, "-1");
}

static void large_numbers_stay_whole(void **state)
{
    GString *out = g_string_new(NULL);

    (void)state;
    expect(1e6, 3, "1000000");
    expect(4503599627370495.5, 3, "4503599627370495.5");
    expect(9007199254740991.0, 6, "9007199254740991");
    expect(9007199254740992.0, 6, "9007199254740992");
    expect(1e22, 2, "10000000000000000000000");
    bp_number_append(out, -DBL_MAX, 2);
    assert_int_equal(out->len, 310);
    assert_true(g_ascii_strtod(out->str, NULL) <= -DBL_MAX);
    g_string_free(out, TRUE);
}

/* glibc's printf is exact, but rounds halves to even: compare where there is no half. */
static void random_numbers_agree_with_printf(void **state)
{
    uint64_t seed = 88172645463325252u;
    GString *out = g_string_new(NULL);
    char text[400];

    (void)state;
    for (int i = 0; i < 200000; i++) {
        int decimals = i % 7;
        double value;

        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        value = ((double)(seed >> 11) * 0x1p-53 - 0.5) * pow(10, i % 9);
        snprintf(text, sizeof text, "%.*f", decimals, value);
        if (decimals) {
            char *end = text + strlen(text);

            while (end[-1] == '0')
                end--;
            if (end[-1] == '.')
                end--;
            *end = '\0';
        }
        g_string_truncate(out, 0);
        bp_number_append(out, value, decimals);
        assert_string_equal(out->str, strcmp(text, "-0") == 0 ? "0" : text);
    }
    g_string_free(out, TRUE);
}

static void a_comma_locale_changes_nothing(void **state)
{
    (void)state;
    assert_true(comma_locale_set());
    expect(1234.56, 2, "1234.56");
    expect(1e17, 2, "100000000000000000");
    setlocale(LC_ALL, "C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zeros_are_not_trailed),
        cmocka_unit_test(a_negative_zero_has_no_sign),
        cmocka_unit_test(halves_are_rounded_away_from_zero),
        cmocka_unit_test(what_only_looks_like_a_half_is_not_one),
        cmocka_unit_test(rounding_carries),
        cmocka_unit_test(large_numbers_stay_whole),
        cmocka_unit_test(random_numbers_agree_with_printf),
        cmocka_unit_test(a_comma_locale_changes_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
