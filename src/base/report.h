/* SPDX-License-Identifier: MIT */
/*
 * What is wrong with the input, gathered so that a user sees every fault of a run at once.
 * A stage reports and returns false; the command line prints. Reports are kept in the order of
 * their files and positions. The public half of this interface is in include/boardpack.h.
 */
#ifndef BP_BASE_REPORT_H
#define BP_BASE_REPORT_H

#include <stdarg.h>
#include <stdbool.h>

#include "boardpack.h"

/* A place in an input file; line and column count from 1, columns in characters; line 0 means the
 * whole file, file NULL no file. */
struct bp_source {
    const char *file;
    int line;
    int column;
};

/*
 * Where the characters of a text come from: those from number `start` on stand at `source`, up to
 * the `start` of `next`. Where they are `literal`, each stands one column after the one before.
 */
struct bp_origin {
    struct bp_source source;
    bool literal;
    int start;
    const struct bp_origin *next; /* NULL: up to the text's end */
};

/*
 * Adds a fault. `code` is a short stable word ("unknown-key") for programs and tests; the text says
 * what is wrong and, after a semicolon, what to write instead. Texts are copied.
 */
void bp_report_error(struct bp_report *report, const struct bp_source *at, const char *code,
                     const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Adds a remark that does not stop the work. */
void bp_report_warning(struct bp_report *report, const struct bp_source *at, const char *code,
                       const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Adds what is no fault and worth saying: how a file was read. It is counted nowhere. */
void bp_report_note(struct bp_report *report, const struct bp_source *at, const char *code,
                    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Adds a failure of the system (disk, permission, a missing font): exit status 3, not 1. */
void bp_report_system(struct bp_report *report, const char *file, const char *code,
                      const char *format, ...) __attribute__((format(printf, 4, 5)));

/*
 * How often an error was reported, and how often a failure of the system among them. Those that
 * were reported before count again, though they are told once: so a call can know its own.
 */
struct bp_tally {
    int errors;
    int systems;
};
struct bp_tally bp_report_tally(const struct bp_report *report);

/* Notes that the file at `path` was asked for (see bp_report_files_read()). */
void bp_report_note_read(struct bp_report *report, const char *path);

/* Whether a fault of this code was reported. */
bool bp_report_has(const struct bp_report *report, const char *code);

#endif
