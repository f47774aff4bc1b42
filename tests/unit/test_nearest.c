/* SPDX-License-Identifier: MIT */
#include "base/nearest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void near_words_are_suggested_and_far_ones_not(void **state)
{
    static const char *const words[] = {"title", "date", "organisation", "in person", NULL};
    (void)state;
    assert_string_equal(bp_nearest("titel", words), "title");
    assert_string_equal(bp_nearest("TITLE", words), "title");
    assert_string_equal(bp_nearest("organization", words), "organisation");
    assert_string_equal(bp_nearest("in_person", words), "in person");
    assert_string_equal(bp_nearest("dat", words), "date");
    assert_null(bp_nearest("weather", words));
    assert_null(bp_nearest("", words));
    assert_null(bp_nearest("a word that is far longer than any of ours", words));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(near_words_are_suggested_and_far_ones_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
