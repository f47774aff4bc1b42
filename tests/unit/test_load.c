/* SPDX-License-Identifier: MIT */
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "loaded.h"

static void expect_quiet(const struct loaded *loaded)
{
    assert_string_equal(loaded->said, "");
    assert_non_null(loaded->meeting);
}

/* Loads items under a numbering and compares their numbers, in order and "-" for none. */
static void append_numbers(const struct bp_item *items, int count, char *out, size_t size)
{
    for (int i = 0; i < count; i++) {
        size_t used = strlen(out);
        if (!items[i].section)
            snprintf(out + used, size - used, "%s%s", used ? " " : "",
                     items[i].number.text ? items[i].number.text : "-");
        append_numbers(items[i].items, items[i].n_items, out, size);
    }
}

static void expect_numbers(const char *numbering, const char *items, const char *numbers)
{
    char text[2000], found[400] = "";
    snprintf(text, sizeof text, "%s\nitems:\n%s", numbering, items);
    struct loaded loaded = loaded_meeting(text);
    expect_quiet(&loaded);
    append_numbers(loaded.meeting->items, loaded.meeting->n_items, found, sizeof found);
    assert_string_equal(found, numbers);
    loaded_finish(&loaded);
}

static const char three[] = "  - title: a\n  - title: b\n  - title: c\n";
static const char nested[] = "  - title: a\n    items:\n      - title: b\n        items:\n"
                             "          - title: c\n          - title: d\n      - title: e\n"
                             "  - title: f\n";

static void a_pattern_counts_on_in_its_form(void **state)
{
    (void)state;
    expect_numbers("", three, "1 2 3");
    expect_numbers("  numbering: \"1.\"", three, "1. 2. 3.");
    expect_numbers("  numbering: 09", three, "09 10 11");
    expect_numbers("  numbering: 999999999", three, "999999999 1000000000 1000000001");
    expect_numbers("  numbering: A", three, "A B C");
    expect_numbers("  numbering: y", three, "y z aa");
    expect_numbers("  numbering: (a)", three, "(a) (b) (c)");
    expect_numbers("  numbering: i", three, "i ii iii");
    expect_numbers("  numbering: I", three, "I II III");
    expect_numbers("  numbering: iii", three, "iii iv v");
    expect_numbers("  numbering: 173/20", three, "173/20 174/20 175/20");
    expect_numbers("  numbering: 2022/1", three, "2022/1 2022/2 2022/3");
    expect_numbers("  numbering: Item 4", three, "Item 4 Item 5 Item 6");
    expect_numbers("  numbering: none", three, "- - -");
}

static void levels_have_patterns_of_their_own(void **state)
{
    (void)state;
    expect_numbers("", nested, "1 1.1 1.1.1 1.1.2 1.2 2");
    expect_numbers("  numbering: none", nested, "- - - - - -");
    expect_numbers("  numbering: [\"1.\", \"1.1\", \"(a)\"]", nested, "1. 1.1 (a) (b) 1.2 2.");
    expect_numbers("  numbering: [A, 1.1., i]", nested, "A A.1. i ii A.2. B");
    expect_numbers("  numbering: [none, \"1.1\"]", nested, "- 1 1.1 1.2 2 -");
}

static void numbers_by_hand_are_skipped(void **state)
{
    (void)state;
    expect_numbers("", "  - title: a\n  - {title: b, number: 7a}\n  - title: c\n", "1 7a 2");
    expect_numbers("", "  - title: a\n  - {title: b, number: 2}\n  - title: c\n", "1 2 3");
    expect_numbers("", "  - title: a\n  - title: c\n  - {title: b, number: 2}\n", "1 3 2");
    expect_numbers("", "  - {title: a, number: none}\n  - title: b\n", "- 1");
}

static void sections_have_no_number_and_pass_the_count_on(void **state)
{
    (void)state;
    expect_numbers("",
                   "  - title: a\n    sections:\n"
                   "      - title: s\n        items: [{title: b}, {title: c}]\n"
                   "      - title: t\n        items: [{title: d}]\n",
                   "1 1.1 1.2 1.3");
}

static void figures_and_dates_are_the_words_written(void **state)
{
    static const char text[] = "meeting:\n  title: 2022\n  date: 2022-03-16\n"
                               "  venue: 007\n  chair: Yes\n";
    struct loaded loaded = loaded_bytes(text, sizeof text - 1);
    (void)state;
    expect_quiet(&loaded);
    assert_string_equal(loaded.meeting->title.text, "2022");
    assert_string_equal(loaded.meeting->venue.text, "007");
    assert_string_equal(loaded.meeting->chair.text, "Yes");
    assert_string_equal(loaded.meeting->language, "en-GB");
    loaded_finish(&loaded);
}

