/* SPDX-License-Identifier: MIT */
#include "load/expression.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "looked.h"

static void print_path(const struct bp_path *path, GString *out)
{
    for (int i = 0; i < path->n_names; i++)
        g_string_append_printf(out, "%s%s", i > 0 ? "." : "", path->names[i]);
    for (int i = 0; i < path->n_filters; i++)
        g_string_append_printf(out, "|%s", path->filters[i]);
}

/* "(or a (and b (is c "x")))" */
static void print_test(const struct bp_test *test, GString *out)
{
    static const char *const kinds[] = {"or",     "and",      "not",    "there", "is",
                                        "number", "contains", "begins", "<",     ">"};
    if (test->kind == BP_TEST_THERE) {
        print_path(&test->left, out);
        return;
    }
    g_string_append_printf(out, "(%s", kinds[test->kind]);
    if (test->kind > BP_TEST_NOT) {
        g_string_append_c(out, ' ');
        print_path(&test->left, out);
    }
    for (const struct bp_test *part = test->first; part; part = part->next) {
        g_string_append_c(out, ' ');
        print_test(part, out);
    }
    if (test->literal)
        g_string_append_printf(out, " \"%s\"", test->literal);
    else if (test->right.n_names > 0) {
        g_string_append_c(out, ' ');
        print_path(&test->right, out);
    }
    g_string_append_c(out, ')');
}

/* What the text is read as, or what is said of it, with its column. To be freed. */
static char *read_back(const char *text, bool condition)
{
    struct bp_arena *arena = bp_arena_create();
    struct bp_report *report = bp_report_create();
    struct bp_yaml node = {.kind = BP_YAML_TEXT, .source = {"x", 1, 1}};
    struct bp_draft draft;
    struct bp_path path;
    GString *out = g_string_new(NULL);

    node.text = text;
    node.plain = node.one_line = node.literal = true;
    node.indent = -1;
    bp_draft_init(&draft, arena, report);
    struct bp_test *test = condition ? bp_test_read(&draft, &node) : NULL;
    if (test)
        print_test(test, out);
    else if (!condition && bp_path_read(&draft, &node, &path))
        print_path(&path, out);
    else {
        char *said = composed_said(report);
        g_string_append(out, said);
        free(said);
    }
    bp_draft_finish(&draft);
    bp_report_destroy(report);
    bp_arena_destroy(arena);
    return g_string_free(out, FALSE);
}

struct expected {
    const char *text;
    const char *read;
};

static void expect(const struct expected *cases, size_t n, bool condition)
{
    for (size_t i = 0; i < n; i++) {
        char *said = read_back(cases[i].text, condition);
        if (!(*cases[i].read == '!' ? strstr(said, cases[i].read + 1) != NULL
                                    : strcmp(said, cases[i].read) == 0))
            fail_msg("“%s” is read as\n%s\nand not as\n%s", cases[i].text, said, cases[i].read);
        g_free(said);
    }
}

static void a_path_is_names_with_dots_and_filters_with_bars(void **state)
{
    static const struct expected cases[] = {
        {"meeting", "meeting"},
        {"meeting.title", "meeting.title"},
        {"  meeting.title  ", "meeting.title"},
        {"a.b.c.d.e.f.g.h", "a.b.c.d.e.f.g.h"},
        {"item.due-day", "item.due-day"},
        {"register.days_open", "register.days_open"},
        {"meeting.date | day", "meeting.date|day"},
        {"meeting.date|short", "meeting.date|short"},
        {"a | b | c | d | e", "a|b|c|d|e"},
        {"words.2nd", "words.2nd"},
        {"", "!1:1: error: a name is missing here"},
        {"   ", "!a name is missing here"},
        {"a.", "!a name is missing here"},
        {".a", "!“.a” can’t stand here"},
        {"a..b", "!1:3: error: “.b” can’t stand here"},
        {"a b", "!1:3: error: “b” can’t stand here"},
        {"a |", "!the name of a filter is missing"},
        {"a | | b", "!the name of a filter is missing"},
        {"a | b | c | d | e | f", "!one filter too many; write at most 4"},
        {"a.b.c.d.e.f.g.h.i", "!no value has so many names; write at most 8"},
        {"${a}", "!write the name alone, without “${” and “}”"},
        {"naïve", "!1:3: error: “ïve” can’t stand here"},
        {"a is b", "!1:3: error: “is b” can’t stand here"},
    };

    (void)state;
    expect(cases, G_N_ELEMENTS(cases), false);
}

