/* SPDX-License-Identifier: MIT */
#include "process.h"

#include <fcntl.h>
#include <glib.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

extern char **environ;

static double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static bool start(const char *const *argv, const char *log, pid_t *child)
{
    posix_spawn_file_actions_t actions;
    int failure;

    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    failure = posix_spawnp(child, argv[0], &actions, NULL, (char *const *)argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    return failure == 0;
}

bool bp_process_run(const char *const *argv, const char *log, struct bp_process_cost *cost)
{
    gint64 begin = g_get_monotonic_time();
    struct rusage usage;
    pid_t child;
    int status;

    if (!start(argv, log, &child) || wait4(child, &status, 0, &usage) != child)
        return false;
    if (cost) {
        cost->seconds = (double)(g_get_monotonic_time() - begin) / 1e6;
        cost->processor = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
        cost->megabytes = (double)usage.ru_maxrss * 1024 / 1e6;
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool bp_process_must(const char *const *argv, const char *log, struct bp_process_cost *cost)
{
    char *said = NULL;

    if (bp_process_run(argv, log, cost))
        return true;
    g_file_get_contents(log, &said, NULL, NULL);
    fprintf(stderr, "bench: %s %s failed: %.2000s\n", argv[0], argv[1] ? argv[1] : "",
            said ? said : "");
    g_free(said);
    return false;
}
