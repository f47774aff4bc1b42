/* SPDX-License-Identifier: MIT */
/* Charts over time: lines and control charts. BP_KEEP=DIR keeps pages of them to be judged and
 * looked at. */
#include "charted.h"

#include "layout/layout.h"
#include "write/write.h"

enum { MOST_POINTS = 130, MOST_EVENTS = 40 };

struct made {
    struct bp_chart chart;
    struct bp_series series[BP_CHART_MOST_GROUPS];
    struct bp_point points[BP_CHART_MOST_GROUPS][MOST_POINTS];
    struct bp_step target[2];
    struct bp_note_at rebase;
    struct bp_note_at events[MOST_EVENTS];
};

static const char *const names[] = {"Victim-based crime", "Response within 20 minutes, rural",
                                    "A&E", "Hochleistungsrechenzentrumsauslastung"};

static void make_points(struct made *made, int index, GRand *random)
{
    struct bp_series *series = &made->series[index];
    struct bp_period at = bp_period_of(series->period_kind, (struct bp_date){2019, 4, 1});
    int64_t reach = (int64_t)1 << g_rand_int_range(random, 2, 30), value = reach / 2;
    int gaps = g_rand_int_range(random, 0, 3);
    series->points = made->points[index];
    series->n_points = g_rand_int_range(random, 1, MOST_POINTS);
    for (int i = 0; i < series->n_points; i++) {
        struct bp_point *point = &series->points[i];
        at.index += 1 + (gaps && g_rand_int_range(random, 0, 12) == 0 ? gaps : 0);
        value += (int64_t)g_rand_double_range(random, -0.2 * (double)reach, 0.2 * (double)reach);
        *point = (struct bp_point){.period = at, .value = {value, series->decimals}};
        point->state = g_rand_int_range(random, 0, 15) ? BP_POINT_PRESENT : BP_POINT_MISSING;
        point->provisional = i + 2 > series->n_points;
        point->ghost = g_rand_int_range(random, 0, 20) == 0;
    }
    series->points[0].state = BP_POINT_PRESENT;
}

static void make_series(struct made *made, int index, GRand *random)
{
    static const enum bp_metric_unit units[] = {BP_METRIC_COUNT, BP_METRIC_PERCENT, BP_METRIC_MONEY,
                                                BP_METRIC_DURATION};
    struct bp_series *series = &made->series[index];
    if (index > 0)
        *series = made->series[0];
    series->title = charted_words(names[g_rand_int_range(random, 0, 4)]);
    if (index == 0) {
        series->unit = units[g_rand_int_range(random, 0, 4)];
        series->decimals = series->unit == BP_METRIC_COUNT ? 0 : g_rand_int_range(random, 0, 3);
        series->symbol = charted_words(series->unit == BP_METRIC_MONEY ? "£m" : "minutes");
        series->period_kind = (enum bp_period_kind)g_rand_int_range(random, 0, 7);
        series->better = (enum bp_better)g_rand_int_range(random, 0, 4);
    }
    make_points(made, index, random);
    const struct bp_point *last = &series->points[series->n_points - 1];
    made->target[0] = (struct bp_step){series->points[0].period, last->value};
    made->target[1] = (struct bp_step){last->period, series->points[0].value};
    series->targets = made->target;
    series->n_targets = g_rand_int_range(random, 0, 3);
    series->has_baseline = g_rand_boolean(random);
    series->baseline_from = series->points[0].period;
    series->baseline_until = series->points[series->n_points / 3].period;
    made->rebase = (struct bp_note_at){series->points[series->n_points / 2].period,
                                       charted_words("a new recording system")};
    series->rebases = &made->rebase;
    series->n_rebases = g_rand_int_range(random, 0, 2);
    series->events = made->events;
    series->n_events = g_rand_boolean(random) ? g_rand_int_range(random, 0, MOST_EVENTS) : 0;
    for (int i = 0; i < series->n_events; i++) {
        struct bp_period at = series->points[0].period;
        at.index += g_rand_int_range(random, -2, 2 * MOST_POINTS);
        made->events[i] = (struct bp_note_at){at, charted_words(names[i % 4])};
    }
}

