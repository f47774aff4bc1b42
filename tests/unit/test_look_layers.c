/* SPDX-License-Identifier: MIT */
#include "load/layer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <cmocka.h>

#include "boardpack.h"
#include "load/settings.h"
#include "looked.h"

static const char mine[] = "layout:\n  extends: base\n  prints: meeting\n"
                           "wording:\n  who: layout\nstyles:\n  document:\n    size: 10\n"
                           "body:\n  - name: who\n    paragraph: ${words.who}\n"
                           "editions:\n"
                           "  one:\n    wording:\n      who: one\n"
                           "  two:\n    wording:\n      who: two\n    page:\n      size: A5\n";

/* What the wish prints, or what is said of it. To be freed. */
static char *printed(struct bp_look_wish wish)
{
    wish.prints = wish.prints ? wish.prints : "meeting";
    wish.usual = wish.usual ? wish.usual : "minutes";
    struct looked looked = looked_wish(&wish);
    char *text = g_strdup(looked_print(&looked, ""));
    looked_finish(&looked);
    return text;
}

static void expect(struct bp_look_wish wish, const char *words)
{
    char *text = printed(wish);
    if (!strstr(text, words))
        fail_msg("%s\ndoes not have %s", text, words);
    g_free(text);
}

static void write_files(void)
{
    looked_write("mine.yaml", mine);
    looked_write("above.yaml", "layout:\n  extends: mine.yaml\nwording:\n  who: above\n");
    looked_write("house.yaml", "house:\n  about: Ours\nwording:\n  who: house\n"
                               "editions:\n  one:\n    wording:\n      who: house one\n");
    looked_write("wide.yaml", "house:\n  extends: house.yaml\npage:\n  size: A3\n");
    looked_write("whole.yaml", "house:\n  extends: mine.yaml\nwording:\n  who: whole\n");
}

static void the_last_layer_has_the_last_word(void **state)
{
    (void)state;
    write_files();
    expect((struct bp_look_wish){.layout.name = "mine.yaml"}, "p layout\n");
    expect((struct bp_look_wish){.layout.name = "above.yaml"}, "p above\n");
    expect((struct bp_look_wish){.layout.name = "mine.yaml", .house.name = "house.yaml"},
           "p house\n");
    expect((struct bp_look_wish){.layout.name = "above.yaml", .house.name = "house.yaml"},
           "p house\n");
    expect((struct bp_look_wish){.layout.name = "mine.yaml", .house.name = "wide.yaml"},
           "p house\n");
    /* a layout that is a house style has its own, and no other lies over it */
    expect((struct bp_look_wish){.layout.name = "whole.yaml", .house.name = "house.yaml"},
           "p whole\n");
}

static void editions_lie_over_all_layers_in_their_order(void **state)
{
    (void)state;
    write_files();
    struct bp_look_wish wish = {.layout.name = "mine.yaml"};
    wish.editions = "one";
    expect(wish, "p one\n");
    wish.editions = "one,two";
    expect(wish, "p two\n");
    wish.editions = " two , one ";
    expect(wish, "p one\n");
    wish.house.name = "house.yaml";
    wish.editions = "one";
    expect(wish, "p house one\n");
    wish.editions = "two";
    expect(wish, "p two\n");
    wish.editions = "three";
    expect(wish, "has no edition “three”; it has large-print, draft, letter, "
                 "figures-after, figures-attached, one, two");
}

static void an_edition_can_change_the_page(void **state)
{
    const struct bp_look_wish wish = {.layout.name = "mine.yaml",
                                      .house.name = "wide.yaml",
                                      .editions = "two",
                                      .prints = "meeting",
                                      .usual = "minutes"};
    (void)state;
    write_files();
    struct looked looked = looked_wish(&wish);
    assert_non_null(looked.look);
    assert_int_equal((int)looked.look->sheet.width, 419); /* A5, not the house's A3 */
    looked_finish(&looked);
}

