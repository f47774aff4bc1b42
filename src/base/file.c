/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Who is told of a fault of reading: the place that names the path, or the path itself. */
struct reader {
    const char *path;
    struct bp_source at;
    bool named; /* by a place in a file, not by the command line */
    size_t limit;
    struct bp_arena *arena;
    struct bp_report *report;
};

/* "papers/x.pdf " where the message stands at the line that names it, else nothing: it leads it. */
static const char *subject(const struct reader *reader)
{
    return reader->named ? bp_arena_printf(reader->arena, "“%s” ", reader->path) : "";
}

static bool refuse(const struct reader *reader, const char *code, const char *what)
{
    bp_report_error(reader->report, &reader->at, code, "%s%s", subject(reader), what);
    return false;
}

static bool fail(const struct reader *reader, int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return refuse(reader, "no-file", "does not exist; check the name and the folder");
    case ELOOP:
        return refuse(reader, "no-file", "is a chain of links that ends nowhere; name the file");
    case ENAMETOOLONG:
        return refuse(reader, "no-file", "is too long a name for a file");
    case ENXIO:
        return refuse(reader, "not-a-file", "is not a file that can be read; name a regular file");
    case EISDIR:
        return refuse(reader, "not-a-file", "is a folder; name a file in it");
    case EACCES:
    case EPERM:
        bp_report_system(reader->report, reader->path, "no-permission",
                         "you may not read this file; ask its owner for the permission");
        return false;
    default:
        bp_report_system(reader->report, reader->path, "read-failed", "can't be read: %s",
                         g_strerror(error));
        return false;
    }
}

static bool too_large(const struct reader *reader)
{
    const char *what = bp_arena_printf(
        reader->arena, "is larger than %zu KiB; split it, or make it smaller", reader->limit >> 10);

    return refuse(reader, "file-too-large", what);
}

static bool is_regular(const struct reader *reader, const struct stat *status)
{
    if (S_ISREG(status->st_mode))
        return true;
    if (S_ISDIR(status->st_mode))
        return fail(reader, EISDIR);
    if (S_ISFIFO(status->st_mode))
        return refuse(reader, "not-a-file",
                      reader->named ? "is a pipe, not a file; name a regular file"
                                    : "is a pipe, not a file; give \"-\" to read one");
    return refuse(reader, "not-a-file", "is a device, not a file; name a regular file");
}

/* `path` without links and dots; NULL, with a report, when it is missing or not below `root`. */
static char *resolve(const struct reader *reader, const char *root)
{
    char *path = realpath(reader->path, NULL);
    char *folder = NULL;
    size_t length;
    bool below;

    if (!path) {
        fail(reader, errno);
        return NULL;
    }
    if (!root)
        return path;
    folder = realpath(root, NULL);
    length = folder ? strlen(folder) : 0;
    below = folder && strncmp(path, folder, length) == 0 &&
            (path[length] == '/' || strcmp(folder, "/") == 0);
    if (!below) {
        bp_report_error(reader->report, &reader->at, "outside-root",
                        "%slies outside the folder “%s”; copy it below that folder, or name a "
                        "higher one with --root",
                        subject(reader), folder ? folder : root);
        free(path);
        path = NULL;
    }
    free(folder);
    return path;
}

/* Whether to try again: a signal came, or a pipe that was set not to block has nothing to do yet.
 */
static bool again(int file, short events)
{
    struct pollfd wait = {file, events, 0};

    if (errno == EAGAIN)
        return poll(&wait, 1, -1) > 0 || errno == EINTR;
    return errno == EINTR;
}