static void make_chart(struct made *made, GRand *random)
{
    struct bp_chart *chart = &made->chart;
    memset(made, 0, sizeof *made);
    chart->type = g_rand_boolean(random) ? BP_CHART_LINE : BP_CHART_SPC;
    chart->decimals = -1;
    chart->n_series =
        chart->type == BP_CHART_LINE ? g_rand_int_range(random, 1, BP_CHART_MOST_GROUPS + 1) : 1;
    chart->target = g_rand_boolean(random);
    chart->compare = (enum bp_chart_compare)g_rand_int_range(random, 0, 3);
    chart->judging.profile = (enum bp_spc_profile)g_rand_int_range(random, 0, 3);
    for (int i = 0; i < chart->n_series; i++) {
        make_series(made, i, random);
        chart->series[i] = &made->series[i];
    }
}

static void assert_ends_are_named(const struct bp_chart *chart, const struct bp_drawing *drawing)
{
    for (int i = 0; i < chart->n_series && chart->n_series > 1; i++)
        assert_true(charted_tells(drawing, chart->series[i]->title.text));
    if (chart->type != BP_CHART_SPC || !chart->upper)
        return;
    assert_true(charted_tells(drawing, "Mean"));
    assert_true(charted_tells(drawing, "Upper limit"));
    assert_true(charted_tells(drawing, "Lower limit"));
}

static void no_label_overlaps_another_or_the_edge_at_any_width(void **state)
{
    struct charted *charted = *state;
    GRand *random = g_rand_new_with_seed(11);
    struct made *made = g_new(struct made, 1);
    for (int i = 0; i < 2000; i++) {
        double width = g_rand_double_range(random, 150, 500);
        make_chart(made, random);
        struct bp_drawing *drawing = charted_draw(charted, &made->chart, width);
        charted_assert_clear(drawing);
        assert_true(charted_tells(drawing, made->chart.latest));
        assert_ends_are_named(&made->chart, drawing);
        if (made->chart.n_events > 0)
            assert_true(charted_says(drawing, "A"));
        if (i % 25 > 0)
            continue;
        charted_assert_again(charted, &made->chart, drawing);
    }
    g_free(made);
    g_rand_free(random);
}

/* A series of months from `year`-04 on; "-" is a gap. */
static void months(struct made *made, int index, int year, const char *values)
{
    struct bp_series *series = &made->series[index];
    struct bp_period at = bp_period_of(BP_PERIOD_MONTH, (struct bp_date){year, 4, 1});
    char **words = g_strsplit(values, " ", -1);
    series->period_kind = BP_PERIOD_MONTH;
    series->points = made->points[index];
    for (int i = 0; words[i]; i++, at.index++)
        if (strcmp(words[i], "-") != 0)
            series->points[series->n_points++] =
                (struct bp_point){.period = at, .value = charted_decimal(words[i])};
    g_strfreev(words);
    made->chart.series[index] = series;
    made->chart.n_series = index + 1;
}

static double y_of(const struct bp_drawing *drawing, const char *words)
{
    for (int i = 0; i < drawing->n_labels; i++)
        if (strcmp(drawing->labels[i].words, words) == 0)
            return drawing->labels[i].y;
    fail_msg("no label says “%s”", words);
    return 0;
}

static void make_lines(struct made *made)
{
    static const char *const values[] = {"9 61", "8 60", "7 59", "6 58"};
    *made = (struct made){.chart = {.type = BP_CHART_LINE, .decimals = -1}};
    for (int i = 0; i < 4; i++) {
        months(made, i, 2021, values[i]);
        made->series[i].title = charted_words(names[i % 3]);
    }
    made->series[1].title = charted_words("Response within 20 minutes of the call, rural");
}

