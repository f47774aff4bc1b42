/* SPDX-License-Identifier: MIT */
#include "load/style.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "load/measure.h"
#include "looked.h"

#define near(a, b) assert_true(fabs((a) - (b)) < 0.005)

/* A layout over base with this after its head. */
static struct looked with(const char *rest)
{
    char *text = g_strdup_printf("layout:\n  extends: base\n  prints: meeting\n%s"
                                 "body:\n  - paragraph: x\n",
                                 rest);
    struct looked looked = looked_at(text);
    g_free(text);
    return looked;
}

static const struct bp_look_style *style(const struct looked *looked, const char *name)
{
    if (!looked->look)
        fail_msg("%s", looked->said);
    return composed_style(looked->look, name);
}

static void a_style_starts_from_the_document_or_from_the_one_that_it_is_like(void **state)
{
    struct looked looked =
        with("styles:\n"
             "  document:\n    size: 10\n    leading: 14\n    colour: \"#102030\"\n"
             "  one:\n    space-before: 3\n"
             "  two:\n    like: one\n    size: 20\n    italic: yes\n"
             "  three:\n    like: two\n    space-before: 0\n    weight: bold\n");
    const struct bp_style *one = &style(&looked, "one")->style;
    const struct bp_style *two = &style(&looked, "two")->style;
    const struct bp_style *three = &style(&looked, "three")->style;

    (void)state;
    near(one->type.size, 10);
    near(one->leading, 14);
    near(one->space_before, 3);
    assert_int_equal(one->type.colour, 0x102030);
    assert_int_equal(one->type.weight, 400);
    near(two->space_before, 3);
    near(two->type.size, 20);
    assert_true(two->type.italic && !one->type.italic);
    near(three->space_before, 0);
    near(three->type.size, 20);
    assert_true(three->type.italic);
    assert_int_equal(three->type.weight, 700);
    assert_string_equal(three->name, "three");
    looked_finish(&looked);
}

/* Spaces and rules are the document's own: only its type and leading are passed on. */
static void of_the_document_only_the_type_is_taken(void **state)
{
    struct looked looked = with("styles:\n  document:\n    space-before: 7\n    fill: \"#FFFFFF\"\n"
                                "  one: {}\n");

    (void)state;
    near(style(&looked, "one")->style.space_before, 0);
    assert_false(style(&looked, "one")->style.has_fill);
    looked_finish(&looked);
}

static void lengths_have_units(void **state)
{
    static const struct {
        const char *length;
        double points;
    } cases[] = {{"12", 12},     {"12 pt", 12}, {"12pt", 12},  {"25.4 mm", 72}, {"2.54 cm", 72},
                 {"1 in", 72},   {"1 em", 20},  {"0.5em", 10}, {"1 line", 16},  {"0.5 lines", 8},
                 {"50 %", 10},   {"150%", 30},  {"0", 0},      {"0.25", 0.25},  {".5 lines", -1},
                 {"-2", -1},     {"1e3", -1},   {"12 px", -1}, {"1,5", -1},     {"x", -1},
                 {"1 2", -1},    {"0x10", -1},  {"inf", -1},   {"nan", -1},     {"14401", -1},
                 {"5 mm mm", -1}};

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        char *rest = g_strdup_printf("styles:\n  document:\n    leading: 16\n"
                                     "  one:\n    size: 20\n    space-before: %s\n",
                                     cases[i].length);
        struct looked looked = with(rest);
        if ((looked.look != NULL) != (cases[i].points >= 0))
            fail_msg("%s: %s", cases[i].length, looked.said);
        if (looked.look)
            near(style(&looked, "one")->style.space_before, cases[i].points);
        looked_finish(&looked);
        g_free(rest);
    }
}

static void sizes_and_leading_are_of_the_documents(void **state)
{
    struct looked looked =
        with("styles:\n  document:\n    size: 10\n    leading: 15\n"
             "  one:\n    size: 120 %\n    leading: 2 lines\n  two:\n    leading: 120 %\n"
             "  three:\n    size: 1.5 em\n");

    (void)state;
    near(style(&looked, "one")->style.type.size, 12);
    near(style(&looked, "one")->style.leading, 30);
    near(style(&looked, "two")->style.leading, 18);
    near(style(&looked, "three")->style.type.size, 15);
    looked_finish(&looked);
}

static void a_layer_changes_only_what_it_names(void **state)
{
    struct looked before = with("");
    struct looked after = with("styles:\n  title:\n    size: 30\n");
    struct bp_look_style title = *style(&after, "title");
    const struct bp_look_style *old = style(&before, "title");

    (void)state;
    near(title.style.type.size, 30);
    assert_true(title.style.type.weight == old->style.type.weight &&
                title.style.leading == old->style.leading &&
                title.style.space_after == old->style.space_after &&
                title.style.type.colour == old->style.type.colour &&
                title.style.column == old->style.column &&
                title.style.keep_with_next == old->style.keep_with_next);
    assert_int_equal(before.look->n_styles, after.look->n_styles);
    looked_finish(&before);
    looked_finish(&after);
}

