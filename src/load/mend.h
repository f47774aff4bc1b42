/* SPDX-License-Identifier: MIT */
/*
 * What to write instead when a file is not YAML. libyaml says where it lost the thread; here the
 * lines around that place are held against the slips that people make, so that the message names
 * the slip and its mend. No message uses a word of YAML's own.
 */
#ifndef BP_LOAD_MEND_H
#define BP_LOAD_MEND_H

#include "base/report.h"
#include "load/lines.h"

/* How libyaml tells of it; lines and columns from 1. */
struct bp_yaml_fault {
    const char *problem;
    int line;
    int column;
    const char *context; /* what it was reading, "" when it does not say */
    int context_line;
    int context_column;
};

/* Reports the fault, once, with its mend. */
void bp_mend_report(struct bp_lines *lines, const struct bp_yaml_fault *fault,
                    struct bp_report *report);

/* Reports that the value at `at` starts with a mark that YAML keeps for itself. */
void bp_mend_leading(struct bp_lines *lines, const struct bp_source *at, struct bp_report *report);

#endif
