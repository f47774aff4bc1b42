/* SPDX-License-Identifier: MIT */
/* The library in somebody else's program: tests/install.sh builds and runs it. */
#include <boardpack.h>

int main(int argc, char **argv)
{
    struct bp_report *report = bp_report_create();
    enum bp_status status = BP_STATUS_USAGE;

    if (argc == 3)
        status = bp_render(argv[1], argv[2], NULL, report);
    bp_report_print(report, stderr);
    printf("boardpack %s: %d errors\n", bp_version(), bp_report_errors(report));
    bp_report_destroy(report);
    return (int)status;
}
