/* SPDX-License-Identifier: MIT */
/* Charts with data of their own form: funnel plots, heat maps, plans, matrices of risks. */
#include "charted.h"

#include "metric/funnel.h"

#include <math.h>

static void assert_drawn(struct charted *charted, struct bp_chart *chart, GRand *random)
{
    double width = g_rand_double_range(random, 150, 500);
    struct bp_drawing *drawing = charted_draw(charted, chart, width);
    charted_assert_clear(drawing);
    charted_assert_again(charted, chart, drawing);
}

static void says(struct bp_drawing *drawing, const char *words)
{
    if (!charted_says(drawing, words))
        fail_msg("%s is not there at %g", words, drawing->width);
}

/* From sums of 60 digits. */
static void limits_are_those_of_the_distribution(void **state)
{
    (void)state;
    static const struct {
        enum bp_funnel_limit limit;
        bool share;
        double overall, denominator, value;
    } cases[] = {
        {BP_FUNNEL_OUTER_LOWER, true, 0.1, 25, 0},
        {BP_FUNNEL_INNER_LOWER, true, 0.1, 25, 0},
        {BP_FUNNEL_INNER_UPPER, true, 0.1, 25, 0.254044625821},
        {BP_FUNNEL_OUTER_UPPER, true, 0.1, 25, 0.347970682988},
        {BP_FUNNEL_OUTER_LOWER, true, 0.82, 100, 0.687857307821},
        {BP_FUNNEL_INNER_LOWER, true, 0.82, 100, 0.736468590546},
        {BP_FUNNEL_INNER_UPPER, true, 0.82, 100, 0.897447214604},
        {BP_FUNNEL_OUTER_UPPER, true, 0.82, 100, 0.934080153092},
        {BP_FUNNEL_OUTER_LOWER, true, 0.82, 1291, 0.785872201764},
        {BP_FUNNEL_INNER_LOWER, true, 0.82, 1291, 0.798418613413},
        {BP_FUNNEL_INNER_UPPER, true, 0.82, 1291, 0.841108282492},
        {BP_FUNNEL_OUTER_UPPER, true, 0.82, 1291, 0.852705082073},
        {BP_FUNNEL_OUTER_LOWER, true, 0.5, 7, 0},
        {BP_FUNNEL_INNER_LOWER, true, 0.5, 7, 0.0448979591837},
        {BP_FUNNEL_INNER_UPPER, true, 0.5, 7, 0.955102040816},
        {BP_FUNNEL_OUTER_UPPER, true, 0.5, 7, 1},
        {BP_FUNNEL_OUTER_LOWER, true, 0.003, 4000, 0.000569101045426},
        {BP_FUNNEL_INNER_LOWER, true, 0.003, 4000, 0.00129719810998},
        {BP_FUNNEL_INNER_UPPER, true, 0.003, 4000, 0.004939512969},
        {BP_FUNNEL_OUTER_UPPER, true, 0.003, 4000, 0.00614411462085},
        {BP_FUNNEL_OUTER_LOWER, true, 0.857, 1, 0},
        {BP_FUNNEL_INNER_LOWER, true, 0.857, 1, 0},
        {BP_FUNNEL_INNER_UPPER, true, 0.857, 1, 1},
        {BP_FUNNEL_OUTER_UPPER, true, 0.857, 1, 1},
        {BP_FUNNEL_OUTER_LOWER, false, 0.0062, 1059, 0},
        {BP_FUNNEL_INNER_LOWER, false, 0.0062, 1059, 0.00139085810316},
        {BP_FUNNEL_INNER_UPPER, false, 0.0062, 1059, 0.0118869972839},
        {BP_FUNNEL_OUTER_UPPER, false, 0.0062, 1059, 0.0154418056219},
        {BP_FUNNEL_OUTER_LOWER, false, 0.0062, 50000, 0.00513044496762},
        {BP_FUNNEL_INNER_LOWER, false, 0.0062, 50000, 0.00550919721015},
        {BP_FUNNEL_INNER_UPPER, false, 0.0062, 50000, 0.00690974018834},
        {BP_FUNNEL_OUTER_UPPER, false, 0.0062, 50000, 0.0073265024638},
        {BP_FUNNEL_OUTER_LOWER, false, 0.25, 40, 0.0305132328974},
        {BP_FUNNEL_INNER_LOWER, false, 0.25, 40, 0.0943796986922},
        {BP_FUNNEL_INNER_UPPER, false, 0.25, 40, 0.428998766834},
        {BP_FUNNEL_OUTER_UPPER, false, 0.25, 40, 0.5415500209},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        double value =
            bp_funnel_limit(cases[i].limit, cases[i].share, cases[i].overall, cases[i].denominator);
        if (fabs(value - cases[i].value) > 1e-9 * MAX(cases[i].value, 1e-3))
            fail_msg("%d of %g in %g: %.12g, not %.12g", cases[i].limit, cases[i].overall,
                     cases[i].denominator, value, cases[i].value);
    }
}

