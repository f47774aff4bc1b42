/* SPDX-License-Identifier: MIT */
/* Line breaking on pieces made by hand: letters are words 10 pt wide, spaces 5 pt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/line.h"

#define MAX_PIECES 64

struct sample {
    struct bp_piece pieces[MAX_PIECES];
    struct bp_paragraph paragraph;
    struct bp_text_run run;
};

/* 'a' a word, ' ' a space, '~' a word that must not end the line, '\t', '\n', 'W' a word of 40 pt.
 */
static void make_sample(struct sample *sample, const char *pattern)
{
    *sample = (struct sample){.run = {.size = 10}};
    for (const char *p = pattern; *p; p++) {
        struct bp_piece *piece = &sample->pieces[sample->paragraph.n_pieces++];
        piece->width = *p == ' ' ? 5 : *p == 'W' ? 40 : 10;
        piece->space = *p == ' ';
        piece->tab = *p == '\t';
        piece->end = *p == ' ' ? BP_END_ALLOWED : BP_END_NONE;
        if (*p == '\t' || *p == '\n')
            piece->width = 0;
        if (*p == '\n')
            piece->end = BP_END_FORCED;
    }
    sample->paragraph.pieces = sample->pieces;
}

/* The lines as text: pieces by their pattern letters, lines parted by '|', segments by '>'. */
static void assert_lines(const char *pattern, struct bp_measure measure, const char *expected)
{
    struct sample sample;
    make_sample(&sample, pattern);
    GArray *lines = bp_lines_break(NULL, &sample.paragraph, &sample.run, &measure, NULL);
    GString *found = g_string_new(NULL);
    for (guint i = 0; i < lines->len; i++) {
        const struct bp_line *line = &g_array_index(lines, struct bp_line, i);
        g_string_append(found, i > 0 ? "|" : "");
        for (int k = 0; k < line->n_segments; k++) {
            const struct bp_segment *segment = &line->segments[k];
            g_string_append(found, k > 0 ? ">" : "");
            for (int p = segment->first; p < segment->end; p++)
                g_string_append_c(found, pattern[p] == '\n' ? '/' : pattern[p]);
        }
    }
    assert_string_equal(found->str, expected);
    g_string_free(found, true);
    g_array_free(lines, true);
}

static void a_line_takes_the_words_that_fit(void **state)
{
    (void)state;
    assert_lines("a a a a", (struct bp_measure){.width = 40}, "a a a |a");
    assert_lines("a a a a", (struct bp_measure){.width = 39.5}, "a a |a a");
    assert_lines("a", (struct bp_measure){.width = 40}, "a");
}

static void spaces_at_a_lines_end_have_no_width(void **state)
{
    (void)state;
    assert_lines("a a    a", (struct bp_measure){.width = 25}, "a a    |a");
}

static void words_that_must_stay_together_move_together(void **state)
{
    (void)state;
    assert_lines("a aa a", (struct bp_measure){.width = 25}, "a |aa |a");
}

static void a_line_with_nowhere_to_break_is_cut_between_pieces(void **state)
{
    (void)state;
    assert_lines("aaaaa", (struct bp_measure){.width = 20}, "aa|aa|a");
}

static void a_piece_wider_than_the_line_stands_alone(void **state)
{
    (void)state;
    assert_lines("a W a", (struct bp_measure){.width = 40}, "a |W |a");
}

static void a_forced_break_ends_the_line(void **state)
{
    (void)state;
    assert_lines("a a\na", (struct bp_measure){.width = 100}, "a a/|a");
    assert_lines("a\n\na", (struct bp_measure){.width = 100}, "a/|/|a");
}

static void text_after_a_tab_hangs_at_the_tab(void **state)
{
    (void)state;
    assert_lines("a\ta a a", (struct bp_measure){.width = 60, .tab = 30}, "a>a a |a");
    struct sample sample;
    make_sample(&sample, "a\ta a a");
    const struct bp_measure measure = {.width = 60, .tab = 30};
    GArray *lines = bp_lines_break(NULL, &sample.paragraph, &sample.run, &measure, NULL);
    assert_float_equal(g_array_index(lines, struct bp_line, 0).segments[1].start, 30, 0.001);
    assert_float_equal(g_array_index(lines, struct bp_line, 1).segments[0].start, 30, 0.001);
    g_array_free(lines, true);
}

static void lines_after_the_first_are_turned_over(void **state)
{
    (void)state;
    struct sample sample;
    make_sample(&sample, "a a a\na");
    const struct bp_measure measure = {.width = 30, .turnover = 12};
    GArray *lines = bp_lines_break(NULL, &sample.paragraph, &sample.run, &measure, NULL);
    const double starts[] = {0, 12, 0};
    assert_int_equal(lines->len, 3);
    for (guint i = 0; i < lines->len; i++)
        assert_float_equal(g_array_index(lines, struct bp_line, i).segments[0].start, starts[i],
                           0.001);
    g_array_free(lines, true);
}

static void an_end_tab_puts_text_flush_with_the_end(void **state)
{
    (void)state;
    struct sample sample;
    make_sample(&sample, "a\taa");
    const struct bp_measure measure = {.width = 100, .end_tab = 1};
    GArray *lines = bp_lines_break(NULL, &sample.paragraph, &sample.run, &measure, NULL);
    assert_int_equal(lines->len, 1);
    assert_float_equal(g_array_index(lines, struct bp_line, 0).segments[1].start, 80, 0.001);
    g_array_free(lines, true);
    assert_lines("aaaa\taaaa", (struct bp_measure){.width = 60, .end_tab = 1}, "aaaa|aaaa");
}

static void a_word_alone_on_the_last_line_gets_company(void **state)
{
    (void)state;
    assert_lines("a a a a a a a", (struct bp_measure){.width = 85}, "a a a a a |a a");
    assert_lines("W W a", (struct bp_measure){.width = 90}, "W W |a");
    assert_lines("a a a a\na", (struct bp_measure){.width = 55}, "a a a a/|a");
}

static void only_lines_before_the_last_may_be_justified(void **state)
{
    (void)state;
    struct sample sample;
    make_sample(&sample, "a a a\na a");
    const struct bp_measure measure = {.width = 30};
    GArray *lines = bp_lines_break(NULL, &sample.paragraph, &sample.run, &measure, NULL);
    const bool last[] = {false, true, true};
    assert_int_equal(lines->len, 3);
    for (guint i = 0; i < lines->len; i++)
        assert_int_equal(g_array_index(lines, struct bp_line, i).last, last[i]);
    g_array_free(lines, true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_takes_the_words_that_fit),
        cmocka_unit_test(spaces_at_a_lines_end_have_no_width),
        cmocka_unit_test(words_that_must_stay_together_move_together),
        cmocka_unit_test(a_line_with_nowhere_to_break_is_cut_between_pieces),
        cmocka_unit_test(a_piece_wider_than_the_line_stands_alone),
        cmocka_unit_test(a_forced_break_ends_the_line),
        cmocka_unit_test(text_after_a_tab_hangs_at_the_tab),
        cmocka_unit_test(lines_after_the_first_are_turned_over),
        cmocka_unit_test(an_end_tab_puts_text_flush_with_the_end),
        cmocka_unit_test(a_word_alone_on_the_last_line_gets_company),
        cmocka_unit_test(only_lines_before_the_last_may_be_justified),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
