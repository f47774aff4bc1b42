/* SPDX-License-Identifier: MIT */
#include "load/edit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "looked.h"

/* A layout of three paragraphs, a list and a table. */
static const char base[] = "layout:\n  extends: base\n  prints: meeting\nbody:\n"
                           "  - name: a\n    paragraph: A\n"
                           "  - name: b\n    group:\n"
                           "      - name: inner\n        paragraph: B\n"
                           "  - name: list\n    list:\n"
                           "      - name: one\n        item: one\n"
                           "      - name: inner\n        item: two\n"
                           "    item-style: bullet\n"
                           "  - name: table\n    table:\n"
                           "      - name: left\n        head: L\n        cell: l\n"
                           "  - name: c\n    use: part\n"
                           "parts:\n  part:\n    - name: inside\n      paragraph: C\n"
                           "  other:\n    - name: inside\n      paragraph: D\n";

/* The tree in one line: "A group(B) list(one two) table(L l) C". */
static void flatten(const struct bp_block *block, GString *out)
{
    static const char *const kinds[] = {
        [BP_BLOCK_GROUP] = "group", [BP_BLOCK_LIST] = "list",   [BP_BLOCK_TABLE] = "table",
        [BP_BLOCK_PANEL] = "panel", [BP_BLOCK_SECTION] = "top", [BP_BLOCK_QUOTE] = "quote",
        [BP_BLOCK_COLUMNS] = ""};
    if (out->len > 0 && out->str[out->len - 1] != '(')
        g_string_append_c(out, ' ');
    if (block->text.n_runs > 0) {
        g_string_append(out, block->text.runs[0].text);
        return;
    }
    bool shown = block->kind < G_N_ELEMENTS(kinds) && kinds[block->kind];
    if (shown)
        g_string_append_printf(out, "%s(", kinds[block->kind]);
    else if (out->len > 0 && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    for (const struct bp_block *child = block->first; child; child = child->next)
        flatten(child, out);
    if (shown)
        g_string_append_c(out, ')');
}

/* What the base comes to with these changes, or what is said of them. To be freed. */
static char *changed(const char *changes)
{
    char *text = g_strdup_printf("layout:\n  extends: other.yaml\nbody:\n%s\n", changes);
    looked_write("other.yaml", base);
    struct looked looked = looked_at(text);
    GString *out = g_string_new(NULL);
    struct loaded loaded = loaded_meeting("");
    struct bp_root root = {.meeting = loaded.meeting};
    if (looked.look)
        flatten(bp_compose_document(looked.look, &root, looked.arena, looked.report)->root, out);
    else
        g_string_append(out, looked.said);
    loaded_finish(&loaded);
    looked_finish(&looked);
    g_free(text);
    return g_string_free(out, FALSE);
}

static void blocks_are_put_moved_and_taken_away_by_name(void **state)
{
    static const struct {
        const char *changes;
        const char *tree;
    } cases[] = {
        {"  []", "top(A group(B) list(one two) table(L l) C)"},
        {"  - before: a\n    paragraph: X", "top(X A group(B) list(one two) table(L l) C)"},
        {"  - after: a\n    paragraph: X", "top(A X group(B) list(one two) table(L l) C)"},
        {"  - after: c\n    paragraph: X", "top(A group(B) list(one two) table(L l) C X)"},
        {"  - replace: a\n    paragraph: X", "top(X group(B) list(one two) table(L l) C)"},
        {"  - into: b\n    paragraph: X", "top(A group(B X) list(one two) table(L l) C)"},
        {"  - into: list\n    item: X", "top(A group(B) list(one two X) table(L l) C)"},
        {"  - into: table\n    head: R\n    cell: r",
         "top(A group(B) list(one two) table(L R l r) C)"},
        {"  - before: one\n    item: X", "top(A group(B) list(X one two) table(L l) C)"},
        {"  - remove: a", "top(group(B) list(one two) table(L l) C)"},
        {"  - remove:\n      - a\n      - b\n      - list", "top(table(L l) C)"},
        {"  - remove: b.inner", "top(A list(one two) table(L l) C)"},
        {"  - remove: list.inner", "top(A group(B) list(one) table(L l) C)"},
        {"  - move: c\n    before: a", "top(C A group(B) list(one two) table(L l))"},
        {"  - move: a\n    after: c", "top(group(B) list(one two) table(L l) C A)"},
        {"  - move: list.inner\n    before: one", "top(A group(B) list(two one) table(L l) C)"},
        {"  - move: a\n    after: b.inner", "top(group(B A) list(one two) table(L l) C)"},
        {"  - move: a\n    before: b", "top(A group(B) list(one two) table(L l) C)"},
        {"  - replace: part.inside\n    paragraph: X",
         "top(A group(B) list(one two) table(L l) X)"},
        /* what is put in has a name too, and what replaces keeps the old one */
        {"  - after: a\n    name: x\n    paragraph: X\n  - after: x\n    paragraph: Y",
         "top(A X Y group(B) list(one two) table(L l) C)"},
        {"  - replace: a\n    paragraph: X\n  - remove: a",
         "top(group(B) list(one two) table(L l) C)"},
        /* in order, one after the other */
        {"  - remove: b.inner\n  - remove: inner", "top(A list(one) table(L l) C)"},
    };

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        char *tree = changed(cases[i].changes);
        if (strcmp(tree, cases[i].tree) != 0)
            fail_msg("%s\ngives %s\nand not %s", cases[i].changes, tree, cases[i].tree);
        g_free(tree);
    }
}