static void a_condition_asks_one_thing(void **state)
{
    static const struct expected cases[] = {
        {"meeting.chair", "meeting.chair"},
        {"not meeting.chair", "(not meeting.chair)"},
        {"not not a", "(not (not a))"},
        {"a is closed", "(is a \"closed\")"},
        {"a is not closed", "(not (is a \"closed\"))"},
        {"not a is closed", "(not (is a \"closed\"))"},
        {"a is b.c", "(is a b.c)"},
        {"a is \"two words\"", "(is a \"two words\")"},
        {"a is 'two \"words\"'", "(is a \"two \"words\"\")"},
        {"a is \"\"", "(is a \"\")"},
        {"a is number", "(number a)"},
        {"a is not number", "(not (number a))"},
        {"a is numbers", "(is a \"numbers\")"},
        {"a contains Chair", "(contains a \"Chair\")"},
        {"a contains words.chair", "(contains a words.chair)"},
        {"a begins with 'the '", "(begins a \"the \")"},
        {"a < 3", "(< a \"3\")"},
        {"a|count>1", "(> a|count \"1\")"},
        {"action.completed < meeting.date", "(< action.completed meeting.date)"},
        {"a.b | count is 0", "(is a.b|count \"0\")"},
        {"island", "island"},
        {"not-this", "not-this"},
        {"a\n  and b", "(and a b)"},
    };

    (void)state;
    expect(cases, G_N_ELEMENTS(cases), true);
}

static void and_binds_closer_than_or_and_not_closest(void **state)
{
    static const struct expected cases[] = {
        {"a and b", "(and a b)"},
        {"a or b", "(or a b)"},
        {"a and b and c", "(and a b c)"},
        {"a or b or c", "(or a b c)"},
        {"a and b or c", "(or (and a b) c)"},
        {"a or b and c", "(or a (and b c))"},
        {"a and b or c and d", "(or (and a b) (and c d))"},
        {"not a and b", "(and (not a) b)"},
        {"not a or not b", "(or (not a) (not b))"},
        {"a is x and b is y or c", "(or (and (is a \"x\") (is b \"y\")) c)"},
        {"a and android", "(and a android)"},
    };

    (void)state;
    expect(cases, G_N_ELEMENTS(cases), true);
}

static void a_wrong_condition_is_told_where_it_goes_wrong(void **state)
{
    static const struct expected cases[] = {
        {"", "!1:1: error: a name is missing here"},
        {"not", "!1:4: error: a name is missing here"},
        {"a and", "!1:6: error: a name is missing here"},
        {"or b", "!1:4: error: “b” can’t stand here"},
        {"a is", "!1:5: error: a name is missing here"},
        {"a is not", "!a name is missing here"},
        {"a = b", "!1:3: error: “= b” can’t stand here; write “is”"},
        {"a == b", "!write “is”"},
        {"a != b", "!write “is not”"},
        {"a & b", "!1:3: error: “& b” can’t stand here"},
        {"(a or b) and c", "!write the condition without brackets"},
        {"a is \"b", "!1:6: error: no \" closes this one"},
        {"a is 'b", "!no ' closes this one"},
        {"a begins x", "!1:10: error: “begins” needs “with” after it"},
        {"a begins with", "!a name is missing here"},
        {"a is b c", "!1:8: error: “c” can’t stand here"},
        {"a <= 3", "!1:4: error: “= 3” can’t stand here"},
        {"${a}", "!write the name alone, without “${” and “}”"},
        {"a, b", "!“, b” can’t stand here"},
    };

    (void)state;
    expect(cases, G_N_ELEMENTS(cases), true);
}