static void a_house_style_says_things_for_some_layouts_only(void **state)
{
    (void)state;
    looked_write("for.yaml", "house:\n  about: Ours\nfor:\n  minutes:\n    wording:\n"
                             "      minutes: The minutes\n  agenda:\n    wording:\n"
                             "      kind: The agenda\n");
    expect((struct bp_look_wish){.layout.name = "minutes", .house.name = "for.yaml"},
           "The minutes");
    expect((struct bp_look_wish){.layout.name = "agenda", .house.name = "for.yaml"}, "The agenda");
}

static void a_house_style_alone_takes_the_usual_layout_of_the_data(void **state)
{
    (void)state;
    write_files();
    looked_write("report.yaml", "house:\n  extends: report\ncolours:\n  accent: \"#800000\"\n");
    expect((struct bp_look_wish){.layout.name = "report.yaml", .usual = "mine.yaml"}, "p layout\n");
    expect((struct bp_look_wish){.layout.name = "house.yaml", .usual = "mine.yaml"}, "p house\n");
}

static void layers_that_go_in_a_circle_or_too_far_are_told_of(void **state)
{
    (void)state;
    looked_write("x.yaml", "layout:\n  extends: y.yaml\n");
    looked_write("y.yaml", "layout:\n  extends: x.yaml\n");
    expect((struct bp_look_wish){.layout.name = "x.yaml"}, "extends itself, or more than");
    for (int i = 0; i < 12; i++) {
        char *name = g_strdup_printf("l%d.yaml", i);
        char *text = g_strdup_printf("layout:\n  extends: l%d.yaml\n", i + 1);
        looked_write(name, text);
        g_free(name);
        g_free(text);
    }
    expect((struct bp_look_wish){.layout.name = "l0.yaml"}, "extends itself, or more than");
    expect((struct bp_look_wish){.layout.name = "minutes", .house.name = "agenda"},
           "“agenda” is a layout, not a house style");
    expect((struct bp_look_wish){.layout.name = "base"}, "prints nothing by itself");
    expect((struct bp_look_wish){.layout.name = "minutes", .prints = "report"},
           "is for files with “meeting:”");
}

static bool has_words(struct bp_look_wish wish, const char *name)
{
    struct bp_arena *arena = bp_arena_create();
    struct bp_report *report = bp_report_create();
    const struct bp_look *look = bp_look_read(&wish, arena, report);
    bool found = false;
    if (!look)
        fail_msg("%s", composed_said(report));
    for (int i = 0; i < look->n_wording; i++)
        found = found || strcmp(look->wording[i].name, name) == 0;
    bp_report_destroy(report);
    bp_arena_destroy(arena);
    return found;
}

static void charts_are_read_where_something_may_need_them(void **state)
{
    struct bp_look_wish wish = {.layout.name = "minutes", .prints = "meeting"};
    (void)state;
    assert_true(has_words(wish, "carried"));
    assert_false(has_words(wish, "chart-alt"));
    wish.charts = true;
    assert_true(has_words(wish, "chart-alt"));
    wish = (struct bp_look_wish){.layout.name = "minutes"}; /* a layout that is checked alone */
    assert_true(has_words(wish, "chart-alt"));
    looked_write("own.yaml", "house:\n  about: Ours\nstyles:\n  chart-title:\n    size: 14\n");
    wish.prints = "meeting";
    assert_false(has_words(wish, "chart-alt"));
    wish.house.name = "own.yaml";
    assert_true(has_words(wish, "chart-alt"));
}

static void paths_are_of_the_file_that_names_them(void **state)
{
    (void)state;
    write_files();
    assert_int_equal(g_mkdir_with_parents("deep/er", 0700), 0);
    looked_write("deep/er/low.yaml", "layout:\n  extends: ../high.yaml\n");
    looked_write("deep/high.yaml", "layout:\n  extends: er/middle.yaml\n");
    looked_write("deep/er/middle.yaml", mine);
    /* the first file's own folder is the root: nothing above it may be named */
    expect((struct bp_look_wish){.layout.name = "deep/er/low.yaml"}, "lies outside the folder");
    looked_write("boardpack.yaml", "");
    expect((struct bp_look_wish){.layout.name = "deep/er/low.yaml"}, "p layout\n");
    assert_int_equal(g_unlink("boardpack.yaml"), 0);
}

