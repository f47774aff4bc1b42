/* SPDX-License-Identifier: MIT */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "text/paragraph.h"

struct fixture {
    struct bp_report *report;
    struct bp_text_service *text;
    struct bp_arena *arena;
    struct bp_paragraph paragraph;
};

static int set_up(void **state)
{
    struct fixture *fixture = g_new0(struct fixture, 1);
    fixture->report = bp_report_create();
    fixture->arena = bp_arena_create();
    fixture->text = bp_text_create(fixture->report);
    *state = fixture;
    return fixture->text ? 0 : -1;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    bp_text_destroy(fixture->text);
    bp_arena_destroy(fixture->arena);
    bp_report_destroy(fixture->report);
    g_free(fixture);
    return 0;
}

static const struct bp_font regular = {"Open Sans", 400, false, false, "en-GB"};
static const struct bp_font bold = {"Open Sans", 700, false, false, "en-GB"};

static bool make(struct fixture *fixture, const struct bp_font *font, const char *string)
{
    struct bp_text_run run = {
        string, (int)strlen(string), *font, 10, {.source = {"meeting.yaml", 7, 3}}};
    fixture->paragraph.right_to_left = false;
    return bp_paragraph_make(fixture->text, &run, 1, &fixture->paragraph, fixture->arena,
                             fixture->report);
}

/* The pieces as text, "|" where a line may end, "-" at a soft hyphen, "¶" where it must. */
static char *pieces_of(const struct fixture *fixture)
{
    static const char *const ends[] = {"·", "|", "-", "¶"};
    GString *out = g_string_new(NULL);
    for (int i = 0; i < fixture->paragraph.n_pieces; i++) {
        const struct bp_piece *piece = &fixture->paragraph.pieces[i];
        if (piece->shape)
            g_string_append_len(out, piece->shape->text, piece->shape->length);
        g_string_append(out, piece->tab ? "→" : "");
        g_string_append(out, ends[piece->end]);
    }
    return g_string_free(out, FALSE);
}

static void assert_pieces(struct fixture *fixture, const char *string, const char *expected)
{
    assert_true(make(fixture, &regular, string));
    char *pieces = pieces_of(fixture);
    assert_string_equal(pieces, expected);
    g_free(pieces);
}

static char *report_of(const struct fixture *fixture)
{
    char *printed = NULL;
    size_t size;
    FILE *file = open_memstream(&printed, &size);
    bp_report_print(fixture->report, file);
    fclose(file);
    return printed;
}

static void assert_reported(struct fixture *fixture, const struct bp_font *font, const char *string,
                            const char *expected)
{
    assert_false(make(fixture, font, string));
    char *printed = report_of(fixture);
    if (!strstr(printed, expected))
        fail_msg("“%s” is not in “%s”", expected, printed);
    free(printed);
}

static void text_is_cut_where_lines_may_end(void **state)
{
    assert_pieces(*state, "one two", "one· |two·");
    assert_pieces(*state, "go-live a  b", "go-|live· |a· · |b·");
    assert_pieces(*state, "10\u00A0km", "10\u00A0km·");
    assert_pieces(*state, "is ! (x)", "is· ·!· |(x)·");
    assert_pieces(*state, "a\nb\n", "a·¶b·¶");
    assert_pieces(*state, "a\tb", "a·→|b·");
    assert_pieces(*state, "", "");
    assert_pieces(*state, "\n", "¶");
}

static void a_soft_hyphen_shows_nothing(void **state)
{
    struct fixture *fixture = *state;
    assert_pieces(fixture, "co\u00ADop", "co-op·");
    assert_int_equal(fixture->paragraph.pieces[0].shape->n_glyphs, 2);
    assert_pieces(fixture, "\u05D0co\u00ADop", "\u05D0·co-op·");
    assert_int_equal(fixture->paragraph.pieces[1].shape->n_glyphs, 2);
}

