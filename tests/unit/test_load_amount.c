/* SPDX-License-Identifier: MIT */
/* Periods and numbers as offices write them. */
#include "load/amount.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "load/period.h"

static const char *read_as(const char *text, struct bp_period_form form, struct bp_arena *arena)
{
    struct bp_period period;
    return bp_period_guess(text, &form, &period) ? bp_period_code(period, arena) : "none";
}

static void periods_are_read_in_the_forms_of_offices(void **state)
{
    static const struct {
        enum bp_period_kind kind;
        const char *text;
        const char *code;
    } cases[] = {
        {BP_PERIOD_MONTH, "Apr-21", "2021-04"},
        {BP_PERIOD_MONTH, "Apr 21", "2021-04"},
        {BP_PERIOD_MONTH, "April 2021", "2021-04"},
        {BP_PERIOD_MONTH, "APRIL 2021", "2021-04"},
        {BP_PERIOD_MONTH, "Sept 2021", "2021-09"},
        {BP_PERIOD_MONTH, "2021 Apr", "2021-04"},
        {BP_PERIOD_MONTH, "2021M04", "2021-04"},
        {BP_PERIOD_MONTH, "2021-04", "2021-04"},
        {BP_PERIOD_MONTH, "04/2021", "2021-04"},
        {BP_PERIOD_MONTH, "202104", "2021-04"},
        {BP_PERIOD_MONTH, "01/04/2021", "2021-04"},
        {BP_PERIOD_MONTH, "01/04/21", "2021-04"},
        {BP_PERIOD_MONTH, "2021-04-01", "2021-04"},
        {BP_PERIOD_MONTH, "2021-04-01T00:00:00", "2021-04"},
        {BP_PERIOD_MONTH, "01/04/2021 00:00", "2021-04"},
        {BP_PERIOD_MONTH, "1 April 2021", "2021-04"},
        {BP_PERIOD_MONTH, "30-Apr-21", "2021-04"},
        {BP_PERIOD_MONTH, "Mar-99", "1999-03"},
        {BP_PERIOD_DAY, "01/04/2021", "2021-04-01"},
        {BP_PERIOD_DAY, "1st April 2021", "2021-04-01"},
        {BP_PERIOD_DAY, "20210401", "2021-04-01"},
        {BP_PERIOD_WEEK, "Week 12 2021", "2021-W12"},
        {BP_PERIOD_WEEK, "Wk 12, 2021", "2021-W12"},
        {BP_PERIOD_WEEK, "2021-W12", "2021-W12"},
        {BP_PERIOD_WEEK, "2021W12", "2021-W12"},
        {BP_PERIOD_WEEK, "W12 2021", "2021-W12"},
        {BP_PERIOD_WEEK, "w/c 22/03/2021", "2021-W12"},
        {BP_PERIOD_WEEK, "w/e 28/03/2021", "2021-W12"},
        {BP_PERIOD_WEEK, "Week 53 2020", "2020-W53"},
        {BP_PERIOD_WEEK, "Week 53 2021", "none"},
        {BP_PERIOD_QUARTER, "2021 Q1", "2021-Q1"},
        {BP_PERIOD_QUARTER, "Q1 2021", "2021-Q1"},
        {BP_PERIOD_QUARTER, "2021Q1", "2021-Q1"},
        {BP_PERIOD_QUARTER, "Qtr 1 2021", "2021-Q1"},
        {BP_PERIOD_QUARTER, "Jan-Mar 2021", "2021-Q1"},
        {BP_PERIOD_QUARTER, "Feb-Apr 2021", "none"},
        {BP_PERIOD_QUARTER, "Q5 2021", "none"},
        {BP_PERIOD_YEAR, "2021", "2021"},
        {BP_PERIOD_YEAR, "2021/22", "none"},
        {BP_PERIOD_FINANCIAL_QUARTER, "2021/22 Q4", "2021/22 Q4"},
        {BP_PERIOD_FINANCIAL_QUARTER, "Q4 2021/22", "2021/22 Q4"},
        {BP_PERIOD_FINANCIAL_QUARTER, "Q4 2021-22", "2021/22 Q4"},
        {BP_PERIOD_FINANCIAL_QUARTER, "2021/2022 Q4", "2021/22 Q4"},
        {BP_PERIOD_FINANCIAL_QUARTER, "FY2021/22 Q4", "2021/22 Q4"},
        {BP_PERIOD_FINANCIAL_QUARTER, "Jan-Mar 2022", "2021/22 Q4"},
        {BP_PERIOD_FINANCIAL_QUARTER, "Q1 2021", "none"},
        {BP_PERIOD_FINANCIAL_YEAR, "2021/22", "2021/22"},
        {BP_PERIOD_FINANCIAL_YEAR, "2021-22", "2021/22"},
        {BP_PERIOD_FINANCIAL_YEAR, "2021–22", "2021/22"},
        {BP_PERIOD_FINANCIAL_YEAR, "2021/2022", "2021/22"},
        {BP_PERIOD_FINANCIAL_YEAR, "FY 2021/22", "2021/22"},
        {BP_PERIOD_FINANCIAL_YEAR, "01/04/2021", "2021/22"},
        {BP_PERIOD_FINANCIAL_YEAR, "2021/23", "none"},
        {BP_PERIOD_MONTH, "13/2021", "none"},
        {BP_PERIOD_MONTH, "31/02/2021", "none"},
        {BP_PERIOD_MONTH, "Total", "none"},
        {BP_PERIOD_MONTH, "44287", "none"},
        {BP_PERIOD_MONTH, "", "none"},
        {BP_PERIOD_MONTH, "01-04-21", "none"},
        {BP_PERIOD_MONTH, "2021/22", "none"},
    };
    struct bp_arena *arena = bp_arena_create();
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *code =
            read_as(cases[i].text, (struct bp_period_form){.kind = cases[i].kind}, arena);
        if (strcmp(code, cases[i].code) != 0)
            fail_msg("“%s” is %s, not %s", cases[i].text, code, cases[i].code);
    }
    bp_arena_destroy(arena);
}

