/* SPDX-License-Identifier: MIT */
/* The action register as it stands on a day. The meeting is on 2022-03-16. */
#include "model/register.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "loaded.h"

static const char file[] =
    "  next: 2022-06-08\n"
    "items:\n"
    "  - title: One\n"
    "    actions:\n"
    "      - owner: A\n        action: w\n        id: now\n        due: next meeting\n"
    "      - owner: A\n        action: w\n        id: soon\n        due: soon\n"
    "register:\n"
    "  - owner: A\n    action: w\n    id: none\n    raised: 2021-12-01\n"
    "  - owner: A\n    action: w\n    id: leap\n    raised: 2020-02-28\n    due: 2020-02-29\n"
    "  - owner: A\n    action: w\n    id: late\n    raised: 2021-12-31\n    due: 2022-02-28\n"
    "  - owner: A\n    action: w\n    id: today\n    raised: 2022-01-31\n    due: 2022-03-16\n"
    "  - owner: A\n    action: w\n    id: unknown\n    raised: 2021-12-01\n    status: closed\n"
    "  - owner: A\n    action: w\n    id: done\n    raised: 2021-12-01\n    completed: 2022-02-01\n"
    "  - owner: A\n    action: w\n    id: after\n    raised: 2021-12-01\n    due: 2022-04-01\n"
    "    completed: 2022-03-20\n"
    "  - owner: A\n    action: w\n    id: last\n    raised: 2022-01-31\n    completed: "
    "2022-03-01\n";

struct made {
    struct loaded loaded;
    struct bp_register *made;
};

static struct made make(const char *rest, struct bp_date as_of)
{
    struct made made = {.loaded = loaded_meeting(rest)};
    assert_string_equal(made.loaded.said, "");
    made.made = bp_register_make(made.loaded.meeting, as_of, made.loaded.arena);
    return made;
}

/* "leap 747 746": number, days open, days overdue of each row. */
static void expect(const struct bp_register *made, const char *rows)
{
    char found[400] = "";
    for (int i = 0; i < made->n_rows; i++) {
        const struct bp_register_row *row = &made->rows[i];
        size_t used = strlen(found);
        snprintf(found + used, sizeof found - used, "%s%s %d %d", i ? ", " : "",
                 row->action->number.text, row->days_open, row->days_overdue);
    }
    assert_string_equal(found, rows);
}

static void the_register_stands_as_on_the_day_of_the_meeting(void **state)
{
    struct made made = make(file, (struct bp_date){0});
    (void)state;
    expect(made.made, "leap 747 746, late 75 16, "
                      "today 44 0, after 105 0, now 0 0, none 105 0, soon 0 0, "
                      "last 29 0, done 62 0, unknown -1 0");
    assert_int_equal(made.made->as_of.day, 16);
    assert_int_equal(made.made->n_overdue, 2);
    assert_int_equal(made.made->n_open, 5);
    assert_int_equal(made.made->n_closed, 3);
    assert_string_equal(made.made->open[0].action->number.text, "today");
    assert_string_equal(made.made->closed[0].action->number.text, "last");
    assert_int_equal(made.made->overdue[0].state, BP_REGISTER_OVERDUE);
    loaded_finish(&made.loaded);
}

static void an_earlier_day_knows_nothing_of_what_came_after(void **state)
{
    struct made made = make(file, (struct bp_date){2022, 1, 31});
    (void)state;
    expect(made.made, "leap 703 702, "
                      "late 31 0, today 0 0, after 61 0, none 61 0, done 61 0, last 0 0, "
                      "unknown -1 0");
    loaded_finish(&made.loaded);
}

static void a_later_day_finds_more_overdue(void **state)
{
    struct made made = make(file, (struct bp_date){2022, 6, 9});
    (void)state;
    expect(made.made, "leap 832 831, late 160 101, today 129 85, now 85 1, "
                      "none 190 0, soon 85 0, "
                      "after 109 0, last 29 0, done 62 0, unknown -1 0");
    loaded_finish(&made.loaded);
}

static void equal_rows_keep_the_order_of_the_file(void **state)
{
    struct made made = make("register:\n"
                            "  - owner: A\n    action: w\n    id: c\n    raised: 2022-01-02\n"
                            "  - owner: A\n    action: w\n    id: a\n    raised: 2022-01-01\n"
                            "  - owner: A\n    action: w\n    id: b\n    raised: 2022-01-01\n",
                            (struct bp_date){0});
    (void)state;
    expect(made.made, "a 74 0, b 74 0, c 73 0");
    loaded_finish(&made.loaded);
}

static void a_meeting_without_actions_has_an_empty_register(void **state)
{
    struct made made = make("", (struct bp_date){0});
    (void)state;
    assert_int_equal(made.made->n_rows + made.made->n_overdue + made.made->n_closed, 0);
    loaded_finish(&made.loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_register_stands_as_on_the_day_of_the_meeting),
        cmocka_unit_test(an_earlier_day_knows_nothing_of_what_came_after),
        cmocka_unit_test(a_later_day_finds_more_overdue),
        cmocka_unit_test(equal_rows_keep_the_order_of_the_file),
        cmocka_unit_test(a_meeting_without_actions_has_an_empty_register),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
