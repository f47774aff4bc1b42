/* SPDX-License-Identifier: MIT */
/* Files in the file: their names, and what qpdf and poppler find. BP_KEEP=DIR keeps the files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <unistd.h>

#include "paper.h"
#include "write/filename.h"
#include "write/write.h"

static void names_are_safe_on_every_system(void **state)
{
    static const struct {
        const char *words;
        const char *name;
        const char *ascii;
    } cases[] = {
        {"Chart 3 - Crime", "Chart 3 - Crime.csv", "Chart 3 - Crime.csv"},
        {"Chart 3 - Crime", "Chart 3 - Crime (2).csv", "Chart 3 - Crime (2).csv"},
        {"chart 3 - CRIME.csv", "chart 3 - CRIME (3).csv", "chart 3 - CRIME (3).csv"},
        {"a<b>c:d\"e/f\\g|h?i*j", "a b c d e f g h i j.csv", "a b c d e f g h i j.csv"},
        {"../../etc/passwd", "etc passwd.csv", "etc passwd.csv"},
        {"  a\tb\xC2\xA0\xC2\xA0"
         "c. ",
         "a b c.csv", "a b c.csv"},
        {"Calls within 10 seconds, average…", "Calls within 10 seconds, average.csv",
         "Calls within 10 seconds, average.csv"},
        {"nul", "nul_.csv", "nul_.csv"},
        {"Com1.x", "Com1.x_.csv", "Com1.x_.csv"},
        {"Console", "Console.csv", "Console.csv"},
        {"", "data.csv", "data.csv"},
        {"...", "data (2).csv", "data (2).csv"},
        {"Caf\xC3\xA9 – “x”", "Café – “x”.csv", "Cafe - 'x'.csv"},
        {"Cafe\xCC\x81 – “x”", "Café – “x” (2).csv", "Cafe - 'x' (2).csv"},
        {"a\xE2\x80\xAE"
         "fdp",
         "afdp.csv", "afdp.csv"},
        {"図", "図.csv", "_.csv"},
        {"表", "表 (2).csv", "_ (2).csv"},
    };
    GHashTable *taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct bp_filename filename = bp_filename_make(cases[i].words, ".csv", "data", taken);
        assert_string_equal(filename.name, cases[i].name);
        assert_string_equal(filename.ascii, cases[i].ascii);
        bp_filename_clear(&filename);
    }
    g_hash_table_destroy(taken);
}

static void long_names_are_cut_between_words(void **state)
{
    GHashTable *taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GString *words = g_string_new("A"), *one = g_string_new(NULL);
    (void)state;
    for (int i = 0; i < 40; i++)
        g_string_append(words, " word");
    for (int i = 0; i < 400; i++)
        g_string_append(one, "図");
    struct bp_filename filename = bp_filename_make(words->str, ".csv", "data", taken);
    assert_int_equal(strlen(filename.name), strlen("A") + 15 * strlen(" word") + strlen(".csv"));
    bp_filename_clear(&filename);
    filename = bp_filename_make(one->str, ".csv", "data", taken);
    assert_int_equal(strlen(filename.name), 180 + strlen(".csv"));
    assert_true(g_utf8_validate(filename.name, -1, NULL));
    bp_filename_clear(&filename);
    g_string_free(words, TRUE);
    g_string_free(one, TRUE);
    g_hash_table_destroy(taken);
}

static void show(struct paper *paper, const struct bp_attachment *attachment)
{
    struct bp_box box = {.kind = BP_BOX_FIGURE, .x = 72, .y = 200, .width = 90, .height = 40};
    struct bp_tag *figure = paper_tag(paper, NULL, BP_TAG_FIGURE);
    box.kid = paper_kid(paper, figure);
    figure->alt = "A chart";
    figure->attachment = attachment;
    figure->page = (int)paper->done->len;
    g_array_append_val(paper->boxes, box);
}

/* Writes the pages to a file and gives its path, or what a command says of it. */
static char *write_file(struct paper *paper, const char *name)
{
    const char *keep = g_getenv("BP_KEEP");
    char *path = g_strdup_printf("%s/test-write-attachment-%d-%s.pdf",
                                 keep ? keep : g_get_tmp_dir(), keep ? 0 : (int)getpid(), name);
    struct bp_bytes file;
    assert_true(bp_write_pdf(&paper->pages, paper->text, paper->arena, &file, paper->report));
    assert_int_equal(bp_report_errors(paper->report) + bp_report_warnings(paper->report), 0);
    assert_true(g_file_set_contents(path, file.data, (gssize)file.size, NULL));
    bp_write_free(&file);
    return path;
}

