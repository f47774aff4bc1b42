/* SPDX-License-Identifier: MIT */
#include "compose/unbreak.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static const char *const english[] = {"January",   "February", "March",    "April",
                                      "May",       "June",     "July",     "August",
                                      "September", "October",  "November", "December"};
static const char *const welsh[] = {"Ionawr", "Chwefror", "Mawrth",     "Ebrill",
                                    "Mai",    "Mehefin",  "Gorffennaf", "Awst",
                                    "Medi",   "Hydref",   "Tachwedd",   "Rhagfyr"};

/* `bound` has "~" where a space was bound. */
static void expect_in(const char *const *months, const char *bound)
{
    GString *words = g_string_new(bound), *wanted = g_string_new(bound);

    g_string_replace(words, "~", " ", 0);
    g_string_replace(wanted, "~", "\u00A0", 0);
    bp_unbreak(words, months);
    assert_string_equal(words->str, wanted->str);
    g_string_free(words, TRUE);
    g_string_free(wanted, TRUE);
}

static void expect(const char *bound)
{
    expect_in(english, bound);
}

static void a_day_stays_with_its_month(void **state)
{
    (void)state;
    expect("on 16~March 2022.");
    expect("1~April");
    expect("the 2nd~June, the 3~Sept");
    expect("(30~Nov), 4–16~May");
    expect("of 2021 March");
    expect("16 Marching bands");
    expect("16 Mayor");
    expect("16 march");
    expect("16~Sept. and 3~May");
    expect("116 March");
    expect("paragraph~16 marched");
}

static void the_months_are_those_of_the_language(void **state)
{
    (void)state;
    expect_in(welsh, "16~Mawrth 2022, 1~Awst, 2 August");
    expect_in(NULL, "16 Mawrth, 16 March, 16~Mar");
}

static void a_title_stays_with_its_name(void **state)
{
    (void)state;
    expect("Mr~Drysdale and Cllr~Lee");
    expect("ACC~Shiner, Op~Furlong");
    expect("Dr~Évora");
    expect("the Op was Mr");
    expect("Op and Mr too");
    expect("Stop Here, AMr Bo");
}

static void a_counting_word_stays_with_its_number(void **state)
{
    (void)state;
    expect("Item~7 and item~12, paragraph~3, page~4");
    expect("S~136 and s~136");
    expect("Appendix~A, Annex~B.");
    expect("item A new one");
    expect("page The");
    expect("police 136");
}

static void a_number_stays_with_what_it_counts(void **state)
{
    (void)state;
    expect("at 10~am or 10.30~pm.");
    expect("£3~million, 2.5~billion");
    expect("10 amber lights");
    expect("3 millionaires");
    expect("I am 10");
}

static void other_spaces_stay_as_they_are(void **state)
{
    (void)state;
    expect("");
    expect(" ");
    expect("  7 ");
    expect("Item");
    expect("Item ");
    expect("£3.0m and 87.3% of 40");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_stays_with_its_month),
        cmocka_unit_test(the_months_are_those_of_the_language),
        cmocka_unit_test(a_title_stays_with_its_name),
        cmocka_unit_test(a_counting_word_stays_with_its_number),
        cmocka_unit_test(a_number_stays_with_what_it_counts),
        cmocka_unit_test(other_spaces_stay_as_they_are),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
