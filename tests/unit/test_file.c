/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

struct room {
    char folder[32];
    struct bp_arena *arena;
    struct bp_report *report;
};

static int enter(void **state)
{
    struct room *room = g_new0(struct room, 1);

    strcpy(room->folder, "/tmp/bp-file-XXXXXX");
    if (!mkdtemp(room->folder) || chdir(room->folder) != 0)
        return -1;
    room->arena = bp_arena_create();
    room->report = bp_report_create();
    *state = room;
    return 0;
}

static int leave(void **state)
{
    struct room *room = *state;
    char *command = g_strdup_printf("rm -r %s", room->folder);
    int status = chdir("/") || system(command);

    bp_arena_destroy(room->arena);
    bp_report_destroy(room->report);
    g_free(command);
    g_free(room);
    return status;
}

static void put(const char *path, const char *text)
{
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void expect(const char *path, const char *text)
{
    char *found;

    assert_true(g_file_get_contents(path, &found, NULL, NULL));
    assert_string_equal(found, text);
    g_free(found);
}

static const struct bp_bytes *reads(struct room *room, const char *path, const char *root)
{
    return bp_file_read(path, root, 100, NULL, room->arena, room->report);
}

static bool writes(struct room *room, const char *path, const char *text)
{
    struct bp_bytes bytes = {text, strlen(text)};

    return bp_file_write(path, &bytes, room->report);
}

static int n_files(void)
{
    GDir *folder = g_dir_open(".", 0, NULL);
    int n = 0;

    while (g_dir_read_name(folder))
        n++;
    g_dir_close(folder);
    return n;
}

static void a_file_is_read_whole(void **state)
{
    struct room *room = *state;
    const struct bp_bytes *bytes;

    put("a", "hello");
    put("empty", "");
    bytes = reads(room, "a", NULL);
    assert_non_null(bytes);
    assert_int_equal(bytes->size, 5);
    assert_string_equal(bytes->data, "hello");
    bytes = reads(room, "empty", NULL);
    assert_non_null(bytes);
    assert_int_equal(bytes->size, 0);
    assert_string_equal(bytes->data, "");
    assert_int_equal(bp_report_errors(room->report), 0);
}

static void the_limit_is_the_last_size_that_is_read(void **state)
{
    struct room *room = *state;
    char text[102] = {0};

    memset(text, 'x', 100);
    put("a", text);
    assert_non_null(reads(room, "a", NULL));
    text[100] = 'x';
    put("a", text);
    assert_null(reads(room, "a", NULL));
    assert_true(bp_report_has(room->report, "file-too-large"));
    assert_int_equal(bp_report_tally(room->report).systems, 0);
}

static void what_is_no_regular_file_is_refused_at_once(void **state)
{
    static const char *const paths[] = {"/dev/zero", "/dev/null", ".", "pipe", "link", "/dev/tty"};
    struct room *room = *state;

    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_int_equal(symlink("/dev/zero", "link"), 0);
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
        assert_null(reads(room, paths[i], NULL));
        assert_int_equal(bp_report_errors(room->report), i + 1);
    }
    assert_true(bp_report_has(room->report, "not-a-file"));
    assert_int_equal(bp_report_tally(room->report).systems, 0);
}

static void a_missing_file_is_named(void **state)
{
    struct room *room = *state;

    assert_int_equal(symlink("loop", "loop"), 0);
    assert_null(reads(room, "none", NULL));
    assert_null(reads(room, "none/a", NULL));
    assert_null(reads(room, "loop", NULL));
    assert_int_equal(bp_report_errors(room->report), 3);
    assert_true(bp_report_has(room->report, "no-file"));
}

static void no_way_leads_out_of_the_root(void **state)
{
    static const char *const out[] = {"root/../secret", "root/link", "root/folder/secret",
                                      "root-2/a", "root/../root-2/a"};
    struct room *room = *state;

    assert_int_equal(mkdir("root", 0700) | mkdir("root-2", 0700) | mkdir("root/in", 0700), 0);
    put("secret", "secret");
    put("root-2/a", "secret");
    put("root/a", "open");
    assert_int_equal(symlink("../secret", "root/link"), 0);
    assert_int_equal(symlink("..", "root/folder"), 0);
    assert_int_equal(symlink("../a", "root/in/link"), 0);
    for (size_t i = 0; i < G_N_ELEMENTS(out); i++) {
        assert_null(reads(room, out[i], "root"));
        assert_int_equal(bp_report_errors(room->report), i + 1);
    }
    assert_non_null(reads(room, "root/a", "root"));
    assert_non_null(reads(room, "root/in/link", "root"));
    assert_non_null(reads(room, "root/in/../a", "root/"));
    assert_non_null(reads(room, "secret", "/"));
    assert_null(reads(room, "secret", "none"));
}

static void a_fault_stands_where_the_path_is_named(void **state)
{
    struct room *room = *state;
    struct bp_source from = {"meeting.yaml", 7, 11};
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    assert_null(bp_file_read("no.pdf", ".", 100, &from, room->arena, room->report));
    bp_report_print(room->report, out);
    fclose(out);
    assert_string_equal(text, "meeting.yaml:7:11: error: “no.pdf” does not exist; check the name "
                              "and the folder\n");
    free(text);
}