static char *output_of(const char *format, const char *path)
{
    char *command = g_strdup_printf("f='%s'; %s", path, format), *out = NULL;
    char *arguments[] = {"sh", "-c", command, NULL};
    int status = -1;
    assert_true(g_spawn_sync(NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL,
                             &status, NULL));
    if (status != 0)
        fail_msg("%s\n%s", command, out);
    g_free(command);
    return out;
}

static void forget(char *path)
{
    if (!g_getenv("BP_KEEP"))
        unlink(path);
    g_free(path);
}

static int count(const char *text, const char *words)
{
    int n = 0;
    for (const char *p = text; (p = strstr(p, words)); p += strlen(words))
        n++;
    return n;
}

#define OBJECTS "qpdf --qdf --object-streams=disable \"$f\" - | LC_ALL=C tr -d '\\000'"

static void a_file_that_two_figures_share_is_there_once(void **state)
{
    static const char first[] = "a,b\r\n1,2\r\n", second[] = "c\r\n";
    const struct bp_attachment all[] = {
        {"Chart", ".csv", "text/csv", "The first", first, strlen(first)},
        {"Chart", ".csv", "text/csv", "The first again", first, strlen(first)},
        {"Chart", ".csv", "text/csv", "The second", second, strlen(second)}};
    struct paper paper;
    (void)state;
    assert_true(paper_init(&paper));
    paper.document.date = (struct bp_date){2022, 3, 16};
    paper_tagged(&paper, NULL, BP_TAG_H1, 100, "Charts");
    for (gsize i = 0; i < G_N_ELEMENTS(all); i++)
        show(&paper, &all[i]);
    paper_turn(&paper, "1");
    char *path = write_file(&paper, "shared");
    char *list = output_of("pdfdetach -list \"$f\"; pdfdetach -save 1 -o \"$f.csv\" \"$f\" && "
                           "cat \"$f.csv\"; rm \"$f.csv\"",
                           path);
    assert_string_equal(list, "2 embedded files\n1: Chart.csv\n2: Chart (2).csv\na,b\r\n1,2\r\n");
    char *objects = output_of(OBJECTS, path);
    assert_int_equal(count(objects, "/AF ["), 3);
    assert_int_equal(count(objects, "/Type /EmbeddedFile"), 2);
    assert_int_equal(count(objects, "/AFRelationship /Data"), 2);
    assert_int_equal(count(objects, "/Subtype /text#2fcsv"), 2);
    assert_int_equal(count(objects, "/ModDate (D:20220316)"), 2);
    assert_non_null(strstr(objects, "<pdfaid:part>3</pdfaid:part>"));
    g_free(objects);
    g_free(list);
    forget(path);
    paper_finish(&paper);
}

static void a_document_without_files_claims_part_2(void **state)
{
    struct paper paper;
    (void)state;
    assert_true(paper_init(&paper));
    paper_tagged(&paper, NULL, BP_TAG_H1, 100, "Charts");
    show(&paper, NULL);
    paper_turn(&paper, "1");
    char *path = write_file(&paper, "none"), *objects = output_of(OBJECTS, path);
    assert_non_null(strstr(objects, "<pdfaid:part>2</pdfaid:part>"));
    assert_int_equal(count(objects, "/Names") + count(objects, "/AF"), 0);
    g_free(objects);
    forget(path);
    paper_finish(&paper);
}

static void three_hundred_files_are_listed_in_their_order(void **state)
{
    struct paper paper;
    GString *wanted = g_string_new("300 embedded files\n");
    (void)state;
    assert_true(paper_init(&paper));
    paper_tagged(&paper, NULL, BP_TAG_H1, 100, "Charts");
    for (int i = 1; i <= 300; i++) {
        struct bp_attachment *attachment = bp_arena_new(paper.arena, sizeof *attachment);
        const char *data = bp_arena_printf(paper.arena, "a,b\r\n1,%d\r\n", i);
        *attachment = (struct bp_attachment){bp_arena_printf(paper.arena, "Chart %d", i),
                                             ".csv",
                                             "text/csv",
                                             "A",
                                             data,
                                             strlen(data)};
        show(&paper, attachment);
        g_string_append_printf(wanted, "%d: Chart %d.csv\n", i, i);
    }
    paper_turn(&paper, "1");
    char *path = write_file(&paper, "many");
    char *list = output_of("qpdf --check \"$f\" >&2 && pdfdetach -list \"$f\"", path);
    assert_string_equal(list, wanted->str);
    g_string_free(wanted, TRUE);
    g_free(list);
    forget(path);
    paper_finish(&paper);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_safe_on_every_system),
        cmocka_unit_test(long_names_are_cut_between_words),
        cmocka_unit_test(a_file_that_two_figures_share_is_there_once),
        cmocka_unit_test(a_document_without_files_claims_part_2),
        cmocka_unit_test(three_hundred_files_are_listed_in_their_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
