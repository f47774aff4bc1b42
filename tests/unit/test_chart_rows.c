/* SPDX-License-Identifier: MIT */
/* Charts of rows: bars and waterfalls. */
#define _GNU_SOURCE /* memmem() */
#include "charted.h"

enum { MOST_BARS = 40 };

struct made {
    struct bp_chart chart;
    struct bp_chart_bar bars[MOST_BARS];
};

static void make_bars(struct made *made, GRand *random)
{
    struct bp_chart *chart = &made->chart;
    int n_groups = g_rand_int_range(random, 1, BP_CHART_MOST_GROUPS + 1);
    memset(made, 0, sizeof *made);
    *chart = (struct bp_chart){.type = BP_CHART_BAR, .decimals = -1, .bars = made->bars};
    chart->unit = charted_words(g_rand_boolean(random) ? "%" : "£m");
    chart->n_groups = n_groups > 1 ? n_groups : 0;
    chart->n_bars = g_rand_int_range(random, 1, MOST_BARS / 4 / n_groups + 2);
    chart->order = g_rand_boolean(random) ? BP_CHART_AS_GIVEN : BP_CHART_LARGEST_FIRST;
    int reach = 1 << g_rand_int_range(random, 1, 24), least = g_rand_boolean(random) ? 0 : -reach;
    chart->stack = n_groups > 1 && least == 0 && g_rand_boolean(random);
    for (int i = 0; i < n_groups; i++)
        chart->groups[i] = charted_some_name(random);
    for (int i = 0; i < chart->n_bars; i++) {
        made->bars[i].label = charted_some_name(random);
        made->bars[i].has_target = n_groups == 1 && g_rand_boolean(random);
        made->bars[i].target = (struct bp_decimal){g_rand_int_range(random, least, reach), 1};
        chart->has_targets = chart->has_targets || made->bars[i].has_target;
        for (int k = 0; k < n_groups; k++) {
            made->bars[i].there[k] = g_rand_int_range(random, 0, 8) > 0;
            made->bars[i].values[k] =
                (struct bp_decimal){g_rand_int_range(random, least, reach), 1};
        }
    }
}

static void make_steps(struct made *made, GRand *random)
{
    struct bp_chart *chart = &made->chart;
    int reach = 1 << g_rand_int_range(random, 1, 20);
    int64_t level = g_rand_int_range(random, -reach, reach) * (g_rand_boolean(random) ? 1 : 50);
    memset(made, 0, sizeof *made);
    *chart = (struct bp_chart){.type = BP_CHART_WATERFALL, .decimals = -1, .bars = made->bars};
    chart->unit = charted_words("£");
    chart->n_bars = g_rand_int_range(random, 2, 12);
    for (int i = 0; i < chart->n_bars; i++) {
        struct bp_chart_bar *bar = &made->bars[i];
        int64_t step = g_rand_int_range(random, -reach, reach);
        bar->label = charted_some_name(random);
        bar->total = i == 0 || i + 1 == chart->n_bars || g_rand_int_range(random, 0, 8) == 0;
        bar->there[0] = true;
        level += bar->total ? 0 : step;
        bar->values[0] = (struct bp_decimal){bar->total ? level : step, 1};
    }
}

static void assert_same(const struct bp_drawing *a, const struct bp_drawing *b)
{
    assert_int_equal(a->picture.data.size, b->picture.data.size);
    assert_memory_equal(a->picture.data.data, b->picture.data.data, a->picture.data.size);
    /* of no clock, which would seldom show above */
    static const char date[] = "/CreationDate (19700101000000Z";
    assert_non_null(memmem(a->picture.data.data, a->picture.data.size, date, strlen(date)));
    assert_int_equal(a->n_labels, b->n_labels);
}

static void assert_says(const struct bp_drawing *drawing, const char *words)
{
    if (!charted_says(drawing, words))
        fail_msg("%s is not there at %g", words, drawing->width);
}

/* What stands at the end of the row's first bar. */
static const char *main_value(const struct bp_chart *chart, const struct bp_chart_row *row)
{
    if (chart->stack)
        return row->values[chart->n_groups];
    return row->values[0] ? row->values[0] : row->values[1];
}

static void no_label_overlaps_another_or_the_edge_at_any_width(void **state)
{
    struct charted *charted = *state;
    GRand *random = g_rand_new_with_seed(5);
    for (int i = 0; i < 500; i++) {
        struct made made;
        double width = g_rand_double_range(random, 150, 500);
        if (i % 2)
            make_bars(&made, random);
        else
            make_steps(&made, random);
        struct bp_drawing *drawing = charted_draw(charted, &made.chart, width);
        charted_assert_clear(drawing);
        if (i % 25 == 0)
            assert_same(drawing, charted_draw(charted, &made.chart, width));
        for (int k = 0; k < made.chart.n_bars; k++)
            if (made.bars[k].there[0])
                assert_says(drawing, main_value(&made.chart, &made.chart.rows[k]));
    }
    g_rand_free(random);
}

