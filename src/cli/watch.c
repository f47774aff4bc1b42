/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <gio/gio.h>
#include <glib-unix.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* An editor's save is several events: the work begins when they have been quiet this long. */
#define QUIET_MS 120

/* A file's stamp may be this much earlier than the clock was: the kernel's tick. */
#define STAMP_LATE_US 10000

#define SAVED_MEANWHILE (-1)

/* How long the file may be gone while an editor saves it by renaming. */
enum { SECONDS_GONE = 2 };

struct watch {
    const char *input;
    const char *output;
    struct bp_options options;
    GMainLoop *loop;
    GFileMonitor *monitor; /* of `real` */
    char *real;            /* the input without links */
    int gone;              /* for how many seconds it has not been there */
    char **others;         /* the files that the last work read: layout, pictures */
    GArray *stamps;        /* of gint64: when each was last changed; 0: it is not there */
    guint waiting;         /* the timer's source, or 0 */
};

/* When a file was last changed, in nanoseconds; 0: it is not there. */
static gint64 stamp_of(const char *path)
{
    struct stat status;

    if (stat(path, &status) != 0)
        return 0;
    return (gint64)status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec;
}

/* A file saved since `start` (real time, microseconds) may have been read before that: it counts as
 * changed, by a stamp that it doesn't have. One from the future is not new. */
static void note_others(struct watch *watch, const struct bp_report *report, gint64 start)
{
    const gint64 since = (start - STAMP_LATE_US) * 1000, until = g_get_real_time() * 1000;

    g_strfreev(watch->others);
    watch->others = g_strdupv((char **)(gpointer)bp_report_files_read(report));
    g_array_set_size(watch->stamps, 0);
    for (char **path = watch->others; *path; path++) {
        gint64 stamp = stamp_of(*path);

        if (stamp >= since && stamp <= until)
            stamp = SAVED_MEANWHILE;
        g_array_append_val(watch->stamps, stamp);
    }
}

/* Whether one of the files besides the input is another one than it was. */
static bool others_changed(const struct watch *watch)
{
    for (guint i = 0; i < watch->stamps->len; i++)
        if (strcmp(watch->others[i], watch->input) != 0 &&
            stamp_of(watch->others[i]) != g_array_index(watch->stamps, gint64, i))
            return true;
    return false;
}

static void render(struct watch *watch)
{
    struct bp_report *report = bp_report_create();
    gint64 start = g_get_monotonic_time(), real_start = g_get_real_time();
    enum bp_status status = bp_render(watch->input, watch->output, &watch->options, report);
    int milliseconds = (int)((g_get_monotonic_time() - start) / 1000);
    GDateTime *now = g_date_time_new_now_local();
    char *time = g_date_time_format(now, "%H:%M:%S");

    note_others(watch, report, real_start);
    bp_report_print(report, stderr);
    if (status == BP_STATUS_DONE)
        fprintf(stderr, "%s %s is written (%d ms)\n", time, watch->output, milliseconds);
    else
        fprintf(stderr, "%s %d error%s; %s stays as it was\n", time, bp_report_errors(report),
                bp_report_errors(report) == 1 ? "" : "s", watch->output);
    g_free(time);
    g_date_time_unref(now);
    bp_report_destroy(report);
}

static gboolean on_quiet(void *data)
{
    struct watch *watch = data;

    watch->waiting = 0;
    /* gone for a moment: an editor that saves by renaming will bring it back */
    if (g_file_test(watch->input, G_FILE_TEST_EXISTS))
        render(watch);
    return G_SOURCE_REMOVE;
}

static void wait_for_quiet(struct watch *watch)
{
    if (watch->waiting)
        g_source_remove(watch->waiting);
    watch->waiting = g_timeout_add(QUIET_MS, on_quiet, watch);
}