static void the_root_is_the_folder_that_is_marked(void **state)
{
    struct room *room = *state;
    char *here = realpath(".", NULL);
    char *deep = g_build_filename(here, "a/b", NULL);
    char *marked = g_build_filename(here, "a", NULL);

    assert_int_equal(g_mkdir_with_parents("a/b", 0700), 0);
    put("a/b/m.yaml", "x");
    assert_string_equal(bp_file_root("a/b/m.yaml", NULL, room->arena), deep);
    put("a/boardpack.yaml", "");
    assert_string_equal(bp_file_root("a/b/m.yaml", NULL, room->arena), marked);
    assert_string_equal(bp_file_root("a/b/../m.yaml", NULL, room->arena), marked);
    assert_string_equal(bp_file_root("-", NULL, room->arena), here);
    assert_string_equal(bp_file_root("a/b/m.yaml", "z", room->arena), "z");
    assert_string_equal(bp_file_root("none/m.yaml", NULL, room->arena), "none");
    g_free(marked);
    g_free(deep);
    free(here);
}

static void a_new_file_obeys_the_umask_and_an_old_one_keeps_its_mode(void **state)
{
    struct room *room = *state;
    mode_t before = umask(027);
    struct stat status;

    assert_true(writes(room, "new", "one"));
    stat("new", &status);
    assert_int_equal(status.st_mode & 0777, 0640);
    chmod("new", 0664);
    assert_true(writes(room, "new", "two"));
    stat("new", &status);
    assert_int_equal(status.st_mode & 0777, 0664);
    expect("new", "two");
    assert_int_equal(n_files(), 1);
    umask(before);
}

static void a_link_is_written_through(void **state)
{
    struct room *room = *state;
    struct stat status;

    assert_int_equal(mkdir("there", 0700), 0);
    put("there/a", "old");
    assert_int_equal(symlink("there/a", "link"), 0);
    assert_int_equal(symlink("there/none", "broken"), 0);
    assert_true(writes(room, "link", "new"));
    expect("there/a", "new");
    lstat("link", &status);
    assert_true(S_ISLNK(status.st_mode));
    assert_false(writes(room, "broken", "new"));
    assert_int_equal(n_files(), 3);
}

static void what_cannot_be_written_says_why(void **state)
{
    static const struct {
        const char *path;
        const char *code;
    } cases[] = {
        {"folder", "not-a-file"},   {"none/a", "no-folder"},   {"file/a", "no-folder"},
        {"/dev/full", "disk-full"}, {"/proc/bp", "no-folder"},
    };
    struct room *room = *state;

    assert_int_equal(mkdir("folder", 0700), 0);
    put("file", "whole");
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_false(writes(room, cases[i].path, "text"));
        assert_true(bp_report_has(room->report, cases[i].code));
        assert_int_equal(bp_report_tally(room->report).systems, i + 1);
    }
    expect("file", "whole");
    assert_int_equal(n_files(), 2);
}

static void a_device_is_written_as_it_is(void **state)
{
    struct room *room = *state;

    assert_true(writes(room, "/dev/null", "text"));
    assert_int_equal(n_files(), 0);
}

/* A child is killed at moments that move through its writes; what it leaves must be whole. */
static void a_kill_leaves_an_old_file_or_a_new_one(void **state)
{
    struct room *room = *state;
    size_t size = (size_t)1 << 20;
    char *old = g_strnfill(size, 'a'), *found;
    int n_kept = 0;

    put("out", old);
    for (int i = 0; i < 40; i++) {
        pid_t child = fork();
        int status;
        gsize length;

        if (child == 0) {
            char *text = g_strnfill(size, 'b');
            struct bp_bytes bytes = {text, size};

            for (;;)
                bp_file_write("out", &bytes, room->report);
        }
        g_usleep((gulong)(i * 100));
        kill(child, SIGKILL);
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(g_file_get_contents("out", &found, &length, NULL));
        assert_int_equal(length, size);
        assert_true(found[0] == 'a' || found[0] == 'b');
        for (size_t k = 1; k < size; k++)
            assert_int_equal(found[k], found[0]);
        n_kept += found[0] == 'a';
        g_free(found);
        put("out", old);
    }
    /* the moments must have hit something */
    assert_in_range(n_kept, 1, 40);
    g_free(old);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_file_is_read_whole),
        TEST(the_limit_is_the_last_size_that_is_read),
        TEST(what_is_no_regular_file_is_refused_at_once),
        TEST(a_missing_file_is_named),
        TEST(no_way_leads_out_of_the_root),
        TEST(a_fault_stands_where_the_path_is_named),
        TEST(the_root_is_the_folder_that_is_marked),
        TEST(a_new_file_obeys_the_umask_and_an_old_one_keeps_its_mode),
        TEST(a_link_is_written_through),
        TEST(what_cannot_be_written_says_why),
        TEST(a_device_is_written_as_it_is),
        TEST(a_kill_leaves_an_old_file_or_a_new_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
