/* SPDX-License-Identifier: MIT */
/* What is worked out of a meeting once it has been read. */
#include "model/derive.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "loaded.h"

static struct loaded load(const char *rest)
{
    struct loaded loaded = loaded_meeting(rest);
    assert_string_equal(loaded.said, "");
    assert_non_null(loaded.meeting);
    return loaded;
}

static void actions_are_numbered_in_the_order_of_the_document(void **state)
{
    static const char rest[] =
        "  next: 2022-06-08\n"
        "items:\n"
        "  - title: One\n"
        "    actions:\n"
        "      - owner: A\n        action: first\n        due: next meeting\n"
        "    items:\n"
        "      - title: Below\n"
        "        minutes:\n"
        "          - action: second\n            owner: B\n"
        "  - title: Two\n"
        "    actions:\n"
        "      - owner: C\n        action: third\n        id: 2\n"
        "      - owner: D\n        action: fourth\n"
        "        due: 2022-05-01\n"
        "register:\n"
        "  - owner: E\n    action: earlier\n    id: 4\n    raised: 2022-01-01\n"
        "  - owner: F\n    action: earliest\n    raised: 2021-01-01\n";
    static const char *const numbers[] = {"1", "3", "2", "5"};
    struct loaded loaded = load(rest);
    const struct bp_meeting *meeting = loaded.meeting;
    (void)state;
    assert_int_equal(meeting->n_actions, 4);
    for (int i = 0; i < 4; i++)
        assert_string_equal(meeting->actions[i]->number.text, numbers[i]);
    assert_ptr_equal(meeting->actions[0]->item, &meeting->items[0]);
    assert_ptr_equal(meeting->actions[1]->item, &meeting->items[0].items[0]);
    assert_ptr_equal(meeting->actions[3]->item, &meeting->items[1]);
    assert_int_equal(meeting->actions[0]->due_day.month, 6);
    assert_int_equal(meeting->actions[1]->due_day.year, 0);
    assert_int_equal(meeting->actions[3]->due_day.month, 5);
    assert_int_equal(meeting->actions[3]->raised.month, 3);
    assert_string_equal(meeting->earlier[0].number.text, "4");
    assert_null(meeting->earlier[1].number.text);
    assert_null(meeting->earlier[0].item);
    loaded_finish(&loaded);
}

static void an_action_due_next_meeting_without_one_has_no_day(void **state)
{
    struct loaded loaded = load("items:\n  - title: One\n    actions:\n      - owner: A\n"
                                "        action: write\n        due: next meeting\n");
    (void)state;
    assert_int_equal(loaded.meeting->actions[0]->due_day.year, 0);
    loaded_finish(&loaded);
}

static void items_have_anchors_of_their_own(void **state)
{
    static const char rest[] = "items:\n"
                               "  - title: One\n"
                               "    items:\n"
                               "      - title: Below\n"
                               "      - title: By hand\n        number: (a)\n"
                               "    sections:\n"
                               "      - title: A theme, and more\n"
                               "      - title: A theme & more\n"
                               "  - title: Unnumbered\n    number: none\n";
    struct loaded loaded = load(rest);
    const struct bp_item *items = loaded.meeting->items;
    (void)state;
    assert_string_equal(items[0].anchor, "item-1");
    assert_string_equal(items[0].items[0].anchor, "item-1.1");
    assert_string_equal(items[0].items[1].anchor, "item-1-a");
    assert_string_equal(items[0].items[2].anchor, "item-1-a-theme-and-more");
    assert_string_equal(items[0].items[3].anchor, "item-1-a-theme-more");
    assert_string_equal(items[1].anchor, "item-unnumbered");
    loaded_finish(&loaded);
}

static void an_anchor_that_is_taken_gets_a_number(void **state)
{
    struct loaded loaded = load("  numbering: none\nitems:\n  - title: Same\n  - title: same!\n"
                                "  - title: same 2\n  - title: Same\n");
    const struct bp_item *items = loaded.meeting->items;
    (void)state;
    assert_string_equal(items[0].anchor, "item-same");
    assert_string_equal(items[1].anchor, "item-same-2");
    assert_string_equal(items[2].anchor, "item-same-2-2");
    assert_string_equal(items[3].anchor, "item-same-3");
    loaded_finish(&loaded);
}

static void expect_run(const struct bp_entry_run *run, enum bp_entry_kind kind,
                       const struct bp_entry *first, int n_entries)
{
    assert_int_equal(run->kind, kind);
    assert_ptr_equal(run->entries, first);
    assert_int_equal(run->n_entries, n_entries);
}

static void entries_that_belong_together_are_one_run(void **state)
{
    static const char rest[] = "items:\n"
                               "  - title: One\n"
                               "    updates:\n"
                               "      - action: a\n        update: b\n"
                               "      - action: c\n        update: d\n"
                               "    minutes:\n"
                               "      - words\n"
                               "      - more words\n"
                               "      - event: came\n        time: 10:00\n"
                               "      - event: went\n        time: 10:05\n"
                               "      - event: a break\n"
                               "      - event: another break\n"
                               "      - event: back\n        time: 10:20\n"
                               "    decisions:\n      - so\n      - be it\n";
    struct loaded loaded = load(rest);
    const struct bp_item *item = &loaded.meeting->items[0];
    const struct bp_entry *entries = item->entries;
    (void)state;
    assert_int_equal(item->n_entries, 11);
    assert_int_equal(item->n_runs, 9);
    expect_run(&item->runs[0], BP_ENTRY_UPDATE, &entries[0], 2);
    expect_run(&item->runs[1], BP_ENTRY_TEXT, &entries[2], 1);
    expect_run(&item->runs[2], BP_ENTRY_TEXT, &entries[3], 1);
    expect_run(&item->runs[3], BP_ENTRY_EVENT, &entries[4], 2);
    expect_run(&item->runs[4], BP_ENTRY_EVENT, &entries[6], 1);
    expect_run(&item->runs[5], BP_ENTRY_EVENT, &entries[7], 1);
    expect_run(&item->runs[6], BP_ENTRY_EVENT, &entries[8], 1);
    expect_run(&item->runs[8], BP_ENTRY_DECISION, &entries[10], 1);
    loaded_finish(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(actions_are_numbered_in_the_order_of_the_document),
        cmocka_unit_test(an_action_due_next_meeting_without_one_has_no_day),
        cmocka_unit_test(items_have_anchors_of_their_own),
        cmocka_unit_test(an_anchor_that_is_taken_gets_a_number),
        cmocka_unit_test(entries_that_belong_together_are_one_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
