/* SPDX-License-Identifier: MIT */
/* Pictures on pages, read back through qpdf and poppler. BP_KEEP=DIR keeps the files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "paper.h"
#include "picture.h"
#include "write/write.h"

static struct bp_picture *opened(struct paper *paper, const char *name)
{
    struct bp_picture *picture = picture_file(paper->arena, name);
    assert_true(bp_picture_open(picture, paper->arena, paper->report));
    return picture;
}

/* A picture at (x, y), `height` points high; `alt` NULL: an artifact of the page's head. */
static void show(struct paper *paper, const struct bp_picture *picture, double x, double y,
                 const char *alt)
{
    struct bp_box box = {.kind = BP_BOX_FIGURE, .x = x, .y = y, .height = 60};
    box.width = picture->width / picture->height * box.height;
    box.picture = picture;
    box.artifact = BP_ARTIFACT_HEADER;
    if (alt) {
        struct bp_tag *figure = paper_tag(paper, NULL, BP_TAG_FIGURE);
        box.kid = paper_kid(paper, figure);
        figure->alt = alt;
        figure->box[0] = x, figure->box[1] = y;
        figure->box[2] = x + box.width, figure->box[3] = y + box.height;
        figure->page = (int)paper->done->len;
    }
    g_array_append_val(paper->boxes, box);
}

static void fill(struct paper *paper)
{
    static const char *const rest[] = {"rgba-8.png", "grey-alpha-8.png", "palette-4.png",
                                       "grey.jpg",   "progressive.jpg",  "plain-rgb.jpg"};
    const struct bp_picture *crest = opened(paper, "crest.svg");
    show(paper, crest, 500, 20, NULL);
    paper_tagged(paper, NULL, BP_TAG_H1, 100, "Pictures");
    show(paper, crest, 72, 110, "The crest of Ashcombe");
    show(paper, opened(paper, "crest.svg"), 172, 110, "The same crest from another file");
    for (int i = 0; i < (int)G_N_ELEMENTS(rest); i++)
        show(paper, opened(paper, rest[i]), 72 + i % 3 * 150, 190 + i / 3 * 80, rest[i]);
    for (int i = 2; i <= 8; i++) {
        char *name = g_strdup_printf("turned-%d.jpg", i);
        show(paper, opened(paper, name), 72 + (i - 2) % 4 * 120, 360 + (i - 2) / 4 * 80, "Turned");
        g_free(name);
    }
    paper_turn(paper, "1");
    show(paper, crest, 500, 20, NULL);
    paper_tagged(paper, NULL, BP_TAG_P, 100, "The second page");
    paper_turn(paper, "2");
}

static char *output_of(const char *format, const char *path)
{
    char **parts = g_strsplit(format, "%s", -1), *command = g_strjoinv(path, parts), *out = NULL;
    char *arguments[] = {"sh", "-c", command, NULL};
    int status = -1;
    assert_true(g_spawn_sync(NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL,
                             &status, NULL));
    if (status != 0)
        print_message("%s\n%s\n", command, out);
    assert_int_equal(status, 0);
    g_strfreev(parts);
    g_free(command);
    return out;
}

/* Writes the pages to a file, runs `format` on it (each %s is its path) and gives the output. */
static char *read_back(struct paper *paper, const char *name, const char *format)
{
    const char *keep = g_getenv("BP_KEEP");
    char *path = g_strdup_printf("%s/test-write-figure-%d-%s.pdf", keep ? keep : g_get_tmp_dir(),
                                 keep ? 0 : (int)getpid(), name);
    struct bp_bytes file;
    assert_true(bp_write_pdf(&paper->pages, paper->text, paper->arena, &file, paper->report));
    assert_int_equal(bp_report_errors(paper->report) + bp_report_warnings(paper->report), 0);
    assert_true(g_file_set_contents(path, file.data, (gssize)file.size, NULL));
    bp_write_free(&file);
    char *out = output_of(format, path);
    if (!keep)
        unlink(path);
    g_free(path);
    return out;
}

static int count(const char *text, const char *part)
{
    int found = 0;
    for (const char *at = text; (at = strstr(at, part)); at += strlen(part))
        found++;
    return found;
}

static int setup(void **state)
{
    struct paper *paper = g_new(struct paper, 1);
    *state = paper;
    return paper_init(paper) ? 0 : -1;
}

static int teardown(void **state)
{
    paper_finish(*state);
    g_free(*state);
    return 0;
}

#define OBJECTS                                                                                    \
    "qpdf --qdf --object-streams=disable --normalize-content=n %s - | LC_ALL=C tr -d '\\000'"

static void qpdf_finds_no_fault(void **state)
{
    fill(*state);
    char *out = read_back(*state, "check", "qpdf --check %s");
    assert_int_equal(count(out, "No syntax or stream encoding errors found"), 1);
    g_free(out);
}

