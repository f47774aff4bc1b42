/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <string.h>
#include <unistd.h>

/* Where the PDF of `input` goes; `asked` is -o's and is consumed. A folder gets it under its own
 * name. */
static char *output_of(const char *input, char *asked)
{
    char *name, *base, *path;

    if (!asked)
        return strcmp(input, "-") == 0 ? g_strdup("-") : bp_cli_output_name(input);
    if (strcmp(input, "-") == 0 || !g_file_test(asked, G_FILE_TEST_IS_DIR))
        return asked;
    name = bp_cli_output_name(input);
    base = g_path_get_basename(name);
    path = g_build_filename(asked, base, NULL);
    g_free(base);
    g_free(name);
    g_free(asked);
    return path;
}

static void tell_outcome(const char *output, int status)
{
    if (strcmp(output, "-") == 0)
        return;
    if (status == BP_STATUS_DONE && isatty(STDERR_FILENO))
        fprintf(stderr, "%s is written\n", output);
    if (status != BP_STATUS_DONE && g_file_test(output, G_FILE_TEST_IS_REGULAR))
        fprintf(stderr, "%s stays as it was\n", output);
}

int bp_cli_render(int argc, char **argv)
{
    char *output = NULL;
    gboolean timings = FALSE;
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
         "Write the PDF here, or into this folder; - is standard output", "OUT.pdf"},
        {"timings", 0, 0, G_OPTION_ARG_NONE, &timings, "Say how long each stage took", NULL},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    struct bp_options options = {0};
    struct bp_cli_line line = {
        .operands = "FILE",
        .summary = "Makes the PDF of the meeting or report file FILE (-: standard input).",
        .description = "Without -o the PDF is written beside FILE, with .pdf for its ending.",
        .entries = entries,
        .options = &options,
        .fewest = 1,
        .most = 1,
    };
    struct bp_report *report;
    struct bp_cli_progress *progress;
    int status;

    if (!bp_cli_line_parse(&line, argc, argv, &status))
        goto out;
    if (g_str_has_suffix(line.found[0], ".pdf")) {
        status =
            bp_cli_wrong("%s is a PDF; name the meeting file that it is made from", line.found[0]);
        goto out;
    }
    output = output_of(line.found[0], output);
    if (strcmp(output, "-") == 0 && isatty(STDOUT_FILENO)) {
        status = bp_cli_wrong("a PDF is no text for a terminal; give -o OUT.pdf");
        goto out;
    }
    options.timings = timings ? stderr : NULL;
    report = bp_report_create();
    progress = timings ? NULL : bp_cli_progress_start(line.found[0]);
    status = (int)bp_render(line.found[0], output, &options, report);
    bp_cli_progress_stop(progress);
    bp_cli_tell(report);
    tell_outcome(output, status);
out:
    bp_cli_line_finish(&line);
    g_free(output);
    return status;
}