/* The document that a meeting file comes to, as a program would ask for it. To be freed. */
static char *dumped(const char *head, const struct bp_options *options)
{
    struct bp_report *report = bp_report_create();
    char *text = g_strdup_printf("meeting:\n  title: Board\n  date: 2022-03-16\n%s", head), *out;
    size_t length;
    FILE *file = open_memstream(&out, &length);

    looked_write("m.yaml", text);
    bp_dump("m.yaml", "document", file, options, report);
    fclose(file);
    if (length == 0) {
        free(out);
        out = composed_said(report);
    }
    bp_report_destroy(report);
    g_free(text);
    return out;
}

static void expect_dump(const char *head, struct bp_options options, const char *words)
{
    char *text = dumped(head, &options);
    if (!strstr(text, words))
        fail_msg("%s\ndoes not have %s", text, words);
    free(text);
}

static void the_command_line_wins_over_the_file_and_that_over_the_folder(void **state)
{
    (void)state;
    write_files();
    looked_write("folder.yaml", "house:\n  extends: mine.yaml\nwording:\n  who: of the folder\n");
    looked_write("file.yaml", "house:\n  extends: mine.yaml\nwording:\n  who: of the file\n");
    looked_write("line.yaml", "house:\n  extends: mine.yaml\nwording:\n  who: of the line\n");
    expect_dump("", (struct bp_options){.layout = NULL}, "Wednesday"); /* the usual one */
    looked_write("boardpack.yaml", "# all of our papers\nlayout: folder.yaml\n");
    expect_dump("", (struct bp_options){.layout = NULL}, "of the folder");
    expect_dump("  layout: file.yaml\n", (struct bp_options){.layout = NULL}, "of the file");
    expect_dump("  layout: file.yaml\n", (struct bp_options){.layout = "line.yaml"}, "of the line");
    expect_dump("", (struct bp_options){.layout = "line.yaml"}, "of the line");
    looked_write("boardpack.yaml", "layout: mine.yaml\nhouse: folder.yaml\n");
    expect_dump("", (struct bp_options){.layout = NULL}, "of the folder");
    expect_dump("  house: file.yaml\n", (struct bp_options){.layout = NULL}, "of the file");
    expect_dump("  house: file.yaml\n", (struct bp_options){.house = "line.yaml"}, "of the line");
    expect_dump("  house: file.yaml\n", (struct bp_options){.edition = "two"}, "two");
    looked_write("boardpack.yaml", "layuot: mine.yaml\n");
    expect_dump("", (struct bp_options){.layout = NULL},
                "boardpack.yaml has no key “layuot”; write “layout”");
    looked_write("boardpack.yaml", "layout: nothing.yaml\n");
    expect_dump("", (struct bp_options){.layout = NULL}, "boardpack.yaml:1:9: error: ");
    looked_write("boardpack.yaml", "# nothing yet\n");
    expect_dump("", (struct bp_options){.layout = NULL}, "Wednesday");
    assert_int_equal(g_unlink("boardpack.yaml"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_layer_has_the_last_word),
        cmocka_unit_test(editions_lie_over_all_layers_in_their_order),
        cmocka_unit_test(an_edition_can_change_the_page),
        cmocka_unit_test(a_house_style_says_things_for_some_layouts_only),
        cmocka_unit_test(a_house_style_alone_takes_the_usual_layout_of_the_data),
        cmocka_unit_test(layers_that_go_in_a_circle_or_too_far_are_told_of),
        cmocka_unit_test(charts_are_read_where_something_may_need_them),
        cmocka_unit_test(paths_are_of_the_file_that_names_them),
        cmocka_unit_test(the_command_line_wins_over_the_file_and_that_over_the_folder),
    };

    return cmocka_run_group_tests(tests, looked_enter, looked_leave);
}