static void large_counts_go_over_into_the_normal_without_a_step(void **state)
{
    (void)state;
    for (int share = 0; share < 2; share++)
        for (int i = 0; i < BP_FUNNEL_N_LIMITS; i++) {
            enum bp_funnel_limit limit = (enum bp_funnel_limit)i;
            double edge = share ? 4e6 : 2e6; /* a variance of a million */
            double below = bp_funnel_limit(limit, share, 0.5, edge) * edge;
            double above = bp_funnel_limit(limit, share, 0.5, edge + 2) * (edge + 2);
            assert_true(fabs(above - below - 1) < 0.01);
        }
}

static void without_any_event_there_is_nothing_to_stand_out_from(void **state)
{
    (void)state;
    assert_true(bp_funnel_limit(BP_FUNNEL_OUTER_UPPER, true, 0, 100) == 0);
    assert_true(bp_funnel_limit(BP_FUNNEL_OUTER_LOWER, true, 1, 100) == 1);
    assert_true(bp_funnel_limit(BP_FUNNEL_OUTER_LOWER, false, 0.001, 10) == 0);
}

/* A tail's chance, told from the limit alone by which counts are beyond it. */
static void a_count_is_outside_exactly_when_chance_seldom_goes_so_far(void **state)
{
    (void)state;
    for (int n = 1; n <= 60; n++)
        for (double share = 0.05; share < 1; share += 0.1) {
            double least = bp_funnel_limit(BP_FUNNEL_INNER_LOWER, true, share, n) * n;
            double most = bp_funnel_limit(BP_FUNNEL_INNER_UPPER, true, share, n) * n;
            double mass = pow(1 - share, n), fewer = 0;
            for (int count = 0; count <= n; count++) {
                assert_true((count < least) == (fewer + mass <= 0.025));
                assert_true((count > most) == (1 - fewer <= 0.025));
                fewer += mass;
                mass *= (n - count) / (count + 1.0) * share / (1 - share);
            }
        }
}

static struct bp_chart *make_funnel(struct charted *charted, GRand *random)
{
    struct bp_chart *chart = bp_arena_new(charted->arena, sizeof *chart);
    struct bp_funnel *funnel = bp_arena_new(charted->arena, sizeof *funnel);
    int reach = 1 << g_rand_int_range(random, 2, 24), n = g_rand_int_range(random, 1, 60);
    *chart = (struct bp_chart){.type = BP_CHART_FUNNEL, .decimals = -1, .funnel = funnel};
    funnel->per = g_rand_boolean(random) ? 1000 : 0;
    funnel->n_points = n;
    funnel->points = bp_arena_new(charted->arena, (size_t)n * sizeof *funnel->points);
    for (int i = 0; i < n; i++) {
        int denominator = g_rand_int_range(random, 1, reach + 1);
        funnel->points[i].label = charted_some_name(random);
        funnel->points[i].denominator = bp_decimal_whole(denominator);
        funnel->points[i].numerator =
            bp_decimal_whole(g_rand_int_range(random, 0, denominator + 1));
    }
    return chart;
}

