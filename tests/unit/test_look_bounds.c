/* SPDX-License-Identifier: MIT */
/* Layouts that are long, deep or endless: each ends soon, with a document or an error. */
#include "load/look.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "looked.h"

enum { MOST_SECONDS = 60 }; /* with sanitizers, on a busy machine; without them one or two */

static const char items[] = "items:\n  - title: A\n  - title: B\n  - title: C\n  - title: D\n"
                            "  - title: E\n  - title: F\n";

/* What `n` repetitions of `pattern`, each with its number (%1$d) and the next one (%2$d), come to
 * in a layout; `said` is what is said of it, "" for a document. */
static void expect(const char *more, const char *pattern, int n, const char *after,
                   const char *said)
{
    gint64 start = g_get_monotonic_time();
    GString *text = g_string_new("layout:\n  extends: base\n  prints: meeting\n");
    g_string_append(text, more);
    for (int i = 0; i < n; i++) {
        char **parts = g_strsplit(pattern, "#", -1);
        char *own = g_strdup_printf("%d", i), *next = g_strdup_printf("%d", i + 1);
        for (char **part = parts; *part; part++) {
            const char *rest = *part;
            if (part != parts)
                g_string_append(text, *rest == '+' ? next : own);
            g_string_append(text, part != parts && *rest == '+' ? rest + 1 : rest);
        }
        g_strfreev(parts);
        g_free(own);
        g_free(next);
    }
    g_string_append(text, after);
    struct looked looked = looked_at(text->str);
    const char *tree = looked_print(&looked, items);
    char *late = composed_said(looked.report);
    if (*said ? !strstr(late, said) : *late != '\0')
        fail_msg("%s%s\nsays %s\nand not %s", more, pattern, late, said);
    assert_true(*said || *tree);
    free(late);
    looked_finish(&looked);
    g_string_free(text, TRUE);
    assert_true(g_get_monotonic_time() - start < (gint64)MOST_SECONDS * G_USEC_PER_SEC);
}

static const char use[] = "body:\n  - use: p0\n";
static const char say[] = "body:\n  - paragraph: ${words.w0}\n";

static void wordings_that_double_end(void **state)
{
    (void)state;
    expect("wording:\n", "  w#: \"${words.w#+}${words.w#+}\"\n", 10,
           "  w10: x\nbody:\n"
           "  - paragraph: ${words.w0}\n",
           "");
    expect("wording:\n", "  w#: \"${words.w#+}${words.w#+}\"\n", 30,
           "  w30: x\nbody:\n"
           "  - paragraph: ${words.w0}\n",
           "stands in more than 24 others");
    expect("wording:\n", "  w#: \"${words.w#+}${words.w#+}\"\n", 23,
           "  w23: x\nbody:\n"
           "  - paragraph: ${words.w0}\n  - paragraph: ${words.w0}\n",
           "the document comes to more");
    expect("wording:\n", "  w#:\n    when: words.w#+ and words.w#+\n    text: x\n", 23,
           "  w23: x\nbody:\n  - paragraph: ${words.w0}\n", "the document comes to more work");
    expect("wording:\n", "  w#: ${words.w#+}\n", 1900, "  w1900: ${words.w0}\n",
           "no blocks to print");
    expect("wording:\n  w1900: ${words.w0}\n", "  w#: ${words.w#+}\n", 1900, say,
           "stands in more than 24 others");
}

static void parts_that_use_parts_end(void **state)
{
    (void)state;
    expect("parts:\n", "  p#:\n    - use: p#+\n", 30,
           "  p30:\n    - paragraph: x\nbody:\n  - use: p0\n", "");
    expect("parts:\n", "  p#:\n    - use: p#+\n", 1900,
           "  p1900:\n    - paragraph: x\nbody:\n  - use: p0\n", "by way of more than 40 others");
    /* twice in each part, under other names: as many ways as there are grains of rice */
    expect("parts:\n",
           "  p#:\n    - use: p#+\n      each: meeting.items\n      as: a#\n"
           "    - use: p#+\n      each: meeting.items\n      as: b#\n",
           30, "  p30:\n    - paragraph: x\nbody:\n  - use: p0\n", "too many ways");
    (void)use;
}

static void the_entries_of_a_list_for_each_of_its_entries_end(void **state)
{
    (void)state;
    expect("parts:\n", "  p#:\n    - use: p#+\n      each: meeting.items\n      as: a\n", 4,
           "  p4:\n    - paragraph: x\nbody:\n  - use: p0\n", "");
    expect("parts:\n", "  p#:\n    - use: p#+\n      each: meeting.items\n      as: a\n", 12,
           "  p12:\n    - paragraph: x\nbody:\n  - use: p0\n", "more blocks than any needs");
    expect("parts:\n", "  p#:\n    - use: p#+\n      each: meeting.items\n      as: a\n", 12,
           "  p12:\n    - paragraph: ${a.lead}\nbody:\n  - use: p0\n", "more work than any needs");
    expect("parts:\n  p0:\n    - paragraph: x\n    - use: p0\n      each: meeting.items\n      as: "
           "a\n",
           "", 0, use, "uses itself without end");
}

static void blocks_in_blocks_end(void **state)
{
    (void)state;
    looked_write("other.yaml", "layout:\n  extends: base\n  prints: meeting\nbody:\n"
                               "  - name: n0\n    group:\n      - paragraph: x\n");
    GString *text = g_string_new("layout:\n  extends: other.yaml\nbody:\n");
    for (int i = 0; i < 900; i++)
        g_string_append_printf(
            text, "  - into: n%d\n    name: n%d\n    group:\n      - paragraph: x\n", i, i + 1);
    struct looked looked = looked_at(text->str);
    assert_null(looked.look);
    assert_non_null(strstr(looked.said, "this block stands in more than 200 others"));
    looked_finish(&looked);
    for (int i = 0; i < 200; i++)
        g_string_append_printf(text, "  - remove: n%d\n", i);
    looked = looked_at(text->str);
    assert_non_null(strstr(looked.said, "“body” has 1100 changes; write at most 1000"));
    looked_finish(&looked);
    g_string_free(text, TRUE);
}

static void many_names_and_many_faults_end(void **state)
{
    (void)state;
    expect("styles:\n", "  s#:\n    like: s#+\n", 3000, "", "“styles” has 3000 names");
    expect("styles:\n", "  s#:\n    like: t#\n", 1900, "body:\n  - paragraph: x\n",
           "and 1800 more errors");
    expect("wording:\n", "  w#: x\n", 20000, "body:\n  - paragraph: x\n",
           "“wording” has 20000 names");
    expect("body:\n", "  - paragraph: ${meeting.n#}\n", 20000, "", "and 19900 more errors");
    expect("wording:\n  ok: x\nbody:\n", "  - paragraph: ${words.n#}\n", 20000, "",
           "and 19900 more errors");
    expect("body:\n", "  - paragraph: x\n", 30000, "", "");
}

static void a_file_has_a_bound(void **state)
{
    (void)state;
    expect("# ", "################################################################", 20000, "\n",
           "is larger than 1024 KiB");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wordings_that_double_end),
        cmocka_unit_test(parts_that_use_parts_end),
        cmocka_unit_test(the_entries_of_a_list_for_each_of_its_entries_end),
        cmocka_unit_test(blocks_in_blocks_end),
        cmocka_unit_test(many_names_and_many_faults_end),
        cmocka_unit_test(a_file_has_a_bound),
    };

    return cmocka_run_group_tests(tests, looked_enter, looked_leave);
}