static void wrong_changes_are_told_of(void **state)
{
    static const struct {
        const char *changes;
        const char *said;
    } cases[] = {
        {"  - remove: nothing", "there is no block “nothing”"},
        {"  - remove: tabel", "did you mean “table”?"},
        {"  - remove: inner", "2 blocks are called “inner”"},
        {"  - remove: inside", "2 blocks are called “inside”"},
        {"  - remove: b.one", "there is no block “one” inside “b”"},
        {"  - remove: part", "there is no block “part”"},
        {"  - move: b\n    before: b.inner", "“b” can’t stand beside “inner”"},
        {"  - move: b\n    after: b", "“b” can’t stand beside “b”"},
        {"  - move: one\n    after: a", "“one” can’t stand beside “a”"},
        {"  - move: a", "“move” needs one of “before” and “after”"},
        {"  - into: a\n    paragraph: X", "holds no blocks"},
        {"  - into: list\n    paragraph: X", "can’t stand right in “list”"},
        {"  - replace: one\n    paragraph: X", "can’t stand right in “list”"},
        {"  - replace: a\n    item: X", "“item” stands only in “list”"},
        {"  - paragraph: X", "does not say where it goes"},
        {"  - before: a\n    into: b\n    paragraph: X", "more than one place"},
    };

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        char *said = changed(cases[i].changes);
        if (!strstr(said, cases[i].said))
            fail_msg("%s\ngives %s\nand not %s", cases[i].changes, said, cases[i].said);
        g_free(said);
    }
}

static void a_new_item_looks_like_its_neighbours(void **state)
{
    looked_write("other.yaml", base);
    struct looked looked = looked_at("layout:\n  extends: other.yaml\nbody:\n"
                                     "  - after: one\n    item: X\n");
    struct loaded loaded = loaded_meeting("");
    struct bp_root root = {.meeting = loaded.meeting};

    (void)state;
    const struct bp_block *block =
        bp_compose_document(looked.look, &root, looked.arena, looked.report)->root->first;
    while (block->kind != BP_BLOCK_LIST)
        block = block->next;
    assert_ptr_equal(block->first->next->style, block->first->style);
    assert_string_equal(block->first->style->name, "bullet");
    loaded_finish(&loaded);
    looked_finish(&looked);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_put_moved_and_taken_away_by_name),
        cmocka_unit_test(wrong_changes_are_told_of),
        cmocka_unit_test(a_new_item_looks_like_its_neighbours),
    };

    return cmocka_run_group_tests(tests, looked_enter, looked_leave);
}