static void a_condition_has_a_bound(void **state)
{
    GString *text = g_string_new("a");
    (void)state;
    for (int i = 0; i < 30; i++)
        g_string_append(text, " or b");
    char *said = read_back(text->str, true);
    assert_true(g_str_has_prefix(said, "(or a b"));
    g_free(said);
    g_string_append(text, " or b or b");
    said = read_back(text->str, true);
    assert_non_null(strstr(said, "more than 32 parts"));
    g_free(said);
    for (int i = 0; i < 100; i++)
        g_string_prepend(text, "not ");
    said = read_back(text->str, true);
    assert_non_null(strstr(said, "so many words"));
    g_free(said);
    g_string_free(text, TRUE);
}

/* Of a meeting with a chair and two items, draft, on 16 March 2022 at 10:00. */
static void conditions_hold_of_the_data_or_not(void **state)
{
    static const char meeting[] = "  start: 10:00\n  chair: The Mayor\n  status: draft\n"
                                  "  venue: 3 High Street\n"
                                  "items:\n  - title: A\n  - title: B\n";
    static const struct {
        const char *condition;
        bool holds;
    } cases[] = {
        {"meeting.chair", true},
        {"meeting.clerk", false},
        {"not meeting.clerk", true},
        {"meeting.next", true},
        {"meeting.next.date", false},
        {"meeting.items", true},
        {"meeting.attendees", false},
        {"meeting.signature", false},
        {"meeting.status is draft", true},
        {"meeting.status is approved", false},
        {"meeting.status is not approved", true},
        {"meeting.chair is \"The Mayor\"", true},
        {"meeting.chair is \"the mayor\"", false},
        {"meeting.chair contains mayor", true},
        {"meeting.chair contains \"\"", false},
        {"meeting.chair begins with 'the '", true},
        {"meeting.chair begins with mayor", false},
        {"meeting.venue is number", true},
        {"meeting.chair is number", false},
        {"meeting.clerk is number", false},
        {"meeting.items | count is 2", true},
        {"meeting.items | count > 1", true},
        {"meeting.items | count > 2", false},
        {"meeting.items | count < 3", true},
        {"meeting.attendees | count", false},
        {"meeting.attendees | count is 0", true},
        {"meeting.date is \"16 March 2022\"", true},
        {"meeting.date < meeting.approved", false},
        {"meeting.date > meeting.approved", false},
        {"meeting.start < meeting.close", false},
        {"meeting.clerk or meeting.chair", true},
        {"meeting.clerk and meeting.chair", false},
        {"meeting.chair or meeting.clerk and meeting.held", true},
        {"not meeting.clerk and not meeting.held", true},
        {"words.and", true},
        {"meeting.title is meeting.title", true},
        {"meeting.title is meeting.chair", false},
    };

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        char *body = g_strdup_printf(
            "  - paragraph: yes\n    when: >\n      %s\n  - paragraph: end", cases[i].condition);
        struct looked looked = looked_body("", body);
        const char *tree = looked_print(&looked, meeting);
        if (strcmp(tree, cases[i].holds ? "p yes\np end\n" : "p end\n") != 0)
            fail_msg("%s: %s", cases[i].condition, tree);
        looked_finish(&looked);
        g_free(body);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_is_names_with_dots_and_filters_with_bars),
        cmocka_unit_test(a_condition_asks_one_thing),
        cmocka_unit_test(and_binds_closer_than_or_and_not_closest),
        cmocka_unit_test(a_wrong_condition_is_told_where_it_goes_wrong),
        cmocka_unit_test(a_condition_has_a_bound),
        cmocka_unit_test(conditions_hold_of_the_data_or_not),
    };

    return cmocka_run_group_tests(tests, looked_enter, looked_leave);
}
