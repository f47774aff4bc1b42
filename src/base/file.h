/* SPDX-License-Identifier: MIT */
/*
 * The only functions of the program that open files. Reading refuses what is not a regular file
 * below the root (devices, FIFOs, symbolic links out, `..`); writing goes to a temporary file
 * beside the target, which is synced and renamed, so that the old file stays whole whatever
 * happens.
 */
#ifndef BP_BASE_FILE_H
#define BP_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/report.h"

/* The bytes of a file; `data` is followed by a NUL that `size` does not count. */
struct bp_bytes {
    const char *data;
    size_t size;
};

/* The folder that paths named by `input` may not leave (see bp_options.root), in the arena. */
const char *bp_file_root(const char *input, const char *asked, struct bp_arena *arena);

/*
 * The bytes of `path`, which must lie below `root` (NULL: anywhere, for files named on the command
 * line), be a regular file and hold at most `limit` bytes. "-" is standard input. NULL on a fault,
 * which is reported at `from`, the place that names the path (NULL: the command line).
 */
const struct bp_bytes *bp_file_read(const char *path, const char *root, size_t limit,
                                    const struct bp_source *from, struct bp_arena *arena,
                                    struct bp_report *report);

/* Writes the whole of `bytes` to `path` ("-": standard output), or leaves the old file as it was.
 */
bool bp_file_write(const char *path, const struct bp_bytes *bytes, struct bp_report *report);

#endif
