/* SPDX-License-Identifier: MIT */
/*
 * tests/hostile/layouts.txt: wrong layouts and house styles, and what is said of each. A line
 * "@edition NAME", "@house NAME", "@layout NAME" or "@report" before the file asks for more than
 * it;
 * "@file NAME" begins a further file beside it. The file is layout.yaml, whose name messages leave
 * out. Beside it stand a picture, a FIFO and a link that leads out.
 */
#include "load/look.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "composed.h"
#include "loaded.h"
#include "picture/picture.h"
#include "wrong.h"

static const char list[] = "tests/hostile/layouts.txt";
static char folder[] = "/tmp/bp-looks-XXXXXX";
static char *top; /* the folder that the test began in */

static int enter(void **state)
{
    static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
    (void)state;
    top = g_get_current_dir();
    return mkdtemp(folder) && g_mkdir_with_parents(folder, 0700) == 0 && chdir(folder) == 0 &&
                   g_file_set_contents("logo.svg", svg, -1, NULL) &&
                   mkfifo("fifo.yaml", 0600) == 0 && symlink("/etc/passwd", "out.svg") == 0 &&
                   chdir(top) == 0
               ? 0
               : -1;
}

static int leave(void **state)
{
    (void)state;
    char *argv[] = {"rm", "-r", folder, NULL};
    g_free(top);
    return g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL)
               ? 0
               : -1;
}

/* What a case asks for; its words are those of the case's text, which is cut up. */
static struct bp_look_wish wish_of(char *text)
{
    struct bp_look_wish wish = {
        .layout.name = "layout.yaml", .prints = "meeting", .usual = "minutes"};
    char *at = text;
    while (*at == '@' && !g_str_has_prefix(at, "@file ")) {
        char *end = strchr(at, '\n');
        *end = '\0';
        if (g_str_has_prefix(at, "@edition "))
            wish.editions = at + 9;
        else if (g_str_has_prefix(at, "@house "))
            wish.house.name = at + 7;
        else if (g_str_has_prefix(at, "@layout "))
            wish.layout.name = at + 8;
        else if (strcmp(at, "@report") == 0)
            wish.prints = "report";
        else
            fail_msg("what is %s?", at);
        at = end + 1;
    }
    char **files = g_strsplit(at, "@file ", -1);
    assert_true(g_file_set_contents("layout.yaml", files[0], -1, NULL));
    for (char **file = files + 1; files[0] && *file; file++) {
        char *end = strchr(*file, '\n');
        *end = '\0';
        assert_true(g_file_set_contents(*file, end + 1, -1, NULL));
    }
    g_strfreev(files);
    return wish;
}

/* Without the file's name, and without where the tests stand. */
static char *without_name(const char *said)
{
    GString *text = g_string_new(said);
    g_string_replace(text, folder, "FOLDER", 0);
    g_string_replace(text, "layout.yaml:", "", 0);
    return g_string_free(text, FALSE);
}

/* A small meeting, for what only shows when something is printed. */
static void compose(const struct bp_look *look, struct bp_arena *arena, struct bp_report *report)
{
    struct loaded loaded = loaded_meeting("items:\n  - title: A\n  - title: B\n  - title: C\n");
    struct bp_root root = {.meeting = loaded.meeting};
    assert_non_null(root.meeting);
    struct bp_document *document = bp_compose_document(look, &root, arena, report);
    assert_true(document || bp_report_errors(report) > 0);
    loaded_finish(&loaded);
}

static bool holds(const struct wrong *wrong)
{
    struct bp_arena *arena = bp_arena_create();
    struct bp_report *report = bp_report_create();
    assert_int_equal(chdir(folder), 0);
    struct bp_look_wish wish = wish_of(wrong->file->str);
    struct bp_look *look = bp_look_read(&wish, arena, report);
    bool good = (look != NULL) == (bp_report_errors(report) == 0);
    for (int i = 0; look && i < look->n_pictures; i++)
        bp_picture_open(look->pictures[i], arena, report);
    if (look && strcmp(wish.prints, "meeting") == 0)
        compose(look, arena, report);
    assert_int_equal(chdir(top), 0);
    char *said = composed_said(report), *text = without_name(said);
    good = wrong_is_said(wrong, text) && good;
    g_free(text);
    free(said);
    bp_report_destroy(report);
    bp_arena_destroy(arena);
    return good;
}

static void each_wrong_layout_gets_its_message(void **state)
{
    (void)state;
    wrong_check_list(list, 100, holds);
}

static void no_message_speaks_yaml(void **state)
{
    (void)state;
    wrong_find_yaml_words(list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_wrong_layout_gets_its_message),
        cmocka_unit_test(no_message_speaks_yaml),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}