static void people_outside_groups_are_gathered(void **state)
{
    struct loaded loaded = loaded_meeting("attendees:\n"
                                          "  - Ann Lee\n"
                                          "  - {name: Bo Diaz, attended: virtually, until: 11:15}\n"
                                          "  - organisation: Kent Police\n"
                                          "    capacity: in attendance\n"
                                          "    people: [Cy Ng]\n"
                                          "  - Di Roe\n");
    (void)state;
    expect_quiet(&loaded);
    const struct bp_people *people = &loaded.meeting->attendees;
    assert_int_equal(people->n_groups, 3);
    assert_int_equal(people->groups[0].n_people, 2);
    assert_null(people->groups[0].organisation.text);
    assert_int_equal(people->groups[0].people[1].attended, BP_ATTENDED_VIRTUALLY);
    assert_string_equal(people->groups[0].people[1].until.text, "11:15");
    assert_string_equal(people->groups[1].organisation.text, "Kent Police");
    assert_int_equal(people->groups[1].capacity, BP_CAPACITY_IN_ATTENDANCE);
    assert_string_equal(people->groups[2].people[0].name.text, "Di Roe");
    assert_int_equal(people->groups[2].people[0].name.source.line, 10);
    assert_int_equal(people->groups[2].people[0].name.source.column, 5);
    loaded_finish(&loaded);
}

static void entries_stand_in_their_order(void **state)
{
    static const enum bp_entry_kind kinds[] = {
        BP_ENTRY_APPROVAL, BP_ENTRY_DECLARATION, BP_ENTRY_UPDATE, BP_ENTRY_TEXT,
        BP_ENTRY_ACTION,   BP_ENTRY_UPDATE,      BP_ENTRY_EVENT,  BP_ENTRY_CLOSED,
        BP_ENTRY_APPROVAL, BP_ENTRY_DECLARATION, BP_ENTRY_CHART,  BP_ENTRY_MOTION,
        BP_ENTRY_DECISION, BP_ENTRY_ACTION};
    struct loaded loaded = loaded_meeting(
        "items:\n  - title: a\n"
        "    actions:\n      - {owners: [A, B], action: x, due: Next meeting}\n"
        "    decisions: [Agreed]\n"
        "    motions:\n      - {motion: m, votes: {for: [A, B], against: 0}, result: carried}\n"
        "    minutes:\n"
        "      - words\n"
        "      - {action: y, owner: C, closing: done}\n"
        "      - {action: z, update: u}\n"
        "      - {event: left, time: 19:42}\n"
        "      - closed: {paragraph: 3, from: 23:50, until: 0:20}\n"
        "      - {approval: 2022-01-01}\n"
        "      - {declaration: {person: P, interest: i, item: 1}}\n"
        "      - chart: {title: t, bars: [{label: l, value: 1}]}\n"
        "    updates: [{action: b, update: c}]\n"
        "    declarations: [{person: P, interest: i}]\n"
        "    approvals: [{date: 2022-02-02, corrections: [one, two]}]\n");
    (void)state;
    expect_quiet(&loaded);
    const struct bp_item *item = &loaded.meeting->items[0];
    assert_int_equal(item->n_entries, (int)(sizeof kinds / sizeof *kinds));
    for (int i = 0; i < item->n_entries; i++)
        assert_int_equal(item->entries[i].kind, kinds[i]);
    assert_int_equal(item->entries[0].approval->n_corrections, 2);
    assert_int_equal(item->entries[4].action->status, BP_ACTION_CLOSED);
    assert_int_equal(item->entries[6].event->time.minute, 42);
    assert_string_equal(item->entries[7].closed->paragraph.text, "3");
    assert_int_equal(item->entries[11].motion->vote.in_favour.count, 2);
    assert_int_equal(item->entries[11].motion->vote.against.count, 0);
    assert_int_equal(item->entries[11].motion->vote.abstained.count, -1);
    assert_string_equal(item->entries[10].chart->title.text, "t");
    assert_int_equal(item->entries[13].action->n_owners, 2);
    assert_int_equal(item->entries[13].action->due, BP_DUE_NEXT_MEETING);
    loaded_finish(&loaded);
}