static void names_stand_in_the_order_of_the_values(void **state)
{
    struct charted *charted = *state;
    struct made made;
    make_lines(&made);
    struct bp_drawing *drawing = charted_draw(charted, &made.chart, 300);
    for (int i = 0; i < 3; i++) {
        char *upper = g_strdup_printf("%d", 61 - i), *lower = g_strdup_printf("%d", 60 - i);
        assert_true(y_of(drawing, upper) < y_of(drawing, lower));
        g_free(upper);
        g_free(lower);
    }
}

static void names_without_room_make_a_chart_higher_or_go_into_its_key(void **state)
{
    struct charted *charted = *state;
    struct made made;
    make_lines(&made);
    struct bp_drawing *beside = charted_draw(charted, &made.chart, 240);
    assert_true(beside->height > 170);
    assert_true(charted_says(beside, "61"));
    made.chart.height = 100;
    struct bp_drawing *keyed = charted_draw(charted, &made.chart, 240);
    assert_false(charted_says(keyed, "61"));
    for (int i = 0; i < 4; i++)
        assert_true(charted_tells(keyed, made.series[i].title.text));
    assert_true(charted_tells(keyed, "rural 60"));
    charted_assert_clear(keyed);
}

static void gaps_are_rows_without_values(void **state)
{
    struct charted *charted = *state;
    struct made made = {.chart = {.type = BP_CHART_LINE}};
    months(&made, 0, 2021, "5 - 7");
    made.series[0].unit = BP_METRIC_PERCENT;
    struct bp_drawing *drawing = charted_draw(charted, &made.chart, 300);
    assert_int_equal(made.chart.n_rows, 3);
    assert_string_equal(made.chart.rows[1].label, "May 2021");
    assert_null(made.chart.rows[1].values[0]);
    assert_string_equal(made.chart.latest, "7%");
    assert_string_equal(made.chart.latest_at, "June 2021");
    assert_true(charted_says(drawing, "7%"));
    assert_true(charted_says(drawing, "Jun 2021"));
}

static void a_chart_without_values_in_its_periods_says_so(void **state)
{
    struct charted *charted = *state;
    struct made made = {.chart = {.type = BP_CHART_LINE}};
    months(&made, 0, 2021, "5 6 7");
    made.chart.has_from = true;
    made.chart.from = bp_period_of(BP_PERIOD_MONTH, (struct bp_date){2030, 1, 1});
    bp_chart_tell(&made.chart, charted->look, charted->arena);
    assert_null(bp_chart_draw(&made.chart, 300, 700, &charted->setting));
    assert_true(bp_report_has(charted->report, "no-room"));
}

#define CALLS "71 74 69 73 72 70 75 68 72 71 73 70 72 69 74 66 64 61 60 58 57 59 56 54"

static void make_spc(struct made *made)
{
    months(made, 0, 2020, CALLS);
    made->chart.type = BP_CHART_SPC;
    made->series[0].unit = BP_METRIC_PERCENT;
    made->series[0].better = BP_BETTER_HIGHER;
    made->series[0].has_baseline = true;
    made->series[0].baseline_from = made->points[0][0].period;
    made->series[0].baseline_until = made->points[0][14].period;
}

static void events_are_marked_listed_and_told_in_the_table(void **state)
{
    struct charted *charted = *state;
    struct made made = {0};
    make_spc(&made);
    for (int i = 0; i < 4; i++) {
        made.events[i].at = made.points[0][i < 2 ? 9 - i : 9].period;
        made.events[i].text = charted_words(names[MIN(i, 2)]);
    }
    made.events[3].at.index += 500; /* not shown */
    made.series[0].events = made.events;
    made.series[0].n_events = 4;
    struct bp_drawing *drawing = charted_draw(charted, &made.chart, 390);
    charted_assert_clear(drawing);
    assert_int_equal(made.chart.n_events, 3);
    assert_string_equal(made.chart.events[0].mark, "A");
    assert_string_equal(made.chart.events[0].at, "December 2020");
    assert_string_equal(made.chart.events[0].words.text, names[1]);
    assert_string_equal(made.chart.events[2].words.text, names[2]);
    for (int i = 0; i < 3; i++)
        assert_true(charted_says(drawing, made.chart.events[i].mark));
    assert_null(made.chart.rows[7].event);
    assert_string_equal(made.chart.rows[8].event, names[1]);
    assert_string_equal(made.chart.rows[9].event, "Victim-based crime; A&E");
}