/* All that `file` holds, whatever its size was said to be: it may grow, or be a pipe. */
static const struct bp_bytes *read_all(const struct reader *reader, int file, size_t expected)
{
    size_t room = MIN(expected, reader->limit) + 1, size = 0;
    char *data = g_malloc(room + 1);
    struct bp_bytes *bytes = NULL;

    for (;;) {
        ssize_t got = read(file, data + size, room - size);

        if (got < 0 && again(file, POLLIN))
            continue;
        if (got < 0) {
            fail(reader, errno);
            goto out;
        }
        if (got == 0)
            break;
        size += (size_t)got;
        if (size > reader->limit) {
            too_large(reader);
            goto out;
        }
        if (size == room) {
            room *= 2;
            data = g_realloc(data, room + 1);
        }
    }
    bytes = bp_arena_new(reader->arena, sizeof *bytes);
    bytes->data = bp_arena_string(reader->arena, data, size);
    bytes->size = size;
out:
    g_free(data);
    return bytes;
}

static const struct bp_bytes *read_regular(const struct reader *reader, const char *root)
{
    char *path = resolve(reader, root);
    const struct bp_bytes *bytes = NULL;
    struct stat status;
    int file;

    if (!path)
        return NULL;
    /* without O_NONBLOCK a pipe that nobody writes to would hold us for ever */
    file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW | O_CLOEXEC);
    if (file < 0 || fstat(file, &status) != 0)
        fail(reader, errno);
    else if (is_regular(reader, &status) && (uintmax_t)status.st_size > reader->limit)
        too_large(reader);
    else if (S_ISREG(status.st_mode))
        bytes = read_all(reader, file, (size_t)status.st_size);
    if (file >= 0)
        close(file);
    free(path);
    return bytes;
}

