/* SPDX-License-Identifier: MIT */
#include "model/format.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "composed.h"

static const struct bp_date wednesday = {2022, 6, 8}, none = {0, 0, 0};
static const struct bp_time morning = {9, 5}, noon = {12, 0}, evening = {19, 40}, never = {-1, 0};

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

static void expect(struct bp_arena *arena, const char *pattern, struct bp_date date,
                   struct bp_time time, const char *words)
{
    const struct bp_look *look = composed_look(arena, "minutes", "meeting");
    const struct bp_format_names names = {look->months, look->short_months, look->weekdays,
                                          look->half_days};
    GString *out = g_string_new(NULL);

    bp_format_append(out, pattern, &names, date, time);
    assert_string_equal(out->str, words);
    g_string_free(out, TRUE);
}

static void each_letter_has_its_meaning(void **state)
{
    static const struct {
        const char *pattern;
        const char *words;
    } cases[] = {
        {"d", "8"},
        {"dd", "08"},
        {"M", "6"},
        {"MM", "06"},
        {"MMM", "Jun"},
        {"MMMM", "June"},
        {"y", "2022"},
        {"yyyy", "2022"},
        {"yy", "22"},
        {"EEEE", "Wednesday"},
        {"d/M/yy", "8/6/22"},
        {"EEEE, d. MMMM y", "Wednesday, 8. June 2022"},
        {"y'年'M'月'd'日'", "2022年6月8日"},
        {"", ""},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        expect(*state, cases[i].pattern, wednesday, never, cases[i].words);
}

static void times_have_24_or_12_hours(void **state)
{
    expect(*state, "HH:mm", none, morning, "09:05");
    expect(*state, "H.mm", none, morning, "9.05");
    expect(*state, "H 'h' m", none, morning, "9 h 5");
    expect(*state, "h.mm a", none, evening, "7.40 pm");
    expect(*state, "hh:mm a", none, evening, "07:40 pm");
    expect(*state, "h a", none, noon, "12 pm");
    expect(*state, "h:mm a", none, (struct bp_time){0, 30}, "12:30 am");
}

static void words_between_quotes_stay_as_they_are(void **state)
{
    expect(*state, "d 'of' MMMM", wednesday, never, "8 of June");
    expect(*state, "'dMy' d", wednesday, never, "dMy 8");
    expect(*state, "'am' EEEE", wednesday, never, "am Wednesday");
    expect(*state, "H''mm", none, noon, "12'00");
    expect(*state, "d 'o''clock'", wednesday, never, "8 o'clock");
}

static void what_there_is_none_of_prints_nothing(void **state)
{
    expect(*state, "d MMMM y", none, never, "  ");
    expect(*state, "HH:mm", none, never, ":");
}

static void the_built_in_layouts_write_dates_and_times_the_british_way(void **state)
{
    static const struct {
        const char *name;
        const char *words;
    } cases[] = {{"date", "8 June 2022"},
                 {"day", "Wednesday 8 June 2022"},
                 {"short", "08/06/2022"},
                 {"time", "09:05"}};
    const struct bp_look *look = composed_look(*state, "minutes", "meeting");

    assert_int_equal(look->n_formats, 4);
    for (int i = 0; i < look->n_formats; i++) {
        assert_string_equal(look->formats[i].name, cases[i].name);
        expect(*state, look->formats[i].pattern, i < 3 ? wednesday : none, i < 3 ? never : morning,
               cases[i].words);
    }
}

static void a_fault_is_found_where_it_stands(void **state)
{
    static const struct {
        const char *pattern;
        int at; /* -1: nowhere */
    } cases[] = {{"d MMMM y", -1}, {"HH:mm", -1},   {"'x' d", -1},      {"d. M. y", -1},
                 {"d MMMMM y", 2}, {"D", 0},        {"d of M", 2},      {"dth", 1},
                 {"d 'of M", 2},   {"yyy", 0},      {"EEE d", 0},       {"HHH", 0},
                 {"d/m/Y", 4},     {"hh:mm:ss", 6}, {"d MMMM ’yy", -1}, {"''", -1},
                 {"%d", -1},       {"d Mmmm", 3}};

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *fault = bp_format_fault(cases[i].pattern, NULL, NULL);
        int at = fault ? (int)(fault - cases[i].pattern) : -1;
        if (at != cases[i].at)
            fail_msg("“%s”: %d, not %d", cases[i].pattern, at, cases[i].at);
    }
}

static void a_pattern_tells_whether_it_is_of_days_or_times(void **state)
{
    bool date = false, time = false;

    (void)state;
    assert_null(bp_format_fault("d MMMM y", &date, &time));
    assert_true(date && !time);
    date = false;
    assert_null(bp_format_fault("h 'o’clock' a", &date, &time));
    assert_true(!date && time);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_letter_has_its_meaning, begin, end),
        cmocka_unit_test_setup_teardown(times_have_24_or_12_hours, begin, end),
        cmocka_unit_test_setup_teardown(words_between_quotes_stay_as_they_are, begin, end),
        cmocka_unit_test_setup_teardown(what_there_is_none_of_prints_nothing, begin, end),
        cmocka_unit_test_setup_teardown(the_built_in_layouts_write_dates_and_times_the_british_way,
                                        begin, end),
        cmocka_unit_test(a_fault_is_found_where_it_stands),
        cmocka_unit_test(a_pattern_tells_whether_it_is_of_days_or_times),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
