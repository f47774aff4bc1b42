/* SPDX-License-Identifier: MIT */
/*
 * The file as it is printed, once, from front to back: streams as objects of their own, every other
 * object in compressed object streams, a cross-reference stream at the end (ISO 32000-1 7.5.7 and
 * 7.5.8). Nothing is held but the output, one object stream and an entry for each number.
 *
 * Numbers come from two sources: libharu counts its own from 1, and from bp_serial_start() on, this
 * counts on from there. Streams may be printed before that, objects after it.
 */
#ifndef BP_WRITE_SERIALISE_H
#define BP_WRITE_SERIALISE_H

#include <glib.h>
#include <stdbool.h>

#include "base/file.h"

struct bp_serial;

struct bp_serial *bp_serial_create(void);

/* NULL is allowed. */
void bp_serial_destroy(struct bp_serial *serial);

/* Prints a stream object; `entries` is the text of its dictionary's own entries, or "". */
void bp_serial_stream(struct bp_serial *serial, int number, const char *entries, const void *data,
                      size_t size, bool deflate);

/* From now on bp_serial_number() gives `first` and up. */
void bp_serial_start(struct bp_serial *serial, int first);

/* A new object number. */
int bp_serial_number(struct bp_serial *serial);

/* What is appended to the string, until the next call of this stage, is the text of object
 * `number`. */
GString *bp_serial_object(struct bp_serial *serial, int number);

/* Whether object `number` was printed. */
bool bp_serial_has(const struct bp_serial *serial, int number);

/* Prints the rest and gives the whole file, to be freed with g_free(). */
void bp_serial_finish(struct bp_serial *serial, int catalog, int info, struct bp_bytes *out);

#endif