static bool write_failed(const char *path, int error, struct bp_report *report)
{
    static const struct {
        int error;
        const char *code;
        const char *text;
    } mends[] = {
        {ENOSPC, "disk-full", "the disk is full; make room, or write to another disk"},
        {EDQUOT, "disk-full", "your share of the disk is used up; make room, or write elsewhere"},
        {EFBIG, "disk-full", "the file would be larger than the system allows here"},
        {EACCES, "no-permission", "you may not write here; choose another place with -o"},
        {EPERM, "no-permission", "you may not write here; choose another place with -o"},
        {EROFS, "no-permission", "this disk is read-only; choose another place with -o"},
        {EISDIR, "not-a-file", "is a folder; name a file in it"},
        {ENOENT, "no-folder", "the folder for this file does not exist; make it first"},
        {ENOTDIR, "no-folder", "a part of this path is a file, not a folder; check the path"},
        {ENAMETOOLONG, "bad-name", "the name is too long; choose a shorter one"},
        {ELOOP, "bad-name", "is a chain of links that ends nowhere; name the file itself"},
        {EBADF, "write-failed", "is closed; give it a reader, or write to a file with -o"},
        {EPIPE, "write-failed", "whoever read the output has stopped reading"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(mends); i++) {
        if (mends[i].error == error) {
            bp_report_system(report, path, mends[i].code, "%s", mends[i].text);
            return false;
        }
    }
    bp_report_system(report, path, "write-failed", "can't be written: %s", g_strerror(error));
    return false;
}

/* 0, or the error's number. */
static int write_all(int file, const struct bp_bytes *bytes)
{
    size_t written = 0;

    while (written < bytes->size) {
        ssize_t put = write(file, bytes->data + written, bytes->size - written);

        if (put < 0 && !again(file, POLLOUT))
            return errno;
        if (put > 0)
            written += (size_t)put;
    }
    return 0;
}

/* Into what is there and is no regular file: a pipe, a device. */
static int write_plain(const char *path, const struct bp_bytes *bytes)
{
    int file = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
    int error;

    if (file < 0)
        return errno;
    error = write_all(file, bytes);
    if (close(file) != 0 && !error)
        error = errno;
    return error;
}

/*
 * g_file_set_contents_full() does nearly this, but tells full disk from quota only in words and
 * lets the umask cut the old file's mode. The folder is not synced: after a power cut the name
 * leads to the old file or to the new one, and both are whole.
 */
static int write_beside(const char *path, const struct stat *old, const struct bp_bytes *bytes)
{
    char *folder = g_path_get_dirname(path);
    char *temporary = g_build_filename(folder, ".boardpack-XXXXXX", NULL);
    int file = g_mkstemp_full(temporary, O_WRONLY | O_CLOEXEC, 0666);
    int error = 0;

    if (file < 0) {
        error = errno;
        goto out;
    }
    error = write_all(file, bytes);
    if (!error && old && fchmod(file, old->st_mode & 0777) != 0)
        error = errno;
    if (!error && fsync(file) != 0)
        error = errno;
    if (close(file) != 0 && !error)
        error = errno;
    if (!error && rename(temporary, path) != 0)
        error = errno;
    if (error)
        unlink(temporary);
out:
    g_free(temporary);
    g_free(folder);
    return error;
}

static bool same_file(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static int write_path(const char *path, const struct bp_bytes *bytes)
{
    struct stat old, standard;
    char *target;
    int error;

    if (stat(path, &old) != 0) {
        if (errno != ENOENT)
            return errno;
        /* a link whose target is missing would be replaced by the file */
        return lstat(path, &old) == 0 ? ELOOP : write_beside(path, NULL, bytes);
    }
    if (S_ISDIR(old.st_mode))
        return EISDIR;
    /* /dev/stdout, whatever it leads to: others may hold that file open */
    if (fstat(STDOUT_FILENO, &standard) == 0 && same_file(&old, &standard))
        return write_all(STDOUT_FILENO, bytes);
    if (!S_ISREG(old.st_mode))
        return write_plain(path, bytes);
    /* a file made read-only is meant to stay, though its folder would let us replace it */
    if (access(path, W_OK) != 0)
        return errno;
    target = realpath(path, NULL);
    if (!target)
        return errno;
    error = write_beside(target, &old, bytes);
    free(target);
    return error;
}

/* `folder` or the nearest above it that has a boardpack.yaml; NULL: none has. To be freed. */
static char *marked_folder(const char *folder)
{
    char *at = g_strdup(folder);

    for (;;) {
        char *mark = g_build_filename(at, "boardpack.yaml", NULL);
        bool found = g_file_test(mark, G_FILE_TEST_IS_REGULAR);
        char *above;

        g_free(mark);
        if (found)
            return at;
        above = g_path_get_dirname(at);
        if (strcmp(above, at) == 0) {
            g_free(above);
            g_free(at);
            return NULL;
        }
        g_free(at);
        at = above;
    }
}

const char *bp_file_root(const char *input, const char *asked, struct bp_arena *arena)
{
    char *named = strcmp(input, "-") == 0 ? g_strdup(".") : g_path_get_dirname(input);
    char *own = realpath(named, NULL);
    char *marked = own && !asked ? marked_folder(own) : NULL;
    const char *root = asked ? asked : marked ? marked : own ? own : named;

    root = bp_arena_string(arena, root, strlen(root));
    g_free(marked);
    free(own);
    g_free(named);
    return root;
}

const struct bp_bytes *bp_file_read(const char *path, const char *root, size_t limit,
                                    const struct bp_source *from, struct bp_arena *arena,
                                    struct bp_report *report)
{
    struct reader reader = {
        .path = path, .named = from != NULL, .limit = limit, .arena = arena, .report = report};

    if (from)
        reader.at = *from;
    else
        reader.at.file = strcmp(path, "-") == 0 ? "<stdin>" : path;
    if (strcmp(path, "-") == 0)
        return read_all(&reader, STDIN_FILENO, 65536);
    bp_report_note_read(report, path);
    return read_regular(&reader, root);
}

bool bp_file_write(const char *path, const struct bp_bytes *bytes, struct bp_report *report)
{
    bool standard = strcmp(path, "-") == 0;
    int error = standard ? write_all(STDOUT_FILENO, bytes) : write_path(path, bytes);

    return !error || write_failed(standard ? "<stdout>" : path, error, report);
}
