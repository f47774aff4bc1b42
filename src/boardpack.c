/* SPDX-License-Identifier: MIT */
/* The way of the data, from a path to a PDF file: read run_stages() first. */
#include "boardpack.h"

#include <assert.h>
#include <glib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/laps.h"
#include "base/report.h"
#include "chart/chart.h"
#include "chart/json.h"
#include "chart/tell.h"
#include "chart/verify.h"
#include "compose/compose.h"
#include "compose/dump.h"
#include "layout/dump.h"
#include "layout/layout.h"
#include "load/load.h"
#include "load/look.h"
#include "load/settings.h"
#include "metric/dump.h"
#include "metric/mention.h"
#include "model/dump.h"
#include "picture/picture.h"
#include "text/text.h"
#include "write/write.h"

/* How far a call goes. */
enum stage {
    STAGE_MODEL,
    STAGE_SERIES,
    STAGE_DOCUMENT,
    STAGE_LAYOUT,
    STAGE_TAGS,
    STAGE_CHECK,
    STAGE_FILE
};

static const char *const stage_names[] = {"model", "series", "document", "layout", "tags", NULL};

struct run {
    const char *input;
    const char *output;
    const struct bp_options *options;
    struct bp_report *report;
    struct bp_arena *arena;
    const char *root; /* that no input leaves */
    struct bp_data data;
    struct bp_look *look;
    struct bp_document *document;
    struct bp_text_service *text;
    const struct bp_drawing **drawings; /* of the charts, as they stand on the pages */
    struct bp_pages pages;
    struct bp_bytes pdf;
    struct bp_date as_of;
    struct bp_tally before; /* what the report held when the call began */
    struct bp_laps laps;
};

static const struct bp_options no_options;

/* Ends the lap that began at the last call. False when the stage failed or reported an error. */
static bool lap(struct run *run, const char *name, bool done)
{
    bp_laps_add(&run->laps, name);
    return done && bp_report_tally(run->report).errors == run->before.errors;
}

static bool run_load(struct run *run)
{
    const char *name = run->input;

    if (strcmp(name, "-") == 0)
        name = run->options->name ? run->options->name : "<stdin>";
    run->root = bp_file_root(run->input, run->options->root, run->arena);
    return bp_load_data(run->input, name, run->root, &run->data, run->arena, run->report);
}

/* What the command line names, else the file, else its folder's boardpack.yaml. */
static struct bp_layer_wish choose(const struct run *run, const char *asked,
                                   const struct bp_words *said, const struct bp_words *set)
{
    if (asked)
        return (struct bp_layer_wish){.name = asked};
    if (said->text) {
        char *folder = g_path_get_dirname(run->input);
        const char *kept = bp_arena_string(run->arena, folder, strlen(folder));

        g_free(folder);
        return (struct bp_layer_wish){said->text, kept, run->root, &said->source};
    }
    return (struct bp_layer_wish){set->text, run->root, run->root, &set->source};
}

/* Likewise, but for “none”; the command line has no place in a file. */
static void choose_editions(const struct run *run, const struct bp_words *said,
                            const struct bp_words *set, struct bp_look_wish *wish)
{
    const struct bp_words *words = said->text ? said : set;

    wish->editions = run->options->edition ? run->options->edition : words->text;
    if (wish->editions && strcmp(wish->editions, "none") == 0)
        wish->editions = NULL;
    wish->editions_from = run->options->edition || !words->text ? NULL : &words->source;
}

/* The look: a layout, the house style over it, editions. */
static bool run_look(struct run *run)
{
    const struct bp_meeting *meeting = run->data.meeting;
    const struct bp_narrative *narrative = run->data.narrative;
    const char *language = meeting ? meeting->language : narrative->language;
    struct bp_settings settings;
    struct bp_look_wish wish = {.prints = meeting ? "meeting" : "report",
                                .charts = run->data.n_charts > 0};

    if (!bp_settings_read(run->root, &settings, run->arena, run->report))
        return false;
    wish.usual = bp_look_usual(meeting ? "minutes" : "report", language, run->arena);
    wish.layout = choose(run, run->options->layout, meeting ? &meeting->layout : &narrative->layout,
                         &settings.layout);
    wish.house = choose(run, run->options->house, meeting ? &meeting->house : &narrative->house,
                        &settings.house);
    choose_editions(run, meeting ? &meeting->edition : &narrative->edition, &settings.edition,
                    &wish);
    if (!wish.layout.name)
        wish.layout = (struct bp_layer_wish){.name = wish.usual};
    run->look = bp_look_read(&wish, run->arena, run->report);
    return run->look != NULL;
}

