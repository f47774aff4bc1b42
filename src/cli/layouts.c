/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

int bp_cli_layouts(int argc, char **argv)
{
    const GOptionEntry entries[] = {{NULL, 0, 0, 0, NULL, NULL, NULL}};
    struct bp_cli_line line = {
        .operands = "",
        .summary =
            "Lists the layouts and house styles that render takes after --layout, with their "
            "editions.",
        .entries = entries,
    };
    int status;

    if (bp_cli_line_parse(&line, argc, argv, &status)) {
        status = (int)bp_layouts(stdout);
        bp_cli_line_finish(&line);
    }
    return status;
}
