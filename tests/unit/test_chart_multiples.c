/* SPDX-License-Identifier: MIT */
/* Small multiples. */
#include "charted.h"

enum { MOST_POINTS = 60 };

static const char *const names[] = {"Victim-based crime", "Response within 20 minutes, rural",
                                    "A&E", "Hochleistungsrechenzentrumsauslastung"};

struct made {
    struct bp_chart chart;
    struct bp_chart small[BP_CHART_MOST_MULTIPLES];
    struct bp_series series[BP_CHART_MOST_MULTIPLES];
    struct bp_point points[BP_CHART_MOST_MULTIPLES][MOST_POINTS];
    struct bp_step target;
};

static void make_points(struct made *made, int index, GRand *random)
{
    struct bp_series *series = &made->series[index];
    struct bp_period at = bp_period_of(series->period_kind, (struct bp_date){2019, 4, 1});
    int64_t reach = (int64_t)1 << g_rand_int_range(random, 2, 30), value = reach / 2;
    at.index += g_rand_int_range(random, 0, 4);
    series->points = made->points[index];
    series->n_points = g_rand_int_range(random, 1, MOST_POINTS);
    for (int i = 0; i < series->n_points; i++) {
        at.index += g_rand_int_range(random, 0, 12) == 0 ? 2 : 1;
        value += (int64_t)g_rand_double_range(random, -0.2 * (double)reach, 0.2 * (double)reach);
        series->points[i] = (struct bp_point){.period = at, .value = {value, series->decimals}};
        series->points[i].provisional = i + 2 > series->n_points;
        series->points[i].state =
            g_rand_int_range(random, 0, 15) ? BP_POINT_PRESENT : BP_POINT_MISSING;
    }
    series->points[0].state = BP_POINT_PRESENT;
}

static void make(struct made *made, GRand *random)
{
    static const enum bp_metric_unit units[] = {BP_METRIC_COUNT, BP_METRIC_PERCENT, BP_METRIC_MONEY,
                                                BP_METRIC_DURATION};
    enum bp_period_kind kind = (enum bp_period_kind)g_rand_int_range(random, 0, 7);
    enum bp_metric_unit unit = units[g_rand_int_range(random, 0, 4)];
    memset(made, 0, sizeof *made);
    made->chart = (struct bp_chart){.type = BP_CHART_MULTIPLES, .measures = made->small};
    made->chart.n_measures = g_rand_int_range(random, 2, BP_CHART_MOST_MULTIPLES + 1);
    made->chart.own_scales = g_rand_boolean(random);
    for (int i = 0; i < made->chart.n_measures; i++) {
        struct bp_series *series = &made->series[i];
        made->small[i] = (struct bp_chart){.type = BP_CHART_SPARK, .n_series = 1, .target = true};
        made->small[i].series[0] = series;
        series->title = charted_words(names[g_rand_int_range(random, 0, 4)]);
        series->unit = made->chart.own_scales ? units[g_rand_int_range(random, 0, 4)] : unit;
        series->decimals = series->unit == BP_METRIC_COUNT ? 0 : g_rand_int_range(random, 0, 3);
        series->symbol = charted_words(series->unit == BP_METRIC_MONEY ? "£m" : "minutes");
        series->period_kind = kind;
        make_points(made, i, random);
        made->target = (struct bp_step){series->points[0].period, series->points[0].value};
        series->targets = &made->target;
        series->n_targets = g_rand_boolean(random);
    }
}

static void no_label_overlaps_another_or_the_edge_at_any_width(void **state)
{
    struct charted *charted = *state;
    GRand *random = g_rand_new_with_seed(31);
    struct made *made = g_new(struct made, 1);
    for (int i = 0; i < 300; i++) {
        double width = g_rand_double_range(random, 150, 500);
        make(made, random);
        if (width < 400) /* a page is not higher */
            made->chart.n_measures = MIN(made->chart.n_measures, 5);
        struct bp_drawing *drawing = charted_draw(charted, &made->chart, width);
        charted_assert_clear(drawing);
        for (int k = 0; k < made->chart.n_measures; k++)
            if (!charted_says(drawing, made->small[k].latest))
                fail_msg("%s is not there at %g", made->small[k].latest, width);
        if (i % 25 > 0)
            continue;
        charted_assert_again(charted, &made->chart, drawing);
    }
    g_free(made);
    g_rand_free(random);
}

/* Of quarters from 2021-Q2 on. */
static void quarters(struct made *made, const char *title, const char *values)
{
    int index = made->chart.n_measures++;
    struct bp_series *series = &made->series[index];
    struct bp_period at = bp_period_of(BP_PERIOD_QUARTER, (struct bp_date){2021, 4, 1});
    char **words = g_strsplit(values, " ", -1);
    series->title = charted_words(title);
    series->period_kind = BP_PERIOD_QUARTER;
    series->points = made->points[index];
    for (int i = 0; words[i]; i++, at.index++)
        series->points[series->n_points++] =
            (struct bp_point){.period = at, .value = charted_decimal(words[i])};
    g_strfreev(words);
    made->small[index] = (struct bp_chart){.type = BP_CHART_SPARK, .n_series = 1};
    made->small[index].series[0] = series;
    made->chart.measures = made->small;
}

static int count(const struct bp_drawing *drawing, const char *words)
{
    int n = 0;
    for (int i = 0; i < drawing->n_labels; i++)
        n += strcmp(drawing->labels[i].words, words) == 0;
    return n;
}

static void charts_on_one_scale_share_its_words(void **state)
{
    struct charted *charted = *state;
    struct made made = {.chart = {.type = BP_CHART_MULTIPLES}};
    quarters(&made, "North", "0 50 100");
    quarters(&made, "South", "0 50 70");
    quarters(&made, "East", "0 50 60");
    struct bp_drawing *drawing = charted_draw(charted, &made.chart, 500);
    assert_int_equal(count(drawing, "100"), 2); /* on the axis, and as the latest of one */
    assert_int_equal(count(drawing, "North"), 1);
    assert_string_equal(made.chart.counted, "3");
    assert_string_equal(made.chart.highest_at, "North");
    assert_string_equal(made.chart.lowest_at, "East");
    assert_string_equal(made.chart.lowest, "60");
}

static void charts_on_their_own_scales_have_words_each(void **state)
{
    struct charted *charted = *state;
    struct made made = {.chart = {.type = BP_CHART_MULTIPLES, .own_scales = true}};
    quarters(&made, "North", "0 50 99");
    quarters(&made, "South", "0 5000 9999");
    struct bp_drawing *drawing = charted_draw(charted, &made.chart, 500);
    assert_true(count(drawing, "10,000") == 1);
    assert_true(count(drawing, "100") == 1);
    assert_null(made.chart.highest_at);
}

/* The later series begins where its first period stands on the axis of all. */
static void charts_share_their_periods(void **state)
{
    struct charted *charted = *state;
    struct made made = {.chart = {.type = BP_CHART_MULTIPLES}};
    quarters(&made, "North", "1 2 3 4 5");
    quarters(&made, "South", "1 2");
    struct bp_drawing *drawing = charted_draw(charted, &made.chart, 500);
    assert_int_equal(count(drawing, "2022 Q2"), 3); /* both axes, and the latest of one */
    assert_int_equal(count(drawing, "2021 Q2"), 2);
    assert_int_equal(count(drawing, "2021 Q3"), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHARTED(no_label_overlaps_another_or_the_edge_at_any_width),
        CHARTED(charts_on_one_scale_share_its_words),
        CHARTED(charts_on_their_own_scales_have_words_each),
        CHARTED(charts_share_their_periods),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