static void slopes_are_clear_and_named_at_both_ends(void **state)
{
    struct charted *charted = *state;
    GRand *random = g_rand_new_with_seed(3);
    for (int i = 0; i < 200; i++) {
        struct made made;
        do
            make_bars(&made, random);
        while (made.chart.n_groups != 2 || made.chart.stack || !made.bars[0].there[1]);
        made.chart.type = BP_CHART_SLOPE;
        made.bars[0].there[0] = true;
        made.chart.groups[0] = charted_words("2020/21");
        made.chart.groups[1] = charted_words("2021/22");
        struct bp_drawing *drawing =
            charted_draw(charted, &made.chart, g_rand_double_range(random, 260, 500));
        charted_assert_clear(drawing);
        for (int k = 0; k < made.chart.n_bars; k++)
            for (int side = 0; side < 2 && made.bars[k].there[0] && made.bars[k].there[1]; side++)
                assert_says(drawing, made.chart.rows[k].values[side]);
        assert_says(drawing, "2020/21");
    }
    g_rand_free(random);
}

static void set_bar(struct bp_chart_bar *bar, const char *label, const char *value)
{
    *bar = (struct bp_chart_bar){.label = charted_words(label), .there = {value != NULL}};
    if (value)
        bar->values[0] = charted_decimal(value);
}

static void bars_stand_from_the_largest_down_and_missing_ones_last(void **state)
{
    struct charted *charted = *state;
    struct bp_chart_bar bars[4];
    struct bp_chart chart = {.type = BP_CHART_BAR,
                             .decimals = -1,
                             .subtitle = charted_words("Offences, Kent, 2021/22"),
                             .bars = bars,
                             .n_bars = 4};
    set_bar(&bars[0], "Theft", "1234.5");
    set_bar(&bars[1], "Arson", NULL);
    set_bar(&bars[2], "Fraud", "2000");
    set_bar(&bars[3], "Rape", "0.05");
    bp_chart_tell(&chart, charted->look, charted->arena);
    assert_string_equal(chart.rows[0].label, "Fraud");
    assert_string_equal(chart.rows[0].values[0], "2,000.00");
    assert_string_equal(chart.rows[1].values[0], "1,234.50");
    assert_string_equal(chart.rows[2].values[0], "0.05");
    assert_string_equal(chart.rows[3].label, "Arson");
    assert_null(chart.rows[3].values[0]);
    assert_string_equal(chart.measure_name, "Offences");
    assert_string_equal(chart.highest_at, "Fraud");
    assert_string_equal(chart.lowest_at, "Rape");
}

static void a_stack_has_the_sum_of_its_parts(void **state)
{
    struct charted *charted = *state;
    struct bp_chart_bar bars[2] = {{.label = charted_words("Theft"), .there = {true, false, true}},
                                   {.label = charted_words("Fraud"), .there = {true, true, true}}};
    struct bp_chart chart = {.type = BP_CHART_BAR,
                             .decimals = -1,
                             .stack = BP_CHART_SUMS,
                             .n_groups = 3,
                             .bars = bars,
                             .n_bars = 2};
    for (int i = 0; i < 3; i++) {
        chart.groups[i] = charted_name(i);
        bars[0].values[i] = charted_decimal("0.5");
        bars[1].values[i] = charted_decimal("40");
    }
    struct bp_drawing *drawing = charted_draw(charted, &chart, 390);
    assert_string_equal(chart.rows[0].values[3], "120.0");
    assert_string_equal(chart.rows[1].values[3], "1.0");
    assert_string_equal(chart.highest, "120.0");
    assert_string_equal(chart.heads[3], "Total");
    assert_true(charted_says(drawing, "120.0"));
    assert_true(charted_says(drawing, "40.0"));
}

static void steps_tell_their_sign_and_the_level_after_them(void **state)
{
    struct charted *charted = *state;
    struct bp_chart_bar bars[3];
    struct bp_chart chart = {.type = BP_CHART_WATERFALL,
                             .decimals = -1,
                             .unit = charted_words("£m"),
                             .bars = bars,
                             .n_bars = 3};
    set_bar(&bars[0], "Budget", "412.6");
    set_bar(&bars[1], "Savings", "-9.8");
    set_bar(&bars[2], "Forecast", "402.8");
    bars[0].total = bars[2].total = true;
    struct bp_drawing *drawing = charted_draw(charted, &chart, 390);
    assert_null(chart.rows[0].values[0]);
    assert_string_equal(chart.rows[1].values[0], "−£9.8m");
    assert_string_equal(chart.rows[1].values[1], "£402.8m");
    assert_string_equal(chart.latest, "£402.8m");
    assert_true(charted_says(drawing, "£412.6m"));
    assert_true(charted_says(drawing, "−£9.8m"));
}

static void slopes_higher_than_the_page_say_so(void **state)
{
    struct charted *charted = *state;
    struct bp_chart_bar bars[MOST_BARS];
    struct bp_chart chart = {.type = BP_CHART_SLOPE, .bars = bars, .n_bars = MOST_BARS};
    chart.n_groups = 2;
    chart.groups[0] = chart.groups[1] = charted_words("2025");
    for (int i = 0; i < MOST_BARS; i++) {
        set_bar(&bars[i], charted_name(3).text, "7");
        bars[i].values[1] = bars[i].values[0];
        bars[i].there[1] = true;
    }
    bp_chart_tell(&chart, charted->look, charted->arena);
    assert_null(bp_chart_draw(&chart, 300, 700, &charted->setting));
    assert_true(bp_report_has(charted->report, "no-room"));
}

