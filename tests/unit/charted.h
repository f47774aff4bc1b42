/* SPDX-License-Identifier: MIT */
/* For the tests of charts: the report's look, a text service, charts made by hand or at random, and
 * what always holds of a drawing. */
#ifndef TESTS_UNIT_CHARTED_H
#define TESTS_UNIT_CHARTED_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>

#include "chart/chart.h"
#include "chart/pen.h"
#include "chart/tell.h"
#include "load/look.h"

struct charted {
    struct bp_arena *arena;
    struct bp_report *report;
    struct bp_text_service *text;
    struct bp_look *look;
    struct bp_chart_setting setting;
};

static inline int charted_setup(void **state)
{
    struct charted *charted = g_new0(struct charted, 1);
    const struct bp_look_wish wish = {
        .layout = {.name = "report"}, .prints = "report", .usual = "report", .charts = true};
    charted->arena = bp_arena_create();
    charted->report = bp_report_create();
    charted->text = bp_text_create(charted->report);
    charted->look = bp_look_read(&wish, charted->arena, charted->report);
    if (!charted->look)
        bp_report_print(charted->report, stderr);
    charted->setting = (struct bp_chart_setting){.look = charted->look,
                                                 .text = charted->text,
                                                 .language = "en-GB",
                                                 .arena = charted->arena,
                                                 .report = charted->report};
    *state = charted;
    return charted->look && charted->text ? 0 : -1;
}

static inline int charted_teardown(void **state)
{
    struct charted *charted = *state;
    bp_text_destroy(charted->text);
    bp_report_destroy(charted->report);
    bp_arena_destroy(charted->arena);
    g_free(charted);
    return 0;
}

#define CHARTED(test) cmocka_unit_test_setup_teardown(test, charted_setup, charted_teardown)

static inline struct bp_words charted_words(const char *text)
{
    return (struct bp_words){.text = text};
}

static inline struct bp_decimal charted_decimal(const char *text)
{
    struct bp_decimal value;
    assert_true(bp_decimal_parse(text, &value));
    return value;
}

/* One of eight names: short, long, without a space, of one letter. */
static inline struct bp_words charted_name(int index)
{
    static const char *const names[] = {
        "Rape",
        "Burglary, business and community",
        "Telecommunications",
        "Violence against the person with injury, domestic abuse flagged",
        "Ærø",
        "Donaudampfschifffahrtsgesellschaftskapitänswitwenverein",
        "I",
        "Anti-social behaviour",
    };
    return charted_words(names[index]);
}

static inline struct bp_words charted_some_name(GRand *random)
{
    return charted_name(g_rand_int_range(random, 0, 8));
}

/* The drawing, which must be made. */
static inline struct bp_drawing *charted_draw(struct charted *charted, struct bp_chart *chart,
                                              double width)
{
    chart->anchor = "chart-1";
    bp_chart_tell(chart, charted->look, charted->arena);
    struct bp_drawing *drawing = bp_chart_draw(chart, width, 700, &charted->setting);
    if (!drawing)
        bp_report_print(charted->report, stderr);
    assert_non_null(drawing);
    return drawing;
}

/* Telling and drawing it once more makes the same bytes. */
static inline void charted_assert_again(struct charted *charted, struct bp_chart *chart,
                                        const struct bp_drawing *drawing)
{
    const struct bp_drawing *again = charted_draw(charted, chart, drawing->width);
    assert_int_equal(drawing->picture.data.size, again->picture.data.size);
    assert_memory_equal(drawing->picture.data.data, again->picture.data.data,
                        drawing->picture.data.size);
}

static inline bool charted_overlap(const struct bp_drawing_label *a,
                                   const struct bp_drawing_label *b)
{
    double a_top = a->y - BP_PEN_ABOVE * a->type->size,
           a_foot = a->y + BP_PEN_BELOW * a->type->size;
    double b_top = b->y - BP_PEN_ABOVE * b->type->size,
           b_foot = b->y + BP_PEN_BELOW * b->type->size;
    return a->x < b->x + b->width && b->x < a->x + a->width && a_top < b_foot && b_top < a_foot;
}

/* No label overlaps another or reaches over the edge. */
static inline void charted_assert_clear(const struct bp_drawing *drawing)
{
    for (int i = 0; i < drawing->n_labels; i++) {
        const struct bp_drawing_label *label = &drawing->labels[i];
        double top = label->y - BP_PEN_ABOVE * label->type->size;
        double foot = label->y + BP_PEN_BELOW * label->type->size;
        if (label->x < -0.02 || label->x + label->width > drawing->width + 0.02 || top < -0.02 ||
            foot > drawing->height + 0.02)
            fail_msg("“%s” reaches over the edge of %gx%g at %g %g", label->words, drawing->width,
                     drawing->height, label->x, label->y);
        for (int k = 0; k < i; k++)
            if (charted_overlap(label, &drawing->labels[k]))
                fail_msg("“%s” overlaps “%s” at %g", label->words, drawing->labels[k].words,
                         drawing->width);
    }
}

/* Whether the labels say the words, in one line or in several that follow each other. */
static inline bool charted_tells(const struct bp_drawing *drawing, const char *words)
{
    GString *all = g_string_new(NULL), *wanted = g_string_new(words);
    for (int i = 0; i < drawing->n_labels; i++)
        g_string_append(all, drawing->labels[i].words);
    g_string_replace(all, " ", "", 0);
    g_string_replace(wanted, " ", "", 0);
    bool found = strstr(all->str, wanted->str) != NULL;
    g_string_free(all, TRUE);
    g_string_free(wanted, TRUE);
    return found;
}

static inline bool charted_says(const struct bp_drawing *drawing, const char *words)
{
    for (int i = 0; i < drawing->n_labels; i++)
        if (strcmp(drawing->labels[i].words, words) == 0)
            return true;
    return false;
}

#endif
