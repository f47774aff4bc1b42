/* SPDX-License-Identifier: MIT */
/* Charts of bars that are more than bars: shares, bands, dots, paretos and pyramids. */
#include "charted.h"

enum { MOST_BARS = 24 };

static const char *const units[] = {"%", "£m", "£", "minutes", NULL};

struct made {
    struct bp_chart chart;
    struct bp_chart_bar bars[MOST_BARS];
};

static void make(struct made *made, enum bp_chart_type type, int n_groups, GRand *random)
{
    struct bp_chart *chart = &made->chart;
    int reach = 1 << g_rand_int_range(random, 1, 24);
    int least = type == BP_CHART_DOTS && g_rand_boolean(random) ? -reach : 0;
    memset(made, 0, sizeof *made);
    *chart = (struct bp_chart){.type = type, .decimals = -1, .bars = made->bars};
    chart->unit = charted_words(units[g_rand_int_range(random, 0, G_N_ELEMENTS(units))]);
    chart->n_groups = n_groups > 1 ? n_groups : 0;
    chart->n_bars = g_rand_int_range(random, 1, 10);
    chart->order = g_rand_boolean(random) ? BP_CHART_AS_GIVEN : BP_CHART_LARGEST_FIRST;
    for (int i = 0; i < n_groups; i++)
        chart->groups[i] = charted_some_name(random);
    for (int i = 0; i < chart->n_bars; i++) {
        made->bars[i].label = charted_some_name(random);
        for (int k = 0; k < n_groups; k++) {
            made->bars[i].there[k] = i == 0 || g_rand_int_range(random, 0, 8) > 0;
            made->bars[i].values[k] =
                (struct bp_decimal){g_rand_int_range(random, least, reach) + (i == 0), 1};
        }
    }
}

static void assert_says(const struct bp_drawing *drawing, const char *words)
{
    if (!charted_says(drawing, words))
        fail_msg("%s is not there at %g", words, drawing->width);
}

static struct bp_drawing *draw_clear(struct charted *charted, struct made *made, GRand *random)
{
    struct bp_drawing *drawing =
        charted_draw(charted, &made->chart, g_rand_double_range(random, 150, 500));
    charted_assert_clear(drawing);
    charted_assert_again(charted, &made->chart, drawing);
    return drawing;
}

/* Those with the least and the most value: every figure that no other one says. */
static void assert_outermost(const struct made *made, int row, const struct bp_drawing *drawing)
{
    const struct bp_chart_bar *bar = &made->bars[row];
    int least = -1, most = -1;
    for (int k = 0; k < MAX(made->chart.n_groups, 1); k++) {
        if (!bar->there[k])
            continue;
        least = least < 0 || bp_decimal_compare(bar->values[k], bar->values[least]) < 0 ? k : least;
        most = most < 0 || bp_decimal_compare(bar->values[k], bar->values[most]) > 0 ? k : most;
    }
    if (most < 0)
        return;
    assert_says(drawing, made->chart.rows[row].values[least]);
    assert_says(drawing, made->chart.rows[row].values[most]);
}

static void dots_are_clear_and_their_outermost_values_told(void **state)
{
    struct charted *charted = *state;
    GRand *random = g_rand_new_with_seed(21);
    for (int i = 0; i < 400; i++) {
        struct made made;
        make(&made, BP_CHART_DOTS, g_rand_int_range(random, 1, 5), random);
        struct bp_drawing *drawing = draw_clear(charted, &made, random);
        for (int k = 0; k < made.chart.n_bars; k++)
            assert_outermost(&made, k, drawing);
    }
    g_rand_free(random);
}

static void paretos_are_clear_and_tell_values_and_shares(void **state)
{
    struct charted *charted = *state;
    GRand *random = g_rand_new_with_seed(22);
    for (int i = 0; i < 400; i++) {
        struct made made;
        make(&made, BP_CHART_PARETO, 1, random);
        made.chart.order = BP_CHART_LARGEST_FIRST;
        struct bp_drawing *drawing = draw_clear(charted, &made, random);
        for (int k = 0; k < made.chart.n_bars; k++)
            for (int column = 0; column < 2 && made.bars[k].there[0]; column++)
                assert_says(drawing, made.chart.rows[k].values[column]);
    }
    g_rand_free(random);
}