static void characters_without_width_have_no_glyph(void **state)
{
    struct fixture *fixture = *state;
    assert_pieces(fixture, "a\u2060b", "a\u2060b·");
    assert_int_equal(fixture->paragraph.pieces[0].shape->n_glyphs, 2);
    assert_true(make(fixture, &regular, "\u200Ba\u200B b\u200B"));
    assert_int_equal(fixture->paragraph.n_pieces, 3);
    assert_true(make(fixture, &regular, "a\u200Eb\u200Fc"));
    int glyphs = 0;
    for (int i = 0; i < fixture->paragraph.n_pieces; i++)
        glyphs += fixture->paragraph.pieces[i].shape->n_glyphs;
    assert_int_equal(glyphs, 3);
}

static void a_word_goes_on_across_styles(void **state)
{
    struct fixture *fixture = *state;
    struct bp_text_run runs[] = {{"see ", 4, regular, 10, {.start = 0}},
                                 {"Watch", 5, bold, 10, {.start = 0}},
                                 {"), and", 6, regular, 10, {.start = 0}}};
    assert_true(bp_paragraph_make(fixture->text, runs, 3, &fixture->paragraph, fixture->arena,
                                  fixture->report));
    char *pieces = pieces_of(fixture);
    assert_string_equal(pieces, "see· |Watch·),· |and·");
    assert_int_equal(fixture->paragraph.pieces[2].run, 1);
    assert_int_equal(fixture->paragraph.pieces[3].run, 2);
    assert_int_equal(fixture->paragraph.pieces[2].shape->face->weight, 700);
    g_free(pieces);
}

static void a_character_without_a_face_is_named(void **state)
{
    struct fixture *fixture = *state;
    assert_reported(fixture, &regular, "Hello 😀", "meeting.yaml:7:3: error: ");
    assert_reported(fixture, &regular, "Hello 😀", "U+1F600 “😀”");
    assert_reported(fixture, &regular, "会", "U+4F1A “会”");
    assert_reported(fixture, &regular, "a\x07", "U+0007");
    int before = bp_report_errors(fixture->report);
    assert_false(make(fixture, &regular, "议员 议"));
    assert_int_equal(bp_report_errors(fixture->report), before + 2);
}

static void a_face_that_is_not_there_is_an_error(void **state)
{
    const struct bp_font black = {"Open Sans", 900, false, false, "en"};
    const struct bp_font other = {"Comic Sans", 400, true, false, "en"};
    assert_reported(*state, &black, "a",
                    "meeting.yaml:7:3: error: the family “Open Sans” has no weight 900; "
                    "write 400, 400 italic, 600, 600 italic, 700 or 700 italic");
    assert_reported(
        *state, &other, "a",
        "there is no family “Comic Sans”; write Open Sans, Inter, Lato, Liberation Sans, "
        "Noto Sans, Noto Serif, Vollkorn or EB Garamond");
    assert_null(bp_text_no_face(((struct fixture *)*state)->text, &bold));
}

static void a_missing_file_is_a_failure_of_the_system(void **state)
{
    struct fixture *fixture = *state;
    const struct bp_font here = {"Here", 400, false, false, "en"};
    const struct bp_font away = {"Away", 400, false, false, "en"};
    bp_text_destroy(fixture->text);
    fixture->text = bp_text_create_from(
        "family fonts-open-sans Here\n"
        "400 upright 0 /usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf\n"
        "family fonts-none Away\n400 upright 0 /nowhere/x.ttf\n",
        fixture->report);
    assert_non_null(fixture->text);
    assert_true(make(fixture, &here, "a"));
    assert_int_equal(bp_report_tally(fixture->report).systems, 0);
    assert_false(make(fixture, &away, "a"));
    assert_int_equal(bp_report_tally(fixture->report).systems, 1);
    assert_int_equal(bp_report_tally(fixture->report).errors, 1);
    char *printed = report_of(fixture);
    assert_non_null(strstr(printed, "/nowhere/x.ttf"));
    assert_non_null(strstr(printed, "fonts-none"));
    free(printed);
}