static void a_changed_name_changes_all_that_have_it(void **state)
{
    struct looked looked = with("colours:\n  accent: \"#800000\"\n  mine: accent\n"
                                "fonts:\n  heading: Lato\n"
                                "styles:\n  one:\n    colour: mine\n    font: heading\n"
                                "  two:\n    font: Carlito\n");

    (void)state;
    assert_int_equal(style(&looked, "title")->style.type.colour, 0x800000);
    assert_string_equal(style(&looked, "title")->style.type.family, "Lato");
    assert_int_equal(style(&looked, "one")->style.type.colour, 0x800000);
    assert_string_equal(style(&looked, "one")->style.type.family, "Lato");
    assert_string_equal(style(&looked, "two")->style.type.family, "Carlito");
    looked_finish(&looked);
}

static void a_style_knows_what_it_says_itself(void **state)
{
    struct looked looked = with("styles:\n  one:\n    weight: bold\n    space-before: 3\n"
                                "  two:\n    like: one\n    colour: ink\n"
                                "  three: {}\n");

    (void)state;
    assert_int_equal(style(&looked, "one")->said, BP_TYPE_WEIGHT);
    assert_int_equal(style(&looked, "two")->said, BP_TYPE_WEIGHT | BP_TYPE_COLOUR);
    assert_int_equal(style(&looked, "three")->said, 0);
    looked_finish(&looked);
}

static void every_key_reaches_its_property(void **state)
{
    struct looked looked =
        with("styles:\n  one:\n    hanging: 14\n    turnover: 3\n    indent: 2\n    align: end\n"
             "    column: full\n    label: side\n    keep-with-next: yes\n"
             "    keep-with-previous: true\n    keep-together: yes\n    new-page: yes\n"
             "    orphans: 3\n    widows: 4\n    tab: 48\n    end-tab: yes\n    fill: tint\n"
             "    bar: 2\n    padding-x: 5\n    padding-y: 6\n    rule: 0.5\n    rule-above: 1\n"
             "    rule-below: 2\n    rule-gap: 3\n    rule-colour: \"abcdef\"\n    rise: 1\n"
             "    tabular: yes\n    text: label\n    lead-in: lead-in\n    list-text: note-text\n"
             "    marks:\n      - (a)\n      - i)\n"
             "  none:\n    like: one\n    fill: none\n    keep-with-next: no\n");
    const struct bp_look_style *one = style(&looked, "one");
    const struct bp_style *s = &one->style;

    (void)state;
    assert_true(s->hanging == 14 && s->turnover == 3 && s->indent == 2 &&
                s->align == BP_ALIGN_END && s->keep_with_next && s->keep_with_previous &&
                s->keep_together && s->new_page && s->orphans == 3 && s->widows == 4 &&
                s->tab == 48 && s->has_fill && s->fill == 0xECF2F6 && s->bar == 2 &&
                s->padding_x == 5 && s->padding_y == 6 && s->rule == 0.5 && s->rule_above == 1 &&
                s->rule_below == 2 && s->rule_gap == 3 && s->rule_colour == 0xABCDEF &&
                s->type.rise == 1 && s->type.tabular);
    assert_ptr_equal(one->text, style(&looked, "label"));
    assert_ptr_equal(one->lead_in, style(&looked, "lead-in"));
    assert_ptr_equal(one->list_text, style(&looked, "note-text"));
    assert_int_equal(one->n_marks, 2);
    assert_string_equal(one->marks[1], "i)");
    assert_false(style(&looked, "none")->style.has_fill);
    assert_false(style(&looked, "none")->style.keep_with_next);
    looked_finish(&looked);
}

static void styles_in_a_circle_are_told_of(void **state)
{
    struct looked looked = with("styles:\n  one:\n    like: two\n  two:\n    like: three\n"
                                "  three:\n    like: one\n");

    (void)state;
    assert_null(looked.look);
    assert_non_null(strstr(looked.said, "is like itself, by way of others"));
    looked_finish(&looked);
}

static void a_chain_of_styles_has_a_bound(void **state)
{
    GString *rest = g_string_new("styles:\n");

    (void)state;
    for (int i = 0; i < 1000; i++)
        g_string_append_printf(rest, "  a%d:\n    like: a%d\n", i, i + 1);
    g_string_append(rest, "  a1000: {}\n");
    struct looked looked = with(rest->str);
    assert_null(looked.look);
    assert_non_null(strstr(looked.said, "by way of more than 24 others"));
    looked_finish(&looked);
    g_string_free(rest, TRUE);
}

