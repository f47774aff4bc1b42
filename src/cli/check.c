/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

struct count {
    int files;
    int errors;
    int warnings;
};

static const char *plural(int n)
{
    return n == 1 ? "" : "s";
}

static void print_count(const struct count *count)
{
    fprintf(stderr, "%d file%s checked: ", count->files, plural(count->files));
    if (!count->errors && !count->warnings)
        fputs("no faults", stderr);
    if (count->errors)
        fprintf(stderr, "%d error%s", count->errors, plural(count->errors));
    if (count->warnings)
        fprintf(stderr, "%s%d warning%s", count->errors ? ", " : "", count->warnings,
                plural(count->warnings));
    fputc('\n', stderr);
}

static enum bp_status check(const char *file, const struct bp_options *options, struct count *count)
{
    struct bp_report *report = bp_report_create();
    struct bp_cli_progress *progress = bp_cli_progress_start(file);
    enum bp_status status = bp_check(file, options, report);

    bp_cli_progress_stop(progress);
    count->files++;
    count->errors += bp_report_errors(report);
    count->warnings += bp_report_warnings(report);
    bp_cli_tell(report);
    return status;
}

int bp_cli_check(int argc, char **argv)
{
    const GOptionEntry entries[] = {{NULL, 0, 0, 0, NULL, NULL, NULL}};
    struct bp_options options = {0};
    struct bp_cli_line line = {
        .operands = "FILE…",
        .summary = "Lists every fault of the files, each with its place and what to write instead.",
        .entries = entries,
        .options = &options,
        .fewest = 1,
        .most = G_MAXINT,
    };
    struct count count = {0};
    int status;

    if (bp_cli_line_parse(&line, argc, argv, &status)) {
        status = BP_STATUS_DONE;
        for (char **file = line.found; *file; file++) {
            int one = (int)check(*file, &options, &count);

            status = MAX(status, one);
        }
        print_count(&count);
        bp_cli_line_finish(&line);
    }
    return status;
}