static void an_action_for_the_next_meeting_takes_its_date(void **state)
{
    struct loaded loaded = loaded_meeting("  next: 2022-06-08\n"
                                          "items:\n  - title: a\n    actions:\n"
                                          "      - {owner: A, action: x, due: next meeting}\n"
                                          "      - {owner: A, action: x, due: 2022-05-01}\n"
                                          "      - {owner: A, action: x, due: end of June}\n");
    (void)state;
    expect_quiet(&loaded);
    const struct bp_entry *entries = loaded.meeting->items[0].entries;
    assert_int_equal(entries[0].action->due, BP_DUE_NEXT_MEETING);
    assert_int_equal(entries[0].action->due_date.month, 6);
    assert_int_equal(entries[1].action->due, BP_DUE_DATE);
    assert_int_equal(entries[1].action->due_date.month, 5);
    assert_int_equal(entries[2].action->due, BP_DUE_WORDS);
    assert_string_equal(entries[2].action->due_words.text, "end of June");
    loaded_finish(&loaded);
}

static void the_signature_takes_the_chair_unless_it_names_one(void **state)
{
    static const char *const words[] = {"true", "yes", "On", "TRUE"};
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char text[80];
        snprintf(text, sizeof text, "  chair: Ann Lee\nsignature: %s\n", words[i]);
        struct loaded loaded = loaded_meeting(text);
        expect_quiet(&loaded);
        assert_true(loaded.meeting->signature.wanted);
        assert_string_equal(loaded.meeting->signature.name.text, "Ann Lee");
        loaded_finish(&loaded);
    }
    struct loaded other = loaded_meeting("  chair: Ann Lee\nsignature: {name: Bo, role: Mayor}\n");
    expect_quiet(&other);
    assert_string_equal(other.meeting->signature.name.text, "Bo");
    loaded_finish(&other);
    struct loaded none = loaded_meeting("  chair: Ann Lee\nsignature: no\n");
    expect_quiet(&none);
    assert_false(none.meeting->signature.wanted);
    loaded_finish(&none);
}

static void an_alias_stands_for_its_anchor(void **state)
{
    struct loaded loaded = loaded_meeting("attendees:\n  - &ann {name: Ann Lee}\n"
                                          "items:\n  - title: a\n    lead: &who Bo\n"
                                          "  - title: b\n    lead: *who\nabsent:\n  - *ann\n");
    (void)state;
    assert_int_equal(bp_report_errors(loaded.report), 0);
    assert_string_equal(loaded.meeting->items[1].lead.text, "Bo");
    assert_string_equal(loaded.meeting->absent.groups[0].people[0].name.text, "Ann Lee");
    loaded_finish(&loaded);
}

static void a_byte_order_mark_and_crlf_do_not_matter(void **state)
{
    static const char text[] = "\xEF\xBB\xBFmeeting:\r\n  title: Board\r\n  date: 16.3.2022\r\n";
    struct loaded loaded = loaded_bytes(text, sizeof text - 1);
    (void)state;
    assert_null(loaded.meeting);
    assert_non_null(strstr(loaded.said, "meeting.yaml:3:9: error: "));
    loaded_finish(&loaded);
}

static void a_file_that_is_wrong_twice_is_wrong_both_times(void **state)
{
    static const char text[] = "meeting:\n  titel: Board\n";
    struct bp_bytes bytes = {text, sizeof text - 1};
    struct bp_arena *arena = bp_arena_create();
    struct bp_report *report = bp_report_create();
    (void)state;
    assert_null(bp_load_meeting_bytes(&bytes, "meeting.yaml", ".", arena, report));
    assert_null(bp_load_meeting_bytes(&bytes, "meeting.yaml", ".", arena, report));
    bp_report_destroy(report);
    bp_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pattern_counts_on_in_its_form),
        cmocka_unit_test(levels_have_patterns_of_their_own),
        cmocka_unit_test(numbers_by_hand_are_skipped),
        cmocka_unit_test(sections_have_no_number_and_pass_the_count_on),
        cmocka_unit_test(figures_and_dates_are_the_words_written),
        cmocka_unit_test(people_outside_groups_are_gathered),
        cmocka_unit_test(entries_stand_in_their_order),
        cmocka_unit_test(an_action_for_the_next_meeting_takes_its_date),
        cmocka_unit_test(the_signature_takes_the_chair_unless_it_names_one),
        cmocka_unit_test(an_alias_stands_for_its_anchor),
        cmocka_unit_test(a_byte_order_mark_and_crlf_do_not_matter),
        cmocka_unit_test(a_file_that_is_wrong_twice_is_wrong_both_times),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