static struct bp_chart *make_heat(struct charted *charted, GRand *random)
{
    static const char *const months[] = {"Apr", "May", "Jun", "Jul", "Aug", "Sep",
                                         "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"};
    struct bp_chart *chart = bp_arena_new(charted->arena, sizeof *chart);
    struct bp_heat *heat = bp_arena_new(charted->arena, sizeof *heat);
    bool short_names = g_rand_boolean(random);
    int64_t reach = 1 << g_rand_int_range(random, 1, 24),
            least = g_rand_boolean(random) ? 0 : -reach;
    *chart = (struct bp_chart){.type = BP_CHART_HEAT, .decimals = -1, .heat = heat};
    chart->unit = charted_words(g_rand_boolean(random) ? "%" : "£m");
    heat->n_columns = g_rand_int_range(random, 2, BP_HEAT_MOST_COLUMNS + 1);
    heat->n_rows = g_rand_int_range(random, 1, BP_HEAT_MOST_NARROW + 1);
    heat->rows = bp_arena_new(charted->arena, (size_t)heat->n_rows * sizeof *heat->rows);
    for (int i = 0; i < heat->n_columns; i++)
        heat->columns[i] = short_names ? charted_words(months[i % 12]) : charted_some_name(random);
    for (int i = 0; i < heat->n_rows; i++) {
        heat->rows[i].label = charted_some_name(random);
        for (int k = 0; k < heat->n_columns; k++) {
            heat->rows[i].there[k] = g_rand_int_range(random, 0, 8) > 0;
            heat->rows[i].values[k] = (struct bp_decimal){
                (int64_t)g_rand_double_range(random, (double)least, (double)reach), 1};
        }
    }
    heat->rows[0].there[0] = true;
    return chart;
}

static struct bp_chart *make_gantt(struct charted *charted, GRand *random)
{
    struct bp_chart *chart = bp_arena_new(charted->arena, sizeof *chart);
    struct bp_gantt *gantt = bp_arena_new(charted->arena, sizeof *gantt);
    int n = g_rand_int_range(random, 1, 16), reach = 1 << g_rand_int_range(random, 1, 13);
    const struct bp_date first = {2019, g_rand_int_range(random, 1, 13), 14};
    *chart = (struct bp_chart){.type = BP_CHART_GANTT, .decimals = -1, .gantt = gantt};
    gantt->n_tasks = n;
    gantt->tasks = bp_arena_new(charted->arena, (size_t)n * sizeof *gantt->tasks);
    gantt->as_of = bp_date_plus(first, g_rand_int_range(random, 0, reach));
    for (int i = 0; i < n; i++) {
        struct bp_gantt_task *task = &gantt->tasks[i];
        task->label = charted_some_name(random);
        task->start = bp_date_plus(first, g_rand_int_range(random, 0, reach));
        task->milestone = g_rand_int_range(random, 0, 4) == 0;
        task->end = task->milestone ? task->start
                                    : bp_date_plus(task->start, g_rand_int_range(random, 0, reach));
        task->done =
            task->milestone ? 100 * g_rand_boolean(random) : g_rand_int_range(random, 0, 101);
        if (g_rand_int_range(random, 0, 4) == 0)
            task->group = charted_some_name(random);
    }
    return chart;
}

static struct bp_chart *make_risks(struct charted *charted, GRand *random)
{
    struct bp_chart *chart = bp_arena_new(charted->arena, sizeof *chart);
    struct bp_risks *risks = bp_arena_new(charted->arena, sizeof *risks);
    int n = g_rand_int_range(random, 1, BP_RISKS_MOST + 1);
    int side = g_rand_int_range(random, 2, BP_RISKS_SIDE + 1);
    *chart = (struct bp_chart){.type = BP_CHART_RISKS, .decimals = -1, .risks = risks};
    risks->n_risks = n;
    risks->risks = bp_arena_new(charted->arena, (size_t)n * sizeof *risks->risks);
    risks->appetite = g_rand_boolean(random) ? g_rand_int_range(random, 1, 26) : 0;
    for (int i = 0; i < n; i++) {
        struct bp_risk *risk = &risks->risks[i];
        risk->id = charted_words(bp_arena_printf(charted->arena, "R%d", i + 1));
        risk->label = charted_some_name(random);
        risk->likelihood = g_rand_int_range(random, 1, side + 1);
        risk->impact = g_rand_int_range(random, 1, side + 1);
        risk->was_likelihood = g_rand_boolean(random) ? g_rand_int_range(random, 1, 6) : 0;
        risk->was_impact = risk->was_likelihood > 0 ? g_rand_int_range(random, 1, 6) : 0;
    }
    return chart;
}