static void a_missing_stand_in_is_named_and_not_the_character(void **state)
{
    struct fixture *fixture = *state;
    const struct bp_font here = {"Here", 400, false, false, "en"};
    bp_text_destroy(fixture->text);
    fixture->text = bp_text_create_from(
        "family fonts-open-sans Here\n"
        "400 upright 0 /usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf\n"
        "script fonts-none Hebr:he\n400 upright 0 /nowhere/x.ttf\n",
        fixture->report);
    assert_reported(fixture, &here, "a שלום", "fonts-none");
    assert_false(bp_report_has(fixture->report, "missing-character"));
}

static void a_list_of_another_form_is_a_failure_of_the_system(void **state)
{
    struct fixture *fixture = *state;
    assert_null(bp_text_create_from("family fonts-none X\n400 slanted 0 /x\n", fixture->report));
    char *printed = report_of(fixture);
    assert_non_null(strstr(printed, "line 2"));
    free(printed);
}

static void a_file_of_two_lines_is_one_face(void **state)
{
    struct fixture *fixture = *state;
    const struct bp_font noto = {"Noto Sans", 400, false, false, "en"};
    assert_true(make(fixture, &noto, "a"));
    assert_true(make(fixture, &regular, "aɐ"));
    int found = 0;
    for (int i = 0; i < bp_text_n_faces(fixture->text); i++)
        found += strcmp(bp_text_face(fixture->text, i)->name, "NotoSans-Regular") == 0;
    assert_int_equal(found, 1);
}

static void tabular_figures_are_of_equal_width(void **state)
{
    struct fixture *fixture = *state;
    struct bp_font font = regular;
    font.tabular = true;
    const struct bp_shape *ones = bp_text_shape(fixture->text, &font, "1111", 4);
    const struct bp_shape *eights = bp_text_shape(fixture->text, &font, "8888", 4);
    assert_int_equal(ones->width, eights->width);
    assert_ptr_equal(ones, bp_text_shape(fixture->text, &font, "1111", 4));
}

static void a_string_is_shaped_in_the_first_face_that_has_it(void **state)
{
    struct fixture *fixture = *state;
    const struct bp_shape *shape = bp_text_shape(fixture->text, &bold, "שלום", 8);
    assert_string_equal(shape->face->name, "NotoSansHebrew-Bold");
    assert_int_equal(shape->level, 1);
    assert_string_equal(bp_text_shape(fixture->text, &bold, "a", 1)->face->name, "OpenSans-Bold");
    assert_true(bp_text_shape(fixture->text, &bold, " ", 1)->space);
    assert_null(bp_text_shape(fixture->text, &bold, "会", 3));
}

static void a_long_word_is_split_at_a_grapheme(void **state)
{
    struct fixture *fixture = *state;
    const struct bp_shape *head;
    const struct bp_shape *tail;
    const struct bp_shape *shape =
        bp_text_shape(fixture->text, &regular, "e\u0301e\u0301e\u0301", 9);
    double letter = bp_shape_width(shape, 10) / 3;
    assert_true(bp_shape_split(fixture->text, shape, 10, letter * 2.5, &head, &tail));
    assert_int_equal(head->length, 6);
    assert_int_equal(tail->length, 3);
    assert_true(bp_shape_split(fixture->text, shape, 10, 0, &head, &tail));
    assert_int_equal(head->length, 3);
    assert_false(bp_shape_split(fixture->text, head, 10, 0, &head, &tail));
}

static void a_line_is_put_in_visual_order(void **state)
{
    struct fixture *fixture = *state;
    int order[16];
    assert_true(make(fixture, &regular, "a שלום עולם 12 b"));
    struct bp_paragraph *paragraph = &fixture->paragraph;
    assert_false(paragraph->right_to_left);
    assert_true(paragraph->reorder);
    assert_int_equal(paragraph->n_pieces, 9);
    bp_paragraph_order(paragraph, 0, 9, order);
    const int expected[] = {0, 1, 6, 5, 4, 3, 2, 7, 8};
    for (int i = 0; i < 9; i++)
        assert_int_equal(order[i], expected[i]);
    bp_paragraph_order(paragraph, 0, 4, order);
    const int with_space_at_end[] = {0, 1, 2, 3};
    for (int i = 0; i < 4; i++)
        assert_int_equal(order[i], with_space_at_end[i]);
    assert_true(make(fixture, &regular, "שלום a"));
    assert_true(paragraph->right_to_left);
    bp_paragraph_order(paragraph, 0, 3, order);
    assert_int_equal(order[0], 2);
    assert_int_equal(order[2], 0);
}