static void a_control_chart_tells_what_it_rests_on(void **state)
{
    struct charted *charted = *state;
    struct made made = {0};
    make_spc(&made);
    struct bp_drawing *drawing = charted_draw(charted, &made.chart, 390);
    assert_string_equal(made.chart.base_from, "April 2020");
    assert_string_equal(made.chart.base_until, "June 2021");
    assert_string_equal(made.chart.counted, "24");
    assert_int_equal(made.chart.n_concerns, 10);
    assert_string_equal(made.chart.rows[23].values[1], "71.5%");
    assert_true(charted_says(drawing, "Mean 71.5%"));
    assert_true(charted_says(drawing, "54%"));
    assert_null(made.chart.rows[0].values[4]);
    assert_string_equal(made.chart.rows[23].values[4], "outside the limits, shift, two of three");
}

/* Pages of charts at three widths. */

struct page {
    struct charted *charted;
    struct bp_document document;
    struct bp_style group;
};

static const struct bp_drawing *draw(void *user, const struct bp_block *block, int first,
                                     double width, double height)
{
    (void)first;
    struct page *page = user;
    return bp_chart_draw(block->chart, width, height, &page->charted->setting);
}

static void add(struct page *page, struct bp_chart *chart)
{
    struct bp_arena *arena = page->charted->arena;
    const struct bp_look *look = page->charted->look;
    struct bp_block *heading = bp_block_new(arena, page->document.root, BP_BLOCK_HEADING,
                                            &look->keys[BP_STYLE_SECTION_HEADING]->style);
    struct bp_run *run = bp_arena_new(arena, sizeof *run);
    *run = (struct bp_run){.text = chart->title.text,
                           .length = (int)strlen(chart->title.text),
                           .type = &heading->style->type};
    heading->text = (struct bp_text){run, 1};
    heading->level = 1;
    struct bp_block *figure =
        bp_block_new(arena, page->document.root, BP_BLOCK_FIGURE, &page->group);
    bp_chart_tell(chart, look, arena);
    chart->anchor = "chart";
    figure->chart = chart;
    figure->alt = chart->title.text;
}

static void keep(struct page *page, double width)
{
    const struct bp_drawer drawer = {page, draw, NULL};
    struct bp_pages pages;
    struct bp_bytes file;
    page->document.drawer = &drawer;
    assert_true(bp_layout_document(&page->document, page->charted->text, &pages,
                                   page->charted->arena, page->charted->report));
    assert_true(bp_write_pdf(&pages, page->charted->text, page->charted->arena, &file,
                             page->charted->report));
    assert_int_equal(bp_report_errors(page->charted->report), 0);
    const char *folder = g_getenv("BP_KEEP");
    char *path = g_strdup_printf("%s/test-chart-%d.pdf", folder ? folder : ".", (int)width);
    if (folder)
        assert_true(g_file_set_contents(path, file.data, (gssize)file.size, NULL));
    g_free(path);
    bp_write_free(&file);
}