static void no_label_overlaps_another_or_the_edge_at_any_width(void **state)
{
    static struct bp_chart *(*const makers[])(struct charted * charted, GRand * random) = {
        make_funnel, make_heat, make_gantt, make_risks};
    GRand *random = g_rand_new_with_seed(7);
    for (int i = 0; i < 400; i++)
        assert_drawn(*state, makers[i % 4](*state, random), random);
    g_rand_free(random);
}

static void every_point_outside_is_named_or_numbered(void **state)
{
    struct charted *charted = *state;
    GRand *random = g_rand_new_with_seed(17);
    for (int i = 0; i < 100; i++) {
        struct bp_chart *chart = make_funnel(charted, random);
        for (int k = 0; k < chart->funnel->n_points; k++)
            chart->funnel->points[k].label =
                charted_words(bp_arena_printf(charted->arena, "D%d", k));
        chart->funnel->n_points = MIN(chart->funnel->n_points, 20);
        struct bp_drawing *drawing =
            charted_draw(charted, chart, g_rand_double_range(random, 150, 500));
        for (int k = 0; k < chart->funnel->n_points; k++)
            if (chart->funnel->points[k].side != BP_FUNNEL_INSIDE)
                says(drawing, chart->funnel->points[k].label.text);
    }
    g_rand_free(random);
}

static void every_task_and_risk_is_on_its_chart(void **state)
{
    struct charted *charted = *state;
    GRand *random = g_rand_new_with_seed(23);
    for (int i = 0; i < 60; i++) {
        struct bp_chart *plan = make_gantt(charted, random), *matrix = make_risks(charted, random);
        double width = g_rand_double_range(random, 150, 500);
        struct bp_drawing *drawing = charted_draw(charted, plan, width);
        for (int k = 0; k < plan->gantt->n_tasks; k++)
            says(drawing, plan->gantt->tasks[k].figure);
        drawing = charted_draw(charted, matrix, width);
        for (int k = 0; k < matrix->risks->n_risks; k++)
            says(drawing, matrix->risks->risks[k].id.text);
    }
    g_rand_free(random);
}

static void set_point(struct bp_funnel_point *point, const char *label, int numerator,
                      int denominator)
{
    *point = (struct bp_funnel_point){.label = charted_words(label),
                                      .numerator = bp_decimal_whole(numerator),
                                      .denominator = bp_decimal_whole(denominator)};
}

static void a_funnel_tells_who_is_outside_and_on_which_side(void **state)
{
    struct charted *charted = *state;
    struct bp_funnel_point points[4];
    struct bp_funnel funnel = {.points = points, .n_points = 4};
    struct bp_chart chart = {.type = BP_CHART_FUNNEL, .decimals = -1, .funnel = &funnel};
    set_point(&points[0], "Ashford", 500, 1000);
    set_point(&points[1], "Dover", 580, 1000);
    set_point(&points[2], "Swale", 462, 1000);
    set_point(&points[3], "Deal", 4580, 9000);
    struct bp_drawing *drawing = charted_draw(charted, &chart, 400);
    assert_string_equal(chart.latest, "51.0%");
    assert_int_equal(points[0].side, BP_FUNNEL_INSIDE);
    assert_int_equal(points[1].side, BP_FUNNEL_FAR_ABOVE);
    assert_int_equal(points[2].side, BP_FUNNEL_BELOW);
    assert_int_equal(chart.n_beyond, 1);
    assert_int_equal(chart.n_near, 1);
    assert_string_equal(chart.rows[1].values[5], "Above 99.8%");
    assert_true(charted_says(drawing, "Dover"));
    assert_false(charted_says(drawing, "Ashford"));
}

