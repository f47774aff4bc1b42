/* SPDX-License-Identifier: MIT */
#include "compose/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static int begin(void **state)
{
    *state = bp_arena_create();
    return 0;
}

static int end(void **state)
{
    bp_arena_destroy(*state);
    return 0;
}

static void every_word_is_there(void **state)
{
    (void)state;
    for (int i = 0; i < BP_N_WORDS; i++) {
        assert_non_null(bp_wording((enum bp_word)i));
        assert_true(bp_wording((enum bp_word)i)[0] != '\0');
    }
}

static void patterns_take_their_words(void **state)
{
    assert_string_equal(bp_wording_fill(*state, BP_WORD_NAMES, "{2}", "3"), "{2} (3):");
    assert_string_equal(bp_wording_fill(*state, BP_WORD_TAKEN, "with item 9", NULL),
                        "Taken with item 9");
    assert_string_equal(bp_wording_fill(*state, BP_WORD_VENUE, NULL, NULL), "Venue");
}

static void dates_and_times_have_one_form_each(void **state)
{
    const struct bp_date date = {2022, 6, 8};
    const struct bp_time none = {-1, 0}, nine = {9, 5}, noon = {12, 0};

    assert_string_equal(bp_wording_day(*state, date), "Wednesday 8 June 2022");
    assert_string_equal(bp_wording_date(*state, date), "8 June 2022");
    assert_string_equal(bp_wording_short_date(*state, date), "08/06/2022");
    assert_string_equal(bp_wording_time(*state, nine), "09:05");
    assert_string_equal(bp_wording_span(*state, nine, noon), "09:05 to 12:00");
    assert_string_equal(bp_wording_span(*state, nine, none), "from 09:05");
    assert_string_equal(bp_wording_span(*state, none, noon), "until 12:00");
    assert_null(bp_wording_span(*state, none, none));
}

static void months_are_whole_words(void **state)
{
    (void)state;
    assert_int_equal(bp_wording_month_length("March 2022"), 5);
    assert_int_equal(bp_wording_month_length("Sept."), 4);
    assert_int_equal(bp_wording_month_length("May"), 3);
    assert_int_equal(bp_wording_month_length("Mayor"), 0);
    assert_int_equal(bp_wording_month_length("march"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_is_there),
        cmocka_unit_test_setup_teardown(patterns_take_their_words, begin, end),
        cmocka_unit_test_setup_teardown(dates_and_times_have_one_form_each, begin, end),
        cmocka_unit_test(months_are_whole_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
