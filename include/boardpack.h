/* SPDX-License-Identifier: MIT */
/*
 * libboardpack: meeting data in YAML becomes print-ready, accessible PDF.
 *
 *     struct bp_report *report = bp_report_create();
 *     enum bp_status status = bp_render("meeting.yaml", "minutes.pdf", NULL, report);
 *     bp_report_print(report, stderr);
 *     bp_report_destroy(report);
 *
 * A call reads its input, reports every fault that it finds, and either writes the whole output or
 * leaves the old one untouched. The library keeps no state between calls; calls on different
 * threads do not disturb one another. The same input gives the same bytes.
 */
#ifndef BOARDPACK_H
#define BOARDPACK_H

#include <stdbool.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How a call ended; the values are the command's exit statuses. */
enum bp_status {
    BP_STATUS_DONE = 0,   /* the output is whole */
    BP_STATUS_INPUT = 1,  /* the input is wrong; the report says where and what to write instead */
    BP_STATUS_USAGE = 2,  /* the call or the command line is wrong */
    BP_STATUS_SYSTEM = 3, /* the system failed: disk, permission, a missing font */
};

/* The faults that a call found. */
struct bp_report;

struct bp_report *bp_report_create(void);

/* NULL is allowed. */
void bp_report_destroy(struct bp_report *report);

/* How many errors and how many warnings the report holds. */
int bp_report_errors(const struct bp_report *report);
int bp_report_warnings(const struct bp_report *report);

/* The paths of the files that calls with this report read or looked for, each once, ending with
 * NULL: the input, its layout and pictures, the folder's boardpack.yaml. Borrowed until the next
 * call. */
const char *const *bp_report_files_read(const struct bp_report *report);

/*
 * Prints the faults in the order of their positions, one a line:
 * FILE:LINE:COLUMN: error: what is wrong; what to write instead.
 * Notes, which bp_check() adds, say how CSV files were read. After a hundred errors, and a hundred
 * warnings or notes, only the number of the others is told. In colour
 * when `out` is a terminal, unless the environment has NO_COLOR.
 */
void bp_report_print(const struct bp_report *report, FILE *out);

/*
 * What holds of the calls below: a path, a stage, `out` or `report` that is NULL is the caller's
 * mistake, not a fault of the input, and ends the program. Only `options` may be NULL.
 */

/* Options of a call; all zero means the defaults. */
struct bp_options {
    const char *root;    /* folder that no input path may leave; NULL: the nearest folder above the
                            input that has a boardpack.yaml, else the input's own */
    const char *name;    /* the input's name in messages when the input is "-"; NULL: "<stdin>" */
    const char *layout;  /* the layout's name or file; NULL: the one that the input or its folder's
                            boardpack.yaml names, else minutes, or report for a report */
    const char *house;   /* likewise the house style's; NULL: none, unless named there */
    const char *edition; /* of the layout: "large-print", several parted by commas, or "none"; NULL:
                            likewise */
    const char *as_of;   /* the day of the action register, "2022-06-08"; NULL: the meeting's */
    const char *format;  /* of bp_dump(): "text" or, of the stage series, "json"; NULL: text */
    FILE *timings;       /* where the time that each stage took is printed; NULL: nowhere */
};

/*
 * Renders the meeting or report file `input` to the PDF file `output`. "-" as input is standard
 * input, as output standard output. `options` may be NULL. The output appears whole or not at all.
 */
enum bp_status bp_render(const char *input, const char *output, const struct bp_options *options,
                         struct bp_report *report);

/* Goes through every stage that can find a fault in `input` and writes nothing. */
enum bp_status bp_check(const char *input, const struct bp_options *options,
                        struct bp_report *report);

/* Prints one stage's work on `input` as stable text. `stage` is one of bp_stage_names(). */
enum bp_status bp_dump(const char *input, const char *stage, FILE *out,
                       const struct bp_options *options, struct bp_report *report);

/* The stages that bp_dump() can print, ending with NULL. */
const char *const *bp_stage_names(void);

/* Whether there is a built-in layout or house style of that name; reports what was meant, or what
 * there is, when there is none. */
enum bp_status bp_layout_find(const char *name, struct bp_report *report);

/* Prints the built-in layouts and house styles, a line each, with their editions. */
enum bp_status bp_layouts(FILE *out);

/* The library's version, "1.0.0". */
const char *bp_version(void);

#ifdef __cplusplus
}
#endif

#endif
