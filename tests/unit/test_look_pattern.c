/* SPDX-License-Identifier: MIT */
#include "load/pattern.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "looked.h"

static const char meeting[] =
    "  start: 9:05\n  chair: ann Lee\n  kind: \"$${meeting.title} $$${\"\n  status: draft\n"
    "items:\n"
    "  - title: One\n"
    "    number: 1\n"
    "    actions:\n"
    "      - owners:\n          - Force\n          - PCC\n          - CE\n"
    "        action: Write *soon*.\n"
    "        due: 2022-06-08\n"
    "  - title: Two\n"
    "    number: 2\n"
    "    minutes: See [one](#1).\n"
    "closing: \"one\\n\\ntwo\"\n";

struct expected {
    const char *text; /* as it stands after "paragraph: " */
    const char *tree;
};

static void expect(const char *more, const struct expected *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char *body = g_strdup_printf("  - paragraph: %s", cases[i].text);
        struct looked looked = looked_body(more, body);
        const char *tree = looked_print(&looked, meeting);
        if (strcmp(tree, cases[i].tree) != 0)
            fail_msg("%s\nis\n%s\nand not\n%s", cases[i].text, tree, cases[i].tree);
        looked_finish(&looked);
        g_free(body);
    }
}

static void words_take_values_and_come_to_nothing_without_them(void **state)
{
    static const struct expected cases[] = {
        {"Hello", "p Hello\n"},
        {"${meeting.title}", "p Board\n"},
        {"\"${meeting.title}: ${meeting.chair}.\"", "p Board: ann Lee.\n"},
        {"Clerk ${meeting.clerk}", ""},
        {"\"${meeting.title} ${meeting.clerk}\"", ""},
        {"${meeting.clerk}", ""},
        {"\"\"", ""},
        {"\" \"", "p  \n"},
    };

    (void)state;
    expect("", cases, G_N_ELEMENTS(cases));
}

static void a_list_is_its_parts_that_are_not_empty(void **state)
{
    static const struct expected cases[] = {
        {"[A, \" ${meeting.clerk}\", B]", "p AB\n"},
        {"[\"${meeting.clerk}\"]", ""},
        {"[]", ""},
        {"[[A, [B]], C]", "p ABC\n"},
        {"{first: [\"${meeting.clerk}\", \"${meeting.chair}\", C]}", "p ann Lee\n"},
        {"{first: [\"${meeting.clerk}\"]}", ""},
        {"{join: [A, \"${meeting.clerk}\", B, C], by: \" · \"}", "p A · B · C\n"},
        {"{join: [A, B]}", "p A, B\n"},
        {"{join: [\"${meeting.clerk}\"], by: x}", ""},
        {"{join: [A, B], by: \"\"}", "p AB\n"},
        {"[\"x\", {text: \"y\", when: meeting.clerk}, {text: z, when: meeting.chair}]", "p xz\n"},
        {"{text: [A, \"${meeting.clerk}\"], when: meeting.title}", "p A\n"},
        {"{text: A, when: not meeting.title}", ""},
    };

    (void)state;
    expect("", cases, G_N_ELEMENTS(cases));
}

static void signs_stand_for_what_a_file_can_not_show(void **state)
{
    static const struct expected cases[] = {
        {"a${tab}b", "p a→b\n"},
        {"a${newline}b", "p a¶b\n"},
        {"$${meeting.title}", "p ${meeting.title}\n"},
        {"\"$${a} ${meeting.title}\"", "p ${a} Board\n"},
        {"5$ or $5", "p 5$ or $5\n"},
        {"\"$$5 }\"", "p $$5 }\n"},
        /* the data's own words are never read as values; $${ is their ${ too */
        {"${meeting.kind}", "p ${meeting.title} $${\n"},
        {"${tab}", "p →\n"},
    };

    (void)state;
    expect("", cases, G_N_ELEMENTS(cases));
}

static void filters_make_other_words_of_a_value(void **state)
{
    static const struct expected cases[] = {
        {"${meeting.date}", "p 16~March 2022\n"},
        {"${meeting.date | day}", "p Wednesday 16~March 2022\n"},
        {"${meeting.date | short}", "p 16/03/2022\n"},
        {"${meeting.date | own}", "p 16. of 3\n"},
        {"${meeting.start}", "p 09:05\n"},
        {"${meeting.start | clock}", "p 9.05~am\n"},
        {"${meeting.chair | capital}", "p Ann Lee\n"},
        {"[\"${meeting.clerk | capital}\", \"${meeting.chair}\"]", "p ann Lee\n"},
        {"${words.low | capital}", "p Low words\n"},
        {"${meeting.items | count}", "p 2\n"},
        {"${meeting.attendees | count}", "p 0\n"},
        {"${meeting.chair | count}", "p 1\n"},
        {"${meeting.status | words}", "p A draft\n"},
        {"${meeting.closing | line}", ""},
    };

    (void)state;
    expect("formats:\n  own: d. 'of' M\n  clock: h.mm a\n"
           "wording:\n  low: low words\n  draft: A draft\n  approved: Approved\n",
           cases, G_N_ELEMENTS(cases));
}

