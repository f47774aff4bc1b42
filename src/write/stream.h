/* SPDX-License-Identifier: MIT */
/*
 * Streams on their way into the file. They are deflated on a second thread while the caller makes
 * the next ones, and printed in the order in which they were given, so that the bytes do not depend
 * on the threads. Where no thread is to be had the caller's does the work.
 */
#ifndef BP_WRITE_STREAM_H
#define BP_WRITE_STREAM_H

#include <glib.h>
#include <stdbool.h>

struct bp_streams;

/* `head` is what the file begins with. */
struct bp_streams *bp_streams_create(const char *head);

/* NULL is allowed. */
void bp_streams_destroy(struct bp_streams *streams);

/* Hands over stream object `number`; `entries` is its dictionary's own entries. All is copied. */
void bp_streams_add(struct bp_streams *streams, int number, const char *entries, const void *data,
                    size_t size, bool deflate);

/* Waits until all is printed. The file so far may then be read and appended to; streams that are
 * added after this are printed at once. */
GString *bp_streams_wait(struct bp_streams *streams);

/* The whole file, the caller's from now on, to be freed with g_free(); the last call. */
char *bp_streams_take(struct bp_streams *streams);

/* Where a stream object begins in the file; only after bp_streams_wait(). */
size_t bp_streams_offset(const struct bp_streams *streams, int number);

#endif