static void rates_of_a_funnel_are_rounded_from_decimals(void **state)
{
    struct charted *charted = *state;
    struct bp_funnel_point points[3];
    struct bp_funnel funnel = {.points = points, .n_points = 3};
    struct bp_chart chart = {.type = BP_CHART_FUNNEL, .decimals = -1, .funnel = &funnel};
    set_point(&points[0], "Dover", 51, 80); /* 63.75%, which no binary number is */
    set_point(&points[1], "Deal", 23, 80);  /* 28.75% */
    set_point(&points[2], "Swale", 42, 160);
    charted_draw(charted, &chart, 400);
    assert_string_equal(chart.rows[0].values[2], "63.8%");
    assert_string_equal(chart.rows[1].values[2], "28.8%");
    assert_string_equal(chart.rows[2].values[2], "26.3%");
    assert_string_equal(chart.latest, "36.3%"); /* 116 of 320 is 36.25% */
}

static void a_map_is_told_by_its_shorter_side_and_a_missing_value_has_no_step(void **state)
{
    struct charted *charted = *state;
    struct bp_heat_row rows[2] = {{.label = charted_words("Day")},
                                  {.label = charted_words("Night")}};
    struct bp_heat heat = {.n_columns = 8, .rows = rows, .n_rows = 2};
    struct bp_chart chart = {
        .type = BP_CHART_HEAT, .decimals = -1, .heat = &heat, .unit = charted_words("%")};
    for (int i = 0; i < 8; i++) {
        heat.columns[i] = charted_name(i);
        for (int k = 0; k < 2; k++) {
            rows[k].there[i] = true;
            rows[k].values[i] = bp_decimal_whole(10 * i + k);
        }
    }
    rows[1].there[7] = false;
    bp_chart_tell(&chart, charted->look, charted->arena);
    assert_int_equal(chart.n_rows, 8);
    assert_string_equal(chart.heads[1], "Night");
    assert_string_equal(chart.rows[2].label, charted_name(2).text);
    assert_string_equal(chart.rows[2].values[1], "21");
    assert_null(chart.rows[7].values[1]);
    assert_int_equal(heat.steps[0], 0);
    assert_int_equal(heat.steps[7], BP_HEAT_N_SHADES - 1);
    assert_int_equal(heat.steps[15], -1);
    assert_string_equal(heat.ranges[0], "0% to 13%");
    assert_string_equal(heat.ranges[1], "14% to 27%");
    assert_string_equal(heat.ranges[BP_HEAT_N_SHADES - 1], "56% to 70%");
    assert_string_equal(chart.highest, "70%");
}

static void what_should_have_ended_and_has_not_is_late(void **state)
{
    struct charted *charted = *state;
    struct bp_gantt_task tasks[3] = {
        {.label = charted_words("Search"), .start = {2025, 1, 6}, .end = {2025, 3, 28}, .done = 90},
        {.label = charted_words("Bought"),
         .milestone = true,
         .start = {2025, 4, 1},
         .end = {2025, 4, 1},
         .done = 100},
        {.label = charted_words("Build"), .start = {2025, 4, 2}, .end = {2025, 9, 30}},
    };
    struct bp_gantt gantt = {.tasks = tasks, .n_tasks = 3, .as_of = {2025, 4, 10}};
    struct bp_chart chart = {.type = BP_CHART_GANTT, .gantt = &gantt};
    struct bp_drawing *drawing = charted_draw(charted, &chart, 400);
    assert_int_equal(tasks[0].standing, BP_GANTT_LATE);
    assert_int_equal(tasks[1].standing, BP_GANTT_DONE);
    assert_int_equal(tasks[2].standing, BP_GANTT_OPEN);
    assert_int_equal(chart.n_beyond, 1);
    assert_string_equal(chart.rows[0].values[3], "Late");
    assert_true(charted_says(drawing, "90%, late"));
    assert_true(charted_says(drawing, "10 Apr 2025"));
    gantt.as_of = (struct bp_date){2025, 3, 28};
    bp_chart_tell(&chart, charted->look, charted->arena);
    assert_int_equal(tasks[0].standing, BP_GANTT_OPEN);
}

