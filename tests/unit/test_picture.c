/* SPDX-License-Identifier: MIT */
/* What pictures become, and which are refused in which words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "picture.h"

struct fixture {
    struct bp_arena *arena;
    struct bp_report *report;
};

static int setup(void **state)
{
    struct fixture *fixture = g_new(struct fixture, 1);
    *fixture = (struct fixture){bp_arena_create(), bp_report_create()};
    *state = fixture;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *fixture = *state;
    bp_report_destroy(fixture->report);
    bp_arena_destroy(fixture->arena);
    g_free(fixture);
    return 0;
}

static char *said(const struct bp_report *report)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    bp_report_print(report, out);
    fclose(out);
    return text;
}

static struct bp_picture *opened(struct fixture *fixture, struct bp_picture *picture)
{
    if (!bp_picture_open(picture, fixture->arena, fixture->report)) {
        char *text = said(fixture->report);
        print_message("%s", text);
        free(text);
        fail_msg("%s was refused", picture->path);
    }
    assert_int_equal(bp_report_errors(fixture->report), 0);
    return picture;
}

static struct bp_picture *opened_file(struct fixture *fixture, const char *name)
{
    return opened(fixture, picture_file(fixture->arena, name));
}

static struct bp_picture *opened_text(struct fixture *fixture, const char *text)
{
    return opened(fixture, picture_of(fixture->arena, text, strlen(text), "drawing.svg"));
}

/* The picture must be refused with words that hold `words`, at its place, and once. */
static void refused(struct bp_picture *picture, const char *code, const char *words)
{
    struct bp_arena *arena = bp_arena_create();
    struct bp_report *report = bp_report_create();
    bool good = bp_picture_open(picture, arena, report);
    char *text = said(report),
         *start = g_strdup_printf("layout.yaml:7:11: error: the picture “%s”", picture->path);
    if (good || !bp_report_has(report, code) || !strstr(text, words) ||
        !g_str_has_prefix(text, start) || !strchr(text, ';'))
        fail_msg("%s: wanted %s, “%s”; got: %s", picture->path, code, words, text);
    assert_int_equal(bp_report_errors(report), 1);
    free(text);
    g_free(start);
    bp_report_destroy(report);
    bp_arena_destroy(arena);
}

static void refused_text(struct fixture *fixture, const char *text, const char *code,
                         const char *words)
{
    refused(picture_of(fixture->arena, text, strlen(text), "drawing.svg"), code, words);
}

