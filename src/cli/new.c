/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/nearest.h"

static const struct {
    const char *name;
    const char *file;
    const char *text;
    const char *what;
} kinds[] = {
    {
        "minutes",
        "meeting.yaml",
#include "gen/layouts/new/minutes/meeting.yaml.h"
        ,
        "the minutes of a meeting",
    },
};

/* Writes a file that must not be there yet. 0, or the error's number. */
static int write_new(const char *path, const char *text)
{
    FILE *file = fopen(path, "wxe");
    bool whole;
    int error;

    if (!file)
        return errno;
    whole = fputs(text, file) >= 0 && fflush(file) == 0 && fsync(fileno(file)) == 0;
    error = whole ? 0 : errno;
    if (fclose(file) != 0 && !error)
        error = errno;
    if (error)
        unlink(path);
    return error;
}

static int failed(const char *path, int error)
{
    if (error == EEXIST)
        fprintf(stderr, "boardpack: %s is there already and stays as it is; name another folder\n",
                path);
    else
        fprintf(stderr, "boardpack: %s can't be written: %s\n", path, g_strerror(error));
    return error == EEXIST ? BP_STATUS_USAGE : BP_STATUS_SYSTEM;
}

static int make(size_t kind, const char *folder)
{
    char *path = g_build_filename(folder, kinds[kind].file, NULL);
    char *quoted = g_shell_quote(path);
    int error = g_mkdir_with_parents(folder, 0777) == 0 ? 0 : errno;
    int status = BP_STATUS_DONE;

    if (!error)
        error = write_new(path, kinds[kind].text);
    /* quotes only where the shell needs them: the line is there to be typed */
    if (strpbrk(path, " \t\n'\"\\$&();<>|*?[]#~`!{}") == NULL) {
        g_free(quoted);
        quoted = g_strdup(path);
    }
    if (error)
        status = failed(path, error);
    else
        fprintf(stderr, "%s is written: edit it, then type\n  boardpack render %s\n", path, quoted);
    g_free(quoted);
    g_free(path);
    return status;
}

static char *list_kinds(void)
{
    GString *list = g_string_new("What can be made:\n");

    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        g_string_append_printf(list, "  %-10s %s (%s)\n", kinds[i].name, kinds[i].what,
                               kinds[i].file);
    g_string_truncate(list, list->len - 1);
    return g_string_free(list, FALSE);
}

static int find_and_make(const char *name, const char *folder)
{
    const char *names[G_N_ELEMENTS(kinds) + 1] = {NULL};
    const char *meant;
    char *list;

    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (strcmp(kinds[i].name, name) == 0)
            return make(i, folder);
        names[i] = kinds[i].name;
    }
    meant = bp_nearest(name, names);
    if (meant)
        return bp_cli_wrong("there is no “new %s”; did you mean “new %s”?", name, meant);
    list = list_kinds();
    bp_cli_wrong("there is no “new %s”\n%s", name, list);
    g_free(list);
    return BP_STATUS_USAGE;
}

int bp_cli_new(int argc, char **argv)
{
    const GOptionEntry entries[] = {{NULL, 0, 0, 0, NULL, NULL, NULL}};
    char *list = list_kinds();
    struct bp_cli_line line = {
        .operands = "KIND DIR",
        .summary = "Writes a working example to edit into the folder DIR, which is made if it is "
                   "missing.",
        .description = list,
        .entries = entries,
        .fewest = 2,
        .most = 2,
    };
    int status;

    if (argc == 1) {
        bp_cli_wrong("new: say what to make and where: boardpack new KIND DIR\n%s", list);
        status = BP_STATUS_USAGE;
    } else if (bp_cli_line_parse(&line, argc, argv, &status)) {
        status = find_and_make(line.found[0], line.found[1]);
        bp_cli_line_finish(&line);
    }
    g_free(list);
    return status;
}