static void the_order_of_days_and_serials_must_be_said(void **state)
{
    const struct bp_period_form months = {BP_PERIOD_DAY, BP_MONTH_FIRST, false};
    const struct bp_period_form days = {BP_PERIOD_DAY, BP_DAY_FIRST, false};
    const struct bp_period_form serials = {BP_PERIOD_DAY, BP_DAY_ORDER_UNSAID, true};
    struct bp_arena *arena = bp_arena_create();
    (void)state;
    assert_string_equal(read_as("04/01/2021", months, arena), "2021-04-01");
    assert_string_equal(read_as("04/13/2021", months, arena), "2021-04-13");
    assert_string_equal(read_as("13/04/2021", months, arena), "none");
    assert_string_equal(read_as("2021-04-01", months, arena), "2021-04-01");
    assert_string_equal(read_as("01-04-21", days, arena), "2021-04-01");
    assert_string_equal(read_as("44287", serials, arena), "2021-04-01");
    assert_string_equal(read_as("44287.75", serials, arena), "2021-04-01");
    assert_string_equal(read_as("61", serials, arena), "1900-03-01");
    assert_string_equal(read_as("60", serials, arena), "none");
    assert_string_equal(read_as("9999999", serials, arena), "none");
    bp_arena_destroy(arena);
}

