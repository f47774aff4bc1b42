/* SPDX-License-Identifier: MIT */
#include "write/stream.h"

#include <assert.h>
#include <libdeflate.h>

#include "write/string.h"

/* Level 6 is a twentieth smaller, but takes half as long again: deflating would hold up the
 * painting. */
#define DEFLATE_LEVEL 4

/* Streams under way at most: enough to keep both threads busy, few enough to cost no memory. */
#define MOST_JOBS 8

struct job {
    int number; /* 0: the end */
    bool deflate;
    GString *entries;
    GString *data;
};

struct bp_streams {
    GString *out;    /* the worker's, until bp_streams_wait() */
    GArray *offsets; /* gsize, by number; likewise */
    GString *deflated;
    struct libdeflate_compressor *compressor;
    struct job jobs[MOST_JOBS];
    GAsyncQueue *idle;
    GAsyncQueue *waiting;
    GThread *worker; /* NULL: the caller does the work */
};

static void deflate_job(struct bp_streams *streams, const GString *data)
{
    GString *deflated = streams->deflated;
    size_t bound = libdeflate_zlib_compress_bound(streams->compressor, data->len);
    if (deflated->allocated_len <= bound)
        g_string_set_size(deflated, bound);
    deflated->len =
        libdeflate_zlib_compress(streams->compressor, data->str, data->len, deflated->str, bound);
    assert(deflated->len > 0);
}

static void print_job(struct bp_streams *streams, const struct job *job)
{
    GString *out = streams->out;
    const GString *data = job->data;
    if ((int)streams->offsets->len <= job->number)
        g_array_set_size(streams->offsets, (guint)job->number + 1);
    g_array_index(streams->offsets, gsize, job->number) = out->len;
    if (job->deflate) {
        deflate_job(streams, data);
        data = streams->deflated;
    }
    bp_string_int(out, job->number);
    g_string_append(out, " 0 obj\n<<");
    g_string_append_len(out, job->entries->str, (gssize)job->entries->len);
    g_string_append(out, job->deflate ? "/Filter/FlateDecode/Length " : "/Length ");
    bp_string_int(out, (int)data->len);
    g_string_append(out, ">>\nstream\n");
    g_string_append_len(out, data->str, (gssize)data->len);
    g_string_append(out, "\nendstream\nendobj\n");
}

static void *work(void *data)
{
    struct bp_streams *streams = data;
    struct job *job;
    while ((job = g_async_queue_pop(streams->waiting))->number > 0) {
        print_job(streams, job);
        g_async_queue_push(streams->idle, job);
    }
    g_async_queue_push(streams->idle, job);
    return NULL;
}

struct bp_streams *bp_streams_create(const char *head)
{
    struct bp_streams *streams = g_new0(struct bp_streams, 1);
    streams->out = g_string_new(head);
    streams->offsets = g_array_new(FALSE, TRUE, sizeof(gsize));
    streams->deflated = g_string_new(NULL);
    streams->compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    if (!streams->compressor)
        g_error("out of memory");
    streams->idle = g_async_queue_new();
    streams->waiting = g_async_queue_new();
    for (int i = 0; i < MOST_JOBS; i++) {
        streams->jobs[i].entries = g_string_new(NULL);
        streams->jobs[i].data = g_string_new(NULL);
        g_async_queue_push(streams->idle, &streams->jobs[i]);
    }
    streams->worker = g_thread_try_new("deflate", work, streams, NULL);
    return streams;
}

void bp_streams_destroy(struct bp_streams *streams)
{
    if (!streams)
        return;
    bp_streams_wait(streams);
    g_async_queue_unref(streams->waiting);
    g_async_queue_unref(streams->idle);
    for (int i = 0; i < MOST_JOBS; i++) {
        g_string_free(streams->jobs[i].entries, TRUE);
        g_string_free(streams->jobs[i].data, TRUE);
    }
    libdeflate_free_compressor(streams->compressor);
    g_string_free(streams->deflated, TRUE);
    g_array_free(streams->offsets, TRUE);
    if (streams->out)
        g_string_free(streams->out, TRUE);
    g_free(streams);
}

void bp_streams_add(struct bp_streams *streams, int number, const char *entries, const void *data,
                    size_t size, bool deflate)
{
    assert(number > 0);
    struct job *job = g_async_queue_pop(streams->idle);
    job->number = number;
    job->deflate = deflate;
    g_string_assign(job->entries, entries);
    g_string_truncate(job->data, 0);
    g_string_append_len(job->data, data, (gssize)size);
    if (streams->worker) {
        g_async_queue_push(streams->waiting, job);
        return;
    }
    print_job(streams, job);
    g_async_queue_push(streams->idle, job);
}

GString *bp_streams_wait(struct bp_streams *streams)
{
    if (streams->worker) {
        struct job *end = g_async_queue_pop(streams->idle);
        end->number = 0;
        g_async_queue_push(streams->waiting, end);
        g_thread_join(streams->worker);
        streams->worker = NULL;
    }
    return streams->out;
}

size_t bp_streams_offset(const struct bp_streams *streams, int number)
{
    return g_array_index(streams->offsets, gsize, number);
}

char *bp_streams_take(struct bp_streams *streams)
{
    char *file = g_string_free(bp_streams_wait(streams), FALSE);
    streams->out = NULL;
    return file;
}