/* A layout by itself can be checked, and nothing more. */
static bool run_layout_alone(struct run *run, enum stage last)
{
    const struct bp_source at = {.file = run->input};
    const struct bp_look_wish wish = {.layout = {.name = run->input}};

    if (last != STAGE_CHECK || strcmp(run->input, "-") == 0) {
        bp_report_error(run->report, &at, "is-layout",
                        "is a layout; name the file of a meeting or report, and this one after "
                        "--layout");
        return false;
    }
    run->look = bp_look_read(&wish, run->arena, run->report);
    return run->look != NULL;
}

static bool run_pictures(struct run *run)
{
    bool good = true;

    for (int i = 0; i < run->look->n_pictures; i++)
        good = bp_picture_open(run->look->pictures[i], run->arena, run->report) && good;
    return good;
}

static bool run_compose(struct run *run)
{
    bool told = bp_mentions_tell(&run->data, run->look, run->arena, run->report);

    bp_charts_tell(&run->data, run->look, run->arena);
    bp_charts_verify(&run->data, run->look, run->arena, run->report);
    struct bp_root root = bp_root_of(&run->data);

    if (root.meeting)
        root.log = bp_register_make(root.meeting, run->as_of, run->arena);
    if (told)
        run->document = bp_compose_document(run->look, &root, run->arena, run->report);
    return run->document != NULL;
}

static bool run_fonts(struct run *run)
{
    run->text = bp_text_create(run->report);
    return run->text != NULL;
}

static struct bp_chart_setting chart_setting(const struct run *run)
{
    return (struct bp_chart_setting){.look = run->look,
                                     .text = run->text,
                                     .language = run->document->language,
                                     .arena = run->arena,
                                     .report = run->report};
}

/* Layout's drawer: a chart for the width that it turns out to have. */
static const struct bp_drawing *draw_chart(void *user, const struct bp_block *block, int first,
                                           double width, double height)
{
    const struct run *run = user;
    struct bp_chart_setting setting = chart_setting(run);

    setting.first_row = first;
    const struct bp_drawing *drawing = bp_chart_draw(block->chart, width, height, &setting);

    for (int i = 0; i < run->data.n_charts && first == 0; i++)
        if (run->data.charts[i] == block->chart)
            run->drawings[i] = drawing;
    return drawing;
}

static double chart_width(void *user, const struct bp_block *block)
{
    const struct bp_chart_setting setting = chart_setting(user);
    return bp_chart_width(block->chart, &setting);
}

static bool run_layout(struct run *run)
{
    const struct bp_drawer drawer = {run, draw_chart, chart_width};

    run->drawings =
        bp_arena_new(run->arena, (size_t)MAX(run->data.n_charts, 1) * sizeof *run->drawings);
    run->document->drawer = &drawer;
    return bp_layout_document(run->document, run->text, &run->pages, run->arena, run->report);
}

static bool run_write(struct run *run)
{
    return bp_write_pdf(&run->pages, run->text, run->arena, &run->pdf, run->report);
}

static bool run_file(struct run *run)
{
    return bp_file_write(run->output, &run->pdf, run->report);
}

/* A metrics file alone, which no report has taken. */
static bool is_series_only(const struct run *run)
{
    return !run->data.meeting && !run->data.narrative;
}

static bool has_pages(struct run *run)
{
    if (is_series_only(run))
        bp_report_error(run->report, &(struct bp_source){.file = run->input}, "no-pages",
                        "has metrics only; name the report that has “metrics: %s”", run->input);
    return !is_series_only(run);
}

static bool as_json(const struct run *run)
{
    return run->options->format && strcmp(run->options->format, "json") == 0;
}

/* Where the series are the last that is asked for. The JSON of a report tells its charts too, as
 * they stand on the pages. */
static bool ends_at_series(const struct run *run, enum stage last)
{
    return last == STAGE_SERIES && !(run->data.n_charts > 0 && as_json(run));
}

