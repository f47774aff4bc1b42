/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <unistd.h>

struct bp_cli_progress {
    GThread *thread;
    GMutex mutex;
    GCond cond;
    bool stopped;
    char *name;
};

/* After each second that passes before the end, one line that overwrites itself. */
static void *show(void *data)
{
    struct bp_cli_progress *progress = data;
    gint64 start = g_get_monotonic_time();
    int seconds = 0;

    g_mutex_lock(&progress->mutex);
    while (!progress->stopped) {
        gint64 until = start + (seconds + 1) * G_TIME_SPAN_SECOND;

        if (g_cond_wait_until(&progress->cond, &progress->mutex, until))
            continue;
        seconds++;
        fprintf(stderr, "\r%s … %d s", progress->name, seconds);
    }
    g_mutex_unlock(&progress->mutex);
    if (seconds)
        fputs("\r\033[K", stderr);
    return NULL;
}

struct bp_cli_progress *bp_cli_progress_start(const char *name)
{
    struct bp_cli_progress *progress;

    if (!isatty(STDERR_FILENO))
        return NULL;
    progress = g_new0(struct bp_cli_progress, 1);
    progress->name = g_strescape(name, NULL);
    g_mutex_init(&progress->mutex);
    g_cond_init(&progress->cond);
    progress->thread = g_thread_new("progress", show, progress);
    return progress;
}

void bp_cli_progress_stop(struct bp_cli_progress *progress)
{
    if (!progress)
        return;
    g_mutex_lock(&progress->mutex);
    progress->stopped = true;
    g_cond_signal(&progress->cond);
    g_mutex_unlock(&progress->mutex);
    g_thread_join(progress->thread);
    g_cond_clear(&progress->cond);
    g_mutex_clear(&progress->mutex);
    g_free(progress->name);
    g_free(progress);
}