static void numbers_are_read_in_the_forms_of_offices(void **state)
{
    static const struct {
        const char *text;
        const char *value;
    } cases[] = {
        {"1234", "1234"},
        {"1,234", "1234"},
        {"1,234,567.80", "1234567.80"},
        {" 12 ", "12"},
        {"£1,234", "1234"},
        {"£ 1", "1"},
        {"12.3%", "12.3"},
        {"12.3 %", "12.3"},
        {"(1,234)", "-1234"},
        {"(£5.1)", "-5.1"},
        {"-£5", "-5"},
        {"£-5", "-5"},
        {"−5", "-5"},
        {"–5", "-5"},
        {"5-", "-5"},
        {"+5", "5"},
        {"1 234 567", "1234567"},
        {"1\u00a0234", "1234"},
        {"1\u202f234", "1234"},
        {".5", "0.5"},
        {"0.8734567891", "0.873456789"},
        {"0.87345678950001", "0.873456790"},
        {"12 [p]", "12"},
        {"12p", "12"},
        {"1,234 (r)", "1234"},
        {"0", "0"},
        {"1.", NULL},
        {"1,23", NULL},
        {"12,34", NULL},
        {"1,234,56", NULL},
        {"1.5E+05", NULL},
        {"twelve", NULL},
        {"12*", NULL},
        {"1,2345", NULL},
        {"1234,567", NULL},
        {"--5", NULL},
        {"(5", NULL},
        {"5)", NULL},
        {"12%%", NULL},
        {"1 2", NULL},
        {"9999999999999999999", NULL},
        {"(-5)", NULL},
        {"£", NULL},
        {"%", NULL},
        {"1:30", NULL},
        {",5", NULL},
        {"1,234 567", NULL},
    };
    GString *out = g_string_new(NULL);
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct bp_amount amount = bp_amount_read(cases[i].text, false);
        g_string_truncate(out, 0);
        if (amount.kind == BP_AMOUNT_NUMBER)
            bp_decimal_append(out, amount.value, amount.value.scale, NULL);
        if (amount.kind != (cases[i].value ? BP_AMOUNT_NUMBER : BP_AMOUNT_WRONG) ||
            strcmp(out->str, cases[i].value ? cases[i].value : "") != 0)
            fail_msg("“%s” is “%s”", cases[i].text, out->str);
    }
    g_string_free(out, TRUE);
}

static void decimal_commas_are_read_when_told_so(void **state)
{
    struct bp_amount amount = bp_amount_read("1.234,5", true);
    (void)state;
    assert_int_equal(amount.kind, BP_AMOUNT_NUMBER);
    assert_true(amount.value.digits == 12345 && amount.value.scale == 1);
    assert_int_equal(bp_amount_read("12,34", true).kind, BP_AMOUNT_NUMBER);
    assert_int_equal(bp_amount_read("1 234,5", true).kind, BP_AMOUNT_NUMBER);
    assert_int_equal(bp_amount_read("1,234.5", true).kind, BP_AMOUNT_WRONG);
    assert_int_equal(bp_amount_read("12.34", true).kind, BP_AMOUNT_WRONG);
}

static void marks_are_missing_suppressed_or_faults(void **state)
{
    static const struct {
        const char *text;
        enum bp_amount_kind kind;
    } cases[] = {
        {"", BP_AMOUNT_MISSING},        {"  ", BP_AMOUNT_MISSING},
        {"\u00a0", BP_AMOUNT_MISSING},  {"-", BP_AMOUNT_MISSING},
        {"–", BP_AMOUNT_MISSING},       {"NA", BP_AMOUNT_MISSING},
        {"N/A", BP_AMOUNT_MISSING},     {"#N/A", BP_AMOUNT_MISSING},
        {"..", BP_AMOUNT_MISSING},      {"[x]", BP_AMOUNT_MISSING},
        {"#DIV/0!", BP_AMOUNT_MISSING}, {"*", BP_AMOUNT_SUPPRESSED},
        {"[c]", BP_AMOUNT_SUPPRESSED},  {"[C]", BP_AMOUNT_SUPPRESSED},
        {"<5", BP_AMOUNT_SUPPRESSED},   {"< 10", BP_AMOUNT_SUPPRESSED},
        {"≤5", BP_AMOUNT_SUPPRESSED},   {"#REF!", BP_AMOUNT_BROKEN},
        {"#VALUE!", BP_AMOUNT_BROKEN},  {"####", BP_AMOUNT_BROKEN},
        {"<", BP_AMOUNT_WRONG},         {"<5%", BP_AMOUNT_WRONG},
        {"tbc", BP_AMOUNT_WRONG},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        if (bp_amount_read(cases[i].text, false).kind != cases[i].kind)
            fail_msg("“%s” is another kind", cases[i].text);
    assert_true(bp_amount_read("12 [p]", false).provisional);
    assert_true(bp_amount_read("12r", false).revised);
    assert_true(bp_amount_read("12.3%", false).percent);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(periods_are_read_in_the_forms_of_offices),
        cmocka_unit_test(the_order_of_days_and_serials_must_be_said),
        cmocka_unit_test(numbers_are_read_in_the_forms_of_offices),
        cmocka_unit_test(decimal_commas_are_read_when_told_so),
        cmocka_unit_test(marks_are_missing_suppressed_or_faults),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
