/* SPDX-License-Identifier: MIT */
/*
 * How long charts take: 500 of all types, each told, set out and drawn, beside the same drawings
 * straight to one Cairo PDF surface; and how large a report of 50 is. Goals: a median under 5 ms a
 * chart, at most twice Cairo's time, under 1 MB.
 */
#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>

#include "chart/chart.h"
#include "chart/tell.h"
#include "chartset.h"
#include "load/load.h"
#include "load/look.h"
#include "replay.h"

#define N_CHARTS      500
#define N_REPORT      50
#define MOST_DRAWINGS 20 /* of a table: its lines and icons */
#define WIDTH         360.0
#define HEIGHT        700.0
#define CELL          72.0

struct set {
    struct bp_arena *arena;
    struct bp_report *report;
    struct bp_text_service *text;
    struct bp_look *look;
    struct bp_data data;
    const struct bp_drawing **drawings;
    int n_drawings;
};

static double now(void)
{
    return (double)g_get_monotonic_time() / 1000;
}

static bool set_init(struct set *set, int n_charts)
{
    const struct bp_look_wish wish = {
        .layout = {.name = "report"}, .prints = "report", .usual = "report", .charts = true};
    size_t size;
    char *text = bp_chartset_new(n_charts, &size);
    const struct bp_bytes bytes = {text, size};
    *set = (struct set){.arena = bp_arena_create(), .report = bp_report_create()};
    set->text = bp_text_create(set->report);
    set->look = bp_look_read(&wish, set->arena, set->report);
    bool good =
        set->text && set->look &&
        bp_load_data_bytes(&bytes, "charts.yaml", NULL, &set->data, set->arena, set->report);
    g_free(text);
    set->drawings = bp_arena_new(set->arena, (size_t)n_charts * MOST_DRAWINGS * sizeof(void *));
    return good;
}

static void set_finish(struct set *set)
{
    bp_report_print(set->report, stderr);
    bp_text_destroy(set->text);
    bp_report_destroy(set->report);
    bp_arena_destroy(set->arena);
}

static int compare_times(const void *a, const void *b)
{
    double one = *(const double *)a, other = *(const double *)b;
    return (one > other) - (one < other);
}

static bool draw_one(struct set *set, const struct bp_chart *chart, double width)
{
    const struct bp_chart_setting setting = {.look = set->look,
                                             .text = set->text,
                                             .language = "en-GB",
                                             .arena = set->arena,
                                             .report = set->report};
    const struct bp_drawing *drawing = bp_chart_draw(chart, width, HEIGHT, &setting);
    if (drawing)
        set->drawings[set->n_drawings++] = drawing;
    return drawing;
}

/* What is drawn of a table is in its cells. */
static bool draw_chart(struct set *set, const struct bp_chart *chart)
{
    bool good = true;
    if (chart->type != BP_CHART_TABLE && chart->type != BP_CHART_MATRIX)
        return draw_one(set, chart, WIDTH);
    for (int i = 0; i < chart->n_measures && good; i++) {
        const struct bp_chart *measure = &chart->measures[i];
        good = draw_one(set, measure, CELL);
        for (size_t k = 0; k < G_N_ELEMENTS(measure->icons) && good; k++)
            good = !measure->icons[k] || draw_one(set, measure->icons[k], CELL);
    }
    return good;
}

/* Draws the charts; `median` of their times. The sum, or a negative number when one failed. */
static double draw(struct set *set, double *median)
{
    const struct bp_data *data = &set->data;
    double *times = g_new0(double, data->n_charts), sum = 0;
    bool good = true;
    for (int i = 0; i < data->n_charts && good; i++) {
        double start = now();
        data->charts[i]->anchor = "chart-1";
        bp_chart_tell(data->charts[i], set->look, set->arena);
        good = draw_chart(set, data->charts[i]);
        times[i] = now() - start;
        sum += times[i];
    }
    qsort(times, (size_t)data->n_charts, sizeof *times, compare_times);
    *median = times[data->n_charts / 2];
    g_free(times);
    return good ? sum : -1;
}

static cairo_status_t count(void *user, const unsigned char *bytes, unsigned int size)
{
    (void)bytes;
    *(size_t *)user += size;
    return CAIRO_STATUS_SUCCESS;
}

/* Reading the drawings isn't in the time. */
static double draw_again(const struct set *set)
{
    struct bp_replay *replays = g_new0(struct bp_replay, set->n_drawings);
    size_t size = 0;
    bool good = true;
    for (int i = 0; i < set->n_drawings; i++)
        good = bp_replay_init(&replays[i], set->drawings[i]) && good;
    double start = now();
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(count, &size, WIDTH, HEIGHT);
    cairo_t *context = cairo_create(surface);
    for (int i = 0; i < set->n_drawings && good; i++)
        bp_replay_draw(&replays[i], surface, context);
    cairo_destroy(context);
    cairo_surface_finish(surface);
    good = good && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS && size > 0;
    cairo_surface_destroy(surface);
    double time = now() - start;
    for (int i = 0; i < set->n_drawings; i++)
        bp_replay_finish(&replays[i]);
    g_free(replays);
    return good ? time : -1;
}

static bool measure_charts(int n_charts)
{
    struct set set;
    double median = 0;
    double ours = set_init(&set, n_charts) ? draw(&set, &median) : -1;
    double cairo = ours > 0 ? draw_again(&set) : -1;
    if (cairo > 0)
        printf("charts: %d drawn, median %.2f ms (goal 5), %.2f of Cairo alone (goal 2)\n",
               n_charts, median, ours / cairo);
    set_finish(&set);
    return cairo > 0;
}

/* The command itself, on a file. */
static bool measure_report(const char *folder, int n_charts)
{
    char *input = g_build_filename(folder, "charts.yaml", NULL);
    char *output = g_build_filename(folder, "charts.pdf", NULL);
    char *command = g_strdup_printf("%s/boardpack render %s -o %s", folder, input, output);
    char *bytes = NULL;
    size_t size;
    char *text = bp_chartset_new(n_charts, &size);
    double start = now();
    bool good = g_file_set_contents(input, text, (gssize)size, NULL) && system(command) == 0;
    double time = now() - start;
    good = good && g_file_get_contents(output, &bytes, &size, NULL);
    if (good)
        printf("charts: a report of %d, %.0f ms, %.0f kB (goal 1,000)\n", n_charts, time,
               (double)size / 1000);
    g_free(text);
    g_free(bytes);
    g_free(command);
    g_free(output);
    g_free(input);
    return good;
}

int main(int argc, char **argv)
{
    bool quick = g_getenv("SHORT") != NULL;
    return measure_charts(quick ? N_CHARTS / 10 : N_CHARTS) &&
                   measure_report(argc > 1 ? argv[1] : "build", N_REPORT)
               ? 0
               : 1;
}