static void every_kind_of_png_gives_its_pixels(void **state)
{
    static const struct {
        const char *name;
        int channels;
        bool alpha;
    } files[] = {
        {"grey-1.png", 1, false},          {"grey-2.png", 1, false},
        {"grey-4.png", 1, false},          {"grey-8.png", 1, false},
        {"grey-16.png", 1, false},         {"grey-8-trns.png", 1, true},
        {"grey-alpha-8.png", 1, true},     {"grey-alpha-16.png", 1, true},
        {"rgb-8.png", 3, false},           {"rgb-16.png", 3, false},
        {"rgb-8-trns.png", 3, true},       {"rgba-8.png", 3, true},
        {"rgba-16.png", 3, true},          {"palette-2.png", 3, false},
        {"palette-4.png", 3, false},       {"palette-8.png", 3, false},
        {"palette-8-trns.png", 3, true},   {"interlaced.png", 3, true},
        {"interlaced-grey.png", 1, false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        struct bp_picture *picture = opened_file(*state, files[i].name);
        const guchar *data = (const guchar *)picture->data.data;
        assert_int_equal(picture->kind, BP_PICTURE_PIXELS);
        assert_int_equal(picture->channels, files[i].channels);
        assert_int_equal(picture->columns, 8);
        assert_int_equal(picture->rows, 6);
        assert_int_equal(picture->data.size, 48 * files[i].channels);
        assert_int_equal(picture->alpha.size, files[i].alpha ? 48 : 0);
        if (files[i].channels == 3) { /* green over red and blue */
            assert_memory_equal(data, "\0\xFF\0", 3);
            assert_memory_equal(data + 8 * 3, "\xFF\0\0", 3);
            assert_memory_equal(data + 48 * 3 - 3, "\0\0\xFF", 3);
        } else { /* black over two greys, of which the lighter is on the right */
            assert_int_equal(data[0], 0);
            assert_true(data[8] <= data[47] && data[47] > 80);
        }
    }
}

static void samples_keep_their_values(void **state)
{
    const struct bp_picture *grey = opened_file(*state, "grey-16.png");
    assert_int_equal((guchar)grey->data.data[8], 85);
    assert_int_equal((guchar)grey->data.data[47], 170);
    const struct bp_picture *both = opened_file(*state, "grey-alpha-8.png");
    assert_int_equal((guchar)both->data.data[47], 170);
    assert_int_equal((guchar)both->alpha.data[0], 255);
    assert_int_equal((guchar)both->alpha.data[7], 0);
    assert_int_equal((guchar)both->alpha.data[15], 51);
    assert_int_equal((guchar)both->alpha.data[47], 255);
    const struct bp_picture *key = opened_file(*state, "grey-8-trns.png");
    assert_int_equal((guchar)key->alpha.data[0], 0);
    assert_int_equal((guchar)key->alpha.data[8], 255);
    const struct bp_picture *dark = opened_file(*state, "gamma.png");
    assert_int_equal((guchar)dark->data.data[1], 255);
}

static void pixels_have_the_size_that_the_file_says(void **state)
{
    const struct bp_picture *said_so = opened_file(*state, "rgb-8.png");
    assert_true(fabs(said_so->width - 1.92) < 1e-3 && fabs(said_so->height - 1.44) < 1e-3);
    const struct bp_picture *silent = opened_file(*state, "rgba-8.png");
    assert_true(silent->width == 6 && silent->height == 4.5);
    const struct bp_picture *jpeg = opened_file(*state, "rgb.jpg");
    assert_true(fabs(jpeg->width - 11.52) < 1e-9 && fabs(jpeg->height - 7.68) < 1e-9);
    assert_true(opened_file(*state, "grey.jpg")->width == 36);
}

static void jpegs_pass_as_they_are(void **state)
{
    static const char *const names[] = {"grey.jpg", "rgb.jpg", "progressive.jpg"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const struct bp_picture *picture = opened_file(*state, names[i]);
        assert_int_equal(picture->kind, BP_PICTURE_JPEG);
        assert_int_equal(picture->channels, i == 0 ? 1 : 3);
        assert_int_equal(picture->columns, 48);
        assert_int_equal(picture->rows, 32);
        assert_int_equal(picture->data.size, picture->file.size);
        assert_memory_equal(picture->data.data, picture->file.data, picture->file.size);
    }
}

static bool has(const struct bp_bytes *bytes, const char *words)
{
    for (size_t i = 0; i + strlen(words) <= bytes->size; i++)
        if (memcmp(bytes->data + i, words, strlen(words)) == 0)
            return true;
    return false;
}

static void a_camera_s_notes_are_left_out(void **state)
{
    const struct bp_picture *picture = opened_file(*state, "turned-6.jpg");
    assert_true(has(&picture->file, "51.2N") && has(&picture->file, "Exif"));
    assert_false(has(&picture->data, "51.2N") || has(&picture->data, "Exif"));
    assert_memory_equal(picture->data.data, "\xFF\xD8\xFF\xE0", 4);
    assert_memory_equal(picture->data.data + picture->data.size - 2, "\xFF\xD9", 2);
}

static void what_follows_a_jpeg_is_left_out(void **state)
{
    struct fixture *fixture = *state;
    const struct bp_picture *first = opened_file(fixture, "rgb.jpg");
    GString *longer = g_string_new_len(first->file.data, (gssize)first->file.size);
    g_string_append(longer, "a film that the telephone took along");
    const struct bp_picture *picture =
        opened(fixture, picture_of(fixture->arena, longer->str, longer->len, "rgb.jpg"));
    assert_int_equal(picture->data.size, first->file.size);
    g_string_free(longer, TRUE);
}

static void a_turned_jpeg_stands_upright(void **state)
{
    for (int i = 2; i <= 8; i++) {
        char *name = g_strdup_printf("turned-%d.jpg", i);
        const struct bp_picture *picture = opened_file(*state, name);
        assert_int_equal(picture->orientation, i);
        assert_true(picture->width == (i > 4 ? 24 : 36));
        assert_true(picture->height == (i > 4 ? 36 : 24));
        assert_int_equal(picture->columns, 48);
        g_free(name);
    }
}

static void plain_rgb_says_that_it_is(void **state)
{
    const struct bp_picture *picture = opened_file(*state, "plain-rgb.jpg");
    assert_memory_equal(picture->data.data,
                        "\xFF\xD8\xFF\xEE\0\x0E"
                        "Adobe",
                        11);
}

static void a_drawing_becomes_a_pdf_of_its_size(void **state)
{
    const struct bp_picture *picture = opened_file(*state, "crest.svg");
    assert_int_equal(picture->kind, BP_PICTURE_DRAWING);
    assert_true(picture->width == 90 && picture->height == 105);
    assert_memory_equal(picture->data.data, "%PDF-1.4", 8);
    assert_true(has(&picture->data, "857.14 1000"));
    assert_true(has(&picture->data, "/CreationDate (19700101000000Z")); /* of no clock */
    picture = opened_text(*state, SVG("width=\"20mm\" height=\"10mm\"", "<circle r=\"9\"/>"));
    assert_true(fabs(picture->width - 56.693) < 1e-3 && fabs(picture->height - 28.346) < 1e-3);
    picture = opened_text(*state, SVG("viewBox=\"0 0 40 20\" width=\"100%\" height=\"100%\"", ""));
    assert_true(picture->width == 30 && picture->height == 15);
}

static void what_drawing_programs_write_is_read(void **state)
{
    static const char *const drawings[] = {
        DRAWN("<rect style=\"filter:none;mask:none;font-family:'Open Sans'\" filter=\"none\"/>"),
        DRAWN("<metadata id=\"m\"><text>1</text></metadata><title>t</title><circle r=\"1\"/>"),
        DRAWN("<foreignObject requiredExtensions=\"x\"><image/></foreignObject>"),
        DRAWN("<script>alert(1)</script><circle r=\"1\" onclick=\"x()\"/>"),
        DRAWN("<g data-name=\"C:\\art\" x:file=\"url(C:\\a)\" xmlns:x=\"y\"/>"),
        DRAWN("<style>/* url(x) } */.a, g > path.b{fill:url(#g)}</style><path class=\"a b\"/>"
              "<linearGradient id=\"g\"><stop class=\"s\"/></linearGradient>"),
        DRAWN("<style><![CDATA[.c{clip-path:url('#c')}.n{fill:none}]]></style>"
              "<clipPath id=\"c\"><rect class=\"n\" width=\"9\" height=\"9\"/></clipPath>"
              "<g class=\"c\"><circle r=\"5\"/></g>"),
        "\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE svg PUBLIC \"a\" \"b\">"
        "<!-- c --><svg viewBox='0 0 9 9' xmlns='http://www.w3.org/2000/svg'/>",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(drawings); i++)
        opened_text(*state, drawings[i]);
}

static void what_is_no_drawing_is_told_with_its_line(void **state)
{
    static const struct {
        const char *text, *code, *words;
    } drawings[] = {
        {DRAWN("\n\n<text>A</text>"), "picture-text", "(its line 3); turn its text into paths"},
        {DRAWN("<text><tspan>A</tspan></text>"), "picture-text", "into paths"},
        {DRAWN("<x:text xmlns:x=\"http://www.w3.org/2000/svg\"/>"), "picture-text", "paths"},
        {DRAWN("<image width=\"5\" height=\"5\"/>"), "picture-pixels", "as PNG"},
        {DRAWN("<filter id=\"f\"/>"), "picture-effect", "can't be drawn as vectors"},
        {DRAWN("<mask id=\"m\"/>"), "picture-effect", "mask"},
        {DRAWN("<rect filter=\"url(#f)\"/>"), "picture-effect", "blur"},
        {DRAWN("<rect style=\"a:b; Filter : blur(3px)\"/>"), "picture-effect", "blur"},
        {DRAWN("<style>rect{filter:drop-shadow(1px 1px red)}</style>"), "picture-effect", "blur"},
        {DRAWN("<style>rect{f\\ilter:blur(1px)}</style>"), "picture-elsewhere", "its own file"},
        {DRAWN("<style>@import \"a.css\";</style>"), "picture-elsewhere", "its own file"},
        {DRAWN("<rect fill=\"url(http://a.b/c#d)\"/>"), "picture-elsewhere", "its own file"},
        {DRAWN("<use href=\"other.svg#a\"/>"), "picture-elsewhere", "its own file"},
        {DRAWN("<use href=\"data:,x\"/>"), "picture-elsewhere", "its own file"},
        {DRAWN("<?xml-stylesheet href=\"data:,x\"?>"), "picture-elsewhere", "its own file"},
        {DRAWN("<a/>"), "picture-link", "link"},
        {DRAWN("<switch><g systemLanguage=\"de\"/></switch>"), "picture-language", "languages"},
        {DRAWN("<foreignObject/>"), "picture-foreign", "no drawing"},
        {DRAWN("<metadata><text id=\"x\"/></metadata><use href=\"#x\"/>"), "picture-foreign", ""},
        {DRAWN("<metadata><style>g{filter:blur(1px)}</style></metadata>"), "picture-effect", ""},
        {DRAWN("<g>"), "picture-damaged", "from its line 1"},
        {DRAWN("<g/>&a;"), "picture-damaged", "plain SVG"},
        {DRAWN("<g/>\xE9"), "picture-encoding", "UTF-8"},
        {"<?xml version=\"1.0\" encoding=\"latin1\"?>" DRAWN(""), "picture-encoding", "UTF-8"},
        {"<?xml version=\"1.0\"?><html/>", "picture-damaged", "no SVG"},
        {SVG("", "<rect/>"), "picture-size", "viewBox"},
        {SVG("viewBox=\"0 0 1e9 1\"", ""), "picture-size", "1e+09"},
        {SVG("viewBox=\"0 0 0 0\"", ""), "picture-size", "0 by 0"},
        {SVG("viewBox=\"nan 0 inf 9\"", ""), "picture-size", "how large"},
        {SVG("width=\"30001\" height=\"9999\"", ""), "picture-size", "30001"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(drawings); i++)
        refused_text(*state, drawings[i].text, drawings[i].code, drawings[i].words);
}

/* `count` groups, each of ten `piece`s that name the group before by %d. */
static char *tower(const char *element, int count, const char *piece, const char *top)
{
    GString *out = g_string_new(NULL);
    g_string_printf(out, "<%s id=\"p0\"><rect width=\"1\" height=\"1\"/></%s>", element, element);
    for (int i = 1; i <= count; i++) {
        g_string_append_printf(out, "<%s id=\"p%d\">", element, i);
        for (int k = 0; k < 10; k++) {
            char *before = g_strdup_printf("%d", i - 1), **parts = g_strsplit(piece, "%d", -1);
            char *one = g_strjoinv(before, parts);
            g_string_append(out, one);
            g_strfreev(parts);
            g_free(before);
            g_free(one);
        }
        g_string_append_printf(out, "</%s>", element);
    }
    g_string_append(out, top);
    char *text = g_strdup_printf(DRAWN("%s"), out->str);
    g_string_free(out, TRUE);
    return text;
}

static void bombs_are_found_before_they_are_drawn(void **state)
{
    GString *rules = g_string_new("<style>"), *marks = g_string_new("<marker id=\"m\">");
    for (int i = 0; i < 9; i++)
        g_string_append_printf(rules, ".c%d{fill:url(#p%d)}", i, i);
    g_string_append(rules, "</style><rect class=\"c8\"/>");
    for (int i = 0; i < 500; i++)
        g_string_append(marks, "<path d=\"M0 0h1v1z\"/>");
    g_string_append(marks, "</marker><g marker-mid=\"url(#m)\">");
    for (int i = 0; i < 500; i++)
        g_string_append(marks, "<path d=\"M0 0h1v1h1v1\"/>");
    char *deep = g_strnfill(600, 'g');
    char **parts = g_strsplit(deep, "g", -1);
    char *opening = g_strjoinv("<g>", parts), *closing = g_strjoinv("</g>", parts);
    char *bombs[] = {
        tower("g", 8, "<use href=\"#p%d\"/>", "<use href=\"#p8\"/>"),
        tower("pattern", 8, "<rect fill=\"url(#p%d)\"/>", "<rect fill=\"url(#p8)\"/>"),
        tower("clipPath", 8, "<rect clip-path=\"url(#p%d)\"/>", "<rect clip-path=\"url(#p8)\"/>"),
        tower("pattern", 8, "<rect class=\"c%d\"/>", rules->str),
        g_strdup(DRAWN("<g id=\"a\"><use href=\"#a\"/></g>")),
        g_strdup(DRAWN("<style>*{fill:url(#a)}</style><pattern id=\"a\"><g/></pattern>")),
        g_strdup_printf(DRAWN("%s</g>"), marks->str),
        g_strdup_printf(DRAWN("%s%s"), opening, closing),
    };
    for (size_t i = 0; i < G_N_ELEMENTS(bombs); i++) {
        refused_text(*state, bombs[i], "picture-large", "make it simpler");
        g_free(bombs[i]);
    }
    g_strfreev(parts);
    g_free(opening);
    g_free(closing);
    g_free(deep);
    g_string_free(rules, TRUE);
    g_string_free(marks, TRUE);
}

/* Long lists of selectors and of classes, each for a long list of colours. */
static void long_style_sheets_are_refused(void **state)
{
    char *letters = g_strnfill(40000, 'a'), **parts = g_strsplit(letters, "a", -1);
    char *selectors = g_strjoinv("a,", parts), *urls = g_strjoinv("url(#a)", parts);
    char *elements = g_strjoinv("<g class=\"a\"/>", parts);
    char *sheets[] = {
        g_strdup_printf(DRAWN("<style>%sa{fill:%s}</style>"), selectors, urls),
        g_strdup_printf(DRAWN("<style>.a{fill:%s}</style>%s<g id=\"a\"/>"), urls, elements),
    };
    for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++) {
        refused_text(*state, sheets[i], "picture-large", "make it simpler");
        g_free(sheets[i]);
    }
    g_strfreev(parts);
    g_free(selectors);
    g_free(urls);
    g_free(elements);
    g_free(letters);
}

static void other_files_are_named(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        const char *bytes;
        size_t size;
        const char *code, *words;
    } files[] = {
        {"", 0, "picture-damaged", "is empty"},
        {"GIF89a", 6, "picture-kind", "GIF"},
        {"BM", 2, "picture-kind", "BMP"},
        {"RIFF\0\0\0\0WEBPVP8 ", 16, "picture-kind", "WebP"},
        {"\0\0\0\x18"
         "ftypheic",
         12, "picture-kind", "HEIC"},
        {"%PDF-1.7", 8, "picture-kind", "a PDF; save it as SVG"},
        {"\x1F\x8B\x08", 3, "picture-kind", "unpack it"},
        {"PK\3\4", 4, "picture-kind", "Office"},
        {"hello", 5, "picture-kind", "save it as SVG, PNG or JPEG"},
        {"\x89PNG\r\n\x1A\n", 8, "picture-damaged", "is damaged"},
        {"\xFF\xD8\xFF", 3, "picture-damaged", "is damaged"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++)
        refused(picture_of(fixture->arena, files[i].bytes, files[i].size, "logo"), files[i].code,
                files[i].words);
}

static void damaged_and_unfit_files_are_refused(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        const char *name, *code, *words;
    } files[] = {
        {"cut.png", "picture-damaged", "save it again"},
        {"damaged.png", "picture-damaged", "save it again"},
        {"bomb-wide.png", "picture-large", "100000 by 100000"},
        {"bomb-empty.png", "picture-damaged", "save it again"},
        {"cut.jpg", "picture-damaged", "save it again"},
        {"damaged.jpg", "picture-damaged", "save it again"},
        {"bomb.jpg", "picture-large", "65000 by 65000"},
        {"cmyk.jpg", "picture-cmyk", "save it as RGB"},
        {"ycck.jpg", "picture-cmyk", "save it as RGB"},
        {"arithmetic.jpg", "picture-kind", "common JPEG"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++)
        refused(picture_file(fixture->arena, files[i].name), files[i].code, files[i].words);
}

static void every_cut_of_a_file_is_refused(void **state)
{
    struct fixture *fixture = *state;
    static const char *const names[] = {"rgba-16.png",     "interlaced.png", "rgb.jpg",
                                        "progressive.jpg", "turned-6.jpg",   "crest.svg"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const struct bp_picture *whole = picture_file(fixture->arena, names[i]);
        for (size_t size = 8; size + 2 < whole->file.size; size += 7) {
            struct bp_picture *cut = picture_of(fixture->arena, whole->file.data, size, names[i]);
            assert_false(bp_picture_open(cut, fixture->arena, fixture->report));
        }
    }
    assert_true(bp_report_has(fixture->report, "picture-damaged"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_kind_of_png_gives_its_pixels, setup, teardown),
        cmocka_unit_test_setup_teardown(samples_keep_their_values, setup, teardown),
        cmocka_unit_test_setup_teardown(pixels_have_the_size_that_the_file_says, setup, teardown),
        cmocka_unit_test_setup_teardown(jpegs_pass_as_they_are, setup, teardown),
        cmocka_unit_test_setup_teardown(a_camera_s_notes_are_left_out, setup, teardown),
        cmocka_unit_test_setup_teardown(what_follows_a_jpeg_is_left_out, setup, teardown),
        cmocka_unit_test_setup_teardown(a_turned_jpeg_stands_upright, setup, teardown),
        cmocka_unit_test_setup_teardown(plain_rgb_says_that_it_is, setup, teardown),
        cmocka_unit_test_setup_teardown(a_drawing_becomes_a_pdf_of_its_size, setup, teardown),
        cmocka_unit_test_setup_teardown(what_drawing_programs_write_is_read, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_no_drawing_is_told_with_its_line, setup, teardown),
        cmocka_unit_test_setup_teardown(bombs_are_found_before_they_are_drawn, setup, teardown),
        cmocka_unit_test_setup_teardown(long_style_sheets_are_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(other_files_are_named, setup, teardown),
        cmocka_unit_test_setup_teardown(damaged_and_unfit_files_are_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(every_cut_of_a_file_is_refused, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