/* Where the label stands in the drawing; -1: it does not. */
static double place_of(const struct bp_drawing *drawing, const char *words)
{
    for (int i = 0; i < drawing->n_labels; i++)
        if (strcmp(drawing->labels[i].words, words) == 0)
            return drawing->labels[i].x;
    return -1;
}

/* All parts of a chart of 40 rows, each of them once, on one scale: the value of the last row
 * stands as far along as where the chart is not parted. */
static void assert_goes_on(struct charted *charted, struct bp_chart *chart, const char *last)
{
    int row = 0, shown = 0, parts = 0;
    chart->anchor = "chart-1";
    bp_chart_tell(chart, charted->look, charted->arena);
    charted->setting.first_row = 0;
    const struct bp_drawing *whole = bp_chart_draw(chart, 400, 9000, &charted->setting);
    assert_non_null(whole);
    assert_int_equal(whole->next_row, 0);
    do {
        charted->setting.first_row = row;
        const struct bp_drawing *part = bp_chart_draw(chart, 400, 500, &charted->setting);
        assert_non_null(part);
        assert_true(part->height <= 500 && (parts > 0 || part->height <= 0.9 * 500));
        charted_assert_clear(part);
        for (int i = 0; i < chart->n_rows; i++)
            shown += charted_says(part, chart->rows[i].label);
        if (part->next_row == 0 && place_of(whole, last) >= 0)
            assert_float_equal(place_of(part, last), place_of(whole, last), 0.01);
        assert_true(part->next_row == 0 || part->next_row > row);
        row = part->next_row;
        parts++;
    } while (row > 0);
    charted->setting.first_row = 0;
    assert_int_equal(shown, chart->n_rows);
    assert_true(parts >= 2);
}

static void a_chart_higher_than_the_page_goes_on_on_the_next(void **state)
{
    static const enum bp_chart_type types[] = {BP_CHART_BAR, BP_CHART_DOTS, BP_CHART_PARETO};
    struct charted *charted = *state;
    struct bp_chart_bar bars[MOST_BARS];
    for (int n_groups = 1; n_groups <= 2; n_groups++)
        for (size_t k = 0; k < G_N_ELEMENTS(types); k++) {
            struct bp_chart chart = {.type = types[k], .bars = bars, .n_bars = MOST_BARS};
            chart.decimals = -1;
            chart.n_groups = n_groups == 2 && types[k] != BP_CHART_PARETO ? 2 : 0;
            chart.groups[0] = charted_words("This year");
            chart.groups[1] = charted_words("Last year");
            for (int i = 0; i < MOST_BARS; i++) {
                set_bar(&bars[i], bp_arena_printf(charted->arena, "Ward %d", i + 1),
                        bp_arena_printf(charted->arena, "%d", 1040 - i));
                bars[i].values[1] = bp_decimal_whole(500 + i);
                bars[i].there[1] = chart.n_groups == 2;
            }
            assert_goes_on(charted, &chart, types[k] == BP_CHART_PARETO ? "" : "1,001");
        }
}

static void a_plan_higher_than_the_page_goes_on_below_its_groups_name(void **state)
{
    struct charted *charted = *state;
    struct bp_gantt_task tasks[MOST_BARS] = {0};
    struct bp_gantt gantt = {.tasks = tasks, .n_tasks = MOST_BARS};
    struct bp_chart chart = {.type = BP_CHART_GANTT, .gantt = &gantt};
    for (int i = 0; i < MOST_BARS; i++) {
        tasks[i].label = charted_words(bp_arena_printf(charted->arena, "Task %d", i + 1));
        tasks[i].group = charted_words("Building works");
        tasks[i].start = (struct bp_date){2025, 1 + i / 4, 1};
        tasks[i].end = (struct bp_date){2025, 2 + i / 4, 1};
    }
    assert_goes_on(charted, &chart, "");
    charted->setting.first_row = MOST_BARS / 2;
    const struct bp_drawing *part = bp_chart_draw(&chart, 400, 500, &charted->setting);
    assert_true(charted_says(part, "Building works"));
    charted->setting.first_row = 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHARTED(no_label_overlaps_another_or_the_edge_at_any_width),
        CHARTED(slopes_are_clear_and_named_at_both_ends),
        CHARTED(bars_stand_from_the_largest_down_and_missing_ones_last),
        CHARTED(a_stack_has_the_sum_of_its_parts),
        CHARTED(steps_tell_their_sign_and_the_level_after_them),
        CHARTED(slopes_higher_than_the_page_say_so),
        CHARTED(a_chart_higher_than_the_page_goes_on_on_the_next),
        CHARTED(a_plan_higher_than_the_page_goes_on_below_its_groups_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