static void add_lines(struct page *page)
{
    struct made *made = bp_arena_new(page->charted->arena, 4 * sizeof *made);
    static const struct bp_style style = {0};
    (void)style;
    months(&made[0], 0, 2021, "8.9 8.1 - 7.7 7.4 7.9 6.8 6.9 7.2 6.6 6.4 6.2");
    made[0].chart.type = BP_CHART_LINE;
    made[0].chart.title = charted_words("Faults are put right within the target since autumn");
    made[0].series[0].unit = BP_METRIC_DURATION;
    made[0].series[0].symbol = charted_words("days");
    made[0].series[0].decimals = 1;
    made[0].chart.target = true;
    made[0].target[0] = (struct bp_step){made[0].points[0][0].period, charted_decimal("7")};
    made[0].series[0].targets = made[0].target;
    made[0].series[0].n_targets = 1;
    made[0].points[0][10].provisional = true;
    add(page, &made[0].chart);

    months(&made[1], 0, 2021,
           "4102 4250 4391 4480 4420 4301 4522 4610 4390 4402 4105 4310 4522 4701 4840 4901 4880 "
           "4790 5010 5102 4890 4702 4630 4805");
    made[1].chart =
        (struct bp_chart){.type = BP_CHART_LINE, .n_series = 1, .series = {made[1].series}};
    made[1].chart.title = charted_words("Crime is a tenth above last year in every month");
    made[1].chart.compare = BP_CHART_LAST_YEAR;
    made[1].chart.has_from = true;
    made[1].chart.from = made[1].points[0][12].period;
    add(page, &made[1].chart);

    months(&made[2], 0, 2021, "71 72 70 74 76 75 77 79 78 80 81 83");
    months(&made[2], 1, 2021, "68 69 70 70 71 70 72 71 70 71 72 71");
    months(&made[2], 2, 2021, "80 79 79 78 77 78 76 75 74 73 72 70");
    made[2].series[0].title = charted_words("Hate crime");
    made[2].series[1].title = charted_words("Domestic abuse");
    made[2].series[2].title = charted_words("Burglary, residential");
    for (int i = 0; i < 3; i++)
        made[2].series[i].unit = BP_METRIC_PERCENT;
    made[2].chart.type = BP_CHART_LINE;
    made[2].chart.title = charted_words("Satisfaction with hate crime overtook burglary");
    add(page, &made[2].chart);

    months(&made[3], 0, 2019, "5 7 6 8 7 6 5 6 7 8 6 5 9 10 11 10 12 11 13 12 11 12 13 14");
    made[3].chart.type = BP_CHART_LINE;
    made[3].chart.title = charted_words("Complaints left the range of 2019/20");
    made[3].chart.compare = BP_CHART_BASELINE;
    made[3].series[0].has_baseline = true;
    made[3].series[0].baseline_from = made[3].points[0][0].period;
    made[3].series[0].baseline_until = made[3].points[0][11].period;
    add(page, &made[3].chart);
}

static void add_spc(struct page *page)
{
    struct made *made = bp_arena_new(page->charted->arena, 2 * sizeof *made);
    make_spc(&made[0]);
    made[0].chart.title =
        charted_words("999 calls answered in 10 seconds are below what is normal");
    add(page, &made[0].chart);

    months(&made[1], 0, 2020,
           "12 14 13 15 12 14 13 16 12 13 14 12 13 15 22 23 21 24 22 23 21 22 24 "
           "23 22 21 23 17 16 17 15 16");
    made[1].chart.type = BP_CHART_SPC;
    made[1].chart.title = charted_words("Vacancies came down since the limits were set anew");
    made[1].series[0].better = BP_BETTER_LOWER;
    made[1].rebase =
        (struct bp_note_at){made[1].points[0][14].period, charted_words("A new system")};
    made[1].series[0].rebases = &made[1].rebase;
    made[1].series[0].n_rebases = 1;
    made[1].points[0][6].ghost = true;
    made[1].points[0][31].provisional = true;
    made[1].chart.target = true;
    made[1].target[0] = (struct bp_step){made[1].points[0][0].period, charted_decimal("14")};
    made[1].target[1] = (struct bp_step){made[1].points[0][20].period, charted_decimal("18")};
    made[1].series[0].targets = made[1].target;
    made[1].series[0].n_targets = 2;
    for (int i = 0; i < 5; i++)
        made[1].events[i] = (struct bp_note_at){made[1].points[0][i < 3 ? 17 + i : 4 * i].period,
                                                charted_words(names[i % 4])};
    made[1].series[0].events = made[1].events;
    made[1].series[0].n_events = 5;
    add(page, &made[1].chart);
}

