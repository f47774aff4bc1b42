/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include "base/nearest.h"

static const char *const formats[] = {"text", "json", NULL};

static int missing_stage(void)
{
    char *names = g_strjoinv(", ", (char **)bp_stage_names());
    int status = bp_cli_wrong("dump: say which stage with --stage=NAME; there are %s", names);

    g_free(names);
    return status;
}

static int dump(const char *input, const char *stage, const struct bp_options *options)
{
    const char *meant = bp_nearest(stage, bp_stage_names());
    struct bp_report *report;
    int status;

    if (meant && !g_strv_contains(bp_stage_names(), stage))
        return bp_cli_wrong("there is no stage “%s”; did you mean “%s”?", stage, meant);
    meant = options->format ? bp_nearest(options->format, formats) : NULL;
    if (meant && !g_strv_contains(formats, options->format))
        return bp_cli_wrong("there is no format “%s”; did you mean “%s”?", options->format, meant);
    report = bp_report_create();
    status = (int)bp_dump(input, stage, stdout, options, report);
    bp_cli_tell(report);
    return status;
}

int bp_cli_dump(int argc, char **argv)
{
    char *stage = NULL, *format = NULL;
    struct bp_options options = {0};
    char *names = g_strjoinv(", ", (char **)bp_stage_names());
    char *stages = g_strdup_printf("One of %s", names);
    const GOptionEntry entries[] = {
        {"stage", 0, 0, G_OPTION_ARG_FILENAME, &stage, stages, "NAME"},
        {"format", 0, 0, G_OPTION_ARG_STRING, &format, "text, or json for the stage series",
         "FORMAT"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    struct bp_cli_line line = {
        .operands = "FILE",
        .summary = "Prints the work of one stage on FILE as text that stays the same.",
        .entries = entries,
        .options = &options,
        .fewest = 1,
        .most = 1,
    };
    int status;

    if (bp_cli_line_parse(&line, argc, argv, &status)) {
        options.format = format;
        status = stage ? dump(line.found[0], stage, &options) : missing_stage();
        bp_cli_line_finish(&line);
    }
    g_free(stages);
    g_free(names);
    g_free(stage);
    g_free(format);
    return status;
}