static void pyramids_are_clear_and_name_their_sides(void **state)
{
    struct charted *charted = *state;
    GRand *random = g_rand_new_with_seed(23);
    for (int i = 0; i < 400; i++) {
        struct made made;
        make(&made, BP_CHART_PYRAMID, g_rand_boolean(random) ? 2 : 4, random);
        made.chart.groups[0] = charted_words("Men");
        struct bp_drawing *drawing = draw_clear(charted, &made, random);
        assert_says(drawing, "Men");
        assert_ptr_equal(made.chart.rows[0].label, made.bars[0].label.text);
    }
    g_rand_free(random);
}

static void shares_are_clear_and_of_one_length(void **state)
{
    struct charted *charted = *state;
    GRand *random = g_rand_new_with_seed(24);
    for (int i = 0; i < 300; i++) {
        struct made made;
        make(&made, BP_CHART_BAR, g_rand_int_range(random, 2, 5), random);
        made.chart.stack = BP_CHART_SHARES;
        draw_clear(charted, &made, random);
    }
    g_rand_free(random);
}

static void bands_are_clear_and_values_stand_behind_them(void **state)
{
    struct charted *charted = *state;
    GRand *random = g_rand_new_with_seed(25);
    for (int i = 0; i < 300; i++) {
        struct made made;
        make(&made, BP_CHART_BAR, 1, random);
        made.chart.n_bands = g_rand_int_range(random, 1, BP_CHART_MOST_BANDS + 1);
        made.chart.has_targets = true;
        for (int k = 0; k < made.chart.n_bands; k++)
            made.chart.bands[k] = charted_some_name(random);
        for (int b = 0; b < made.chart.n_bars; b++) {
            made.bars[b].has_target = g_rand_boolean(random);
            made.bars[b].target = (struct bp_decimal){g_rand_int_range(random, 0, 100000), 2};
            for (int k = 0; k < made.chart.n_bands; k++)
                made.bars[b].bands[k] = bp_decimal_whole(g_rand_int_range(random, 1, 9) + 10 * k);
        }
        struct bp_drawing *drawing = draw_clear(charted, &made, random);
        for (int b = 0; b < made.chart.n_bars; b++)
            if (made.bars[b].there[0])
                assert_says(drawing, made.chart.rows[b].values[0]);
    }
    g_rand_free(random);
}

/* A chart of the values, "-" for none, in rows of as many as there are groups. */
static void fill(struct made *made, enum bp_chart_type type, int n_groups, const char *values)
{
    char **words = g_strsplit(values, " ", -1);
    memset(made, 0, sizeof *made);
    made->chart = (struct bp_chart){.type = type, .decimals = -1, .bars = made->bars};
    made->chart.n_groups = n_groups > 1 ? n_groups : 0;
    for (int i = 0; i < n_groups; i++)
        made->chart.groups[i] = charted_name(i);
    for (int i = 0; words[i]; i++) {
        struct bp_chart_bar *bar = &made->bars[i / n_groups];
        bar->label = charted_name(i / n_groups);
        bar->there[i % n_groups] = strcmp(words[i], "-") != 0;
        if (bar->there[i % n_groups])
            bar->values[i % n_groups] = charted_decimal(words[i]);
        made->chart.n_bars = i / n_groups + 1;
    }
    g_strfreev(words);
}

static void a_pareto_counts_the_few_that_make_most(void **state)
{
    struct charted *charted = *state;
    struct made made;
    fill(&made, BP_CHART_PARETO, 1, "5 50 - 30 15");
    struct bp_drawing *drawing = charted_draw(charted, &made.chart, 390);
    assert_string_equal(made.chart.rows[0].values[0], "50");
    assert_string_equal(made.chart.rows[1].values[1], "80%");
    assert_string_equal(made.chart.rows[3].values[1], "100%");
    assert_null(made.chart.rows[4].values[1]);
    assert_string_equal(made.chart.few, "2");
    assert_string_equal(made.chart.few_share, "80%");
    assert_string_equal(made.chart.counted, "5");
    assert_true(charted_says(drawing, "80% of the total"));
    fill(&made, BP_CHART_PARETO, 1, "7");
    drawing = charted_draw(charted, &made.chart, 390);
    assert_string_equal(made.chart.few, "1");
    assert_false(charted_says(drawing, "80% of the total"));
}