static struct bp_chart_bar bar(const char *label, const char *first, const char *second)
{
    struct bp_chart_bar bar = {.label = charted_words(label)};
    const char *const values[] = {first, second};
    for (int i = 0; i < 2; i++)
        if (values[i]) {
            bar.values[i] = charted_decimal(values[i]);
            bar.there[i] = true;
        }
    return bar;
}

static void add_rows(struct page *page)
{
    const struct bp_chart_bar bars[] = {
        bar("Rape", "32.9", NULL),
        bar("Victim based crime", "12.3", "-5.4"),
        bar("Burglary, business and community", "9.4", "-27.8"),
        bar("Burglary, residential", "-7.6", "-38.6"),
        bar("Anti-social behaviour", "-44.6", NULL),
    };
    struct bp_chart_bar steps[] = {bar("Budget 2025/26", "412.6", NULL),
                                   bar("Pay award", "14.9", NULL), bar("Savings", "-9.8", NULL),
                                   bar("Budget 2026/27", "417.7", NULL)};
    struct bp_chart_bar sums[] = {
        bar("Opening balance", "12.4", NULL), bar("Grants received", "8.1", NULL),
        bar("Spent on estates", "-15.2", NULL), bar("Closing balance", "5.3", NULL)};
    struct bp_arena *arena = page->charted->arena;
    struct bp_chart *charts = bp_arena_new(arena, 3 * sizeof *charts);
    steps[0].total = steps[3].total = sums[0].total = sums[3].total = true;
    charts[0] = (struct bp_chart){.type = BP_CHART_BAR,
                                  .decimals = -1,
                                  .unit = charted_words("%"),
                                  .n_groups = 2,
                                  .n_bars = 5};
    charts[0].bars = bp_arena_copy(arena, bars, 5, sizeof *bars);
    charts[0].groups[0] = charted_words("2020/21");
    charts[0].groups[1] = charted_words("2019/20");
    charts[0].title = charted_words("Most crime rose on 2020/21");
    charts[1] = (struct bp_chart){
        .type = BP_CHART_WATERFALL, .decimals = -1, .unit = charted_words("£m"), .n_bars = 4};
    charts[1].bars = bp_arena_copy(arena, steps, 4, sizeof *steps);
    charts[1].title = charted_words("Pay adds more than savings take away");
    charts[2] = charts[1];
    charts[2].bars = bp_arena_copy(arena, sums, 4, sizeof *sums);
    charts[2].title = charted_words("Estates took the grants and more");
    for (int i = 0; i < 3; i++)
        add(page, &charts[i]);
}

static void pages_of_charts_are_written(void **state)
{
    static const double widths[] = {150, 260, 390};
    struct charted *charted = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
        const struct bp_style *plain = &charted->look->keys[BP_STYLE_BODY]->style;
        struct page page = {.charted = charted, .group = *plain};
        page.document = (struct bp_document){.sheet = {.width = widths[i] + 60,
                                                       .height = 842,
                                                       .margin_top = 40,
                                                       .margin_bottom = 40,
                                                       .margin_start = 30,
                                                       .margin_end = 30},
                                             .language = "en-GB",
                                             .title = "Charts",
                                             .header_style = plain,
                                             .footer_style = plain,
                                             .note_rule = plain,
                                             .watermark_style = plain};
        page.document.root = bp_block_new(charted->arena, NULL, BP_BLOCK_SECTION, plain);
        add_lines(&page);
        add_spc(&page);
        add_rows(&page);
        keep(&page, widths[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHARTED(names_stand_in_the_order_of_the_values),
        CHARTED(names_without_room_make_a_chart_higher_or_go_into_its_key),
        CHARTED(gaps_are_rows_without_values),
        CHARTED(a_chart_without_values_in_its_periods_says_so),
        CHARTED(a_control_chart_tells_what_it_rests_on),
        CHARTED(events_are_marked_listed_and_told_in_the_table),
        CHARTED(pages_of_charts_are_written),
        CHARTED(no_label_overlaps_another_or_the_edge_at_any_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
