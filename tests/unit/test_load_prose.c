/* SPDX-License-Identifier: MIT */
#include "model/prose.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glib.h>

#include "loaded.h"

/* The tree in one line: P(…) and so on, text as it is. */
static void append(GString *out, const struct bp_prose *prose)
{
    static const char *const names[] = {
        [BP_PROSE_ROOT] = "",       [BP_PROSE_PARAGRAPH] = "p",      [BP_PROSE_HEADING] = "h",
        [BP_PROSE_LIST] = "list",   [BP_PROSE_ITEM] = "item",        [BP_PROSE_QUOTE] = "quote",
        [BP_PROSE_TABLE] = "table", [BP_PROSE_ROW] = "row",          [BP_PROSE_CELL] = "cell",
        [BP_PROSE_RULE] = "rule",   [BP_PROSE_CODE_BLOCK] = "block", [BP_PROSE_NOTE] = "note",
        [BP_PROSE_TEXT] = "",       [BP_PROSE_SPACE] = "_",          [BP_PROSE_BREAK] = "br",
        [BP_PROSE_EMPHASIS] = "em", [BP_PROSE_STRONG] = "strong",    [BP_PROSE_STRIKE] = "del",
        [BP_PROSE_CODE] = "code",   [BP_PROSE_LINK] = "a",           [BP_PROSE_IMAGE] = "img",
        [BP_PROSE_NOTE_REF] = "ref"};
    static const char aligns[] = "-lcr";
    bool bare = prose->kind == BP_PROSE_TEXT || prose->kind == BP_PROSE_ROOT;
    g_string_append(out, names[prose->kind]);
    if (prose->level)
        g_string_append_printf(out, "%d", prose->level);
    if (prose->start)
        g_string_append_printf(out, "%d", prose->start);
    if (prose->kind == BP_PROSE_CELL)
        g_string_append_printf(out, "%c", aligns[prose->align]);
    if (prose->target)
        g_string_append_printf(out, "<%s>", prose->target);
    if (prose->note)
        g_string_append_printf(out, "@%d", prose->note->source.line);
    if (!bare && (prose->first || prose->text))
        g_string_append_c(out, '(');
    if (prose->text)
        g_string_append(out, prose->text);
    for (const struct bp_prose *child = prose->first; child; child = child->next)
        append(out, child);
    if (!bare && (prose->first || prose->text))
        g_string_append_c(out, ')');
}

static struct loaded load_prose(const char *markdown)
{
    GString *text = g_string_new("items:\n  - title: a\n    minutes: |\n");
    char **lines = g_strsplit(markdown, "\n", -1);
    for (char **line = lines; *line; line++)
        g_string_append_printf(text, "%s%s\n", **line ? "      " : "", *line);
    struct loaded loaded = loaded_meeting(text->str);
    g_strfreev(lines);
    g_string_free(text, TRUE);
    return loaded;
}

static void expect(const char *markdown, const char *tree)
{
    struct loaded loaded = load_prose(markdown);
    GString *out = g_string_new(NULL);
    assert_string_equal(loaded.said, "");
    append(out, loaded.meeting->items[0].entries[0].text);
    assert_string_equal(out->str, tree);
    g_string_free(out, TRUE);
    loaded_finish(&loaded);
}

static void blocks_become_a_tree(void **state)
{
    (void)state;
    expect("one\ntwo\n\nthree", "p(one_two)p(three)");
    expect("# A\n### B", "h1(A)h3(B)");
    expect("- a\n- b\n  - c", "list(item(p(a))item(p(b)list(item(p(c)))))");
    expect("4. a\n5. b", "list4(item(p(a))item(p(b)))");
    expect("> a\n> > b", "quote(p(a)quote(p(b)))");
    expect("a\n\n---\n\nb", "p(a)rulep(b)");
    expect("```\nx  y\n```", "block(x  y\n)");
    expect("| a | b |\n|:-:|--:|\n| *c* | |", "table(row(cellc(a)cellr(b))row(cellc(em(c))cellr))");
}

static void inlines_become_a_tree(void **state)
{
    (void)state;
    expect("*a* **b** ~~c~~ `d`", "p(em(a) strong(b) del(c) code(d))");
    expect("a\\\nb", "p(abrb)");
    expect("[a *b*](https://x.uk/y)", "p(a<https://x.uk/y>(a em(b)))");
    expect("[a](papers/b.pdf)", "p(a<papers/b.pdf>(a))");
    expect("![two *bars*](c.png)", "p(img<c.png>(two bars))");
    expect("a[^x] b[^y]\n\n[^y]: Y\n[^x]: X", "p(aref@10 bref@9)note(p(X))note(p(Y))");
}

static void bare_addresses_become_links(void **state)
{
    (void)state;
    expect("see https://x.uk/a_b_c.", "p(see a<https://x.uk/a_b_c>(https://x.uk/a_b_c).)");
    expect("at www.x.uk, or a@b.uk",
           "p(at a<http://www.x.uk>(www.x.uk), or a<mailto:a@b.uk>(a@b.uk))");
}

static void links_to_items_carry_their_number(void **state)
{
    (void)state;
    expect("[a](#1) [b](#item-1)", "p(a<#1>(a) a<#1>(b))");
}

static void punctuation_stays_as_typed(void **state)
{
    (void)state;
    expect("\"a\" -- 'b' ... (c)", "p(\"a\" -- 'b' ... (c))");
}

static void nodes_know_their_place_in_the_file(void **state)
{
    struct loaded loaded = load_prose("é one\n\n- é *two*\n  three");
    (void)state;
    const struct bp_prose *paragraph = loaded.meeting->items[0].entries[0].text->first;
    const struct bp_prose *item = paragraph->next->first;
    const struct bp_prose *emphasis = item->first->first->next;
    assert_int_equal(paragraph->source.line, 7);
    assert_int_equal(paragraph->source.column, 7);
    assert_int_equal(item->source.line, 9);
    assert_int_equal(emphasis->kind, BP_PROSE_EMPHASIS);
    assert_int_equal(emphasis->source.line, 9);
    assert_int_equal(emphasis->source.column, 11);
    assert_int_equal(emphasis->next->next->source.line, 10);
    assert_int_equal(emphasis->next->next->source.column, 9);
    loaded_finish(&loaded);
}

/* Where `minutes`, whatever its YAML form, is said to hold "<b>". */
static void expect_place(const char *minutes, const char *place)
{
    char text[300], start[60];
    snprintf(text, sizeof text, "items:\n  - title: a\n    minutes: %s\n", minutes);
    snprintf(start, sizeof start, "meeting.yaml:%s: error: “<b>”", place);
    struct loaded loaded = loaded_meeting(text);
    if (!strstr(loaded.said, start))
        fail_msg("%s is not in %s", start, loaded.said);
    loaded_finish(&loaded);
}

static void places_are_right_in_every_form_of_text(void **state)
{
    (void)state;
    expect_place("é <b>", "6:16");
    expect_place("\"é <b>\"", "6:17");
    expect_place("|\n\n      é\n      <b>", "9:7");
    expect_place("|2\n        é <b>", "7:11");
    expect_place(">\n      é\n      <b>", "6:14");
    expect_place("é\n      <b>", "6:14");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_become_a_tree),
        cmocka_unit_test(inlines_become_a_tree),
        cmocka_unit_test(bare_addresses_become_links),
        cmocka_unit_test(links_to_items_carry_their_number),
        cmocka_unit_test(punctuation_stays_as_typed),
        cmocka_unit_test(nodes_know_their_place_in_the_file),
        cmocka_unit_test(places_are_right_in_every_form_of_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