static void shares_are_of_the_sum_of_a_row(void **state)
{
    struct charted *charted = *state;
    struct made made;
    fill(&made, BP_CHART_BAR, 2, "1 2 30 10");
    made.chart.stack = BP_CHART_SHARES;
    struct bp_drawing *drawing = charted_draw(charted, &made.chart, 390);
    assert_string_equal(made.chart.rows[0].values[0], "75%");
    assert_string_equal(made.chart.rows[0].values[2], "40");
    assert_string_equal(made.chart.rows[1].values[1], "67%");
    assert_string_equal(made.chart.highest, "75%");
    assert_string_equal(made.chart.lowest, "33%");
    assert_true(charted_says(drawing, "67%"));
    assert_false(charted_says(drawing, "40"));
}

/* They were rounded, and 34 of 101 would be 33.7. */
static void percentages_stay_as_they_are(void **state)
{
    struct charted *charted = *state;
    struct made made;
    fill(&made, BP_CHART_BAR, 3, "33.4 33.3 33.4");
    made.chart.stack = BP_CHART_SHARES;
    made.chart.unit = charted_words("%");
    charted_draw(charted, &made.chart, 390);
    assert_string_equal(made.chart.rows[0].values[0], "33.4%");
    assert_null(made.chart.heads[3]);
}

static void bands_stand_in_the_table(void **state)
{
    struct charted *charted = *state;
    struct made made;
    fill(&made, BP_CHART_BAR, 1, "7");
    made.chart.n_bands = 2;
    made.chart.bands[0] = charted_words("Poor");
    made.chart.bands[1] = charted_words("Good");
    made.bars[0].bands[0] = charted_decimal("4");
    made.bars[0].bands[1] = charted_decimal("10");
    struct bp_drawing *drawing = charted_draw(charted, &made.chart, 390);
    assert_string_equal(made.chart.heads[1], "Poor");
    assert_string_equal(made.chart.rows[0].values[2], "10");
    assert_true(charted_says(drawing, "Good"));
    assert_true(charted_says(drawing, "7"));
}

static void equal_dots_tell_their_value_once(void **state)
{
    struct charted *charted = *state;
    struct made made;
    fill(&made, BP_CHART_DOTS, 2, "13.3 13.3 12 14");
    struct bp_drawing *drawing = charted_draw(charted, &made.chart, 390);
    int n = 0;
    for (int i = 0; i < drawing->n_labels; i++)
        n += strcmp(drawing->labels[i].words, "13.3") == 0;
    assert_int_equal(n, 1);
    assert_true(charted_says(drawing, "12.0"));
    assert_true(charted_says(drawing, "14.0"));
    assert_string_equal(made.chart.group, charted_name(0).text);
}

/* 1 to 3 of all that is drawn: nothing to tell. */
static void charts_without_values_say_so(void **state)
{
    struct charted *charted = *state;
    struct made made;
    fill(&made, BP_CHART_DOTS, 2, "- -");
    bp_chart_tell(&made.chart, charted->look, charted->arena);
    assert_null(bp_chart_draw(&made.chart, 300, 700, &charted->setting));
    assert_true(bp_report_has(charted->report, "no-values"));
    fill(&made, BP_CHART_PYRAMID, 2, "0 0 - -");
    assert_non_null(charted_draw(charted, &made.chart, 300));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHARTED(dots_are_clear_and_their_outermost_values_told),
        CHARTED(paretos_are_clear_and_tell_values_and_shares),
        CHARTED(pyramids_are_clear_and_name_their_sides),
        CHARTED(shares_are_clear_and_of_one_length),
        CHARTED(bands_are_clear_and_values_stand_behind_them),
        CHARTED(a_pareto_counts_the_few_that_make_most),
        CHARTED(shares_are_of_the_sum_of_a_row),
        CHARTED(percentages_stay_as_they_are),
        CHARTED(bands_stand_in_the_table),
        CHARTED(equal_dots_tell_their_value_once),
        CHARTED(charts_without_values_say_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