static void contrast_is_that_of_wcag(void **state)
{
    static const struct {
        bp_colour text;
        bp_colour ground;
        double ratio;
    } cases[] = {
        {0x000000, 0xFFFFFF, 21},   {0xFFFFFF, 0xFFFFFF, 1},    {0x767676, 0xFFFFFF, 4.54},
        {0x777777, 0xFFFFFF, 4.48}, {0x949494, 0xFFFFFF, 3.03}, {0xFF0000, 0xFFFFFF, 4.00},
        {0x0000FF, 0xFFFFFF, 8.59}, {0x008000, 0xFFFFFF, 5.14}, {0x12436D, 0xFFFFFF, 10.25}};

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        near(bp_colour_contrast(cases[i].text, cases[i].ground), cases[i].ratio);
        near(bp_colour_contrast(cases[i].ground, cases[i].text), cases[i].ratio);
    }
}

static void a_colour_is_six_hexadecimal_figures(void **state)
{
    static const char *const good[] = {"#12436D", "12436d", "#000000", "ffffff"};
    static const char *const bad[] = {"", "#", "#fff", "#12436", "#12436DD", "12436G", "##2436D"};
    bp_colour colour;

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(good); i++)
        assert_true(bp_colour_parse(good[i], &colour));
    assert_true(bp_colour_parse("#12436D", &colour) && colour == 0x12436D);
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
        assert_false(bp_colour_parse(bad[i], &colour));
}

static void text_is_held_against_what_it_stands_on(void **state)
{
    static const struct {
        const char *rest;
        const char *said; /* NULL: nothing */
    } cases[] = {
        {"colours:\n  grey: \"#767676\"\n", NULL},
        {"colours:\n  grey: \"#777777\"\nbody:\n  - paragraph: x\n    style: label\n",
         "#777777 on #FFFFFF has a contrast of 4.47 to 1; write a darker one"},
        {"styles:\n  dark:\n    fill: \"#000000\"\n    text: pale\n  pale:\n    colour: "
         "\"#FFFFFF\"\n"
         "body:\n  - panel:\n      - paragraph: x\n        style: pale\n    style: dark\n",
         NULL},
        {"styles:\n  dark:\n    fill: \"#000000\"\nbody:\n"
         "  - panel:\n      - paragraph: x\n        style: body\n    style: dark\n",
         "on #000000 has a contrast of"},
        {"styles:\n  dark:\n    fill: \"#000000\"\nbody:\n"
         "  - panel:\n      - paragraph: x\n        style: body\n    style: dark\n",
         "write a lighter ground"},
        {"styles:\n  head-row:\n    fill: \"#333333\"\nbody:\n  - prose: ${meeting.closing}\n",
         "on #333333"},
        {"styles:\n  header:\n    colour: \"#BBBBBB\"\nheader:\n  every:\n    start: x\n"
         "body:\n  - paragraph: x\n",
         "#BBBBBB on #FFFFFF"},
        {"colours:\n  chart-2: \"#28A197\"\n", NULL},
        {"colours:\n  chart-2: \"#A1D8D3\"\n", "the chart colour #A1D8D3"},
    };

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        bool whole = strstr(cases[i].rest, "body:") != NULL;
        char *text = g_strdup_printf("layout:\n  extends: base\n  prints: meeting\n%s%s",
                                     cases[i].rest, whole ? "" : "body:\n  - paragraph: x\n");
        struct looked looked = looked_at(text);
        if (cases[i].said ? !strstr(looked.said, cases[i].said) : *looked.said != '\0')
            fail_msg("%s\n%s", cases[i].rest, looked.said);
        looked_finish(&looked);
        g_free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_style_starts_from_the_document_or_from_the_one_that_it_is_like),
        cmocka_unit_test(of_the_document_only_the_type_is_taken),
        cmocka_unit_test(lengths_have_units),
        cmocka_unit_test(sizes_and_leading_are_of_the_documents),
        cmocka_unit_test(a_layer_changes_only_what_it_names),
        cmocka_unit_test(a_changed_name_changes_all_that_have_it),
        cmocka_unit_test(a_style_knows_what_it_says_itself),
        cmocka_unit_test(every_key_reaches_its_property),
        cmocka_unit_test(styles_in_a_circle_are_told_of),
        cmocka_unit_test(a_chain_of_styles_has_a_bound),
        cmocka_unit_test(contrast_is_that_of_wcag),
        cmocka_unit_test(a_colour_is_six_hexadecimal_figures),
        cmocka_unit_test(text_is_held_against_what_it_stands_on),
    };

    return cmocka_run_group_tests(tests, looked_enter, looked_leave);
}