/* Each stage takes the whole of the one before it and knows nothing of the one after it. */
static bool run_stages(struct run *run, enum stage last)
{
    if (!lap(run, "load", run_load(run)))
        return false;
    if (!run->data.meeting && !run->data.narrative && !run->data.metrics)
        return lap(run, "look", run_layout_alone(run, last)) && run_pictures(run);
    if (last == STAGE_MODEL || ends_at_series(run, last) ||
        (last == STAGE_CHECK && is_series_only(run)))
        return true;
    if (!has_pages(run))
        return false;
    if (!lap(run, "look", run_look(run)) || !lap(run, "pictures", run_pictures(run)) ||
        !lap(run, "compose", run_compose(run)))
        return false;
    if (last == STAGE_DOCUMENT)
        return true;
    if (!lap(run, "fonts", run_fonts(run)) || !lap(run, "layout", run_layout(run)))
        return false;
    if (last < STAGE_FILE)
        return true;
    return lap(run, "write", run_write(run)) && lap(run, "file", run_file(run));
}

static void run_init(struct run *run, const char *input, const struct bp_options *options,
                     struct bp_report *report)
{
    assert(input && report);
    *run = (struct run){
        .input = input,
        .options = options ? options : &no_options,
        .report = report,
        .arena = bp_arena_create(),
        .before = bp_report_tally(report),
        .laps = bp_laps_start(),
    };
}

static enum bp_status run_finish(struct run *run)
{
    struct bp_tally after = bp_report_tally(run->report);

    if (run->options->timings && run->laps.n > 0)
        bp_laps_print(&run->laps, run->options->timings);
    bp_write_free(&run->pdf);
    bp_text_destroy(run->text);
    bp_arena_destroy(run->arena);
    if (after.systems > run->before.systems)
        return BP_STATUS_SYSTEM;
    return after.errors > run->before.errors ? BP_STATUS_INPUT : BP_STATUS_DONE;
}

/* "33 values (2 provisional), 1 missing, 2 suppressed" */
static void append_values(GString *out, const struct bp_reading *reading)
{
    int present = reading->points - reading->cells_missing - reading->cells_suppressed;

    g_string_append_printf(out, "%d value%s", present, present == 1 ? "" : "s");
    if (reading->cells_provisional > 0)
        g_string_append_printf(out, ", %d of them provisional", reading->cells_provisional);
    if (reading->cells_revised > 0)
        g_string_append_printf(out, ", %d of them revised", reading->cells_revised);
    g_string_append_printf(out, "; %d missing, %d suppressed", reading->cells_missing,
                           reading->cells_suppressed);
}

/* How each CSV file was read, as notes. */
static void tell_readings(const struct run *run)
{
    const struct bp_metrics *metrics = run->data.metrics;

    for (int i = 0; metrics && i < metrics->n_readings; i++) {
        const struct bp_reading *reading = &metrics->readings[i];
        int read = reading->rows - reading->rows_header - reading->rows_skipped;
        GString *values = g_string_new(NULL);

        append_values(values, reading);
        bp_report_note(run->report, &(struct bp_source){.file = reading->file}, "reading",
                       "for “%s”: %s; %d row%s: %s%d read, %d left out%s%s", reading->series,
                       values->str, reading->rows, reading->rows == 1 ? "" : "s",
                       reading->rows_header ? "1 header, " : "", read, reading->rows_skipped,
                       reading->columns_skipped ? "; columns left out " : "",
                       reading->columns_skipped ? reading->columns_skipped : "");
        g_string_free(values, TRUE);
    }
}

/* Whether the call itself makes sense, before anything is read. */
static bool call_is_right(struct run *run)
{
    const char *root = run->options->root;
    struct stat input, output;

    if (root && !g_file_test(root, G_FILE_TEST_IS_DIR)) {
        bp_report_error(run->report, &(struct bp_source){.file = root}, "no-folder",
                        "is no folder; name the folder that holds all files of the meeting");
        return false;
    }
    if (run->options->as_of && !bp_date_parse(run->options->as_of, &run->as_of)) {
        bp_report_error(run->report, NULL, "bad-date",
                        "“%s” is not how a day is written here; write it as in 2022-06-08",
                        run->options->as_of);
        return false;
    }
    if (run->output && stat(run->input, &input) == 0 && stat(run->output, &output) == 0 &&
        S_ISREG(output.st_mode) && input.st_dev == output.st_dev && input.st_ino == output.st_ino) {
        bp_report_error(run->report, &(struct bp_source){.file = run->output}, "same-file",
                        "the output is the input file; name another output");
        return false;
    }
    return true;
}

