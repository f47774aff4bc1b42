/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/nearest.h"

enum { MOST_FILES = 4 };

/* What can be made: its files, of which the first is the one to edit, and the line to type then. */
static const struct kind {
    const char *name;
    const char *what;
    const char *line; /* "%s" is the first file's path */
    struct {
        const char *name;
        const char *text;
    } files[MOST_FILES];
} kinds[] = {
    {
        "minutes",
        "the minutes of a meeting",
        "boardpack render %s",
        {{
            "meeting.yaml",
#include "gen/layouts/new/minutes/meeting.yaml.h"
        }},
    },
    {
        "report",
        "a report with headings, tables and charts, and its figures",
        "boardpack render %s",
        {{
             "report.yaml",
#include "gen/layouts/new/report/report.yaml.h"
         },
         {
             "metrics.yaml",
#include "gen/layouts/new/report/metrics.yaml.h"
         },
         {
             "market.csv",
#include "gen/layouts/new/report/market.csv.h"
         }},
    },
    {
        "charts",
        "a report with every chart there is, to copy from, and their figures",
        "boardpack render %s",
        {{
             "charts.yaml",
#include "gen/layouts/new/charts/charts.yaml.h"
         },
         {
             "metrics.yaml",
#include "gen/layouts/new/charts/metrics.yaml.h"
         },
         {
             "council.csv",
#include "gen/layouts/new/charts/council.csv.h"
         },
         {
             "libraries.csv",
#include "gen/layouts/new/charts/libraries.csv.h"
         }},
    },
    {
        "layout",
        "a house style: your logo, colours, fonts and words; --from says what it starts from",
        "boardpack render MEETING.yaml --layout %s",
        {{
             "layout.yaml",
#include "gen/layouts/new/layout/layout.yaml.h"
         },
         {
             "logo.svg",
#include "gen/layouts/new/layout/logo.svg.h"
         }},
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

/* The text with the name of a layout where it says @FROM@. */
static char *fill_in(const char *text, const char *from)
{
    char **parts = g_strsplit(text, "@FROM@", -1);
    char *filled = g_strjoinv(from, parts);

    g_strfreev(parts);
    return filled;
}

/* Quotes only where the shell needs them: the line is there to be typed. */
static char *quote(const char *path)
{
    if (strpbrk(path, " \t\n'\"\\$&();<>|*?[]#~`!{}") == NULL)
        return g_strdup(path);
    return g_shell_quote(path);
}

static void tell_made(const struct kind *kind, const char *path)
{
    char *quoted = quote(path);
    char **line = g_strsplit(kind->line, "%s", 2);

    fprintf(stderr, "%s is written: edit it, then type\n  %s%s%s\n", path, line[0], quoted,
            line[1]);
    g_strfreev(line);
    g_free(quoted);
}

/* All files or none: those that were written go again when one can't be. */
static int make(const struct kind *kind, const char *folder, const char *from)
{
    char *paths[MOST_FILES] = {NULL};
    int error = g_mkdir_with_parents(folder, 0777) == 0 ? 0 : errno;
    int n = 0, status = BP_STATUS_DONE;

    for (; !error && n < MOST_FILES && kind->files[n].name; n++) {
        char *text = fill_in(kind->files[n].text, from);

        paths[n] = g_build_filename(folder, kind->files[n].name, NULL);
        error = write_new(paths[n], text);
        g_free(text);
    }
    if (error)
        status = failed(n > 0 ? paths[n - 1] : folder, error);
    else
        tell_made(kind, paths[0]);
    for (int i = 0; i < n; i++) {
        if (error && i < n - 1)
            unlink(paths[i]);
        g_free(paths[i]);
    }
    return status;
}

static char *list_kinds(void)
{
    GString *list = g_string_new("What can be made:\n");

    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        g_string_append_printf(list, "  %-10s %s (%s)\n", kinds[i].name, kinds[i].what,
                               kinds[i].files[0].name);
    g_string_truncate(list, list->len - 1);
    return g_string_free(list, FALSE);
}

/* `from` is a layout that there is. */
static int check_from(const char *from)
{
    struct bp_report *report = bp_report_create();
    int status = (int)bp_layout_find(from, report);

    bp_cli_tell(report);
    return status == BP_STATUS_DONE ? status : BP_STATUS_USAGE;
}

static int find_and_make(const char *name, const char *folder, const char *from)
{
    const char *names[G_N_ELEMENTS(kinds) + 1] = {NULL};
    const char *meant;
    char *list;

    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (strcmp(kinds[i].name, name) == 0)
            return make(&kinds[i], folder, from);
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
    char *from = NULL;
    const GOptionEntry entries[] = {
        {"from", 0, 0, G_OPTION_ARG_FILENAME, &from,
         "Of a layout: what it extends; minutes, unless said", "NAME"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
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
        status = check_from(from ? from : "minutes");
        if (from && strcmp(line.found[0], "layout") != 0)
            status = bp_cli_wrong("new: --from goes with “new layout” only");
        if (status == BP_STATUS_DONE)
            status = find_and_make(line.found[0], line.found[1], from ? from : "minutes");
        bp_cli_line_finish(&line);
    }
    g_free(from);
    g_free(list);
    return status;
}