static void glyphs_of_a_face_are_those_used(void **state)
{
    struct fixture *fixture = *state;
    const uint32_t *glyphs;
    assert_int_equal(bp_text_n_faces(fixture->text), 0);
    assert_true(make(fixture, &regular, "abba"));
    assert_int_equal(bp_text_n_faces(fixture->text), 1);
    const struct bp_face *face = bp_text_face(fixture->text, 0);
    assert_int_equal(bp_text_face_glyphs(fixture->text, face, &glyphs, fixture->arena), 3);
    assert_int_equal(glyphs[0], 0);
    assert_true(glyphs[1] < glyphs[2]);
    assert_string_equal(face->name, "OpenSans");
    assert_int_equal(face->units_per_em, 2048);
    assert_int_equal(face->weight, 400);
    assert_true(face->ascent > 0 && face->descent < 0 && face->cap_height > face->x_height);
    assert_true(face->box[3] > face->ascent / 2 && face->box[1] < 0);
    assert_false(face->cff || face->italic || face->fixed_pitch);
    struct bp_bytes bytes = bp_text_face_data(fixture->text, face);
    assert_memory_equal(bytes.data, "\0\1\0\0", 4);
    struct bp_metrics metrics = bp_text_metrics(fixture->text, &regular, 10);
    assert_true(metrics.x_height > 5 && metrics.x_height < 6 && metrics.descent > 0);
}

static void every_character_of_the_fast_and_general_way_lies_in_a_piece(void **state)
{
    struct fixture *fixture = *state;
    GString *string = g_string_new(NULL);
    for (int i = 0; i < 3000; i++)
        g_string_append_c(string, (char)('a' + i % 26));
    assert_true(make(fixture, &regular, string->str));
    int length = 0;
    for (int i = 0; i < fixture->paragraph.n_pieces; i++)
        length += fixture->paragraph.pieces[i].shape->length;
    assert_int_equal(length, 3000);
    g_string_free(string, TRUE);
}

/* A number made of the glyphs of a text in `language`. */
static unsigned glyphs_in(struct fixture *fixture, const char *language)
{
    struct bp_font font = regular;
    unsigned sum = 0;
    font.language = language;
    assert_true(make(fixture, &font, "report ۴۶۷ منگ"));
    for (int i = 0; i < fixture->paragraph.n_pieces; i++)
        for (int k = 0; k < fixture->paragraph.pieces[i].shape->n_glyphs; k++)
            sum = sum * 31 + fixture->paragraph.pieces[i].shape->glyphs[k].id;
    return sum;
}

/* Pango would take the language of Arabic words in English text from the environment. */
static void the_environment_has_no_say(void **state)
{
    assert_int_equal(glyphs_in(*state, "en"), glyphs_in(*state, "ar"));
    assert_int_not_equal(glyphs_in(*state, "en"), glyphs_in(*state, "ur"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(text_is_cut_where_lines_may_end, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_soft_hyphen_shows_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(characters_without_width_have_no_glyph, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_word_goes_on_across_styles, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_character_without_a_face_is_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_face_that_is_not_there_is_an_error, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_missing_file_is_a_failure_of_the_system, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_missing_stand_in_is_named_and_not_the_character, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_list_of_another_form_is_a_failure_of_the_system, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_file_of_two_lines_is_one_face, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tabular_figures_are_of_equal_width, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_string_is_shaped_in_the_first_face_that_has_it, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_long_word_is_split_at_a_grapheme, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_line_is_put_in_visual_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(glyphs_of_a_face_are_those_used, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_character_of_the_fast_and_general_way_lies_in_a_piece,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_environment_has_no_say, set_up, tear_down),
    };
    /* Before anything: Pango reads it once. */
    g_setenv("PANGO_LANGUAGE", "ur", TRUE);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