static enum bp_status run_whole(struct run *run, enum stage last)
{
    bool right = call_is_right(run);
    bool done = right && run_stages(run, last);
    enum bp_status status;

    if (done && last == STAGE_CHECK)
        tell_readings(run);
    status = run_finish(run);

    assert(done == (status == BP_STATUS_DONE));
    return right ? status : BP_STATUS_USAGE;
}

static bool format_is_right(struct run *run, enum stage stage)
{
    const char *format = run->options->format;

    if (!format || strcmp(format, "text") == 0 || (as_json(run) && stage == STAGE_SERIES))
        return true;
    if (as_json(run))
        bp_report_error(run->report, NULL, "bad-format",
                        "the stage “%s” is printed as text only; “json” is for “series”",
                        stage_names[stage]);
    else
        bp_report_error(run->report, NULL, "bad-format",
                        "“%s” is no format; write text, or json for the stage “series”", format);
    return false;
}

static bool print_stage(const struct run *run, enum stage stage, FILE *out)
{
    static const struct bp_metrics no_metrics;
    const struct bp_metrics *metrics = run->data.metrics ? run->data.metrics : &no_metrics;
    struct bp_dump dump = {.out = g_string_new(NULL)};
    bool printed;

    if (stage == STAGE_MODEL)
        bp_data_dump(&run->data, &dump);
    else if (stage == STAGE_SERIES && as_json(run))
        bp_charts_json(&run->data, run->drawings, dump.out);
    else if (stage == STAGE_SERIES)
        bp_metric_dump(metrics, &dump);
    else if (stage == STAGE_DOCUMENT)
        bp_document_dump(run->document, &dump);
    else if (stage == STAGE_LAYOUT)
        bp_pages_dump(&run->pages, &dump);
    else
        bp_tags_dump(&run->pages, &dump);
    printed = fwrite(dump.out->str, 1, dump.out->len, out) == dump.out->len && fflush(out) == 0;
    if (!printed)
        bp_report_system(run->report, NULL, "write-failed", "the dump can't be written");
    g_string_free(dump.out, TRUE);
    return printed;
}

enum bp_status bp_render(const char *input, const char *output, const struct bp_options *options,
                         struct bp_report *report)
{
    struct run run;

    assert(output);
    run_init(&run, input, options, report);
    run.output = output;
    return run_whole(&run, STAGE_FILE);
}

enum bp_status bp_check(const char *input, const struct bp_options *options,
                        struct bp_report *report)
{
    struct run run;

    run_init(&run, input, options, report);
    return run_whole(&run, STAGE_CHECK);
}

enum bp_status bp_dump(const char *input, const char *stage, FILE *out,
                       const struct bp_options *options, struct bp_report *report)
{
    struct run run;
    int last = 0;

    while (stage_names[last] && strcmp(stage_names[last], stage) != 0)
        last++;
    if (!stage_names[last]) {
        char *names = g_strjoinv(", ", (char **)stage_names);

        bp_report_error(report, NULL, "unknown-stage", "there is no stage “%s”; there are %s",
                        stage, names);
        g_free(names);
        return BP_STATUS_USAGE;
    }
    run_init(&run, input, options, report);
    if (!call_is_right(&run) || !format_is_right(&run, (enum stage)last)) {
        run_finish(&run);
        return BP_STATUS_USAGE;
    }
    if (run_stages(&run, (enum stage)last))
        print_stage(&run, (enum stage)last, out);
    return run_finish(&run);
}

const char *const *bp_stage_names(void)
{
    return stage_names;
}

enum bp_status bp_layout_find(const char *name, struct bp_report *report)
{
    assert(name && report);
    return bp_look_known(name, report) ? BP_STATUS_DONE : BP_STATUS_INPUT;
}

enum bp_status bp_layouts(FILE *out)
{
    GString *list = g_string_new(NULL);
    bool printed;

    bp_looks_list(list);
    printed = fwrite(list->str, 1, list->len, out) == list->len && fflush(out) == 0;
    g_string_free(list, TRUE);
    return printed ? BP_STATUS_DONE : BP_STATUS_SYSTEM;
}

const char *bp_version(void)
{
    return BP_VERSION;
}