static void each_picture_is_in_the_file_once(void **state)
{
    fill(*state);
    char *out = read_back(*state, "once", "pdfimages -list %s | tail -n +3; " OBJECTS);
    assert_int_equal(count(out, "/Filter /DCTDecode"), 10);
    assert_int_equal(count(out, "/SMask "), 3); /* of two pictures, and of a gradient */
    assert_int_equal(count(out, "/ShadingType 2"), 1);
    assert_int_equal(count(out, "/P1 Do"), 4);
    assert_int_equal(count(out, "/Interpolate"), 0);
    assert_int_equal(count(out, "Creator (cairo"), 0);
    g_free(out);
}

static void figures_are_tagged_and_artifacts_are_not(void **state)
{
    fill(*state);
    char *out = read_back(*state, "tags", "pdfinfo -struct %s; " OBJECTS);
    assert_int_equal(count(out, "Figure:"), 15);
    assert_int_equal(count(out, "/Alt (The crest of Ashcombe)"), 1);
    assert_int_equal(count(out, "/Subtype/Header>>BDC\nq 51.43 0 0 60 500 761.89 cm /P1 Do Q\n"),
                     2);
    assert_int_equal(count(out, "/Figure<</MCID 1>>BDC\nq 51.43 0 0 60 72 671.89 cm /P1 Do Q\n"),
                     1);
    g_free(out);
}

/* The colour of the page's pixel at (x, y), in points from the top left. */
static void assert_colour(const char *ppm, double x, double y, int red, int green, int blue)
{
    int width = 0, height = 0, start = 0;
    assert_int_equal(sscanf(ppm, "P6 %d %d 255%n", &width, &height, &start), 2);
    const guchar *at = (const guchar *)ppm + start + 1 +
                       3 * ((int)(y * height / 841.89) * width + (int)(x * width / 595.28));
    if (abs(at[0] - red) + abs(at[1] - green) + abs(at[2] - blue) > 90)
        fail_msg("at %g, %g: %d %d %d", x, y, at[0], at[1], at[2]);
}

static void pictures_look_as_they_should(void **state)
{
    const char *keep = g_getenv("BP_KEEP");
    char *base = g_strdup_printf("%s/test-write-figure-%d-look", keep ? keep : g_get_tmp_dir(),
                                 keep ? 0 : (int)getpid());
    char *path = g_strconcat(base, ".ppm", NULL), *ppm;
    char *command = g_strdup_printf("pdftoppm -r 72 -f 1 -l 1 -singlefile %%s %s", base);
    fill(*state);
    g_free(read_back(*state, "look", command));
    assert_true(g_file_get_contents(path, &ppm, NULL, NULL));
    unlink(path);
    assert_colour(ppm, 72 + 26, 112, 255, 255, 255); /* over the crest */
    assert_colour(ppm, 72 + 8, 140, 40, 161, 151);
    /* each began with green at its top left */
    for (int i = 2; i <= 8; i++) {
        bool right = strchr("2367", '0' + i), foot = strchr("3478", '0' + i);
        double x = 72 + (i - 2) % 4 * 120, y = 360 + (i - 2) / 4 * 80, width = i > 4 ? 40 : 90;
        assert_colour(ppm, x + (right ? width - 4 : 4), y + (foot ? 56 : 4), 0, 255, 0);
        assert_colour(ppm, x + (right ? 4 : width - 4), y + (foot ? 4 : 56), 0, 0, 255);
    }
    g_free(ppm);
    g_free(command);
    g_free(path);
    g_free(base);
}

static void the_same_pictures_give_the_same_bytes(void **state)
{
    struct paper *paper = *state, again;
    struct bp_bytes first, second;
    fill(paper);
    assert_true(bp_write_pdf(&paper->pages, paper->text, paper->arena, &first, paper->report));
    g_usleep(1100000); /* Cairo's date moves on by a second */
    g_setenv("TZ", "Pacific/Auckland", TRUE);
    g_setenv("LANGUAGE", "de", TRUE);
    g_setenv("LC_ALL", "de_DE.UTF-8", TRUE);
    assert_true(paper_init(&again));
    fill(&again);
    assert_true(bp_write_pdf(&again.pages, again.text, again.arena, &second, again.report));
    assert_int_equal(first.size, second.size);
    assert_memory_equal(first.data, second.data, first.size);
    bp_write_free(&first);
    bp_write_free(&second);
    paper_finish(&again);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(qpdf_finds_no_fault, setup, teardown),
        cmocka_unit_test_setup_teardown(each_picture_is_in_the_file_once, setup, teardown),
        cmocka_unit_test_setup_teardown(figures_are_tagged_and_artifacts_are_not, setup, teardown),
        cmocka_unit_test_setup_teardown(pictures_look_as_they_should, setup, teardown),
        cmocka_unit_test_setup_teardown(the_same_pictures_give_the_same_bytes, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