static void on_change(GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event,
                      void *data)
{
    (void)monitor;
    (void)file;
    (void)other;
    if (event != G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
        wait_for_quiet(data);
}

static void finish_monitor(struct watch *watch)
{
    g_clear_object(&watch->monitor);
    free(watch->real);
    watch->real = NULL;
}

/* Watches the file that `real`, which becomes the watch's, leads to. */
static bool init_monitor(struct watch *watch, char *real, GError **error)
{
    GFile *file = g_file_new_for_path(real);

    watch->real = real;
    watch->monitor = g_file_monitor_file(file, G_FILE_MONITOR_WATCH_MOVES, NULL, error);
    g_object_unref(file);
    if (watch->monitor)
        g_signal_connect(watch->monitor, "changed", G_CALLBACK(on_change), watch);
    return watch->monitor != NULL;
}

/* What a monitor of one path does not tell: that a folder above it is gone or moved, that a link
 * now leads elsewhere, or that the layout has changed. */
static gboolean on_second(void *data)
{
    struct watch *watch = data;
    char *real = realpath(watch->input, NULL);
    bool back = real && watch->gone >= SECONDS_GONE;

    watch->gone = real ? 0 : MIN(watch->gone, SECONDS_GONE) + 1;
    if (watch->gone == SECONDS_GONE)
        fprintf(stderr, "%s is gone; the work goes on when it is back, and Ctrl-C ends it\n",
                watch->input);
    if (back || (real && strcmp(real, watch->real) != 0)) {
        finish_monitor(watch);
        init_monitor(watch, real, NULL);
        wait_for_quiet(watch);
    } else {
        free(real);
        if (others_changed(watch))
            wait_for_quiet(watch);
    }
    return G_SOURCE_CONTINUE;
}

static gboolean on_signal(void *data)
{
    g_main_loop_quit(((struct watch *)data)->loop);
    return G_SOURCE_CONTINUE;
}

static int run(struct watch *watch)
{
    char *real = realpath(watch->input, NULL);
    GError *error = NULL;
    guint sources[] = {g_unix_signal_add(SIGINT, on_signal, watch),
                       g_unix_signal_add(SIGTERM, on_signal, watch),
                       g_timeout_add_seconds(1, on_second, watch)};
    int status = BP_STATUS_DONE;

    if (init_monitor(watch, real ? real : strdup(watch->input), &error)) {
        fprintf(stderr, "watching %s; Ctrl-C ends it\n", watch->input);
        render(watch);
        g_main_loop_run(watch->loop);
        fputc('\n', stderr);
    } else {
        fprintf(stderr, "boardpack: %s can't be watched: %s\n", watch->input, error->message);
        g_error_free(error);
        status = BP_STATUS_SYSTEM;
    }
    if (watch->waiting)
        g_source_remove(watch->waiting);
    for (size_t i = 0; i < G_N_ELEMENTS(sources); i++)
        g_source_remove(sources[i]);
    finish_monitor(watch);
    return status;
}

static int watch_file(const char *input, char *output, const struct bp_options *options)
{
    char *name = output ? NULL : bp_cli_output_name(input);
    struct watch watch = {.input = input, .output = output ? output : name, .options = *options};
    int status;

    if (strcmp(input, "-") == 0 || strcmp(watch.output, "-") == 0) {
        status = bp_cli_wrong("watch: name files; - can't be watched");
    } else if (!g_file_test(input, G_FILE_TEST_IS_REGULAR)) {
        fprintf(stderr, "boardpack: %s is no file; boardpack new minutes DIR makes one\n", input);
        status = BP_STATUS_INPUT;
    } else {
        watch.loop = g_main_loop_new(NULL, FALSE);
        watch.stamps = g_array_new(FALSE, FALSE, sizeof(gint64));
        status = run(&watch);
        g_main_loop_unref(watch.loop);
        g_array_unref(watch.stamps);
        g_strfreev(watch.others);
    }
    g_free(name);
    return status;
}

int bp_cli_watch(int argc, char **argv)
{
    char *output = NULL;
    struct bp_options options = {0};
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Write the PDF here", "OUT.pdf"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    struct bp_cli_line line = {
        .operands = "FILE",
        .summary = "Makes the PDF of FILE now and again on every save, until Ctrl-C.",
        .description = "Without -o the PDF is written beside FILE, with .pdf for its ending.",
        .entries = entries,
        .options = &options,
        .fewest = 1,
        .most = 1,
    };
    int status;

    /* no desktop's virtual file systems, which ask over a bus */
    g_setenv("GIO_USE_VFS", "local", TRUE);
    if (bp_cli_line_parse(&line, argc, argv, &status)) {
        status = watch_file(line.found[0], output, &options);
        bp_cli_line_finish(&line);
    }
    g_free(output);
    return status;
}