static void risks_stand_from_the_highest_score_down(void **state)
{
    struct charted *charted = *state;
    struct bp_risk all[3] = {
        {.id = charted_words("1"), .label = charted_words("Fuel"), .likelihood = 2, .impact = 2},
        {.id = charted_words("2"),
         .label = charted_words("Flood"),
         .likelihood = 3,
         .impact = 5,
         .was_likelihood = 2,
         .was_impact = 5},
        {.id = charted_words("3"),
         .label = charted_words("Fire"),
         .likelihood = 2,
         .impact = 3,
         .appetite = 4},
    };
    struct bp_risks risks = {.risks = all, .n_risks = 3, .appetite = 15};
    struct bp_chart chart = {.type = BP_CHART_RISKS, .risks = &risks};
    struct bp_drawing *drawing = charted_draw(charted, &chart, 400);
    assert_string_equal(chart.rows[0].label, "Flood");
    assert_string_equal(chart.rows[0].values[3], "15 Extreme");
    assert_string_equal(chart.rows[0].values[4], "10 High");
    assert_string_equal(chart.rows[0].values[5], "15");
    assert_string_equal(chart.rows[1].values[5], "Above 4");
    assert_string_equal(chart.rows[2].values[3], "4 Moderate");
    assert_int_equal(chart.n_beyond, 1);
    assert_true(charted_says(drawing, "E"));
    assert_true(charted_says(drawing, "Appetite 15"));
}

/* WCAG 2.2, 1.4.3. */
static double luminance(bp_colour colour)
{
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double part = (colour >> (16 - 8 * i) & 255) / 255.0;
        sum += weights[i] * (part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static void words_can_be_read_on_every_ground_and_shades_keep_their_order_in_grey(void **state)
{
    struct charted *charted = *state;
    struct bp_pen pen = {.look = charted->look, .arena = charted->arena};
    const struct bp_type *type = &bp_pen_style(&pen, BP_STYLE_CHART_LABEL)->type;
    for (bp_colour grey = 0; grey < 256; grey++) {
        bp_colour ground = grey << 16 | grey << 8 | (255 - grey);
        double a = luminance(bp_pen_on(&pen, type, ground)->colour), b = luminance(ground);
        assert_true((MAX(a, b) + 0.05) / (MIN(a, b) + 0.05) >= 4.5);
    }
    for (int i = BP_STYLE_SHADE_1; i < BP_STYLE_SHADE_5; i++) {
        double pale = luminance(bp_pen_style(&pen, (enum bp_style_key)i)->fill);
        double dark = luminance(bp_pen_style(&pen, (enum bp_style_key)(i + 1))->fill);
        assert_true((pale + 0.05) / (dark + 0.05) > 1.25);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_are_those_of_the_distribution),
        cmocka_unit_test(large_counts_go_over_into_the_normal_without_a_step),
        cmocka_unit_test(without_any_event_there_is_nothing_to_stand_out_from),
        cmocka_unit_test(a_count_is_outside_exactly_when_chance_seldom_goes_so_far),
        CHARTED(no_label_overlaps_another_or_the_edge_at_any_width),
        CHARTED(every_point_outside_is_named_or_numbered),
        CHARTED(every_task_and_risk_is_on_its_chart),
        CHARTED(rates_of_a_funnel_are_rounded_from_decimals),
        CHARTED(a_funnel_tells_who_is_outside_and_on_which_side),
        CHARTED(a_map_is_told_by_its_shorter_side_and_a_missing_value_has_no_step),
        CHARTED(what_should_have_ended_and_has_not_is_late),
        CHARTED(risks_stand_from_the_highest_score_down),
        CHARTED(words_can_be_read_on_every_ground_and_shades_keep_their_order_in_grey),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
