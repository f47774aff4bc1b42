/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <string.h>
#include <unistd.h>

int bp_cli_render(int argc, char **argv)
{
    char *root = NULL, *output = NULL;
    gboolean timings = FALSE;
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
         "Write the PDF here; - is standard output", "OUT.pdf"},
        {"root", 0, 0, G_OPTION_ARG_FILENAME, &root, "The folder that no input may leave", "DIR"},
        {"timings", 0, 0, G_OPTION_ARG_NONE, &timings, "Say how long each stage took", NULL},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    struct bp_cli_line line = {
        .operands = "FILE",
        .summary = "Makes the PDF of the meeting file FILE (-: standard input).",
        .description = "Without -o the PDF is written beside FILE, with .pdf for its ending.",
        .entries = entries,
        .fewest = 1,
        .most = 1,
    };
    struct bp_options options = {0};
    struct bp_report *report;
    struct bp_cli_progress *progress;
    int status;

    if (!bp_cli_line_parse(&line, argc, argv, &status))
        goto out;
    if (!output)
        output =
            strcmp(line.found[0], "-") == 0 ? g_strdup("-") : bp_cli_output_name(line.found[0]);
    if (strcmp(output, "-") == 0 && isatty(STDOUT_FILENO)) {
        status = bp_cli_wrong("a PDF is no text for a terminal; give -o OUT.pdf");
        goto out;
    }
    options.root = root;
    options.timings = timings ? stderr : NULL;
    report = bp_report_create();
    progress = timings ? NULL : bp_cli_progress_start(line.found[0]);
    status = (int)bp_render(line.found[0], output, &options, report);
    bp_cli_progress_stop(progress);
    bp_cli_tell(report);
    if (status == BP_STATUS_DONE && strcmp(output, "-") != 0 && isatty(STDERR_FILENO))
        fprintf(stderr, "%s is written\n", output);
out:
    bp_cli_line_finish(&line);
    g_free(output);
    g_free(root);
    return status;
}