static void words_have_styles_emphasis_and_links(void **state)
{
    static const struct expected cases[] = {
        {"[\"a \", {text: b, style: strong}, \" c\"]", "p a |b:b| c\n"},
        {"{text: b, style: note-text}", "p s:b\n"},
        {"{text: b, emphasis: yes}", "p i:e:b\n"},
        {"{text: [a, {text: b, emphasis: yes}], style: strong}", "p b:a|b:i:e:b\n"},
        {"{text: home, link: https://example.org/}", "p <https://example.org/>home\n"},
        {"{text: home, link: \"https://example.org/${meeting.chair}\"}",
         "p <https://example.org/ann Lee>home\n"},
        {"{text: home, link: \"${meeting.clerk}\"}", "p home\n"},
        {"{text: nowhere, link: \"#nowhere\"}", "p nowhere\n"},
        {"{first: [\"${meeting.clerk}\", b], style: strong}", "p b:b\n"},
    };

    (void)state;
    expect("", cases, G_N_ELEMENTS(cases));
}

static void lists_are_printed_as_they_are_spoken(void **state)
{
    struct looked looked = looked_body("", "  - paragraph: ${action.owners}\n"
                                           "    each: meeting.actions\n    as: action\n"
                                           "  - paragraph: ${action.action | line}\n"
                                           "    each: meeting.actions\n    as: action\n"
                                           "  - paragraph: ${loop.index} of ${loop.count}\n"
                                           "    each: meeting.items\n    as: item");

    (void)state;
    assert_string_equal(looked_print(&looked, meeting), "p Force, PCC and CE\n"
                                                        "p Write |i:e:soon|.\n"
                                                        "p 1 of 2\np 2 of 2\n");
    looked_finish(&looked);
}

static void prose_is_the_first_text_that_there_is(void **state)
{
    static const struct expected cases[] = {
        {"${meeting.closing}", "p one\np two\n"},
        {"{first: [\"${meeting.contact}\", \"${meeting.closing}\"]}", "p one\np two\n"},
        {"${meeting.contact}", ""},
        {"{first: [{text: \"${meeting.closing}\", when: meeting.clerk}]}", ""},
    };

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        char *body = g_strdup_printf("  - prose: %s", cases[i].text);
        struct looked looked = looked_body("", body);
        assert_string_equal(looked_print(&looked, meeting), cases[i].tree);
        looked_finish(&looked);
        g_free(body);
    }
}

static void a_lead_goes_before_prose_and_not_without_it(void **state)
{
    struct looked looked =
        looked_body("", "  - prose: ${meeting.closing}\n    lead:\n      - text: Closed\n"
                        "        style: strong\n      - \": \"\n"
                        "  - prose: ${meeting.contact}\n    lead: \"Contact: \"\n"
                        "  - prose: ${meeting.closing}\n    lead: ${meeting.clerk}");

    (void)state;
    assert_string_equal(looked_print(&looked, meeting), "p b:Closed|: one\np two\np one\np two\n");
    looked_finish(&looked);
}

static void wordings_print_wordings(void **state)
{
    static const struct expected cases[] = {
        {"${words.a}", "p a b\n"},
        {"${words.none}", ""},
        {"[x, \"${words.none}\"]", "p x\n"},
        {"{first: [\"${words.none}\", y]}", "p y\n"},
        {"\"${words.a} and ${words.b}\"", "p a b and b\n"},
    };

    (void)state;
    expect("wording:\n  a: a ${words.b}\n  b: b\n  none: the ${meeting.clerk}\n", cases,
           G_N_ELEMENTS(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_take_values_and_come_to_nothing_without_them),
        cmocka_unit_test(a_list_is_its_parts_that_are_not_empty),
        cmocka_unit_test(signs_stand_for_what_a_file_can_not_show),
        cmocka_unit_test(filters_make_other_words_of_a_value),
        cmocka_unit_test(words_have_styles_emphasis_and_links),
        cmocka_unit_test(lists_are_printed_as_they_are_spoken),
        cmocka_unit_test(prose_is_the_first_text_that_there_is),
        cmocka_unit_test(a_lead_goes_before_prose_and_not_without_it),
        cmocka_unit_test(wordings_print_wordings),
    };

    return cmocka_run_group_tests(tests, looked_enter, looked_leave);
}
