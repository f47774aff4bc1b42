/* SPDX-License-Identifier: MIT */
/*
 * The command line: one file a command, each thin over include/boardpack.h. A command's function
 * takes the arguments from its own name on and returns the exit status. Messages go to standard
 * error.
 */
#ifndef BP_CLI_CLI_H
#define BP_CLI_CLI_H

#include <glib.h>

#include "boardpack.h"

int bp_cli_render(int argc, char **argv);
int bp_cli_check(int argc, char **argv);
int bp_cli_new(int argc, char **argv);
int bp_cli_watch(int argc, char **argv);
int bp_cli_dump(int argc, char **argv);
int bp_cli_layouts(int argc, char **argv);

/* A command's line: what it takes, and what was found in it. */
struct bp_cli_line {
    const char *operands;        /* "FILE", as the usage names them */
    const char *summary;         /* what --help says above and below the options */
    const char *description;     /* or NULL */
    const GOptionEntry *entries; /* the command's own options, ending with a NULL name */
    struct bp_options *options;  /* gets root, layout, house, edition and as-of, which live until
                                    bp_cli_line_finish(); NULL: the command has none of them */
    int fewest;                  /* operands */
    int most;
    char **found; /* the operands, ending with NULL; freed by bp_cli_line_finish() */
};

/*
 * Parses. False when the command is to end with `status`: help was asked for, or the line is wrong
 * and a message said how.
 */
bool bp_cli_line_parse(struct bp_cli_line *line, int argc, char **argv, int *status);

void bp_cli_line_finish(struct bp_cli_line *line);

/* Says "boardpack: TEXT" on standard error and returns BP_STATUS_USAGE. */
int bp_cli_wrong(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Where a PDF goes when nobody says: beside `input`, with .pdf for its ending. To be freed. */
char *bp_cli_output_name(const char *input);

/* Prints the report's faults to standard error and destroys it. */
void bp_cli_tell(struct bp_report *report);

/*
 * Shows on a terminal that `name` is being worked on, from the first second on; silent elsewhere.
 * Between the two calls nothing else may write to standard error.
 */
struct bp_cli_progress *bp_cli_progress_start(const char *name);
void bp_cli_progress_stop(struct bp_cli_progress *progress);

#endif
