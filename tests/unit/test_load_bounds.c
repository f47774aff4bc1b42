/* SPDX-License-Identifier: MIT */
/* Input that was made to take long or deep: each is answered, in time that grows with its size. */
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glib.h>

#include "loaded.h"

/* Far above what any of these takes, with sanitizers and a busy machine, and far below what a
 * quadratic reader would. */
enum { MOST_SECONDS = 40, MOST_BYTES = 4 << 20 };

static const char items[] = "items:\n  - title: a\n    minutes: |\n";

static void repeat(GString *out, const char *text, int count)
{
    for (int i = 0; i < count; i++)
        g_string_append(out, text);
}

/* Loads and frees `text`; whether it is taken, and the time. */
static bool load(GString *text, const char *said)
{
    gint64 start = g_get_monotonic_time();
    g_string_truncate(text, MIN(text->len, (gsize)MOST_BYTES));
    struct loaded loaded = loaded_bytes(text->str, text->len);
    bool good = loaded.meeting != NULL;
    assert_true(g_get_monotonic_time() - start < (gint64)MOST_SECONDS * 1000000);
    if (!strstr(loaded.said, said))
        fail_msg("“%s” is not in: %.300s", said, loaded.said);
    loaded_finish(&loaded);
    g_string_free(text, TRUE);
    return good;
}

static GString *meeting(const char *rest)
{
    GString *text = g_string_new("meeting:\n  title: Board\n  date: 2022-03-16\n");
    g_string_append(text, rest);
    return text;
}

static GString *yaml(const char *piece, int count)
{
    GString *text = g_string_new(NULL);
    repeat(text, piece, count);
    return text;
}

/* `piece` as lines of Markdown. */
static GString *markdown(const char *piece, int per_line, int lines)
{
    GString *text = meeting(items);
    for (int i = 0; i < lines; i++) {
        g_string_append(text, "      ");
        repeat(text, piece, per_line);
        g_string_append_c(text, '\n');
    }
    return text;
}

static void depth_is_bounded(void **state)
{
    static const char deep[] = "inside more than 64 others";
    (void)state;
    assert_false(load(yaml("[", 100000), deep));
    assert_false(load(yaml("[\n", 100000), deep));
    assert_false(load(yaml("{a: ", 100000), deep));
    assert_false(load(yaml("- ", 100000), deep));
    assert_false(load(yaml("? ", 100000), deep));
    assert_false(load(markdown(">", 100000, 1), "too many lists or quotes"));
    assert_false(load(markdown("+ ", 100000, 1), "too many lists or quotes"));
    assert_false(load(markdown("1. ", 100000, 1), "too many lists or quotes"));
}

static void nested_emphasis_is_bounded(void **state)
{
    GString *text = meeting(items);
    (void)state;
    g_string_append(text, "      ");
    repeat(text, "*", 900);
    g_string_append_c(text, 'a');
    repeat(text, "*", 900);
    assert_false(load(text, "inside too many marks"));
    text = meeting(items);
    g_string_append(text, "      ");
    repeat(text, "*a ", 200);
    repeat(text, "a* ", 200);
    assert_false(load(text, "inside too many marks"));
}

static void many_lines_are_read_in_time(void **state)
{
    (void)state;
    assert_false(load(yaml("\n", 1000000), "this file is empty"));
    assert_false(load(yaml("# a\n", 1000000), "comments only"));
    assert_true(load(markdown("a", 1, 200000), ""));
    assert_true(load(markdown("*", MOST_BYTES, 1), ""));
    assert_true(load(markdown("*a ", 600, 700), ""));
    assert_true(load(markdown("[", 1900, 700), ""));
    assert_true(load(markdown("[a](<b", 300, 700), ""));
    assert_true(load(markdown("_a__b ", 300, 700), ""));
    assert_true(load(markdown("|a|b|", 1, 100000), ""));
}

static void what_cmark_is_slow_at_is_refused(void **state)
{
    (void)state;
    assert_false(load(markdown("![[]()", 300, 1500), "at most 200 pictures"));
    assert_false(load(markdown("|-", 1, 100000), "these lines of dashes are no table"));
    assert_false(load(markdown("|-", 20000, 2), "2,000 letters"));
    assert_false(load(markdown("| - ", 500, 2), "at most 64 columns"));
    assert_false(load(markdown("a@b.uk ", 250, 2000), "2,000 signs “@”"));
    GString *text = markdown("", 0, 0);
    g_string_append(text, "      [a]: ");
    repeat(text, "x", 1900);
    g_string_append_c(text, '\n');
    for (int i = 0; i < 500; i++) {
        g_string_append(text, "\n      ");
        repeat(text, "[a] ", 400);
    }
    assert_false(load(text, "definitions of this length"));
}

static void long_lists_and_tables_load(void **state)
{
    GString *text = meeting("items:\n");
    (void)state;
    repeat(text, "  - title: Item\n", 40000);
    assert_true(load(text, ""));
    text = markdown("", 0, 0);
    g_string_append(text, "      | a | b | c |\n      |---|---|---|\n");
    repeat(text, "      | 1 | 2 | 3 |\n", 100000);
    assert_true(load(text, ""));
}

static void aliases_are_counted_as_what_they_stand_for(void **state)
{
    static const char most[] = "200,000 values";
    GString *text = g_string_new("a: &a [x,x,x,x,x,x,x,x,x]\n");
    (void)state;
    for (char c = 'b'; c < 'm'; c++) {
        g_string_append_printf(text, "%c: &%c [", c, c);
        for (int i = 0; i < 9; i++)
            g_string_append_printf(text, "%s*%c", i ? "," : "", c - 1);
        g_string_append(text, "]\n");
    }
    assert_false(load(text, most));
    text = meeting("x: &a \"");
    repeat(text, "y ", 900000);
    g_string_append(text, "\"\nitems:\n");
    repeat(text, "  - *a\n", 100000);
    assert_false(load(text, most));
    assert_false(load(yaml("- a\n", 250000), most));
}

static void other_floods_are_answered(void **state)
{
    (void)state;
    assert_false(load(yaml("%TAG !a! b\n", 300000), "cannot start with “%”"));
    assert_false(load(yaml("\x93", MOST_BYTES), "0x93"));
    assert_false(load(yaml("a", MOST_BYTES), "this file is text"));
    GString *text = meeting("");
    for (int i = 0; i < 20000; i++)
        g_string_append_printf(text, "  titl%d: T\n", i);
    assert_false(load(text, "has no key “titl0”"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(depth_is_bounded),
        cmocka_unit_test(nested_emphasis_is_bounded),
        cmocka_unit_test(many_lines_are_read_in_time),
        cmocka_unit_test(what_cmark_is_slow_at_is_refused),
        cmocka_unit_test(long_lists_and_tables_load),
        cmocka_unit_test(aliases_are_counted_as_what_they_stand_for),
        cmocka_unit_test(other_floods_are_answered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
