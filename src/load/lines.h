/* SPDX-License-Identifier: MIT */
/*
 * A text by its lines, and the way between bytes and columns. Lines and columns count from 1,
 * columns in characters. Questions that go through the text in order cost as much as the text.
 */
#ifndef BP_LOAD_LINES_H
#define BP_LOAD_LINES_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct bp_lines {
    const char *file; /* as messages call it */
    const char *data; /* UTF-8; must outlive this struct */
    size_t size;
    GArray *starts; /* of size_t: where each line begins */
    /* the answer to the last question, from which the next one walks */
    int line;
    int column;
    size_t offset;
};

/* A line ends at LF, CR or CRLF. */
void bp_lines_init(struct bp_lines *lines, const char *file, const char *data, size_t size);
void bp_lines_finish(struct bp_lines *lines);

int bp_lines_count(const struct bp_lines *lines);

/* The bytes of a line without its end; NULL and a length of 0 when there is no such line. */
const char *bp_lines_find(const struct bp_lines *lines, int line, size_t *length);

/* Where in the data the column stands; the line's end when the line is shorter. */
size_t bp_lines_offset(struct bp_lines *lines, int line, int column);

/* The column in which byte number `byte` (from 0) of the line stands. */
int bp_lines_column(struct bp_lines *lines, int line, size_t byte);

#endif
